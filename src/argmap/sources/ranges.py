"""Neighbours: ranges, and what the numbers of a list share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from argmap.sources.amounts import scale_of
from argmap.sources.dates import day_of
from argmap.sources.quantity import Figure, NumberKind, Quantity
from argmap.sources.tokens import Token, at

_DASHES = {"-", "–", "—", "−"}


class Read(NamedTuple):
    """A number, and the places of its first token and of the one behind it."""

    quantity: Quantity
    first: int
    behind: int


def joined(tokens: Sequence[Token], found: Sequence[Read]) -> tuple[Quantity, ...]:
    """Return numbers in their order, neighbours that make a range as one. Linear.

    A unit or scale word behind the second of a pair, or the last of a list, counts for those
    before it: `10-15 %`, `$3 to 5 billion`, `3.1, 3.2 and 3.3 per cent`, `3-5 June`.
    """
    done: list[Read] = []
    is_list = False
    for read in reversed(found):
        if not done:
            done.append(read)
            continue
        one, other = read, done.pop()
        is_close = other.first - one.behind <= 2
        joint = [token.low for token in tokens[one.behind : other.first]] if is_close else []
        is_range = _is_range(tokens, one, joint)
        is_list = joint in _LISTS or (is_list and joint == [","])
        if is_range or is_list:
            is_scaled = is_range or joint == ["or"]
            one, other = _sharing(tokens, one, other, is_range=is_range, is_scaled=is_scaled)
        done += [_range(one, other)] if is_range and _is_one(one, other) else [other, one]
    return tuple(read.quantity for read in reversed(done))


_LISTS = (["and"], ["or"], [",", "and"], [",", "or"])


def _is_range(tokens: Sequence[Token], one: Read, joint: list[str]) -> bool:
    if len(joint) != 1:
        return False
    before = at(tokens, one.first - 1).low
    return joint[0] in _DASHES | {"to", "/"} or (joint == ["and"] and before == "between")


def _sharing(
    tokens: Sequence[Token], one: Read, other: Read, *, is_range: bool, is_scaled: bool
) -> tuple[Read, Read]:
    """Return two neighbours with the unit, scale, month or century that they have in common."""
    match one.quantity.kind, other.quantity.kind:
        case NumberKind.AMOUNT, NumberKind.AMOUNT:
            one, other = _units(tokens, one, other, is_range=is_range)
            one = _scaled(tokens, one, other) if is_scaled else one
        case ((NumberKind.YEAR | NumberKind.YEAR_OR_AMOUNT), NumberKind.AMOUNT) if is_range:
            if other.quantity.unit and at(tokens, one.behind).raw in _DASHES:
                one = _with(one, kind=NumberKind.AMOUNT, unit=other.quantity.unit)
            other = _short_year(tokens, one, other)
        case ((NumberKind.AMOUNT | NumberKind.ORDINAL), NumberKind.DATE):
            one = _day(tokens, one, one.first, other.quantity)
        case NumberKind.DATE, NumberKind.AMOUNT if is_range and day_of(tokens[one.behind - 1]):
            other = _day(tokens, other, other.first, one.quantity)
        case NumberKind.AMOUNT, NumberKind.TIME if is_range:
            one = _hour(one, other)
        case _:
            pass
    return one, other


def _day(tokens: Sequence[Token], read: Read, place: int, date: Quantity) -> Read:
    """Return a number as a day of the month of a date, if it can be one: 3-5 June."""
    day = day_of(tokens[place])
    is_alone = read.behind == place + 1 and not read.quantity.unit
    if not day or not is_alone or not date.figures[2].value:
        return read
    return _with(read, kind=NumberKind.DATE, figures=(*date.figures[:2], Figure(Fraction(day))))


def _units(tokens: Sequence[Token], one: Read, other: Read, *, is_range: bool) -> tuple[Read, Read]:
    first, second = one.quantity, other.quantity
    if not first.unit and second.unit:
        one = _with(one, unit=second.unit)
    if is_range and first.unit and not second.unit and tokens[one.first].figure is None:
        other = _with(other, unit=first.unit)
    return one, other


def _scaled(tokens: Sequence[Token], one: Read, other: Read) -> Read:
    first, second = one.quantity, other.quantity
    scale = scale_of(tokens, other.first, other.behind)
    figure, near = first.figures[0], second.figures[0].value / scale
    is_plain = scale_of(tokens, one.first, one.behind) == 1 and len(first.figures) == 1
    # Neither 900 to 1.2 million nor fifty to a hundred has a scale in common.
    most = 50 if scale > 100 else 1
    if is_plain and scale > 1 and abs(near) <= 50 * abs(figure.value) <= 50 * most * abs(near):
        return _with(one, figures=(figure.times(scale),))
    return one


def _short_year(tokens: Sequence[Token], one: Read, other: Read) -> Read:
    """Return the second year of 2018-19 in full."""
    year, short = one.quantity.figures[0].value, other.quantity
    token = tokens[other.first]
    value = short.low + year // 100 * 100 if token.raw.isdecimal() and len(token.raw) == 2 else 0
    if value <= year or short.unit or not token.is_glued:
        return other
    return _with(other, kind=NumberKind.YEAR, figures=(Figure(Fraction(value)),))


def _hour(one: Read, other: Read) -> Read:
    """Return the first time of `9 to 11 pm` in full."""
    figure, until = one.quantity.figures[0], other.quantity.figures[0].value
    if one.quantity.unit or not figure.is_whole or not 0 < figure.value <= 12:
        return one
    minutes = figure.value % 12 * 60
    if minutes + 720 < until:
        minutes += 720
    return _with(one, kind=NumberKind.TIME, figures=(Figure(minutes),))


def _with(
    read: Read,
    *,
    kind: NumberKind | None = None,
    figures: tuple[Figure, ...] = (),
    unit: str | None = None,
) -> Read:
    old = read.quantity
    changed = evolve(
        old,
        kind=kind or old.kind,
        figures=figures or old.figures,
        unit=old.unit if unit is None else unit,
    )
    return read._replace(quantity=changed)


_YEARS = {NumberKind.YEAR, NumberKind.YEAR_OR_AMOUNT}


def _is_one(one: Read, other: Read) -> bool:
    """Return whether two neighbours that a dash or `to` joins are the ends of one range."""
    first, second = one.quantity, other.quantity
    if len(first.figures) != 1 or len(second.figures) != 1 or first.unit != second.unit:
        return False
    kinds = {first.kind, second.kind}
    return kinds <= _YEARS or kinds in ({NumberKind.AMOUNT}, {NumberKind.TIME})


def _range(one: Read, other: Read) -> Read:
    first, second = one.quantity, other.quantity
    both = evolve(
        first,
        kind=second.kind if first.kind is NumberKind.YEAR_OR_AMOUNT else first.kind,
        figures=(*first.figures, *second.figures),
        end=second.end,
        is_loose=first.is_loose and second.is_loose,
    )
    return Read(both, one.first, other.behind)
