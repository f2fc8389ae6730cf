"""A text in pieces: kinds by general rules, places, and copies of one text that differ in lines."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.cutting import cut
from argmap.sources.documents import Document, document
from argmap.sources.kinds import PieceKind
from argmap.sources.lines import Layout
from argmap.sources.normalising import normal_form
from tests.examples import scaled
from tests.sources.texts import article, labelled

_BODY = PieceKind.BODY
_LONG = "The harbour office has counted the boats, the crews and the fares of the last ten years."


def _body(found: Document) -> list[tuple[str, str]]:
    return [(str(piece.place), piece.text) for piece in found.pieces if piece.kind is _BODY]


def _kinds(written: str) -> list[str]:
    return [piece.kind.value for piece in document(written).pieces]


ARTICLE = f"""\
Why the ferry should run at night
Why the ferry should run at night
Words by Ada Moon
Published on Monday, 3 March 2025, 10:15 | 4 min read
{_LONG} Nobody reads the tables.
Who pays for it?
The council should pay for a boat at night, and not only in summer.
The money
It is the old question, and the answer is the old one.
For years the fares rose. The council should pay for a boat at night, and not only in summer.
1. The first reason is the money
Image credit: Ada Moon
Disclaimer: the office has paid for this.
About the author
Ada Moon is a sailor. She lives in Bergen.
Last words
That is all.
"""


def test_kinds_of_a_made_up_article() -> None:
    found = document(ARTICLE)
    assert found.layout is Layout.LINES
    assert [(piece.kind.value, str(piece.place)) for piece in found.pieces] == [
        ("title", "None"),
        ("title", "None"),
        ("byline", "None"),
        ("date", "None"),
        ("body", "p1.1"),
        ("body", "p1.2"),
        ("body", "p2.1"),
        ("pull-quote", "None"),
        ("heading", "None"),
        ("body", "p3.1"),
        ("body", "p4.1"),
        ("body", "p4.2"),
        ("body", "p5.1"),
        ("boilerplate", "None"),
        ("boilerplate", "None"),
        ("boilerplate", "None"),
        ("boilerplate", "None"),
        ("heading", "None"),
        ("body", "p6.1"),
    ]


def test_the_caller_knows_better() -> None:
    said = {6: PieceKind.HEADING, 7: _BODY, 11: PieceKind.PAGE, 18: PieceKind.BOILERPLATE}
    found = document(ARTICLE, kinds_of_lines=said)
    assert dict(_body(found))["p2.1"].startswith("The council should pay")
    assert "1. The first" not in str(_body(found))
    assert found.pages == ((found.pieces[12].start, found.pieces[12].end),)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("8 May 2025", "date"),
        ("May 8th, 2025", "date"),
        ("2025-05-08", "date"),
        ("08/05/2025", "date"),
        ("Sept. 2025", "date"),
        ("Updated: Thursday, 8 May 2025 at 10.30 CET", "date"),
        ("by Ada Moon and Carl Root", "byline"),
        ("By Ada Moon.", "body"),
        ("Bought by 8 May 2025 by Ada", "heading"),
        ("Copyright 2025", "boilerplate"),
        ("A heading", "heading"),
        ("A heading:", "body"),
        ("# A heading", "heading"),
        ("small letters begin no heading", "body"),
        ("- an item of a list", "body"),
        ("Is that so?", "body"),
        ("One two three four five six seven eight nine ten eleven twelve", "heading"),
        ("One two three four five six seven eight nine ten eleven twelve thirteen", "body"),
    ],
)
def test_kinds_of_lines_behind_the_title(line: str, kind: str) -> None:
    assert _kinds(f"A title\n\n{line}\n\n{_LONG}") == ["title", kind, "body"]


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Who pays for the ferry?", "title"),
        ("Night boats: a plan", "title"),
        (_LONG, "body"),
        ("By Ada Moon", "byline"),
        ("3 March 2025", "date"),
        ("Disclaimer: none", "boilerplate"),
        ("Who pays, " + "and who pays, " * 6 + "in the end?", "body"),
    ],
)
def test_kinds_of_the_first_line(first: str, kind: str) -> None:
    assert _kinds(f"{first}\n{_LONG}\n") == [kind, "body"]


def test_a_title_may_stand_below_the_by_line() -> None:
    assert _kinds(f"By Ada Moon\nNight boats\n{_LONG}")[:2] == ["byline", "title"]


def test_dates_and_by_lines_stand_in_front_only() -> None:
    assert _kinds(f"{_LONG}\n\n8 May 2025\n\nBy Ada Moon\n\n{_LONG}")[1:3] == ["heading", "heading"]


def test_short_words_are_no_pull_quote() -> None:
    assert _kinds(f"No way out.\n{_LONG} No way out.") == ["body"] * 3


def test_a_sentence_that_a_text_repeats_for_ever_takes_no_time() -> None:
    sentence = "The council should pay for a boat at night."
    found = document("\n".join([f"{sentence} Yes.", *[sentence] * 20_000]))
    assert found.pieces[-1].kind is PieceKind.PULL_QUOTE


PAGES = """\
Night boats

Harbour Review 12                                  May

The harbour office has counted the boats, the crews
and the fares of the last ten years, and has found
that the long-term cost is one that nobody has fore-

Harbour Review 13                                  May

seen. It is 3.5 million.

The council
should pay for it, and the ferry should run, say those

14

who live there.

Harbour Review 15                                  May
\x0c
Chapter 1

They are many.

Chapter 2

They vote.

