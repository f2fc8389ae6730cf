"""Which maps a command is about."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.cli.failure import Failure
from argmap.cli.maps import maps, single_map
from tests.cli.conftest import Result

Run = Callable[..., Result]


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")


def found(*arguments: str) -> list[str]:
    return [str(path) for path in maps(arguments, "<stdin>")]


def test_a_folder_and_its_folders_in_order(folder: Path) -> None:
    touch(folder, "b.argmap.yaml", "a.argmap.yml", "sub/c.argmap.yaml", "a/d.argmap.yaml")
    touch(folder, "notes.yaml", "x.json", ".hidden.argmap.yaml", ".git/e.argmap.yaml")
    assert found(".") == ["a.argmap.yml", "b.argmap.yaml", "a/d.argmap.yaml", "sub/c.argmap.yaml"]


def test_a_hidden_folder_is_searched_when_it_is_named(folder: Path) -> None:
    touch(folder, ".maps/a.argmap.yaml")
    assert found(".maps") == [".maps/a.argmap.yaml"]


def test_a_file_is_taken_whatever_its_name(folder: Path) -> None:
    touch(folder, "draft.txt", "with [brackets].argmap.yaml")
    assert found("draft.txt", "with [brackets].argmap.yaml") == [
        "draft.txt",
        "with [brackets].argmap.yaml",
    ]


def test_links_that_lead_back_end(folder: Path) -> None:
    touch(folder, "maps/a.argmap.yaml")
    (folder / "maps" / "again").symlink_to(folder)
    (folder / "loop.argmap.yaml").symlink_to(folder / "loop.argmap.yaml")
    (folder / "link").symlink_to(folder / "maps")
    assert found("maps") == ["maps/a.argmap.yaml"]
    assert found("link") == ["link/a.argmap.yaml"]
    assert found(".") == ["loop.argmap.yaml", "maps/a.argmap.yaml"]


def test_a_pipe_in_a_folder_is_left_alone(folder: Path) -> None:
    touch(folder, "a.argmap.yaml")
    os.mkfifo(folder / "b.argmap.yaml")
    assert found(".") == ["a.argmap.yaml"]


def test_a_pattern_that_the_shell_left(folder: Path) -> None:
    touch(folder, "maps/a.argmap.yaml", "maps/b.argmap.yml", "maps/notes.md", "c.argmap.yaml")
    assert found("maps/*.argmap.y*ml") == ["maps/a.argmap.yaml", "maps/b.argmap.yml"]
    assert found("m*") == ["maps/a.argmap.yaml", "maps/b.argmap.yml"]
    assert found("**/*.yaml") == ["c.argmap.yaml", "maps/a.argmap.yaml"]
    assert found(f"{folder}/*.yaml") == [f"{folder}/c.argmap.yaml"]


@pytest.mark.parametrize(
    ("argument", "message", "hint"),
    [
        ("empty", "empty holds no map", "the name of a map ends in .argmap.yaml"),
        ("*.argmap.yaml", "no map matches *.argmap.yaml", "the name of a map ends in .argmap.yaml"),
        ("*.md", "no map matches *.md", "the name of a map ends in .argmap.yaml"),
        ("notes.me", "notes.me does not exist", 'did you mean "notes.md"?'),
        ("no/where", "no/where does not exist", None),
        ("notes.md/x", "notes.md/x does not exist", None),
    ],
)
def test_nothing_found_is_never_a_success(
    folder: Path, argument: str, message: str, hint: str | None
) -> None:
    touch(folder, "notes.md", "empty/readme.txt")
    with pytest.raises(Failure) as caught:
        maps([argument], "<stdin>")
    assert (str(caught.value), caught.value.hint) == (message, hint)


def test_nothing_found_exits_with_2(argmap: Run, folder: Path) -> None:
    code, out, err = argmap("check")
    assert (code, out) == (2, "")
    assert err == "error: . holds no map\nhelp: the name of a map ends in .argmap.yaml\n"


def test_a_folder_that_cannot_be_read_is_not_passed_over(
    argmap: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by a stand-in, for root may read every folder."""
    touch(folder, "a.argmap.yaml", "closed/b.argmap.yaml")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if os.fspath(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert argmap("check") == (2, "", "error: ./closed: permission denied\n")


@pytest.mark.parametrize("command", ["outline", "diagram"])
def test_one_map_must_be_one(argmap: Run, folder: Path, command: str) -> None:
    touch(folder, "maps/a.argmap.yaml")
    code, out, err = argmap(command, "maps")
    assert (code, out) == (2, "")
    assert err.startswith("error: maps is a folder, not a map\nhelp: ")
    code, _, err = argmap(command, "map")
    assert (code, err) == (2, 'error: map does not exist\nhelp: did you mean "maps"?\n')


def test_a_single_map(folder: Path) -> None:
    touch(folder, "a.yaml")
    assert single_map("a.yaml") == Path("a.yaml")
