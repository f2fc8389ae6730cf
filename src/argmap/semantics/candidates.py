"""What a search may reject: statements, steps, and sources with the evidence they carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias, get_args

from argmap.errors import UnknownName
from argmap.model import ArgumentMap
from argmap.semantics.program import Atom, Program
from argmap.semantics.source_rejection import resting_on
from argmap.semantics.terms import SOURCE_PREFIX, rejected_on

#: Sorts of candidates: statements without a reason, steps, sources.
CandidateSort: TypeAlias = Literal["leaves", "steps", "sources"]


class Candidates:
    """What may be rejected, in order, and what falls with it.

    Statements and steps stand for themselves. With sources falls the evidence that rests on them
    and on no other, so that two of them may take away more than each of them does.
    """

    def __init__(self, program: Program, names: Iterable[str]) -> None:
        """Take elements and sources by their names; of two for one element, the first.

        Raises:
            UnknownElement: nothing goes by a name.
        """
        self._program = program
        self._atoms: dict[str, Atom] = {}
        self._sources: dict[str, str] = {}
        #: The candidates that what holds can fall with, by statement or step.
        self._touching: dict[Atom, list[str]] = {}
        taken: set[Atom] = set()
        for name in names:
            rejected_on(program, [name])
            atom = program.atom(name)
            if atom is None:
                self._sources[name] = name.removeprefix(SOURCE_PREFIX)
            elif atom not in taken:
                taken.add(atom)
                self._atoms[program.name(atom)] = atom
                self._touching[atom] = [program.name(atom)]
        #: The names of the candidates: ids of elements, then names of sources, each in their order.
        self.names = (*self._atoms, *self._sources)
        self._order = {name: number for number, name in enumerate(self.names)}
        if self._sources:
            self._enter_sources()

    def _enter_sources(self) -> None:
        origins = _Origins(self._program.graph.map)
        named: dict[str, list[str]] = {}
        for name, source in self._sources.items():
            named.setdefault(source, []).append(name)
        for statement in self._program.graph.map.statements:
            if not statement.is_evidence:
                continue
            for source in sorted(origins.of(anchor.source for anchor in statement.anchors)):
                touching = self._touching.setdefault(self._program.numbers[statement.id], [])
                touching.extend(name for name in named.get(source, ()) if name not in touching)

    def touching(self, atoms: Iterable[Atom]) -> list[str]:
        """Return the candidates that some of these atoms could fall with, in their order."""
        found = {name for atom in atoms for name in self._touching.get(atom, ())}
        return sorted(found, key=self._order.__getitem__)

    def in_order(self, chosen: Iterable[str]) -> tuple[str, ...]:
        """Return some candidates in their order."""
        return tuple(sorted(chosen, key=self._order.__getitem__))

    def rank(self, chosen: Iterable[str]) -> tuple[int, list[int]]:
        """Return what sorts sets of candidates: by size, then by the order of their members."""
        numbers = sorted(self._order[name] for name in chosen)
        return len(numbers), numbers

    def taken_by(self, chosen: Iterable[str]) -> frozenset[Atom]:
        """Return what is rejected with some candidates."""
        chosen = frozenset(chosen)
        taken = {self._atoms[name] for name in chosen if name in self._atoms}
        sources = [self._sources[name] for name in chosen if name in self._sources]
        if sources:
            numbers = self._program.numbers
            taken.update(numbers[one] for one in resting_on(self._program.graph.map, *sources))
        return frozenset(taken)


def candidates_of(program: Program, target: Atom, sort: str) -> tuple[str, ...]:
    """Return the candidates of a sort that can matter to a target, in the order of the map.

    Leaves and steps are those that some path leads from to the target: premises, supports, attacks,
    rivals. The target itself is not among them. Sources are those that evidence draws on which
    leads to the target, or is it.

    Args:
        program: the map, compiled.
        target: a statement or step.
        sort: a `CandidateSort`.

    Raises:
        UnknownName: there is no such sort.
    """
    if sort not in get_args(CandidateSort):
        msg = f"candidates are leaves, steps, sources or a list of names, not {sort!r}"
        raise UnknownName(msg)
    leading = _leading_to(program, target)
    first = program.statements
    if sort == "steps":
        return tuple(program.name(atom) for atom in leading if atom >= first)
    if sort == "leaves":
        leaves = (atom for atom in leading if atom < first and not program.supports.get(atom))
        return tuple(program.name(atom) for atom in leaves)
    origins = _Origins(program.graph.map)
    statements = program.graph.map.statements
    concerned = {*leading, target}
    carrying = origins.of(
        anchor.source
        for statement in statements
        if statement.is_evidence and program.numbers[statement.id] in concerned
        for anchor in statement.anchors
    )
    return tuple(
        source.id if program.atom(source.id) is None else SOURCE_PREFIX + source.id
        for source in program.graph.map.sources
        if source.id in carrying
    )


def _leading_to(program: Program, target: Atom) -> Mapping[Atom, None]:
    """Return the statements and steps that the label of a target can depend on, in map order."""
    reached = {target}
    waiting = [target]
    while waiting:
        for rule in program.rules_of[waiting.pop()]:
            for atom in (*program.positive[rule], *program.negative[rule]):
                if atom not in reached:
                    reached.add(atom)
                    waiting.append(atom)
    return dict.fromkeys(
        atom for atom in sorted(reached) if atom < program.elements and atom != target
    )


class _Origins:
    """The sources that anchors lead to, directly or not."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.text = argument_map.text
        self.derived = {source.id: source.derived_from for source in argument_map.sources}

    def of(self, sources: Iterable[str | None]) -> frozenset[str]:
        """Return sources, and all that they draw on, directly or not; None: the text mapped."""
        waiting = [*self.named(sources)]
        reached = {*waiting}
        while waiting:
            for origin in self.derived.get(waiting.pop(), ()):
                if origin not in reached:
                    reached.add(origin)
                    waiting.append(origin)
        return frozenset(reached)

    def named(self, sources: Iterable[str | None]) -> Iterator[str]:
        for source in sources:
            name = source or self.text
            if name is not None:
                yield name
