"""What was measured of texts and of what is anchored to them, for people."""

from __future__ import annotations

from bench.cases.sourcing import ANCHORS, INDEX
from bench.markdown import seconds, table, three
from bench.samples import Samples
from bench.source_jobs import ANCHORED, TEXTS

_MILLION = 1_000_000


def texts(samples: Samples) -> str:
    """Return the table of the times that indexing texts takes."""
    spreads = {size: samples.spread(INDEX, size) for size in TEXTS}
    each = {size: spread and spread.scaled(_MILLION / size) for size, spread in spreads.items()}
    return table(
        ("CPU time", *(f"{size // _MILLION} MB" for size in TEXTS), "growth"),
        [
            ("argmap source index", *map(seconds, spreads.values()), _growth(samples, INDEX)),
            ("of it for a MB, s", *(three(one, "{:.2f}") for one in each.values()), ""),
        ],
    )


def anchors(samples: Samples) -> str:
    """Return the table of the times that checking anchored maps takes."""
    return table(
        ("CPU time", *(f"n = {count:,}" for count in ANCHORED), "growth"),
        [
            (
                f"argmap: every rule, {name}",
                *(seconds(samples.spread(name, count)) for count in ANCHORED),
                _growth(samples, name),
            )
            for name in ANCHORS
        ],
    )


def _growth(samples: Samples, name: str) -> str:
    growth = samples.growth(name)
    return f"n^{growth.middle:.2f}" if growth else "-"
