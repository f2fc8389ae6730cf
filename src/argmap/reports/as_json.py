"""JSON: everything that was found, for programs. `report.schema.json` says what it looks like."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.model import Waiver
from argmap.reports.document import Json, document
from argmap.reports.examined import Examined
from argmap.reports.fingerprint import Identity
from argmap.reports.places import region
from argmap.text import Span

_VERSION = 1


def as_json(maps: Iterable[Examined], *, version: str) -> str:
    r"""Return a JSON document of all findings.

    Places count lines and columns from 1 and offsets from 0, all in characters (code points); an
    end is the place behind the last character. What has no place has null for each of them.

    Args:
        maps: what was found in each map, in the order to list them.
        version: that of argmap.

    >>> import json
    >>> json.loads(as_json([Examined("ferry.argmap.yaml")], version="1.0"))["summary"]["maps"]
    1
    """
    examined = list(maps)
    return document(
        {
            "version": _VERSION,
            "tool": {"name": "argmap", "version": version},
            "maps": [
                {
                    "file": one.name,
                    "id": one.id,
                    "findings": len(one.diagnostics),
                    "waived": len(one.waived),
                    "unread": one.unread,
                }
                for one in examined
            ],
            "findings": [_finding(one, found) for one in examined for found in one.diagnostics],
            "waived": [
                {**_finding(one, waived.diagnostic), "waiver": _waiver(waived.waiver)}
                for one in examined
                for waived in one.waived
            ],
            "not_run": [
                {
                    "map": one.name,
                    "code": skipped.rule.code,
                    "name": skipped.rule.name,
                    "reason": skipped.why,
                }
                for one in examined
                for skipped in one.not_run
            ],
            "summary": _summary(examined),
        }
    )


def schema() -> str:
    """Return the JSON Schema (draft-07) of the report."""
    return (pkgutil.get_data("argmap.reports", "report.schema.json") or b"").decode()


def _finding(one: Examined, found: Diagnostic) -> dict[str, Json]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        "map": one.name,
        **_place(found.span, one.name),
        "subject": found.subject,
        "hint": found.hint,
        "related": [_related(related) for related in found.related],
        "fingerprint": Identity.of(one, found).fingerprint,
    }


def _related(related: Related) -> dict[str, Json]:
    return {"message": related.message, **_place(related.span, None), "subject": related.subject}


def _place(span: Span | None, name: str | None) -> dict[str, Json]:
    if span is None:
        where = dict.fromkeys(
            ("line", "column", "end_line", "end_column", "offset", "end_offset"), None
        )
        return {"file": name, **where}
    place = region(span)
    return {
        "file": span.text.name,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "offset": place.start,
        "end_offset": place.end,
    }


def _waiver(waiver: Waiver) -> dict[str, Json]:
    return {"rule": waiver.rule, "at": waiver.at, "reason": waiver.reason}


def _summary(examined: list[Examined]) -> dict[str, Json]:
    counts = Counter(found.severity for one in examined for found in one.diagnostics)
    return {
        "maps": len(examined),
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "infos": counts[Severity.INFO],
        "waived": sum(len(one.waived) for one in examined),
        "not_run": sum(len(one.not_run) for one in examined),
        "unread": sum(one.unread is not None for one in examined),
    }
