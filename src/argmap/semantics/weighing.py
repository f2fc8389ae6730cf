"""What speaks for a statement and what against it, by weight, as far as it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from argmap.model import ProofStandard
from argmap.semantics.basis import Basis
from argmap.semantics.compilation import positions_of
from argmap.semantics.grounded import FALSE, TRUE
from argmap.semantics.preferences import preferences_of
from argmap.semantics.program import Atom, Program

#: The values of steps under which they are counted: those that hold, or those that may hold.
Counted: TypeAlias = frozenset[int]


class Reason(NamedTuple):
    """What speaks for a statement: a step, or its own basis."""

    statement: Atom
    #: The support; None for the basis.
    step: Atom | None
    weight: float


class Front(NamedTuple):
    """The strongest that is said for the positions of an issue: None where nothing is."""

    weight: float | None = None
    position: Atom | None = None
    #: The strongest that is said for another position.
    next_weight: float | None = None

    def against(self, position: Atom) -> float | None:
        """Return the strongest that is said for the rivals of a position."""
        return self.next_weight if position == self.position else self.weight


class Weights:
    """The reasons for statements and their weights, attacks and rivals, in one map.

    A step weighs what its `weight` says, else 1. That a statement stands by itself is a reason for
    it, of the weight that its `strength` says, else 1; that of an axiom is 1.
    """

    def __init__(self, program: Program, rejected: frozenset[Atom]) -> None:
        """Read the weights off a program's map; what is rejected has no reasons."""
        self.program = program
        self.rejected = rejected
        self.preferences = preferences_of(program.graph, program.numbers)
        self.reasons = [self._reasons(atom) for atom in range(program.statements)]
        #: The positions of each issue, and the issues of each position, by their numbers.
        self.positions: list[list[Atom]] = []
        self.issues: dict[Atom, list[int]] = {}
        for number, issue in enumerate(program.graph.map.issues):
            self.positions.append(positions_of(issue, program.graph, program.numbers))
            for position in self.positions[-1]:
                self.issues.setdefault(position, []).append(number)

    def _reasons(self, statement: Atom) -> tuple[Reason, ...]:
        found = []
        described = self.program.graph.map.statements[statement]
        basis = self.program.bases[described.id]
        if statement in self.rejected or self.program.numbers[described.id] != statement:
            return ()
        if basis is not Basis.OPEN:
            own = 1.0 if described.strength is None else described.strength
            found.append(Reason(statement, None, 1.0 if basis is Basis.AXIOM else own))
        for step in self.program.supports.get(statement, ()):
            found.append(Reason(statement, step, self.weight(step)))
        return tuple(found)

    def weight(self, step: Atom) -> float:
        """Return the weight of a step."""
        weight = self.program.step(step).weight
        return 1.0 if weight is None else weight

    def standard(self, statement: Atom) -> ProofStandard:
        """Return the proof standard of a statement: its own, that of its issue, preponderance."""
        described = self.program.graph.map
        own = described.statements[statement].standard
        asked = [described.issues[number].standard for number in self.issues.get(statement, ())]
        known = (standard for standard in (own, *asked) if standard is not None)
        return next(known, ProofStandard.PREPONDERANCE)

    def holding(self, statement: Atom, values: Sequence[int], counted: Counted) -> list[Reason]:
        """Return the reasons for a statement that hold, or may hold."""
        return [
            reason
            for reason in self.reasons[statement]
            if (TRUE if reason.step is None else values[reason.step]) in counted
        ]

    def front(self, issue: int, values: Sequence[int], counted: Counted) -> Front:
        """Return the strongest that is said in an issue. Linear in what is said there."""
        best: list[tuple[float, Atom]] = []
        for position in self.positions[issue]:
            held = self.holding(position, values, counted)
            if held:
                best.append((max(reason.weight for reason in held), position))
                best.sort(key=lambda one: -one[0])
                del best[2:]
        if not best:
            return Front()
        return Front(*best[0], best[1][0] if len(best) > 1 else None)

    def against(
        self, statement: Atom, values: Sequence[int], counted: Counted
    ) -> Iterator[tuple[Atom, Atom, float]]:
        """Yield what speaks against a statement: the element that does, the step, its weight.

        Of a rival the element is the rival, and the step the reason for it, or itself where it
        stands by itself.
        """
        for attack in self.program.attacks.get(statement, ()):
            if values[attack] in counted:
                yield attack, attack, self.weight(attack)
        rivals = dict.fromkeys(
            rival
            for number in self.issues.get(statement, ())
            for rival in self.positions[number]
            if rival != statement
        )
        for rival in rivals:
            for reason in self.holding(rival, values, counted):
                yield rival, rival if reason.step is None else reason.step, reason.weight

    def strongest_against(
        self,
        statement: Atom,
        values: Sequence[int],
        counted: Counted,
        fronts: Mapping[int, Front],
    ) -> list[float]:
        """Return the weight of the strongest that speaks against a statement, if anything does."""
        weights = [
            self.weight(attack)
            for attack in self.program.attacks.get(statement, ())
            if values[attack] in counted
        ]
        for number in self.issues.get(statement, ()):
            rival = fronts[number].against(statement)
            if rival is not None:
                weights.append(rival)
        return [max(weights)] if weights else []

    def strongest_not_worse(
        self, reason: Reason, values: Sequence[int], counted: Counted, worse: Iterable[Atom]
    ) -> list[float]:
        """Return the same without what a reason is preferred to."""
        ignored = frozenset(worse)
        found = self.against(reason.statement, values, counted)
        weights = [weight for _, step, weight in found if step not in ignored]
        return [max(weights)] if weights else []


#: Steps that hold, and steps that hold or may yet.
CERTAIN: Counted = frozenset([TRUE])
POSSIBLE: Counted = frozenset({0, 1, 2} - {FALSE})
