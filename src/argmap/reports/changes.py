"""What changes when something is taken away, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.reports.document import Json, document
from argmap.reports.elements import Evaluated, standing_in_json
from argmap.reports.page import Page
from argmap.reports.table import table
from argmap.reports.terms import listed
from argmap.semantics.what_if import Change, WhatIf

_HEADS = ("NOW", "BEFORE", "KIND", "ELEMENT", "REASON", "CAUSES")


def changes(evaluated: Evaluated, found: WhatIf, page: Page) -> str:
    """Return a table of what changes: main conclusions first, also those that do not."""
    return table(_HEADS, _rows(evaluated, _main_first(found)), page)


def _main_first(found: WhatIf) -> list[Change]:
    """Return the main conclusions, then what else changes."""
    main = {change.element for change in found.conclusions}
    return [*found.conclusions, *(one for one in found.changes if one.element not in main)]


def _rows(evaluated: Evaluated, found: Iterable[Change]) -> Iterator[tuple[str, ...]]:
    for change in found:
        after = change.after
        yield (
            after.label.value,
            change.before.label.value,
            evaluated.kind(change.element),
            change.element,
            "" if after.reason is None else after.reason.value,
            ", ".join(after.causes),
        )


def summary(found: WhatIf) -> str:
    """Return how much changes, in a sentence."""
    without = f"Without {listed(found.rejected)}"
    if not found.changes:
        return f"{without}, nothing changes."
    ways = ((found.fallen, "is out", "are out"), (found.risen, "is in", "are in"))
    parts = [
        f"{len(those):,} {one if len(those) == 1 else many}"
        for those, one, many in (*ways, (found.unsettled, "is undecided", "are undecided"))
        if those
    ]
    number = len(found.changes)
    elements = "1 statement or step changes" if number == 1 else f"{number:,} elements change"
    return f"{without}, {elements}: {', '.join(parts)} now."


def changes_json(evaluated: Evaluated, found: WhatIf) -> str:
    """Return a JSON document of what changes, and of what becomes of the main conclusions."""
    return document(
        {
            **evaluated.head("whatif"),
            "rejected": list(found.rejected),
            "conclusions": [_change(evaluated, change) for change in found.conclusions],
            "changes": [_change(evaluated, change) for change in found.changes],
        }
    )


def _change(evaluated: Evaluated, change: Change) -> dict[str, Json]:
    return {
        **evaluated.described(change.element),
        "before": standing_in_json(change.before),
        "after": standing_in_json(change.after),
    }
