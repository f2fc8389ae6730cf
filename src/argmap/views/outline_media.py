"""The lines of an outline as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from argmap import escape
from argmap.views.wrapping import lines as wrapped

#: How wide plain text is, and how far each level of it stands to the right.
COLUMNS = 88
STEP = 2
# A line that would have less room than this behind its number begins below it.
_ROOM = 12


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
    SOURCE = "source"


class Line(NamedTuple):
    """A line of an outline; the text is not yet escaped."""

    form: Form
    text: str
    level: int = 1
    #: The number of an item, the id of a source.
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
        words = f"{line.mark}: {line.text}" if line.form is Form.SOURCE else line.text
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
        if line.form is not before or line.form not in (Form.ITEM, Form.SOURCE):
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
                mark = f"**{line.mark}** " if line.mark else ""
                yield f"{indent}- {mark}{content}"
