"""What became of a source in another edition, as lines and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from argmap.reports.document import Json, document
from argmap.reports.page import Page
from argmap.reports.sources import head
from argmap.sources.drift import Fate
from argmap.sources.editions import Comparison, Revised
from argmap.sources.rewording import Recoded
from argmap.values import Value

#: What is anchored to a sentence, by paragraph and sentence.
Anchored: TypeAlias = Mapping[tuple[int, int], Sequence[str]]
#: So many ids are named in a line; the rest is counted.
_NAMED = 12
WITHOUT_TEXTS = (
    "Without both texts, how alike sentences are is an estimate, and those of less than four words "
    "are known by their length, numbers and neighbours only."
)


@frozen(eq=False, repr=False)
class Drifted(Value):
    """Two editions of a source, and what is wanted of them."""

    #: The name of the index, and what the other edition was called.
    source: str
    edition: str
    comparison: Comparison
    #: What the map goes by, and what of it is anchored; None where all sentences count.
    map: str | None = None
    anchored: Anchored | None = None
    #: Whether sentences that are the same are told, too.
    is_whole: bool = False

    @property
    def counted(self) -> list[Revised]:
        """The sentences that count: all, or those to which something is anchored."""
        every = self.comparison.sentences
        return [
            found for key, found in every.items() if self.anchored is None or key in self.anchored
        ]

    @property
    def told(self) -> list[Revised]:
        """Of these, the sentences that are told."""
        return [
            found for found in self.counted if self.is_whole or found.drift.fate is not Fate.SAME
        ]

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each fate, and how many sentences are new."""
        found = Counter(one.drift.fate.value for one in self.counted)
        counts = {fate.value: found[fate.value] for fate in Fate}
        return counts if self.anchored is not None else {**counts, "new": len(self._fresh)}

    @property
    def is_same(self) -> bool:
        """Whether nothing that counts has changed."""
        return not any(count for fate, count in self.counts.items() if fate != Fate.SAME.value)

    def elements(self, one: Revised) -> Sequence[str]:
        """Return the ids of what is anchored to a sentence."""
        return () if self.anchored is None else self.anchored[one.place.begin]

    @property
    def _fresh(self) -> Sequence[str]:
        """Where new sentences stand; nothing can be anchored to one."""
        return [] if self.anchored is not None else list(map(str, self.comparison.fresh))

    def as_json(self, version: str) -> str:
        """Return a JSON document."""
        return document(
            {
                **head("drift", version),
                "source": self.source,
                "edition": self.edition,
                "map": self.map,
                "with-texts": self.comparison.with_texts,
                "counts": self.counts,
                "sentences": [self._in_json(one) for one in self.told],
                "new": self._fresh,
            }
        )

    def _in_json(self, one: Revised) -> dict[str, Json]:
        alike = one.drift.similarity
        return {
            "place": str(one.place),
            "fate": one.drift.fate.value,
            "places": [str(place) for place in one.drift.places],
            "similarity": None if alike is None else round(alike, 4),
            "changes": [
                {"sort": each.coding.value, "before": each.before, "after": each.after}
                for each in one.recoded
            ],
            "elements": list(self.elements(one)),
            "before": one.before,
            "now": one.now,
        }

    def lines(self, page: Page) -> str:
        """Return the sentences that are told, each with what is known of it."""
        return "".join(f"{line}\n" for one in self.told for line in self._entry(one, page))

    def _entry(self, one: Revised, page: Page) -> Iterator[str]:
        yield from page.wrapped(f"{one.place} {_fate(one)}", 0)
        ids = self.elements(one)
        rest = f" and {len(ids) - _NAMED:,} more" if len(ids) > _NAMED else ""
        is_other = one.now is not None and one.drift.fate is Fate.CHANGED
        for label, text in (
            ("changes", "; ".join(map(_change, one.recoded))),
            ("anchored", ", ".join(ids[:_NAMED]) + rest),
            ("before", one.before or ""),
            ("now", (one.now or "") if is_other else ""),
        ):
            if text:
                start = f"  {label}: "
                first, *more = page.wrapped(text, len(start))
                yield f"{start}{first}"
                for line in more:
                    yield " " * len(start) + line

    def summary(self) -> Iterator[str]:
        """Yield how many sentences there are of each fate, and where new ones stand."""
        counts = self.counts
        fresh = counts.pop("new", 0)
        told = ", ".join(f"{count:,} {fate}" for fate, count in counts.items() if count)
        total = sum(counts.values())
        is_one = total == 1
        of = "sentence" if is_one else "sentences"
        if self.anchored is not None:
            of += f" with something anchored to {'it' if is_one else 'them'}"
        yield f"{total:,} {of}{': ' if told else ''}{told}."
        if fresh:
            named = ", ".join(self._fresh[:_NAMED])
            more = f" and {fresh - _NAMED:,} more" if fresh > _NAMED else ""
            yield f"New in {self.edition}: {named}{more}."


def _fate(one: Revised) -> str:
    fate = one.drift.fate
    places = ", ".join(map(str, one.drift.places))
    if fate is Fate.MOVED:
        return f"moved to {places}"
    if fate is Fate.CHANGED:
        where = "" if one.drift.places == (one.place,) else f", now {places}"
        alike = one.drift.similarity
        estimate = "" if alike is None else f" (alike: {alike:.2f}, by an estimate)"
        return f"changed{where}{estimate}"
    return f"ambiguous: any of {places}" if fate is Fate.AMBIGUOUS else fate.value


def _change(one: Recoded) -> str:
    if one.before is None:
        return f'{one.coding.value} put in: "{one.after}"'
    if one.after is None:
        return f'{one.coding.value} dropped: "{one.before}"'
    return f'"{one.before}" -> "{one.after}"'
