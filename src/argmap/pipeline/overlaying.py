"""From an evaluation to what views show of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.graphs import Graph
from argmap.model import Leaves, Position
from argmap.semantics import Concessions, Label, Labelling, Terms
from argmap.views.evaluation import Change, Mark, Overlay, Word
from argmap.views.outline_phrases import counted, listed

if TYPE_CHECKING:
    from argmap.semantics import Atom

_WORDS = {
    Label.IN: Word.ESTABLISHED,
    Label.OUT: Word.NOT_ESTABLISHED,
    Label.UNDECIDED: Word.UNDECIDED,
}
_RANKS = {Label.OUT: 0, Label.UNDECIDED: 1, Label.IN: 2}
#: How many of what is taken away are named; more are counted.
_NAMED = 5


def overlay(
    labelling: Labelling | None = None,
    *,
    terms: Terms | None = None,
    semantics: str = "grounded",
    before: Labelling | None = None,
    strengths: Mapping[str, float] | None = None,
    method: str = "",
) -> Overlay:
    """Return what `outline` and `diagram` show of an evaluation.

    Args:
        labelling: labels to show.
        terms: on which terms the map was evaluated, to be told in the outline.
        semantics: what to call the way in which the labels came about.
        before: the labels on other terms, to show what has changed since.
        strengths: strengths of statements to show, by their ids.
        method: a sentence that says how the strengths came about.

    >>> from argmap.pipeline import label, loads, outline
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
        told.append(f"Evaluated by {semantics} semantics.")
        told[0] += "".join(
            f" {said}" for said in said_of(terms or Terms(), labelling.program.graph)
        )
    if strengths is not None:
        for name, strength in strengths.items():
            marks[name] = evolve(marks.get(name, Mark()), strength=strength)
        told.append(method)
    return Overlay(marks=marks, terms=tuple(filter(None, told)))


def said_of(terms: Terms, graph: Graph) -> Iterator[str]:
    """Yield on which terms a map is evaluated, a sentence each."""
    leaves = graph.map.leaves if terms.leaves is None else terms.leaves
    if leaves is Leaves.AUTHOR:
        yield "Premises for which nothing is given stand on the author's word."
    else:
        yield "Premises for which nothing is given do not stand by themselves."
    if any(step.position is Position.DESPITE for step in graph.steps):
        if terms.concessions is Concessions.COUNT:
            yield "Objections that the author concedes count like any other."
        else:
            yield "Objections that the author concedes are taken to be outweighed."
    if terms.bases:
        number = counted(len(terms.bases), "statement stands", "statements stand")
        yield f"{number} on another basis than the map says."
    if terms.reject:
        names = list(dict.fromkeys(terms.reject))
        named, left = names[:_NAMED], len(names) - _NAMED
        yield f"Taken away: {listed([*named, f'{left:,} more'] if left > 0 else named)}."


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
    if labelling[name] is not Label.IN or labelling.number(name) < labelling.program.statements:
        return True
    return labelling.program.graph.step(name).is_support or labelling.effective(name)


def _change(
    labelling: Labelling, name: str, before: Labelling | None, taken: frozenset[Atom]
) -> Change | None:
    if before is None:
        return None
    if labelling.number(name) in taken:
        return Change.TAKEN
    rise = _RANKS[labelling[name]] - _RANKS[before[name]]
    if not rise:
        return None
    return Change.RISES if rise > 0 else Change.FALLS
