"""Admissible sets inside a set of arguments, and around one."""

from __future__ import annotations

from argmap.semantics.frameworks.reduct import IN, Attackers, grounded_labels


def largest_admissible(attackers: Attackers, inside: frozenset[int]) -> frozenset[int]:
    """Return the largest admissible part of a conflict-free set, in polynomial time.

    Args:
        attackers: for each argument, those that attack it.
        inside: arguments of which none attacks another.

    Returns:
        The union of all admissible parts, which is admissible itself.

    References:
        Dung, Mancarella & Toni 2007, Computing ideal sceptical argumentation, AIJ 171.

    >>> sorted(largest_admissible([[1], [0], [1]], frozenset({0, 2})))
    [0, 2]
    >>> sorted(largest_admissible([[1], [0], [1]], frozenset({2})))
    []
    """
    while True:
        defended = frozenset(
            argument
            for argument in inside
            if all(not inside.isdisjoint(attackers[threat]) for threat in attackers[argument])
        )
        if defended == inside:
            return inside
        inside = defended


def small_defence(attackers: Attackers, inside: frozenset[int], argument: int) -> list[int]:
    """Return a small admissible part of an admissible set, with a given member in it.

    Args:
        attackers: for each argument, those that attack it.
        inside: an admissible set.
        argument: a member of it.

    Returns:
        The member, defenders of it, defenders of these, and so on; each threat brings in one
        defender at most.

    >>> small_defence([[1], [0], [3], [2]], frozenset({0, 2}), 2)
    [2]
    """
    part = [argument]
    members = {argument}
    for member in part:  # grows while it is walked
        for threat in attackers[member]:
            if members.isdisjoint(attackers[threat]):
                defender = min(inside.intersection(attackers[threat]))
                members.add(defender)
                part.append(defender)
    return part


def least_complete(attackers: Attackers, inside: frozenset[int]) -> frozenset[int]:
    """Return the least complete extension that holds an admissible set, in linear time.

    >>> sorted(least_complete([[1], [0], [1], [3]], frozenset({0})))
    [0, 2]
    """
    unattacked = [() if one in inside else sources for one, sources in enumerate(attackers)]
    labels = grounded_labels(unattacked)
    return frozenset([argument for argument, label in enumerate(labels) if label == IN])
