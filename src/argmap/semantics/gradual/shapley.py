"""Shapley values: how much each player carries of the strength of a target."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.semantics.gradual.propagation import Propagation
from argmap.semantics.program import Atom

#: With so many players at most every coalition is gone through: 4,096 of 12.
MOST_PLAYERS = 12


class Shares(NamedTuple):
    """The Shapley value of each player."""

    values: Mapping[Atom, float]
    #: The standard error of each value; 0 where they are exact.
    errors: Mapping[Atom, float]
    #: How many orders were sampled; 0 where the values are exact.
    samples: int
    exact: bool


def exact_values(
    propagation: Propagation, target: Atom, players: Sequence[Atom], *, most_updates: int
) -> Shares | None:
    """Return Shapley values from the worth of every coalition, or None where that takes too long.

    A coalition is worth the strength of the target while the other players have strength 0. The
    coalitions are gone through in the order of a Gray code, so that from one to the next a single
    player comes or goes. O(2^players passes over what one player changes).

    References:
        Shapley 1953, A value for n-person games.
    """
    state = propagation.kept()
    worth = [0.0] * (1 << len(players))
    coalition = len(worth) - 1
    worth[coalition] = propagation.values[target]
    until = propagation.updates + most_updates
    for number in range(1, len(worth)):
        if propagation.updates > until:
            propagation.restore(state)
            return None
        changed = (number & -number).bit_length() - 1
        coalition ^= 1 << changed
        if coalition >> changed & 1:
            propagation.put_back(players[changed])
        else:
            propagation.take_away(players[changed])
        worth[coalition] = propagation.values[target]
    propagation.restore(state)
    values = dict(zip(players, _weighed(worth, len(players)), strict=True))
    return Shares(values, dict.fromkeys(players, 0.0), 0, exact=True)


def _weighed(worth: Sequence[float], count: int) -> Iterator[float]:
    """Yield the Shapley value of each player, by the worth of each coalition (a bit a player)."""
    share = [1.0 / (count * math.comb(count - 1, size)) for size in range(count)]
    for player in range(count):
        bit = 1 << player
        yield math.fsum(
            share[coalition.bit_count()] * (worth[coalition | bit] - worth[coalition])
            for coalition in range(len(worth))
            if not coalition & bit
        )


def sampled_values(
    propagation: Propagation,
    target: Atom,
    players: Sequence[Atom],
    orders: Iterator[Sequence[int]],
    *,
    samples: int,
    most_updates: int,
) -> Shares:
    """Return estimates of Shapley values: what each player adds as it comes in, on average.

    Args:
        propagation: the strengths, with all players.
        target: whose strength it is about.
        players: statements and steps.
        orders: random orders of the numbers below that of the players.
        samples: how many orders to take; two at least.
        most_updates: after so many updates of a strength no further order is taken, and the one at
            hand is dropped.

    References:
        Castro, Gómez and Tejada 2009, Polynomial calculation of the Shapley value based on
        sampling (Computers and Operations Research 36).
    """
    state = propagation.kept()
    until = propagation.updates + most_updates
    for atom in players:
        propagation.take_away(atom)
    empty = propagation.kept()
    sums = dict.fromkeys(players, 0.0)
    squares = dict.fromkeys(players, 0.0)
    taken = 0
    while taken < samples:
        added = _added(propagation, target, players, next(orders), until)
        propagation.restore(empty)
        if added is None:
            break
        taken += 1
        for atom, gain in added.items():
            sums[atom] += gain
            squares[atom] += gain * gain
    propagation.restore(state)
    if taken < 2:
        return Shares({}, {}, 0, exact=False)
    errors = {
        atom: math.sqrt(max(0.0, square - sums[atom] ** 2 / taken) / (taken - 1) / taken)
        for atom, square in squares.items()
    }
    return Shares({atom: one / taken for atom, one in sums.items()}, errors, taken, exact=False)


def _added(
    propagation: Propagation,
    target: Atom,
    players: Sequence[Atom],
    order: Sequence[int],
    until: int,
) -> dict[Atom, float] | None:
    """Return what each player adds when they come in in an order; None where the time is up."""
    added = {}
    strength = propagation.values[target]
    for number in order:
        if propagation.updates > until:
            return None
        player = players[number]
        propagation.put_back(player)
        added[player] = propagation.values[target] - strength
        strength = propagation.values[target]
    return added
