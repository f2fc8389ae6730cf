"""A map file as its author laid it out: collections, scalars where they stand, and comments.

The tree is built from the same events that the reader gets. It knows nothing of maps. Nesting is
limited by the reader, so recursion is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from attrs import Factory, define
from yaml.events import CollectionEndEvent, MappingStartEvent, ScalarEvent

from argmap.formats.native.comments import Comment, between, count_behind
from argmap.formats.native.cursor import Event


@define
class Node:
    """What scalars and collections have in common."""

    #: Comments above it, and whether a blank line stands between those, or what comes before, and
    #: it.
    before: list[Comment]
    blank: bool
    #: Comments that end its line, or go on below one that does.
    behind: list[Comment] = Factory(list)


@define
class Scalar(Node):
    """A scalar: how it is written, its value, and its style."""

    written: str = ""
    value: str = ""
    style: str | None = None


@define
class Collection(Node):
    """A mapping, or a list, whose items have no keys."""

    is_mapping: bool = True
    #: Whether it stands in braces or brackets.
    flow: bool = False
    entries: list[tuple[Scalar | None, Node]] = Factory(list)
    #: Comments behind the bracket that opens it.
    inside: list[Comment] = Factory(list)
    #: Comments below its last entry.
    closing: list[Comment] = Factory(list)


def tree(content: str, *, loader: type[Any] | None = None) -> Collection:
    r"""Return the mapping that a file holds; the file is one that can be read, with LF line ends.

    Args:
        content: the file.
        loader: PyYAML loader class; by default libyaml's where PyYAML has it.

    >>> root = tree("argmap: 1 # one\n# two\nstatements: {}\n")
    >>> [[comment.text for comment in key.before] for key, _ in root.entries]
    [[], ['# two']]
    """
    return _Builder(content, loader or getattr(yaml, "CBaseLoader", yaml.BaseLoader)).root()


def comments_in(node: Node) -> Iterator[Comment]:
    """Yield the comments around a value and in it, in the order of the text."""
    yield from node.before
    if isinstance(node, Collection):
        yield from node.inside
        for key, value in node.entries:
            yield from comments_in(key) if key else ()
            yield from comments_in(value)
        yield from node.closing
    yield from node.behind


class _Builder:
    """Builds the tree of one text."""

    def __init__(self, content: str, loader: Any) -> None:  # noqa: ANN401 - PyYAML is untyped
        self._content = content
        self._next = loader(content).get_event
        #: Where the last part ends that has been read, and the comments behind it.
        self._at = 0
        self._behind: list[Comment] | None = None

    def root(self) -> Collection:
        """Return the mapping of the document, with every comment of the file."""
        self._next()  # the stream begins
        self._next()  # the document begins
        root = self._collection(self._next(), -1)
        root.flow = False
        root.behind.extend(self._gap(len(self._content))[0])
        return root

    def _gap(self, end: int) -> tuple[list[Comment], bool]:
        """Return the comments up to an offset, but those behind the last part, which gets them."""
        comments, blank = between(self._content, self._at, end)
        if self._behind is None:
            return comments, blank
        behind = count_behind(comments, self._content, self._at)
        if behind:
            self._behind.extend(comments[:behind])
            self._at = comments[behind - 1].end
        return comments[behind:], blank

    def _node(self, event: Event, outer: int) -> Node:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        return self._collection(event, outer)

    def _scalar(self, event: Event) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        style: str | None = event.style or None  # libyaml has an empty text for a plain scalar
        if style is None and not event.value:
            return Scalar([], blank=False)  # nothing: parsers differ on where it stands
        before, blank = self._gap(start)
        written = self._content[start:end]
        if style in ("|", ">"):
            written = written[: _end_of_line(written, len(written.rstrip(" \t\n")))]
        found = Scalar(before, blank, [], written, event.value, style)
        if style in ("|", ">"):
            header = start + _end_of_line(written, 0)
            found.behind = between(self._content, start, header)[0]
        self._at = start + len(written)
        self._behind = found.behind
        return found

    def _collection(self, event: Event, outer: int) -> Collection:
        """Return a collection; `outer` is the column of the collection around it."""
        start = event.start_mark.index
        before, blank = self._gap(start)
        is_mapping = isinstance(event, MappingStartEvent)
        found = Collection(before, blank, [], is_mapping, bool(event.flow_style))
        # A pair inside brackets begins without a brace.
        bracket = found.flow and self._content[start] in "[{"
        self._at = start + bracket
        self._behind = found.inside if bracket else None
        column = start - self._content.rfind("\n", 0, start) - 1
        while not isinstance(event := self._next(), CollectionEndEvent):
            found.entries.append(self._entry(event, column, is_mapping=is_mapping))
        closing: Event = event
        end = closing.start_mark.index
        if bracket:
            found.closing = self._gap(end)[0]
            self._close_bracket(found, closing.end_mark.index)
        elif not found.flow:
            self._close_block(found, end, column, outer)
        return found

    def _entry(self, event: Event, column: int, *, is_mapping: bool) -> tuple[Scalar | None, Node]:
        if is_mapping:
            return self._scalar(event), self._node(self._next(), column)
        item = self._node(event, column)
        hoist(item)
        return None, item

    def _close_bracket(self, found: Collection, end: int) -> None:
        if not found.entries:
            found.behind = [*found.inside, *found.closing]
            found.inside, found.closing = [], []
        self._at = end
        self._behind = found.behind

    def _close_block(self, found: Collection, end: int, column: int, outer: int) -> None:
        """Leave the comments behind a block to what follows, but those indented like the block."""
        for comment in self._gap(end)[0]:
            if comment.column < column or comment.column <= outer:
                break
            found.closing.append(comment)
            self._at = comment.end


def _end_of_line(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    return len(text) if found < 0 else found


def hoist(value: Node) -> None:
    """Move the comments before the first scalar of a value above all of it.

    What stands behind a dash has its first entry on the same line.
    """
    node: Node | None = value
    while isinstance(node, Collection) and node.entries:
        key, entry = node.entries[0]
        first = key or entry
        value.before.extend([*node.inside, *first.before])
        node.inside, first.before, first.blank = [], [], False
        node = None if key else entry
