"""Labellings of a map by their definitions, by trying every value of what is negated.

The complete labellings are the three-valued stable models of the program (Przymusinski 1990; Wu,
Caminada and Gabbay 2009); the others are chosen among them. Nothing is shared with what is held
against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeAlias

from attrs import frozen

from argmap.model import ArgumentMap
from argmap.semantics.frameworks.names import Semantics
from tests.semantics.oracle import Atom, Rule, least_model, program

#: The label of each statement and step, as sorted pairs.
Labels: TypeAlias = tuple[tuple[str, str], ...]


@frozen
class Candidate:
    """A complete labelling: what holds, what may hold, and the arguments that are in and decided.

    The arguments are the rules, and for each atom that it fails.
    """

    true: frozenset[Atom]
    possible: frozenset[Atom]
    accepted: frozenset[object]
    decided: frozenset[object]


def negated(argument_map: ArgumentMap) -> list[Atom]:
    """Return the atoms that stand negated in the program of a map; so many are guessed."""
    rules, _ = program(argument_map)
    return sorted({atom for rule in rules for atom in rule.negative}, key=str)


def labellings(argument_map: ArgumentMap) -> dict[str, set[Labels]]:
    """Return the labellings of a map under each semantics."""
    rules, meant = program(argument_map)
    complete = list(_complete(rules, set(meant.values())))
    return {
        semantics.value: {
            tuple(sorted((name, _label(one, meant[name])) for name in meant))
            for one in _chosen(complete, semantics)
        }
        for semantics in Semantics
    }


def _label(candidate: Candidate, atom: Atom) -> str:
    if atom in candidate.true:
        return "in"
    return "undecided" if atom in candidate.possible else "out"


def _complete(rules: Sequence[Rule], atoms: set[str]) -> Iterator[Candidate]:
    """Yield the three-valued stable models: the guesses that come out as they were put in."""
    guessed = sorted({atom for rule in rules for atom in rule.negative}, key=str)
    for values in product((0, 1, 2), repeat=len(guessed)):
        true_guess = frozenset(a for a, v in zip(guessed, values, strict=True) if v == 2)
        possible_guess = frozenset(a for a, v in zip(guessed, values, strict=True) if v)
        true = least_model(rules, possible_guess)
        possible = least_model(rules, true_guess)
        if true & set(guessed) == true_guess and possible & set(guessed) == possible_guess:
            yield _candidate(rules, {*atoms, *(rule.head for rule in rules)}, true, possible)


def _candidate(
    rules: Sequence[Rule], atoms: set[Atom], true: frozenset[Atom], possible: frozenset[Atom]
) -> Candidate:
    accepted: set[object] = {("fails", atom) for atom in atoms - possible}
    decided: set[object] = {
        ("fails", atom) for atom in atoms if (atom in true) == (atom in possible)
    }
    for rule in rules:
        holds = rule.positive <= true and not rule.negative & possible
        may_hold = rule.positive <= possible and not rule.negative & true
        if holds:
            accepted.add(rule)
        if holds or not may_hold:
            decided.add(rule)
    return Candidate(true, possible, frozenset(accepted), frozenset(decided))


def _chosen(complete: list[Candidate], semantics: Semantics) -> list[Candidate]:
    """Return the complete labellings that a semantics keeps."""
    narrowest = [c for c in complete if all(c.accepted <= d.accepted for d in complete)]
    preferred = [c for c in complete if not any(c.accepted < d.accepted for d in complete)]
    semi_stable = [c for c in complete if not any(c.decided < d.decided for d in complete)]
    return {
        Semantics.COMPLETE: complete,
        Semantics.GROUNDED: narrowest,
        Semantics.PREFERRED: preferred,
        Semantics.STABLE: [c for c in complete if c.true == c.possible],
        Semantics.SEMI_STABLE: semi_stable,
        Semantics.IDEAL: _widest_inside(complete, preferred),
        Semantics.EAGER: _widest_inside(complete, semi_stable),
    }[semantics]


def _widest_inside(complete: list[Candidate], outer: list[Candidate]) -> list[Candidate]:
    inside = [c for c in complete if all(c.accepted <= d.accepted for d in outer)]
    return [c for c in inside if all(d.accepted <= c.accepted for d in inside)]
