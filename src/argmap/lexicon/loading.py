"""Reads the data file of the lexicon, once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

from argmap.lexicon.lexicon import Entry, Lexicon, Sense, Strength

#: A mapping of the data file, whose shape the tests hold to the values made of it.
Data: TypeAlias = dict[str, Any]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that comes with argmap.

    >>> lexicon().strength("likely").rank
    2
    """
    document = _document()
    return Lexicon(dict(_entries(document)), frozenset(document["certain"]))


def _document() -> Data:
    """Return the data file as mappings, lists and texts.

    The imports stand here because a map that is checked without sources needs neither.
    """
    import pkgutil

    import yaml

    data = pkgutil.get_data("argmap.lexicon", "lexicon.yaml") or b""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    document: Data = yaml.load(data, loader)
    return document


def _entries(document: Data) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Yield each wording; where two entries have one, the hedge or negation stays."""
    strengths = {
        name: Strength(name, entry["kind"], int(entry["rank"]), entry.get("against") == "true")
        for name, entry in document["classes"].items()
    }
    for wording in document["denying"]:
        yield _words(wording), Entry(Sense.DENYING)
    for name, wordings in document["keeping"].items():
        for wording in wordings:
            yield _words(wording), Entry(Sense.KEEPING, strength=strengths[name])
    for name, codes in document["hedges"].items():
        for code, wordings in codes.items():
            for wording in wordings:
                yield _words(wording), Entry(Sense.HEDGE, code, strengths[name])
    for code, wordings in document["negations"].items():
        for wording in wordings:
            yield _words(wording), Entry(Sense.NEGATION, code)
    for wording in document["plain"]:
        yield _words(wording), Entry(Sense.PLAIN)


def _words(wording: str) -> tuple[str, ...]:
    return tuple(wording.split())
