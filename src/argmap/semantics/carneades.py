"""Labels by proof standards, as in Carneades."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.graphs import strongly_connected
from argmap.semantics.basis import Basis
from argmap.semantics.grounded import FALSE, TRUE, UNDECIDED
from argmap.semantics.program import Atom, Program
from argmap.semantics.standards import Thresholds, meets
from argmap.semantics.weighing import CERTAIN, POSSIBLE, Front, Reason, Weights


class Weighing:
    """The labelling by proof standards, in the making.

    A step holds where its premises do and nothing that holds undercuts it. A statement holds where
    what holds for it and what holds against it meet its proof standard: its own, else that of its
    issue, else the preponderance of the evidence. For it speak its supports, and that it stands by
    itself; against it speak attacks, and what speaks for its rivals in an issue. An axiom holds,
    and so does what a strict step that holds concludes; what a reason is preferred to does not
    speak against that reason.

    The least fixpoint: what is not settled yet can count or not, and a label is settled when it is
    the same either way. A circle that nothing from outside settles is left undecided, one of
    supports as well, as in Carneades 4.

    References:
        Gordon, Prakken and Walton 2007, The Carneades model of argument and burden of proof.
        Gordon and Walton 2009, Proof burdens and standards.
    """

    def __init__(self, program: Program, rejected: Iterable[Atom], thresholds: Thresholds) -> None:
        """Prepare to label; what is rejected fails beside what the map rejects."""
        self.program = program
        self.thresholds = thresholds
        self.rejected = program.rejected.union(rejected)
        self.weights = Weights(program, self.rejected)
        #: A value for each statement and step.
        self.values = bytearray(program.elements)
        self._certain: dict[int, Front] = {}
        self._possible: dict[int, Front] = {}

    def settle(self) -> None:
        """Label everything, what others depend on first.

        Linear in the size of the map where nothing depends on itself, and no preference is stated
        in a large issue.
        """
        for component in list(strongly_connected(range(self.program.elements), self._needs)):
            # An issue is looked at before its positions are.
            pending = sorted(component, reverse=True)
            inside = frozenset(component)
            needed_by: dict[int, list[int]] = {}
            if len(component) > 1:
                for node in component:
                    for needed in self._needs(node):
                        if needed in inside:
                            needed_by.setdefault(needed, []).append(node)
            while pending:
                changed = [node for node in pending if self._look_at(node)]
                following = {one for node in changed for one in needed_by.get(node, ())}
                pending = sorted(following, reverse=True)

    def _needs(self, node: int) -> Iterator[int]:
        """Yield what is looked at to settle a statement, a step, or an issue.

        Issue k goes by the number of elements and k.
        """
        program = self.program
        if node >= program.elements:
            for position in self.weights.positions[node - program.elements]:
                yield from program.supports.get(position, ())
        elif node >= program.statements:
            for rule in program.rules_of[node]:
                yield from program.positive[rule]
                yield from program.negative[rule]
        else:
            yield from program.supports.get(node, ())
            yield from program.attacks.get(node, ())
            for number in self.weights.issues.get(node, ()):
                yield program.elements + number
                if self._prefers(node):
                    for position in self.weights.positions[number]:
                        yield from program.supports.get(position, ())

    def _prefers(self, statement: Atom) -> bool:
        """Return whether some reason for a statement is preferred to anything."""
        worse_than = self.weights.preferences.worse_than
        return any(worse_than(step) for step in self.program.supports.get(statement, ()))

    def _look_at(self, node: int) -> bool:
        """Settle a node as far as it can be; return whether that changed anything."""
        elements = self.program.elements
        if node >= elements:
            number = node - elements
            before = self._certain.get(number), self._possible.get(number)
            self._certain[number] = self.weights.front(number, self.values, CERTAIN)
            self._possible[number] = self.weights.front(number, self.values, POSSIBLE)
            return before != (self._certain[number], self._possible[number])
        if self.values[node] != UNDECIDED:
            return False
        first = self.program.statements
        self.values[node] = self._step(node) if node >= first else self._statement(node)
        return self.values[node] != UNDECIDED

    def _step(self, step: Atom) -> int:
        program = self.program
        if step in self.rejected or step in program.ill_formed:
            return FALSE
        rule = program.rules_of[step][0]
        premises = [self.values[atom] for atom in program.positive[rule]]
        undercuts = [self.values[atom] for atom in program.negative[rule]]
        if FALSE in premises or TRUE in undercuts:
            return FALSE
        return UNDECIDED if UNDECIDED in (*premises, *undercuts) else TRUE

    def _statement(self, statement: Atom) -> int:
        program = self.program
        described = program.graph.map.statements[statement]
        if statement in self.rejected:
            return FALSE
        if program.bases[described.id] is Basis.AXIOM:
            return TRUE
        possible = self.weights.holding(statement, self.values, POSSIBLE)
        most = [self._enough(reason, certain=False) for reason in self._leading(possible)]
        if not any(most):
            return FALSE
        certain = self.weights.holding(statement, self.values, CERTAIN)
        least = [self._enough(reason, certain=True) for reason in self._leading(certain)]
        return TRUE if any(least) else UNDECIDED

    def _leading(self, reasons: Sequence[Reason]) -> Iterator[Reason]:
        """Yield, of reasons that nothing sets apart, the strongest; and all others."""
        plain: list[Reason] = []
        for reason in reasons:
            if self._conclusive(reason) or self._worse_than(reason):
                yield reason
            else:
                plain.append(reason)
        if plain:
            yield max(plain, key=lambda reason: reason.weight)

    def _enough(self, reason: Reason, *, certain: bool) -> bool:
        """Return whether a reason is enough, whatever comes of the rest; or at the best."""
        if self._conclusive(reason):
            return True
        counted, fronts = (POSSIBLE, self._possible) if certain else (CERTAIN, self._certain)
        worse = self._worse_than(reason)
        if worse:
            con = self.weights.strongest_not_worse(reason, self.values, counted, worse)
        else:
            con = self.weights.strongest_against(reason.statement, self.values, counted, fronts)
        standard = self.weights.standard(reason.statement)
        return meets(standard, [reason.weight], con, self.thresholds)

    def _conclusive(self, reason: Reason) -> bool:
        return reason.step is not None and self.program.step(reason.step).strict

    def _worse_than(self, reason: Reason) -> frozenset[Atom]:
        if reason.step is None:
            return frozenset()
        return self.weights.preferences.worse_than(reason.step)
