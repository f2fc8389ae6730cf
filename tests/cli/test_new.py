"""`argmap new`: a first map that is clean, with the schema where its first line says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.formats.schema import FILE_NAME, content
from argmap.formats.template import template
from tests.cli.conftest import Result

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
