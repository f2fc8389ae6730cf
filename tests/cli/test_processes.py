"""The command as a process of its own: what only a real start, pipe or terminal shows."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.version import __version__
from tests.cli.conftest import CLEAN, DANGLING, WARNING

COMMAND = [sys.executable, "-m", "argmap"]


@pytest.fixture
def environment() -> dict[str, str]:
    """That of the tests, without what changes colour."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in {"NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "CI"}
    }


def test_version_needs_next_to_nothing() -> None:
    """Start-up is what a shell completion or an editor pays at each stroke."""
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "argmap", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout == f"argmap {__version__}\n"
    modules = {line.rpartition("|")[2].strip() for line in loaded.stderr.splitlines()}
    assert "argmap.cli.program" in modules
    assert not {module for module in modules if module.startswith("argmap.cli.") } - {
        "argmap.cli.failure",
        "argmap.cli.program",
        "argmap.cli.streams",
    }  # fmt: skip
    heavy = {"yaml", "attr", "attrs", "graphviz", "wcwidth", "importlib.metadata", "difflib"}
    assert not modules & heavy
    assert not modules & {"argmap.pipeline", "argmap.model", "argmap.reports", "argmap.escape"}


def test_a_map_of_ascii_needs_no_table_of_widths(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_text(DANGLING)
    checked = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "argmap", "check", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 1
    modules = {line.rpartition("|")[2].strip() for line in checked.stderr.splitlines()}
    assert "argmap.reports.frames" in modules
    assert not modules & {"wcwidth", "graphviz", "rich", "importlib.metadata"}


def test_what_is_not_asked_for_is_not_loaded(tmp_path: Path) -> None:
    """Reports for programs, settings files, fixes and progress cost those who want them."""
    (tmp_path / "m.argmap.yaml").write_text(WARNING)
    checked = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "argmap", "check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    modules = {line.rpartition("|")[2].strip() for line in checked.stderr.splitlines()}
    assert "argmap.settings" in modules
    assert not modules & {"json", "hashlib", "tomllib", "shutil", "textwrap"}
    assert not modules & {"argmap.fixes", "argmap.reports.baseline", "argmap.reports.sarif"}


@pytest.mark.parametrize(
    ("variables", "painted"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1"}, False)],
)
def test_colour_in_a_pipe(
    environment: dict[str, str], variables: dict[str, str], painted: bool
) -> None:
    checked = subprocess.run(
        [*COMMAND, "check", "-"],
        input=DANGLING.encode(),
        capture_output=True,
        env=environment | variables,
        check=False,
    )
    assert checked.returncode == 1
    assert (b"\x1b[1;31merror[AM101]" in checked.stdout) == painted
    assert checked.stderr == b""


@pytest.mark.parametrize(
    ("variables", "painted"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_in_a_terminal(
    environment: dict[str, str], variables: dict[str, str], painted: bool
) -> None:
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    checked = subprocess.run(
        [*COMMAND, "check", "-"],
        input=DANGLING.encode(),
        stdout=slave,
        stderr=subprocess.PIPE,
        env={**environment, "TERM": "xterm", "COLUMNS": "60", **variables},
        check=False,
    )
    os.close(slave)
    shown = os.read(master, 100_000)
    os.close(master)
    assert checked.returncode == 1
    assert (b"\x1b[1;31m" in shown) == painted
    assert "…" in shown.decode()


def test_a_reader_that_leaves_early() -> None:
    """`argmap explain | head -n 1` says nothing on standard error."""
    with subprocess.Popen(
        [*COMMAND, "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_an_encoding_that_holds_little(environment: dict[str, str]) -> None:
    checked = subprocess.run(
        [*COMMAND, "check", "-"],
        input=DANGLING.replace("demnad", "船").encode(),
        capture_output=True,
        env=environment | {"PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert checked.returncode == 1
    assert b"because: <U+8239>," in checked.stdout
    assert checked.stderr == b""


@pytest.mark.parametrize("option", ["--color=never", "--output-format=json", "--diff"])
def test_who_reads_may_go(tmp_path: Path, option: str) -> None:
    """`argmap check | head -1`: no traceback, and no complaint about a broken pipe."""
    with subprocess.Popen(
        [*COMMAND, "check", option, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(DANGLING.encode())
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
def test_an_interruption_is_no_bug(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        # Who runs in the background of a shell is not interrupted, nor is what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  (one thread)
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: who could write it knows that argmap has started to read, which
        # it does until the end that never comes.
        process.stdin.write(b"#" * 1_000_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")


SLOW = """\
import time
from argmap import pipeline
from argmap.cli.program import main

examine = pipeline.examine_in

def slowly(source, folders, **wishes):
    time.sleep(1.5)
    return examine(source, folders, **wishes)

pipeline.examine_in = slowly
raise SystemExit(main())
"""


def watched(environment: dict[str, str], folder: Path) -> tuple[bytes, bytes]:
    """What a terminal is sent when a map takes more than a second, and standard output."""
    pty = pytest.importorskip("pty")
    (folder / "m.argmap.yaml").write_text(CLEAN)
    master, slave = pty.openpty()
    checked = subprocess.run(
        [sys.executable, "-c", SLOW, "check"],
        stdout=subprocess.PIPE,
        stderr=slave,
        cwd=folder,
        env={**environment, "TERM": "xterm", "COLUMNS": "60"},
        timeout=60,
        check=True,
    )
    os.write(slave, b"(end)")
    os.close(slave)
    sent = b""
    while not sent.endswith(b"(end)"):
        sent += os.read(master, 10_000)
    os.close(master)
    return sent.removesuffix(b"(end)"), checked.stdout


def test_progress_is_shown_after_a_second_and_taken_away(
    environment: dict[str, str], tmp_path: Path
) -> None:
    sent, out = watched(environment, tmp_path)
    assert sent.startswith(b"\r\x1b[2KChecking map 1 of 1: m.argmap.yaml\r")
    assert sent.endswith(b"\r\x1b[2K")
    assert sent.count(b"Checking") == 1
    assert b"\n" not in sent
    assert out == b"1 map, no findings.\n"


def test_no_progress_in_continuous_integration(environment: dict[str, str], tmp_path: Path) -> None:
    sent, out = watched({**environment, "CI": "1"}, tmp_path)
    assert sent == b""
    assert out == b"1 map, no findings.\n"
