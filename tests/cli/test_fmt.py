"""`argmap fmt`: maps in canonical spacing, in place, checked, shown, or through a pipe."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import pipeline
from argmap.formats import Limits
from tests.cli.conftest import BROKEN, CLEAN, Result, Screen

Run = Callable[..., Result]

SMOOTH = CLEAN.replace("statements:", "\nstatements:")
JSON = '{"argmap": 1, "statements": {}}'


@pytest.fixture
def rough(folder: Path) -> Path:
    """A map that is not formatted, with permissions of its own, and one that is."""
    path = folder / "rough.argmap.yaml"
    path.write_text(CLEAN)
    path.chmod(0o640)
    (folder / "smooth.argmap.yaml").write_text(SMOOTH)
    return path


def test_maps_are_rewritten_in_place(argmap: Run, rough: Path) -> None:
    smooth = rough.with_name("smooth.argmap.yaml")
    before = smooth.stat().st_ino
    assert argmap("fmt") == (0, "", "1 map formatted, 1 left as it is\n")
    assert rough.read_text() == SMOOTH
    assert stat.S_IMODE(rough.stat().st_mode) == 0o640
    assert smooth.stat().st_ino == before
    assert argmap("fmt", ".") == (0, "", "0 maps formatted, 2 left as they are\n")


def test_check_lists_what_would_change_and_writes_nothing(argmap: Run, rough: Path) -> None:
    said = "1 map would be formatted, 1 left as it is\n"
    assert argmap("fmt", "--check") == (1, "rough.argmap.yaml\n", said)
    assert rough.read_text() == CLEAN
    assert argmap("fmt", "--check", "smooth.argmap.yaml")[:2] == (0, "")


DIFF = """\
--- rough.argmap.yaml
+++ rough.argmap.yaml
@@ -1,5 +1,6 @@
 argmap: 1
 sources: {budget: {title: The budget of the port}}
+
 statements:
   ferry: {conclusion: The ferry should run at night., because: demand, against: cost}
   demand: {premise: "Enough people would use it, most of them weekly.", at: budget}
"""


def test_diff_shows_what_would_change_and_writes_nothing(argmap: Run, rough: Path) -> None:
    said = "1 map would be formatted, 1 left as it is\n"
    assert argmap("fmt", "--diff") == (0, DIFF, said)
    assert argmap("fmt", "--diff", "--check") == (1, f"rough.argmap.yaml\n{DIFF}", said)
    assert rough.read_text() == CLEAN


def test_a_diff_is_safe_to_look_at(argmap: Run, folder: Path, screen: Screen) -> None:
    content = CLEAN.replace("at night", "\u202eat night")
    (folder / "m.argmap.yaml").write_text(content)
    argmap("fmt", "--diff", stdout=screen)
    assert "<U+202E>at night" in screen.text
    assert "\u202eat night" in argmap("fmt", "--diff").out


def test_a_pipe(argmap: Run) -> None:
    mark = b"\xef\xbb\xbf"
    assert argmap("fmt", "-", stdin=mark + CLEAN.encode()) == (0, SMOOTH, "")
    assert argmap("fmt", "-", stdin=SMOOTH.encode()) == (0, SMOOTH, "")
    said = "1 map would be formatted\n"
    assert argmap("fmt", "-", "--check", stdin=CLEAN.encode()) == (1, "<stdin>\n", said)
    code, out, _ = argmap("fmt", "-", "--stdin-filename", "m.argmap.json", stdin=JSON.encode())
    assert (code, out) == (0, '{\n  "argmap": 1,\n  "statements": {}\n}\n')


def test_a_map_with_faults_is_left_alone_and_the_others_are_formatted(
    argmap: Run, rough: Path
) -> None:
    broken = rough.with_name("broken.argmap.yaml")
    broken.write_text(BROKEN)
    code, out, err = argmap("fmt")
    assert (code, out) == (1, "")
    assert "error[AM012]" in err
    assert "\n --> broken.argmap.yaml:8:1\n" in err
    assert "broken.argmap.yaml is left as it is: the reader refuses it\n" in err
    assert err.endswith("1 map formatted, 1 left as it is, 1 refused\n")
    assert broken.read_text() == BROKEN
    assert rough.read_text() == SMOOTH
    code, out, err = argmap("fmt", "-", stdin=b"argmap: \xff\n")
    assert (code, out) == (1, "")
    assert "error[AM002]" in err


def test_every_form_is_formatted(argmap: Run, folder: Path) -> None:
    folder.joinpath("m.argmap.json").write_text(JSON)
    folder.joinpath("layer.argmap.yml").write_bytes(
        b"argmap: 1\r\nextends: m.argmap.yaml\r\nstatements: { }\r\n"
    )
    assert argmap("fmt").err == "2 maps formatted\n"
    assert folder.joinpath("m.argmap.json").read_text().startswith('{\n  "argmap": 1,\n')
    layer = folder.joinpath("layer.argmap.yml").read_bytes()
    assert layer == b"argmap: 1\nextends: m.argmap.yaml\nstatements: {}\n"


def test_a_byte_order_mark_goes(argmap: Run, folder: Path) -> None:
    path = folder / "m.argmap.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMOOTH.encode())
    assert argmap("fmt", "--check").code == 1
    assert "-\ufeffargmap: 1\n+argmap: 1\n" in argmap("fmt", "--diff").out
    argmap("fmt")
    assert path.read_text() == SMOOTH


def test_what_cannot_be_read_or_written_does_not_stop_the_rest(
    argmap: Run, rough: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rough.with_name("a.argmap.yaml").symlink_to("nowhere")
    rough.with_name("b.argmap.yaml").write_text(CLEAN)
    allowed = os.access

    def access(path: str | Path, mode: int) -> bool:
        return Path(path).name != "b.argmap.yaml" and allowed(path, mode)

    monkeypatch.setattr(os, "access", access)  # root may write everything
    code, _, err = argmap("fmt")
    assert code == 2
    assert "a.argmap.yaml cannot be read: no such file or directory\n" in err
    assert "b.argmap.yaml cannot be written: permission denied\n" in err
    assert rough.read_text() == SMOOTH
    assert rough.with_name("b.argmap.yaml").read_text() == CLEAN


def test_what_is_too_large_is_refused(argmap: Run, folder: Path) -> None:
    with (folder / "m.argmap.yaml").open("wb") as file:
        file.truncate(Limits().size + 5)
    code, _, err = argmap("fmt")
    assert code == 1
    assert "AM004" in err


def test_a_fault_of_argmap_costs_nobody_a_map(
    argmap: Run, rough: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: object, *, limits: object) -> str:
        raise AssertionError("formatting would change the map")

    monkeypatch.setattr(pipeline, "formatted", fail)
    assert argmap("fmt").code == 3
    assert rough.read_text() == CLEAN
