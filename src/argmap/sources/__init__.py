"""Texts that maps are about: their normal form, paragraphs, sentences, and what is kept of them."""
