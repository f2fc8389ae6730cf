"""The lexicon: words that hedge and words that negate, each with a code.

It is data, `lexicon.yaml` in this package; it is read when it is first asked for. It is closed: a
word that it does not have is neither.
"""

from argmap.lexicon.lexicon import Entry, Found, Lexicon, Sense, Strength
from argmap.lexicon.loading import lexicon

__all__ = ["Entry", "Found", "Lexicon", "Sense", "Strength", "lexicon"]
