"""A map of stubs: it is read, has a statement for each sentence, and tells nothing of the text."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import InvalidValue
from argmap.formats.native import read
from argmap.formats.native.formatting import formatted
from argmap.formats.schema import FILE_NAME
from argmap.formats.stubs import source_name, stubs
from argmap.model import ArgumentMap, Kind, Place
from argmap.rules import check
from argmap.sources.documents import Document, document
from argmap.sources.kinds import PieceKind
from argmap.sources.source_index import index_of
from argmap.text import Text
from tests.examples import scaled, sized
from tests.hostile.running import assert_harmless
from tests.sources.test_documents import ARTICLE, PAGES

#: What YAML, a terminal, an editor or a reader of maps would take for something else.
HOSTILE = [
    "# a comment",
    "a: b",
    "- an item",
    "'quoted",
    '"quoted" and "more',
    "{a: b, c}",
    "[x, y]",
    "&anchor *alias !tag",
    "--- ",
    "...",
    "? key",
    "| block",
    "> folded",
    "%YAML 1.1",
    "@at `tick`",
    "no",
    "~",
    "1e3",
    "2025-05-08",
    "Issue #5 is open.",
    "\x1b[31mred\x07",
    "\u202eright to left\u2066",
    "\x00",
    "\x85next\u2028line",
    "\ud800half",
    "\ufeff\ufffe\uffff",
    "\U000e0041tag",
    "vim: set modeline:",
    "ex:x:",
    "Local Variables: eval: (f)",
    "yaml-language-server: $schema=https://example.org/x.json",
    "-*- mode: x -*-",
    "##[error]no",
    "::error::no",
    "x" * 300,
    " ".join(["word"] * 80) + ".",
    "inter-\nnational law.",
    "Page 3 of 9",
    "\r\n",
    "\n\n",
    "The ferry stays in the harbour at night.",
    "Nobody has asked the crews. It may rain.",
]
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), max_size=12).map("\n".join)


def places(found: Document) -> list[Place]:
    return [piece.place for piece in found.pieces if piece.place is not None]


def written(found: Document) -> dict[tuple[int, int], str]:
    return {piece.place.begin: found.readable(piece) for piece in found.pieces if piece.place}


def title(found: Document) -> str | None:
    return next(
        (found.readable(piece) for piece in found.pieces if piece.kind is PieceKind.TITLE), None
    )


def map_of(text: str) -> ArgumentMap:
    reading = read(Text("t", text))
    assert [str(finding) for finding in reading.diagnostics] == []
    assert reading.map is not None
    return reading.map


@given(TEXTS, st.booleans())
@scaled(1_000)
def test_every_text_becomes_a_map_with_the_places_of_its_index(
    content: str, with_sentences: bool
) -> None:
    found = document(content)
    wanted = places(found)
    sentences = written(found) if with_sentences else {}
    if not wanted:
        with pytest.raises(InvalidValue, match="no sentence that is counted"):
            stubs(wanted, "leaflet", sentences=sentences)
        return
    text = stubs(wanted, "leaflet", source_title=title(found), sentences=sentences)
    m = map_of(text)
    assert [str(one.anchors[0].where) for one in m.statements] == [
        str(piece.place) for piece in index_of(found).sentences.values()
    ]
    assert {(one.kind, one.text, len(one.anchors)) for one in m.statements} == {
        (Kind.CLAIM, "TODO", 1)
    }
    assert (m.text, [source.index for source in m.sources]) == ("leaflet", ["leaflet"])
    assert [finding.code for finding in check(m).diagnostics] == ["AM108"]
    assert formatted(Text("t", text)) == text
    assert_harmless(text)
    assert max(map(len, text.partition("\nstatements:\n")[2].splitlines())) <= 100
    plain = stubs(wanted, "leaflet", source_title=title(found))
    assert yaml.safe_load(text) == yaml.safe_load(plain)


@pytest.mark.parametrize("content", [ARTICLE, PAGES])
def test_nothing_of_the_text_is_told_but_its_title(content: str) -> None:
    found = document(content)
    text = stubs(places(found), "leaflet", source_title=title(found))
    statements = text.partition("\nstatements:\n")[2]
    assert (
        re.sub(
            r"  # Paragraph \d+\n|  s-\d+-\d+:\n|    (claim: TODO|at: p\d+\.\d+)\n|\n",
            "",
            (statements),
        )
        == ""
    )


def test_sentences_stand_in_comments_word_by_word() -> None:
    found = document(ARTICLE)
    text = stubs(places(found), "leaflet", sentences=written(found))
    for (paragraph, sentence), words in written(found).items():
        stub = text.partition(f"  s-{paragraph}-{sentence}:\n")[2].partition("    claim:")[0]
        assert " ".join(line.removeprefix("    # | ") for line in stub.splitlines()) == words


def test_a_word_without_end_is_broken_and_nothing_of_it_lost() -> None:
    for size in (91, 92, 93, 184, 500):
        word = "x" * size
        text = stubs([Place(1, 1)], "leaflet", sentences={(1, 1): f"A {word} b."})
        lines = [line for line in text.splitlines() if line.startswith("    # | ")]
        told = "".join(line.removeprefix("    # | ") for line in lines)
        assert told.replace(" ", "") == f"A{word}b."
        assert max(map(len, lines)) <= 100


def test_what_editors_take_for_commands_is_none() -> None:
    words = "vim: set x: vi:y vim>700: z ex: q. Local Variables: Vim is: old. complex: 1."
    text = stubs([Place(1, 1)], "leaflet", sentences={(1, 1): words}, source_title="vim:x")
    told = " ".join(line.removeprefix("    # | ") for line in text.splitlines() if "# |" in line)
    assert told == (
        "vim<U+003A> set x: vi<U+003A>y vim>700<U+003A> z ex<U+003A> q. Local Variables<U+003A> "
        "Vim is: old. complex: 1."
    )
    assert 'title: "vim<U+003A>x"' in text
    modeline = stubs(
        [Place(1, 1)], "leaflet", sentences={(1, 1): "yaml-language-server: $schema=x"}, schema=None
    )
    assert not re.search(r"^\s*#\s+yaml-language-server", modeline, re.MULTILINE)


def test_the_main_conclusion_is_one_of_the_stubs_or_stands_in_front() -> None:
    two = [Place(1, 1), Place(1, 2)]
    m = map_of(stubs(two, "leaflet", main="s-1-2"))
    assert [(one.id, one.kind) for one in m.statements] == [
        ("s-1-1", Kind.CLAIM),
        ("s-1-2", Kind.CONCLUSION),
    ]
    other = map_of(stubs(two, "leaflet", main="ferry"))
    assert [one.id for one in other.statements] == ["ferry", "s-1-1", "s-1-2"]
    assert other.statements[0].kind is Kind.CONCLUSION
    assert (m.main, other.main) == (("s-1-2",), ("ferry",))


def test_titles() -> None:
    one = [Place(1, 1)]
    assert map_of(stubs(one, "leaflet")).title == "What this map is about"
    taken = map_of(stubs(one, "leaflet", source_title='Why: # "it\x07" runs'))
    assert taken.title == taken.sources[0].title == 'Why: # "it<U+0007>" runs'
    own = map_of(stubs(one, "leaflet", title="Mine", source_title="Theirs"))
    assert (own.title, own.sources[0].title) == ("Mine", "Theirs")
    long = map_of(stubs(one, "leaflet", source_title="x" * 10_000)).title
    assert long is not None
    assert len(long) < 400


@pytest.mark.parametrize(
    ("source", "wish"),
    [
        ("p3", {}),
        ("a b", {}),
        ("leaflet", {"title": ""}),
        ("leaflet", {"title": "bell \a"}),
        ("leaflet", {"main": ""}),
        ("leaflet", {"main": "a b"}),
        ("leaflet", {"schema": "two words.json"}),
    ],
)
def test_what_a_map_cannot_hold_is_refused(source: str, wish: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        stubs([Place(1, 1)], source, **wish)


@given(st.text(max_size=100) | st.sampled_from(["p3", "via", "", "-", "..", "9 lives", "a" * 500]))
def test_every_file_gives_a_name_that_a_source_and_its_index_can_have(file: str) -> None:
    name = source_name(file)
    m = map_of(stubs([Place(1, 1)], name, schema=FILE_NAME))
    assert (m.sources[0].id, m.sources[0].index) == (name, name)


def test_a_name_that_will_do_is_kept() -> None:
    for name in ("leaflet", "my_text", "slingbaum-2025", "A--b_"):
        assert source_name(name) == name
    assert [source_name(each) for each in ("a.b", "9_lives", "", "_")] == [
        "a-b",
        "text-9-lives",
        "text",
        "text",
    ]


def test_a_long_text_takes_linear_time() -> None:
    """It takes a second; a step over all that is done for each sentence, or word, takes minutes."""
    count = sized(2_000, deep=20_000)
    many = [Place(number, 1) for number in range(1, count)]
    text = stubs(many, "leaflet", sentences={(1, 1): "x" * 100 * count, (2, 1): "y " * 50 * count})
    assert len(map_of(text).statements) == count - 1


@pytest.mark.parametrize("length", [60, 71, 72, 90, 300])
def test_a_source_takes_as_many_lines_as_fmt_gives_it(length: int) -> None:
    """Its title and its name stand in braces up to a hundred columns."""
    text = stubs([Place(1, 1)], "leaflet", source_title="t" * length, title="A map")
    line = f'  leaflet: {{title: "{"t" * length}", index: leaflet}}'
    assert (line in text.splitlines()) == (len(line) <= 100)
    assert formatted(Text("m.yaml", text)) == text


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=40), min_size=1).map(" ".join))
def test_a_title_stands_as_fmt_lays_it_out(wanted: str) -> None:
    text = stubs([Place(1, 1)], "leaflet", source_title=f"The {wanted}")
    assert map_of(text).title == map_of(text).sources[0].title
    assert formatted(Text("m.yaml", text)) == text
