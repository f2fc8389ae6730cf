"""What the strength of one element hangs on: gradient, removal and Shapley value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from argmap.graphs import Graph
from argmap.semantics.gradual.gradients import Gradient
from argmap.semantics.gradual.influence import Influence, influence_on
from argmap.semantics.gradual.propagation import Propagation
from argmap.semantics.gradual.shapley import MOST_PLAYERS, Shares, exact_values, sampled_values
from argmap.semantics.gradual.strengths import chosen_semantics, is_product, known, refuse_supports
from argmap.semantics.program import Atom
from argmap.semantics.terms import Terms

#: Removals stop once strengths were worked out so often; so do coalitions and samples, each
#: counted apart.
MOST_UPDATES = 5_000_000

#: From a number of players to random orders of them, without end.
Orders: TypeAlias = Callable[[int], Iterator[Sequence[int]]]


@frozen(kw_only=True, eq=False)
class Sensitivity:
    """What the strength of a target hangs on, by three measures that answer three questions.

    No measure has every property one would wish for (Kampik, Potyka, Yin, Čyras and Toni 2024,
    Contribution functions for quantitative bipolar argumentation graphs).
    """

    #: Id of the element, and its strength.
    target: str
    strength: float
    semantics: str
    tnorm: str
    #: What is worth firming up: how fast the strength grows with the base score of each statement,
    #: 0 for what does not lead to the target. None where a cycle has no gradient, or did not come
    #: to rest. At a kink, such as two premises that are equally weak, the slopes of the sides are
    #: shared out.
    gradient: Mapping[str, float] | None
    #: What if this is wrong: by how much the strength would fall without each statement or step,
    #: that is, if its strength were 0.
    removal: Mapping[str, float]
    #: How many elements are left out of `removal`, those with the least effect by the gradient,
    #: because working them out would take too long.
    left_out: int
    #: How much each carries: the share of each player in the strength, over all orders in which the
    #: players can come in. They add up to the strength less that without any player. Players are
    #: the statements without a reason that lead to the target, unless others are named. Empty where
    #: not even two orders could be sampled in time.
    shapley: Mapping[str, float]
    #: How far off the Shapley values may be (one standard deviation); 0 where they are exact.
    standard_error: Mapping[str, float]
    #: Whether all coalitions were gone through, and not a sample of orders: up to 12 players, where
    #: that does not take too long.
    exact: bool
    #: How many orders were sampled; 0 where the values are exact.
    samples: int
    #: Whether everything that was looked at came to rest, with and without what was removed.
    converged: bool


def sensitivity_on(
    graph: Graph,
    target: str,
    terms: Terms,
    semantics: str,
    tnorm: str,
    *,
    players: Iterable[str] | None,
    samples: int,
    orders: Orders,
) -> Sensitivity:
    """Return what the strength of an element hangs on.

    The gradient takes one pass. Removals take one pass over what changes, for each element that
    leads to the target. Shapley values take such a pass for each coalition, or for each player in
    each sample.

    Raises:
        UnknownElement: there is no such target, player, or element named by the terms.
        UnknownName: there is no such semantics or t-norm.
        InapplicableSemantics: the semantics knows no supports, and the map has some.
    """
    chosen, product = chosen_semantics(semantics), is_product(tnorm)
    influence = influence_on(graph, terms)
    refuse_supports(influence, chosen)
    aim = known(influence, target)
    propagation = Propagation(influence, chosen, aim, product=product)
    strength = propagation.values[aim]
    leading = influence.leading_to(aim)
    if players is None:
        taking_part = _leaves(influence, leading, aim)
    else:
        taking_part = list(dict.fromkeys(known(influence, name) for name in players))
    present = [atom for atom in taking_part if atom in leading and atom not in influence.absent]
    gradient = Gradient(propagation, aim) if propagation.settled else None
    removals = _removals(propagation, aim, gradient)
    shares = None
    if len(present) <= MOST_PLAYERS:
        shares = exact_values(propagation, aim, present, most_updates=MOST_UPDATES)
    if shares is None:
        shares = sampled_values(
            propagation,
            aim,
            present,
            orders(len(present)),
            samples=samples,
            most_updates=MOST_UPDATES,
        )
    return Sensitivity(
        target=influence.name(aim),
        strength=strength,
        semantics=chosen.name,
        tnorm=tnorm,
        gradient=_gradient_by_name(influence, gradient),
        removal={
            name: removals.get(atom, 0.0)
            for name, atom in influence.numbers.items()
            if atom in removals or atom not in leading
        },
        left_out=len(leading) - len(removals),
        shapley=_by_name(influence, taking_part, shares, shares.values),
        standard_error=_by_name(influence, taking_part, shares, shares.errors),
        exact=shares.exact,
        samples=shares.samples,
        converged=propagation.settled,
    )


def _leaves(influence: Influence, leading: Iterable[Atom], target: Atom) -> list[Atom]:
    """Return the statements without a reason that lead to a target, in their order."""
    return [
        atom
        for atom in sorted(leading)
        if atom < influence.statements and atom != target and not influence.supports[atom]
    ]


def _removals(
    propagation: Propagation, target: Atom, gradient: Gradient | None
) -> dict[Atom, float]:
    """Return by how much the strength of a target falls without each element that leads to it.

    Those with the greatest effect by the gradient come first, and the rest is left out where the
    time is up.
    """
    values = propagation.values
    rates = values if gradient is None else gradient.rates
    strength = values[target]
    within = propagation.influence.leading_to(target)
    ranked = sorted(within, key=lambda atom: (-abs(rates[atom] * values[atom]), atom))
    until = propagation.updates + MOST_UPDATES
    found: dict[Atom, float] = {}
    for atom in ranked:
        if propagation.updates > until:
            break
        if propagation.absent[atom]:
            found[atom] = 0.0
        else:
            found[atom] = strength - propagation.without(atom, target)
    return found


def _by_name(
    influence: Influence, players: Iterable[Atom], shares: Shares, found: Mapping[Atom, float]
) -> dict[str, float]:
    """Return what was found for the players; 0 for those that the map or the terms reject."""
    if not shares.exact and not shares.samples:
        return {}
    return {influence.name(atom): found.get(atom, 0.0) for atom in players}


def _gradient_by_name(influence: Influence, gradient: Gradient | None) -> dict[str, float] | None:
    if gradient is None or not gradient.settled:
        return None
    return {
        name: gradient.rates[atom] * gradient.of_base[atom]
        for name, atom in influence.numbers.items()
        if atom < influence.statements
    }
