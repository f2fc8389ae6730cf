"""Progress: whom it is shown, when, and that it goes away."""

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr

import pytest

from argmap.cli import progress
from argmap.cli.progress import Progress

CLEAR = "\r\x1b[2K"


class Terminal(io.StringIO):
    """A terminal that two threads may use at once."""

    def isatty(self) -> bool:
        return True

    @property
    def text(self) -> str:
        return self.getvalue()


@pytest.fixture
def watcher(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of 60 columns, whose user has no patience."""
    screen = Terminal()
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_PATIENCE", 0.001)
    monkeypatch.setattr(progress, "_PERIOD", 0.001)
    monkeypatch.delenv("CI", raising=False)
    return screen


@contextmanager
def watching(stream: io.StringIO, verb: str, total: int) -> Iterator[Progress]:
    """Progress with a stream as standard error; pytest undoes what a fixture does to that."""
    with redirect_stderr(stream), Progress(verb, total) as shown:
        yield shown


def wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_each_map_is_named_and_the_line_goes_away(watcher: Terminal) -> None:
    with watching(watcher, "Fixing", 1_000) as shown:
        for number, name in enumerate(["a.yaml", "b\x1b[31m\u202e.yaml"], start=1):
            shown.begin(name)
            wait(lambda said=f"Fixing map {number} of 1,000: ": said in watcher.text)  # type: ignore[misc]
    *_, before, last, after = watcher.text.split(CLEAR)
    assert last == "Fixing map 2 of 1,000: b<U+001B>[31m<U+202E>.yaml"
    assert after == ""
    assert before == "Fixing map 1 of 1,000: a.yaml"


@pytest.mark.parametrize("name", ["x" * 200, "船" * 200])
def test_the_line_is_never_broken(watcher: Terminal, name: str) -> None:
    with watching(watcher, "Checking", 1) as shown:
        shown.begin(name)
        wait(lambda: name[:9] in watcher.text)
        time.sleep(0.05)  # what has not changed is not drawn again
    assert watcher.text.count("of 1: ") <= 2
    line = watcher.text.split(CLEAR)[-2]
    cells = sum(1 if char.isascii() else 2 for char in line)
    assert 57 <= cells < 60


def test_nothing_is_shown_before_its_time(
    watcher: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 60.0)
    with watching(watcher, "Checking", 1) as shown:
        shown.begin("a")
    assert watcher.text == ""


def test_it_goes_away_when_something_fails(watcher: Terminal) -> None:
    with pytest.raises(KeyboardInterrupt), watching(watcher, "Checking", 1) as shown:  # noqa: PT012
        shown.begin("a")
        wait(lambda: "Checking" in watcher.text)
        raise KeyboardInterrupt
    assert watcher.text.endswith(CLEAR)


@pytest.mark.parametrize(("variable", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_who_does_not_watch_is_not_shown_anything(
    watcher: Terminal, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with watching(watcher, "Checking", 1) as shown:
        shown.begin("a")
        time.sleep(0.02)
    assert watcher.text == ""
    monkeypatch.delenv(variable)
    elsewhere = io.StringIO()
    with watching(elsewhere, "Checking", 1) as shown:
        shown.begin("a")
        time.sleep(0.02)
    assert elsewhere.getvalue() == ""
