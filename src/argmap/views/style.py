"""How a diagram looks: the one home of shapes, lines, arrowheads, colours and type.

Kinds of statement differ in shape and kinds of step in line and arrowhead, so that nothing depends
on colour. A theme adds the colours. Those of `light` are tints and shades of hues that people with
any kind of colour vision can tell apart (Okabe and Ito 2008, Color Universal Design); `dark` has
the same hues the other way round; `print` is black on white, with no ground that takes ink.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from attrs import frozen

from argmap.model import Kind, Position
from argmap.views.evaluation import Change, Mark, Word

#: The only font whose widths every layout engine knows; where it is missing, one of the same widths
#: (Liberation Sans, Arimo) takes its place.
FONT = "Arial"
#: In points: 14.7 and 12 pixels at natural size.
SIZE = 11
SMALL_SIZE = 9
TITLE_SIZE = 12


@frozen
class Shape:
    """How statements of one kind are drawn: the Graphviz shape, and the style of its outline."""

    shape: str
    outline: str


@frozen
class Line:
    """How steps of one sort are drawn."""

    #: What a stylesheet knows it by.
    name: str
    #: What it does, in a word or two.
    meaning: str
    #: The word in the joint of each such step; None where the arrow speaks for itself.
    word: str | None
    stroke: str
    width: float
    head: str


SHAPES: Mapping[Kind, Shape] = MappingProxyType(
    {
        Kind.CONCLUSION: Shape("box", "rounded,filled"),
        Kind.CLAIM: Shape("tab", "filled"),
        Kind.PREMISE: Shape("box", "filled"),
        Kind.ASSUMPTION: Shape("box", "filled,dashed"),
        Kind.EVIDENCE: Shape("note", "filled"),
    }
)
#: What an outline is that is no whole line.
BROKEN_STROKES = frozenset({"dashed", "dotted"})
#: A main conclusion has a second outline, and both are heavier.
MAIN_WIDTH = 1.5

#: A name that nothing goes by stands in a frame of dots.
UNDEFINED = Shape("box", "filled,dotted")
#: A section that is drawn closed.
CLOSED = Shape("folder", "filled")


class Sort(Enum):
    """A step as a diagram tells it apart."""

    SUPPORT = Line("support", "is a reason for", None, "solid", 1.1, "normal")
    BACKING = Line("backing", "backs the step", "backing", "dashed", 1.1, "vee")
    ATTACK = Line("attack", "is an objection to", "against", "bold", 2.0, "tee")
    UNDERCUT = Line("undercut", "is an exception to", "unless", "dashed", 1.6, "box")
    CONCESSION = Line("concession", "is conceded", "despite", "dotted", 1.6, "odot")


#: From a statement to its second mention.
MENTION = Line("mention", "is said again", "again", "dotted", 1.0, "none")


@frozen
class Look:
    """How an evaluation changes the outline of a box and the line of a step."""

    #: The stroke of either; None where it stays as it is.
    stroke: str | None = None
    #: Of the outline of a box, and of a line; None where they stay as they are.
    box_width: float | None = None
    line_width: float | None = None
    #: Whether what is there has no ground, and the colours of what has fallen.
    faded: bool = False


LOOKS: Mapping[Word | Change, Look] = MappingProxyType(
    {
        Word.ESTABLISHED: Look(),
        Word.UNDECIDED: Look("dashed"),
        Word.NOT_ESTABLISHED: Look("dotted", 1.4, 1.1, faded=True),
        Change.FALLS: Look("dashed", 2.4, 1.1, faded=True),
        Change.RISES: Look(None, 2.8, 2.2),
        Change.TAKEN: Look("dashed", 1.0, 1.1, faded=True),
    }
)
_PLAIN = Look()


def look_of(mark: Mark) -> Look:
    """Return how an evaluation shows. A strength shows as the width of an outline.

    >>> look_of(Mark(word=Word.ESTABLISHED, strength=0.5)).box_width
    1.75
    """
    told = mark.change or mark.word
    look = LOOKS[told] if told else _PLAIN
    if mark.strength is None or look.box_width is not None:
        return look
    return Look(look.stroke, 0.5 + 2.5 * mark.strength, look.line_width, look.faded)


@frozen
class Paint:
    """The colours of a box: of its ground and its outline."""

    fill: str
    line: str


@frozen
class Theme:
    """The colours of a diagram."""

    paper: str
    ink: str
    faint_ink: str
    #: Of the frames of sections.
    frame: str
    boxes: Mapping[Kind, Paint]
    undefined: Paint
    closed: Paint
    #: Of what an evaluation has made fall: its boxes and lines. Its words have the faint ink.
    fallen: Paint
    #: Of the lines and joints of steps, and of the words in them.
    steps: Mapping[Sort, str]
    mention: str


LIGHT = Theme(
    paper="#FFFFFF",
    ink="#1A1A1A",
    faint_ink="#4D4D4D",
    frame="#868E96",
    boxes={
        Kind.CONCLUSION: Paint("#D9EAF7", "#00598C"),
        Kind.CLAIM: Paint("#EBEFF3", "#44546A"),
        Kind.PREMISE: Paint("#FFFFFF", "#4A4A4A"),
        Kind.ASSUMPTION: Paint("#FDF0D0", "#8A5A00"),
        Kind.EVIDENCE: Paint("#DBF1E8", "#006B4E"),
    },
    undefined=Paint("#FFFFFF", "#A6421B"),
    closed=Paint("#F3F4F6", "#4D4D4D"),
    fallen=Paint("#FFFFFF", "#6B6B6B"),
    steps={
        Sort.SUPPORT: "#333333",
        Sort.BACKING: "#333333",
        Sort.ATTACK: "#A6421B",
        Sort.UNDERCUT: "#7B3A6B",
        Sort.CONCESSION: "#A6421B",
    },
    mention="#4D4D4D",
)
DARK = Theme(
    paper="#16191D",
    ink="#F1F3F5",
    faint_ink="#C9CED4",
    frame="#7D8790",
    boxes={
        Kind.CONCLUSION: Paint("#123A57", "#7CC4F2"),
        Kind.CLAIM: Paint("#2C333B", "#AEBBCB"),
        Kind.PREMISE: Paint("#16191D", "#C4C9CE"),
        Kind.ASSUMPTION: Paint("#453308", "#EDBE55"),
        Kind.EVIDENCE: Paint("#0C3F30", "#5FD3AC"),
    },
    undefined=Paint("#16191D", "#FF9A70"),
    closed=Paint("#23282E", "#C9CED4"),
    fallen=Paint("#16191D", "#8F98A1"),
    steps={
        Sort.SUPPORT: "#D5D9DD",
        Sort.BACKING: "#D5D9DD",
        Sort.ATTACK: "#FF9A70",
        Sort.UNDERCUT: "#E6A5D6",
        Sort.CONCESSION: "#FF9A70",
    },
    mention="#C9CED4",
)
_BLACK = Paint("#FFFFFF", "#000000")
PRINT = Theme(
    paper="#FFFFFF",
    ink="#000000",
    faint_ink="#000000",
    frame="#6B6B6B",
    boxes=dict.fromkeys(Kind, _BLACK),
    undefined=_BLACK,
    closed=_BLACK,
    fallen=Paint("#FFFFFF", "#6B6B6B"),
    steps=dict.fromkeys(Sort, "#000000"),
    mention="#000000",
)
THEMES: Mapping[str, Theme] = MappingProxyType({"light": LIGHT, "dark": DARK, "print": PRINT})


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
