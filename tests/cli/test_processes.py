"""The command as a process of its own: what only a real start, pipe or terminal shows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.version import __version__
from tests.cli.conftest import DANGLING

COMMAND = [sys.executable, "-m", "argmap"]


@pytest.fixture
def environment() -> dict[str, str]:
    """That of the tests, without what changes colour."""
    return {
        name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}
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
        input=DANGLING.replace("demnad}", "船}").encode(),
        capture_output=True,
        env=environment | {"PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert checked.returncode == 1
    assert b"because: <U+8239>}" in checked.stdout
    assert checked.stderr == b""
