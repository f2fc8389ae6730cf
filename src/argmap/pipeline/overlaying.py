"""From an evaluation to what views show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from argmap.reports.terms import in_words
from argmap.reports.weights import method
from argmap.semantics.labelling import Label, Labelling
from argmap.semantics.terms import Terms
from argmap.views.evaluation import Change, Mark, Overlay, Word

if TYPE_CHECKING:
    from argmap.semantics.gradual.strengths import Strengths
    from argmap.semantics.program import Atom

_WORDS = {
    Label.IN: Word.ESTABLISHED,
    Label.OUT: Word.NOT_ESTABLISHED,
    Label.UNDECIDED: Word.UNDECIDED,
}
_RANKS = {Label.OUT: 0, Label.UNDECIDED: 1, Label.IN: 2}


def overlay(
    labelling: Labelling | None = None,
    *,
    terms: Terms | None = None,
    semantics: str = "grounded",
    before: Labelling | None = None,
    strengths: Strengths | None = None,
) -> Overlay:
    """Return what `outline` and `diagram` show of an evaluation.

    Args:
        labelling: labels to show.
        terms: on which terms the map was evaluated, to be told in the outline.
        semantics: what to call the way in which the labels came about.
        before: the labels on other terms, to show what has changed since.
        strengths: how strong statements are, to be shown.

    >>> from argmap.pipeline import loads, outline
    >>> from argmap.pipeline.evaluating import label
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand, against: cost}
    ...   demand: {premise: Many would use it.}
    ...   cost: {premise: It costs a lot.}
    ... ''')
    >>> print(outline(m, overlay=overlay(label(m))).splitlines()[-4].strip())
    1.1 Many would use it. (premise, established)
    """
    marks: dict[str, Mark] = {}
    told: list[str] = []
    if labelling is not None:
        taken = _taken(labelling, before)
        marks = {name: _mark(labelling, name, before, taken) for name in labelling}
        how = f"Evaluated by {semantics} semantics"
        told.append(in_words(terms or Terms(), labelling.program.graph, how))
    if strengths is not None:
        for name, strength in strengths.items():
            marks[name] = evolve(marks.get(name, Mark()), strength=strength)
        how = method(strengths.semantics, strengths.tnorm)
        told.append(f"{how}." if told else in_words(terms or Terms(), None, how))
    return Overlay(marks=marks, terms=tuple(filter(None, told)))


def _taken(labelling: Labelling, before: Labelling | None) -> frozenset[Atom]:
    """Return what was taken away since an evaluation on other terms."""
    return frozenset() if before is None else labelling.model.rejected - before.model.rejected


def _mark(
    labelling: Labelling, name: str, before: Labelling | None, taken: frozenset[Atom]
) -> Mark:
    standing = labelling.standing(name)
    return Mark(
        word=_WORDS[standing.label],
        reason=None if standing.reason is None else standing.reason.value,
        causes=standing.causes,
        counts=_counts(labelling, name),
        change=_change(labelling, name, before, taken),
    )


def _counts(labelling: Labelling, name: str) -> bool:
    """Return False of an attack that holds and yet does not count."""
    if (
        labelling[name] is not Label.IN
        or labelling.program.known(name) < labelling.program.statements
    ):
        return True
    return labelling.program.graph.step(name).is_support or labelling.effective(name)


def _change(
    labelling: Labelling, name: str, before: Labelling | None, taken: frozenset[Atom]
) -> Change | None:
    if before is None:
        return None
    if labelling.program.known(name) in taken:
        return Change.TAKEN
    rise = _RANKS[labelling[name]] - _RANKS[before[name]]
    if not rise:
        return None
    return Change.RISES if rise > 0 else Change.FALLS
