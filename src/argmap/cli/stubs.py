"""`argmap new --from TEXT`: a map with a stub for each sentence of a text."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.failure import Failure
from argmap.cli.source_folders import folders_of, index_at, tell_findings
from argmap.cli.source_texts import document_of, text_named
from argmap.errors import InvalidValue
from argmap.formats import Limits
from argmap.formats.source_index import SUFFIX

if TYPE_CHECKING:
    from argmap.cli.fresh import Wish
    from argmap.model import Place


class Stubs(NamedTuple):
    """A map of stubs, and what there is to say of it."""

    text: str
    told: str


class _Sentences(NamedTuple):
    """Where the sentences of a text stand, and what they are as far as that is wanted."""

    places: Sequence[Place]
    title: str | None
    written: Mapping[tuple[int, int], str]


def stubs_of(origin: str, wish: Wish, target: Path | None, *, with_sentences: bool) -> Stubs | None:
    """Return a map of a text, or None if its index cannot be read, which has been told then.

    Args:
        origin: the text, - for standard input, or an index.
        wish: what was said of the map.
        target: where the map is going to be; None for standard output.
        with_sentences: whether the sentences are written into comments.

    Raises:
        Failure: it is no text, or no map can be made of it as it is wished.
    """
    from argmap.formats.stubs import source_name, stubs

    is_index = origin.endswith(SUFFIX)
    found = _of_index(origin, with_sentences) if is_index else _of_text(origin, with_sentences)
    if found is None:
        return None
    stem = Path(origin).name.removesuffix(SUFFIX) if is_index else Path(origin).stem
    name = source_name(stem)
    if is_index and name != stem:
        message = f"no source of a map can be called {stem}"
        raise Failure(message, f"give the index a name such as {name}{SUFFIX}")
    try:
        text = stubs(
            found.places,
            name,
            source_title=found.title,
            title=wish.title,
            main=wish.main,
            sentences=found.written,
            schema=wish.schema,
        )
    except InvalidValue as error:
        raise Failure(str(error)) from error
    _refuse_too_much(text, found.places)
    return Stubs(text, "" if is_index else _command(origin, name, target))


def _of_text(origin: str, with_sentences: bool) -> _Sentences:
    from argmap.sources.kinds import PieceKind

    found = document_of(text_named(origin))
    body = [(piece.place, piece) for piece in found.pieces if piece.place is not None]
    titles = (piece for piece in found.pieces if piece.kind is PieceKind.TITLE)
    title = next(map(found.readable, titles), None)
    written = (
        {place.begin: found.readable(piece) for place, piece in body} if with_sentences else {}
    )
    return _Sentences([place for place, _ in body], title, written)


def _of_index(origin: str, with_sentences: bool) -> _Sentences | None:
    path = Path(origin)
    index = index_at(path)
    if index is None:
        return None
    written: Mapping[tuple[int, int], str] = {}
    if with_sentences:
        text = folders_of([str(path.parent)]).text(index)
        tell_findings(text.diagnostics, origin)
        if text.form is None:
            message = f"the text of {origin} is not at hand, and without it there are no sentences"
            raise Failure(message, "put the text beside the index, or leave out --with-sentences")
        written = index.written(text.form)
    places = [piece.place for piece in index.sentences.values() if piece.place is not None]
    return _Sentences(places, index.about.title, written)


def _refuse_too_much(text: str, places: Sequence[Place]) -> None:
    """Refuse a map that could not be read.

    Raises:
        Failure: it would be too large.
    """
    limits = Limits()
    if len(places) >= limits.elements or len(text.encode()) > limits.size:
        message = f"the text has {len(places):,} sentences, and the map would be too large"
        hint = f"a map has at most {limits.elements:,} elements and {limits.size:,} bytes"
        raise Failure(message, f"{hint}: map a part of the text")


def _command(origin: str, name: str, target: Path | None) -> str:
    """Return what makes the index that the map names, as it is typed into a shell."""
    index = f"{name}{SUFFIX}"
    beside = index if target is None else str(target.parent / index)
    text = "TEXT" if origin == "-" else shlex.quote(_plain(origin))
    return (
        "its places are checked when there is an index of the text:\n"
        f"  argmap source index {text} -o {shlex.quote(_plain(beside))}\n"
    )


def _plain(path: str) -> str:
    """Return a path that is not taken for an option."""
    return f"./{path}" if path.startswith("-") else path
