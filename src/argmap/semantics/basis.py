"""What a statement stands on before any reason and objection."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from argmap.graphs import Graph
from argmap.model import Kind, Leaves, PremiseKind, Statement, Status
from argmap.semantics.mentions import originals


class Basis(Enum):
    """What a statement stands on by itself, before any reason and objection."""

    #: Given: no objection to it succeeds.
    AXIOM = "axiom"
    #: Reports what a source shows.
    EVIDENCE = "evidence"
    #: Taken for granted until it is called into question.
    ASSUMED = "assumed"
    #: Put forward by the author without argument.
    ASSERTED = "asserted"
    #: Nothing: it stands only by its reasons.
    OPEN = "open"


# Looked up once: of each statement it is asked whether it is one of these.
_ASSERTED = Status.ASSERTED
_CONCLUSION, _EVIDENCE, _ASSUMPTION = Kind.CONCLUSION, Kind.EVIDENCE, Kind.ASSUMPTION
_BY_EVIDENCE, _OPEN = Basis.EVIDENCE, Basis.OPEN


def bases(graph: Graph, leaves: Leaves | None = None) -> dict[str, Basis]:
    """Return the basis of each statement by its id, in the author's order. O(size of the map).

    What a statement says of itself comes first: its status (rejected, raised), `given`,
    `questioned`, then its kind. A premise or unargued claim that some step assumes is assumed in
    the whole map.

    Args:
        graph: the graph of the map.
        leaves: on what unargued premises stand; by default as the map says.

    >>> from argmap.model import ArgumentMap, Premise, Support
    >>> ferry = Statement(
    ...     id="ferry", kind=Kind.CLAIM, text="It runs.", because=[Support(premises=[Premise("a")])]
    ... )
    >>> m = ArgumentMap(statements=[ferry, Statement(id="a", kind=Kind.CLAIM, text="Many go.")])
    >>> {name: basis.value for name, basis in bases(Graph(m)).items()}
    {'ferry': 'open', 'a': 'asserted'}
    """
    policy = graph.map.leaves if leaves is None else leaves
    unargued = Basis.ASSERTED if policy is Leaves.AUTHOR else Basis.OPEN
    mentioned = originals(graph)
    by_itself = {mentioned.get(name, name): Basis.ASSUMED for name in _assumed(graph)}
    return {
        statement.id: _basis(statement, by_itself.get(statement.id, unargued))
        for statement in graph.map.statements
    }


def _assumed(graph: Graph) -> Iterator[str]:
    """Yield the ids of the statements that steps assume."""
    for position in graph.map.index.assuming:
        step, names = graph.resolved[position]
        for premise, name in zip(step.inference.premises, names, strict=True):
            if premise.kind is PremiseKind.ASSUMPTION:
                yield name


def _basis(statement: Statement, by_itself: Basis) -> Basis:
    """Return the basis of a statement, which as an unargued premise would have `by_itself`."""
    if statement.status is not _ASSERTED:
        return _OPEN
    if statement.given:
        return Basis.AXIOM
    kind = statement.kind
    if kind is _CONCLUSION or statement.questioned:
        return _OPEN
    if kind is _EVIDENCE:
        return _BY_EVIDENCE
    if kind is _ASSUMPTION:
        return Basis.ASSUMED
    return _OPEN if statement.because else by_itself
