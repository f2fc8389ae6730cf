"""Saying in plain sentences why something stands, does not, or is undecided."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.diagnostics import shortened
from argmap.semantics.basis import Basis
from argmap.semantics.grounded import TRUE, UNDECIDED
from argmap.semantics.labelling import Labelling, Reason
from argmap.semantics.program import Atom, Literals

#: How many names a sentence lists before it says how many more there are.
_NAMES = 5

_STANDS_ON = {
    Basis.AXIOM: "it is given",
    Basis.EVIDENCE: "it reports what a source shows",
    Basis.ASSUMED: "it is taken for granted",
    Basis.ASSERTED: "the author puts it forward",
}


def why(labelling: Labelling, name: str, *, most: int = 12) -> str:
    """Return why an element is in, out or undecided, a sentence a line.

    The first sentence is about the element; those that follow explain what a sentence before them
    rests on, each element once, nearer ones first.

    Args:
        labelling: the labels of a map.
        name: id, alias or derived id of a statement or step.
        most: after how many sentences to stop, and to say how much is left to explain.

    Raises:
        UnknownElement: nothing goes by that name.

    >>> from argmap.pipeline import loads
    >>> from argmap.pipeline.evaluating import label
    >>> labelling = label(loads('''
    ... argmap: 1
    ... statements:
    ...   ferry: {conclusion: The ferry should run., because: demand, against: cost}
    ...   demand: {premise: Many would use it.}
    ...   cost: {premise: It costs a lot.}
    ... '''))
    >>> print(why(labelling, "ferry"))
    ferry is not established: the objection from cost holds.
    cost stands: the author puts it forward.
    """
    teller = _Teller(labelling)
    start = labelling.program.known(name)
    waiting, seen = deque([start]), {start}
    lines: list[str] = []
    while waiting and len(lines) < most:
        told = teller.about(waiting.popleft())
        lines.append(f"{told.sentence}.")
        for cause in told.rests_on:
            for atom in teller.unfolded(cause):
                if atom not in seen:
                    seen.add(atom)
                    waiting.append(atom)
    if waiting:
        left = "1 more is" if len(waiting) == 1 else f"{len(waiting)} more are"
        lines.append(f"Of what these rest on, {left} not explained here.")
    return "\n".join(lines)


class _Told(NamedTuple):
    """A sentence without its full stop, and what it rests on."""

    sentence: str
    rests_on: Sequence[Atom] = ()


class _Teller:
    """What there is to say of each statement and step."""

    def __init__(self, labelling: Labelling) -> None:
        self.labelling = labelling
        self.model = labelling.model
        self.program = labelling.program

    def about(self, atom: Atom) -> _Told:
        """Return the sentence about a statement or step."""
        if atom in self.model.rejected:
            return _Told(f"{self.subject(atom)} is taken away")
        if self.model.values[atom] != TRUE:
            return self.about_failing(atom)
        is_step = atom >= self.program.statements
        return self.about_step(atom) if is_step else self.about_statement(atom)

    def about_statement(self, statement: Atom) -> _Told:
        """Tell what a statement that is in stands on, and which objections to it fail."""
        rule = self.model.proved_by[statement]
        body = self.program.positive[rule]
        if body and body[0] in self.program.ways:
            rule = self.model.proved_by[body[0]]
            body = self.program.positive[rule]
        if body:
            ground = f", because {self.standing(self.premises(body[0]))}{self.beside(statement)}"
        else:
            ground = f": {_STANDS_ON[self.program.bases[self.program.name(statement)]]}"
        failing = self.elements(self.program.blockers(rule))
        told = f"{self.subject(statement)} stands{ground}{self.but(failing, statement)}"
        return _Told(told, [*body, *failing])

    def about_step(self, step: Atom) -> _Told:
        """Tell why a step is in: its premises, and the undercuts that fail."""
        rule = self.model.proved_by[step]
        premises, failing = self.program.positive[rule], self.program.negative[rule]
        told = f"{self.subject(step)} holds, as {self.standing(premises)}{self.but(failing, step)}"
        return _Told(told, [*premises, *failing])

    def about_failing(self, atom: Atom) -> _Told:
        """Tell why something is out or undecided."""
        standing = self.labelling.standing(self.program.name(atom))
        causes = [self.labelling.program.known(cause) for cause in standing.causes]
        names, one = self.listed(causes, atom), len(causes) == 1
        if self.model.values[atom] == UNDECIDED:
            because = f"{names} {'is' if one else 'are'} undecided"
            return _Told(f"{self.subject(atom)} is undecided: {because}", causes)
        fails = "is not established" if atom < self.program.statements else "does not hold"
        if causes:
            because = _fails_for(standing.reason, names, one=one, rivals=self.are_rivals(causes))
        elif standing.reason is Reason.ILL_FORMED:
            because = self.what_is_missing(atom)
        else:
            because = "nothing in the map speaks for it"
        return _Told(f"{self.subject(atom)} {fails}: {because}", causes)

    def unfolded(self, atom: Atom) -> Iterator[Atom]:
        """Yield what to explain of something that a sentence speaks of.

        Of a step that stands or falls by its premises alone these are to be explained, and not it.
        """
        is_step = atom >= self.program.statements
        if not is_step or atom in self.model.rejected or atom in self.program.ill_formed:
            yield atom
        elif self.model.values[atom] == TRUE and not self.program.attacks.get(atom):
            yield from self.premises(atom)
        else:
            standing = self.labelling.standing(self.program.name(atom))
            if standing.reason is Reason.PREMISE_OUT:
                yield from map(self.program.known, standing.causes)
            else:
                yield atom

    def premises(self, step: Atom) -> Literals:
        """Return the premises of a step that is in."""
        return self.program.positive[self.program.rules_of[step][0]]

    def standing(self, statements: Sequence[Atom]) -> str:
        """Return that some statements stand."""
        return f"{self.listed(statements)} {'stands' if len(statements) == 1 else 'stand'}"

    def beside(self, statement: Atom) -> str:
        """Return how many more reasons for a statement hold than the one that is told."""
        values = self.model.values
        supports = self.program.supports.get(statement, ())
        more = sum(values[one] == TRUE for one in supports) - 1
        return f" ({more} more {'reason holds' if more == 1 else 'reasons hold'})" if more else ""

    def are_rivals(self, causes: Sequence[Atom]) -> bool:
        """Return whether all of some causes are statements, and no steps."""
        return all(cause < self.program.statements for cause in causes)

    def what_is_missing(self, step: Atom) -> str:
        """Return what makes a step ill-formed."""
        names = self.program.graph.resolved[step - self.program.statements][1]
        wrong = [
            shortened(name)
            for name in names
            if self.program.numbers.get(name, self.program.statements) >= self.program.statements
        ]
        return f"the map has no statement {_listed(wrong)}" if wrong else "it has no premise"

    def but(self, failing: Sequence[Atom], target: Atom) -> str:
        """Return that what speaks against a target fails; nothing where nothing does."""
        if not failing:
            return ""
        verb = "fails" if len(failing) == 1 else "fail"
        return f"; {self.listed(failing, target)} {verb}"

    def elements(self, atoms: Iterable[Atom]) -> list[Atom]:
        """Return statements for their ways, each once."""
        ways = self.program.ways
        found = (ways[atom].statement if atom in ways else atom for atom in atoms)
        return list(dict.fromkeys(found))

    def called(self, atom: Atom, target: Atom | None = None) -> str:
        """Return what a statement or step is called in a sentence; known is what it is aimed at."""
        if atom < self.program.statements:
            return shortened(self.program.name(atom))
        step = self.program.graph.resolved[atom - self.program.statements][0]
        sort = "reason" if step.is_support else "objection"
        if step.inference.id is not None:
            return f"the {sort} {shortened(step.id)}"
        premises = _listed([shortened(premise.statement) for premise in step.inference.premises])
        known = target is not None and self.program.numbers[step.target] == target
        aimed = "" if known else f" to {shortened(step.target)}"
        return f"the {sort} from {premises or 'nothing'}{aimed}"

    def subject(self, atom: Atom) -> str:
        """Return what something is called at the beginning of a sentence; an id stays as it is."""
        called = self.called(atom)
        return called if atom < self.program.statements else called[:1].upper() + called[1:]

    def listed(self, atoms: Sequence[Atom], target: Atom | None = None) -> str:
        """Return what several statements and steps are called."""
        return _listed([self.called(atom, target) for atom in atoms])


def _fails_for(reason: Reason | None, names: str, *, one: bool, rivals: bool) -> str:
    """Return what something that is out fails for: `names` are the causes."""
    match reason:
        case Reason.DEFEATED if rivals:
            return f"its rival {names} stands" if one else f"its rivals {names} stand"
        case Reason.DEFEATED | Reason.UNDERCUT:
            return f"{names} {'holds' if one else 'hold'}"
        case Reason.CIRCULAR:
            return f"all that speaks for it leads back to it, by {names}"
        case Reason.PREMISE_OUT:
            return f"{names} {'is' if one else 'are'} not established"
        case _:
            return f"{names} {'does' if one else 'do'} not hold"


def _listed(names: Sequence[str]) -> str:
    """Return names as running text, of many the first few."""
    if len(names) > _NAMES:
        return f"{', '.join(names[:_NAMES])} and {len(names) - _NAMES} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
