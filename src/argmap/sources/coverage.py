"""Which sentences of a text the statements of its map cover, and which they leave out.

A sentence is covered by the statements that are anchored to it and bear on a main conclusion: by
those that lead to one by any chain of steps, supports and attacks, by a main conclusion itself, and
by a second mention (`restates`) of any of these. Places of steps and of speakers cover nothing.

One statement covers at most three sentences, so that nobody reaches a large share by anchoring one
claim to whole paragraphs: of the sentences that its anchors name, in their order, the first three
count. A place that does not exist covers nothing.

Sentences that are left out on purpose stand in the `extras` of the map, each with the reason:
`extras: {unmapped: {p3.1: leads over, p4.2-3: says again what p4.1 says}}`, under places as anchors
write them. They count as not covered; a reader sees why. A place that is not there, that is no
place, that has no reason, that two entries name, or that is covered nevertheless is a `Fault`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from argmap.errors import InvalidValue
from argmap.graphs import Graph
from argmap.model import Place, Statement
from argmap.sources.attached import readings
from argmap.sources.counting import CountedThrough, Stretch
from argmap.sources.places import nearest_place
from argmap.sources.source_index import SourceIndex
from argmap.values import Record

#: So many sentences a statement covers at most.
MOST = 3
#: The key of `extras` under which sentences stand that are left out on purpose.
UNMAPPED = "unmapped"


class Sentence(Record):
    """A sentence of the body, and what is said at it."""

    place: Place
    #: Ids of the statements that cover it: they bear on a main conclusion.
    covered_by: tuple[str, ...]
    #: Ids of statements that are anchored to it and bear on none.
    aside: tuple[str, ...]
    #: Why it is left out on purpose; None where nothing is said, or where it is covered.
    reason: str | None

    @property
    def is_covered(self) -> bool:
        """Whether a statement covers it."""
        return bool(self.covered_by)


class Paragraph(Record):
    """How much of a paragraph is covered."""

    number: int
    covered: int
    sentences: int

    @property
    def share(self) -> float:
        """The share of its sentences that are covered, from 0 to 1."""
        return self.covered / self.sentences


class LongAnchor(Record):
    """A statement that is anchored to more sentences than it covers."""

    statement: str
    places: tuple[Place, ...]


class Fault(Record):
    """What is wrong with an entry of `unmapped`."""

    #: The place as it is written; empty where the fault is that of the whole.
    place: str
    message: str


class Coverage(Record):
    """What the statements of a map cover of its text."""

    sentences: tuple[Sentence, ...]
    long: tuple[LongAnchor, ...]
    faults: tuple[Fault, ...]

    @property
    def covered(self) -> int:
        """How many sentences are covered."""
        return sum(sentence.is_covered for sentence in self.sentences)

    @property
    def share(self) -> float:
        """The share of the sentences that are covered, from 0 to 1; of none, 1."""
        return self.covered / len(self.sentences) if self.sentences else 1.0

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in their order."""
        counts: dict[int, list[int]] = {}
        for sentence in self.sentences:
            count = counts.setdefault(sentence.place.paragraph, [0, 0])
            count[0] += sentence.is_covered
            count[1] += 1
        return tuple(Paragraph(number, *count) for number, count in counts.items())

    @property
    def uncovered(self) -> tuple[Sentence, ...]:
        """The sentences that are neither covered nor left out on purpose."""
        return tuple(s for s in self.sentences if not s.is_covered and s.reason is None)

    @property
    def unmapped(self) -> tuple[Sentence, ...]:
        """The sentences that are left out on purpose."""
        return tuple(s for s in self.sentences if s.reason is not None)


