"""`argmap new`: a first map that is clean, with the schema where its first line says."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Limits
from argmap.formats.native import read
from argmap.formats.schema import FILE_NAME, content
from argmap.formats.source_index.write import write as written
from argmap.formats.template import template
from argmap.sources.documents import document
from argmap.sources.source_index import index_of
from argmap.text import Text
from tests.cli.conftest import Result, Write
from tests.hostile.running import assert_harmless, inside

Run = Callable[..., Result]


def test_a_first_map_is_clean_and_its_schema_beside_it(argmap: Run, folder: Path) -> None:
    said = f"ferry.argmap.yaml is there, and for editors {FILE_NAME}\n"
    assert argmap("new", "ferry.argmap.yaml") == (0, "", said)
    text = (folder / "ferry.argmap.yaml").read_text()
    assert text == template()
    assert text.startswith(f"# yaml-language-server: $schema={FILE_NAME}\n")
    assert (folder / FILE_NAME).read_text() == content()
    assert argmap("check", "--fail-on", "warning").code == 0
    assert argmap("fmt", "--check", "ferry.argmap.yaml").code == 0


def test_title_and_main_conclusion(argmap: Run, folder: Path) -> None:
    (folder / FILE_NAME).write_text("mine")
    words = ["--title", "Why: # it runs", "--main", "run-at-night"]
    assert argmap("new", "a.argmap.yml", *words).err == "a.argmap.yml is there\n"
    text = (folder / "a.argmap.yml").read_text()
    assert text == template("Why: # it runs", main="run-at-night")
    assert (folder / FILE_NAME).read_text() == "mine"


def test_another_place_of_the_schema(argmap: Run, folder: Path) -> None:
    (folder / "maps").mkdir()
    path = "maps/a.argmap.yaml"
    argmap("new", path, "--schema", "../schema.json")
    assert Path(path).read_text().startswith("# yaml-language-server: $schema=../schema.json\n")
    assert [file.name for file in Path("maps").iterdir()] == ["a.argmap.yaml"]


def test_standard_output(argmap: Run, folder: Path) -> None:
    assert argmap("new") == argmap("new", "-") == (0, template(), "")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["is.argmap.yaml"], "is.argmap.yaml exists, and would be lost"),
        (["link.argmap.yaml"], "link.argmap.yaml exists, and would be lost"),
        (["ferry.yaml"], "ferry.yaml is no name of a map"),
        (["a/b.argmap.yaml"], "a/b.argmap.yaml cannot be written: a is not a folder"),
        (["is.argmap.yaml/b.argmap.yaml"], "is.argmap.yaml is not a folder"),
        (["a.argmap.json"], "JSON has none"),
        (["a.argmap.yaml", "--main", "a b"], "a b"),
        (["a.argmap.yaml", "--title", " "], "title"),
        (["a.argmap.yaml", "--schema", "a b"], "it may hold no spaces"),
    ],
)
def test_what_is_refused_leaves_nothing(
    argmap: Run, folder: Path, words: list[str], message: str
) -> None:
    (folder / "is.argmap.yaml").write_text("old")
    (folder / "link.argmap.yaml").symlink_to("nowhere")
    code, out, err = argmap("new", *words)
    assert (code, out) == (2, "")
    assert message in err
    assert sorted(path.name for path in folder.iterdir()) == ["is.argmap.yaml", "link.argmap.yaml"]
    assert (folder / "is.argmap.yaml").read_text() == "old"


def test_what_comes_into_being_meanwhile_is_not_overwritten(
    argmap: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.argmap.yaml").write_text("old")
    monkeypatch.setattr(Path, "exists", lambda self: False)
    code, _, err = argmap("new", "a.argmap.yaml")
    assert (code, err) == (2, "error: a.argmap.yaml cannot be written: file exists\n")
    assert (folder / "a.argmap.yaml").read_text() == "old"


def test_a_full_disk_leaves_nothing(
    argmap: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: str) -> bytes:
        raise OSError(28, "No space left on device")

    class Text(str):
        __slots__ = ()
        encode = full  # type: ignore[assignment]  # fails as a write would

    monkeypatch.setattr("argmap.cli.new.template", lambda *_, **__: Text("x"))
    code, _, err = argmap("new", "a.argmap.yaml")
    assert (code, err) == (2, "error: a.argmap.yaml cannot be written: no space left on device\n")
    assert list(folder.iterdir()) == []


# --- a map of a text ---------------------------------------------------------------------------

LEAFLET = """\
Run it at night
The ferry stays in the harbour from nine o'clock on. Nobody has asked the crews, it seems.
It would cost 3.5 million a year. That is nothing, says Dr. Root of the harbour board.
"""
COMMAND = "its places are checked when there is an index of the text:\n  argmap source index "


def test_a_map_of_a_text_has_its_sentences_as_stubs(argmap: Run, write: Write) -> None:
    write("a leaflet.txt", LEAFLET)
    code, out, err = argmap("new", "night.argmap.yaml", "--from", "a leaflet.txt")
    assert (code, out) == (0, "")
    assert err == (
        f"night.argmap.yaml is there, and for editors {FILE_NAME}\n"
        f"{COMMAND}'a leaflet.txt' -o a-leaflet.source.yaml\n"
    )
    content = Path("night.argmap.yaml").read_text()
    assert "harbour" not in content
    assert 'title: "Run it at night"' in content
    assert [f"s-{place}" in content for place in ("1-1", "1-2", "2-1", "2-2", "2-3")] == (
        [True] * 4 + [False]
    )
    assert argmap("fmt", "--check", "night.argmap.yaml").code == 0


def test_the_command_that_is_told_makes_what_the_map_misses(argmap: Run, write: Write) -> None:
    write("leaflet.txt", LEAFLET)
    Path("maps").mkdir()
    err = argmap("new", "maps/night.argmap.yaml", "--from", "leaflet.txt").err
    assert "AM062" in argmap("check", "maps/night.argmap.yaml").out
    command = shlex.split(err.splitlines()[-1])
    assert command[:3] == ["argmap", "source", "index"]
    assert argmap(*command[1:]).code == 0
    assert Path("maps/leaflet.source.yaml").exists()
    out = argmap("check", "maps/night.argmap.yaml").out
    assert [line for line in out.splitlines() if "[AM" in line] == [
        "error[AM108]: no main conclusion: nothing is argued for"
    ]
    with_main = Path("maps/night.argmap.yaml").read_text().replace("# main: s-1-1", "main: s-1-1")
    Path("maps/night.argmap.yaml").write_text(with_main)
    out = argmap("check", "maps/night.argmap.yaml").out
    assert {line.partition("]")[0] for line in out.splitlines() if "[AM" in line} == {
        "error[AM201",  # nothing is a reason for the conclusion yet
        "warning[AM109",
        "warning[AM402",
    }


def test_a_map_of_standard_input(argmap: Run, folder: Path) -> None:
    code, out, err = argmap("new", "--from", "-", "--with-sentences", stdin=LEAFLET.encode())
    assert (code, err) == (0, f"{COMMAND}TEXT -o text.source.yaml\n")
    assert "    # | Nobody has asked the crews, it seems.\n" in out
    assert list(folder.iterdir()) == []


def test_a_map_of_an_index(argmap: Run, write: Write) -> None:
    write("leaflet.txt", LEAFLET)
    lines = ["--line", "1=body", "--title", "Night", "-o", "leaflet.source.yaml"]
    argmap("source", "index", "leaflet.txt", *lines)
    code, out, err = argmap("new", "--from", "leaflet.source.yaml", "--with-sentences")
    assert (code, err) == (0, "")
    assert "  s-3-2:\n    # | That is nothing, says Dr. Root of the harbour board.\n" in out
    assert '  leaflet: {title: "Night", index: leaflet}\n' in out
    Path("leaflet.txt").unlink()
    plain = argmap("new", "--from", "leaflet.source.yaml")
    assert plain.out == "".join(
        line for line in out.splitlines(keepends=True) if not line.startswith("    # | ")
    )
    assert argmap("new", "--from", "leaflet.source.yaml", "--with-sentences").err == (
        "error: the text of leaflet.source.yaml is not at hand, and without it there are no "
        "sentences\nhelp: put the text beside the index, or leave out --with-sentences\n"
    )


def test_a_broken_index_is_told_with_its_place(argmap: Run, write: Write) -> None:
    write("leaflet.source.yaml", "argmap-source: 2\n")
    code, out, err = argmap("new", "a.argmap.yaml", "--from", "leaflet.source.yaml")
    assert (code, out) == (1, "")
    assert "leaflet.source.yaml:1:16" in err
    assert not Path("a.argmap.yaml").exists()


def test_a_text_whose_name_looks_like_an_option(argmap: Run, write: Write) -> None:
    write("-x.txt", LEAFLET)
    err = argmap("new", "--from=-x.txt").err
    assert err == f"{COMMAND}./-x.txt -o x.source.yaml\n"


@pytest.mark.parametrize(
    ("words", "stdin", "message"),
    [
        (["--from", "gone.txt"], b"", "gone.txt cannot be read: no such file or directory"),
        (["--from", "gone.source.yaml"], b"", "gone.source.yaml does not exist"),
        (["--from", "."], b"", ". is not a file"),
        (["--from", "-"], b"", "<stdin> holds no text"),
        (["--from", "-"], b"Only a title", "the text has no sentence that is counted"),
        (["--from", "-"], b"caf\xe9", "<stdin> is not UTF-8: byte 0xE9 in line 1"),
        (["--from", "-"], b"a\0b", "it holds the character NUL"),
        (["--from", "-"], LEAFLET.encode("utf-16"), "is written in UTF-16 or UTF-32"),
        (["--from", "-"], b"x" * (32 * 1024 * 1024 + 1), "is larger than 33,554,432 bytes"),
        (["--from", "-", "--main", "a b"], b"It is late.", "a b"),
        (["--from", "-", "--title", " "], b"It is late.", "title"),
        (["--from", "-", "--schema", "a b"], b"It is late.", "it may hold no spaces"),
        (["--with-sentences"], b"", "--with-sentences goes with --from TEXT"),
        (["--from", "p3.source.yaml"], b"", "no source of a map can be called p3"),
    ],
)
def test_what_no_map_can_be_made_of(
    argmap: Run, folder: Path, words: list[str], stdin: bytes, message: str
) -> None:
    index = index_of(document(LEAFLET))
    (folder / "p3.source.yaml").write_text(written(index))
    code, out, err = argmap("new", "a.argmap.yaml", *words, stdin=stdin)
    assert (code, out) == (2, "")
    assert message in err
    assert not (folder / "a.argmap.yaml").exists()


def test_a_map_that_would_be_too_large_is_not_made(
    argmap: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for small in ({"elements": 4}, {"size": 100}):
        monkeypatch.setattr("argmap.cli.stubs.Limits", partial(Limits, **small))
        code, _, err = argmap("new", "--from", "-", stdin=LEAFLET.encode())
        assert code == 2
        assert "error: the text has 4 sentences, and the map would be too large\n" in err


@given(st.text() | st.binary())
def test_hostile_texts(content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    code, out, err = inside("new", "--from", "-", "--with-sentences", stdin=data)
    assert code in (0, 2)
    assert_harmless(err)
    assert_harmless(out)
    if code == 0:
        assert read(Text("t", out)).diagnostics == ()
