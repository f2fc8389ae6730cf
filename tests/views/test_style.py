"""Nothing in a diagram hangs on colour, and everything stands out from what is behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from argmap.errors import UnknownName
from argmap.graphs import Graph
from argmap.model import Kind, Position
from argmap.views import style
from argmap.views.diagram import diagram
from argmap.views.evaluation import Change, Word
from argmap.views.style import Sort, sort_of
from tests.views.sample_maps import small_map


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


def grey(colour: str) -> str:
    """A colour as a copier or a grey screen gives it back (luma of Rec. 601)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02X}{level:02X}{level:02X}"


def same(colour: str) -> str:
    return colour


THEMES = pytest.mark.parametrize("theme", style.THEMES.values(), ids=list(style.THEMES))
SEEN = pytest.mark.parametrize("seen", [same, grey])


def boxes(theme: style.Theme) -> list[style.Paint]:
    return [*theme.boxes.values(), theme.undefined, theme.closed, theme.fallen]


@SEEN
@THEMES
def test_text_on_every_fill_and_every_outline_stand_out(
    theme: style.Theme, seen: Callable[[str], str]
) -> None:
    for paint in boxes(theme):
        ink = theme.faint_ink if paint is theme.fallen else theme.ink
        assert contrast(seen(ink), seen(paint.fill)) >= 7
        assert contrast(seen(paint.line), seen(paint.fill)) >= 3
        assert contrast(seen(paint.line), seen(theme.paper)) >= 3


@SEEN
@THEMES
def test_every_line_and_word_stands_out(theme: style.Theme, seen: Callable[[str], str]) -> None:
    assert theme.boxes.keys() == set(Kind)
    assert theme.steps.keys() == set(Sort)
    lines = (*theme.steps.values(), theme.mention, theme.fallen.line)
    for colour in (*lines, theme.faint_ink, theme.ink):
        assert contrast(seen(colour), seen(theme.paper)) >= 4.5
    assert contrast(seen(theme.frame), seen(theme.paper)) >= 3


def test_the_dark_theme_is_dark_and_print_has_no_ground_and_no_colour() -> None:
    assert luminance(style.DARK.paper) < 0.02
    assert all(luminance(paint.fill) < 0.2 for paint in boxes(style.DARK))
    theme = style.PRINT
    assert {theme.paper, *(paint.fill for paint in boxes(theme))} == {"#FFFFFF"}
    inks = {theme.ink, theme.faint_ink, theme.frame, theme.mention, *theme.steps.values()}
    assert all(colour == grey(colour) for colour in inks)


def test_no_two_kinds_differ_by_colour_alone() -> None:
    """Boxes differ in shape or outline, lines in arrowhead and in stroke, whatever the theme."""
    assert set(style.SHAPES) == set(Kind)
    looks = [*style.SHAPES.values(), style.UNDEFINED, style.CLOSED]
    assert len({(shape.shape, shape.outline) for shape in looks}) == len(looks)
    every = [*(sort.value for sort in Sort), style.MENTION]
    for line, another in combinations(every, 2):
        assert line.head != another.head
        assert (line.stroke, line.width) != (another.stroke, another.width)
    assert sum(line.word is None for line in every) == 1
    assert len({line.word for line in every}) == len(every)


def test_no_two_standings_differ_by_colour_alone() -> None:
    """What stands and what does not differ in outline, and in words besides."""
    assert set(style.LOOKS) == {*Word, *Change}
    outlines = {(look.stroke, look.box_width) for look in style.LOOKS.values()}
    assert len(outlines) == len(style.LOOKS)
    spoken = {one.value for one in style.LOOKS}
    assert len(spoken) == len(style.LOOKS)
    faded = {one for one, look in style.LOOKS.items() if look.faded}
    assert faded == {Word.NOT_ESTABLISHED, Change.FALLS, Change.TAKEN}


@pytest.mark.parametrize("name", style.THEMES)
def test_each_theme_reaches_the_diagram_and_nothing_but_colours_differs(name: str) -> None:
    m = small_map()
    wish: dict[str, Any] = {"theme": name, "legend": True}
    drawn = diagram(m, Graph(m), **wish).dot
    colours = set(re.findall("#[0-9A-Fa-f]{6}", drawn))
    theme = style.THEMES[name]
    paints = [value for paint in boxes(theme) for value in (paint.fill, paint.line)]
    own = {theme.paper, theme.ink, theme.faint_ink, theme.frame, theme.mention}
    assert colours <= own | set(paints) | set(theme.steps.values())
    assert theme.paper in colours
    light = diagram(m, Graph(m), legend=True).dot
    assert re.sub("#[0-9A-F]{6}", "", drawn) == re.sub("#[0-9A-F]{6}", "", light)


def test_a_theme_that_there_is_not() -> None:
    m = small_map()
    with pytest.raises(UnknownName, match=r"there is no theme 'drak'; did you mean .dark."):
        diagram(m, Graph(m), theme="drak")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match=r"no way to fold 'x'; there are auto, never, sections"):
        diagram(m, Graph(m), fold="x")  # type: ignore[arg-type]


def test_no_label_is_under_eleven_pixels() -> None:
    assert min(style.SIZE, style.SMALL_SIZE, style.TITLE_SIZE) * 4 / 3 >= 11


def test_every_position_has_a_sort() -> None:
    for position in Position:
        assert sort_of(position, on_a_step=False) in Sort
    assert sort_of(Position.ANSWER, on_a_step=False) is Sort.ATTACK
    assert sort_of(Position.ANSWER, on_a_step=True) is Sort.UNDERCUT
