"""Where in a sentence something stands: its clauses, and the phrases of a clause, by number.

Two numbers tell nothing of the words, so an index can hold them; they let a claim that takes one
clause of a sentence be told from one that takes another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple


class Part(NamedTuple):
    """A part of a sentence: the number of the clause, and of the phrase in it, from 0.

    >>> str(Part(1, 2)), Part.parse("1.2")
    ('1.2', Part(clause=1, phrase=2))
    """

    clause: int = 0
    phrase: int = 0

    def __str__(self) -> str:
        """Return the part as an index spells it."""
        return f"{self.clause}.{self.phrase}"

    @classmethod
    def parse(cls, spelling: str) -> Part:
        """Return the part that an index spells so: two whole numbers with a point between."""
        clause, phrase = spelling.split(".")
        return cls(int(clause), int(phrase))


# A comma between digits is no boundary. A boundary is a comma with the word behind it, a mark, or
# `and` or `but` before an auxiliary verb.
_BOUNDARY = re.compile(
    r"(?P<inserted>,\s(?:which|who|whose|whom|where)\b|\()"
    r"|(?P<clause>[;—]|:\s|(?:\A|\s)[–-]\s|[.!?]\s(?=(?-i:[A-Z]))"
    r"|,\s(?:but|and|or|nor|although|though|while|whereas|because|so|yet|even\sthough|since)\b"
    r"|\b(?:but|although|whereas)\b"
    r"|\band\s(?=(?:will|would|may|might|could|can|cannot|should|must|is|are|was|were|has|have|had"
    r"|does|do|did)\b))"
    r"|(?P<phrase>(?<!\d),|,(?!\s?\d)|\))",
    re.IGNORECASE,
)


# A sentence that begins so has its main clause behind the first comma.
_SUBORDINATE = re.compile(
    r"(?:while|although|though|even|whereas|because|since|when|if|as|after|before|despite|once)\s",
    re.IGNORECASE,
)


class Parts:
    """The parts of a sentence.

    A clause that is inserted ends at a comma, and then the one before it goes on; so does one that
    a sentence begins with (`While it rains, ...`), and then the main one follows.

    >>> parts = Parts("The port, which is old, closed; it may open again.")
    >>> [str(parts.at(offset)) for offset in (4, 14, 25, 36)]
    ['0.0', '1.0', '0.1', '2.0']
    """

    def __init__(self, sentence: str) -> None:
        """Find the parts. Linear in the sentence."""
        self._starts, self._parts = [0], [Part()]
        clauses = 0
        around: Part | None = None
        is_main = not _SUBORDINATE.match(sentence)
        for boundary in _BOUNDARY.finditer(sentence):
            last = self._parts[-1]
            if boundary["inserted"]:
                around = around or last
                clauses += 1
                part = Part(clauses)
            elif boundary["clause"]:
                around = None
                clauses += 1
                part = Part(clauses)
            elif around is not None:
                part, around = Part(around.clause, around.phrase + 1), None
            elif not is_main:
                is_main = True
                clauses += 1
                part = Part(clauses)
            else:
                part = Part(last.clause, last.phrase + 1)
            self._starts.append(boundary.start())
            self._parts.append(part)

    def at(self, offset: int) -> Part:
        """Return the part that a place of the sentence is in."""
        return self._parts[bisect_right(self._starts, offset) - 1]
