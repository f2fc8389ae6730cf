"""The terms on which a map is evaluated: what the caller wants taken otherwise than it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from attrs import field, frozen

from argmap.errors import UnknownElement
from argmap.graphs import Graph
from argmap.model import Leaves
from argmap.semantics.basis import Basis, bases
from argmap.semantics.compilation import compiled
from argmap.semantics.program import Atom, Program
from argmap.spelling import did_you_mean
from argmap.values import Value

#: Before the id of a source where an element has the same id: no id has a colon in it.
SOURCE_PREFIX = "source:"


class Concessions(Enum):
    """What an objection does that the author concedes and judges outweighed (`despite`)."""

    #: It is labelled as any step, and left out of what speaks against its target.
    OUTWEIGHED = "outweighed"
    #: It speaks against its target as any other objection does.
    COUNT = "count"


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(kw_only=True, eq=False, repr=False)
class Terms(Value):
    """The terms of an evaluation.

    >>> Terms(reject=["survey"]).reject
    ('survey',)
    """

    #: On what unargued premises stand; None: as the map says.
    leaves: Leaves | None = None
    concessions: Concessions = Concessions.OUTWEIGHED
    #: What single statements stand on, by their ids, whatever the map says.
    bases: Mapping[str, Basis] = field(factory=dict)
    #: Statements, steps and sources that are taken away.
    reject: tuple[str, ...] = field(default=(), converter=_names)


def bases_on(graph: Graph, terms: Terms) -> dict[str, Basis]:
    """Return the basis of each statement on some terms, by its id.

    Raises:
        UnknownElement: the terms give a basis to what is no statement.
    """
    found = bases(graph, terms.leaves)
    for name, basis in terms.bases.items():
        known = graph.canonical(name)
        if known not in found:
            raise UnknownElement(_unknown("statement", name, found))
        found[known] = basis
    return found


def program_on(graph: Graph, terms: Terms) -> Program:
    """Return the program of a map on some terms; what they reject is in `rejected_on`.

    Raises:
        UnknownElement: the terms give a basis to what is no statement.
    """
    return compiled(
        graph,
        bases_on(graph, terms),
        concessions_count=terms.concessions is Concessions.COUNT,
    )


def rejected_on(program: Program, names: Iterable[str]) -> frozenset[Atom]:
    """Return the statements and steps that are taken away with some elements and sources.

    A name is that of an element, else of a source; `source:survey` is a source in any case. With
    sources fall the pieces of evidence that rest on nothing else.

    Raises:
        UnknownElement: nothing goes by such a name.
    """
    taken: set[Atom] = set()
    sources: list[str] = []
    for name in names:
        atom = program.atom(name)
        source = name.removeprefix(SOURCE_PREFIX)
        if atom is not None:
            taken.add(atom)
        elif program.graph.map.source(source) is not None:
            sources.append(source)
        else:
            raise UnknownElement(
                _unknown(
                    "statement, step or source",
                    name,
                    [*program.numbers, *(source.id for source in program.graph.map.sources)],
                )
            )
    if sources:
        from argmap.semantics.source_rejection import resting_on  # a check rejects no source

        taken.update(program.numbers[one] for one in resting_on(program.graph.map, *sources))
    return frozenset(taken)


def _unknown(sort: str, name: str, known: Iterable[str]) -> str:
    hint = did_you_mean(name, known)
    return f"the map has no {sort} {name!r}" + (f"; {hint}" if hint else "")
