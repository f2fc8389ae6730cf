"""What reports for programs are made of: one map each, with all that was found in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Protocol

from attrs import field, frozen

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import ArgumentMap, Waiver
from argmap.values import Value


class WaivedFinding(Protocol):
    """A finding that a waiver suppresses; rules make them, and reports know no rules."""

    @property
    def diagnostic(self) -> Diagnostic:
        """The finding."""
        ...

    @property
    def waiver(self) -> Waiver:
        """The waiver that says why."""
        ...


class SkippedRule(Protocol):
    """A rule that did not run."""

    @property
    def rule(self) -> RuleInfo:
        """The rule."""
        ...

    @property
    def why(self) -> str:
        """Why it did not run."""
        ...


class Examination(Protocol):
    """A map and everything that was found in it, as the pipeline hands it out."""

    @property
    def map(self) -> ArgumentMap | None:
        """The map; None where the file holds none."""
        ...

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings that stand."""
        ...

    @property
    def waived(self) -> Iterable[WaivedFinding]:
        """The findings that a waiver suppresses."""
        ...

    @property
    def not_run(self) -> Iterable[SkippedRule]:
        """The rules that did not run."""
        ...


def _findings(values: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(values)


def _waived(values: Iterable[WaivedFinding]) -> tuple[WaivedFinding, ...]:
    return tuple(values)


def _skipped(values: Iterable[SkippedRule]) -> tuple[SkippedRule, ...]:
    return tuple(values)


@frozen(eq=False, repr=False)
class Examined(Value):
    """One map that was looked at.

    >>> Examined("maps/ferry.argmap.yaml").key, Examined("maps/ferry.argmap.yaml", id="ferry").key
    ('ferry.argmap.yaml', 'ferry')
    """

    #: What reports call the map: mostly the path of its file, as the user wrote it.
    name: str
    diagnostics: tuple[Diagnostic, ...] = field(default=(), converter=_findings)
    #: The map's own id.
    id: str | None = None
    waived: tuple[WaivedFinding, ...] = field(default=(), converter=_waived)
    not_run: tuple[SkippedRule, ...] = field(default=(), converter=_skipped)
    #: Why the file could not be read; None where it could.
    unread: str | None = None
    #: The mildest finding that makes a check of the map fail; None if none does.
    fails_at: Severity | None = Severity.ERROR

    @classmethod
    def of(cls, name: str, examination: Examination) -> Examined:
        """Return what an examination found in a map that goes by a name."""
        return cls(
            name,
            examination.diagnostics,
            id=None if examination.map is None else examination.map.id,
            waived=examination.waived,
            not_run=examination.not_run,
        )

    def is_failed_by(self, finding: Diagnostic) -> bool:
        """Return whether a finding is so bad that a check of the map fails."""
        return self.fails_at is not None and finding.severity >= self.fails_at

    @property
    def key(self) -> str:
        """What the map is known by for good: its id, else its file without the folders."""
        return self.id or PurePath(self.name).name or self.name

    @property
    def file(self) -> str | None:
        """The path of the map's file; None for a name such as `<stdin>`."""
        return file_of(self.name)


def file_of(name: str) -> str | None:
    """Return the path, with `/`, that the name of a text is; None for one such as `<stdin>`.

    >>> file_of("maps/ferry.argmap.yaml"), file_of("<stdin>")
    ('maps/ferry.argmap.yaml', None)
    """
    if not name or (name.startswith("<") and name.endswith(">")):
        return None
    return PurePath(name).as_posix()
