"""From a map to how strong its statements are, and what their strength hangs on.

Like `argmap.pipeline.evaluating`, it is imported by who asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from argmap.errors import InvalidValue
from argmap.model import ArgumentMap
from argmap.model.collector import collector_paused
from argmap.pipeline.showing import graph
from argmap.semantics.gradual.formulas import SemanticsName, TNorm
from argmap.semantics.gradual.sensitivity import Sensitivity, sensitivity_on
from argmap.semantics.gradual.strengths import Strengths, strengths_on
from argmap.semantics.terms import Terms


def strength(
    argument_map: ArgumentMap,
    terms: Terms | None = None,
    *,
    semantics: SemanticsName = "quadratic-energy",
    tnorm: TNorm = "minimum",
) -> Strengths:
    """Return how strong each statement and step of a map is, from 0 to 1.

    Base scores are moved by reasons and objections, in one pass; where elements move each other in
    a cycle, until they come to rest, and `Strengths` says whether they did. What strength is, and
    what it is not, stands in the explanation of the docs.

    Args:
        argument_map: the map.
        terms: what is to be taken otherwise than the map has it.
        semantics: how reasons and objections move a base score.
        tnorm: whether a step is as strong as its weakest premise, or as the product of them all.

    Raises:
        UnknownElement: the terms name what the map does not have.
        UnknownName: there is no such semantics or t-norm.
        InapplicableSemantics: the semantics knows no supports, and the map has some.

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand + money}
    ...   demand: {premise: Many would use it., strength: 0.9}
    ...   money: {premise: The town has the money., strength: 0.6}
    ... ''')
    >>> round(strength(m, semantics="df-quad")["ferry"], 9)
    0.8
    """
    with collector_paused():
        return strengths_on(graph(argument_map), terms or Terms(), semantics, tnorm)


def sensitivity(
    argument_map: ArgumentMap,
    target: str,
    terms: Terms | None = None,
    *,
    semantics: SemanticsName = "quadratic-energy",
    tnorm: TNorm = "minimum",
    players: Iterable[str] | None = None,
    samples: int = 500,
    seed: int = 0,
) -> Sensitivity:
    """Return what the strength of a statement or step hangs on.

    Args:
        argument_map: the map.
        target: whose strength it is about.
        terms: what is to be taken otherwise than the map has it.
        semantics: how reasons and objections move a base score.
        tnorm: whether a step is as strong as its weakest premise, or as the product of them all.
        players: the statements and steps that share in the strength; by default the statements
            without a reason that lead to the target.
        samples: how many random orders of more than 12 players are gone through for their shares.
        seed: the number that the random orders follow from; the same one gives the same orders.

    Raises:
        InvalidValue: there are to be less than two samples.
        UnknownElement: the map has no such target or player, or not what the terms name.
        UnknownName: there is no such semantics or t-norm.
        InapplicableSemantics: the semantics knows no supports, and the map has some.

    >>> from argmap.pipeline import loads
    >>> m = loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand + money}
    ...   demand: {premise: Many would use it., strength: 0.9}
    ...   money: {premise: The town has the money., strength: 0.6}
    ... ''')
    >>> found = sensitivity(m, "ferry", semantics="df-quad")
    >>> {name: round(found.removal[name], 9) for name in ("demand", "money")}
    {'demand': 0.3, 'money': 0.3}
    >>> {name: round(found.gradient[name], 9) for name in ("demand", "money")}
    {'demand': 0.0, 'money': 0.5}
    """
    if samples < 2:
        msg = f"a sample of {samples} has no standard error; take two orders at least"
        raise InvalidValue(msg)

    def orders(count: int) -> Iterator[Sequence[int]]:
        dice = Random(seed)
        while True:
            yield dice.sample(range(count), count)

    return sensitivity_on(
        graph(argument_map),
        target,
        terms or Terms(),
        semantics,
        tnorm,
        players=players,
        samples=samples,
        orders=orders,
    )
