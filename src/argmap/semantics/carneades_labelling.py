"""The labelling by proof standards, with the verdict on each statement."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from argmap.errors import UnknownElement
from argmap.model import ProofStandard
from argmap.semantics.carneades import Weighing
from argmap.semantics.grounded import FALSE, TRUE, UNDECIDED
from argmap.semantics.labelling import Labels, Reason
from argmap.semantics.program import Atom, Program
from argmap.semantics.standards import Thresholds, meets
from argmap.semantics.weighing import CERTAIN, Counted


@frozen
class Weighed:
    """Something that speaks for or against a statement, and its weight from 0 to 1."""

    #: Id of the step; where a statement stands by itself, its own id.
    element: str
    weight: float


@frozen(kw_only=True)
class ProofVerdict:
    """How a statement stands by its proof standard."""

    #: Id of the statement.
    statement: str
    standard: ProofStandard
    thresholds: Thresholds
    #: What speaks for it and holds, in the order of the map.
    pro: tuple[Weighed, ...]
    #: What speaks against it and holds: attacks, and the reasons for its rivals.
    con: tuple[Weighed, ...]
    #: Whether the statement is in; None where it is undecided.
    met: bool | None

    @property
    def strongest_pro(self) -> float:
        """The greatest weight for the statement, 0 where nothing speaks for it."""
        return max((one.weight for one in self.pro), default=0.0)

    @property
    def strongest_con(self) -> float:
        """The greatest weight against the statement, 0 where nothing speaks against it."""
        return max((one.weight for one in self.con), default=0.0)


class CarneadesLabelling(Labels):
    """The labelling of a map by proof standards.

    >>> from argmap.pipeline import loads
    >>> from argmap.pipeline.evaluating import label
    >>> labelling = label(loads('''
    ... argmap: 1
    ... statements:
    ...   ferry:
    ...     conclusion: The ferry should run.
    ...     because: {from: demand, weight: 0.8}
    ...     against: {from: cost, weight: 0.4}
    ...   demand: {premise: Many would use it.}
    ...   cost: {premise: It costs a lot.}
    ... '''), semantics="carneades")
    >>> labelling["ferry"].value, labelling.verdict("ferry").strongest_con
    ('in', 0.4)
    """

    def __init__(self, weighing: Weighing) -> None:
        """Name what a weighing that is settled says of numbers."""
        super().__init__(weighing.program, weighing.values)
        self.thresholds = weighing.thresholds
        self._weights = weighing.weights
        self._rejected = weighing.rejected

    def verdict(self, name: str) -> ProofVerdict:
        """Return what speaks for a statement and against it, and whether its standard is met.

        Raises:
            UnknownElement: no statement goes by that name.
        """
        atom = self.program.known(name)
        if atom >= self.program.statements:
            msg = f"{name!r} is a step: only statements have a proof standard"
            raise UnknownElement(msg)
        own = self._values[atom]
        held = self._weights.holding(atom, self._values, CERTAIN)
        against = self._weights.against(atom, self._values, CERTAIN)
        return ProofVerdict(
            statement=self.program.name(atom),
            standard=self._weights.standard(atom),
            thresholds=self.thresholds,
            pro=tuple(self._weighed(atom if r.step is None else r.step, r.weight) for r in held),
            con=tuple(self._weighed(step, weight) for _, step, weight in against),
            met=None if own == UNDECIDED else own == TRUE,
        )

    def _weighed(self, atom: Atom, weight: float) -> Weighed:
        return Weighed(self.program.name(atom), weight)

    def _why(self, atom: Atom) -> tuple[Reason, Iterable[Atom]]:
        if atom in self._rejected:
            return Reason.REJECTED, []
        if atom >= self.program.statements:
            return self._why_step(atom)
        own = self._values[atom]
        held = [reason.weight for reason in self._weights.holding(atom, self._values, CERTAIN)]
        standard = self._weights.standard(atom)
        if meets(standard, held, [], self.thresholds):
            counted: Counted = CERTAIN if own == FALSE else frozenset([UNDECIDED])
            against = [one for one, _, _ in self._weights.against(atom, self._values, counted)]
            if against:
                return Reason.DEFEATED, against
        elif held and own == FALSE:
            return Reason.TOO_WEAK, []
        reasons = self.program.supports.get(atom, ())
        return Reason.UNSUPPORTED, [step for step in reasons if self._values[step] == own]


def carneades(
    program: Program, rejected: Iterable[Atom] = (), thresholds: Thresholds | None = None
) -> CarneadesLabelling:
    """Return the labelling of a map by proof standards; `Weighing` says what it is.

    Args:
        program: the map, compiled.
        rejected: statements and steps that are taken away, beside those that the map rejects.
        thresholds: what clear and convincing proof, and proof beyond reasonable doubt, ask for.
    """
    weighing = Weighing(program, rejected, thresholds or Thresholds())
    weighing.settle()
    return CarneadesLabelling(weighing)
