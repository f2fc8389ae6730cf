"""How much of what the rules find is shown; the rest is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import evolve

from argmap.diagnostics import Diagnostic, Related, Severity

#: How many findings of one code are shown.
MOST_OF_A_CODE = 1_000
#: How many second places of one finding are shown.
MOST_RELATED = 8
# Code, name and severity of the note on findings; the record with its page is the reader's, who
# counts in the same way.
_OMITTED = ("AM006", "findings-omitted", Severity.INFO)


def limited(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the first findings of each code, and before them a note for each that has more.

    Of a finding with many related places the first are kept, and how many more there are. Waivers
    look at all of them, so they come before this.
    """
    counts: Counter[str] = Counter()
    kept = []
    for found in findings:
        counts[found.code] += 1
        if counts[found.code] <= MOST_OF_A_CODE:
            kept.append(_with_few_related(found))
    notes = [
        Diagnostic(*_OMITTED, f"{count - MOST_OF_A_CODE:,} more findings of {code} are not shown")
        for code, count in sorted(counts.items())
        if count > MOST_OF_A_CODE
    ]
    return (*notes, *kept)


def _with_few_related(found: Diagnostic) -> Diagnostic:
    more = len(found.related) - MOST_RELATED
    if more <= 0:
        return found
    note = Related(f"{more:,} more {'place is' if more == 1 else 'places are'} not shown")
    return evolve(found, related=(*found.related[:MOST_RELATED], note))
