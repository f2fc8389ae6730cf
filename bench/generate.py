"""Maps of any size for measuring: the same number gives the same map.

Shapes: `bushy` (a binary tree), `deep` (a chain), `flat` (one conclusion, many reasons).
About half of the steps are linked, one statement in twelve is attacked, one step in twenty is
undercut, and most statements have a type and a place: close to what people write.

The grounded labelling decides nearly all of such a map. Conflicts are pairs of neighbouring leaves
that attack each other: what they are, and what hangs on them, it leaves undecided.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

_WORDS = [
    "the",
    "ferry",
    "port",
    "council",
    "harbour",
    "night",
    "service",
    "cost",
    "demand",
    "people",
    "survey",
    "road",
    "safety",
    "budget",
    "would",
    "should",
    "could",
    "not",
    "more",
    "fewer",
    "than",
    "before",
    "after",
    "because",
    "while",
    "against",
    "most",
    "some",
    "weekly",
]
_SHAPES = ("bushy", "deep", "flat")
#: Evidence comes from so many sources in turn, as from one alone it would be a fault of each step.
_SURVEYS = 8


def map_text(count: int, *, shape: str = "bushy", seed: int = 0, conflicts: int = 0) -> str:
    """Return a map file with `count` statements.

    Args:
        count: how many statements.
        shape: one of `bushy`, `deep` and `flat`.
        seed: another number gives other words, attacks and conflicts.
        conflicts: how many pairs of leaves attack each other; fewer where there are not so many
            pairs. The rest of the map is the same whatever the number.

    Raises:
        ValueError: there is no such shape.
    """
    if shape not in _SHAPES:
        msg = f"{shape!r} is none of {', '.join(_SHAPES)}"
        raise ValueError(msg)
    rivals = _rivals(count, shape, random.Random(f"conflicts {seed}"), conflicts)
    return "\n".join(_lines(count, shape, random.Random(seed), rivals)) + "\n"


def _rivals(count: int, shape: str, chance: random.Random, conflicts: int) -> dict[int, int]:
    """Return the leaf that each leaf in a conflict attacks; no leaf is in two conflicts."""
    leaves = [number for number in range(count) if not any(_children(number, count, shape))]
    starts = list(range(0, len(leaves) - 1, 2))
    rivals: dict[int, int] = {}
    for start in chance.sample(starts, min(conflicts, len(starts))):
        first, second = leaves[start : start + 2]
        rivals |= {first: second, second: first}
    return rivals


def _lines(
    count: int, shape: str, chance: random.Random, rivals: Mapping[int, int]
) -> Iterator[str]:
    yield "argmap: 1"
    yield "title: A generated map"
    yield "main: s0"
    yield "text: article"
    yield "as-of: 2025-05-08"
    yield "sources:"
    yield "  article: {title: An article, date: 2025-05-08, kind: article}"
    for survey in range(1, _SURVEYS + 1):
        yield f"  survey-{survey}: {{title: A survey, date: 2025-02, kind: report}}"
    yield "statements:"
    for number in range(count):
        children = list(_children(number, count, shape))
        yield from _statement(number, children, count, chance, rivals.get(number))


def _children(number: int, count: int, shape: str) -> Iterator[int]:
    if shape == "deep":
        first, many = number + 1, 1
    elif shape == "flat":
        first, many = 1, (count if number == 0 else 0)
    else:
        first, many = 2 * number + 1, 2
    yield from (child for child in range(first, first + many) if child < count)


def _statement(
    number: int, children: list[int], count: int, chance: random.Random, rival: int | None
) -> Iterator[str]:
    text = " ".join(chance.choices(_WORDS, k=chance.randint(8, 18)))
    kind = "conclusion" if children else chance.choice(["premise", "evidence"])
    yield f"  s{number}:"
    yield f"    {kind}: {text.capitalize()}."
    place = f"p{number // 7 + 1}.{number % 7 + 1}"
    if kind == "evidence":
        yield "    type: document"
        yield f"    at: survey-{number % _SURVEYS + 1} via {place}"
    else:
        yield f"    type: {chance.choice(['fact', 'causal', 'prediction'])}"
        yield f'    at: {place} "{" ".join(text.split()[:3])}"'
    if children:
        yield "    because:"
        yield from _steps(children, count, chance)
    attackers = [] if rival is None else [rival]
    if chance.random() < 1 / 12:
        attackers.append(count - 1 - chance.randrange(max(1, count // 2)))
    named = ", ".join(f"s{attacker}" for attacker in dict.fromkeys(attackers))
    if named:
        yield f"    against: {f'[{named}]' if ',' in named else named}"


def _steps(children: list[int], count: int, chance: random.Random) -> Iterator[str]:
    if len(children) == 2 and chance.random() < 0.5:
        joined = " + ".join(f"s{child}" for child in children)
        if chance.random() < 0.1:
            yield f"      - from: [{joined.replace(' + ', ', ')}]"
            yield f"        unless: s{count - 1 - chance.randrange(max(1, count // 2))}"
        else:
            yield f"      - {joined}"
    else:
        for child in children:
            yield f"      - s{child}"
