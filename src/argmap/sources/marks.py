"""What an index keeps of the words of a sentence: its numbers, hedges and negations."""

from __future__ import annotations

from attrs import frozen

from argmap.sources.fidelity import Coded
from argmap.values import Value


@frozen(eq=False, repr=False)
class Marks(Value):
    """What rules compare between a claim and its sentence, in the order in which it stands there.

    >>> marks_of("Fares could rise by 3.5 per cent.").numbers
    ('3.5 %',)
    """

    #: Each with its unit, as `argmap.sources.quantities.parse` reads it.
    numbers: tuple[str, ...] = ()
    #: Codes of the lexicon, as `argmap.sources.wording.parse_mark` reads them.
    hedges: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()


def marks_of(sentence: str) -> Marks:
    """Return the marks of a sentence. Linear in its length.

    Args:
        sentence: as it is written, on one line, with its own quotes and hyphens.
    """
    coded = Coded.of(sentence)
    return Marks(
        numbers=tuple(map(str, coded.numbers)),
        hedges=tuple(map(str, coded.hedges)),
        negations=tuple(map(str, coded.negations)),
    )
