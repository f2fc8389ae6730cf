"""Who published a source, where and when: what its index says in words."""

from __future__ import annotations

from attrs import field, frozen

from argmap.model import checks
from argmap.model.source import DOI, URL, matching
from argmap.values import Value


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
