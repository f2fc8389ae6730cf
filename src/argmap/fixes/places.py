"""Where a word of a map file stands, quotes aside, and how to take an item out of a list."""

from __future__ import annotations

import re

from argmap.text import Span

_BLANK = " \t"
_LINE = re.compile(r"[ \t]*-[ \t]+(?P<item>\S(?:.*\S)?)[ \t]*")


def inside(span: Span) -> Span:
    r"""Return a span without the quotes around it, if there are any.

    >>> from argmap.text import Text
    >>> inside(Span(Text("m.yaml", "main: 'fery'"), 6, 12)).excerpt
    'fery'
    """
    excerpt = span.excerpt
    if len(excerpt) > 1 and excerpt[0] in "'\"" and excerpt[0] == excerpt[-1]:
        return Span(span.text, span.start + 1, span.end - 1)
    return span


def removal(span: Span) -> Span | None:
    r"""Return what to take out with an item, so that the rest is a list; None if that is unclear.

    The item is one of those that `+` joins, or of a list in `[ ]`, or alone on its line behind `-`.
    A list may be left empty. No comment is taken out.

    >>> from argmap.text import Text
    >>> removal(Span(Text("m.yaml", "because: a + b"), 13, 14)).excerpt
    ' + b'
    >>> removal(Span(Text("m.yaml", "- a\n- b\n- c\n"), 6, 7)).excerpt
    '- b\n'
    """
    content = span.text.content
    before, behind = _before(content, span.start), _behind(content, span.end)
    opener, closer = content[before - 1 : before], content[behind : behind + 1]
    if opener == "+":
        return Span(span.text, _before(content, before - 1), span.end)
    if closer == "+" or (opener == "[" and closer == ","):
        return Span(span.text, span.start, _behind(content, behind + 1))
    if opener == "," and closer in (",", "]"):
        return Span(span.text, before - 1, span.end)
    return _line(span)


def _line(span: Span) -> Span | None:
    """Return the line that holds an item behind `-` and nothing else, with its line break."""
    text = span.text
    line, column = text.position(span.start)
    found = _LINE.fullmatch(text.line(line))
    if found is None or found.span("item") != (column - 1, column - 1 + span.end - span.start):
        return None
    starts = text.line_starts
    end = starts[line] if line < len(starts) else len(text.content)
    return Span(text, starts[line - 1], end)


def _before(content: str, offset: int) -> int:
    """Return the offset behind the last character before an offset that is no blank."""
    while offset and content[offset - 1] in _BLANK:
        offset -= 1
    return offset


def _behind(content: str, offset: int) -> int:
    """Return the offset of the first character from an offset on that is no blank."""
    while offset < len(content) and content[offset] in _BLANK:
        offset += 1
    return offset
