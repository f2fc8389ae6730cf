"""What is refused of the index of a source: the records AM060 to AM065.

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
INDEX_NOT_FOUND = _fault(
    "AM062",
    "index-not-found",
    Severity.WARNING,
    "there is no index of that name",
    "The index of a source is sought beside the map, in its `sources/`, and in the folders of "
    "`--sources`, of `ARGMAP_SOURCES` and of the settings.",
)
AMBIGUOUS_SOURCE = _fault(
    "AM063",
    "ambiguous-source",
    Severity.WARNING,
    "two files claim to be the same source",
    "Two indexes of one name may be of two editions, and which one is meant cannot be told; the "
    "nearer is taken. Of two copies of one text the nearer is taken, too. Keep one.",
)
TEXT_NOT_READ = _fault(
    "AM064",
    "text-not-read",
    Severity.WARNING,
    "a file that might hold the text of a source could not be read",
    "The text of a source is found by its fingerprint, whatever its name, so each text in the "
    "folders of sources is looked at. What is larger than 32 MiB, is not UTF-8, or cannot be "
    "opened is left out, and so is what comes after 1,000 files or 268 million characters.",
)
OTHER_TEXT = _fault(
    "AM065",
    "other-text",
    Severity.WARNING,
    "a text that is called like an index is not the text that the index is of",
    "An index is of one text, letter by letter, save for quotes, dashes, hyphens and white space. "
    "What bears its name and reads otherwise is another edition, or another article, whose places "
    "may be others. `argmap source drift` tells what differs; make the index anew, or put the "
    "right text there.",
)

#: Every record, in the order of the codes.
FAULTS: tuple[RuleInfo, ...] = (
    NOT_AN_INDEX,
    BROKEN_INDEX,
    INDEX_NOT_FOUND,
    AMBIGUOUS_SOURCE,
    TEXT_NOT_READ,
    OTHER_TEXT,
)
