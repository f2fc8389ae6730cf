"""Faults of YAML syntax in plain words, with the line as it was probably meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from yaml import MarkedYAMLError, YAMLError

from argmap.diagnostics import RuleInfo
from argmap.formats.native import faults
from argmap.text import Span, Text
from argmap.values import Record

# Patterns are compiled when a fault asks for them.
# Dashes are given back never: a line of nothing else would be tried from each of them to its end.
_ENTRY = r"(?P<head>\s*(?:- +)*+[^\s:'\"\[{][^:]*:\s+|\s*- +)(?P<value>\S.*)"
# A key without a space after its colon; `http://` is none.
_NO_SPACE = r"\s*(?:- +)?(?P<key>[A-Za-z][\w-]*):(?P<value>[^\s:/].*)"
# The last key before a place inside { }, if a plain text stands between the two.
_KEY_IN_BRACES = r"[{,]\s*(?P<key>[\w-]+):\s+(?=[^\s{}\[\],'\"][^{}\[\],]*\Z)"
_END_IN_BRACES = r",\s*[\w-]+:\s|[}\]]|,?\Z"
_QUOTE_IN_A_WORD = r"['\"]\w"
_ENDS_EARLY = "a quoted text ends at its second quote, and more follows"
_QUOTED_AND_MORE = r"(['\"]).*\1\s*[^\s#]"
_QUOTED_OR_BRACKET = r""" "(?:[^"\\]|\\.)*" | '[^']*' | [\[{] """
#: What libyaml says of a file that is nested deeper than it follows.
NESTING = "maximum nesting depth"
#: What a finding says after which nothing more is read. It stands before what to write, so that no
#: full stop is copied with that.
NOT_CHECKED = "The rest of the file was not checked; mend this and check again."


class Fault(Record):
    """A fault of syntax, ready to be reported."""

    rule: RuleInfo
    span: Span
    message: str
    hint: str


def bracket(text: Text, start: int, count: int) -> int:
    """Return where the `count`-th bracket opens from a place on, or the last if there are fewer.

    >>> bracket(Text("m.yaml", "a: ['[', [{b: [1]}]]"), 4, 3)
    14
    """
    found = re.compile(_QUOTED_OR_BRACKET, re.VERBOSE | re.DOTALL).finditer(text.content, start)
    opened = (match.start() for match in found if match[0] in "[{")
    *_, last = islice(opened, count)
    return last


def quoted(value: str) -> str:
    """Return a text in single quotes, as YAML wants it.

    >>> print(quoted("it's"))
    'it''s'
    """
    return "'" + value.replace("'", "''") + "'"


def after_which_nothing_is_read(hint: str) -> str:
    """Return a hint behind the words that the rest of the file was not checked.

    >>> print(after_which_nothing_is_read("close the quote"))
    The rest of the file was not checked; mend this and check again. Close the quote
    """
    return f"{NOT_CHECKED} {hint[:1].upper()}{hint[1:]}"


def spaced(written: str) -> tuple[str, str] | None:
    """Return key and text of a line where the space after the colon is missing; None if not.

    >>> spaced("premise:Half say yes.")
    ('premise', 'Half say yes.')
    >>> spaced("see https://example.org"), spaced("premise: Half say yes.")
    (None, None)
    """
    found = re.fullmatch(_NO_SPACE, written)
    return (found["key"], found["value"].rstrip()) if found else None


def add_space(key: str, value: str) -> str:
    """Return the hint that a space is missing after a colon."""
    return f"put a space after the colon: {key}: {value}"


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
    elif bracket is not None and re.compile(_QUOTE_IN_A_WORD).match(
        text.content, max(0, offset - 1)
    ):
        sign = text.content[offset - 1]
        message = _ENDS_EARLY
        hint = f"write {sign} twice inside the text: {sign * 2}"
        if sign == '"':
            hint = "put the text in single quotes"
    elif "flow" in context and bracket is not None and not _inside(text, bracket, offset):
        message = f"a {text.content[bracket]} is opened here and not closed where YAML expects it"
        hint = "close the bracket, or put a text that begins with one in quotes"
        offset = bracket
    else:
        message, hint = _on_the_line(text, offset, problem, in_braces=bracket is not None)
    end = min(offset + 1, len(text.content))
    span = Span(text, offset, end)
    return Fault(faults.YAML_SYNTAX, span, message, after_which_nothing_is_read(hint))


