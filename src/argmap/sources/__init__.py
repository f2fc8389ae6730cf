"""Sources: the numbers, hedges and negations of a text, and what a claim makes of them.

Nothing is imported here: who reads numbers has no use for the lexicon.
"""
