"""What settings make of findings: those that count, each with the severity that it has here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import evolve

from argmap.diagnostics import Diagnostic
from argmap.model import Waiver
from argmap.reports.examined import Examined
from argmap.settings.codes import Catalogue, counts, severities
from argmap.settings.settings import Settings
from argmap.values import Record


def applied(settings: Settings, one: Examined, catalogue: Catalogue) -> Examined:
    """Return what was found in a map, as far as the settings let it count.

    Findings of the reader (AM0xx) always count: what could not be read cannot be ignored. A rule
    that does not count is not said to have not run either.

    Args:
        settings: those of the map.
        one: what was found; a map that is no file has no path to match.
        catalogue: every rule by its code.
    """
    count = counting(settings, one.file)
    severity = severities(settings.severity, catalogue)

    def adjusted(found: Diagnostic) -> Diagnostic:
        other = severity.get(found.code, found.severity)
        return found if other is found.severity else evolve(found, severity=other)

    return evolve(
        one,
        diagnostics=[adjusted(each) for each in one.diagnostics if count(each.code)],
        waived=[
            _Waived(adjusted(each.diagnostic), each.waiver)
            for each in one.waived
            if count(each.diagnostic.code)
        ],
        not_run=[each for each in one.not_run if count(each.rule.code)],
        fails_at=settings.fails_at,
    )


class _Waived(Record):
    diagnostic: Diagnostic
    waiver: Waiver


def counting(settings: Settings, file: str | None) -> Callable[[str], bool]:
    """Return a function that tells, and remembers, whether a rule counts in a file.

    Args:
        settings: those of the file.
        file: its path, as it was named; None for a map that is no file.
    """
    ignored_here = tuple(_ignored_in(settings, file)) if file is not None else ()
    known: dict[str, bool] = {}

    def count(code: str) -> bool:
        if code not in known:
            # Which rules count is one question, and which of them not in this file is another.
            known[code] = counts(code, settings.select, settings.ignore) and (
                not code.startswith(ignored_here) or code.startswith("AM0")
            )
        return known[code]

    return count


def _ignored_in(settings: Settings, file: str) -> Iterable[str]:
    """Yield the codes that are ignored in a file."""
    if not settings.per_file_ignores:
        return
    from argmap.settings.patterns import matches  # most projects have no such setting

    path = Path(os.path.abspath(file))  # noqa: PTH100  (a link counts as standing where it was found)
    if path.is_relative_to(settings.folder):
        path = path.relative_to(settings.folder)
    for pattern, codes in settings.per_file_ignores.items():
        if matches(pattern, path.as_posix()):
            yield from codes
