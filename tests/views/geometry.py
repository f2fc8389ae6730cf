"""Reading the boxes and words of a picture out of its SVG."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?[0-9.]+")

# Widths of Helvetica and Arial, in thousandths of the size, from the space to the tilde.
_WIDTHS = [
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
]


class Rectangle(NamedTuple):
    """Left, top, right and bottom; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rectangle) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Rectangle, slack: float) -> bool:
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Word(NamedTuple):
    """A line of text: what it says, where it stands, and its size in CSS pixels."""

    text: str
    place: Rectangle
    pixels: float


class Drawn(NamedTuple):
    """A node, or an edge that bears a word."""

    name: str
    box: Rectangle
    words: list[Word]


class Picture(NamedTuple):
    """What a reader sees, in the units of the drawing, the top left corner being 0, 0."""

    #: Width and height in CSS pixels.
    width: float
    height: float
    #: CSS pixels in a unit.
    scale: float
    statements: list[Drawn]
    joints: list[Drawn]
    #: The words on lines.
    words: list[Word]


def picture(svg: str) -> Picture:
    """Read a finished picture."""
    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    units = float(root.get("viewBox", "").split()[2])
    graph = root.find(f"{SVG}g")
    assert graph is not None
    moved = re.search(r"translate\(([-0-9.]+)[ ,]([-0-9.]+)\)", graph.get("transform", ""))
    assert moved is not None
    at = float(moved[1]), float(moved[2])
    scale = width / units
    found = Picture(width, height, scale, [], [], [])
    for group in root.iter(f"{SVG}g"):
        names = group.get("class", "").split()
        if "node" in names:
            kinds = found.statements if "argmap-statement" in names else found.joints
            kinds.append(_drawn(group, at, scale))
        elif "edge" in names:
            found.words.extend(_word(text, at, scale) for text in group.iter(f"{SVG}text"))
    return found


def _drawn(group: ElementTree.Element, at: tuple[float, float], scale: float) -> Drawn:
    points: list[tuple[float, float]] = []
    words: list[Word] = []
    for element in group:
        if element.tag in (f"{SVG}polygon", f"{SVG}polyline", f"{SVG}path"):
            corners = element.get("points") or element.get("d") or ""
            numbers = [float(number) for number in _NUMBER.findall(corners)]
            points += zip(numbers[::2], numbers[1::2], strict=True)
        elif element.tag == f"{SVG}ellipse":
            x, y, rx, ry = (float(element.get(name, "")) for name in ("cx", "cy", "rx", "ry"))
            points += [(x - rx, y - ry), (x + rx, y + ry)]
        elif element.tag == f"{SVG}text":
            words.append(_word(element, at, scale))
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    box = Rectangle(left + at[0], top + at[1], right + at[0], bottom + at[1])
    return Drawn(group.get("id", ""), box, words)


def _word(element: ElementTree.Element, at: tuple[float, float], scale: float) -> Word:
    text = element.text or ""
    size = float(element.get("font-size", ""))
    x, y = float(element.get("x", "")) + at[0], float(element.get("y", "")) + at[1]
    long = sum(_WIDTHS[ord(c) - 32] if " " <= c <= "~" else 1000 for c in text) * size / 1000
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")] * long
    return Word(text, Rectangle(left, y - size * 0.75, left + long, y + size * 0.2), size * scale)
