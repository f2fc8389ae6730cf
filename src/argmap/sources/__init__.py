"""Texts that maps are about: what is kept of them, and what a claim makes of them.

Nothing is imported here: who reads places has no use for the lexicon.
"""
