"""The style of a diagram as attributes of DOT."""

from __future__ import annotations

from functools import cache

from wcwidth import wcwidth

from argmap.escape import dot
from argmap.model import Kind
from argmap.views import style
from argmap.views.evaluation import Mark
from argmap.views.style import Line, Paint, Shape, Sort, Theme, look_of
from argmap.views.wrapping import width

#: How far ranks stand apart: lines between rows need more room than lines between columns.
COLUMNS = {"ranksep": "0.34"}
ROWS = {"ranksep": "0.45"}
#: For the engine to look less hard for the best places.
HASTY = {"nslimit": "0.1", "mclimit": "0.1", "splines": "line"}

# Between the words in a box and its sides, in inches.
_MARGIN = 0.11


def left_aligned(lines: list[str]) -> str:
    r"""Return lines as a label of DOT.

    >>> print(left_aligned(['Say "no"', "or yes."]))
    Say \"no\"\lor yes.\l
    """
    return "".join(f"{dot(line)}\\l" for line in lines)


def right_aligned(lines: list[str]) -> str:
    r"""Return lines as the end of a label of DOT.

    >>> print(right_aligned(["+3 reasons below"]))
    +3 reasons below\r
    """
    return "".join(f"{dot(line)}\\r" for line in lines)


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


class Attributes:
    """What a theme comes to in DOT."""

    def __init__(self, theme: Theme) -> None:
        """Write down what is the same for every node and edge of a kind."""
        self._theme = theme
        self.graph = {
            "ordering": "out",
            "newrank": "true",
            "nodesep": "0.14",
            "bgcolor": theme.paper,
            "fontname": style.FONT,
            "fontsize": str(style.TITLE_SIZE),
            "fontcolor": theme.ink,
        }
        self.node = {
            "fontname": style.FONT,
            "fontsize": str(style.SIZE),
            "fontcolor": theme.ink,
            "margin": f"{_MARGIN},0.07",
            "style": "filled",
        }
        self.edge = {
            "dir": "back",
            "arrowtail": "none",
            "arrowsize": "0.75",
            "fontname": style.FONT,
            "labelfontsize": str(style.SMALL_SIZE),
            "labeldistance": "2.5",
            "labelangle": "20",
        }
        self.frame = f'labeljust=l margin=12 style=rounded color="{theme.frame}"'
        self.statements = {
            kind: _box(shape, theme.boxes[kind]) for kind, shape in style.SHAPES.items()
        }
        self.main = {
            kind: f"{box} peripheries=2 penwidth={style.MAIN_WIDTH}"
            for kind, box in self.statements.items()
        }
        self.undefined = _box(style.UNDEFINED, theme.undefined)
        self.closed = _box(style.CLOSED, theme.closed)
        strokes = {sort: _stroke(sort.value, sort.value.stroke, theme.steps[sort]) for sort in Sort}
        self.lines = {
            sort: f'class="argmap-{sort.value.name}" {stroke}' for sort, stroke in strokes.items()
        }
        #: A line that is a step by itself, without a joint.
        self.plain_steps = {
            sort: f'class="argmap-step argmap-{sort.value.name}" {stroke}'
            for sort, stroke in strokes.items()
        }
        #: A line to what is taken for granted.
        self.assumed = {
            sort: f'class="argmap-{sort.value.name} argmap-assumed"'
            f" {_stroke(sort.value, 'dotted', theme.steps[sort])}"
            for sort in Sort
        }
        mention = _stroke(style.MENTION, style.MENTION.stroke, theme.mention)
        self.mention = f'class="argmap-mention" {mention}'

    def box(self, kind: Kind, mark: Mark | None, *, main: bool) -> str:
        """Return the attributes of the box of a statement, and of what an evaluation says of it."""
        plain = (self.main if main else self.statements)[kind]
        if mark is None:
            return plain
        look, shape = look_of(mark), style.SHAPES[kind]
        outline = [
            part
            for part in shape.outline.split(",")
            if not (look.stroke and part in style.BROKEN_STROKES)
        ]
        outline += [look.stroke] if look.stroke else []
        paint = self._theme.fallen if look.faded else self._theme.boxes[kind]
        width = look.box_width or (style.MAIN_WIDTH if main else None)
        return (
            _box(Shape(shape.shape, ",".join(outline)), paint)
            + (" peripheries=2" if main else "")
            + ("" if width is None else f" penwidth={width:.2g}")
            + (f' fontcolor="{self._theme.faint_ink}"' if look.faded else "")
        )

    def line(
        self, sort: Sort, mark: Mark | None, *, assumed: bool = False, plain_step: bool = False
    ) -> str:
        """Return the attributes of a line of a step, and of what an evaluation says of the step.

        Args:
            sort: how the step is told apart.
            mark: what is said of it.
            assumed: whether the line leads to what is taken for granted.
            plain_step: whether the line is the whole step, without a joint.
        """
        if mark is None:
            known = self.plain_steps if plain_step else self.assumed if assumed else self.lines
            return known[sort]
        look, line = look_of(mark), sort.value
        names = ["argmap-step"] if plain_step else []
        names += [f"argmap-{line.name}", *(["argmap-assumed"] if assumed else []), *classes(mark)]
        stroke = look.stroke or ("dotted" if assumed else line.stroke)
        colour = self._theme.fallen.line if look.faded else self._theme.steps[sort]
        width = look.line_width or line.width
        return f'class="{" ".join(names)}" color="{colour}" style={stroke} penwidth={width}'

    def word_on_line(self, sort: Sort) -> str:
        """Return the word of a sort of step at the head of its line."""
        # A cell with a ground: the line of the step itself does not cross its word.
        cell = (
            f'<table border="0" cellborder="0" cellspacing="0" cellpadding="0"'
            f' bgcolor="{self._theme.paper}"><tr><td>{sort.value.word}</td></tr></table>'
        )
        return f'headlabel=<{cell}> labelfontcolor="{self._theme.steps[sort]}"'

    def joint(self, sort: Sort, words: list[str], mark: Mark | None = None, *, linked: bool) -> str:
        """Return the attributes of a joint: a small box with words, or a dot, larger if linked."""
        faded = mark is not None and look_of(mark).faded
        colour = self._theme.fallen.line if faded else self._theme.steps[sort]
        if words:
            return self._words(colour, words)
        size = 0.09 if linked else 0.03
        return (
            f'label="" shape=circle fillcolor="{colour}" color="{colour}"'
            f" width={size} height={size}"
        )

    def word(self, line: Line, sort: Sort | None) -> str:
        """Return the attributes of the word on a line of a sort, or to a second mention."""
        colour = self._theme.mention if sort is None else self._theme.steps[sort]
        return self._words(colour, [str(line.word)])

    def _words(self, colour: str, words: list[str]) -> str:
        label = "\\n".join(map(dot, words))
        return (
            f'label="{label}" shape=box style="rounded,filled" fillcolor="{self._theme.paper}"'
            f' color="{colour}" fontcolor="{self._theme.faint_ink}" fontsize={style.SMALL_SIZE}'
            f' margin="0.05,0.03" width=0 height=0 penwidth=0.7'
        )


def classes(mark: Mark | None) -> list[str]:
    """Return by which names a stylesheet knows what an evaluation says of something.

    >>> from argmap.views.evaluation import Word
    >>> classes(Mark(word=Word.NOT_ESTABLISHED))
    ['argmap-not-established']
    """
    said = () if mark is None else (mark.word, mark.change)
    return [f"argmap-{one.value.replace(' ', '-')}" for one in said if one is not None]


def _box(shape: Shape, paint: Paint) -> str:
    return (
        f'shape={shape.shape} style="{shape.outline}" fillcolor="{paint.fill}" color="{paint.line}"'
    )


def _stroke(line: Line, stroke: str, colour: str) -> str:
    return f'color="{colour}" style={stroke} penwidth={line.width}'


@cache
def of_theme(name: str) -> Attributes:
    """Return the attributes of a theme, by its name."""
    return Attributes(style.THEMES[name])
