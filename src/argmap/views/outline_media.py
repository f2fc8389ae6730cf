"""The lines of an outline as plain text, Markdown and reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple
from unicodedata import east_asian_width

from argmap import escape
from argmap.views.wrapping import lines as wrapped

#: How wide plain text is, and how far each level of it stands to the right.
COLUMNS = 88
STEP = 2
# A line that would have less room than this behind its number begins below it.
_ROOM = 12
# docutils refuses lines of more than 10,000 characters.
_LONGEST = 9_000
# Not within an escape, nor before a blank, which would be taken for an indent.
_PLACE_TO_BREAK = re.compile(r"(?:[^\\]|\\.){3990,4000}(?=\S)", re.DOTALL)


class Form(Enum):
    """What a line is."""

    TITLE = "title"
    #: A paragraph before the first part.
    NOTE = "note"
    PART = "part"
    #: Words that lead to the items that follow.
    LEAD = "lead"
    #: Such words that stand among items.
    INNER_LEAD = "inner lead"
    ITEM = "item"
    #: Something with what is said of it: a source, a section.
    LISTED = "listed"


class Line(NamedTuple):
    """A line of an outline; the text is not yet escaped."""

    form: Form
    text: str
    level: int = 1
    #: The number of an item, what a listed line is about.
    mark: str = ""
    #: Whether a lead begins something new.
    opens: bool = True


def text(lines: Iterable[Line]) -> str:
    """Return an outline as plain text of 88 columns."""
    return "\n".join(_text(lines)).strip("\n") + "\n"


def _text(lines: Iterable[Line]) -> Iterator[str]:
    before = Form.TITLE
    for line in lines:
        if _apart(line, before):
            yield ""
        before = line.form
        indent = " " * (STEP * (line.level - 1))
        hanging = indent if line.form in (Form.TITLE, Form.PART) else indent + " " * STEP
        mark = f"{line.mark} " if line.form is Form.ITEM and line.mark else ""
        first = COLUMNS - len(indent) - len(mark)
        if first < _ROOM:
            yield indent + line.mark
            indent, mark, first = hanging, "", COLUMNS - len(hanging)
        words = f"{line.mark}: {line.text}" if line.form is Form.LISTED else line.text
        start, *rest = wrapped(words, COLUMNS - len(hanging), first=first)
        yield f"{indent}{mark}{start}".rstrip()
        for more in rest:
            yield f"{hanging}{more}".rstrip()


def _apart(line: Line, before: Form) -> bool:
    """Return whether plain text has an empty line before a line."""
    if line.level > 1:
        return line.level == 2 and line.form is Form.LEAD and line.opens
    return line.form is Form.ITEM or line.form is not before


def markdown(lines: Iterable[Line]) -> str:
    """Return an outline as nested lists in Markdown, each block in one line."""
    return "\n".join(_markdown(lines)).strip("\n") + "\n"


def _markdown(lines: Iterable[Line]) -> Iterator[str]:
    before = Form.TITLE
    for line in lines:
        if line.form is not before or line.form not in (Form.ITEM, Form.LISTED):
            yield ""
        before = line.form
        content = escape.markdown(line.text)
        indent = "  " * (line.level - 1)
        match line.form:
            case Form.TITLE:
                yield f"# {content}"
            case Form.PART:
                yield f"## {content}"
            case Form.NOTE:
                yield content
            case Form.LEAD:
                yield f"{indent}*{content}*"
            case Form.INNER_LEAD:
                yield f"{indent}- *{content}*"
            case _:
                mark = f"**{escape.markdown(line.mark)}** " if line.mark else ""
                yield f"{indent}- {mark}{content}"


def rest(lines: Iterable[Line]) -> str:
    """Return an outline as nested lists in reStructuredText, each block in one line.

    A line is broken only where docutils would refuse it for its length.
    """
    return "\n".join(_rest(lines)).strip("\n") + "\n"


def _rest(lines: Iterable[Line]) -> Iterator[str]:
    before = Line(Form.TITLE, "")
    for line in lines:
        same = (line.form, line.level) == (before.form, before.level)
        if not same or line.form not in (Form.ITEM, Form.LISTED):
            yield ""
        before = line
        content = escape.rest(line.text)
        indent = "  " * (line.level - 1)
        match line.form:
            case Form.TITLE:
                yield from _heading(content, "=")
            case Form.PART:
                yield from _heading(content, "-")
            case Form.NOTE:
                yield from _broken(content, "")
            case Form.LEAD:
                yield from _broken(f"{indent}*{content}*", indent)
            case Form.INNER_LEAD:
                yield from _broken(f"{indent}- *{content}*", f"{indent}  ")
            case _:
                mark = escape.rest(line.mark) if line.form is Form.LISTED else line.mark
                mark = f"**{mark}** " if mark else ""
                yield from _broken(f"{indent}- {mark}{content}", f"{indent}  ")


def _heading(content: str, sign: str) -> Iterator[str]:
    """Yield a heading; one that is too long for a line stands below a short one."""
    if len(content) > _LONGEST:
        yield from _heading("Argument map", sign)
        yield ""
        yield from _broken(content, "")
        return
    yield content
    yield sign * sum(1 + (east_asian_width(letter) in "WF") for letter in content)


def _broken(line: str, indent: str) -> Iterator[str]:
    """Yield a line, broken where it is too long: an escaped line break is none for docutils."""
    while len(line) > _LONGEST:
        found = _PLACE_TO_BREAK.match(line)
        assert found is not None  # no two signs of a line are blank
        yield f"{found[0]}\\"
        # An empty escape in front: the rest begins nothing of its own.
        line = f"{indent}\\ {line[found.end() :]}"
    yield line
