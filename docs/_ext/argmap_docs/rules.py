"""A page for each rule, and one that lists them, from the records that `argmap explain` prints."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.diagnostics import RuleInfo
from argmap.pipeline import CATALOGUE

#: Where the page of a rule stands on the site.
FOLDER = "reference/rules"

# The ranges of the codes, by their first digit.
_RANGES = {
    "0": ("Reading", "What the reader refuses. The other rules run on what could be read."),
    "1": ("Structure", "Whether the steps hang together."),
    "2": ("Sufficiency", "Whether each statement has what its kind asks for."),
    "3": ("Schemes", "Whether a step is what its scheme says."),
    "4": ("Dialectic", "Whether objections are met."),
    "5": ("Sources", "Whether the source says what the map says."),
    "6": ("Wording", "How a statement is put."),
    "7": ("Conversion", "What another format cannot hold."),
    "9": ("Waivers", "Findings that the author accepts."),
}


def pages() -> dict[str, str]:
    """Return the pages by their paths."""
    records = sorted(CATALOGUE.values(), key=lambda record: record.code)
    return {
        "reference/rules.md": _list(records),
        **{f"{FOLDER}/{record.code}.md": _page(record) for record in records},
    }


def _page(record: RuleInfo) -> str:
    first, _, rest = record.page.partition("\n\n")
    body = rest if first.startswith(f"{record.code} {record.name}") else record.page
    return (
        f"# {record.code} {record.name}\n\n"
        f"{record.summary[0].upper()}{record.summary[1:]}. Severity: **{record.severity.value}**.\n"
        f"\n{body}\n\n"
        f"In a terminal: `argmap explain {record.code}`, or `argmap explain {record.name}`.\n"
    )


def _list(records: Iterable[RuleInfo]) -> str:
    parts = [
        "# Rules\n\n"
        "Every finding has a code and a name, and either may be given to `argmap explain`. Errors "
        "are faults to mend. A warning may be right to stay: a map can "
        "[waive](map-format.md#the-map-itself) it with a reason. Infos are remarks.\n"
    ]
    shelves: dict[str, list[RuleInfo]] = {}
    for record in records:
        shelves.setdefault(record.code[2], []).append(record)
    for digit, shelf in shelves.items():
        name, about = _RANGES[digit]
        parts.append(f"## {name}\n\n{about}\n")
        parts.append(_table(shelf))
        listed = "".join(f"rules/{record.code}\n" for record in shelf)
        parts.append(f"```{{toctree}}\n:hidden:\n\n{listed}```\n")
    return "\n".join(parts)


def _table(records: Iterable[RuleInfo]) -> str:
    rows = "".join(
        f"| [{record.code}](rules/{record.code}.md) | {record.severity.value} "
        f"| {record.name} | {record.summary} |\n"
        for record in records
    )
    return f"| code | severity | name | what it finds |\n|---|---|---|---|\n{rows}"