def _inside(text: Text, opened: int, offset: int) -> bool:
    """Return whether a `:` or `?` in the first line of a bracket is at fault, not the bracket."""
    return text.content[offset : offset + 1] in (":", "?") and (
        "\n" not in text.content[opened:offset]
    )


def _on_the_line(text: Text, offset: int, problem: str, *, in_braces: bool) -> tuple[str, str]:
    """Return message and hint for a fault that the line itself explains, or the parser's words."""
    number = text.position(offset).line
    line = text.line(number)
    character = text.content[offset : offset + 1]
    if "mapping values" in problem or character == ":":
        return _colon_in_braces(text, offset) if in_braces else _colon(text, number)
    if character == "?":
        return (
            "this YAML parser cannot read a ? in plain text inside { } or [ ]",
            "put the text in quotes",
        )
    if "cannot start any token" in problem:
        if character == "\t":
            return "YAML does not indent with tabs", "indent with spaces"
        hint = "put the text in quotes" if in_braces else _repair(line)
        return f"a plain text cannot begin with {character}", hint
    return _by_the_lines(text, number, problem)


def _by_the_lines(text: Text, number: int, problem: str) -> tuple[str, str]:
    """Return message and hint for a fault that a line or the one before it may explain."""
    line = text.line(number)
    for candidate in dict.fromkeys((line, text.line(max(1, number - 1)))):
        found = re.fullmatch(_ENTRY, candidate)
        if found and re.match(_QUOTED_AND_MORE, found["value"]):
            return _ENDS_EARLY, _repair(candidate)
    if "could not find expected" in problem and (missing := _spaced_before(text, number)):
        return _SPACE_IS_MISSING, missing
    return f"this is not YAML: {problem}", "compare the indentation with the lines before"


_SPACE_IS_MISSING = "YAML sees no key where no space stands after the colon"


def _spaced_before(text: Text, number: int) -> str | None:
    """Return the hint for a missing space in the last line before a line that is not blank."""
    before = next((at for at in range(number - 1, 0, -1) if text.line(at).strip()), 1)
    found = spaced(text.line(before))
    return add_space(*found) if found else None


def _colon(text: Text, number: int) -> tuple[str, str]:
    """Return message and hint for `: ` in a place where YAML takes no further key."""
    line = text.line(number)
    found = re.fullmatch(_ENTRY, line)
    if found and ": " in found["value"]:
        return 'a plain text cannot hold ": ", which YAML reads as a key', _repair(line)
    if missing := _spaced_before(text, number):
        return _SPACE_IS_MISSING, missing
    return (
        "YAML sees a key here, where no key can stand",
        "put the text around it in quotes, or indent the key as its neighbours are",
    )


def _colon_in_braces(text: Text, offset: int) -> tuple[str, str]:
    """Return message and hint for `: ` in a text inside `{ }`: the text alone needs quotes."""
    place = text.position(offset)
    line = text.line(place.line).rstrip()
    found = re.search(_KEY_IN_BRACES, line[: place.column - 1])
    hint = "put the text around it in quotes"
    if found:
        ended = re.compile(_END_IN_BRACES).search(line, found.end())
        value = line[found.end() : ended.start() if ended else len(line)].rstrip()
        hint = f"write it in quotes: {found['key']}: {quoted(value)}"
    return 'a plain text cannot hold ": ", which YAML reads as a key', hint


def _repair(line: str) -> str:
    found = re.fullmatch(_ENTRY, line.rstrip())
    if not found:
        return "put the text in quotes"
    value = _without_outer_quotes(found["value"])
    return f"write it in quotes: {found['head'].strip()} {quoted(value)}"


def _without_outer_quotes(value: str) -> str:
    """Return the text of a value that holds its own quote sign; the value, if it begins with it.

    The outer quotes are YAML's where the next quote begins a word or ends none ("the city's"), or
    where one is left over when the others are paired.
    """
    mark = value[0]
    if mark not in "'\"":
        return value
    alone = [at.start() for at in re.finditer(f"(?<!{mark}){mark}(?!{mark})", value)]
    closed = len(alone) > 2 and alone[-1] == len(value) - 1
    word_follows = len(alone) > 1 and value[alone[1] + 1 : alone[1] + 2].isalnum()
    if not word_follows and not (closed and len(alone) % 2):
        return value
    inner = value[1:-1] if closed else value[1:]
    return inner.replace("''", "'") if mark == "'" else inner.replace('\\"', '"')
