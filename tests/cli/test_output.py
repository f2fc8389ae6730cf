"""Writing to files: whole or not at all, and never over a map."""

import os
import stat
from pathlib import Path

import pytest

from argmap.cli.failure import Failure
from argmap.cli.output import deliver, target
from argmap.text import Text

ELSEWHERE = "give the output another name"


def test_without_a_file_it_is_standard_output(folder: Path) -> None:
    assert target(None, []) is None
    assert target("-", []) is None
    assert target("new.svg", []) == Path("new.svg")


@pytest.mark.parametrize(
    ("output", "message", "hint"),
    [
        ("folder", "folder is a folder", "name a file in it"),
        ("no/new/x", "no/new/x cannot be written: no/new is not a folder", "mkdir -p no/new"),
        ("file/x.svg", "file/x.svg cannot be written: file is not a folder", None),
        ("m.yaml", "m.yaml is a map, and would be lost", ELSEWHERE),
        ("folder/../m.yaml", "folder/../m.yaml is a map, and would be lost", ELSEWHERE),
        ("link", "link is a map, and would be lost", ELSEWHERE),
        ("hard", "hard is a map, and would be lost", ELSEWHERE),
        ("x.argmap.yaml", "x.argmap.yaml is a map, and would be lost", ELSEWHERE),
    ],
)
def test_what_cannot_be_written_is_refused_first(
    folder: Path, output: str, message: str, hint: str | None
) -> None:
    (folder / "folder").mkdir()
    (folder / "file").write_text("")
    (folder / "m.yaml").write_text("argmap: 1")
    (folder / "link").symlink_to("m.yaml")
    (folder / "hard").hardlink_to("m.yaml")
    with pytest.raises(Failure) as caught:
        target(output, [Text("<stdin>", ""), Path("gone"), Path("m.yaml")])
    assert (str(caught.value), caught.value.hint) == (message, hint)


def test_a_new_file_has_the_usual_permissions(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        deliver("text", Path("new"))
        deliver(b"\x89PNG", Path("image"))
    finally:
        os.umask(before)
    assert Path("new").read_text() == "text"
    assert Path("image").read_bytes() == b"\x89PNG"
    assert stat.S_IMODE(Path("new").stat().st_mode) == 0o640


def test_an_old_file_keeps_its_permissions(folder: Path) -> None:
    path = Path("old")
    path.write_text("old")
    path.chmod(0o604)
    deliver("new", path)
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_stays_and_its_target_is_written(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "old").write_text("old")
    (folder / "link").symlink_to("sub/old")
    (folder / "new").symlink_to("sub/unborn")
    deliver("1", Path("link"))
    deliver("2", Path("new"))
    assert Path("link").is_symlink()
    assert (folder / "sub" / "old").read_text() == "1"
    assert (folder / "sub" / "unborn").read_text() == "2"
    assert {path.name for path in Path("sub").iterdir()} == {"old", "unborn"}


def test_a_device_is_written_and_not_replaced() -> None:
    deliver("text", Path(os.devnull))
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_file_is_replaced_in_one_step_or_not_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path("old")
    path.write_text("old")

    def fail(self: Path, target: Path) -> None:
        assert self.read_text() == "new"
        assert target.read_text() == "old"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Failure, match=r"^old cannot be written: no space left on device$"):
        deliver("new", path)
    assert path.read_text() == "old"
    assert list(Path().iterdir()) == [path]


def test_a_file_that_may_not_be_written_is_not_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by a stand-in, for root may write every file."""
    Path("old").write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Failure, match=r"^old cannot be written: permission denied$"):
        deliver("new", Path("old"))
    assert Path("old").read_text() == "old"


def test_a_folder_that_vanishes_meanwhile(folder: Path) -> None:
    with pytest.raises(Failure, match=r"^gone/x cannot be written: no such file or directory$"):
        deliver("new", Path("gone/x"))


def test_a_name_as_long_as_names_may_be(folder: Path) -> None:
    path = Path("x" * 255)
    deliver("new", path)
    assert path.read_text() == "new"


def test_what_utf8_cannot_hold_is_written_as_an_escape(folder: Path) -> None:
    deliver("caf\udce9", Path("new"))
    assert Path("new").read_text() == "caf\\udce9"
