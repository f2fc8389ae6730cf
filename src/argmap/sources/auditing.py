"""The audit of a map's sources: what comes from where, and which reasons are independent."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.graphs import Graph
from argmap.model import ArgumentMap, Source, anchors_of
from argmap.sources.grounds import spread
from argmap.sources.origins import Origins
from argmap.values import Record

#: How a field is written that the source of a piece of evidence does not say.
NOT_STATED = "not stated"
#: So many roots are told apart when reasons are compared.
MOST_ROOTS = 1_000


class Origin(Record):
    """A source that statements are anchored to, or that such a source goes back to."""

    source: Source
    #: What it goes back to by `derived-from`; itself where it draws on nothing.
    roots: tuple[str, ...]
    #: Where in the text of the map it is read at second hand.
    read_at: tuple[str, ...]
    #: Ids of the statements that are anchored to it; none for one that others go back to.
    statements: tuple[str, ...]


class Reason(Record):
    """A reason for a conclusion with the roots of the evidence under it."""

    id: str
    roots: tuple[str, ...]
    #: Whether evidence lies under it of which no source is known.
    unsourced: bool

    @property
    def has_evidence(self) -> bool:
        """Whether any evidence lies under it."""
        return self.unsourced or bool(self.roots)


class Independence(Record):
    """How far the reasons for a conclusion are independent."""

    conclusion: str
    is_main: bool
    reasons: tuple[Reason, ...]

    @property
    def roots(self) -> tuple[str, ...]:
        """The roots of all its reasons, each once."""
        return tuple(dict.fromkeys(root for reason in self.reasons for root in reason.roots))

    @property
    def shared(self) -> dict[str, tuple[str, ...]]:
        """The roots that two reasons or more have, with the ids of these reasons."""
        users: dict[str, list[str]] = {}
        for reason in self.reasons:
            for root in reason.roots:
                users.setdefault(root, []).append(reason.id)
        return {root: tuple(ids) for root, ids in users.items() if len(ids) > 1}


class NotStated(Record):
    """A piece of evidence with the fields that its source does not say."""

    statement: str
    fields: tuple[str, ...]


class Audit(Record):
    """What is known of the sources of a map."""

    origins: tuple[Origin, ...]
    independence: tuple[Independence, ...]
    not_stated: tuple[NotStated, ...]
    #: Whether all roots were told apart.
    complete: bool


def audit(graph: Graph) -> Audit:
    """Return what a map says of its sources.

    Conclusions that are looked at are the main ones, and those with two reasons or more under which
    evidence lies. O(size of the map) for up to `MOST_ROOTS` roots.

    >>> from argmap.model import Anchor, Kind, Statement
    >>> poll = Statement(id="poll", kind=Kind.EVIDENCE, text="P.", anchors=[Anchor(source="s")])
    >>> found = audit(Graph(ArgumentMap(statements=[poll], sources=[Source(id="s")])))
    >>> [(origin.source.id, origin.statements) for origin in found.origins]
    [('s', ('poll',))]
    """
    origins = Origins(graph.map)
    comparison = _Comparison(graph, origins)
    return Audit(
        tuple(_origins(graph.map, origins)),
        tuple(comparison.conclusions()),
        tuple(_not_stated(graph.map)),
        comparison.complete,
    )


def _origins(argument_map: ArgumentMap, origins: Origins) -> Iterator[Origin]:
    """Yield the sources that are anchored to, and their roots, in the order of the map."""
    users: dict[str, dict[str, None]] = {}
    places: dict[str, dict[str, None]] = {}
    for statement in argument_map.statements:
        for anchor in anchors_of(statement):
            for name in origins.of([anchor]):
                users.setdefault(name, {})[statement.id] = None
                if anchor.via is not None:
                    places.setdefault(name, {})[str(anchor.via)] = None
    behind = {root for name in users for root in origins.roots[name]}
    for source in argument_map.sources:
        if source.id in users or source.id in behind:
            read_at, statements = places.get(source.id, ()), users.get(source.id, ())
            yield Origin(source, origins.roots[source.id], tuple(read_at), tuple(statements))


def _not_stated(argument_map: ArgumentMap) -> Iterator[NotStated]:
    for statement in argument_map.statements:
        fields = [
            key
            for key, value in (statement.data or {}).items()
            if isinstance(value, str) and value.strip().lower() == NOT_STATED
        ]
        if fields:
            yield NotStated(statement.id, tuple(fields))


class _Comparison:
    """Which roots lie under which reasons, as bits; the first bit is evidence without a source."""

    def __init__(self, graph: Graph, origins: Origins) -> None:
        self._graph = graph
        pieces: dict[int, list[str]] = {}
        places = zip(graph.map.statements, graph.numbered.statement_nodes, strict=True)
        for statement, node in places:
            if statement.is_evidence:
                names = origins.of_statement(statement)
                pieces[node] = [root for name in names for root in origins.roots[name]]
        roots = list(dict.fromkeys(root for found in pieces.values() for root in found))
        self.complete = len(roots) <= MOST_ROOTS
        self._roots = roots[:MOST_ROOTS]
        bits = {root: 2 << place for place, root in enumerate(self._roots)}
        marks = {}
        for node, found in pieces.items():
            marks[node] = 0 if found else 1
            for root in found:
                marks[node] |= bits.get(root, 0)
        self._masks, _ = spread(graph, marks)

    def conclusions(self) -> Iterator[Independence]:
        """Yield main conclusions, then others with two reasons or more that evidence lies under."""
        numbered = self._graph.numbered
        main = dict.fromkeys(self._graph.main_nodes)
        for node in (*main, *(one for one in range(numbered.first_step) if one not in main)):
            steps = [step for step in numbered.aimed_at[node] if numbered.supports[step]]
            grounded = [step for step in steps if self._mask(step)]
            if node in main or len(grounded) > 1:
                yield Independence(
                    numbered.ids[node], node in main, tuple(map(self._reason, steps))
                )

    def _mask(self, step: int) -> int:
        return self._masks.get(self._graph.numbered.step_nodes[step], 0)

    def _reason(self, step: int) -> Reason:
        mask = self._mask(step)
        roots = []
        left = mask & ~1
        while left:  # as often as there are roots, and not as there could be
            lowest = left & -left
            roots.append(self._roots[lowest.bit_length() - 2])
            left ^= lowest
        numbered = self._graph.numbered
        return Reason(numbered.ids[numbered.step_nodes[step]], tuple(roots), bool(mask & 1))
