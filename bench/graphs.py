"""Graphs without a text for measuring what evaluates them: the same number gives the same graph."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Attacks(NamedTuple):
    """An abstract argumentation framework."""

    names: Sequence[str]
    #: Who attacks whom.
    pairs: Sequence[tuple[str, str]]

    def written(self) -> str:
        """Return the framework as JSON."""
        return json.dumps(self._asdict())

    @classmethod
    def read(cls, file: Path) -> Attacks:
        """Return the framework that was written to a file."""
        told = json.loads(file.read_text(encoding="utf-8"))
        return cls(told["names"], [(source, target) for source, target in told["pairs"]])


def random_attacks(count: int, degree: int, seed: int) -> Attacks:
    """Return a framework in which each attack is as likely as any other.

    Arguments may attack themselves.

    Args:
        count: how many arguments.
        degree: how many attacks there are for each argument.
        seed: another number gives another framework of the same size.

    References:
        Erdős & Rényi 1959, On random graphs I, where the number of edges is fixed.
    """
    chance = random.Random(f"attacks {count} {degree} {seed}")
    chosen = chance.sample(range(count * count), min(count * degree, count * count))
    names = [f"a{number}" for number in range(count)]
    pairs = [(names[place // count], names[place % count]) for place in sorted(chosen)]
    return Attacks(names, pairs)


class Weighted(NamedTuple):
    """A quantitative bipolar argumentation framework: base scores, attacks and supports."""

    scores: Sequence[float]
    #: Source and target, by their numbers.
    attacks: Sequence[tuple[int, int]]
    supports: Sequence[tuple[int, int]]

    def graph_text(self) -> str:
        """Return the framework as JSON, for programs other than argmap."""
        return json.dumps(self._asdict())

    def map_text(self) -> str:
        """Return the framework as a map file: each attack and support a step of one premise."""
        because, against = _by_target(self.supports), _by_target(self.attacks)
        lines = ["argmap: 1", "main: s0", "statements:"]
        for number, score in enumerate(self.scores):
            kind = "conclusion" if number in because else "premise"
            lines += [f"  s{number}:", f"    {kind}: Statement {number}.", f"    strength: {score}"]
            for key, sources in (("because", because), ("against", against)):
                if number in sources:
                    joined = ", ".join(f"s{source}" for source in sources[number])
                    lines.append(f"    {key}: [{joined}]")
        return "\n".join(lines) + "\n"

    @classmethod
    def read(cls, file: Path) -> Weighted:
        """Return the framework that was written to a file as JSON."""
        told = json.loads(file.read_text(encoding="utf-8"))
        edges = ([(source, target) for source, target in told[kind]] for kind in cls._fields[1:])
        return cls(told["scores"], *edges)


def weighted(count: int, *, seed: int = 0, cycles: int = 0) -> Weighted:
    """Return a framework that is shaped as the generated maps are.

    A binary tree in which one edge in three is an attack and the others are supports; three
    statements in ten bear on a second one, nearer to the root.

    Args:
        count: how many statements.
        seed: another number gives another framework of the same size.
        cycles: how many statements attack back what attacks or supports them.
    """
    chance = random.Random(f"weighted {count} {seed}")
    attacks: list[tuple[int, int]] = []
    supports: list[tuple[int, int]] = []
    for child in range(1, count):
        targets = {(child - 1) // 2}
        if chance.random() < 0.3:
            targets.add(chance.randrange(child))
        for target in sorted(targets):
            kind = attacks if chance.random() < 1 / 3 else supports
            kind.append((child, target))
    scores = [round(0.1 + 0.8 * chance.random(), 3) for _ in range(count)]
    edges = [*attacks, *supports]
    for source, target in chance.sample(edges, min(cycles, len(edges))):
        attacks.append((target, source))
    return Weighted(scores, attacks, supports)


def _by_target(edges: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for source, target in edges:
        found.setdefault(target, []).append(source)
    return found
