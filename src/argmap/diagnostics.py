"""What is wrong with a map: rules as records, findings as values.

A `RuleInfo` is the one record of a rule: code, name, severity, summary and the page that explains
it. The module that raises a code defines its record; reports, command line and docs read it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import total_ordering
from inspect import cleandoc

from attrs import field, frozen
from attrs.converters import optional

from argmap.errors import ArgmapError
from argmap.text import Span
from argmap.values import Value


@total_ordering
class Severity(Enum):
    """How much a finding matters. Severities compare: `Severity.ERROR > Severity.WARNING`.

    >>> max(Severity.INFO, Severity.ERROR)
    <Severity.ERROR: 'error'>
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def __lt__(self, other: Severity) -> bool:
        """Return whether this severity is milder."""
        return _RANKS[self.value] < _RANKS[other.value]


_RANKS = {"info": 0, "warning": 1, "error": 2}


# The longest value, and the longest message, that is shown whole.
_LONGEST_VALUE = 80
_LONGEST_MESSAGE = 500


def shortened(value: str, longest: int = _LONGEST_VALUE) -> str:
    """Return a value with its middle left out where it is too long to be read.

    A step without an id goes by the ids of its premises, of which there may be thousands.

    >>> shortened("run-at-night"), shortened("demand+money>ferry", 10)
    ('run-at-night', 'deman...ferry')
    """
    half = longest // 2
    return value if len(value) <= longest else f"{value[:half]}...{value[-half:]}"


def _told(message: str) -> str:
    """Return a message that repeats no long value: first its words are shortened, then the rest."""
    if len(message) <= 2 * _LONGEST_VALUE:
        return message
    words = message.split(" ", _LONGEST_MESSAGE)
    return shortened(" ".join(map(shortened, words)), _LONGEST_MESSAGE)


@frozen(eq=False, repr=False)
class Related(Value):
    """A second place that a finding speaks of, with the words to say beside it."""

    #: Long values in it are shortened.
    message: str = field(converter=_told)
    span: Span | None = None
    #: Id of the element at that place; a waiver may name it instead of the subject.
    subject: str | None = None


@frozen(eq=False, repr=False)
class Diagnostic(Value):
    """One finding: what is wrong, where, how bad it is, and what to do.

    `str()` gives one line, `place: CODE message`.
    """

    code: str
    name: str
    severity: Severity
    #: Long values in it are shortened, as in the hint.
    message: str = field(converter=_told)
    #: Where it is; None where the finding belongs to no place (a map built in code).
    span: Span | None = None
    #: Id of the element the finding is about; None for a finding of the whole map.
    subject: str | None = None
    related: tuple[Related, ...] = ()
    #: What to do about it.
    hint: str | None = field(default=None, converter=optional(_told))

    @property
    def sort_key(self) -> tuple[str, int, str, str, str]:
        """Key that puts findings in the order of their texts, places, codes and messages."""
        if self.span is None:
            return ("", -1, self.code, self.subject or "", self.message)
        return (
            self.span.text.name,
            self.span.start,
            self.code,
            self.subject or "",
            self.message,
        )

    def __hash__(self) -> int:
        """Return a hash of what mostly differs: one of all fields takes longer than a finding."""
        return hash((self.code, self.subject, self.message))

    def __str__(self) -> str:
        """Return the finding as one line."""
        place = "" if self.span is None else f"{self.span}: "
        return f"{place}{self.code} {self.message}"


@frozen(eq=False, repr=False)
class RuleInfo(Value):
    """Everything that is said about a rule outside its findings.

    >>> rule = RuleInfo("AM101", "dangling-reference", Severity.ERROR, "an id is not defined", "")
    >>> str(rule.at(None, "a refers to b, which is not defined", subject="a"))
    'AM101 a refers to b, which is not defined'
    """

    code: str
    name: str
    severity: Severity
    #: One line for lists.
    summary: str
    _page: str | None = field(repr=False)

    @property
    def page(self) -> str:
        """The whole page in Markdown: what, why, bad, good, reference."""
        # To clean the pages of all rules takes longer than to run the rules on a small map.
        return cleandoc(self._page or "")

    def at(
        self,
        span: Span | None,
        message: str,
        *,
        subject: str | None = None,
        related: Iterable[Related] = (),
        hint: str | None = None,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return a finding of this rule; `severity` overrides the rule's own."""
        return Diagnostic(
            self.code,
            self.name,
            severity or self.severity,
            message,
            span,
            subject,
            tuple(related),
            hint,
        )


class InvalidMap(ArgmapError, ValueError):
    """A map that cannot be loaded.

    `diagnostics` holds every finding of the reader, in the order of their places; the message names
    the first five, so that a traceback in a notebook already says what to mend.
    """

    _what = "map"

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep the diagnostics."""
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        """Return what is wrong, a finding a line, at most five."""
        shown = [f"  {diagnostic}" for diagnostic in self.diagnostics[:5]]
        rest = len(self.diagnostics) - len(shown)
        if rest:
            shown.append(f"  and {rest} more")
        return "\n".join([f"the {self._what} cannot be read:", *shown])


class InvalidIndex(InvalidMap):
    """An index of a source that cannot be loaded; `diagnostics` holds every finding."""

    _what = "index of a source"
