"""What is refused of the index of a source: the records AM060 and AM061.

What is wrong with it as a YAML file, or with a single value, has the codes that it has in a map.
"""

from __future__ import annotations

from argmap.diagnostics import RuleInfo, Severity


def _fault(code: str, name: str, severity: Severity, summary: str, why: str) -> RuleInfo:
    return RuleInfo(code, name, severity, summary, f"{code} {name}: {summary}.\n\n**Why.** {why}")


NOT_AN_INDEX = _fault(
    "AM060",
    "not-an-index",
    Severity.ERROR,
    "the file holds no index of a source, or one of an unknown version",
    "An index is made by `argmap source index`, and begins with `argmap-source: 1`. It says by "
    "which rules its fingerprints were made, so one of a later version cannot be read halfway.",
)
BROKEN_INDEX = _fault(
    "AM061",
    "broken-index",
    Severity.ERROR,
    "what an index says of its pieces does not fit together",
    "Sentences are counted without a gap, pieces lie in the order of the text and inside it, and "
    "what has four words or more has fingerprints. An index in which that does not hold was edited "
    "by hand, or is half of one: its places would point at other sentences. Make it anew.",
)
#: Every record, in the order of the codes.
FAULTS: tuple[RuleInfo, ...] = (
    NOT_AN_INDEX,
    BROKEN_INDEX,
)
