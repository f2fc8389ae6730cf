"""What programs answered to the same questions, and who answered otherwise than most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

#: How answers begin that are none.
REFUSED = "refused: "
NOT_ASKED = "not asked: "
GAVE_UP = "gave up "
_NONE = (REFUSED, NOT_ASKED, GAVE_UP)
#: Numbers that differ by less are the same answer.
TOLERANCE = 1e-6


class Tally(NamedTuple):
    """How a program answered questions of one sort."""

    asked: int
    #: As most programs did.
    agreed: int
    #: Otherwise than most.
    wrong: int
    #: Where no answer was given more often than any other, or by one program only.
    unclear: int
    refused: int
    gave_up: int
    not_asked: int

    @property
    def answered(self) -> int:
        """How many questions it answered."""
        return self.agreed + self.wrong + self.unclear

    def words(self) -> str:
        """Return how many of the questions were answered, and what happened to the others."""
        parts = {
            "otherwise than most": self.wrong,
            "without a majority": self.unclear,
            "refused": self.refused,
            "gave up": self.gave_up,
            "not asked": self.not_asked,
        }
        said = [f"{count} {what}" for what, count in parts.items() if count]
        return ", ".join([f"{self.answered} of {self.asked}", *said])


class Answers:
    """Answers by question and by who gave them; a later one to the same question replaces it."""

    def __init__(self) -> None:
        self._answers: dict[str, dict[str, Any]] = {}

    def add(self, program: str, answers: Mapping[str, Any]) -> None:
        """Keep what a program answered, by question."""
        for question, answer in answers.items():
            self._answers.setdefault(question, {})[program] = answer

    def tally(self, program: str, sort: str) -> Tally | None:
        """Return how a program answered the questions of a sort; None if it was asked none."""
        found = [
            _sort(program, given)
            for question, given in self._answers.items()
            if question.startswith(f"{sort} of ") and program in given
        ]
        if not found:
            return None
        return Tally(len(found), *(found.count(name) for name in Tally._fields[1:]))

    def reasons(self) -> list[str]:
        """Return who refused, gave up or was not asked, and why; each reason once."""
        found = {
            (program, answer.removeprefix(REFUSED))
            for given in self._answers.values()
            for program, answer in given.items()
            if isinstance(answer, str) and answer.startswith(_NONE)
        }
        return [
            f"{program}: {'; '.join(reason for _, reason in group)}"
            for program, group in groupby(sorted(found), key=lambda one: one[0])
        ]

    def otherwise(self) -> list[str]:
        """Return which program answered which question otherwise than most."""
        return [
            f"{program}: {question}"
            for question, given in sorted(self._answers.items())
            for program in sorted(given)
            if _sort(program, given) == "wrong"
        ]


def refusal(error: Exception) -> str:
    """Return the answer of a program that raises an error instead."""
    said = " ".join(str(error).split())
    return (
        f"{REFUSED}{type(error).__name__}: {said}" if said else f"{REFUSED}{type(error).__name__}"
    )


def is_none(answer: object) -> bool:
    """Return whether an answer is none."""
    return isinstance(answer, str) and answer.startswith(_NONE)


def _sort(program: str, given: Mapping[str, Any]) -> str:
    answer = given[program]
    if is_none(answer):
        starts = {REFUSED: "refused", GAVE_UP: "gave_up", NOT_ASKED: "not_asked"}
        return next(sort for start, sort in starts.items() if answer.startswith(start))
    counts = _counts([other for other in given.values() if not is_none(other)])
    most = max(count for _, count in counts)
    favourites = [one for one, count in counts if count == most]
    if most == 1 or len(favourites) > 1:
        return "unclear"
    return "agreed" if alike(answer, favourites[0]) else "wrong"


def _counts(answers: Sequence[Any]) -> list[tuple[Any, int]]:
    """Return each answer with how many gave it."""
    counts: list[tuple[Any, int]] = []
    for answer in answers:
        for place, (other, count) in enumerate(counts):
            if alike(answer, other):
                counts[place] = (other, count + 1)
                break
        else:
            counts.append((answer, 1))
    return counts


def alike(first: object, second: object) -> bool:
    """Return whether two answers are the same; lists of numbers may differ by `TOLERANCE`."""
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(
            abs(one - other) <= TOLERANCE for one, other in zip(first, second, strict=True)
        )
    return first == second
