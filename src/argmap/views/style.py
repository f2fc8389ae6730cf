"""How a diagram looks: the one home of shapes, lines, arrowheads, colours and type.

Kinds of statement differ in shape and kinds of step in line and arrowhead, so that nothing depends
on colour. The colours are tints and shades of hues that people with any kind of colour vision can
tell apart (Okabe and Ito 2008, Color Universal Design).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from attrs import frozen

from argmap.model import Kind, Position

#: The only font whose widths every layout engine knows; where it is missing, one of the same widths
#: (Liberation Sans, Arimo) takes its place.
FONT = "Arial"
#: In points: 14.7 and 12 pixels at natural size.
SIZE = 11
SMALL_SIZE = 9
TITLE_SIZE = 12

PAPER = "#FFFFFF"
INK = "#1A1A1A"
FAINT_INK = "#4D4D4D"
FRAME = "#868E96"


@frozen
class Shape:
    """How statements of one kind are drawn."""

    #: The Graphviz shape, and the style of its outline.
    shape: str
    outline: str
    fill: str
    line: str


@frozen
class Line:
    """How steps of one sort are drawn."""

    #: What a stylesheet knows it by.
    name: str
    #: What it does, in a word or two.
    meaning: str
    #: The word in the joint of each such step; None where the arrow speaks for itself.
    word: str | None
    colour: str
    stroke: str
    width: float
    head: str


SHAPES: Mapping[Kind, Shape] = MappingProxyType(
    {
        Kind.CONCLUSION: Shape("box", "rounded,filled", "#D9EAF7", "#00598C"),
        Kind.CLAIM: Shape("tab", "filled", "#EBEFF3", "#44546A"),
        Kind.PREMISE: Shape("box", "filled", "#FFFFFF", "#4A4A4A"),
        Kind.ASSUMPTION: Shape("box", "filled,dashed", "#FDF0D0", "#8A5A00"),
        Kind.EVIDENCE: Shape("note", "filled", "#DBF1E8", "#006B4E"),
    }
)
#: A main conclusion has a second outline, and both are heavier.
MAIN_WIDTH = 1.5

#: A name that nothing goes by stands in a frame of dots.
UNDEFINED = Shape("box", "filled,dotted", "#FFFFFF", "#A6421B")


class Sort(Enum):
    """A step as a diagram tells it apart."""

    SUPPORT = Line("support", "is a reason for", None, "#333333", "solid", 1.1, "normal")
    BACKING = Line("backing", "backs the step", "backing", "#333333", "dashed", 1.1, "vee")
    ATTACK = Line("attack", "is an objection to", "against", "#A6421B", "bold", 2.0, "tee")
    UNDERCUT = Line("undercut", "is an exception to", "unless", "#7B3A6B", "dashed", 1.6, "box")
    CONCESSION = Line("concession", "is conceded", "despite", "#A6421B", "dotted", 1.6, "odot")


#: From a statement to its second mention.
MENTION = Line("mention", "is said again", "again", FAINT_INK, "dotted", 1.0, "none")


def sort_of(position: Position, *, on_a_step: bool) -> Sort:
    """Return how a step in a position is drawn; an answer attacks a step or a statement.

    >>> sort_of(Position.ANSWER, on_a_step=True).name
    'UNDERCUT'
    """
    if position is Position.ANSWER:
        return Sort.UNDERCUT if on_a_step else Sort.ATTACK
    return _SORTS[position]


_SORTS = {
    Position.BECAUSE: Sort.SUPPORT,
    Position.BACKING: Sort.BACKING,
    Position.AGAINST: Sort.ATTACK,
    Position.UNLESS: Sort.UNDERCUT,
    Position.DESPITE: Sort.CONCESSION,
}
