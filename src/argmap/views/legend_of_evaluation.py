"""The part of a legend that shows what an evaluation looks like in a diagram."""

from __future__ import annotations

from typing import NamedTuple

from argmap.model import ArgumentMap, Kind, Premise, Section, Statement, Support
from argmap.views.evaluation import Change, Mark, Overlay, Word

_SECTION = "evaluation"


class Sample(NamedTuple):
    """A small map that says of itself how an evaluation shows, and what it is evaluated as."""

    map: ArgumentMap
    overlay: Overlay


class _Box(NamedTuple):
    name: str
    text: str
    mark: Mark
    #: What is said of the step from it to the first box.
    step: Word


_FAILS, _HOLDS = Word.NOT_ESTABLISHED, Word.ESTABLISHED
_WORDS = (
    _Box("established", "It stands; here a main conclusion", Mark(word=Word.ESTABLISHED), _HOLDS),
    _Box(
        "not-established",
        "No reason for it holds, or it is defeated; this does not say that it is false",
        Mark(word=Word.NOT_ESTABLISHED),
        _FAILS,
    ),
    _Box(
        "undecided",
        "What speaks for it and against it keep each other in balance",
        Mark(word=Word.UNDECIDED),
        Word.UNDECIDED,
    ),
)
_CHANGES = (
    _Box(
        "taken-away",
        "What falls is looked for without it",
        Mark(word=Word.NOT_ESTABLISHED, change=Change.TAKEN),
        _FAILS,
    ),
    _Box(
        "falls",
        "It stood before",
        Mark(word=Word.NOT_ESTABLISHED, change=Change.FALLS),
        _FAILS,
    ),
    _Box(
        "rises",
        "It did not stand before",
        Mark(word=Word.ESTABLISHED, change=Change.RISES),
        _HOLDS,
    ),
)
_STRENGTHS = (
    _Box("strong", "The stronger it is, the heavier its outline", Mark(strength=0.9), _HOLDS),
    _Box("weak", "Strength runs from 0 to 1", Mark(strength=0.1), _HOLDS),
)


def sample(overlay: Overlay) -> Sample | None:
    """Return how what an overlay says of statements shows; None where it says nothing."""
    marks = overlay.marks.values()
    wanted: list[_Box] = []
    if any(mark.word for mark in marks):
        wanted += _WORDS
    if any(mark.change for mark in marks):
        wanted += _CHANGES
    if any(mark.strength is not None for mark in marks):
        wanted += _STRENGTHS
    if not wanted:
        return None
    first, *others = wanted
    reasons = [Support(premises=[Premise(box.name)]) for box in others]
    statements = [
        Statement(
            id=box.name,
            kind=Kind.CONCLUSION if box is first else Kind.CLAIM,
            text=box.text,
            section=_SECTION,
            because=reasons if box is first else (),
        )
        for box in wanted
    ]
    steps = {f"{box.name}>{first.name}": Mark(word=box.step) for box in others}
    return Sample(
        ArgumentMap(
            statements=statements,
            sections=[Section(id=_SECTION, title="What the evaluation says")],
            main=first.name,
        ),
        Overlay(marks={**{box.name: box.mark for box in wanted}, **steps}),
    )
