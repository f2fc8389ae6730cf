"""Strengths of the statements and steps of a map, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from argmap.errors import InapplicableSemantics, UnknownElement, UnknownName
from argmap.graphs import Graph
from argmap.semantics.gradual.cycles import is_contraction
from argmap.semantics.gradual.formulas import GRADUAL_SEMANTICS, T_NORMS, GradualSemantics
from argmap.semantics.gradual.influence import Influence, influence_on
from argmap.semantics.gradual.whole import Whole
from argmap.semantics.program import Atom
from argmap.semantics.terms import Terms
from argmap.spelling import did_you_mean


class Strengths(Mapping[str, float]):
    """The strength of each statement and step of a map, from 0 to 1, by its id.

    Aliases and derived ids are found. Iterating yields the ids: statements in the author's order,
    then steps. A second mention has the strength of its original. The strength of a step is what
    reaches its target: its licence times the strength of its premises.

    >>> from argmap.pipeline import loads
    >>> from argmap.pipeline.weighing import strength
    >>> strengths = strength(loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand, against: cost}
    ...   demand: {premise: Many would use it., strength: 0.8}
    ...   cost: {premise: It costs a lot., strength: 0.4}
    ... '''), semantics="df-quad")
    >>> round(strengths["ferry"], 9), strengths["cost!ferry"], strengths.base("ferry")
    (0.7, 0.4, 0.5)
    >>> strengths.converged, strengths.unique
    (True, True)
    """

    def __init__(self, whole: Whole) -> None:
        """Name what is known of numbers."""
        self._whole = whole
        self._influence = whole.influence
        self._named = whole.influence.named
        #: The name of the semantics, and of the way in which premises work together.
        self.semantics: str = whole.semantics.name
        self.tnorm: str = "product" if whole.product else "minimum"

    def __getitem__(self, name: str) -> float:
        """Return the strength of what a name stands for.

        Raises:
            UnknownElement: nothing goes by that name.
        """
        atom = self._named.get(name)
        return self._whole.values[known(self._influence, name) if atom is None else atom]

    def __iter__(self) -> Iterator[str]:
        """Yield the id of each statement, then of each step."""
        return iter(self._influence.numbers)

    def __len__(self) -> int:
        """Return how many statements and steps have a strength."""
        return len(self._influence.numbers)

    def __repr__(self) -> str:
        """Return by what and of how many elements the strengths are, and whether they settled."""
        told = "" if self.converged else f", {len(self.unsettled)} of them unsettled"
        return f"<Strengths by {self.semantics}, {self.tnorm}: {len(self)} elements{told}>"

    def base(self, name: str) -> float:
        """Return the base score of a statement, or the weight of a step.

        Raises:
            UnknownElement: nothing goes by that name.
        """
        return self._influence.base[known(self._influence, name)]

    @property
    def converged(self) -> bool:
        """Whether the strengths in every cycle came to rest."""
        return all(one.settled for one in self._whole.settlements)

    @property
    def residual(self) -> float:
        """The largest difference between a strength in a cycle and what the formula gives for it.

        0 where there is no cycle.
        """
        return max((one.residual for one in self._whole.settlements), default=0.0)

    @cached_property
    def unsettled(self) -> Mapping[str, tuple[float, float]]:
        """What did not come to rest: the ids, each with its least and greatest strength at last.

        What such elements lead to has the strength that follows from the last ones, and is left
        out.
        """
        return {self._influence.name(atom): bounds for atom, bounds in self._whole.ranges()}

    @cached_property
    def unique(self) -> bool:
        """Whether it is proved that no other strengths agree with the formulas.

        They always are unique where there is no cycle. In a cycle another start might come to rest
        elsewhere, unless what moves each statement in it is weak enough (`is_contraction`).
        """
        whole = self._whole
        return all(
            is_contraction(self._influence, cycle, whole.semantics, product=whole.product)
            for cycle in whole.cycles
        )


def strengths_on(graph: Graph, terms: Terms, semantics: str, tnorm: str) -> Strengths:
    """Return the strengths of a map on some terms. Linear where there is no cycle.

    Raises:
        UnknownElement: the terms name what the map does not have.
        UnknownName: there is no such semantics or t-norm.
        InapplicableSemantics: the semantics knows no supports, and the map has some.
    """
    chosen, product = chosen_semantics(semantics), is_product(tnorm)
    influence = influence_on(graph, terms)
    refuse_supports(influence, chosen)
    return Strengths(Whole(influence, chosen, product=product))


def chosen_semantics(name: str) -> GradualSemantics:
    """Return the gradual semantics of a name.

    Raises:
        UnknownName: there is none.
    """
    if name not in GRADUAL_SEMANTICS:
        raise UnknownName(_unknown("gradual semantics", name, GRADUAL_SEMANTICS))
    return GRADUAL_SEMANTICS[name]


def is_product(tnorm: str) -> bool:
    """Return whether premises work together as a product, and not as the weakest link.

    Raises:
        UnknownName: there is no such t-norm.
    """
    if tnorm not in T_NORMS:
        raise UnknownName(_unknown("t-norm", tnorm, T_NORMS))
    return tnorm == "product"


def refuse_supports(influence: Influence, semantics: GradualSemantics) -> None:
    """Refuse a map with supports where the semantics knows attacks only.

    Raises:
        InapplicableSemantics: the semantics knows no supports, and the map has some.
    """
    if semantics.takes_supports:
        return
    for step, is_support in enumerate(influence.graph.numbered.supports, influence.statements):
        if is_support:
            others = [name for name, one in GRADUAL_SEMANTICS.items() if one.takes_supports]
            msg = (
                f"{semantics.name} is for maps of attacks alone, and {influence.name(step)!r} is a "
                f"support; take {', '.join(others[:-1])} or {others[-1]}"
            )
            raise InapplicableSemantics(msg)


def known(influence: Influence, name: str) -> Atom:
    """Return the number of what a name stands for.

    Raises:
        UnknownElement: nothing goes by that name.
    """
    atom = influence.atom(name)
    if atom is None:
        hint = did_you_mean(name, influence.numbers)
        msg = f"the map has no element {name!r}" + (f"; {hint}" if hint else "")
        raise UnknownElement(msg)
    return atom


def _unknown(sort: str, name: str, names: Iterable[str]) -> str:
    names = list(names)
    hint = did_you_mean(name, names) or f"there are {', '.join(names)}"
    return f"there is no {sort} {name!r}; {hint}"
