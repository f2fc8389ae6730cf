"""The audit of a map's sources, as tables and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.model import ArgumentMap, Source
from argmap.reports.document import Json, document
from argmap.reports.page import Page
from argmap.reports.table import table
from argmap.scales import admiralty
from argmap.sources.ages import age_in_words, days_between
from argmap.sources.auditing import Audit, Independence, Origin

#: What is at hand of a source, by its id: `text`, `index`, or `missing` where an index is named.
AtHand = Mapping[str, str]

_ORIGINS = (
    *("SOURCE", "KIND", "DATE", "AGE", "RATED", "STATUS", "INDEX", "STATEMENTS"),
    *("DERIVED FROM", "READ AT"),
)
_INDEPENDENCE = ("CONCLUSION", "REASONS", "WITH EVIDENCE", "ORIGINS", "SHARED")
_NOT_STATED = ("EVIDENCE", "NOT STATED")


def tables(argument_map: ArgumentMap, found: Audit, at_hand: AtHand, page: Page) -> list[str]:
    """Return the tables of an audit; an empty text for one that has no rows.

    Args:
        argument_map: the map.
        found: what was found.
        at_hand: what is at hand of its sources.
        page: what the tables are drawn on.
    """
    origins = [_origin(one, argument_map.as_of, at_hand) for one in found.origins]
    compared = [_compared(one) for one in found.independence]
    unsaid = [(one.statement, ", ".join(one.fields)) for one in found.not_stated]
    return [
        table(heads, rows, page) if rows else ""
        for heads, rows in (
            (_ORIGINS, origins),
            (_INDEPENDENCE, compared),
            (_NOT_STATED, unsaid),
        )
    ]


def _origin(found: Origin, as_of: str | None, at_hand: AtHand) -> tuple[str, ...]:
    source = found.source
    words = ("primary" if source.primary else "", "unnamed" if source.unnamed else "")
    return (
        source.id,
        source.kind or "",
        source.date or "",
        age_in_words(source.date, as_of) if source.date and as_of else "",
        _rated(source),
        ", ".join(filter(None, words)),
        at_hand.get(source.id, ""),
        f"{len(found.statements):,}",
        ", ".join(source.derived_from),
        ", ".join(found.read_at),
    )


def _rated(source: Source) -> str:
    """Return the Admiralty code of a source with its meaning: `B2: usually reliable, ...`."""
    code = f"{source.reliability or ''}{source.credibility or ''}"
    words = admiralty().in_words(source.reliability, source.credibility)
    return f"{code}: {words}" if code else ""


def _compared(found: Independence) -> tuple[str, ...]:
    return (
        f"{found.conclusion} (main)" if found.is_main else found.conclusion,
        f"{len(found.reasons):,}",
        f"{sum(reason.has_evidence for reason in found.reasons):,}",
        f"{len(found.roots):,}",
        "; ".join(f"{root} by {', '.join(ids)}" for root, ids in found.shared.items()),
    )


def remarks(argument_map: ArgumentMap, found: Audit) -> Iterator[str]:
    """Yield what is to be known of an audit beside its tables."""
    if not found.origins:
        yield "No statement is anchored to a source."
    elif argument_map.as_of is None:
        yield "The map has no `as-of`, so no age is told."
    for one in found.independence:
        unsourced = [reason.id for reason in one.reasons if reason.unsourced]
        if unsourced:
            yield f"{one.conclusion}: evidence without a source under {', '.join(unsourced)}."
    if not found.complete:
        yield "There are too many sources: reasons were compared only by the first 1,000."


def audit_json(name: str, argument_map: ArgumentMap, found: Audit, at_hand: AtHand) -> str:
    """Return a JSON document of an audit.

    Args:
        name: what the map goes by.
        argument_map: the map.
        found: what was found.
        at_hand: what is at hand of its sources.
    """
    as_of = argument_map.as_of
    return document(
        {
            "version": 1,
            "map": {"file": name, "id": argument_map.id},
            "as-of": as_of,
            "origins": [_origin_in_json(one, as_of, at_hand) for one in found.origins],
            "independence": [_compared_in_json(one) for one in found.independence],
            "not-stated": [
                {"statement": one.statement, "fields": list(one.fields)} for one in found.not_stated
            ],
            "complete": found.complete,
        }
    )


def _origin_in_json(found: Origin, as_of: str | None, at_hand: AtHand) -> dict[str, Json]:
    source = found.source
    return {
        "id": source.id,
        "title": source.title,
        "kind": source.kind,
        "date": source.date,
        "age-in-days": days_between(source.date, as_of) if source.date and as_of else None,
        "reliability": source.reliability,
        "credibility": source.credibility,
        "rated": admiralty().in_words(source.reliability, source.credibility) or None,
        "primary": source.primary,
        "unnamed": source.unnamed,
        "index": at_hand.get(source.id),
        "derived-from": list(source.derived_from),
        "roots": list(found.roots),
        "read-at": list(found.read_at),
        "statements": list(found.statements),
    }


def _compared_in_json(found: Independence) -> dict[str, Json]:
    return {
        "conclusion": found.conclusion,
        "main": found.is_main,
        "reasons": [
            {"id": reason.id, "roots": list(reason.roots), "unsourced": reason.unsourced}
            for reason in found.reasons
        ],
        "roots": list(found.roots),
        "shared": {root: list(ids) for root, ids in found.shared.items()},
    }
