"""What a fix is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attrs import field, frozen

from argmap.diagnostics import Diagnostic
from argmap.text import Span


class Edit(NamedTuple):
    """A stretch of a text, and what to write in its place."""

    span: Span
    replacement: str


def _edits(values: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(values)


@frozen
class Fix:
    """How a finding can be mended: all of the edits, or none."""

    finding: Diagnostic
    #: What the fix does, as an order: `write "demand" for "demnd"`.
    description: str
    #: In one text.
    edits: tuple[Edit, ...] = field(converter=_edits)
    #: Whether it may be made unasked: it does what the author meant, and changes nothing else.
    safe: bool

    @property
    def rule(self) -> str:
        """Code of the rule that the finding is of."""
        return self.finding.code
