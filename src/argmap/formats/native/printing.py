"""Printing the tree of a map file in canonical spacing; `formatting` says what that is."""

from __future__ import annotations

import re

from argmap.formats.native import scalars
from argmap.formats.native.comments import Comment
from argmap.formats.native.concrete import Collection, Node, Scalar, hoist
from argmap.formats.native.scalars import WIDTH
from argmap.formats.native.write import PARTS, STEP, needs_question_mark

# So near a comment stays behind its line, wherever that ends; others stay in their column.
_NEAR = 2
# Behind a plain text the reader takes this for a piece of the text that YAML cut off.
_CUT_OFF = re.compile(r"#[^\W_]")


def printed(root: Collection) -> str:
    """Return the text of a map file."""
    printer = _Printer()
    printer.comments_above(root, 0, at_start=True)
    printer.comments_below(root.inside, 0)
    printer.entries(root, 0, spaced=PARTS, within="statements")
    printer.comments_below([*root.closing, *root.behind], 0)
    return "\n".join(printer.lines) + "\n"


def one_line(node: Scalar, *, flow: bool = False) -> str:
    """Return a scalar on one line: as its author wrote it, if it is on one already."""
    value = node.value
    if "\n" in node.written:
        if node.style == '"':
            return scalars.quoted(value)
        if node.style == "'" and "\n" not in value:
            return "'" + value.replace("'", "''") + "'"
    elif node.style or not (value in ("-", "?") or value.endswith(":")):
        return node.written
    # In block style some plain scalars of flow style would be read as something else.
    return scalars.inline(value, flow=flow, data=True)


def flat(node: Node) -> str | None:
    """Return a scalar or a collection in brackets on one line; None if it holds comments."""
    if isinstance(node, Scalar):
        return one_line(node, flow=True)
    assert isinstance(node, Collection)
    if not node.flow or node.inside or node.closing:
        return None
    parts: list[str] = []
    for key, value in node.entries:
        written = flat(value)
        if written is None or value.before or value.behind or (key and (key.before or key.behind)):
            return None
        parts.append(f"{_name(key, flow=True)}: {written}" if key else written)
    inner = ", ".join(parts)
    return f"{{{inner}}}" if node.is_mapping else f"[{inner}]"


def _name(key: Scalar, *, flow: bool = False) -> str:
    """Return a key on one line; one that is left empty cannot stand in front of a colon."""
    return one_line(key, flow=flow) or '""'


