"""Running the command line inside this process."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from argmap.cli.program import main

CLEAN = """\
argmap: 1
sources: {budget: {title: The budget of the port}}
statements:
  ferry: {conclusion: The ferry should run at night., because: demand, against: cost}
  demand: {premise: "Enough people would use it, most of them weekly.", at: budget}
  cost: {claim: It would cost too much., against: subsidy, at: budget}
  subsidy: {premise: The subsidy covers it., at: budget}
"""
DANGLING = CLEAN.replace("because: demand", "because: demnad")
WARNING = f"{CLEAN}  harbour: {{premise: It is old.}}\n"
BROKEN = f"{CLEAN}statments: {{}}\n"


#: Writes a map, or another file, into the current folder.
Write = Callable[[str, str], Path]


class Result(NamedTuple):
    """What a run of argmap left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def argmap(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Run the command line: `argmap("check", "-", stdin=b"...", stdout=screen)`."""
    for variable in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(variable, raising=False)

    def run(
        *arguments: str | Path, stdin: bytes = b"", stdout: io.TextIOWrapper | None = None
    ) -> Result:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", stdout or sys.stdout)
            code = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Screen(io.TextIOWrapper):
    """A terminal that keeps what it is sent."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self.sent = io.BytesIO()
        super().__init__(self.sent, encoding=encoding, newline="\n")

    def isatty(self) -> bool:
        return True

    @property
    def text(self) -> str:
        self.flush()
        return self.sent.getvalue().decode(self.encoding)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal of 60 columns, to be handed to `argmap` as `stdout`."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    return Screen()


@pytest.fixture
def write(folder: Path) -> Write:
    """Write a map into the current folder."""

    def write(name: str, content: str) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        return path

    return write
