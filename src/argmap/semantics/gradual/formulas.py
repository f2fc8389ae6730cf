"""Four gradual semantics: how reasons and objections move a base score.

Each is a formula for one statement: from its base score w, the strengths of its supports and those
of its attacks to its own strength; how steep that formula is, for gradients; and a bound for that.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from operator import mul
from typing import Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

SemanticsName: TypeAlias = Literal["df-quad", "quadratic-energy", "euler-based", "h-categorizer"]
#: How the premises of one step work together: as the weakest link, or as independent chances.
TNorm: TypeAlias = Literal["minimum", "product"]

#: Below this, what speaks for and what speaks against an element are as strong as each other.
_EVEN = 1e-12
#: e to this power is near the largest number there is; more changes nothing.
_LARGEST_POWER = 700.0


class Slopes(NamedTuple):
    """How fast a strength grows with the base score, with each support and with each attack."""

    base: float
    supports: list[float]
    attacks: list[float]


@frozen
class GradualSemantics:
    """One gradual semantics."""

    name: SemanticsName
    #: The strength of a statement by its base score, its supports and its attacks.
    strength: Callable[[float, Iterable[float], Iterable[float]], float]
    slopes: Callable[[float, Sequence[float], Sequence[float]], Slopes]
    #: The most that a strength can change by for one unit of one support or attack.
    steepest: Callable[[float], float]
    takes_supports: bool = True


# DF-QuAD, which also gives the licence of a step from its weight, backing and undercuts.


def balance(supports: Iterable[float], attacks: Iterable[float]) -> float:
    """Return by how much supports outdo attacks, from -1 to 1, each taken as a chance.

    >>> balance([0.5, 0.5], [0.25])
    0.5
    """
    for_it = against = 1.0
    for strength in supports:
        for_it *= 1.0 - strength
    for strength in attacks:
        against *= 1.0 - strength
    return against - for_it


def df_quad(base: float, supports: Iterable[float], attacks: Iterable[float]) -> float:
    """Return a strength by DF-QuAD: the balance takes a share of the way up to 1, or down to 0.

    References:
        Rago, Toni, Aurisicchio and Baroni 2016, Discontinuity-free decision support with
        quantitative argumentation debates (KR).

    >>> round(df_quad(0.5, [0.8], [0.4]), 9)
    0.7
    """
    moved = balance(supports, attacks)
    return base + moved * (1.0 - base if moved >= 0.0 else base)


def df_quad_slopes(base: float, supports: Sequence[float], attacks: Sequence[float]) -> Slopes:
    """Return the slopes of DF-QuAD.

    Where supports and attacks are even the formula has a kink, save for a base score of .5: there
    the mean of both sides is taken, or the side that is left where all of them are 0.
    """
    moved = balance(supports, attacks)
    if moved > _EVEN:
        up = down = 1.0 - base
    elif moved < -_EVEN:
        up = down = base
    elif any(supports) or any(attacks):
        up = down = 0.5
    else:
        up, down = 1.0 - base, base
    return Slopes(
        1.0 - abs(moved),
        [up * rest for rest in products_of_others([1.0 - one for one in supports])],
        [-down * rest for rest in products_of_others([1.0 - one for one in attacks])],
    )


def products_of_others(factors: Sequence[float]) -> list[float]:
    """Return, for each factor, the product of the others; linear, and without a division.

    >>> products_of_others([2.0, 3.0, 0.0])
    [0.0, 0.0, 6.0]
    """
    if not factors:
        return []
    before = accumulate(factors[:-1], mul, initial=1.0)
    behind = list(accumulate(factors[:0:-1], mul, initial=1.0))[::-1]
    return [one * other for one, other in zip(before, behind, strict=True)]


# Quadratic energy


def quadratic_energy(base: float, supports: Iterable[float], attacks: Iterable[float]) -> float:
    """Return a strength by the quadratic energy model.

    The energy is the sum of the supports less that of the attacks; h(x) = x² / (1 + x²) of it is
    the share of the way up to 1, or down to 0.

    References:
        Potyka 2018, Continuous dynamical systems for weighted bipolar argumentation (KR).

    >>> round(quadratic_energy(0.5, [0.8], [0.4]) * 58, 9)
    33.0
    """
    energy = sum(supports) - sum(attacks)
    square = energy * energy
    share = square / (1.0 + square)
    return base + share * (1.0 - base) if energy >= 0.0 else base - share * base


def quadratic_energy_slopes(
    base: float, supports: Sequence[float], attacks: Sequence[float]
) -> Slopes:
    """Return the slopes of the quadratic energy model; it has no kink."""
    energy = sum(supports) - sum(attacks)
    square = energy * energy
    steep = 2.0 * abs(energy) / ((1.0 + square) * (1.0 + square))
    steep *= 1.0 - base if energy >= 0.0 else base
    return Slopes(1.0 / (1.0 + square), [steep] * len(supports), [-steep] * len(attacks))


# Euler-based


def euler_based(base: float, supports: Iterable[float], attacks: Iterable[float]) -> float:
    """Return a strength by the Euler-based semantics, 1 - (1 - w²) / (1 + w e^a).

    a is the sum of the supports less that of the attacks. It never falls below w².

    References:
        Amgoud and Ben-Naim 2018, Evaluation of arguments in weighted bipolar graphs (International
        Journal of Approximate Reasoning 99).

    >>> round(euler_based(0.5, [0.8], [0.4]), 6)
    0.570425
    """
    power = math.exp(min(sum(supports) - sum(attacks), _LARGEST_POWER))
    return 1.0 - (1.0 - base * base) / (1.0 + base * power)


def euler_based_slopes(base: float, supports: Sequence[float], attacks: Sequence[float]) -> Slopes:
    """Return the slopes of the Euler-based semantics; it has no kink."""
    power = math.exp(min(sum(supports) - sum(attacks), _LARGEST_POWER))
    below = 1.0 + base * power
    left = (1.0 - base * base) * (power / below) / below
    steep = left * base
    return Slopes(2.0 * base / below + left, [steep] * len(supports), [-steep] * len(attacks))


# h-categorizer


def h_categorizer(base: float, _: Iterable[float], attacks: Iterable[float]) -> float:
    """Return a strength by the weighted h-categorizer, w / (1 + the sum of the attacks).

    It knows no supports.

    References:
        Besnard and Hunter 2001, A logic-based theory of deductive arguments (Artificial
        Intelligence 128); with base scores: Amgoud, Ben-Naim, Doder and Vesic 2017, Acceptability
        semantics for weighted argumentation frameworks (IJCAI).

    >>> h_categorizer(1.0, [], [1.0])
    0.5
    """
    return base / (1.0 + sum(attacks))


def h_categorizer_slopes(base: float, _: Sequence[float], attacks: Sequence[float]) -> Slopes:
    """Return the slopes of the weighted h-categorizer."""
    share = 1.0 / (1.0 + sum(attacks))
    return Slopes(share, [], [-base * share * share] * len(attacks))


_ALL = (
    GradualSemantics("df-quad", df_quad, df_quad_slopes, lambda base: max(base, 1.0 - base)),
    GradualSemantics(
        "quadratic-energy",
        quadratic_energy,
        quadratic_energy_slopes,
        # h is steepest where x is 1 / sqrt 3.
        lambda base: max(base, 1.0 - base) * 3.0 * math.sqrt(3.0) / 8.0,
    ),
    GradualSemantics(
        "euler-based", euler_based, euler_based_slopes, lambda base: (1.0 - base * base) / 4.0
    ),
    GradualSemantics(
        "h-categorizer",
        h_categorizer,
        h_categorizer_slopes,
        lambda base: base,
        takes_supports=False,
    ),
)
#: Every gradual semantics by its name.
GRADUAL_SEMANTICS: Mapping[str, GradualSemantics] = {one.name: one for one in _ALL}
#: The names of the ways in which premises work together.
T_NORMS: tuple[str, ...] = get_args(TNorm)