class _Printer:
    """Writes a tree, line by line.

    A value stands behind a head, which is all that stands before it on its line (`  key:`, `  -`),
    or, without one, on a line of its own.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        #: Whether the last line can take a comment, and the plain text that it ends with.
        self._open = False
        self._plain = ""
        #: The comment that stands behind the last line, and the column it was given.
        self._last: Comment | None = None
        self._column = 0

    # Collections

    def entries(
        self,
        node: Collection,
        indent: int,
        *,
        spaced: frozenset[str] | None = frozenset(),
        within: str | None = None,
    ) -> None:
        """Append the entries of a mapping or the items of a list.

        Args:
            node: the collection.
            indent: where they begin.
            spaced: keys that a blank line parts from what stands around them; None for all.
            within: the key, if there is one, whose entries are all spaced.
        """
        was_tall = was_spaced = False
        for position, (key, value) in enumerate(node.entries):
            start = len(self.lines)
            first = key or value
            self.comments_above(first, indent, at_start=position == 0)
            has_blank = "" in self.lines[start:]
            if key:
                self._keyed(key, value, indent, all_spaced=key.value == within)
            else:
                self._value(f"{' ' * indent}-", value, indent + STEP)
            is_tall = sum(1 for line in self.lines[start:] if line) > 1
            is_spaced = spaced is None or (key is not None and key.value in spaced)
            if position and (is_spaced or was_spaced) and (is_tall or was_tall) and not has_blank:
                self.lines.insert(start, "")
            was_tall, was_spaced = is_tall, is_spaced

    def _keyed(self, key: Scalar, value: Node, indent: int, *, all_spaced: bool) -> None:
        """Append a key and its value."""
        margin = " " * indent
        name = _name(key)
        head: str | None = f"{margin}{name}:"
        if needs_question_mark(key.value, name, indent):
            self._scalar(f"{margin}?", key, indent + STEP)
            hoist(value)
            self.comments_below(value.before, indent)
            head = f"{margin}:"
        elif key.behind or value.before:
            self._line(f"{margin}{name}:")
            self._comments_behind(key.behind, indent + STEP)
            self.comments_above(value, indent + STEP, at_start=True)
            head = None
        spaced: frozenset[str] | None = None if all_spaced else frozenset()
        self._value(head, value, indent + STEP, spaced=spaced)

    def _value(
        self,
        head: str | None,
        node: Node,
        indent: int,
        *,
        spaced: frozenset[str] | None = frozenset(),
    ) -> None:
        """Append a value behind its head; what does not fit there is indented below it."""
        if isinstance(node, Scalar):
            self._scalar(head, node, indent)
            return
        assert isinstance(node, Collection)
        before = " " * indent if head is None else f"{head} "
        short = flat(node)
        if short is not None and (len(before) + len(short) <= WIDTH or not node.entries):
            self._line(before + short)
            self._comments_behind(node.behind, indent - STEP)
            return
        sign = None if head is None else head.strip()
        if short is not None and sign not in (None, "-", ":"):
            node.inside, node.behind = node.behind, []  # what it says, it says of the whole
        if head is not None and sign != "-":
            self._line(head)
        self._comments_behind(node.inside, indent)
        start = len(self.lines)
        self.entries(node, indent, spaced=spaced)
        if sign == "-":
            self.lines[start] = before + self.lines[start][indent:]
        self.comments_below(node.closing, indent)
        self._comments_behind(node.behind, indent, moved=True)

    # Scalars

    def _scalar(self, head: str | None, node: Scalar, indent: int) -> None:
        """Append a scalar behind its head, and the comments behind it."""
        if not node.written:
            if head is not None:
                self._line(head)
            return
        before = " " * indent if head is None else f"{head} "
        first, *others = lines_of(node, len(before), indent)
        self._line(before + first)
        if others and first[0] in "|>":  # a comment ends its first line
            self._comments_behind(node.behind[:1], indent)
            self.lines.extend(others)
            self._open = False
            self.comments_below(node.behind[1:], indent - STEP)
            return
        self.lines.extend(others)
        if not others and first[0] not in "'\"":
            self._plain = node.value
        self._comments_behind(node.behind, indent - STEP)

    # Lines and comments

    def _line(self, line: str) -> None:
        self.lines.append(line)
        self._open = True
        self._plain = ""
        self._last = None

    def comments_above(self, node: Node, indent: int, *, at_start: bool) -> None:
        """Append the comments above an entry, and its blank lines; at the start it needs none."""
        self.comments_below(node.before, indent, at_start=at_start)
        if node.blank and (node.before or not at_start):
            self.lines.append("")

    def comments_below(
        self, comments: list[Comment], indent: int, *, at_start: bool = False
    ) -> None:
        """Append comments on lines of their own."""
        for position, comment in enumerate(comments):
            if comment.blank and not (at_start and position == 0):
                self.lines.append("")
            self.lines.append(" " * indent + comment.text)
            self._open = False

    def _comments_behind(
        self, comments: list[Comment], indent: int, *, moved: bool = False
    ) -> None:
        """Append comments to the last line, if it can take one, else below it.

        Args:
            comments: the comments.
            indent: where they begin below it.
            moved: whether they stood behind a bracket that is gone.
        """
        for comment in comments:
            near = comment.direct and not moved
            if self._open and not comment.own and (near or not self._looks_cut_off(comment)):
                length = len(self.lines[-1])
                gap = comment.gap if comment.gap <= _NEAR else comment.column - length
                self._column = length + max(gap, 1)
                self.lines[-1] = self.lines[-1].ljust(self._column) + comment.text
                self._open = False
                self._last = comment
            elif self._last is not None and comment.continues(self._last):
                self.lines.append(" " * self._column + comment.text)
            else:
                self._last = None
                self.comments_below([comment], indent)

    def _looks_cut_off(self, comment: Comment) -> bool:
        """Return whether the reader would refuse a comment that stood behind something else."""
        odd_quote = self._plain.count('"') % 2 == 1
        suspect = odd_quote or _CUT_OFF.match(comment.text)
        return bool(self._plain and suspect)


def lines_of(node: Scalar, column: int, indent: int) -> list[str]:
    """Return a scalar as the rest of a line and the lines that follow.

    Args:
        node: the scalar.
        column: how many characters stand before it on its first line.
        indent: by how many spaces the lines that follow are indented.
    """
    if node.style in ("|", ">"):
        return _block(node, indent)
    short = one_line(node)
    is_one_word = "\n" not in node.written + node.value and " " not in node.value
    if column + len(short) <= WIDTH or is_one_word:
        return [short]
    return scalars.lines(node.value, column, indent, data=True)


def _block(node: Scalar, indent: int) -> list[str]:
    """Return a literal or folded text with its lines as they are, but where they are too long."""
    value = node.value
    if not value.strip() or value.endswith("\n\n"):  # blank lines at the end are better seen
        return scalars.lines(value, indent, indent, data=True)
    header, *lines = node.written.split("\n")
    indicator = STEP if value.lstrip("\n")[0] in " \t" else ""
    if node.style == "|":
        lines = value.removesuffix("\n").split("\n")
    elif indicator or any(digit in header.partition("#")[0] for digit in "123456789"):
        return scalars.folded(value, indent) or scalars.lines(value, indent, indent, data=True)
    else:
        width = min(len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" "))
        lines = [line[width:] for line in lines]
    too_long = any(indent + len(line) > WIDTH for line in lines)
    ragged = node.style == ">" and any(line.endswith(" ") for line in lines)
    if (too_long or ragged) and (folded := scalars.folded(value, indent)):
        return folded
    chomping = "" if value.endswith("\n") else "-"
    margin = " " * indent
    return [
        f"{node.style}{indicator}{chomping}",
        *(f"{margin}{line}" if line else "" for line in lines),
    ]
