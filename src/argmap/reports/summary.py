"""The sentence that closes a report, and what was waived or did not run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.diagnostics import Diagnostic, Severity
from argmap.escape import terminal
from argmap.values import Record

_NAMED = 3


class Skipped(Record):
    """A rule that did not run on a map, and why."""

    #: What the map goes by.
    map: str
    #: Code of the rule.
    rule: str
    reason: str


def summary(
    diagnostics: Iterable[Diagnostic],
    *,
    maps: int,
    waived: int = 0,
    known: int = 0,
    skipped: Iterable[Skipped] = (),
) -> str:
    r"""Return how many findings there are, in how many maps, and what is not among them.

    Args:
        diagnostics: the findings of all maps.
        maps: how many maps were looked at.
        waived: how many findings a waiver suppressed.
        known: how many findings a baseline holds.
        skipped: the rules that did not run; each rule is told once for each reason.

    Returns:
        Lines that end in a line feed each.

    >>> summary([], maps=3)
    '3 maps, no findings.\n'
    >>> summary([], maps=1, waived=2, skipped=[Skipped("m", "AM401", "the map is a layer")])
    '1 map, no findings. 2 findings waived.\nAM401 did not run: the map is a layer\n'
    """
    found = _counts(diagnostics)
    looked_at = _counted(maps, "map")
    sentence = f"Found {found} in {looked_at}." if found else f"{looked_at}, no findings."
    if waived:
        sentence += f" {_counted(waived, 'finding')} waived."
    if known:
        sentence += f" {_counted(known, 'finding')} in the baseline."
    return "".join(f"{line}\n" for line in (sentence, *_not_run(skipped, maps)))


def _counts(diagnostics: Iterable[Diagnostic]) -> str:
    """Return such as `1 error, 2 warnings`, the worst first; nothing where nothing was found."""
    severities = [finding.severity for finding in diagnostics]
    counts = [(severities.count(each), each.value) for each in sorted(Severity, reverse=True)]
    return ", ".join(_counted(count, word) for count, word in counts if count)


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count:,} {word}s"


def _not_run(skipped: Iterable[Skipped], maps: int) -> list[str]:
    """Return a line for each reason, naming the rules, and the maps where they are not all."""
    where: dict[tuple[str, str], list[str]] = {}
    for each in skipped:
        where.setdefault((each.rule, each.reason), []).append(each.map)
    together: dict[tuple[str, str], list[str]] = {}
    for (rule, reason), names in sorted(where.items()):
        on = "" if len(names) == maps else f" on {_listed(names, 'map')}"
        together.setdefault((on, reason), []).append(rule)
    return [
        terminal(f"{_listed(rules, 'rule')} did not run{on}: {reason}")
        for (on, reason), rules in together.items()
    ]


def _listed(names: Sequence[str], word: str) -> str:
    listed = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return f"{listed} and {_counted(more, f'other {word}')}" if more > 0 else listed
