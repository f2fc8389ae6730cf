"""From a map, or a map file, to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from argmap import rules
from argmap.diagnostics import Diagnostic, Severity
from argmap.formats import Limits, Reading
from argmap.formats.native import faults
from argmap.model import ArgumentMap
from argmap.pipeline.reading import read
from argmap.rules import (
    NotRun,
    Waived,
    bare_premise,
    conceded_objection_stands,
    dangling_concession,
    disconnected,
    expectation_failed,
    load_bearing_assumption,
    main_conclusion,
    main_not_established,
    one_sided,
    thin_objections,
    unanswered_objection,
    unsupported_conclusion,
)
from argmap.text import Text
from argmap.values import Value


@frozen(eq=False, repr=False)
class Examination(Value):
    """A map and everything that is found wrong with it."""

    #: None where the file holds no map at all.
    map: ArgumentMap | None
    #: Findings in the order of their places, waived ones left out.
    diagnostics: tuple[Diagnostic, ...]
    #: Rules that did not run, and why.
    not_run: tuple[NotRun, ...] = ()
    #: Findings that a waiver suppresses, with the waiver.
    waived: tuple[Waived, ...] = ()


def check(argument_map: ArgumentMap) -> tuple[Diagnostic, ...]:
    r"""Return what the rules find wrong with a map, in the order of the places; waived left out.

    >>> from argmap.pipeline import loads
    >>> m = loads("argmap: 1\nstatements: {ferry: {conclusion: The ferry runs., because: demand}}")
    >>> [finding.code for finding in check(m)]
    ['AM402', 'AM101']
    """
    return rules.check(argument_map).diagnostics


def examine(source: str | Path | Text, *, limits: Limits | None = None) -> Examination:
    r"""Return a map with all that is wrong with it: `read` and all rules. Never raises on content.

    Rules run on a file with faults as far as it could be read; they do not run where reading ended
    early, nor on a layer, whose base is not merged: `not_run` says so.

    Args:
        source: a path, or a `Text`; a plain `str` is a path.
        limits: how large the file may be.

    Raises:
        OSError: the file cannot be opened.

    >>> examined = examine(Text("m.yaml", "argmap: 1\nstatements: {ferry: {conclusion: It runs.}}"))
    >>> [finding.code for finding in examined.diagnostics]
    ['AM108', 'AM201']
    """
    reading = read(source, limits=limits)
    why = _why_no_rule_runs(reading)
    if reading.map is None or why:
        not_run = tuple(NotRun(rule.RULE, why) for rule in rules.RULES)
        return Examination(reading.map, reading.diagnostics, not_run)
    found = rules.check(reading.map)
    together = [*reading.diagnostics, *_without_what_follows(reading, found.diagnostics)]
    together.sort(key=lambda finding: finding.sort_key)
    return Examination(reading.map, tuple(together), found.not_run, found.waived)


def _why_no_rule_runs(reading: Reading) -> str:
    """Return why rules would say what is not so of what was read; empty if they would not."""
    if reading.map is None:
        return "the file holds no map"
    if not reading.complete:
        return "the file could not be read to its end"
    if reading.layer:
        return "the map is a layer, and its base is not merged"
    return ""


def _without_what_follows(reading: Reading, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings, save those that may be so only because a step or place was refused.

    A refused step anywhere may be the one that leads to the main conclusion, or to a statement.
    What the argument as a whole shows is told when all of it could be read.
    """
    broken = any(finding.severity is Severity.ERROR for finding in reading.diagnostics)
    refused = {(finding.code, finding.subject) for finding in reading.diagnostics}
    step_refused = any(code == faults.BAD_STEP.code for code, _ in refused)
    for finding in found:
        if broken and finding.code in _OF_THE_ARGUMENT:
            continue
        if step_refused and finding.code in _OF_THE_WHOLE and _is_of_the_whole(finding):
            continue
        causes = _CAUSES.get(finding.code, ())
        if not any((cause, finding.subject) in refused for cause in causes):
            yield finding


def _is_of_the_whole(finding: Diagnostic) -> bool:
    """Return whether it is not a step that is named as main."""
    return finding.code != main_conclusion.RULE.code or finding.subject is None


_OF_THE_ARGUMENT = frozenset(
    rule.RULE.code
    for rule in (
        load_bearing_assumption,
        unanswered_objection,
        one_sided,
        thin_objections,
        main_not_established,
        dangling_concession,
        conceded_objection_stands,
        expectation_failed,
    )
)
_OF_THE_WHOLE = frozenset({main_conclusion.RULE.code, disconnected.RULE.code})
# What rules find missing in a statement -> the faults by which it may have got lost there.
_CAUSES = {
    unsupported_conclusion.RULE.code: (
        faults.BAD_STEP.code,
        faults.UNKNOWN_KEY.code,
        faults.WRONG_TYPE.code,
    ),
    bare_premise.RULE.code: (
        faults.BAD_ANCHOR.code,
        faults.UNKNOWN_KEY.code,
        faults.WRONG_TYPE.code,
    ),
}
