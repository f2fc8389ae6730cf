"""What an index keeps of the words of a sentence: its numbers, hedges and negations."""

from __future__ import annotations

from attrs import frozen

from argmap.values import Value


@frozen(eq=False, repr=False)
class Marks(Value):
    """What rules compare between a claim and its sentence, in the order in which it stands there.

    >>> Marks(numbers=("3.5 %",), hedges=("could",))
    Marks(numbers=('3.5 %',), hedges=('could',), negations=())
    """

    #: Each with its unit, in the spelling of an index.
    numbers: tuple[str, ...] = ()
    #: Codes of the lexicon.
    hedges: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()


def marks_of(sentence: str) -> Marks:
    """Return the marks of a sentence.

    Args:
        sentence: as it is written, on one line, with its own quotes and hyphens.
    """
    return Marks()
