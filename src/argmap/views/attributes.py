"""The style of a diagram as attributes of DOT."""

from __future__ import annotations

from wcwidth import wcwidth

from argmap.escape import dot
from argmap.model import Kind
from argmap.views import style
from argmap.views.style import Line, Shape, Sort
from argmap.views.wrapping import width

GRAPH = {
    "ordering": "out",
    "newrank": "true",
    "nodesep": "0.14",
    "bgcolor": style.PAPER,
    "fontname": style.FONT,
    "fontsize": str(style.TITLE_SIZE),
    "fontcolor": style.INK,
}
#: How far ranks stand apart: lines between rows need more room than lines between columns.
COLUMNS = {"ranksep": "0.34"}
ROWS = {"ranksep": "0.45"}
#: For the engine to look less hard for the best places.
HASTY = {"nslimit": "0.1", "mclimit": "0.1", "splines": "line"}

# Between the words in a box and its sides, in inches.
_MARGIN = 0.11
NODE = {
    "fontname": style.FONT,
    "fontsize": str(style.SIZE),
    "fontcolor": style.INK,
    "margin": f"{_MARGIN},0.07",
    "style": "filled",
}

EDGE = {
    "dir": "back",
    "arrowtail": "none",
    "arrowsize": "0.75",
    "fontname": style.FONT,
    "labelfontsize": str(style.SMALL_SIZE),
    "labeldistance": "2.5",
    "labelangle": "20",
}

FRAME = f'labeljust=l margin=12 style=rounded color="{style.FRAME}"'


def left_aligned(lines: list[str]) -> str:
    r"""Return lines as a label of DOT.

    >>> print(left_aligned(['Say "no"', "or yes."]))
    Say \"no\"\lor yes.\l
    """
    return "".join(f"{dot(line)}\\l" for line in lines)


def least_width(lines: list[str]) -> str:
    """Return how wide a box must be for lines with wide characters; else nothing.

    An engine without fonts takes these characters for narrower than they are.
    """
    if all(map(str.isascii, lines)):
        return ""
    wide = [sum(wcwidth(letter) > 1 for letter in line) for line in lines]
    if not any(wide):
        return ""
    ems = max(n + 0.6 * (width(line) - 2 * n) for n, line in zip(wide, lines, strict=True))
    return f" width={ems * style.SIZE / 72 + 2 * _MARGIN:.2f}"


def tooltip(text: str) -> str:
    """Return a text as a tooltip of DOT, in which Graphviz reads backslashes twice."""
    return dot(text.replace("\\", "\\\\"))


def _box(shape: Shape) -> str:
    return (
        f'shape={shape.shape} style="{shape.outline}" fillcolor="{shape.fill}" color="{shape.line}"'
    )


STATEMENTS: dict[Kind, str] = {kind: _box(shape) for kind, shape in style.SHAPES.items()}
MAIN: dict[Kind, str] = {
    kind: f"{box} peripheries=2 penwidth={style.MAIN_WIDTH}" for kind, box in STATEMENTS.items()
}
UNDEFINED = _box(style.UNDEFINED)


def joint(line: Line, words: list[str], *, linked: bool) -> str:
    """Return the attributes of a joint: a small box with words, or a dot, larger if linked."""
    if not words:
        size = 0.09 if linked else 0.03
        return (
            f'label="" shape=circle fillcolor="{line.colour}" color="{line.colour}"'
            f" width={size} height={size}"
        )
    label = "\\n".join(map(dot, words))
    return (
        f'label="{label}" shape=box style="rounded,filled" fillcolor="{style.PAPER}"'
        f' color="{line.colour}" fontcolor="{style.FAINT_INK}" fontsize={style.SMALL_SIZE}'
        f' margin="0.05,0.03" width=0 height=0 penwidth=0.7'
    )


def _stroke(line: Line, style_of_line: str) -> str:
    return f'color="{line.colour}" style={style_of_line} penwidth={line.width}'


LINES: dict[Sort, str] = {
    sort: f'class="argmap-{sort.value.name}" {_stroke(sort.value, sort.value.stroke)}'
    for sort in Sort
}
MENTION = f'class="argmap-mention" {_stroke(style.MENTION, style.MENTION.stroke)}'
#: A line that is a step by itself, without a joint.
PLAIN_STEPS: dict[Sort, str] = {
    sort: f'class="argmap-step argmap-{sort.value.name}" {_stroke(sort.value, sort.value.stroke)}'
    for sort in Sort
}
#: A line to what is taken for granted.
ASSUMED: dict[Sort, str] = {
    sort: f'class="argmap-{sort.value.name} argmap-assumed" {_stroke(sort.value, "dotted")}'
    for sort in Sort
}
