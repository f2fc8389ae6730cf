"""What is wrong with the text or the index of a source is told by every command that reads it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.formats.source_index.write import write as written
from argmap.sources.documents import document
from argmap.sources.lines import Layout
from argmap.sources.source_index import index_of
from tests.cli.conftest import Result, Write
from tests.cli.sources import read_json
from tests.hostile.running import apart, assert_harmless, assert_held
from tests.sources.test_documents import PAGES

Run = Callable[..., Result]

LEAFLET = """\
Run it at night
The ferry stays in the harbour at night. Nobody has asked the crews what they want of it.
It would cost 3.5 million a year. “That is nothing,” says the harbour board of the long-term plan.
"""
MAP = """\
argmap: 1
main: ferry
text: leaflet
sources: {leaflet: {title: Run it, index: leaflet}}
statements:
  ferry: {conclusion: The ferry should run., because: cost, at: p1.1}
  cost: {claim: It costs 3.5 million., at: 'p2.1 "cost 3.5 million"', against: crews}
  crews: {claim: Nobody asked the crews., at: p1.2, against: ferry}
"""
#: What reads the index `leaflet` and looks for its text.
READERS = {
    "check": ["check", "m.argmap.yaml"],
    "show": ["source", "show", "leaflet"],
    "locate": ["locate", "cost 3.5 million", "--in", "leaflet"],
    "drift": ["source", "drift", "leaflet", "leaflet.source.yaml"],
    "drift of a map": [
        *("source", "drift", "leaflet", "leaflet.source.yaml", "--map", "m.argmap.yaml"),
    ],
}
#: What reads a text itself.
TAKERS = {
    "index": ["source", "index", "bad.txt"],
    "new": ["new", "--from", "bad.txt"],
    "drift": ["source", "drift", "leaflet", "bad.txt"],
}
MIB = 1 << 20


@pytest.fixture(autouse=True)
def _sources(write: Write) -> None:
    write("leaflet.source.yaml", written(index_of(document(LEAFLET))))
    write("leaflet.txt", LEAFLET)
    write("m.argmap.yaml", MAP)


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * MIB)


#: What is made of a text, and what is said of it.
BAD_TEXTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "latin-1": (
        lambda path: path.write_bytes(LEAFLET.replace("“", "é").encode("latin-1", "replace")),
        "is not UTF-8: byte 0xE9 in line 3",
    ),
    "utf-16": (
        lambda path: path.write_bytes(LEAFLET.encode("utf-16")),
        "is written in UTF-16 or UTF-32",
    ),
    "binary": (
        lambda path: path.write_bytes(b"%PDF-1.7\0\0"),
        "is no text: it holds the character",
    ),
    "50 MiB": (_large, "is larger than 33,554,432 bytes"),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("bad", BAD_TEXTS)
def test_a_text_that_cannot_be_read_is_told_where_it_is_missing(
    argmap: Run, reader: str, bad: str
) -> None:
    make, said = BAD_TEXTS[bad]
    make(Path("leaflet.txt"))
    code, out, err = argmap(*READERS[reader])
    told = out if reader == "check" else err
    assert f"warning[AM064]: leaflet.txt {said}" in told, told
    assert code == (1 if reader == "locate" else 0), told


@pytest.mark.parametrize("taker", TAKERS)
@pytest.mark.parametrize("bad", BAD_TEXTS)
def test_a_text_that_cannot_be_read_is_refused(argmap: Run, taker: str, bad: str) -> None:
    make, said = BAD_TEXTS[bad]
    make(Path("bad.txt"))
    begin = time.process_time()
    code, out, err = argmap(*TAKERS[taker])
    assert time.process_time() - begin < 10
    assert (code, out) == (2, "")
    assert err.startswith(f"error: bad.txt {said}"), err
    assert "\nhelp: " in err


@pytest.mark.parametrize("taker", TAKERS)
@pytest.mark.parametrize("content", ["", "\n\n \n", "\u200b\ufeff"])
def test_a_text_without_anything_is_refused(argmap: Run, taker: str, content: str) -> None:
    Path("bad.txt").write_text(content)
    assert argmap(*TAKERS[taker]) == (2, "", "error: bad.txt holds no text\n")


# --- the same text, written otherwise -----------------------------------------------------------

COPIES = {
    "CRLF": LEAFLET.replace("\n", "\r\n"),
    "CR": LEAFLET.replace("\n", "\r"),
    "byte order mark": f"\ufeff{LEAFLET}",
    "straight quotes": LEAFLET.replace("“", '"').replace("”", '"'),
    "soft hyphens": LEAFLET.replace("harbour", "har\u00adbour"),
    "spaces that do not break": LEAFLET.replace("3.5 million", "3.5\u00a0million"),
    "a word cut at the end of a line": LEAFLET.replace("nothing", "noth-\ning"),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("copy", COPIES)
def test_the_same_text_written_otherwise_is_found(argmap: Run, reader: str, copy: str) -> None:
    expected = argmap(*READERS[reader])
    Path("leaflet.txt").unlink()
    Path("any name.md").write_bytes(COPIES[copy].encode())
    found = argmap(*READERS[reader])
    assert (found.code, found.err) == (expected.code, "")
    if reader == "show":  # sentences as they are written
        assert "The text is any name.md.\n" in found.out
    else:
        assert found.out == expected.out


@pytest.mark.parametrize("copy", list(COPIES)[:-1])
def test_the_same_text_written_otherwise_has_the_same_index(argmap: Run, copy: str) -> None:
    made = argmap("source", "index", "-", stdin=COPIES[copy].encode()).out
    assert made == Path("leaflet.source.yaml").read_text()


def test_text_of_pages_has_the_sentences_of_the_plain_text(argmap: Run) -> None:
    """Words that are cut at the end of a line or page are whole, and no page has heads."""
    plain = (
        "Night boats\n\nThe harbour office has counted the boats, the crews and the fares of the "
        "last ten years, and has found that the long-term cost is one that nobody has foreseen. It "
        "is 3.5 million.\n\nThe council should pay for it, and the ferry should run, say those who "
        "live there.\n\nThey are many.\n\nThey vote.\n"
    )
    index = index_of(document(plain, layout=Layout.BLOCKS))
    Path("leaflet.source.yaml").write_text(written(index))
    Path("leaflet.txt").unlink()
    Path("pages.txt").write_text(PAGES)
    code, out, err = argmap("source", "drift", "leaflet", "pages.txt")
    assert (code, err) == (0, "")
    assert out.startswith("5 sentences: 5 same.\n")
    stubs = argmap("new", "--from", "pages.txt", "--with-sentences").out
    assert "Harbour Review" not in stubs
    assert "fore-" not in stubs


# --- another text -------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "other",
    [
        "It is another article. It has nothing to do with ferries.\n",
        (LEAFLET.replace("3.5", "5.3")),
    ],
)
def test_another_text_of_the_same_name_is_told(argmap: Run, reader: str, other: str) -> None:
    Path("leaflet.txt").write_text(other)
    code, out, err = argmap(*READERS[reader])
    if reader.startswith("drift"):  # where it may be meant to be another edition
        assert (code, err) == (0, "")
        return
    told = out if reader == "check" else err
    assert "warning[AM065]: leaflet.txt is not the text that the index leaflet is of" in told
    assert "help: to see what differs: argmap source drift leaflet leaflet.txt" in told
    assert argmap("source", "drift", "leaflet", "leaflet.txt").code == 1


def test_another_article_has_none_of_the_sentences(argmap: Run) -> None:
    other = b"It is another article. It has nothing to do with boats, and tells of mountains.\n"
    code, out, _ = argmap("source", "drift", "leaflet", "-", "--json", stdin=other)
    assert code == 1
    assert read_json(out)["counts"] == {
        **dict.fromkeys(("same", "moved", "changed", "ambiguous"), 0),
        "gone": 4,
        "new": 2,
    }


@pytest.mark.parametrize("reader", READERS)
def test_another_text_of_another_name_is_of_no_account(argmap: Run, reader: str) -> None:
    expected = argmap(*READERS[reader])
    Path("other.txt").write_text("It is another article.\n")
    assert argmap(*READERS[reader]) == expected


# --- two of one name ----------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_two_indexes_of_one_name_are_told(argmap: Run, write: Write, reader: str) -> None:
    write("sources/leaflet.source.yaml", written(index_of(document("It is another text."))))
    code, out, err = argmap(*READERS[reader])
    told = out if reader == "check" else err
    assert "warning[AM063]: leaflet.source.yaml and sources/leaflet.source.yaml are both" in told
    assert code == 0


@pytest.mark.parametrize("reader", ["check", "show", "locate"])
def test_two_copies_of_one_text_are_told(argmap: Run, write: Write, reader: str) -> None:
    write("sources/leaflet.txt", LEAFLET.replace("“", '"'))
    code, out, err = argmap(*READERS[reader])
    told = out if reader == "check" else err
    assert "warning[AM063]: leaflet.txt and sources/leaflet.txt are copies of one text" in told
    assert code == 0


# --- an index edited by hand --------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("argmap-source: 1", "argmap-source: 9", "error[AM060]"),
        ("place: p1.2", "place: p1.7", "error[AM061]: p1.7 stands where p1.2 or p2.1 is due"),
        ("words: ", "words: x", "error[AM023]"),
        ("at: ", "at: 9", "error[AM061]"),
        ("layout: ", "lay-out: ", "error[AM012]"),
        ("pieces:", "pieces: &a", "error[AM007]"),
        ("pieces:", "pieces: \x1b[31m", "error[AM00"),
    ],
)
def test_a_broken_index_is_told_with_its_place(
    argmap: Run, reader: str, old: str, new: str, told: str
) -> None:
    path = Path("leaflet.source.yaml")
    path.write_text(path.read_text().replace(old, new))
    code, out, err = argmap(*READERS[reader])
    assert code == 1
    said = out if reader == "check" else err
    assert told in said, said
    assert "--> leaflet.source.yaml:" in said
    assert_harmless(out + err)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("key", ["hash", "pairs", "sha256", "characters"])
def test_an_index_that_no_longer_fits_its_text_ends_no_command(
    argmap: Run, reader: str, key: str
) -> None:
    """Nothing in the file shows it; what is there no longer is left out."""
    path = Path("leaflet.source.yaml")
    whole = path.read_text()
    edited = re.sub(rf"\b({key}: )([0-9a-f]+)", lambda found: found[1] + _other(found[2]), whole)
    assert edited != whole
    path.write_text(edited)
    code, out, err = argmap(*READERS[reader])
    assert code in (0, 1)
    assert_harmless(out + err)


def _other(value: str) -> str:
    """A value of the same form."""
    return f"{int(value) + 7}" if len(value) < 8 else value[::-1]


@pytest.mark.parametrize("reader", READERS)
def test_half_an_index_ends_no_command(argmap: Run, reader: str) -> None:
    path = Path("leaflet.source.yaml")
    whole = path.read_text()
    for part in range(1, 10):
        path.write_text(whole[: part * len(whole) // 10])
        code, out, err = argmap(*READERS[reader])
        assert code in (0, 1)
        assert_harmless(out + err)


# --- as a process -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ["source", "index", "large.txt"],
        ["new", "--from", "large.txt"],
        ["source", "show", "leaflet"],
        ["check", "m.argmap.yaml"],
    ],
)
def test_50_mib_take_neither_time_nor_memory(folder: Path, command: list[str]) -> None:
    _large(folder / "large.txt")
    Path("leaflet.txt").unlink()
    assert_held(apart(*command, folder=folder), (0, 1, 2))
