"""Cutting lines, where the length of a line must not matter."""

import pytest

from argmap.reports.cells import Piece, pieces, wrapped
from argmap.reports.excerpt import Stretch, excerpt


def test_a_line_of_megabytes_is_cut_without_measuring_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A map in JSON may be one line; measuring all of it would take minutes a finding."""
    measured = []

    def measuring(text: str, encoding: str) -> list[Piece]:
        measured.append(len(text))
        return pieces(text, encoding)

    monkeypatch.setattr("argmap.reports.excerpt.pieces", measuring)
    line = "å" * 4_000_000
    found = excerpt(line, 2_000_000, 2_000_005, 60, cut="…", encoding="utf-8")
    assert sum(measured) <= 8 * 60
    assert found.shown == "…" + "å" * 58 + "…"
    assert found.stretch(2_000_000, 2_000_005).cells == 5


def test_a_place_behind_the_end_is_marked_in_the_same_excerpt_where_there_is_room() -> None:
    found = excerpt("so it is", 0, 2, 24, cut="…", encoding="utf-8")
    assert found.holds(8)
    assert found.stretch(8, 8) == Stretch(8, 1)
    assert not found.holds(9)


def test_a_place_behind_the_end_of_a_full_line_takes_an_excerpt_of_its_own() -> None:
    line = "s" * 24
    assert not excerpt(line, 0, 2, 24, cut="…", encoding="utf-8").holds(24)
    found = excerpt(line, 24, 24, 24, cut="…", encoding="utf-8")
    assert found.shown.startswith("…")
    assert found.stretch(24, 24).column < 24


def test_a_mark_that_takes_no_cell_is_marked_where_it_is_seen() -> None:
    """After a control character an accent has nothing else to stand on."""
    found = excerpt("\x07\u0301", 1, 2, 24, cut="…", encoding="utf-8")
    assert found.shown == "<U+0007>\u0301"
    assert found.stretch(1, 2) == Stretch(7, 1)
    assert excerpt("\u0301", 0, 1, 24, cut="…", encoding="utf-8").stretch(0, 1) == Stretch(0, 1)


def test_a_space_too_many_at_the_end_begins_no_line() -> None:
    assert wrapped("word word word ", 4) == ["word", "word", "word"]
