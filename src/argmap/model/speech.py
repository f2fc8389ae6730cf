"""How sure and by whom: qualifiers and speakers."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from argmap.model import checks
from argmap.model.places import Anchor, anchors
from argmap.text import Span
from argmap.values import Value


@frozen(eq=False, repr=False)
class Qualifier(Value):
    """How certain a statement is said to be (Toulmin's qualifier).

    `term` is a word of the map's scale, or the author's own hedge. Where the analyst maps the
    author's hedge to a word of the scale, `as_written` keeps the author's.
    """

    term: str = field(validator=checks.text)
    as_written: str | None = field(default=None, validator=checks.text)
    #: How good the grounds for the term are said to be: a word such as `low`, `moderate`, `high`.
    confidence: str | None = field(default=None, validator=checks.text)
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        """Return the term, with the author's word and the confidence where they are given."""
        written = "" if self.as_written is None else f' (written "{self.as_written}")'
        confidence = "" if self.confidence is None else f", {self.confidence} confidence"
        return f"{self.term}{written}{confidence}"


@frozen(eq=False, repr=False)
class Speaker(Value):
    """Who says it; `force` is the illocution (AIF: L- and YA-nodes), such as `asserting`."""

    name: str = field(validator=checks.text)
    force: str | None = field(default=None, validator=checks.text)
    anchors: tuple[Anchor, ...] = field(default=(), converter=anchors)
    span: Span | None = field(default=None, eq=False, repr=False)


def speakers(values: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """Return speakers as a tuple."""
    return tuple(values)
