"""Finding sources: indexes by name, texts by fingerprint, and what stands in the way."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

from argmap.formats import Limits
from argmap.formats.source_index.write import write
from argmap.model.source import Bibliography
from argmap.pipeline import source_folders, source_texts
from argmap.pipeline.source_folders import FoundIndex, FoundText, SourceFolders
from argmap.pipeline.source_texts import Unread, decoded, text_in
from argmap.sources.documents import document
from argmap.sources.source_index import SourceIndex, index_of
from argmap.text import Text

TEXT = "The ferry\n\nIt stays in the harbour at night. Nobody has asked \u201cwhy\u201d.\n"
INDEX = index_of(document(TEXT), Bibliography(title="The ferry"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("maps", "maps/sources", "seeds"):
        Path(name).mkdir()


def put(path: str, content: str | bytes | SourceIndex) -> None:
    if isinstance(content, SourceIndex):
        content = write(content)
    Path(path).write_bytes(content if isinstance(content, bytes) else content.encode())


def folders() -> SourceFolders:
    return SourceFolders.of_map(Path("maps/m.argmap.yaml"), ["seeds", "nowhere", "seeds"])


def told(found: FoundIndex | FoundText) -> list[str]:
    return [f"{each}|{each.hint or ''}" for each in found.diagnostics]


@pytest.mark.parametrize("folder", ["maps", "maps/sources", "seeds"])
def test_an_index_is_found_in_each_folder(folder: str) -> None:
    put(f"{folder}/leaflet.source.yaml", INDEX)
    found = folders().index("leaflet")
    assert (found.index, found.path) == (INDEX, Path(folder, "leaflet.source.yaml"))
    assert found.diagnostics == ()
    assert folders().names() == ["leaflet"]


def test_the_nearest_of_two_is_taken_and_told_if_they_differ() -> None:
    other = index_of(document("It is another text."))
    put("maps/leaflet.source.yaml", INDEX)
    put("seeds/leaflet.source.yaml", INDEX)
    assert told(folders().index("leaflet")) == []
    put("maps/sources/leaflet.source.yaml", other)
    found = folders().index("leaflet")
    assert found.index == INDEX
    assert told(found) == [
        f"AM063 {Path('maps/leaflet.source.yaml')} and {Path('maps/sources/leaflet.source.yaml')} "
        "are both called leaflet, and differ; the first is taken"
        "|keep one of the two, or give one another name"
    ]


def test_no_such_index() -> None:
    (said,) = told(folders().index("leaflet"))
    sought = f"sought in maps, {Path('maps/sources')}, seeds, nowhere; --s"
    assert said.startswith(f'AM062 there is no index "leaflet"|{sought}')
    assert "sought in no folder" in told(SourceFolders([]).index("leaflet"))[0]
    put("seeds/leaflet.source.yaml", INDEX)
    assert told(folders().index("leaflt")) == [
        'AM062 there is no index "leaflt"|did you mean "leaflet"?'
    ]


def test_a_folder_that_cannot_be_opened_is_no_folder_without_sources(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put("seeds/leaflet.source.yaml", INDEX)

    def refused(path: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", refused)
    with pytest.raises(PermissionError, match="seeds"):
        SourceFolders(["seeds"]).index("leaflet")


def test_a_broken_index_is_told_with_its_place() -> None:
    put("seeds/leaflet.source.yaml", write(INDEX).replace("words: 7", "words: x"))
    found = folders().index("leaflet")
    assert found.index is None
    assert told(found)[0].startswith(f"{Path('seeds/leaflet.source.yaml')}:8:24: AM023 ")
    limited = SourceFolders(["seeds"], Limits(size=10)).index("leaflet")
    assert [each.code for each in limited.diagnostics] == ["AM004"]


@pytest.mark.parametrize("name", ["a.txt", "B.TXT", "any name", "c.md"])
@pytest.mark.parametrize(
    "written",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\u201c", '"').replace("\u201d", '"'),
        f"\ufeff{TEXT}",
        TEXT.replace("harbour at", "harbour\xa0at"),
    ],
)
def test_a_text_is_found_by_its_fingerprint(name: str, written: str) -> None:
    put("seeds/other.txt", "Another text.")
    put(f"seeds/{name}", written)
    found = folders().text(INDEX)
    assert found.path == Path("seeds", name)
    assert found.form is not None
    assert INDEX.is_of(found.form)
    assert INDEX.texts(found.form)[1, 2] == 'Nobody has asked "why".'
    assert found.diagnostics == ()


def test_another_article_is_not_the_text() -> None:
    put("seeds/a.txt", TEXT.replace("ferry", "train"))
    assert folders().text(INDEX) == FoundText(None, None)


def test_copies_of_one_text_are_told() -> None:
    put("maps/a.txt", TEXT)
    put("seeds/b.txt", TEXT)
    assert told(folders().text(INDEX)) == []
    put("seeds/c.txt", TEXT.replace("\n", "\r\n"))
    found = folders().text(INDEX)
    assert found.path == Path("maps/a.txt")
    assert told(found) == [
        f"AM063 {Path('maps/a.txt')} and {Path('seeds/c.txt')} are copies of one text; the first "
        "is taken|keep one of the two"
    ]


def test_a_text_that_goes_away_meanwhile_is_passed_over() -> None:
    put("maps/a.txt", TEXT)
    put("seeds/b.txt", TEXT)
    there = folders()
    assert there.text(INDEX).path == Path("maps/a.txt")
    Path("maps/a.txt").unlink()
    assert there.text(INDEX).path == Path("seeds/b.txt")
    Path("seeds/b.txt").unlink()
    assert there.text(INDEX).path is None


def test_texts_that_cannot_be_read_are_told_where_the_text_is_missing() -> None:
    put("seeds/latin.txt", "caf\n\xe9".encode("latin-1"))
    put("seeds/wide.txt", TEXT.encode("utf-16"))
    put("seeds/program", b"\x7fELF\0")
    put("seeds/picture.png", b"\x89PNG\0")
    put("seeds/.hidden.txt", b"\xff")
    assert told(folders().text(INDEX)) == [
        f"AM064 {Path('seeds/latin.txt')} is not UTF-8: byte 0xE9 in line 2|save the file as UTF-8",
        f"AM064 {Path('seeds/program')} is no text: it holds the character NUL|take the text out "
        "of it first",
        f"AM064 {Path('seeds/wide.txt')} is written in UTF-16 or UTF-32|save the file as UTF-8",
    ]
    put("seeds/a.txt", TEXT)
    assert told(folders().text(INDEX)) == []


def test_a_text_of_50_mib_is_left_out() -> None:
    with Path("seeds/large.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert told(folders().text(INDEX)) == [
        f"AM064 {Path('seeds/large.txt')} is larger than 33,554,432 bytes"
        "|index its parts as sources of their own"
    ]


@pytest.mark.parametrize(("files", "characters"), [(2, 10**9), (1_000, 10)])
def test_no_more_than_so_many_texts_are_looked_at(
    files: int, characters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_folders, "MOST_FILES", files)
    monkeypatch.setattr(source_folders, "MOST_CHARACTERS", characters)
    for name in "abcd":
        put(f"seeds/{name}.txt", f"The text of {name}.")
    put("seeds/z.txt", TEXT)
    found = folders().text(INDEX)
    assert found.path is None
    assert told(found)[-1].startswith("AM064 of the texts in the folders of sources only ")


def test_what_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert text_in(Path("seeds")) == Unread("is not a file")
    assert text_in(Path("gone.txt")) == Unread("cannot be read: no such file or directory")
    os.mkfifo("pipe")
    assert text_in(Path("pipe")) == Unread("is not a file")
    monkeypatch.setattr(source_texts, "LARGEST", 3)
    assert decoded("a", b"1234") == Unread(
        "is larger than 3 bytes", "index its parts as sources of their own"
    )
    assert decoded("a", b"123") == Text("a", "123")


def test_a_map_that_is_no_file_has_the_named_folders_only() -> None:
    put("maps/leaflet.source.yaml", INDEX)
    assert SourceFolders.of_map(None, ["seeds"]).names() == []
