"""Base scores: how strong a statement is before any reason and objection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.graphs import Graph
from argmap.model import Source, Statement
from argmap.semantics.basis import Basis

#: What a statement scores that says nothing of its strength, by its basis.
BASE_SCORES: Mapping[Basis, float] = {
    Basis.AXIOM: 1.0,
    Basis.EVIDENCE: 0.8,
    Basis.ASSUMED: 0.6,
    Basis.ASSERTED: 0.5,
    Basis.OPEN: 0.5,
}

# The letters and digits are those of the Admiralty code (NATO, AJP-2.1); the numbers are a
# convention of argmap. F and 6, "cannot be judged", have none: unknown is not bad.
RELIABILITY: Mapping[str, float] = {"A": 0.95, "B": 0.85, "C": 0.7, "D": 0.4, "E": 0.15}
CREDIBILITY: Mapping[int, float] = {1: 0.95, 2: 0.8, 3: 0.6, 4: 0.35, 5: 0.1}


def base_scores(graph: Graph, bases: Mapping[str, Basis]) -> list[float]:
    """Return the base score of each statement, from 0 to 1, in the author's order.

    What the author wrote (`strength`) comes first. Evidence scores what the best of its rated
    sources does, and a source the lower one of its letter and its digit; what cannot be judged (F
    and 6) and what was not rated is left out. Anything else scores by its basis.

    Args:
        graph: the graph of the map.
        bases: what each statement stands on by itself.

    >>> from argmap.model import Anchor, ArgumentMap, Kind
    >>> poll = Statement(id="poll", kind=Kind.EVIDENCE, text="412.", anchors=[Anchor(source="s")])
    >>> sources = [Source(id="s", reliability="B", credibility=3)]
    >>> graph = Graph(ArgumentMap(statements=[poll], sources=sources))
    >>> base_scores(graph, {"poll": Basis.EVIDENCE})
    [0.6]
    """
    return [
        _unwritten(graph, statement, bases[statement.id])
        if statement.strength is None
        else float(statement.strength)
        for statement in graph.map.statements
    ]


def _unwritten(graph: Graph, statement: Statement, basis: Basis) -> float:
    score = BASE_SCORES[basis]
    if basis is Basis.EVIDENCE:
        return max(_rated(graph, statement), default=score)
    return score


def _rated(graph: Graph, statement: Statement) -> Iterator[float]:
    """Yield what the rated sources of a piece of evidence score."""
    for anchor in statement.anchors:
        name = anchor.source or graph.map.text
        source = None if name is None else graph.map.source(name)
        if source is not None:
            score = _score(source)
            if score is not None:
                yield score


def _score(source: Source) -> float | None:
    """Return the lower one of what is known of reliability and credibility, or None."""
    letter = RELIABILITY.get(source.reliability or "")
    digit = CREDIBILITY.get(source.credibility or 0)
    return min((score for score in (letter, digit) if score is not None), default=None)
