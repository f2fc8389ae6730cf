"""`argmap check` of maps that are tied to their sources, and the flips that it is to notice.

What is changed in a map or in its text is found with the text at hand, and from the index alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import argmap as face
from argmap.pipeline.source_folders import SourceFolders
from tests.cli.conftest import Result

Run = Callable[..., Result]

TEXT = """\
The ferry could run at night.

Of 1,020 people, 412 said that they would use it weekly. The port has not been asked.
"""
MAP = """\
argmap: 1
text: leaflet
as-of: 2025-05-08
sources:
  leaflet: {title: Leaflet, author: Harbour Users, date: 2025-04-01, kind: leaflet, index: leaflet}
statements:
  run:
    conclusion: The ferry could run at night.
    at: p1.1
    because: demand
    against: port
  demand:
    premise: 412 of 1,020 people would use it weekly.
    at: p2.1 "412 said that they would use it weekly"
  port:
    claim: The port has not been asked.
    at: p2.2
    against: asked
  asked:
    premise: The port need not be asked.
    at: p2.1
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argmap: Run) -> Path:
    """A folder with the map, its text, and the index that the command made of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "m.argmap.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "sources/leaflet.txt").write_text(TEXT, encoding="utf-8")
    made = argmap("source", "index", "sources/leaflet.txt", "-o", "sources/leaflet.source.yaml")
    assert made.code == 0
    return tmp_path


@pytest.fixture(params=["with the text", "without it"])
def both(here: Path, request: pytest.FixtureRequest) -> Path:
    """The folder with the text in it, and without."""
    if request.param == "without it":
        (here / "sources/leaflet.txt").unlink()
    return here


def concise(argmap: Run, *more: str) -> list[str]:
    result = argmap("check", "m.argmap.yaml", "--output-format", "concise", *more)
    return result.out.splitlines()


def changed(here: Path, old: str, new: str) -> None:
    path = here / "m.argmap.yaml"
    assert path.read_text().count(old) == 1
    path.write_text(path.read_text().replace(old, new))


def test_a_map_that_agrees_with_its_text_is_clean(here: Path, argmap: Run) -> None:
    assert argmap("check", "m.argmap.yaml") == (0, "1 map, no findings.\n", "")


def test_without_the_text_one_note_says_what_was_not_compared(both: Path, argmap: Run) -> None:
    result = argmap("check", "m.argmap.yaml")
    assert result.code == 0
    at_hand = (both / "sources/leaflet.txt").exists()
    note = (
        "AM502 did not run: the text of leaflet is not at hand; "
        "only quotes of whole sentences were compared\n"
    )
    assert result.out == "1 map, no findings.\n" + ("" if at_hand else note)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "412 of 1,020 people would",
            "421 of 1,020 people would",
            "m.argmap.yaml:13:14: AM503 421 in demand is not at p2.1 of leaflet",
        ),
        (
            "conclusion: The ferry could run",
            "conclusion: The ferry will run",
            'm.argmap.yaml:8:17: AM504 leaflet at p1.1 hedges, as by "could", and run does not',
        ),
        (
            "claim: The port has not been",
            "claim: The port has been",
            'm.argmap.yaml:16:12: AM504 leaflet at p2.2 denies, as by "not", and port does not',
        ),
        ("at: p2.2", "at: p2.3", "m.argmap.yaml:17:9: AM513 leaflet has no p2.3"),
    ],
)
def test_a_flip_in_the_map_is_noticed_with_the_text_and_without(
    both: Path, argmap: Run, old: str, new: str, found: str
) -> None:
    changed(both, old, new)
    assert concise(argmap) == [found]


def test_a_flip_in_a_quote_is_noticed_with_the_text(here: Path, argmap: Run) -> None:
    changed(here, '"412 said', '"421 said')
    (found,) = concise(argmap)
    assert found == (
        "m.argmap.yaml:14:9: AM502 the words that are quoted from leaflet stand otherwise at p2.1"
    )


def test_a_text_that_was_changed_is_no_longer_the_text(here: Path, argmap: Run) -> None:
    """It has another fingerprint; what became of its sentences, `argmap source drift` tells."""
    path = here / "sources/leaflet.txt"
    path.write_text(TEXT.replace("412", "421"), encoding="utf-8")
    assert "is not at hand" in argmap("check", "m.argmap.yaml").out


def test_an_index_that_is_not_found_is_told_at_the_source(here: Path, argmap: Run) -> None:
    (here / "sources/leaflet.source.yaml").unlink()
    result = argmap("check", "m.argmap.yaml", "--output-format", "concise", "--fail-on", "warning")
    assert result.code == 1
    assert result.out == 'm.argmap.yaml:5:3: AM062 there is no index "leaflet"\n'


def test_sources_are_sought_where_the_option_says(here: Path, argmap: Run) -> None:
    (here / "sources").rename(here / "elsewhere")
    assert "AM062" in concise(argmap)[0]
    assert concise(argmap, "--sources", "elsewhere") == []
    assert concise(argmap, "--sources", "nowhere", "--sources", "elsewhere") == []


def test_a_map_on_standard_input_has_the_sources_of_its_name(here: Path, argmap: Run) -> None:
    data = MAP.replace("at: p2.2", "at: p2.3").encode()
    command = ("check", "-", "--stdin-filename", "m.argmap.yaml", "--output-format", "concise")
    assert "AM513 leaflet has no p2.3" in argmap(*command, stdin=data).out


def test_a_place_is_mended_by_its_quote(both: Path, argmap: Run) -> None:
    """A part of a sentence is known with the text alone; a sentence by its fingerprint, too."""
    changed(both, 'p2.1 "412 said', 'p2.2 "412 said')
    at_hand = (both / "sources/leaflet.txt").exists()
    offered = argmap("check", "m.argmap.yaml").out
    assert ("1 finding can be fixed with --fix." in offered) == at_hand
    argmap("check", "m.argmap.yaml", "--fix")
    assert ((both / "m.argmap.yaml").read_text() == MAP) == at_hand


def test_a_whole_sentence_is_known_by_its_fingerprint(both: Path, argmap: Run) -> None:
    sentence = "Of 1,020 people, 412 said that they would use it weekly."
    changed(both, '2.1 "412 said that they would use it weekly"', f'1.1 "{sentence}"')
    result = argmap("check", "m.argmap.yaml", "--fix")
    assert "fixed AM513: write p2.1 for p1.1" in result.err
    assert f'p2.1 "{sentence}"' in (both / "m.argmap.yaml").read_text()


def test_an_index_that_cannot_be_opened_is_told(
    here: Path, argmap: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> object:
        raise PermissionError(13, "Permission denied", "sources/leaflet.source.yaml")

    monkeypatch.setattr(SourceFolders, "index", closed)
    result = argmap("check", "m.argmap.yaml")
    assert result.code == 2
    assert "m.argmap.yaml cannot be read" in result.err
    assert argmap("check", "--diff", "m.argmap.yaml").code == 2


def test_maps_of_one_folder_look_for_their_sources_once(
    here: Path, argmap: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path | None] = []
    of_map = SourceFolders.of_map

    def counted(source: Path | None, *more: Any) -> SourceFolders:
        made.append(source)
        return of_map(source, *more)

    monkeypatch.setattr(SourceFolders, "of_map", counted)
    (here / "n.argmap.yaml").write_text(MAP, encoding="utf-8")
    assert argmap("check", ".").out == "2 maps, no findings.\n"
    assert len(made) == 1


def test_from_python(here: Path) -> None:
    examined = face.examine("m.argmap.yaml")
    assert (examined.diagnostics, examined.not_run) == ((), ())
    argument_map = face.load("m.argmap.yaml")
    assert face.check(argument_map) == ()
    assert face.check(argument_map, sources=["sources"]) == ()
    assert [one.code for one in face.check(argument_map, sources=[])] == ["AM062"]
