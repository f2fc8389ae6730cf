"""Workflow commands: what a runner of GitHub reads back is the text, and nothing else is read."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.escape import github, github_log, github_property, terminal
from tests.hostile_texts import HOSTILE_TEXTS

COMMANDS = [
    "::error::x",
    "  ::warning file=a::x",
    "##[error]x",
    "a ##[group]b",
    "###[x]",
    "##\n[x]",
    "a\n ::b",
    "%3A%2C%25%0A",
    "a,b:c=d%0D",
]
PIECES = ["::", "##", "#", "[", "]", "error", " ", "\t", "\n", "\r\n", "\r", "%", "0A", ",", "\x1b"]
TEXTS = st.one_of(
    st.sampled_from([*HOSTILE_TEXTS, *COMMANDS]),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.text(max_size=20),
)


def commands(log: str) -> list[str]:
    """The lines in which a runner finds a command, whichever there are.

    The newer form begins a line, blanks aside; the older may stand anywhere in it.
    """
    return [line for line in log.split("\n") if line.lstrip().startswith("::") or "##[" in line]


def decoded(text: str, characters: str) -> str:
    """What a runner makes of an escaped text: `%` comes last."""
    for char in characters:
        text = text.replace(f"%{ord(char):02X}", char)
    return text


def shown(text: str) -> str:
    return "\n".join(map(terminal, re.split(r"\r\n|\r|\n", text)))


@given(TEXTS, TEXTS)
def test_data_and_properties_are_read_back(name: str, text: str) -> None:
    line = f"::error file={github_property(name)},line=1::{github(text)}"
    assert "\n" not in line
    assert "\r" not in line
    head, data = line[2:].split("::", 1)
    file, number = head.removeprefix("error ").split(",")
    assert number == "line=1"
    assert decoded(file.removeprefix("file="), ":,\r\n%") == shown(name)
    assert decoded(data, "\r\n%") == shown(text)


@given(TEXTS)
def test_nothing_in_a_log_is_a_command(text: str) -> None:
    log = github_log(text)
    assert commands(log) == []
    assert log.count("\n") == text.count("\n")
    # Nothing else is touched.
    assert log.replace("<U+0023>", "#").replace("<U+003A>", ":") == text.replace(
        "<U+0023>", "#"
    ).replace("<U+003A>", ":")
    if not commands(text):
        assert log == text
