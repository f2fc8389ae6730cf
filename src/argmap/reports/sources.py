"""Indexes of sources, and where words stand in them, as tables and as JSON."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import asdict, frozen

from argmap.reports.document import Json, document
from argmap.reports.page import Page
from argmap.reports.table import table
from argmap.sources.kinds import PieceKind
from argmap.sources.quotes import Fit, QuoteMatch
from argmap.sources.source_index import IndexedPiece, SourceIndex
from argmap.values import Value

_HEADS = ("PLACE", "KIND", "WORDS", "AT", "HASH", "NUMBERS", "HEDGES", "NEGATIONS", "SENTENCE")
#: Sentences at their places; none where the text is not at hand.
Sentences = Mapping[tuple[int, int], str]


@frozen(eq=False, repr=False)
class Located(Value):
    """Where words stand in one source."""

    source: str
    match: QuoteMatch
    #: Whether the text was at hand; else only fingerprints were compared.
    with_text: bool


def counted(index: SourceIndex) -> str:
    r"""Return how much of a text is counted, and what is not.

    >>> from argmap.sources.documents import document
    >>> from argmap.sources.source_index import index_of
    >>> counted(index_of(document("The ferry\n\nIt is late. Nobody minds.\n")))
    '1 paragraph, 2 sentences; not counted: title (1)'
    """
    others = Counter(piece.kind.value for piece in index.pieces if piece.kind is not PieceKind.BODY)
    told = ", ".join(f"{kind} ({count:,})" for kind, count in others.items())
    body = [_number(len(index.paragraphs), "paragraph"), _number(len(index.sentences), "sentence")]
    return ", ".join(body) + (f"; not counted: {told}" if told else "")


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def about(index: SourceIndex) -> Iterator[str]:
    """Yield what is known of a source as a publication, a line each."""
    for key, value in asdict(index.about).items():
        if value:
            yield f"{key}: {', '.join(value) if isinstance(value, tuple) else value}"


def pieces(index: SourceIndex, sentences: Sentences, page: Page) -> str:
    """Return a table of the pieces of a source, with their sentences where they are at hand."""
    rows = (
        (
            str(piece.place or ""),
            piece.kind.value,
            f"{piece.words:,}",
            f"{piece.offset}+{piece.length}",
            piece.hash or "",
            ", ".join(map(str, piece.numbers)),
            ", ".join(map(str, piece.hedges)),
            ", ".join(map(str, piece.negations)),
            _sentence(piece, sentences),
        )
        for piece in index.pieces
    )
    return table(_HEADS, rows, page)


def _sentence(piece: IndexedPiece, sentences: Sentences) -> str:
    return "" if piece.place is None else sentences.get(piece.place.begin, "")


_VERSION = 1


def head(report: str, version: str) -> dict[str, Json]:
    """Return with what each JSON document of a source begins.

    Args:
        report: which document it is.
        version: that of argmap.
    """
    return {
        "version": _VERSION,
        "tool": {"name": "argmap", "version": version},
        "report": report,
    }


def schema() -> str:
    """Return the JSON Schema (draft-07) of what is written of sources."""
    return (pkgutil.get_data("argmap.reports", "source.schema.json") or b"").decode()


def index_json(
    name: str, index: SourceIndex, text: str | None, sentences: Sentences, *, version: str
) -> str:
    """Return a JSON document of an index.

    Args:
        name: that of the index.
        index: what it holds.
        text: the file that holds the text; None if it is not at hand.
        sentences: those of the body, as far as they are at hand.
        version: that of argmap.
    """
    return document(
        {
            **head("index", version),
            "source": name,
            "about": {key: value for key, value in asdict(index.about).items() if value},
            "sha256": index.sha256,
            "characters": index.characters,
            "layout": index.layout.value,
            "paragraphs": list(index.paragraphs),
            "text": text,
            "pieces": [_piece(piece, sentences) for piece in index.pieces],
        }
    )


def _piece(piece: IndexedPiece, sentences: Sentences) -> dict[str, Json]:
    return {
        "place": None if piece.place is None else str(piece.place),
        "kind": piece.kind.value,
        "words": piece.words,
        "offset": piece.offset,
        "length": piece.length,
        "hash": piece.hash,
        "pairs": piece.pairs,
        "numbers": [str(one) for one in piece.numbers],
        "hedges": [str(one) for one in piece.hedges],
        "negations": [str(one) for one in piece.negations],
        "sentence": _sentence(piece, sentences) or None,
    }


def located(found: Sequence[Located], page: Page) -> str:
    """Return a table of where words stand; a source in which they do not is left out."""
    rows = (
        (each.source, ", ".join(map(str, each.match.places)), each.match.fit.value, _how(each))
        for each in found
        if each.match.fit is not Fit.ABSENT
    )
    return table(("SOURCE", "PLACE", "FIT", "DIFFERENCE"), rows, page)


def _how(found: Located) -> str:
    match = found.match
    if match.fit is not Fit.NEAR:
        return "" if match.in_context else "not between prefix and suffix"
    if not found.with_text:
        return f"alike: {match.similarity:.2f}, by an estimate"
    return "; ".join(each.in_words for each in match.differences)


def located_json(found: Iterable[Located], *, version: str) -> str:
    """Return a JSON document of where words stand, one entry for each source."""
    return document(
        {
            **head("places", version),
            "sources": [
                {
                    "source": each.source,
                    "fit": each.match.fit.value,
                    "places": [str(place) for place in each.match.places],
                    "similarity": round(each.match.similarity, 4),
                    "in-context": each.match.in_context,
                    "with-text": each.with_text,
                    "differences": [one._asdict() for one in each.match.differences],
                }
                for each in found
            ],
        }
    )
