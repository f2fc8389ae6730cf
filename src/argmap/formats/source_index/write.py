"""Writing the index of a source: one line for each piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import asdict

from argmap.formats.native import scalars
from argmap.formats.source_index.read import VERSION
from argmap.sources.kinds import PieceKind
from argmap.sources.source_index import IndexedPiece, SourceIndex


def write(index: SourceIndex) -> str:
    """Return an index as a file holds it; reading it gives an equal one back.

    Linear in the number of pieces.
    """
    return "".join(f"{line}\n" for line in _lines(index))


def _lines(index: SourceIndex) -> Iterator[str]:
    yield f"argmap-source: {VERSION}"
    for key, value in asdict(index.about).items():
        if isinstance(value, tuple):
            yield from [f"{key}: {_list(value)}"] if value else []
        elif value is not None:
            first, *more = scalars.lines(value, len(key) + 2, 2)
            yield f"{key}: {first}"
            yield from more
    yield f"sha256: {index.sha256}"
    yield f"characters: {index.characters}"
    yield f"layout: {index.layout.value}"
    if not index.pieces:
        yield "pieces: []"
        return
    yield "pieces:"
    for piece in index.pieces:
        yield f"- {{{', '.join(_fields(piece))}}}"


def _fields(piece: IndexedPiece) -> Iterator[str]:
    if piece.kind is not PieceKind.BODY:
        yield f"kind: {piece.kind.value}"
    if piece.place is not None:
        yield f"place: {piece.place}"
    yield f"words: {piece.words}"
    yield f"at: {piece.offset}+{piece.length}"
    if piece.hash is not None:
        yield f"hash: {piece.hash}"
    if piece.pairs is not None:
        yield f"pairs: {piece.pairs}"
    for key in ("numbers", "hedges", "negations"):
        values = getattr(piece, key)
        if values:
            yield f"{key}: {_list(map(str, values))}"


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(scalars.inline(value, flow=True) for value in values)}]"
