"""The places that a finding speaks of, as stretches of single lines."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic
from argmap.reports.colour import Colour
from argmap.text import Position, Span, Text
from argmap.values import Record

# A circle of a hundred statements is told in a hundred lines, not drawn in a hundred frames.
_DRAWN = 5


class Mark(Record):
    """What is to be underlined on one line of a text, and the words beside it."""

    text: Text
    #: Line and column of the first character.
    position: Position
    #: Offsets in the line; where both are its length, the mark stands behind the last character.
    start: int
    end: int
    words: str
    colour: Colour
    #: What the line is drawn with, so that the main place is told from related ones without colour.
    sign: str

    @property
    def line(self) -> int:
        """The number of the line."""
        return self.position.line

    @property
    def place(self) -> str:
        """The place as `name:line:column`."""
        return f"{self.text.name}:{self.position.line}:{self.position.column}"


def marks_of(finding: Diagnostic) -> tuple[list[Mark], list[str]]:
    r"""Return what to draw of a finding, its own place first, and what to tell in words.

    >>> from argmap.diagnostics import Related, Severity
    >>> text = Text("m.yaml", "a: 1\na: 2\n")
    >>> finding = Diagnostic(
    ...     "AM016",
    ...     "duplicate-key",
    ...     Severity.ERROR,
    ...     "a is given twice",
    ...     Span(text, 5, 6),
    ...     related=(Related("first here", Span(text, 0, 1)), Related("the second is not read")),
    ... )
    >>> marks, notes = marks_of(finding)
    >>> [(mark.place, mark.sign, mark.words) for mark in marks], notes
    ([('m.yaml:2:1', '^', ''), ('m.yaml:1:1', '-', 'first here')], ['the second is not read'])
    """
    marks = []
    if finding.span is not None:
        marks.append(_mark(finding.span, "", Colour.of(finding.severity), "^"))
    notes = []
    drawn = 0
    for related in finding.related:
        if related.span is None:
            notes.append(related.message)
        elif drawn < _DRAWN:
            marks.append(_mark(related.span, related.message, Colour.GUTTER, "-"))
            drawn += 1
        else:
            notes.append(f"{related.message} ({_inside(related.span)})")
    return marks, notes


def _mark(span: Span, words: str, colour: Colour, sign: str) -> Mark:
    """Return the mark for a span; of one over several lines the first, and words that say so."""
    text, begin, stop = span = _inside(span)
    while stop > begin and text.content[stop - 1].isspace():
        stop -= 1
    position, last = text.position(begin), text.position(max(begin, stop - 1))
    line = text.line(position.line)
    start = min(position.column - 1, len(line))
    end = min(span.end - begin + start, len(line))
    if last.line > position.line:
        end = len(line.rstrip())
        words = f"{words} (to line {last.line})".lstrip()
    return Mark(text, position, start, max(start, end), words, colour, sign)


def _inside(span: Span) -> Span:
    """Return the span, cut to its text."""
    start = min(max(span.start, 0), len(span.text.content))
    return Span(span.text, start, min(max(span.end, start), len(span.text.content)))
