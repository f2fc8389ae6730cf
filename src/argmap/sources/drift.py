"""What became of the sentences of a source in another edition, told from the two indexes.

A sentence is known again by its fingerprint. One that is not there is taken to be changed into the
sentence that is most like it: by an estimate of at least 0.5 among the five that stand nearest to
where it is due between its neighbours, of at least 0.7 anywhere, since of many sentences some are
alike by chance. What is
too short for a fingerprint is known by its size, its numbers, hedges and negations, and by the
sentence before or behind it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, TypeAlias

from attrs import frozen

from argmap.model import Place
from argmap.sources.fidelity import Coded
from argmap.sources.fingerprints import similarity
from argmap.sources.source_index import IndexedPiece, SourceIndex
from argmap.values import Value

#: How alike a sentence has to be to be the changed one: between the same neighbours, and anywhere.
NEARBY, ANYWHERE = 0.5, 0.7
# Between the same neighbours so many are compared, those nearest to where one is
# due; and anywhere, if there are no more pairs than this.
_COMPARED, _PAIRS = 5, 1_000_000
#: Paragraph and sentence.
Key: TypeAlias = tuple[int, int]


class Fate(Enum):
    """What became of a sentence."""

    SAME = "same"
    #: It stands in another place.
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    #: It may be any of several that are the same, and their number is not what it was.
    AMBIGUOUS = "ambiguous"


@frozen(eq=False, repr=False)
class Drift(Value):
    """What became of one sentence."""

    fate: Fate
    #: Where it stands now; several where it is ambiguous, none where it is gone.
    places: tuple[Place, ...] = ()
    #: How alike the two are, by an estimate, where it was changed; None if that is not known.
    similarity: float | None = None


def drift(old: SourceIndex, new: SourceIndex) -> Mapping[Key, Drift]:
    """Return what became of each sentence of the body of a source, in O(n log n).

    >>> from argmap.sources.documents import document
    >>> from argmap.sources.source_index import index_of
    >>> of = lambda text: index_of(document(text))
    >>> then = of("It rained all day long. The boats stayed in the harbour.")
    >>> now = of("The boats stayed in the harbour. It rained all day long.")
    >>> {key: (found.fate.value, str(found.places[0])) for key, found in drift(then, now).items()}
    {(1, 1): ('moved', 'p1.2'), (1, 2): ('moved', 'p1.1')}
    """
    return _Comparison(old, new).fates()


class _Gap(NamedTuple):
    """What the neighbours of a sentence have become, and where between them it is due."""

    before: int
    behind: int
    due: int


class _Comparison:
    """Two editions, and what is known of their sentences so far."""

    def __init__(self, old: SourceIndex, new: SourceIndex) -> None:
        self._old = list(old.sentences.items())
        self._new = list(new.sentences.items())
        #: The number of the sentence that one has become, by its own number.
        self._now: dict[int, int] = {}
        self._found: dict[int, Drift] = {}
        self._taken: set[int] = set()

    def fates(self) -> dict[Key, Drift]:
        """Return what became of each sentence of the old edition."""
        self._by_fingerprint()
        self._by_likeness()
        self._by_neighbours()
        gone = Drift(Fate.GONE)
        return {key: self._found.get(at, gone) for at, (key, _) in enumerate(self._old)}

    def _match(self, at: int, now: int, likeness: float | None = None, *, same: bool) -> None:
        (key, _), (new_key, _) = self._old[at], self._new[now]
        fate = Fate.CHANGED if not same else Fate.SAME if key == new_key else Fate.MOVED
        self._now[at] = now
        self._taken.add(now)
        self._found[at] = Drift(fate, (Place(*new_key),), likeness)

    def _by_fingerprint(self) -> None:
        theirs = _by_hash(self._new)
        for hashed, ours in _by_hash(self._old).items():
            mine, there = ours, theirs.get(hashed, [])
            if len(mine) != len(there):
                mine, there = self._without_same_place(mine, there)
            if len(mine) == len(there):
                for at, now in zip(mine, there, strict=True):
                    self._match(at, now, same=True)
            elif there:
                self._taken.update(there)
                places = tuple(Place(*self._new[now][0]) for now in there)
                self._found.update(dict.fromkeys(mine, Drift(Fate.AMBIGUOUS, places)))

    def _without_same_place(
        self, mine: Sequence[int], there: Sequence[int]
    ) -> tuple[list[int], list[int]]:
        """Match what stands where it stood, and return the rest."""
        now_at = {self._new[now][0]: now for now in there}
        left = []
        for at in mine:
            now = now_at.pop(self._old[at][0], None)
            if now is None:
                left.append(at)
            else:
                self._match(at, now, same=True)
        return left, list(now_at.values())

    def _by_likeness(self) -> None:
        lost = [
            at for at, (_, piece) in enumerate(self._old) if piece.pairs and at not in self._found
        ]
        fresh = [
            now
            for now, (_, piece) in enumerate(self._new)
            if piece.pairs and now not in self._taken
        ]
        gaps = self._gaps()
        self._take(
            [
                pair
                for at in lost
                for pair in self._alike(at, self._between(gaps[at], fresh), NEARBY)
            ]
        )
        lost = [at for at in lost if at not in self._found]
        fresh = [now for now in fresh if now not in self._taken]
        if len(lost) * len(fresh) <= _PAIRS:
            self._take([pair for at in lost for pair in self._alike(at, fresh, ANYWHERE)])

    def _alike(
        self, at: int, candidates: Sequence[int], least: float
    ) -> Iterator[tuple[float, int, int, int]]:
        """Yield the candidates that are alike: minus how much, how far away, and the two."""
        mine = self._old[at][1].pairs or ""
        for now in candidates:
            likeness = similarity(mine, self._new[now][1].pairs or "")
            if likeness >= least:
                yield -likeness, abs(now - at), at, now

    def _take(self, pairs: list[tuple[float, int, int, int]]) -> None:
        """Match the pairs that are most alike first."""
        for likeness, _, at, now in sorted(pairs):
            if at not in self._found and now not in self._taken:
                self._match(at, now, -likeness, same=False)

    def _between(self, gap: _Gap, fresh: Sequence[int]) -> Sequence[int]:
        """Return new sentences between two others, those nearest to where one is due."""
        first, last = bisect_right(fresh, gap.before), bisect_left(fresh, gap.behind)
        if last - first > _COMPARED:
            due = bisect_left(fresh, gap.due, first, last) - _COMPARED // 2
            first = min(max(first, due), last - _COMPARED)
            last = first + _COMPARED
        return fresh[first:last]

    def _gaps(self) -> dict[int, _Gap]:
        """Return, for each old sentence that was not found, what its neighbours have become."""
        count = len(self._old)
        behind = [len(self._new)] * (count + 1)
        for at in range(count - 1, -1, -1):
            behind[at] = self._now.get(at, behind[at + 1])
        gaps = {}
        before, neighbour = -1, -1
        for at in range(count):
            if at in self._now:
                before, neighbour = self._now[at], at
            else:
                # Where the one behind was moved to the front, only the one before tells.
                end = behind[at] if behind[at] > before else len(self._new)
                gaps[at] = _Gap(before, end, before + at - neighbour)
        return gaps

    def _by_neighbours(self) -> None:
        for at, (_, piece) in enumerate(self._old):
            if piece.pairs is None and at not in self._found:
                slots = self._slots(at)
                equal = [now for now in slots if _size(self._new[now][1]) == _size(piece)]
                if slots:
                    self._match(at, (equal or slots)[0], same=bool(equal))

    def _slots(self, at: int) -> list[int]:
        """Return the sentences behind what the one before became, and before the one behind."""
        before = self._now.get(at - 1) if at else -1
        behind = self._now.get(at + 1) if at + 1 < len(self._old) else len(self._new)
        slots = [
            *([] if before is None else [before + 1]),
            *([] if behind is None else [behind - 1]),
        ]
        return [now for now in slots if 0 <= now < len(self._new) and now not in self._taken]


def _by_hash(pieces: Sequence[tuple[Key, IndexedPiece]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, (_, piece) in enumerate(pieces):
        if piece.hash is not None:
            found[piece.hash].append(at)
    return found


def _size(piece: IndexedPiece) -> tuple[str | None, int, Coded]:
    return piece.hash, piece.length, piece.coded
