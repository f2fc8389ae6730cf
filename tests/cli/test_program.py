"""What holds for every command: help, exit codes, and that no fault ends in a traceback."""

import errno
import gc
import os
import runpy
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import click
import pytest

from argmap import pipeline
from argmap.cli.program import main
from argmap.version import __version__
from tests.cli.conftest import CLEAN, Result

Run = Callable[..., Result]

COMMANDS = [
    *("check", "convert", "diagram", "explain", "fmt", "hangs-on", "label", "locate"),
    *("new", "outline", "schema", "source", "strength", "whatif", "why"),
]


def failing(error: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


def test_version(argmap: Run) -> None:
    assert argmap("--version") == (0, f"argmap {__version__}\n", "")


def test_help_lists_every_command(argmap: Run) -> None:
    code, out, err = argmap("--help")
    assert (code, err) == (0, "")
    for command in COMMANDS:
        assert f"\n  {command} " in out
    assert argmap("-h").out == out


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_every_help_has_an_example(argmap: Run, command: list[str]) -> None:
    code, out, _ = argmap(*command, "--help")
    assert code == 0
    assert "\n  Examples:\n    argmap " in out


def test_no_command_at_all(argmap: Run) -> None:
    code, out, err = argmap()
    assert (code, out) == (2, "")
    assert err.startswith("Usage: argmap ")


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["chek"], "there is no command 'chek'; did you mean \"check\"?", "argmap --help"),
        (["x\x1b"], "there is no command 'x\\x1b'", "argmap --help"),
        (["--nothing"], "No such option", "argmap --help"),
        (["check", "--nothing"], "No such option", "argmap check --help"),
        (["outline"], "Missing argument 'MAP'.", "argmap outline --help"),
        (["outline", "a", "b\x1b[31m"], "Got unexpected extra argument", "argmap outline --help"),
    ],
)
def test_wrong_usage(argmap: Run, arguments: list[str], message: str, hint: str) -> None:
    code, out, err = argmap(*arguments)
    assert (code, out) == (2, "")
    first, last = err.splitlines()
    assert first.startswith(f"error: {message}")
    assert last == f"help: {hint}"
    assert "\x1b" not in err


def test_other_faults_of_usage(argmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "explain", failing(click.ClickException("so not")))
    assert argmap("explain", "AM101") == (2, "", "error: so not\n")
    monkeypatch.setattr(pipeline, "explain", failing(click.UsageError("so not")))
    assert argmap("explain", "AM101") == (2, "", "error: so not\nhelp: argmap explain --help\n")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file", "m.yaml"), "m.yaml: no such file"),
        (OSError("strange"), "strange"),
    ],
)
def test_what_the_operating_system_refuses(
    argmap: Run, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str
) -> None:
    monkeypatch.setattr(pipeline, "read", failing(error))
    assert argmap("outline", "-") == (2, "", f"error: {message}\n")


def test_a_bug_is_one_line_and_no_traceback(argmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "explain", failing(KeyError("a\x1b\nb")))
    code, out, err = argmap("explain", "AM101")
    assert (code, out) == (3, "")
    first, last = err.splitlines()
    assert first == f"error: internal error of argmap {__version__}: KeyError: 'a\\x1b\\nb'"
    assert last.startswith("help: this is a bug")
    assert "ARGMAP_TRACEBACK=1" in last


def test_a_bug_with_its_traceback(argmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "explain", failing(ValueError("a\x1b")))
    monkeypatch.setenv("ARGMAP_TRACEBACK", "1")
    code, _, err = argmap("explain", "AM101")
    assert code == 3
    assert err.startswith("Traceback (most recent call last):\n")
    assert "ValueError: a<U+001B>" in err
    assert "\x1b" not in err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError(), click.Abort()])
def test_interrupted(argmap: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    monkeypatch.setattr(pipeline, "explain", failing(error))
    code, out, err = argmap("explain", "AM101")
    assert (code, out, err.strip()) == (130, "", "")


def closed_pipe() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize("arguments", [["explain"], ["--help"], ["diagram", "-", "--format=dot"]])
def test_a_reader_that_has_gone_is_no_news(argmap: Run, arguments: list[str]) -> None:
    with suppress(BrokenPipeError), os.fdopen(closed_pipe(), "w") as pipe:
        code, out, err = argmap(*arguments, stdin=CLEAN.encode(), stdout=pipe)
    assert (code, out, err) == (141, "", "")


def test_a_shell_completes_commands(argmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ARGMAP_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "argmap ")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert argmap() == (0, "".join(f"plain,{command}\n" for command in COMMANDS), "")
    monkeypatch.setenv("COMP_WORDS", "argmap check --fail")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert argmap() == (0, "plain,--fail-on\n", "")
    monkeypatch.setenv("COMP_WORDS", "argmap chek --fail")
    assert argmap().out.strip() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(argmap: Run) -> None:
    with Path("/dev/full").open("w") as full:
        code, _, err = argmap("explain", stdout=full)
    assert code == 2
    assert err == "error: standard output cannot be written to: no space left on device\n"


def test_standard_error_that_has_gone_is_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    with os.fdopen(closed_pipe(), "w") as pipe, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", pipe)
        assert main(["chek"]) == 2


def test_what_standard_output_cannot_hold_is_shown(argmap: Run, folder: Path) -> None:
    path = folder / "out"
    (folder / "m.argmap.yaml").write_text(
        CLEAN.replace("because: demand", "because: 船"), encoding="utf-8"
    )
    with path.open("w", encoding="ascii") as out:
        assert argmap("check", stdout=out).code == 1
        assert argmap("outline", "m.argmap.yaml", stdout=out).code == 1
    report = path.read_text("ascii")
    assert "because: <U+8239>," in report


class Ended(Exception):
    """The process has ended."""


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the end of the process be an exception, and leave the collector as it was."""

    def end(code: int) -> None:
        raise Ended(code)

    monkeypatch.setattr(os, "_exit", end)
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("ending")
@pytest.mark.parametrize(("argument", "code"), [("--version", 0), ("--versoin", 2)])
def test_python_dash_m(argument: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["argmap", argument])
    with pytest.raises(Ended) as left:
        runpy.run_module("argmap", run_name="__main__")
    assert left.value.args == (code,)
