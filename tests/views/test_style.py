"""Nothing in a diagram hangs on colour, and everything stands out from what is behind it."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from argmap.model import Kind, Position
from argmap.views import style
from argmap.views.style import Sort, sort_of


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    assert re.fullmatch("#[0-9A-F]{6}", colour)
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("shape", [*style.SHAPES.values(), style.UNDEFINED])
def test_text_on_every_fill_and_every_outline_stand_out(shape: style.Shape) -> None:
    assert contrast(style.INK, shape.fill) >= 7
    assert contrast(shape.line, shape.fill) >= 3
    assert contrast(shape.line, style.PAPER) >= 3


@pytest.mark.parametrize("sort", Sort)
def test_every_line_and_its_word_stand_out(sort: Sort) -> None:
    assert contrast(sort.value.colour, style.PAPER) >= 4.5


def test_small_words_and_frames_stand_out() -> None:
    assert contrast(style.FAINT_INK, style.PAPER) >= 4.5
    assert contrast(style.FRAME, style.PAPER) >= 3


def test_kinds_differ_in_shape_and_steps_in_line_and_arrowhead() -> None:
    assert set(style.SHAPES) == set(Kind)
    for one, other in combinations(style.SHAPES.values(), 2):
        assert (one.shape, one.outline) != (other.shape, other.outline)
    for line, another in combinations([sort.value for sort in Sort], 2):
        assert line.head != another.head
        assert line.stroke != another.stroke or line.width != another.width


def test_no_label_is_under_eleven_pixels() -> None:
    assert min(style.SIZE, style.SMALL_SIZE, style.TITLE_SIZE) * 4 / 3 >= 11


def test_every_position_has_a_sort() -> None:
    for position in Position:
        assert sort_of(position, on_a_step=False) in Sort
    assert sort_of(Position.ANSWER, on_a_step=False) is Sort.ATTACK
    assert sort_of(Position.ANSWER, on_a_step=True) is Sort.UNDERCUT