Chapter 3
"""


def test_text_of_pages_with_heads_and_cut_words() -> None:
    found = document(PAGES)
    assert found.layout is Layout.BLOCKS
    assert _body(found) == [
        (
            "p1.1",
            "The harbour office has counted the boats, the crews and the fares of the last ten "
            "years, and has found that the longterm cost is one that nobody has foreseen.",
        ),
        ("p1.2", "It is 3.5 million."),
        (
            "p2.1",
            "The council should pay for it, and the ferry should run, say those who live there.",
        ),
        ("p3.1", "They are many."),
        ("p4.1", "They vote."),
    ]
    assert [piece.kind.value for piece in found.pieces if piece.kind is not _BODY] == [
        "title",
        "page",
        "page",
        "page",
        "page",
        "heading",
        "heading",
        "heading",
    ]
    first = next(piece for piece in found.pieces if piece.kind is _BODY)
    assert found.readable(first).endswith(
        "that the long-term cost is one that nobody has foreseen."
    )
    assert "Harbour Review" in found.form.text[first.start : first.end]


def test_a_paragraph_is_not_continued_over_what_is_no_page() -> None:
    assert [place for place, _ in _body(document(f"{_LONG}\n\nand so on, it seems.\n"))] == [
        "p1.1",
        "p2.1",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", " \u200b\n\xa0\n", "\ufeff"])
def test_nothing(text: str) -> None:
    assert document(text).pieces == ()


def test_lines_can_be_said_to_be_paragraphs() -> None:
    text = "one two three four five six\nseven eight nine ten eleven\ntwelve."
    assert document(text).layout is Layout.BLOCKS
    assert len(_body(document(text, layout=Layout.LINES))) == 3
    assert len(_body(document(text.replace("\n", "\n\n"), layout=Layout.BLOCKS))) == 3


# --- laws --------------------------------------------------------------------------------------

_PARAGRAPHS = [" ".join(each) for half in ("first", "second") for each in labelled(half)]
_TEXTS = st.lists(st.sampled_from(_PARAGRAPHS), min_size=1, max_size=6, unique=True)
_ROUGH = st.lists(
    st.sampled_from(
        [
            "It rose. ",
            "and so on",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "12",
            "Head",
            "Head\n",
            "a-",
            "\x0c",
            "\u2014",
            "\xad",
        ]
    ),
    max_size=30,
).map("".join) | st.text(max_size=60)


@given(_ROUGH, st.sampled_from([None, *Layout]))
@scaled(2_000)
def test_pieces_lie_in_order_and_say_what_stands_there(text: str, layout: Layout | None) -> None:
    found = document(text, layout=layout)
    body = [piece for piece in found.pieces if piece.kind is _BODY]
    at = [piece.place.begin for piece in body if piece.place]
    assert at == sorted(set(at))
    assert [number for number, sentence in at if sentence == 1] == [
        *range(1, len({number for number, _ in at}) + 1)
    ]
    for piece in found.pieces:
        assert piece.text
        if piece.kind is PieceKind.PAGE:
            assert found.form.text[piece.start : piece.end] == piece.text
        else:
            assert cut(found.form.text, piece.start, piece.end, found.pages) == piece.text
        # A page may come between two dashes, which next to each other are one.
        shown, words = (
            text.replace("-", "").split()
            for text in (normal_form(found.readable(piece)), piece.text)
        )
        assert shown == words
    for one, other in pairwise(body):
        assert one.end <= other.start


@given(_ROUGH)
@scaled(1_000)
def test_nothing_is_lost(text: str) -> None:
    """Each character of the normal form lies in a piece, or is a space between two."""
    found = document(text)
    covered = set()
    for piece in found.pieces:
        covered |= set(range(piece.start, piece.end))
    left = {found.form.text[at] for at in range(len(found.form.text)) if at not in covered}
    assert left <= {" "}


@given(_ROUGH, st.sampled_from(["\r\n", "\r"]))
@scaled(1_000)
def test_other_line_ends_change_nothing(text: str, line_end: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    one, other = document(text), document(text.replace("\n", line_end))
    assert (one.layout, one.pieces) == (other.layout, other.pieces)


@given(_TEXTS, st.integers(60, 90), st.booleans())
@scaled(300)
def test_a_copy_with_broken_lines_has_the_same_sentences(
    paragraphs: list[str], width: int, with_pages: bool
) -> None:
    one = _body(document("\n\n".join(paragraphs), layout=Layout.LINES))
    broken = []
    for paragraph in paragraphs:
        lines = textwrap.wrap(paragraph, width, break_on_hyphens=True)
        if with_pages and len(lines) > 1 and lines[1][0].islower() and lines[0][-1].isalpha():
            lines[1:1] = ["", "Harbour Review 12", ""]
        broken.append("\n".join(lines))
    text = "\n\n".join([*broken, *["Harbour Review 13"] * 3])
    said = {
        number: PieceKind.PAGE
        for number, line in enumerate(text.split("\n"), 1)
        if line.startswith("Harbour Review")
    }
    other = document(text, layout=Layout.BLOCKS, kinds_of_lines=said)
    assert _body(other) == one


def test_the_article_has_18_body_paragraphs_and_the_sentences_that_its_map_names() -> None:
    found = document(article())
    counts: dict[int, int] = {}
    for piece in found.pieces:
        if piece.place is not None:
            counts[piece.place.paragraph] = counts.get(piece.place.paragraph, 0) + 1
    assert list(counts.values()) == [5, 3, 3, 2, 4, 5, 4, 5, 5, 3, 3, 4, 4, 5, 4, 4, 3, 2]
    others = [piece.kind.value for piece in found.pieces if piece.kind is not _BODY]
    front = ["title", "title", "byline", "date", "pull-quote"]
    assert others == [*front, *["heading"] * 4, *["boilerplate"] * 3]
