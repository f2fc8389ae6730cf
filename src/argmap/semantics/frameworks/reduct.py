"""Attacks as lists of numbers: the grounded labelling, and the parts that it leaves undecided.

Everything that takes time is done here and in the neighbouring modules on arguments that are
numbers from 0; names stand outside, in `framework`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from attrs import frozen

#: The labels of Caminada 2006. A labelling is a `bytes` with the label of argument `i` at `i`.
UNDECIDED, IN, OUT = 0, 1, 2

#: For each argument, the arguments that attack it.
Attackers: TypeAlias = Sequence[Sequence[int]]


@frozen
class Component:
    """A weakly connected part of what the grounded labelling leaves undecided.

    Each argument has an attacker in the part. `attackers` counts inside the part: argument `i` is
    `members[i]` of the whole.
    """

    members: tuple[int, ...]
    attackers: tuple[tuple[int, ...], ...]


@frozen
class Division:
    """What the grounded labelling decides, and the independent parts of the rest.

    The complete, preferred, stable and semi-stable extensions of the whole are the sets that can
    be made of the arguments that are in and one extension of each component.
    """

    labels: bytes
    components: tuple[Component, ...]


def converse(lists: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the same relation read backwards, each list in ascending order.

    >>> converse([[1], [], [1]])
    [[], [0, 2], []]
    """
    backwards: list[list[int]] = [[] for _ in lists]
    for end, starts in enumerate(lists):
        for start in starts:
            backwards[start].append(end)
    return backwards


def grounded_labels(attackers: Attackers, attacked: Attackers | None = None) -> bytes:
    """Return the grounded labelling, in O(arguments + attacks).

    Args:
        attackers: for each argument, those that attack it.
        attacked: for each argument, those that it attacks, where that is known already.

    Returns:
        A label for each argument.

    References:
        Dung 1995, definition 20; Caminada 2006, On the issue of reinstatement in argumentation.

    >>> list(grounded_labels([[], [0], [1], [3]]))
    [1, 2, 1, 0]
    """
    targets = converse(attackers) if attacked is None else attacked
    standing = [len(sources) for sources in attackers]  # attackers that are not out
    labels = bytearray(len(attackers))
    accepted = [argument for argument, count in enumerate(standing) if not count]
    for argument in accepted:  # grows while it is walked
        labels[argument] = IN
        for target in targets[argument]:
            if not labels[target]:
                labels[target] = OUT
                for defended in targets[target]:
                    standing[defended] -= 1
                    if not standing[defended]:
                        accepted.append(defended)
    return bytes(labels)


def divide(attackers: Attackers, labels: bytes | None = None) -> Division:
    """Return the grounded labels and the weak components of what they leave undecided.

    Arguments that are out attack nothing that counts, so only attacks among undecided arguments
    are kept. O(arguments + attacks).

    Args:
        attackers: for each argument, those that attack it.
        labels: the grounded labelling, where that is known already.

    Returns:
        The division, its components ordered by their first argument.

    >>> divide([[], [0], [3], [2], [4, 1]]).components[0]
    Component(members=(2, 3), attackers=((1,), (0,)))
    """
    if labels is None:
        labels = grounded_labels(attackers)
    rest = [argument for argument, label in enumerate(labels) if not label]
    kept = {
        argument: [source for source in attackers[argument] if not labels[source]]
        for argument in rest
    }
    neighbours: dict[int, list[int]] = {argument: list(kept[argument]) for argument in rest}
    for argument, sources in kept.items():
        for source in sources:
            neighbours[source].append(argument)
    components = []
    place: dict[int, int] = {}  # of an argument within its component
    for first in rest:
        if first in place:
            continue
        place[first] = 0
        members = [first]
        for argument in members:  # grows while it is walked
            for neighbour in neighbours[argument]:
                if neighbour not in place:
                    place[neighbour] = 0
                    members.append(neighbour)
        members.sort()
        for position, argument in enumerate(members):
            place[argument] = position
        components.append(
            Component(
                tuple(members),
                tuple([tuple([place[source] for source in kept[one]]) for one in members]),
            )
        )
    return Division(labels, tuple(components))


def labelling_of(attackers: Attackers, extension: Iterable[int]) -> bytes:
    """Return the labelling of an extension: in, out if a member attacks it, else undecided.

    >>> list(labelling_of([[], [0], [1], [3]], [0, 2]))
    [1, 2, 1, 0]
    """
    inside = set(extension)
    return bytes(
        IN if argument in inside else UNDECIDED if inside.isdisjoint(sources) else OUT
        for argument, sources in enumerate(attackers)
    )