def coverage(graph: Graph, index: SourceIndex) -> Coverage:
    """Return which sentences of a text its map covers. Linear in the map and in the text.

    Args:
        graph: that of the map, with the attacks that answers to critical questions make.
        index: of the text that the map reconstructs.

    >>> from argmap.model import Anchor, ArgumentMap, Kind
    >>> from argmap.sources.documents import document
    >>> from argmap.sources.source_index import index_of
    >>> at = [Anchor(where=Place(1, 1))]
    >>> rain = Statement(id="rain", kind=Kind.CLAIM, text="It rained.", anchors=at)
    >>> m = ArgumentMap(text="diary", statements=[rain], main="rain")
    >>> found = coverage(Graph(m), index_of(document("It rained all day. Nobody minded.")))
    >>> found.share, [str(sentence.place) for sentence in found.uncovered]
    (0.5, ['p1.2'])
    """
    text = CountedThrough(index.paragraphs)
    bearing = _bearing(graph)
    covering: dict[int, list[str]] = {}
    aside: dict[int, list[str]] = {}
    long: list[LongAnchor] = []
    for statement, node in zip(graph.map.statements, graph.numbered.statement_nodes, strict=True):
        places = list(_places(graph, statement))
        first = text.first(places, MOST + 1)
        if len(first) > MOST:
            long.append(LongAnchor(statement.id, tuple(places)))
        anchored = covering if node in bearing else aside
        for number in first[:MOST]:
            anchored.setdefault(number, []).append(statement.id)
    unmapped = _Unmapped(text, covering)
    if graph.map.extras is not None and UNMAPPED in graph.map.extras:
        unmapped.add(graph.map.extras[UNMAPPED])
    sentences = (
        Sentence(
            Place(*key),
            tuple(covering.get(number, ())),
            tuple(aside.get(number, ())),
            unmapped.reasons.get(number),
        )
        for number, key in enumerate(index.sentences)
    )
    return Coverage(tuple(sentences), tuple(long), tuple(unmapped.faults))


def _places(graph: Graph, statement: Statement) -> Iterator[Place]:
    """Yield the places in the text of the map to which a statement is anchored."""
    for anchor in statement.anchors:
        for source, place in readings(graph.map, anchor):
            if source == graph.map.text:
                yield place


def _bearing(graph: Graph) -> set[int]:
    """Return the nodes that bear on a main conclusion, a second mention with what it restates."""
    numbered = graph.numbered
    same: dict[int, list[int]] = {}
    for statement, node in zip(graph.map.statements, numbered.statement_nodes, strict=True):
        original = None if statement.restates is None else graph.find(statement.restates)
        if isinstance(original, Statement):
            other = numbered.node(original.id)
            same.setdefault(node, []).append(other)
            same.setdefault(other, []).append(node)
    reached = set(graph.main_nodes)
    waiting = list(reached)
    for node in waiting:  # it grows
        before = [*(numbered.step_nodes[step] for step in numbered.aimed_at[node])]
        before += same.get(node, ())
        if numbered.first_step <= node < numbered.first_undefined:
            before += numbered.premises[node - numbered.first_step]
        waiting += [one for one in dict.fromkeys(before) if one not in reached]
        reached.update(before)
    return reached


class _Unmapped:
    """The sentences that are left out on purpose, and what is wrong with how that is said."""

    def __init__(self, text: CountedThrough, covering: Mapping[int, object]) -> None:
        self._text = text
        self._covered = sorted(covering)
        self.reasons: dict[int, str] = {}
        self.faults: list[Fault] = []

    def add(self, entries: object) -> None:
        """Take what stands under `unmapped`."""
        if not isinstance(entries, Mapping):
            self.faults.append(Fault("", "it is to be places with reasons: {p3.1: leads over}"))
            return
        read: list[tuple[Stretch, str, str]] = []
        for written, reason in entries.items():
            stretch = self._stretch(written)
            if isinstance(stretch, str):
                self.faults.append(Fault(written, stretch))
            elif not isinstance(reason, str) or not reason.strip():
                self.faults.append(Fault(written, "the reason is missing: say it in words"))
            else:
                read.append((stretch, written, reason))
        behind = 0
        # In the order of the text, so that each sentence is looked at once, however they overlap.
        for (first, last), written, reason in sorted(read, key=lambda entry: entry[0]):
            if first < behind:
                place = self._text.place(first)
                self.faults.append(Fault(written, f"{place} is named by an earlier entry as well"))
            at = bisect_left(self._covered, first)
            if at < len(self._covered) and self._covered[at] <= last:
                place = self._text.place(self._covered[at])
                message = f"a statement covers {place}: take it out of the list"
                self.faults.append(Fault(written, message))
            for number in range(max(first, behind), last + 1):
                self.reasons[number] = reason
            behind = max(behind, last + 1)
        for number in self._covered:
            self.reasons.pop(number, None)

    def _stretch(self, written: str) -> Stretch | str:
        """Return the sentences that an entry names, or what is wrong with it."""
        try:
            place = Place.parse(written)
        except InvalidValue as error:
            return str(error)
        found = self._text.stretch(place)
        if found is not None:
            return found
        nearest = nearest_place(place, self._text.paragraphs)
        return f"the text has no {place}" + (f"; the nearest is {nearest}" if nearest else "")
