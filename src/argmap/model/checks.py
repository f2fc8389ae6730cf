"""What the constructors refuse: values that no map file could hold.

The functions are converters and validators for attrs fields; each raises `InvalidValue`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from argmap.errors import InvalidValue
from argmap.text import forbidden_characters

if TYPE_CHECKING:
    from attrs import Attribute

ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
SOURCE_ID_THAT_IS_A_PLACE = re.compile(r"p[0-9].*|via", re.DOTALL)
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_date(value: str) -> bool:
    """Return whether a text is a year, a month or a day that exists: 2025, 2025-05, 2025-05-08.

    >>> is_date("2024-02-29"), is_date("2025-02-29"), is_date("May 2025")
    (True, False, False)
    """
    found = PARTIAL_DATE.fullmatch(value)
    if not found or not value.isascii():
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return year > 0 and 1 <= month <= len(days) and 1 <= day <= days[month - 1]


def strings(values: str | Iterable[str]) -> tuple[str, ...]:
    """Return texts as a tuple; a single text is a list of one."""
    return (values,) if isinstance(values, str) else tuple(values)


def catalogue_name(value: str | None) -> str | None:
    """Return a name from the catalogues as maps write it: with `-` for `_`.

    >>> catalogue_name("expert_opinion")
    'expert-opinion'
    """
    return None if value is None else value.replace("_", "-")


def identifier(_: object, attribute: Attribute[Any], value: str | None) -> None:
    """Refuse an id that is not a letter followed by letters, digits, `_` and `-`.

    Raises:
        InvalidValue: the value is refused.
    """
    if value is not None and not ID.fullmatch(value):
        msg = f"{attribute.name}: {value!r} is no id: a letter, then letters, digits, _ or -"
        raise InvalidValue(msg)


def identifiers(instance: object, attribute: Attribute[Any], values: tuple[str, ...]) -> None:
    """Refuse a list with an entry that `identifier` refuses."""
    for value in values:
        identifier(instance, attribute, value)


def text(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse a text that is empty or holds characters that a map file cannot hold.

    Raises:
        InvalidValue: the value is refused.
    """
    if value is None:
        return
    if not isinstance(value, str) or not value.strip():
        msg = f"{attribute.name}: a text is needed, not {value!r}"
        raise InvalidValue(msg)
    if "\r" in value:
        msg = f"{attribute.name}: a carriage return cannot be kept in {value!r}"
        raise InvalidValue(msg)
    for offset in forbidden_characters(value):
        msg = f"{attribute.name}: U+{ord(value[offset]):04X} cannot stand in {value!r}"
        raise InvalidValue(msg)


def texts(instance: object, attribute: Attribute[Any], values: tuple[str, ...]) -> None:
    """Refuse a list with a text that `text` refuses."""
    for value in values:
        text(instance, attribute, value)


def reference(_: object, attribute: Attribute[Any], value: str | None) -> None:
    """Refuse what cannot name an element: an id, or a derived id such as `a+b#2>c`.

    Raises:
        InvalidValue: the value is refused.
    """
    if value is not None and not is_reference(value):
        msg = f"{attribute.name}: {value!r} is neither an id nor a derived id such as a+b>c"
        raise InvalidValue(msg)


def references(instance: object, attribute: Attribute[Any], values: tuple[str, ...]) -> None:
    """Refuse a list with an entry that `reference` refuses."""
    for value in values:
        reference(instance, attribute, value)


def is_reference(value: str) -> bool:
    """Return whether a text has the form of an id or a derived id.

    >>> is_reference("ferry"), is_reference("u!a+b#2>c"), is_reference("a>"), is_reference("a b")
    (True, True, False, False)
    """
    *steps, target = re.split(r"[>!]", value)
    return ID.fullmatch(target) is not None and all(_PREMISES.fullmatch(step) for step in steps)


_PREMISES = re.compile(rf"{ID.pattern}(\+{ID.pattern})*(#[1-9][0-9]{{0,8}})?")


def share(_: object, attribute: Attribute[Any], value: float | None) -> None:
    """Refuse a number outside 0 to 1.

    Raises:
        InvalidValue: the value is refused.
    """
    if value is not None and not 0 <= value <= 1:
        msg = f"{attribute.name}: {value!r} is not a number from 0 to 1"
        raise InvalidValue(msg)


def date(_: object, attribute: Attribute[Any], value: str | None) -> None:
    """Refuse what is not a date in the form 2025, 2025-05 or 2025-05-08.

    Raises:
        InvalidValue: the value is refused.
    """
    if value is not None and not is_date(value):
        msg = f"{attribute.name}: {value!r} is no date such as 2025, 2025-05 or 2025-05-08"
        raise InvalidValue(msg)


def unique(what: str, ids: Iterable[str]) -> None:
    """Refuse ids of which two are the same.

    Raises:
        InvalidValue: naming the first id that comes twice.
    """
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            msg = f"{what}: two have the id {name!r}"
            raise InvalidValue(msg)
        seen.add(name)
