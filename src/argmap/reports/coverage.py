"""What a map covers of its text, as tables and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.reports.document import Json, document
from argmap.reports.page import Page
from argmap.reports.table import bar, table
from argmap.sources.coverage import MOST, UNMAPPED, Coverage, Sentence

#: Sentences by paragraph and sentence; none where the text is not at hand.
Sentences = Mapping[tuple[int, int], str]


def per_cent(found: Coverage) -> str:
    """Return the share that is covered in per cent, rounded down: 95.0 is never less than that.

    >>> per_cent(Coverage((), (), ()))
    '100.0 %'
    """
    total = len(found.sentences)
    tenths = 1000 * found.covered // total if total else 1000
    return f"{tenths // 10}.{tenths % 10} %"


def summary(source: str, found: Coverage) -> str:
    """Return how much of a text is covered, in a sentence."""
    total = len(found.sentences)
    noun = "sentence" if total == 1 else "sentences"
    return f"Of {total:,} {noun} of {source}, {found.covered:,} are covered: {per_cent(found)}."


def tables(found: Coverage, sentences: Sentences, page: Page) -> Iterator[str]:
    """Yield the bars, and what is to be told beside them, each under a line that says what it is.

    Args:
        found: what is covered.
        sentences: the text, as far as it is at hand.
        page: what the tables are drawn on.
    """
    yield table(
        ("PARAGRAPH", "COVERED", ""),
        (
            (f"p{one.number}", f"{one.covered:,} of {one.sentences:,}", bar(one.share, page))
            for one in found.paragraphs
        ),
        page,
    )
    for said, heads, rows in _lists(found, sentences):
        if rows:
            yield "".join(f"{line}\n" for line in page.wrapped(said, 0)) + table(heads, rows, page)


class _List(NamedTuple):
    """A table under a line that says what stands in it."""

    said: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]


def _lists(found: Coverage, sentences: Sentences) -> Iterator[_List]:
    is_aside = any(one.aside for one in found.uncovered)
    yield _List(
        f"Not covered{'; the statements there bear on no main conclusion' if is_aside else ''}:",
        ("PLACE", "STATEMENTS", "SENTENCE"),
        [
            (str(one.place), ", ".join(one.aside), sentences.get(one.place.begin, ""))
            for one in found.uncovered
        ],
    )
    yield _List(
        "Left out on purpose:",
        ("PLACE", "REASON"),
        [(str(one.place), one.reason or "") for one in found.unmapped],
    )
    yield _List(
        f"Anchored to more than {MOST} sentences, of which the first {MOST} count:",
        ("STATEMENT", "PLACES"),
        [(one.statement, ", ".join(map(str, one.places))) for one in found.long],
    )
    yield _List(
        f"To be mended under {UNMAPPED} in the extras of the map:",
        ("PLACE", "WHAT IS WRONG"),
        [(one.place, one.message) for one in found.faults],
    )


def coverage_json(source: str, found: Coverage, sentences: Sentences, *, at_hand: bool) -> str:
    """Return a JSON document of what is covered.

    Args:
        source: id of the text in the map.
        found: what is covered.
        sentences: the text, as far as it is at hand.
        at_hand: whether the text was found.
    """
    return document(
        {
            "text": source,
            "at-hand": at_hand,
            "covered": found.covered,
            "share": found.share,
            "paragraphs": [
                {"paragraph": one.number, "covered": one.covered, "sentences": one.sentences}
                for one in found.paragraphs
            ],
            "sentences": [_sentence(one, sentences) for one in found.sentences],
            "long": [
                {"statement": one.statement, "places": list(map(str, one.places))}
                for one in found.long
            ],
            "faults": [{"place": one.place, "message": one.message} for one in found.faults],
        }
    )


def _sentence(one: Sentence, sentences: Sentences) -> dict[str, Json]:
    return {
        "place": str(one.place),
        "covered-by": list(one.covered_by),
        "aside": list(one.aside),
        "unmapped": one.reason,
        "sentence": sentences.get(one.place.begin),
    }
