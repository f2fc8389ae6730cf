"""`argmap source`: making and showing the index of a source."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.source_index.read import read
from argmap.formats.source_index.write import write as written
from argmap.model.source import Bibliography
from argmap.sources.documents import document
from argmap.sources.lines import Layout
from argmap.sources.source_index import SourceIndex, index_of
from argmap.text import Text
from tests.cli.conftest import Result, Write
from tests.cli.sources import read_json
from tests.hostile.running import assert_harmless, inside

Run = Callable[..., Result]

LEAFLET = """\
Run it at night
By Ada Moon
The ferry stays in the harbour from nine o’clock on. “Nobody asked us,” the long-serving crews say.
Who pays?
It would cost 3.5 million a year. That is all.
"""


def made(path: str | Path) -> SourceIndex:
    reading = read(Text("x", Path(path).read_text("utf-8")))
    assert reading.index is not None
    return reading.index


def test_an_index_is_made(argmap: Run, write: Write) -> None:
    write("leaflet.txt", LEAFLET)
    options = ["--title", "Run it", "--author", "Ada Moon", "--author", "C. Root"]
    options += ["--date", "2025-04-01", "--url", "https://example.org", "--kind", "article"]
    code, out, err = argmap("source", "index", "leaflet.txt", "-o", "leaflet.source.yaml", *options)
    assert (code, out) == (0, "")
    assert err == (
        "leaflet.source.yaml: 3 paragraphs, 5 sentences; not counted: title (1), byline (1)\n"
        "  line 1: title\n"
        "  line 2: byline\n"
    )
    index = made("leaflet.source.yaml")
    assert index == index_of(document(LEAFLET), index.about)
    assert (index.about.author, index.about.date) == (("Ada Moon", "C. Root"), "2025-04-01")


def test_lines_and_paragraphs_can_be_said(argmap: Run, write: Write) -> None:
    write("leaflet.txt", LEAFLET)
    lines = ["--line", "4=heading", "--line", "1-2=boilerplate", "--paragraphs", "lines"]
    code, out, err = argmap("source", "index", "leaflet.txt", *lines)
    assert code == 0
    assert out.startswith("argmap-source: 1\n")
    assert err == (
        "leaflet.txt: 2 paragraphs, 4 sentences; not counted: boilerplate (2), heading (1)\n"
        "  line 1: boilerplate\n"
        "  line 2: boilerplate\n"
        "  line 4: heading\n"
    )


def test_standard_input_and_output(argmap: Run, folder: Path) -> None:
    code, out, err = argmap("source", "index", "-", "-o", "-", stdin=LEAFLET.encode())
    assert code == 0
    assert out == written(index_of(document(LEAFLET)))
    assert err.startswith("<stdin>: 3 paragraphs")


def test_many_lines_that_are_not_counted_are_told_in_part(argmap: Run, folder: Path) -> None:
    text = "\n".join(
        f"Part {number}\nThe council has debated this since {1950 + number}."
        for number in range(50)
    )
    err = argmap("source", "index", "-", stdin=text.encode()).err
    assert len(err.splitlines()) == 42
    assert err.endswith("  and 10 more\n")


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (["-"], b"", "error: <stdin> holds no text\n"),
        (["-"], b"caf\xe9", "error: <stdin> is not UTF-8: byte 0xE9 in line 1\nhelp: save the"),
        (["-"], LEAFLET.encode("utf-16"), "error: <stdin> is written in UTF-16 or UTF-32\n"),
        (["gone.txt"], b"", "error: gone.txt cannot be read: no such file or directory\n"),
        (["."], b"", "error: . is not a file\n"),
        (["-", "-o", "a.yaml"], b"x", "error: a.yaml is no name of an index\nhelp: letters"),
        (["-", "-o", ".source.yaml"], b"x", "error: .source.yaml is no name of an index\n"),
        (["-", "-o", "no/a.source.yaml"], b"x", "error: no/a.source.yaml cannot be written"),
        (["-", "--date", "May"], b"x", "error: --date: 'May' is no date such as 2025"),
        (["-", "--url", "ftp://x"], b"x", "error: --url: 'ftp://x' is no http or https address"),
        (["-", "--line", "1"], b"x", "error: --line: 1 is not N=KIND, with one of body, title"),
        (["-", "--line", "1=x"], b"x", "error: --line: 1=x is not N=KIND"),
        (["-", "--line", "3-1=page"], b"x", "error: --line: 3-1=page is no range of lines"),
        (["-", "--line", "9=page"], b"x.", "error: --line: <stdin> has 1 lines, and no line 9"),
    ],
)
def test_what_cannot_be_indexed(
    argmap: Run, folder: Path, arguments: list[str], stdin: bytes, said: str
) -> None:
    code, out, err = argmap("source", "index", *arguments, stdin=stdin)
    assert (code, out) == (2, "")
    assert err.startswith(said), err


def test_the_text_itself_is_not_overwritten(argmap: Run, write: Write) -> None:
    write("a.source.yaml", LEAFLET)
    assert argmap("source", "index", "a.source.yaml", "-o", "a.source.yaml").code == 2
    assert Path("a.source.yaml").read_text() == LEAFLET


@pytest.fixture
def leaflet(write: Write) -> SourceIndex:
    """The index of the leaflet in `seeds`, which settings name; its text is not there."""
    about = Bibliography(title="Run it at night", author=("Ada Moon", "C. Root"))
    index = index_of(document(LEAFLET, layout=Layout.BLOCKS), about)
    write("argmap.toml", 'sources = ["seeds"]')
    write("seeds/leaflet.source.yaml", written(index))
    return index


def test_an_index_is_shown(argmap: Run, leaflet: SourceIndex) -> None:
    code, out, err = argmap("source", "show", "leaflet")
    assert (code, err) == (0, "")
    assert out.startswith(
        "title: Run it at night\nauthor: Ada Moon, C. Root\n1 paragraph, 5 sentences.\n"
        "The text is not at hand.\n\nPLACE "
    )
    heads = out.split("\n\n")[1].splitlines()[0].split()
    assert heads == ["PLACE", "KIND", "WORDS", "AT", "HASH", "NUMBERS", "NEGATIONS"]
    for piece in leaflet.pieces:
        assert piece.hash is None or piece.hash in out
        assert all(str(number) in out for number in piece.numbers)
    assert argmap("source", "show", "leaflet.source.yaml").out == out


def test_with_the_text_sentences_are_shown_as_they_are_written(argmap: Run, write: Write) -> None:
    write("seeds/leaflet.source.yaml", written(index_of(document(LEAFLET, layout=Layout.LINES))))
    write("texts/what ever.txt", LEAFLET.replace("\n", "\r\n"))
    folders = ["--sources", "seeds", "--sources", "texts"]
    out = argmap("source", "show", "leaflet", *folders).out
    assert f"The text is {Path('texts/what ever.txt')}.\n" in out
    assert "It would cost 3.5 million a year." in out
    shown = read_json(argmap("source", "show", "leaflet", "--json", *folders).out)
    assert shown["text"] == str(Path("texts/what ever.txt"))
    sentences = {piece["place"]: piece["sentence"] for piece in shown["pieces"]}
    assert sentences["p1.1"] == "The ferry stays in the harbour from nine o’clock on."
    assert sentences[None] is None
    assert shown["paragraphs"] == [2, 1, 2]


def test_json_without_the_text(argmap: Run, leaflet: SourceIndex) -> None:
    shown = read_json(argmap("source", "show", "leaflet", "--json").out)
    assert (shown["source"], shown["text"], shown["sha256"]) == ("leaflet", None, leaflet.sha256)
    assert {piece["sentence"] for piece in shown["pieces"]} == {None}


def test_folders_of_the_variable(
    argmap: Run, leaflet: SourceIndex, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("texts/a.txt", LEAFLET)
    monkeypatch.setenv("ARGMAP_SOURCES", os.pathsep.join(["nowhere", "texts"]))
    assert "The text is " in argmap("source", "show", "leaflet").out


def test_what_stands_in_the_way_of_the_text_is_told(
    argmap: Run, leaflet: SourceIndex, write: Write
) -> None:
    (write("seeds/a.txt", "").parent / "b.txt").write_bytes(b"\xff")
    code, _, err = argmap("source", "show", "leaflet")
    assert code == 0
    assert f"{Path('seeds/b.txt')} is not UTF-8" in err


def test_an_index_that_cannot_be_read(argmap: Run, leaflet: SourceIndex) -> None:
    path = Path("seeds/leaflet.source.yaml")
    path.write_text(path.read_text().replace("layout: ", "layout: x"))
    code, out, err = argmap("source", "show", "leaflet")
    assert (code, out) == (1, "")
    assert f"{path}:6:9" in err


def test_no_such_index(argmap: Run, leaflet: SourceIndex) -> None:
    assert argmap("source", "show", "leafet") == (
        2,
        "",
        'error: there is no index "leafet"\nhelp: did you mean "leaflet"?\n',
    )


def test_without_a_command_the_help_is_shown(argmap: Run) -> None:
    code, out, err = argmap("source")
    assert (code, out) == (2, "")
    assert re.search(r"\n  index +Make the index of a text\.\n", err)


@given(st.text() | st.binary(), st.sampled_from(["show", "locate"]))
def test_hostile_texts(content: str | bytes, then: str) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    code, out, err = inside("source", "index", "-", stdin=data)
    assert code in (0, 2)
    assert_harmless(err)
    assert_harmless(out)
