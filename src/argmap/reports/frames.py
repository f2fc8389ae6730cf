"""Frames: each finding with the lines of the map it speaks of, and a caret under the very place.

For people, in a terminal; in the manner of the compilers of Rust.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diagnostics import Diagnostic, shortened
from argmap.reports.colour import Colour
from argmap.reports.marks import marks_of
from argmap.reports.page import Page
from argmap.reports.snippet import Snippet


def frames(
    diagnostics: Iterable[Diagnostic],
    *,
    name: str | None = None,
    color: bool = False,
    width: int | None = 80,
    encoding: str = "utf-8",
) -> str:
    r"""Return findings as frames, with an empty line between two of them.

    Args:
        diagnostics: the findings, in the order to show them.
        name: what to call the map of a finding that has no place.
        color: whether to colour what a terminal shows; nothing is told by colour alone.
        width: cells that a line may take (40 at least); None where only lines of the map are cut.
        encoding: that of the terminal; what it cannot hold is shown as `<U+00E4>`.

    Returns:
        Lines that end in a line feed each; nothing where there is no finding.

    >>> from argmap.diagnostics import Severity
    >>> from argmap.text import Span, Text
    >>> text = Text("ferry.argmap.yaml", "main: fery\n")
    >>> finding = Diagnostic(
    ...     "AM101", "dangling-reference", Severity.ERROR, "fery is not defined", Span(text, 6, 10)
    ... )
    >>> print(frames([finding]), end="")
    error[AM101]: fery is not defined
     --> ferry.argmap.yaml:1:7
      |
    1 | main: fery
      |       ^^^^
    """
    page = Page.of(color=color, width=width, encoding=encoding)
    return "\n".join(
        "".join(f"{line}\n" for line in _frame(finding, page, name)) for finding in diagnostics
    )


def _frame(finding: Diagnostic, page: Page, name: str | None) -> Iterator[str]:
    """Yield the lines of one finding."""
    title = f"{finding.severity.value}[{finding.code}]"
    yield from page.labelled(title, finding.message, Colour.of(finding.severity))
    marks, notes = marks_of(finding)
    snippet = Snippet(page, max((len(str(mark.line)) for mark in marks), default=1))
    arrow = "-->"
    if finding.span is None:
        yield from snippet.place(arrow, _nowhere(finding, name))
        arrow = ":::"
    for text in dict.fromkeys(mark.text for mark in marks):
        yield from snippet.lines(arrow, [mark for mark in marks if mark.text == text])
        arrow = ":::"
    for note in notes:
        yield from page.labelled("note", note, Colour.INFO)
    if finding.hint is not None:
        yield from page.labelled("help", finding.hint, Colour.HELP)


def _nowhere(finding: Diagnostic, name: str | None) -> str:
    """What stands for the place of a finding that has none: the map, the element, or both."""
    subject = shortened(finding.subject or "")
    if name is None or not subject:
        return name or subject or "the map"
    return f"{name} ({subject})"
