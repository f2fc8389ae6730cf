"""What if something were taken away: what else changes its label."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from argmap.graphs import Graph
from argmap.semantics.grounded import grounded
from argmap.semantics.labelling import Label, Labelling, Standing
from argmap.semantics.terms import Terms, program_on, rejected_on


@frozen(kw_only=True)
class Change:
    """How one element stood before, and how it stands after; the two may be the same."""

    #: Id of the statement or step.
    element: str
    before: Standing
    #: With its reason and its causes.
    after: Standing


@frozen(kw_only=True, eq=False)
class WhatIf:
    """What changes when something is taken away.

    Rejecting is not monotone: what falls can bring back what it spoke against.
    """

    #: What was taken away, as it was named.
    rejected: tuple[str, ...]
    before: Labelling
    after: Labelling
    #: The elements whose label changed, in the order of the map.
    changes: tuple[Change, ...]
    #: What became of each main conclusion, also where nothing did.
    conclusions: tuple[Change, ...]

    @property
    def fallen(self) -> tuple[Change, ...]:
        """What is out now and was not."""
        return self._now(Label.OUT)

    @property
    def risen(self) -> tuple[Change, ...]:
        """What is in now and was not."""
        return self._now(Label.IN)

    @property
    def unsettled(self) -> tuple[Change, ...]:
        """What is undecided now and was not."""
        return self._now(Label.UNDECIDED)

    def _now(self, label: Label) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.after.label is label)


def what_if(graph: Graph, terms: Terms, reject: Iterable[str]) -> WhatIf:
    """Return what changes when something is taken away as well. Linear in the size of the map.

    Args:
        graph: the graph of the map, attacks by answers included.
        terms: on what terms the map is evaluated before and after.
        reject: statements, steps and sources that are taken away after.

    Raises:
        UnknownElement: nothing goes by one of the names.
    """
    names = tuple(reject)
    program = program_on(graph, terms)
    before = Labelling(grounded(program, rejected_on(program, terms.reject)))
    after = Labelling(grounded(program, rejected_on(program, [*terms.reject, *names])))

    def change(name: str) -> Change:
        return Change(element=name, before=before.standing(name), after=after.standing(name))

    return WhatIf(
        rejected=names,
        before=before,
        after=after,
        changes=tuple(change(name) for name in before if before[name] is not after[name]),
        conclusions=tuple(change(name) for name in graph.main),
    )
