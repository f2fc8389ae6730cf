"""The text of a source that an argument names, and its pieces."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.failure import Failure
from argmap.cli.maps import standard_input

if TYPE_CHECKING:
    from argmap.sources.documents import Document
    from argmap.sources.kinds import PieceKind
    from argmap.text import Text


def text_named(argument: str) -> Text:
    """Return the text that an argument names: a path, or - for standard input.

    Raises:
        Failure: it is none.
    """
    from argmap.pipeline.source_texts import LARGEST, Unread, decoded, text_in
    from argmap.text import Text

    if argument == "-":
        name, found = "<stdin>", decoded("<stdin>", standard_input(LARGEST))
    else:
        name, found = argument, text_in(Path(argument))
    if isinstance(found, Unread):
        message = f"{name} {found.why}"
        raise Failure(message, found.hint)
    return Text(name, found.content)


def document_of(
    text: Text,
    paragraphs: str | None = None,
    kinds: Mapping[int, PieceKind] | None = None,
) -> Document:
    """Return a text in pieces.

    Args:
        text: the text.
        paragraphs: what a paragraph is; None where that is told from the lines.
        kinds: what lines are, by their numbers.

    Raises:
        Failure: it has no pieces, or not so many lines as were named.
    """
    from argmap.sources.documents import document
    from argmap.sources.lines import Layout

    layout = None if paragraphs is None else Layout(paragraphs)
    kinds = kinds or {}
    found = document(text.content, layout=layout, kinds_of_lines=kinds)
    if not found.pieces:
        message = f"{text.name} holds no text"
        raise Failure(message)
    there = len(text.line_starts)
    if kinds and max(kinds) > there:
        message = f"--line: {text.name} has {there:,} lines, and no line {max(kinds):,}"
        raise Failure(message)
    return found
