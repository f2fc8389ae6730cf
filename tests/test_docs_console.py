"""The pages that are read along at a terminal: their files are made, their commands are run.

`pytest --update-golden` writes what the commands print into the pages. Python examples of pages run
as doctests.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.cli.program import main

DOCS = Path("docs").resolve()
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if "```console" in path.read_text("utf-8")]

BLOCK = re.compile(
    r"^```\{code-block\} \w+\n:caption: (?P<caption>[^\n]+)\n"
    r"(?::emphasize-lines: (?P<new>[^\n]+)\n)?\n(?P<content>.*?)^```$"
    r"|^```diff\n(?P<edit>.*?)^```$"
    r"|^(?P<fence>`{3,})console\n\$ (?P<command>[^\n]*)\n.*?^(?P=fence)$",
    re.DOTALL | re.MULTILINE,
)
IN, AT_THE_END = "in ", "at the end of "


class Reader:
    """Someone who does what a page says, in the present folder."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.file = Path()

    def follow(self, output: Callable[[], str]) -> str:
        """Do it all, and return the page with what the commands really print."""
        return BLOCK.sub(lambda block: self._do(block, output), self.page)

    def _do(self, block: re.Match[str], output: Callable[[], str]) -> str:
        if block["new"]:
            self._insert(block["content"], numbers(block["new"]))
        elif block["caption"]:
            self._write(block["caption"], block["content"])
        elif block["edit"]:
            self._edit(block["edit"])
        else:
            program, *arguments = shlex.split(block["command"])
            assert program == "argmap"
            main(arguments)
            fence = block["fence"]
            return f"{fence}console\n$ {block['command']}\n{output()}{fence}"
        return block[0]

    def _write(self, caption: str, content: str) -> None:
        assert not caption.startswith(IN)
        if caption.startswith(AT_THE_END):
            self.file = Path(caption.removeprefix(AT_THE_END))
            self.file.write_text(self.file.read_text("utf-8") + "\n" + content, "utf-8")
        else:
            self.file = Path(caption)
            self.file.write_text(content, "utf-8")

    def _insert(self, content: str, new: set[int]) -> None:
        lines = content.splitlines(keepends=True)
        assert new <= set(range(1, len(lines) + 1))
        self._replace("".join(ln for no, ln in enumerate(lines, 1) if no not in new), content)

    def _edit(self, edit: str) -> None:
        lines = edit.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] != "+")
        self._replace(old, "".join(line[1:] for line in lines if line[0] != "-"))

    def _replace(self, old: str, new: str) -> None:
        text = self.file.read_text("utf-8")
        assert text.count(old) == 1, f"{self.file} has not exactly one place for\n{old}"
        self.file.write_text(text.replace(old, new), "utf-8")


def numbers(lines: str) -> set[int]:
    """The lines that `2-4,7` means."""
    parts = [part.split("-") for part in lines.split(",")]
    return {number for part in parts for number in range(int(part[0]), int(part[-1]) + 1)}


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def name(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_shows_what_is_printed(
    path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    page = path.read_text("utf-8")

    def output() -> str:
        printed = capsys.readouterr()
        return printed.out + printed.err

    true_page = Reader(page).follow(output)
    if request.config.getoption("--update-golden"):
        path.write_text(true_page, "utf-8")
    else:
        assert page == true_page


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_nothing_but_setting_up_is_left_out(path: Path) -> None:
    """What a reader types into a terminal is run here, save what makes the folder and fills it."""
    blocks = re.findall(r"```sh\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
    words = {line.split()[0] for block in blocks for line in block.splitlines()}
    assert words <= {"mkdir", "cd", "python3", ".", "pip"}


def test_the_tutorial_ends_with_the_file_and_the_picture_that_it_shows(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    Reader((DOCS / "tutorial.md").read_text("utf-8")).follow(lambda: capsys.readouterr().out)
    for made, kept in (
        (Path("mill-street.argmap.yaml"), DOCS / "mill-street.argmap.yaml"),
        (Path("mill-street.svg"), DOCS / "images/mill-street.svg"),
    ):
        if request.config.getoption("--update-golden"):
            kept.write_bytes(made.read_bytes())
        else:
            assert made.read_bytes() == kept.read_bytes()
    assert Path("unsafe.svg").is_file()
