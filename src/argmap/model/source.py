"""Sources: what statements are anchored to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from argmap.errors import InvalidValue
from argmap.model import checks
from argmap.model.data import Data
from argmap.model.vocabulary import Grade
from argmap.text import Span
from argmap.values import Value

if TYPE_CHECKING:
    from attrs import Attribute

    Validator = Callable[[object, Attribute[Any], Any], None]

RELIABILITIES = frozenset("ABCDEF")
CREDIBILITIES = range(1, 7)
SMS_LEVELS = range(1, 6)
URL = re.compile(r"https?://[^\s<>\"]+")
DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
INDEX_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def _source_id(_: object, attribute: Attribute[Any], value: str) -> None:
    checks.identifier(_, attribute, value)
    if checks.SOURCE_ID_THAT_IS_A_PLACE.fullmatch(value):
        msg = f"{value!r} would be read as a place; give the source another id"
        raise InvalidValue(msg)


def matching(pattern: re.Pattern[str], what: str) -> Validator:
    """Return a validator that refuses a text which a pattern does not match as a whole."""

    def check(_: object, attribute: Attribute[Any], value: str | None) -> None:
        if value is not None and not pattern.fullmatch(value):
            msg = f"{attribute.name}: {value!r} is no {what}"
            raise InvalidValue(msg)

    return check


def _one_of(values: Iterable[object]) -> Validator:
    allowed = list(values)

    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if value is not None and value not in allowed:
            listed = ", ".join(str(one) for one in sorted(allowed, key=str))
            msg = f"{attribute.name}: {value!r} is none of {listed}"
            raise InvalidValue(msg)

    return check


@frozen(kw_only=True, eq=False, repr=False)
class Bibliography(Value):
    """What is known of a source as a publication; everything is optional.

    >>> Bibliography(title="Run it at night", author="Harbour Users").author
    ('Harbour Users',)
    """

    title: str | None = field(default=None, validator=checks.text)
    author: tuple[str, ...] = field(default=(), converter=checks.strings, validator=checks.texts)
    publisher: str | None = field(default=None, validator=checks.text)
    #: Year, month or day: 2025, 2025-05 or 2025-05-08.
    date: str | None = field(default=None, validator=checks.date)
    accessed: str | None = field(default=None, validator=checks.date)
    url: str | None = field(default=None, validator=matching(URL, "http or https address"))
    doi: str | None = field(default=None, validator=matching(DOI, "DOI such as 10.1000/182"))
    #: Such as article, report, book.
    kind: str | None = field(default=None, validator=checks.text)
    language: str | None = field(default=None, validator=checks.text)
    note: str | None = field(default=None, validator=checks.text)


@frozen(kw_only=True, eq=False, repr=False)
class Source(Bibliography):
    """A text, dataset or person that statements are drawn from; only the id is required.

    >>> Source(id="survey", title="Harbour survey", reliability="B", credibility=2).primary is None
    True
    """

    id: str = field(validator=_source_id)
    #: Name of the index of the source's sentences, never a path.
    index: str | None = field(
        default=None, validator=matching(INDEX_NAME, "name of an index (a name, not a path)")
    )
    #: Admiralty code: A (completely reliable) to E (unreliable), F (cannot be judged).
    reliability: str | None = field(default=None, validator=_one_of(RELIABILITIES))
    #: Admiralty code: 1 (confirmed) to 5 (improbable), 6 (cannot be judged).
    credibility: int | None = field(default=None, validator=_one_of(CREDIBILITIES))
    grade: Grade | None = None
    #: Maryland Scientific Methods Scale, 1 (no controls) to 5 (randomised).
    sms: int | None = field(default=None, validator=_one_of(SMS_LEVELS))
    primary: bool | None = None
    #: Whether the text does not say what the source is ("recent polls").
    unnamed: bool = False
    #: Ids of the sources it draws on.
    derived_from: tuple[str, ...] = field(
        default=(), converter=checks.strings, validator=checks.identifiers
    )
    extras: Data | None = None
    span: Span | None = field(default=None, eq=False, repr=False)


def sources(values: Iterable[Source]) -> tuple[Source, ...]:
    """Return sources as a tuple."""
    return tuple(values)
