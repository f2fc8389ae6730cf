"""Reading a map file, from the text to the map: the whole way on one page."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from yaml.events import (
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from argmap.formats.native import anchors, characters, faults, header, statements, values
from argmap.formats.native.cursor import Cursor, EndOfReading, Event
from argmap.formats.reading import Limits, Reading
from argmap.model import Anchor, ArgumentMap, Statement, anchors_of
from argmap.model.collector import collector_paused
from argmap.text import Span, Text

if TYPE_CHECKING:
    from argmap.formats.native.pieces import Pieces

#: The version of the format that is read.
VERSION = "1"
# From how many characters on it pays to look for plain statements.
_LARGE = 30_000
_KEYS = ("argmap", "statements", *header.MAP_KEYS)
#: What the base of a layer says and the layer may not say again.
OF_THE_BASE = ("main", "title", "question", "text", "as-of", "scale", "language")


def read(
    text: Text,
    *,
    limits: Limits | None = None,
    rules: Container[str] | None = None,
    loader: type | None = None,
) -> Reading:
    r"""Return what a text in the native format holds, and what is wrong with it.

    Never raises on content. Linear in the size of the text.

    Args:
        text: the map file.
        limits: how large it may be.
        rules: codes and names of the rules that waivers may name; None for any.
        loader: PyYAML loader class; by default libyaml's where PyYAML has it.

    >>> text = "argmap: 1\nstatements:\n  ferry: {claim: The ferry runs.}"
    >>> reading = read(Text("m.yaml", text))
    >>> reading.map["ferry"].text, reading.diagnostics
    ('The ferry runs.', ())
    """
    limits = limits or Limits()
    with collector_paused():
        if loader is None and len(text.content) >= _LARGE:
            found = in_pieces(text, limits, rules)
            if found is not None:
                return found
        return reading(Cursor(text, limits, rules, loader))


def reading(cursor: Cursor) -> Reading:
    """Return what a cursor finds in its text."""
    draft = Draft()
    try:
        cursor.open(checked(cursor))
        _document(cursor, draft)
    except EndOfReading:
        pass  # the cursor holds the finding that says why; what was read is kept
    argument_map = draft.build(cursor)
    found = sorted((*cursor.found, *cursor.omitted()), key=lambda finding: finding.sort_key)
    return Reading(argument_map, tuple(found), cursor.complete, layer="extends" in draft.keys)


def in_pieces(text: Text, limits: Limits, rules: Container[str] | None) -> Reading | None:
    """Return what a text holds that is read in pieces; None if it has to be read as a whole."""
    # Compiling the patterns takes longer than reading a small map.
    from argmap.formats.native.pieces import Pieces, SecondLook

    try:
        return _of_pieces(Pieces(text, limits, rules))
    except SecondLook:
        return None


def _of_pieces(pieces: Pieces) -> Reading:
    checked(pieces)
    draft = Draft()
    draft.is_map = True
    head = pieces.head()
    root = pieces.begin(0, head, 0)
    draft.span = pieces.span(root)
    _entries(pieces, root, draft)
    pieces.finish()
    draft.keys["statements"] = Span(pieces.text, head, head + len("statements"))
    rest = pieces.statements(head, draft.statements)
    if rest < len(pieces.text.content):
        before, draft.keys = draft.keys, {}
        _entries(pieces, pieces.begin(rest, len(pieces.text.content), 0), draft)
        pieces.finish()
        pieces.no_key_twice(before, draft.keys)
        draft.keys |= before
    return Reading(draft.build(pieces), (), complete=True)


def checked(cursor: Cursor) -> str:
    """Return the content with forbidden characters replaced one for one, and report them."""
    content = cursor.text.content
    size = cursor.limits.size
    if len(content) > size or (
        len(content) * 4 > size and len(content.encode("utf-8", "surrogateescape")) > size
    ):
        cursor.stop(faults.TOO_LARGE, None, f"{cursor.text.name} is larger than {size:,} bytes")
    return characters.replaced(cursor, content)


class Draft:
    """What has been read so far."""

    def __init__(self) -> None:
        self.is_map = False
        self.statements: list[Statement] = []
        self.values: dict[str, Any] = {}
        #: Where each key of the map stands.
        self.keys: dict[str, Span] = {}
        self.span: Span | None = None
        #: Whether the statements stand beside `statements`.
        self.not_indented = False

    def build(self, cursor: Cursor) -> ArgumentMap | None:
        """Return the map, after checking what only the whole of it shows."""
        if not self.is_map:
            return None
        if cursor.complete:
            self._check_version(cursor)
            self._check_layer(cursor)
            if "text" not in self.values and "extends" not in self.keys:
                for anchor in _anchors_of(self.statements):
                    anchors.check_text_is_named(cursor, anchor)
        if "sections" in self.values:
            self.values["sections"] = header.check_sections(cursor, self.values["sections"])
        return ArgumentMap(
            statements=self.statements,
            span=self.span,
            main_span=self.keys.get("main"),
            text_span=self.keys.get("text"),
            **self.values,
        )

    def _check_version(self, cursor: Cursor) -> None:
        if "argmap" not in self.keys:
            hint = f"begin the file with: argmap: {VERSION}"
            cursor.report(faults.FORMAT_VERSION, self.span, "argmap is missing", hint=hint)
        if "statements" not in self.keys:
            hint = "statements: {ferry: {claim: The ferry should run.}}"
            cursor.report(faults.MISSING_KEY, self.span, "statements is missing", hint=hint)

    def _check_layer(self, cursor: Cursor) -> None:
        if "extends" not in self.keys:
            if "responses" in self.keys:
                cursor.report(
                    faults.KEY_OUT_OF_PLACE,
                    self.keys["responses"],
                    "responses are what a layer adds to a map, and this is no layer",
                    hint="name the map with extends, or write the steps under their targets",
                )
            return
        for key in OF_THE_BASE:
            if key in self.keys:
                cursor.report(
                    faults.KEY_OUT_OF_PLACE,
                    self.keys[key],
                    f"{key} belongs to the map that this layer extends",
                    hint="leave it out",
                )
        if "extends" in self.values:
            cursor.report(
                faults.LAYER_NOT_MERGED,
                self.keys["extends"],
                "this version of argmap reads a layer but does not merge it with its base",
                hint="check the base by itself; no rule ran on the layer",
            )


def _anchors_of(made: Iterable[Statement]) -> Iterator[Anchor]:
    for statement in made:
        yield from anchors_of(statement)
        waiting = [step for _, step in statement.placed()]
        while waiting:
            step = waiting.pop()
            yield from anchors_of(step)
            waiting.extend(inner for _, inner in step.placed())


def _document(cursor: Cursor, draft: Draft) -> None:
    cursor.next()  # the stream begins
    event = cursor.next()
    if event.__class__ is StreamEndEvent:
        _refuse_root(cursor, Span(cursor.text, 0, 0), "the file is empty")
        return
    root: Event = cursor.next()
    if root.__class__ is MappingStartEvent:
        draft.is_map = True
        draft.span = cursor.span(root)
        _entries(cursor, root, draft)
    else:
        what = "a list" if root.__class__ is SequenceStartEvent else "a text"
        if root.__class__ is ScalarEvent and not root.value:
            what = "nothing"
        message = f"the file holds {what} where a map should be"
        _refuse_root(cursor, cursor.span(root), message)
        cursor.skip(root)
    cursor.next()  # the document ends
    behind = cursor.next()
    if behind.__class__ is not StreamEndEvent:
        start = cursor.start(behind)
        cursor.stop(
            faults.YAML_FEATURE,
            Span(cursor.text, start, min(start + 3, len(cursor.text.content))),
            "a second document begins here; a file holds one map",
        )


def _refuse_root(cursor: Cursor, span: Span, message: str) -> None:
    hint = "a map begins with: argmap: 1"
    cursor.report(faults.NOT_A_MAP, span, message, hint=hint)


def _entries(cursor: Cursor, root: Event, draft: Draft) -> None:
    empty: Event = None
    for key, value in cursor.entries(root):
        name = key.value
        if name == "statements":
            draft.keys[name] = cursor.span(key)
            if _is_empty(value):
                empty = value
            else:
                statements.statements(cursor, value, draft.statements)
        elif name == "argmap":
            draft.keys[name] = cursor.span(key)
            _version(cursor, value)
        elif name in header.MAP_KEYS:
            draft.keys[name] = cursor.span(key)
            attribute, read_value = header.MAP_KEYS[name]
            found = read_value(cursor, value)
            if found is not None:
                draft.values[attribute] = found
        elif empty is not None and value.__class__ is MappingStartEvent:
            _not_indented(cursor, draft, empty, name)
            cursor.skip(value)
        else:
            values.unknown_key(cursor, key, _KEYS, "a map")
            cursor.skip(value)
    if empty is not None and not draft.not_indented:
        statements.statements(cursor, empty, draft.statements)


def _is_empty(event: Event) -> bool:
    return event.__class__ is ScalarEvent and not event.value and not event.style


def _not_indented(cursor: Cursor, draft: Draft, empty: Event, name: str) -> None:
    """Report, once, that the statements stand beside `statements` and not under it."""
    if not draft.not_indented:
        draft.not_indented = True
        cursor.report(
            faults.WRONG_TYPE,
            cursor.span(empty),
            "nothing is indented under statements",
            hint=f"indent {name} and what follows by two spaces",
        )


def _version(cursor: Cursor, event: Event) -> None:
    if event.__class__ is not ScalarEvent:
        values.wrong_type(cursor, event, "the format version is a number: argmap: 1")
        return
    if event.value != VERSION:
        later = event.value.isdigit() and event.value > VERSION
        message = f'format version "{event.value}" is not known; this is version {VERSION}'
        hint = "a newer argmap wrote this file: upgrade" if later else f"write argmap: {VERSION}"
        cursor.report(faults.FORMAT_VERSION, cursor.span(event), message, hint=hint)
