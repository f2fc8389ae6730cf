"""Laws of frames, for any finding in any text."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcswidth

from argmap.diagnostics import Diagnostic, Severity
from argmap.escape import terminal
from argmap.reports.frames import frames
from argmap.text import Span, Text
from tests.reports.texts import findings

SGR = re.compile(r"\x1b\[[0-9;]*m")
VISIBLE = "\u200c\u200d\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
VISIBLE += "\U000110bd\U000110cd"

encodings = st.sampled_from(["utf-8", "utf-8", "ascii", "latin-1", "cp437"])


@given(findings, st.integers(40, 120), encodings)
def test_no_line_is_wider_than_the_page(found: list[Diagnostic], width: int, encoding: str) -> None:
    report = frames(found, width=width, encoding=encoding)
    assert max((wcswidth(line) for line in report.split("\n")), default=0) <= width


@given(findings, st.none() | st.integers(0, 120), encodings)
def test_nothing_is_sent_that_a_terminal_obeys(
    found: list[Diagnostic], width: int | None, encoding: str
) -> None:
    """But for line feeds, and the sequences of Select Graphic Rendition where colour is wanted."""
    plain = frames(found, width=width, encoding=encoding, name="m\x1b.yaml")
    painted = frames(found, width=width, encoding=encoding, name="m\x1b.yaml", color=True)
    assert SGR.sub("", painted) == plain
    plain.encode(encoding)
    for char in plain:
        category = unicodedata.category(char)
        assert category not in {"Cc", "Cs", "Zl", "Zp", "Cf"} or char == "\n" or char in VISIBLE


@given(findings, st.integers(40, 120))
def test_no_word_of_a_message_is_lost(found: list[Diagnostic], width: int) -> None:
    def squeezed(text: str) -> str:
        return "".join(terminal(part) for part in re.split("[ \t\r\n]", text)).replace(" ", "")

    report = squeezed(frames(found, width=width))
    for finding in found:
        assert squeezed(finding.message) in report
        assert squeezed(finding.hint or "") in report


# What a line may be made of, and how many cells of a terminal each takes.
UNITS = {
    "a": 1,
    "ß": 1,
    "e\u0301": 1,
    "o\u0323\u0302": 1,
    "ｶ": 1,
    "…": 1,
    "船": 2,
    "가": 2,
    "😀": 2,
    "👍\U0001f3fb": 2,
    "👩\u200d👩\u200d👧": 2,
    "🇸🇪": 2,
    "क्ष": 2,
    "\t": 4,
    "\x1b": 8,
    "\u202e": 8,
    "\u200b": 8,
    "\ud800": 8,
    "\U000e0041": 9,
}

lines = st.lists(st.sampled_from(sorted(UNITS)), min_size=1, max_size=60)


def rows(units: list[str], first: int, last: int, width: int) -> tuple[str, str]:
    """The row of a line, with the spaces that end it, and the row of its carets; no gutter."""
    text = Text("m.yaml", "".join(units))
    start, end = len("".join(units[:first])), len("".join(units[:last]))
    finding = Diagnostic("AM101", "a-rule", Severity.ERROR, "wrong", Span(text, start, end))
    _, _, _, row, carets = frames([finding], width=width).splitlines()
    assert row.startswith("1 |")
    assert carets.startswith("  | ")
    return f"{row[4:]:{width}}", carets[4:]


@given(lines, st.data())
def test_carets_stand_under_what_they_mean(units: list[str], data: st.DataObject) -> None:
    """In a line that is shown whole."""
    first = data.draw(st.integers(0, len(units) - 1))
    last = data.draw(st.integers(first + 1, len(units)))
    _, carets = rows(units, first, last, 600)
    before = sum(UNITS[unit] for unit in units[:first])
    marked = sum(UNITS[unit] for unit in units[first:last])
    assert carets == " " * before + "^" * marked


@given(lines, st.integers(40, 80), st.data())
def test_carets_stand_under_what_they_mean_in_a_line_that_is_cut(
    units: list[str], width: int, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(units) - 1))
    row, carets = rows(units, first, first + 1, width)
    unit = units[first]
    shown = "    " if unit == "\t" else terminal(unit)
    assert len(carets.lstrip(" ")) == UNITS[unit]
    column = len(carets) - UNITS[unit]
    assert from_column(row, column).startswith(shown)


def from_column(row: str, column: int) -> str:
    """What a terminal shows of a row from a column on."""
    rest = list(iter_graphemes(row))
    while column > 0:
        column -= wcswidth(rest.pop(0))
    assert column == 0
    return "".join(rest)


def test_the_cells_of_the_units_are_those_of_wcwidth() -> None:
    for unit, cells in UNITS.items():
        shown = "    " if unit == "\t" else terminal(unit)
        assert sum(map(wcswidth, iter_graphemes(shown))) == cells
