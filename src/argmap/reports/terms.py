"""On which terms a map was evaluated, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.graphs import Graph
from argmap.model import Leaves, Position
from argmap.semantics.terms import Concessions, Terms

#: How many of what is taken away are named; more are counted.
_NAMED = 5


def in_words(terms: Terms, graph: Graph | None, evaluated: str) -> str:
    """Return on which terms a map was evaluated.

    Args:
        terms: what the caller wants to be taken otherwise than the map has it.
        graph: the graph of the map; without it, only what the caller wants is told.
        evaluated: how it was evaluated, to begin with: `Evaluated by grounded semantics`.
    """
    return " ".join(f"{sentence}." for sentence in (evaluated, *_sentences(terms, graph)))


def _sentences(terms: Terms, graph: Graph | None) -> Iterator[str]:
    leaves = graph.map.leaves if graph and terms.leaves is None else terms.leaves
    if leaves is Leaves.AUTHOR:
        yield "Premises for which nothing is given stand on the author's word"
    elif leaves is Leaves.EVIDENCE:
        yield "Premises for which nothing is given do not stand by themselves"
    counting = terms.concessions is Concessions.COUNT
    if counting or (graph and any(step.position is Position.DESPITE for step in graph.steps)):
        how = "count as others do" if counting else "are taken to be outweighed"
        yield f"Objections that the author concedes {how}"
    if terms.bases:
        number = len(terms.bases)
        stands = "1 statement stands" if number == 1 else f"{number:,} statements stand"
        yield f"{stands} on another basis than the map says"
    if terms.reject:
        yield f"Taken away: {listed(list(dict.fromkeys(terms.reject)))}"


def listed(names: Sequence[str]) -> str:
    """Return the first five of some names as running text, and how many more there are.

    >>> listed("abc"), listed("abcdefg")
    ('a, b and c', 'a, b, c, d, e and 2 more')
    """
    left = len(names) - _NAMED
    parts = [*names[:_NAMED], *([f"{left:,} more"] if left > 0 else [])]
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
