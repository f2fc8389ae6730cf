"""Reads the data file of the scales, once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from argmap.scales.admiralty import Admiralty, Judgement, Mark

#: A mapping of the data file, whose shape the tests hold to the values made of it.
Data: TypeAlias = dict[str, Any]


@cache
def admiralty() -> Admiralty:
    """Return the Admiralty code.

    >>> admiralty().credibility["1"].means
    'confirmed by other sources'
    """
    entry = _document()["source_rating"]["admiralty"]
    weak, unknown = frozenset(entry["weak"]), frozenset(entry["unknown"])
    return Admiralty(
        entry["source"],
        _marks(entry["reliability"], weak, unknown),
        _marks(entry["credibility"], weak, unknown),
    )


def _marks(
    meanings: Mapping[str, str], weak: frozenset[str], unknown: frozenset[str]
) -> Mapping[str, Mark]:
    def judged(sign: str) -> Judgement:
        if sign in weak:
            return Judgement.WEAK
        return Judgement.UNKNOWN if sign in unknown else Judgement.FAIR

    return {sign: Mark(sign, means, judged(sign)) for sign, means in meanings.items()}


def _document() -> Data:
    """Return the data file as mappings, lists and texts.

    The imports stand here because most maps are checked without ratings, and need neither.
    """
    import pkgutil

    import yaml

    data = pkgutil.get_data("argmap.scales", "scales.yaml") or b""
    document: Data = yaml.load(data, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return document
