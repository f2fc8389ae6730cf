"""Faults of YAML syntax in plain words, with the line as it was probably meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from yaml import MarkedYAMLError, YAMLError

from argmap.diagnostics import RuleInfo
from argmap.formats.native import faults
from argmap.text import Span, Text

# Dashes are given back never: a line of nothing else would be tried from each of them to its end.
_ENTRY = re.compile(r"(?P<head>\s*(?:- +)*+[^\s:'\"\[{][^:]*:\s+|\s*- +)(?P<value>\S.*)")
_NOT_READ = "Nothing behind this place was read, and no rule ran."


class Fault(NamedTuple):
    """A fault of syntax, ready to be reported."""

    rule: RuleInfo
    span: Span
    message: str
    hint: str


def quoted(value: str) -> str:
    """Return a text in single quotes, as YAML wants it.

    >>> print(quoted("it's"))
    'it''s'
    """
    return "'" + value.replace("'", "''") + "'"


def diagnose(text: Text, error: YAMLError, read_to: int, collections: Sequence[int]) -> Fault:
    """Return what is wrong where YAML parsing ended, and what to do about it.

    Args:
        text: what was parsed.
        error: what the parser raised.
        read_to: offset up to which the text was read.
        collections: where the collections begin that were open.
    """
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    offset = min(read_to if mark is None else mark.index, len(text.content))
    problem = str(getattr(error, "problem", None) or error)
    opened = getattr(error, "context_mark", None)
    bracket = next((at for at in reversed(collections) if text.content[at] in "[{"), None)
    context = str(getattr(error, "context", None) or "")
    if "quoted scalar" in context and opened is not None and "character" not in problem:
        offset, message = opened.index, "a quote is opened here and not closed"
        hint = "close the quote"
    elif "flow" in context and bracket is not None and not _inside(text, bracket, offset):
        message = f"a {text.content[bracket]} is opened here and not closed where YAML expects it"
        hint = "close the bracket, or put a text that begins with one in quotes"
        offset = bracket
    else:
        message, hint = _on_the_line(text, offset, problem)
    end = min(offset + 1, len(text.content))
    span = Span(text, offset, end)
    return Fault(faults.YAML_SYNTAX, span, message, f"{hint}. {_NOT_READ}")


def _inside(text: Text, opened: int, offset: int) -> bool:
    """Return whether a `:` or `?` in the first line of a bracket is at fault, not the bracket."""
    return text.content[offset : offset + 1] in (":", "?") and (
        "\n" not in text.content[opened:offset]
    )


def _on_the_line(text: Text, offset: int, problem: str) -> tuple[str, str]:
    """Return message and hint for a fault that the line itself explains, or the parser's words."""
    number = text.position(offset).line
    line = text.line(number)
    character = text.content[offset : offset + 1]
    if "mapping values" in problem or character == ":":
        return _colon(text, number)
    if character == "?":
        return (
            "this YAML parser cannot read a ? in plain text inside { } or [ ]",
            "put the text in quotes",
        )
    if "cannot start any token" in problem:
        if character == "\t":
            return "YAML does not indent with tabs", "indent with spaces"
        return f"a plain text cannot begin with {character}", _repair(line)
    for candidate in dict.fromkeys((line, text.line(max(1, number - 1)))):
        found = _ENTRY.fullmatch(candidate)
        if found and re.match(r"(['\"]).*\1\s*[^\s#]", found["value"]):
            return "a quoted text ends at its second quote, and more follows", _repair(candidate)
    return f"this is not YAML: {problem}", "compare the indentation with the lines before"


def _colon(text: Text, number: int) -> tuple[str, str]:
    """Return message and hint for `: ` in a place where YAML takes no further key."""
    line = text.line(number)
    found = _ENTRY.fullmatch(line)
    if found and ": " in found["value"]:
        return 'a plain text cannot hold ": ", which YAML reads as a key', _repair(line)
    return (
        "YAML sees a key here, where no key can stand",
        "put the text around it in quotes, or indent the key as its neighbours are",
    )


def _repair(line: str) -> str:
    found = _ENTRY.fullmatch(line.rstrip())
    if not found:
        return "put the text in quotes"
    return f"write it in quotes: {found['head'].strip()} {quoted(found['value'])}"
