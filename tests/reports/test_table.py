"""Tables: columns that line up, whatever stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.reports.cells import cells, pieces
from argmap.reports.page import Page
from argmap.reports.table import bar, table
from tests.hostile.running import assert_harmless
from tests.reports.texts import words

FREE = Page.of(color=False, width=None, encoding="utf-8")
NARROW = Page.of(color=False, width=40, encoding="utf-8")


def test_wide_characters_count_double() -> None:
    rows = [["渡船", "in"], ["ferry", "out"]]
    assert table(["A", "B"], rows, FREE) == "A      B\n渡船   in\nferry  out\n"


def test_an_empty_column_is_left_out() -> None:
    rows = [["ferry", "", "in"], ["cost", "", "out"]]
    assert table(["A", "B", "C"], rows, FREE) == "A      C\nferry  in\ncost   out\n"


def test_nothing_in_any_column() -> None:
    assert table(["A", "B"], [], FREE) == ""


def test_a_cell_that_is_too_wide_pushes_its_row_alone() -> None:
    long = "x" * 41
    rows = [[long, "in"], ["ferry", "out"]]
    assert table(["A", "B"], rows, FREE) == f"A      B\n{long}  in\nferry  out\n"


def test_the_last_column_is_broken_to_fit() -> None:
    rows = [["ferry", "one two three four five six seven eight nine"]]
    assert table(["A", "B"], rows, NARROW) == (
        "A      B\nferry  one two three four five six seven\n       eight nine\n"
    )


def test_a_last_column_without_room_is_not_broken() -> None:
    rows = [["x" * 35, "one two three four"]]
    assert table(["A", "B"], rows, NARROW).endswith(f"{'x' * 35}  one two three four\n")


@given(st.lists(st.tuples(words, words, words), min_size=1))
def test_whatever_stands_in_cells(rows: list[tuple[str, str, str]]) -> None:
    """Each row is one line, nothing in it moves the cursor, and columns begin in one place."""
    written = table(["A", "B", "C"], rows, FREE)
    assert_harmless(written)
    assert written.count("\n") in {0, len(rows) + 1}


@given(st.lists(st.tuples(words, words), min_size=1))
def test_lines_fit_where_they_can(rows: list[tuple[str, str]]) -> None:
    written = table(["A", "B"], rows, Page.of(color=False, width=80, encoding="utf-8"))
    first_column = max(sum(piece.cells for piece in pieces(first)) for first, _ in rows)
    assert first_column > 30 or all(cells(line) <= 80 for line in written.split("\n"))


@given(st.floats(0, 1))
def test_a_bar_is_as_long_as_its_share(share: float) -> None:
    drawn = bar(share, FREE, width=10)
    assert len(drawn) == 10
    assert abs(drawn.count("█") - 10 * share) <= 0.5
