"""`argmap source drift`: each edit of a text is told with its place, with the texts and without."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.source_index.write import write as written
from argmap.sources.documents import Document, document
from argmap.sources.kinds import PieceKind
from argmap.sources.source_index import index_of
from tests.cli.conftest import Result, Screen, Write
from tests.cli.sources import read_json
from tests.hostile.running import assert_harmless, inside
from tests.sources.texts import article

Run = Callable[..., Result]

LEAFLET = """\
Run it at night
The ferry stays in the harbour from nine on. Nobody has asked the crews what they want of it.
It would cost 3.5 million a year. A poll of 1,020 people found that 61 % would use it. Fine.
The council may decide in June, says the harbour board. Until then nothing is going to happen here.
"""
MAP = """\
argmap: 1
main: ferry
text: leaflet
sources: {leaflet: {title: Run it, index: leaflet}, poll: {title: The poll}}
statements:
  ferry: {conclusion: The ferry should run., at: p1.1, because: {from: users, at: p3}}
  users: {claim: Most would use it., at: poll via p2.2, because: cost}
  cost: {claim: It costs 3.5 million., at: p2.1-2, by: {speaker: Ada, at: p1.2}}
  other: {claim: Elsewhere., at: [poll p1, p9]}
"""


@pytest.fixture
def texts(write: Write) -> Callable[..., list[str]]:
    """Puts two editions at hand, or only their indexes; returns what is to be typed of them."""

    def put(old: str, new: str, *, with_texts: bool) -> list[str]:
        write("leaflet.source.yaml", written(index_of(document(old))))
        if with_texts:
            write("leaflet.txt", old)
            write("new.txt", new)
            return ["leaflet", "new.txt"]
        write("new.source.yaml", written(index_of(document(new))))
        return ["leaflet", "new.source.yaml"]

    return put


Texts = Callable[..., list[str]]


def told(argmap: Run, *arguments: str) -> dict[str, Any]:
    code, out, err = argmap("source", "drift", *arguments, "--json")
    found = read_json(out)
    counts = dict(found["counts"])
    counts.pop("same")
    assert (code, err) == (int(any(counts.values())), "")
    return found


def fates(found: dict[str, Any]) -> dict[str, str]:
    return {one["place"]: " ".join([one["fate"], *one["places"]]) for one in found["sentences"]}


def changes(found: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    return [
        (each["sort"], each["before"], each["after"])
        for one in found["sentences"]
        for each in one["changes"]
    ]


# --- flip a digit, drop a hedge, swap two sentences, delete one ---------------------------------


@pytest.mark.parametrize("with_texts", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "wanted", "recoded"),
    [
        ("", "", {}, []),
        ("61 %", "16 %", {"p2.2": "changed p2.2"}, [("number", "61 %", "16 %")]),
        ("3.5 m", "5.3 m", {"p2.1": "changed p2.1"}, [("number", "35e5", "53e5")]),
        ("1,020", "1,002", {"p2.2": "changed p2.2"}, [("number", "102e1", "1002")]),
        ("may decide", "decides", {"p3.1": "changed p3.1"}, [("hedge", "may", None)]),
        ("Nobody has", "Somebody has", {"p1.2": "changed p1.2"}, [("negation", "nobody", None)]),
        (
            "The ferry stays in the harbour from nine on. Nobody has asked the crews what they "
            "want of it.",
            "Nobody has asked the crews what they want of it. The ferry stays in the harbour from "
            "nine on.",
            {"p1.1": "moved p1.2", "p1.2": "moved p1.1"},
            [],
        ),
        (
            "It would cost 3.5 million a year. ",
            "",
            {"p2.1": "gone", "p2.2": "moved p2.1", "p2.3": "moved p2.2"},
            [],
        ),
        (" Fine.", "", {"p2.3": "gone"}, []),
    ],
)
def test_each_edit_is_told_with_its_place(
    argmap: Run,
    texts: Texts,
    *,
    old: str,
    new: str,
    wanted: dict[str, str],
    recoded: list[tuple[str, str | None, str | None]],
    with_texts: bool,
) -> None:
    assert old in LEAFLET
    typed = texts(LEAFLET, LEAFLET.replace(old, new, 1), with_texts=with_texts)
    found = told(argmap, *typed)
    assert fates(found) == wanted
    assert changes(found) == recoded
    assert (found["with-texts"], found["new"]) == (with_texts, [])
    assert sum(found["counts"].values()) == 7
    assert {one["before"] is not None for one in found["sentences"]} <= {with_texts}
    assert {one["now"] is not None for one in found["sentences"] if one["places"]} <= {with_texts}


class Edit(NamedTuple):
    """A copy of a text with one edit, and what is to be told of it."""

    text: str
    fates: dict[str, str]
    changed: str


def _span(found: Document, place: str) -> tuple[int, int]:
    """Where a sentence stands in the text as it is written."""
    (piece,) = (piece for piece in found.pieces if str(piece.place) == place)
    return found.form.original(piece.start, piece.end)


def _edits(text: str) -> dict[str, Edit]:
    """One edit of each sort, at the first sentence that allows it."""
    found = document(text)
    index = index_of(found)
    of = {str(piece.place): piece for piece in index.pieces if piece.kind is PieceKind.BODY}
    hashes = [piece.hash for piece in of.values()]

    def sentence(place: str) -> str:
        start, end = _span(found, place)
        return text[start:end]

    def replaced(place: str, new: str) -> str:
        start, end = _span(found, place)
        return text[:start] + new + text[end:]

    flipped = next(
        place
        for place in of
        if of[place].words > 7 and re.search(r"\b[2-9][0-9]\b", sentence(place))
    )
    digits = re.sub(
        r"\b([2-9])([0-9])\b", lambda m: f"{10 - int(m[1])}{m[2]}", sentence(flipped), count=1
    )
    hedged = next(
        place
        for place in of
        if of[place].words > 7 and re.search(r" (may|could|might) ", sentence(place))
    )
    unhedged = re.sub(r" (may|could|might) ", " will ", sentence(hedged), count=1)
    one = next(
        place
        for place, piece in of.items()
        if piece.words > 3
        and (behind := of.get(_next(place)))
        and behind.words > 3
        and hashes.count(piece.hash) == hashes.count(behind.hash) == 1
    )
    other = _next(one)
    (first, middle), (last, end) = _span(found, one), _span(found, other)
    swapped = f"{text[:first]}{text[last:end]}{text[middle:last]}{text[first:middle]}{text[end:]}"
    gone = list(of)[-1]
    return {
        "digit": Edit(replaced(flipped, digits), {flipped: f"changed {flipped}"}, "number"),
        "hedge": Edit(replaced(hedged, unhedged), {hedged: f"changed {hedged}"}, "hedge"),
        "swap": Edit(swapped, {one: f"moved {other}", other: f"moved {one}"}, ""),
        "deletion": Edit(replaced(gone, ""), {gone: "gone"}, ""),
    }


def _next(place: str) -> str:
    paragraph, sentence = place.removeprefix("p").split(".")
    return f"p{paragraph}.{int(sentence) + 1}"


OWN = """\
The night ferry
Of the 45 boats in the harbour one could sail at night, as the crews have told us many times.
They asked for it in spring. Nobody answered them until the autumn, when the council met again.
The town pays for the quay, the lamps and the 27 guards who walk there every night of the year.
It is a small thing to ask. We shall ask for it again when the council meets in the coming spring.
"""


@pytest.mark.parametrize("with_texts", [True, False])
@pytest.mark.parametrize("edit", ["digit", "hedge", "swap", "deletion"])
@pytest.mark.parametrize("which", ["own", "article"])
def test_each_edit_of_a_copy_is_told(
    argmap: Run, texts: Texts, which: str, edit: str, with_texts: bool
) -> None:
    """The copy of the article, which may not be kept here, lives as long as the test."""
    text = OWN if which == "own" else article()
    made = _edits(text)[edit]
    found = told(argmap, *texts(text, made.text, with_texts=with_texts))
    assert fates(found) == made.fates
    sorts = [sort for sort, _, _ in changes(found)]
    assert made.changed in sorts if made.changed else sorts == []


# --- what is told, and how ----------------------------------------------------------------------


def test_lines_for_people(argmap: Run, texts: Texts) -> None:
    new = LEAFLET.replace("61 %", "16 %").replace("Fine. ", "").replace("may decide", "decides")
    new = new.replace(" Fine.", "") + "At last the ferry sails at night, and everybody is happy.\n"
    code, out, err = argmap("source", "drift", *texts(LEAFLET, new, with_texts=True))
    assert (code, err) == (1, "")
    assert out == (
        "p2.2 changed (alike: 0.88, by an estimate)\n"
        '  changes: "61 %" -> "16 %"\n'
        "  before: A poll of 1,020 people found that 61 % would use it.\n"
        "  now: A poll of 1,020 people found that 16 % would use it.\n"
        "p2.3 gone\n"
        "  before: Fine.\n"
        "p3.1 changed (alike: 0.60, by an estimate)\n"
        '  changes: hedge dropped: "may"\n'
        "  before: The council may decide in June, says the harbour board.\n"
        "  now: The council decides in June, says the harbour board.\n"
        "\n"
        "7 sentences: 4 same, 2 changed, 1 gone.\n"
        "New in new.txt: p4.1.\n"
    ), out


def test_lines_are_broken_for_a_terminal(argmap: Run, texts: Texts, screen: Screen) -> None:
    typed = texts(LEAFLET, LEAFLET.replace("nothing is", "little is"), with_texts=True)
    argmap("source", "drift", *typed, stdout=screen)
    assert "  before: Until then nothing is going to happen here.\n" in screen.text
    assert "  now: Until then little is going to happen here.\n" in screen.text
    typed = texts(LEAFLET, LEAFLET.replace("61 %", "16 %"), with_texts=True)
    argmap("source", "drift", *typed, stdout=screen)
    assert (
        "  before: A poll of 1,020 people found that 61 % would use\n          it.\n" in screen.text
    )


def test_without_texts_no_word_is_told_and_that_is_said(argmap: Run, texts: Texts) -> None:
    new = LEAFLET.replace("61 %", "16 %").replace("June", "May")
    _, out, _ = argmap("source", "drift", *texts(LEAFLET, new, with_texts=False), "--all")
    lines = out.splitlines()
    assert lines[:3] == ["p1.1 same", "p1.2 same", "p2.1 same"]
    assert lines[3].startswith("p2.2 changed (alike: 0.")
    assert lines[4] == '  changes: "61 %" -> "16 %"'
    assert lines[-1].startswith("Without both texts, how alike sentences are is an estimate")
    assert "poll" not in out


def test_the_same_text_is_the_same(argmap: Run, texts: Texts) -> None:
    typed = texts(LEAFLET, LEAFLET.replace("\n", "\r\n").replace("'", "’"), with_texts=True)
    assert argmap("source", "drift", *typed) == (0, "7 sentences: 7 same.\n", "")
    again = argmap("source", "drift", "leaflet.source.yaml", "-", stdin=LEAFLET.encode())
    assert again == (0, "7 sentences: 7 same.\n", "")


def test_new_sentences_alone_make_another_edition(argmap: Run, texts: Texts) -> None:
    new = LEAFLET + "".join(f"At last the ferry {number} sails at night.\n" for number in range(20))
    code, out, _ = argmap("source", "drift", *texts(LEAFLET, new, with_texts=True))
    assert code == 1
    assert out.endswith(
        "New in new.txt: " + ", ".join(f"p{n}.1" for n in range(4, 16)) + (" and 8 more.\n")
    )


def test_short_sentences_are_compared_letter_by_letter_where_both_texts_are(
    argmap: Run, texts: Texts
) -> None:
    new = LEAFLET.replace("Fine", "Fire")
    assert fates(told(argmap, *texts(LEAFLET, new, with_texts=False))) == {}
    assert fates(told(argmap, *texts(LEAFLET, new, with_texts=True))) == {"p2.3": "changed p2.3"}
    Path("leaflet.txt").unlink()
    old, new = LEAFLET.replace("Fine.", "It costs 5."), LEAFLET.replace("Fine.", "It costs 6.")
    found = told(argmap, *texts(old, new, with_texts=False))
    assert changes(found) == [("number", "5", "6")]


def test_ambiguous_sentences(argmap: Run, texts: Texts) -> None:
    again = "Nobody has asked the crews what they want of it."
    two = [again, *LEAFLET.splitlines(), again]
    typed = texts(LEAFLET, "\n".join(two[1:]), with_texts=True)
    assert fates(told(argmap, *typed)) == {}
    old = f"{again}\n"
    typed = texts(old, f"It is late, we know that. It is dark.\n{again} {again}\n", with_texts=True)
    assert fates(told(argmap, *typed)) == {"p1.1": "ambiguous p2.1 p2.2"}
    out = argmap("source", "drift", *typed).out
    assert out.startswith(f"p1.1 ambiguous: any of p2.1, p2.2\n  before: {again}\n\n")


def test_sentences_elsewhere(argmap: Run, texts: Texts) -> None:
    new = LEAFLET.replace("Run it at night\n", "Run it at night\nFirst of all, look at the quay.\n")
    new = new.replace("61 %", "16 %")
    out = argmap("source", "drift", *texts(LEAFLET, new, with_texts=False)).out
    assert out.startswith("p1.1 moved to p2.1\np1.2 moved to p2.2\np2.1 moved to p3.1\n")
    assert "\np2.2 changed, now p3.2 (alike: 0." in out


# --- with a map ---------------------------------------------------------------------------------


def test_with_a_map_only_what_is_anchored_counts(argmap: Run, texts: Texts, write: Write) -> None:
    write("m.argmap.yaml", MAP)
    typed = [*texts(LEAFLET, LEAFLET.replace("61 %", "16 %"), with_texts=True), "--map"]
    found = told(argmap, *typed, "m.argmap.yaml", "--all")
    assert found["map"] == "m.argmap.yaml"
    assert {one["place"]: one["elements"] for one in found["sentences"]} == {
        "p1.1": ["ferry"],
        "p1.2": ["cost"],
        "p2.1": ["cost"],
        "p2.2": ["users", "cost"],
        "p3.1": ["users>ferry"],
        "p3.2": ["users>ferry"],
    }
    code, out, _ = argmap("source", "drift", *typed, "m.argmap.yaml")
    assert code == 1
    assert "  anchored: users, cost\n" in out
    assert out.endswith("6 sentences with something anchored to them: 5 same, 1 changed.\n")


def test_what_nothing_is_anchored_to_may_change(argmap: Run, texts: Texts, write: Write) -> None:
    write("m.argmap.yaml", MAP)
    new = LEAFLET.replace("Fine.", "It is fine as it is.") + "The end of it has not come yet.\n"
    typed = texts(LEAFLET, new, with_texts=False)
    assert told(argmap, *typed, "--map", "m.argmap.yaml")["new"] == []
    assert argmap("source", "drift", *typed).code == 1


def test_many_ids_are_named_in_part(argmap: Run, texts: Texts, write: Write) -> None:
    rows = "".join(f"  s{n}: {{claim: Number {n}., at: p2.2}}\n" for n in range(30))
    write("m.argmap.yaml", MAP + rows)
    typed = [*texts(LEAFLET, LEAFLET.replace("61 %", "16 %"), with_texts=True), "--map"]
    out = argmap("source", "drift", *typed, "m.argmap.yaml").out
    assert "  anchored: users, cost, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9 and 20 more\n" in out
    assert len(told(argmap, *typed, "m.argmap.yaml")["sentences"][0]["elements"]) == 32


def test_a_map_from_standard_input(argmap: Run, texts: Texts) -> None:
    typed = texts(LEAFLET, LEAFLET, with_texts=True)
    found = argmap("source", "drift", *typed, "--map", "-", stdin=MAP.encode())
    assert found == (0, "6 sentences with something anchored to them: 6 same.\n", "")


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "said"),
    [
        (["leafle", "new.txt"], b"", 2, 'error: there is no index "leafle"\nhelp: did you'),
        (["leaflet", "gone.txt"], b"", 2, "error: gone.txt cannot be read: no such file"),
        (["leaflet", "gone.source.yaml"], b"", 2, "error: gone.source.yaml does not exist"),
        (["leaflet", "."], b"", 2, "error: . is not a file"),
        (["leaflet", "-"], b"", 2, "error: <stdin> holds no text"),
        (["leaflet", "-"], b"caf\xe9", 2, "error: <stdin> is not UTF-8: byte 0xE9 in line 1"),
        (["leaflet", "-"], b"a\0b", 2, "error: <stdin> is no text: it holds the character NUL"),
        (["leaflet", "-"], LEAFLET.encode("utf-16"), 2, "error: <stdin> is written in UTF-16"),
        (["leaflet", "-"], b"x" * (1 << 25) + b"x", 2, "error: <stdin> is larger than 33,554,432"),
        (["leaflet", "-", "--map", "-"], b"x", 2, "error: standard input cannot be both the"),
        (["leaflet", "new.txt", "--map", "gone"], b"", 2, "error: gone does not exist"),
        (
            ["leaflet", "new.txt", "--map", "other.argmap.yaml"],
            b"",
            2,
            "error: other.argmap.yaml has no source whose index is leaflet\nhelp: its indexes are "
            "poll\n",
        ),
        (
            ["leaflet", "new.txt", "--map", "none.argmap.yaml"],
            b"",
            2,
            "error: none.argmap.yaml has no source whose index is leaflet\nhelp: write index: ",
        ),
        (["leaflet", "new.txt", "--map", "broken.argmap.yaml"], b"", 1, "error[AM015]"),
        (["leaflet", "broken.source.yaml"], b"", 1, "error[AM060]"),
        (["broken", "new.txt"], b"", 1, "error[AM060]"),
    ],
)
def test_what_cannot_be_compared(
    argmap: Run,
    texts: Texts,
    write: Write,
    *,
    arguments: list[str],
    stdin: bytes,
    code: int,
    said: str,
) -> None:
    texts(LEAFLET, LEAFLET, with_texts=True)
    write("other.argmap.yaml", MAP.replace("index: leaflet", "index: poll"))
    write("none.argmap.yaml", MAP.replace(", index: leaflet", ""))
    write("broken.argmap.yaml", "argmap: 1\n")
    write("broken.source.yaml", "argmap-source: 2\n")
    found = argmap("source", "drift", *arguments, stdin=stdin)
    assert (found.code, found.out) == (code, "")
    assert found.err.startswith(said), found.err


def test_what_stands_in_the_way_of_a_text_is_told(argmap: Run, texts: Texts) -> None:
    typed = texts(LEAFLET, LEAFLET, with_texts=False)
    Path("bad.txt").write_bytes(b"\xff")
    code, out, err = argmap("source", "drift", *typed)
    assert (code, out.splitlines()[0]) == (0, "7 sentences: 7 same.")
    assert "bad.txt is not UTF-8" in err


@given(st.text() | st.binary(), st.booleans())
def test_hostile_editions(
    tmp_path_factory: pytest.TempPathFactory, content: str | bytes, as_json: bool
) -> None:
    folder = tmp_path_factory.mktemp("drift")
    (folder / "leaflet.source.yaml").write_text(written(index_of(document(LEAFLET))))
    (folder / "leaflet.txt").write_text(LEAFLET)
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    options = ["--sources", str(folder), *(["--json"] if as_json else [])]
    code, out, err = inside("source", "drift", "leaflet", "-", *options, stdin=data)
    assert code in (0, 1, 2)
    assert_harmless(out)
    assert_harmless(err)
    if as_json and code < 2:
        read_json(out)


def test_control_characters_of_a_text_are_shown_not_sent(argmap: Run, texts: Texts) -> None:
    new = LEAFLET.replace("a year", "a \x1b[31m\u202eyear")
    out = argmap("source", "drift", *texts(LEAFLET, new, with_texts=True)).out
    assert "\x1b" not in out
    assert "<U+001B>[31m" in out
