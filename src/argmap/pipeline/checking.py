"""From a map, or a map file, to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from argmap import rules
from argmap.diagnostics import Diagnostic, Severity
from argmap.formats import Limits, Reading
from argmap.formats.native import faults
from argmap.model import ArgumentMap
from argmap.pipeline.reading import read
from argmap.rules import (
    Findings,
    NotRun,
    Waived,
    bare_premise,
    conceded_objection_stands,
    dangling_concession,
    dependent_evidence,
    disconnected,
    evidence_without_anchor,
    expectation_failed,
    load_bearing_assumption,
    main_conclusion,
    main_not_established,
    missing_evidence_field,
    no_sources,
    one_sided,
    single_source,
    thin_objections,
    unanswered_objection,
    undated_source,
    unsupported_conclusion,
    weak_source_alone,
)
from argmap.text import Text
from argmap.values import Value

if TYPE_CHECKING:
    from argmap.pipeline.source_folders import SourceFolders


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


def check(
    argument_map: ArgumentMap, *, sources: Iterable[str | Path] | None = None
) -> tuple[Diagnostic, ...]:
    r"""Return what the rules find wrong with a map, in the order of the places; waived left out.

    Args:
        argument_map: the map.
        sources: folders in which the indexes and texts of its sources are sought. Without them no
            file is opened, and what can only be told from sources is not told.

    Raises:
        OSError: an index, or a folder, is there and cannot be opened.

    >>> from argmap.pipeline import loads
    >>> m = loads("argmap: 1\nstatements: {ferry: {conclusion: The ferry runs., because: demand}}")
    >>> [finding.code for finding in check(m)]
    ['AM515', 'AM402', 'AM101']
    """
    if sources is None:
        return rules.check(argument_map).diagnostics
    from argmap.pipeline.source_folders import SourceFolders  # only where sources are wanted

    found, attachment = _checked(argument_map, lambda: SourceFolders(sources))
    return _in_order([*attachment, *found.diagnostics])


def examine(
    source: str | Path | Text,
    *,
    limits: Limits | None = None,
    sources: Iterable[str | Path] = (),
) -> Examination:
    r"""Return a map with all that is wrong with it: `read` and all rules. Never raises on content.

    Rules run on a file with faults as far as it could be read; they do not run where reading ended
    early, nor on a layer, whose base is not merged: `not_run` says so.

    Args:
        source: a path, or a `Text`; a plain `str` is a path.
        limits: how large the file may be.
        sources: folders in which the indexes and texts of its sources are sought, after the one of
            the map and the folder `sources` in it.

    Raises:
        OSError: the file, an index, or a folder, is there and cannot be opened.

    >>> examined = examine(Text("m.yaml", "argmap: 1\nstatements: {ferry: {conclusion: It runs.}}"))
    >>> [finding.code for finding in examined.diagnostics]
    ['AM108', 'AM515', 'AM201']
    """

    def folders() -> SourceFolders:
        from argmap.pipeline.source_folders import SourceFolders  # only where sources are wanted

        path = None if isinstance(source, Text) else Path(source)
        return SourceFolders.of_map(path, sources, limits)

    return examine_in(source, folders, limits=limits)


def examine_in(
    source: str | Path | Text,
    folders: Callable[[], SourceFolders],
    *,
    limits: Limits | None = None,
) -> Examination:
    """Return a map with all that is wrong with it, its sources sought in some folders alone.

    Args:
        source: a path, or a `Text`; a plain `str` is a path.
        folders: returns the folders; it is called where the map names an index.
        limits: how large the file may be.

    Raises:
        OSError: the file, an index, or a folder, is there and cannot be opened.
    """
    reading = read(source, limits=limits)
    why = _why_no_rule_runs(reading)
    if reading.map is None or why:
        not_run = tuple(NotRun(rule.RULE, why) for rule in rules.RULES)
        return Examination(reading.map, reading.diagnostics, not_run)
    found, attachment = _checked(reading.map, folders)
    ours = _without_what_follows(reading, found.diagnostics)
    together = _in_order([*reading.diagnostics, *attachment, *ours])
    return Examination(reading.map, together, found.not_run, found.waived)


def _checked(
    argument_map: ArgumentMap, folders: Callable[[], SourceFolders]
) -> tuple[Findings, tuple[Diagnostic, ...]]:
    """Return what the rules find in a map, and what is wrong with its sources."""
    if not any(source.index for source in argument_map.sources):
        return rules.check(argument_map), ()
    from argmap.pipeline.attaching import attached, notes

    attachment = attached(argument_map, folders())
    found = rules.check(argument_map, sources=attachment.sources)
    not_run = (*found.not_run, *notes(argument_map, attachment.sources))
    return Findings(found.diagnostics, not_run, found.waived), attachment.diagnostics


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda finding: finding.sort_key))


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
        single_source,
        undated_source,
        weak_source_alone,
        dependent_evidence,
        no_sources,
    )
)
_OF_THE_WHOLE = frozenset({main_conclusion.RULE.code, disconnected.RULE.code})
_OF_ANCHORS = (faults.BAD_ANCHOR.code, faults.UNKNOWN_KEY.code, faults.WRONG_TYPE.code)
# What rules find missing in a statement -> the faults by which it may have got lost there.
_CAUSES = {
    unsupported_conclusion.RULE.code: (
        faults.BAD_STEP.code,
        faults.UNKNOWN_KEY.code,
        faults.WRONG_TYPE.code,
    ),
    bare_premise.RULE.code: _OF_ANCHORS,
    evidence_without_anchor.RULE.code: _OF_ANCHORS,
    missing_evidence_field.RULE.code: _OF_ANCHORS,
}
