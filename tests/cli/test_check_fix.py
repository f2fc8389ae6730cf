"""`argmap check --fix` and `--diff`: what is mended, where it goes, and what stays as it is."""

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from argmap.fixes.proposals import PROPOSALS
from tests.cli.conftest import CLEAN, DANGLING, Result, Screen, Write

Run = Callable[..., Result]

FIXED = 'm.argmap.yaml:4:64: fixed AM101: write "demand" for "demnad"\nFixed 1 finding in 1 map.\n'
UNSAFE = CLEAN.replace("because: demand", "because: [demand, demand]")


def test_the_rules_that_have_fixes_are_known() -> None:
    """They are listed apart, so that a check without them loads no fix."""
    check = import_module("argmap.cli.check")  # the command hides its module
    assert {*PROPOSALS, "AM101", "AM513"} == check._FIXABLE


def test_what_can_be_mended_is_and_what_remains_is_told(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", DANGLING)
    assert argmap("check", "--fix") == (0, "1 map, no findings.\n", FIXED)
    assert path.read_text() == CLEAN
    assert argmap("check", "--fix") == (0, "1 map, no findings.\n", "Fixed nothing.\n")


def test_the_exit_code_is_that_of_what_remains(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", f"{DANGLING}main: ships\n")
    code, out, err = argmap("check", "--fix", "--output-format", "concise")
    assert code == 1
    assert 'write "demand"' in err
    assert "ships" in out
    assert "demnad" not in path.read_text()


def test_rules_that_do_not_count_are_not_mended(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", DANGLING)
    argmap("check", "--fix", "--ignore", "AM101")
    write("argmap.toml", 'per-file-ignores = {"m.*" = ["AM1"]}')
    argmap("check", "--fix")
    assert path.read_text() == DANGLING


def test_unsafe_fixes_are_made_when_asked(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", UNSAFE)
    plain = argmap("check", "--fix")
    assert "1 finding can be fixed with --fix --unsafe-fixes.\n" in plain.out
    assert path.read_text() == UNSAFE
    asked = argmap("check", "--fix", "--unsafe-fixes")
    assert asked.code == 0
    assert 'take out the second "demand"' in asked.err
    assert path.read_text() == CLEAN.replace("because: demand", "because: [demand]")


def test_safe_and_unsafe_fixes_are_counted_apart(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", UNSAFE.replace("demand]", "demand, demnad]"))
    out = argmap("check").out
    assert re.search(r"\n1 finding can be fixed with --fix, [12] more with --unsafe-fixes\.\n", out)


def test_bytes_that_are_not_mended_stay(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", "")
    before = b"\xef\xbb\xbf" + DANGLING.encode().replace(b"\n", b"\r\n") + b"# f\xc3\xa4rja"
    path.write_bytes(before)
    path.chmod(0o604)
    assert argmap("check", "--fix").code == 0
    assert path.read_bytes() == before.replace(b"demnad", b"demand")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_stays(argmap: Run, write: Write, folder: Path) -> None:
    path = write("real/m.yaml", DANGLING)
    (folder / "m.argmap.yaml").symlink_to(path)
    assert argmap("check", "m.argmap.yaml", "--fix").code == 0
    assert (folder / "m.argmap.yaml").is_symlink()
    assert path.read_text() == CLEAN


@pytest.mark.parametrize("content", ["argmap: [1\n", DANGLING + "x: 'y", "", "\x00"])
def test_what_cannot_be_read_to_its_end_is_left_alone(
    argmap: Run, write: Write, content: str
) -> None:
    path = write("m.argmap.yaml", content)
    code, _, err = argmap("check", "--fix", "--unsafe-fixes")
    assert (code, err) == (1, "Fixed nothing.\n")
    assert path.read_text() == content


def test_a_map_in_json_is_left_alone(argmap: Run, write: Write) -> None:
    content = '{"argmap": 1, "statements": {"a": {"clami": "X."}}}'
    path = write("m.argmap.json", content)
    err = argmap("check", path, "--fix").err
    assert err.startswith(f"note: {path} stays as it is: only maps in YAML can be fixed\n")
    assert path.read_text() == content
    again = argmap("check", "-", "--stdin-filename", path, "--fix", stdin=content.encode())
    assert again.out == content


def test_a_map_that_is_too_large_is_left_alone(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", DANGLING)
    write("argmap.toml", f"max-size = {len(DANGLING) - 1}")
    code, out, err = argmap("check", "--fix")
    assert (code, err) == (1, "Fixed nothing.\n")
    assert "AM004" in out
    assert path.read_text() == DANGLING


def test_standard_input_is_mended_to_standard_output(argmap: Run, folder: Path) -> None:
    before = b"\xef\xbb\xbf" + DANGLING.encode().replace(b"\n", b"\r\n")
    code, out, err = argmap("check", "-", "--fix", stdin=before)
    assert code == 0
    assert out == before.replace(b"demnad", b"demand").decode()
    assert err == FIXED.replace("m.argmap.yaml", "<stdin>") + "1 map, no findings.\n"
    clean = argmap("check", "-", "--fix", stdin=CLEAN.encode())
    assert clean.out == CLEAN
    broken = argmap("check", "-", "--fix", stdin=b"argmap: [1\n")
    assert broken.code == 1
    assert "error[AM0" in broken.err
    assert not list(folder.iterdir())


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_the_findings_of_what_remains_go_to_standard_error(argmap: Run, form: str) -> None:
    stdin = DANGLING.replace("demand: {", "zebra: {").encode()
    code, out, err = argmap("check", "-", "--fix", "--output-format", form, stdin=stdin)
    assert (code, out) == (1, stdin.decode())
    assert "AM101" in err
    assert "Found 1 error" in err


def test_on_github_annotations_follow_the_findings_on_standard_error(
    argmap: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    stdin = DANGLING.replace("demand: {", "zebra: {").encode()
    for form in ("full", "github"):
        code, out, err = argmap("check", "-", "--fix", "--output-format", form, stdin=stdin)
        assert (code, out) == (1, stdin.decode())
        assert len(re.findall("^::error ", err, re.MULTILINE)) == 1


def test_diff_writes_nothing(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", "--diff")
    assert code == 1
    assert out.startswith("--- m.argmap.yaml\n+++ m.argmap.yaml\n@@ ")
    assert "\n-  ferry:" in out
    assert err == FIXED.replace(": fixed", ": would fix").replace("Fixed", "Would fix")
    assert path.read_text() == DANGLING
    assert argmap("check", "--diff", "--fix").code == 1
    assert argmap("check", "--diff", "--exit-zero").code == 0
    assert path.read_text() == DANGLING
    write("m.argmap.yaml", CLEAN)
    assert argmap("check", "--diff") == (0, "", "Would fix nothing.\n")


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
def test_what_diff_shows_is_what_fix_does(argmap: Run, write: Write, folder: Path) -> None:
    maps = [write(f"{name}.argmap.yaml", DANGLING + "# ä \n") for name in ("a", "b c")]
    difference = argmap("check", "--diff").out
    subprocess.run(["patch", "-p0", "-s"], input=difference.encode(), cwd=folder, check=True)
    patched = [path.read_bytes() for path in maps]
    for path in maps:
        path.write_text(DANGLING + "# ä \n")
    assert argmap("check", "--fix").code == 0
    assert [path.read_bytes() for path in maps] == patched


def test_a_terminal_is_shown_what_it_must_not_be_sent(
    argmap: Run, write: Write, screen: Screen
) -> None:
    write("m.argmap.yaml", DANGLING.replace("statements:", "statements: # \u202e"))
    argmap("check", "--diff", stdout=screen)
    assert "<U+202E>" in screen.text
    assert "\u202e" not in screen.text
    argmap("check", "-", "--fix", stdin="argmap: 1 # \u202e\n".encode(), stdout=screen)
    assert "\u202e" not in screen.text
    assert screen.text.endswith("argmap: 1 # <U+202E>\n")


def test_one_map_that_cannot_be_written_does_not_hold_up_the_others(
    argmap: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by a stand-in, for root may write every file."""
    first, second = write("a.argmap.yaml", DANGLING), write("b.argmap.yaml", DANGLING)
    monkeypatch.setattr(os, "access", lambda path, _: path.name != "a.argmap.yaml")
    code, out, err = argmap("check", "--fix")
    assert code == 2
    assert "error: a.argmap.yaml cannot be written: permission denied\n" in err
    assert "Fixed 1 finding in 1 map." in err
    assert (first.read_text(), second.read_text()) == (DANGLING, CLEAN)
    assert " in 2 maps.\n" in out


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_one_map_that_cannot_be_read_does_not_hold_up_the_others(
    argmap: Run, write: Write, folder: Path, option: str
) -> None:
    (folder / "a.argmap.yaml").symlink_to("nowhere")
    write("b.argmap.yaml", DANGLING)
    code, _, err = argmap("check", option)
    assert code == 2
    assert err.count("error: a.argmap.yaml cannot be read: no such file or directory\n") == 1
    assert "AM101" in err


def test_a_write_that_fails_leaves_the_map_whole(
    argmap: Run, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("m.argmap.yaml", DANGLING)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    code, _, err = argmap("check", "--fix")
    assert code == 2
    assert "m.argmap.yaml cannot be written: no space left on device" in err
    assert path.read_text() == DANGLING
    assert list(folder.iterdir()) == [path]
