"""Labels of statements and steps, each with its reason and what causes it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import UnknownElement
from argmap.semantics.grounded import FALSE, TRUE, UNDECIDED, Model
from argmap.semantics.program import Atom, Program

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


class Label(Enum):
    """What an evaluation says of a statement or a step (Caminada 2006)."""

    #: Established: it stands, whatever else is said in the map.
    IN = "in"
    #: Not established. This does not say that it is false.
    OUT = "out"
    #: Neither: what speaks for it and what speaks against it keep each other in balance.
    UNDECIDED = "undecided"


class Reason(Enum):
    """Why a statement or step is not in.

    Of what is out: what it fails for. Of what is undecided: what it would fail for, if that were
    in or out rather than undecided.
    """

    #: The map, or whoever asks, takes it away.
    REJECTED = "rejected"
    #: A statement that would stand, were it not for an objection or a rival.
    DEFEATED = "defeated"
    #: A statement that rests on nothing but itself.
    CIRCULAR = "circular"
    #: A statement that has no reason which holds.
    UNSUPPORTED = "unsupported"
    #: A step against which something speaks (Pollock).
    UNDERCUT = "undercut"
    #: A step with a premise that is not in.
    PREMISE_OUT = "premise-out"
    #: A statement whose reasons, by a proof standard, do not weigh enough even without objections.
    TOO_WEAK = "too-weak"
    #: A step without a premise, or with one that is no statement of the map (AM101, 103, 104).
    ILL_FORMED = "ill-formed"


class Standing(NamedTuple):
    """How an element stands: its label, and why it is not in."""

    label: Label
    #: None for what is in.
    reason: Reason | None = None
    #: Ids of the elements that cause it, in the order of the map: attacks, rivals, premises ...
    causes: tuple[str, ...] = ()


#: The label of each value in a model.
LABELS = {TRUE: Label.IN, FALSE: Label.OUT, UNDECIDED: Label.UNDECIDED}


class Labels(Mapping[str, Label]):
    """A label for each statement and step of a map, by its id; aliases and derived ids are found.

    Iterating yields the ids: statements in the author's order, then steps.
    """

    def __init__(self, program: Program, values: Sequence[int]) -> None:
        """Name what values say of numbers."""
        self.program = program
        self._values = values

    @property
    def map(self) -> ArgumentMap:
        """The map that is labelled."""
        return self.program.graph.map

    def __getitem__(self, name: str) -> Label:
        """Return the label of what a name stands for.

        Raises:
            UnknownElement: nothing goes by that name.
        """
        return LABELS[self._values[self.program.known(name)]]

    def __iter__(self) -> Iterator[str]:
        """Yield the id of each statement, then of each step."""
        return iter(self.program.numbers)

    def __len__(self) -> int:
        """Return how many statements and steps have a label."""
        return len(self.program.numbers)

    def __repr__(self) -> str:
        """Return how many elements have each label."""
        counts = {label: len(self.having(label)) for label in Label}
        told = ", ".join(f"{count} {label.value}" for label, count in counts.items())
        return f"<{type(self).__name__}: {told}>"

    def having(self, label: Label) -> tuple[str, ...]:
        """Return the ids of the statements and steps with a label."""
        values = self._values
        return tuple(
            name for name, atom in self.program.numbers.items() if LABELS[values[atom]] is label
        )

    def standing(self, name: str) -> Standing:
        """Return how an element stands: label, reason and causes.

        Raises:
            UnknownElement: nothing goes by that name.
        """
        atom = self.program.known(name)
        label = LABELS[self._values[atom]]
        if label is Label.IN:
            return Standing(label)
        reason, causes = self._why(atom)
        return Standing(
            label, reason, tuple(self.program.name(cause) for cause in sorted({*causes}))
        )

    @abstractmethod
    def _why(self, atom: Atom) -> tuple[Reason, Iterable[Atom]]:
        """Return why an element is not in, and the elements that cause it."""

    def _why_step(self, step: Atom) -> tuple[Reason, list[Atom]]:
        """Return why a step is not in, and what causes it: what speaks against it comes first."""
        program, values = self.program, self._values
        if step in program.ill_formed:
            return Reason.ILL_FORMED, []
        own = values[step]
        rule = program.rules_of[step][0]
        decisive = TRUE if own == FALSE else UNDECIDED
        undercuts = [attack for attack in program.negative[rule] if values[attack] == decisive]
        if undercuts:
            return Reason.UNDERCUT, undercuts
        return Reason.PREMISE_OUT, [
            premise for premise in program.positive[rule] if values[premise] == own
        ]


class Labelling(Labels):
    """The grounded labelling of a map, by its well-founded model.

    >>> from argmap.pipeline import loads
    >>> from argmap.pipeline.evaluating import label
    >>> labelling = label(loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand, against: cost}
    ...   demand: {premise: Many would use it.}
    ...   cost: {premise: It costs a lot.}
    ... '''))
    >>> labelling["ferry"].value, labelling.standing("ferry").reason.value
    ('out', 'defeated')
    >>> labelling.standing("ferry").causes
    ('cost!ferry',)
    """

    def __init__(self, model: Model) -> None:
        """Name what a model says of numbers."""
        super().__init__(model.program, model.values)
        self.model = model

    def _why(self, atom: Atom) -> tuple[Reason, Iterable[Atom]]:
        if atom in self.model.rejected:
            return Reason.REJECTED, []
        if atom < self.program.statements:
            reason, causes = self._why_statement(atom)
        else:
            reason, causes = self._why_step(atom)
        return reason, map(self._element, causes)

    def effective(self, name: str) -> bool:
        """Return whether an attack is in and counts against its target.

        One that is in does not count against an axiom, a strict step, or what stands by strict or
        preferred reasons alone; nor does one that the author concedes as outweighed, unless
        concessions count.

        Raises:
            UnknownElement: no attack goes by that name.
        """
        attack = self.program.known(name)
        found = self.program.graph.step(name)
        if found.is_support:
            msg = f"{name!r} is a support, and no attack"
            raise UnknownElement(msg)
        return self.model.values[attack] == TRUE and attack in self._counting

    @cached_property
    def _counting(self) -> frozenset[Atom]:
        """The attacks that stand in the body of some rule."""
        rules = range(len(self.program.heads))
        return frozenset(atom for rule in rules for atom in self.program.blockers(rule))

    def _element(self, atom: Atom) -> Atom:
        """Return the statement of a way, and any other atom as it is."""
        way = self.program.ways.get(atom)
        return atom if way is None else way.statement

    def _why_statement(self, statement: Atom) -> tuple[Reason, list[Atom]]:
        """Return why a statement is not in, and what causes it.

        It is defeated where some way to it fails for nothing but an objection or a rival.
        """
        program, values = self.program, self.model.values
        own = values[statement]
        decisive = TRUE if own == FALSE else UNDECIDED
        against = [
            blocker
            for rule in self._ways(statement)
            if all(values[atom] == TRUE for atom in program.positive[rule])
            for blocker in program.blockers(rule)
            if values[blocker] == decisive
        ]
        if against:
            return Reason.DEFEATED, against
        reasons = program.supports.get(statement, ())
        if statement in self.model.unfounded:
            return Reason.CIRCULAR, [*reasons]
        return Reason.UNSUPPORTED, [reason for reason in reasons if values[reason] == own]

    def _ways(self, statement: Atom) -> Iterator[int]:
        """Yield the rules for a statement, the rule of a way in the place of the way."""
        program = self.program
        for rule in program.rules_of[statement]:
            body = program.positive[rule]
            yield program.rules_of[body[0]][0] if body and body[0] in program.ways else rule
