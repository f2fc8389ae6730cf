"""Amounts: a figure with its sign, scale word, currency and unit; and single years."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from argmap.sources.dates import is_year
from argmap.sources.quantity import Figure, NumberKind, Quantity
from argmap.sources.shares import share
from argmap.sources.spelled import SCALES
from argmap.sources.tokens import Found, Token, at, row
from argmap.sources.units import currency_before, unit_behind

_SHORT_SCALES = {"mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9} | {
    "tn": 10**12,
    "trn": 10**12,
}
#: Letters that scale a sum of money.
_MONEY_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
#: Words that may stand between a figure and its unit.
_BETWEEN = frozenset(
    row(
        "more additional extra further consecutive successive straight working calendar full whole "
        "long short estimated"
    )
)
#: Words behind a length in metres; other words behind `3m` are what there are three million of.
_BEHIND_METRES = frozenset(
    row(
        "high long wide deep tall thick away apart above below under over of in at from to by and "
        "or on off per a the into along across behind ahead beyond before after sea near is was "
        "are were between freestyle sprint hurdles race final"
    )
)
#: Words before four digits that make a year of them.
_YEAR_CUES = frozenset(
    row(
        "in since until till by during before after late early mid fiscal year fy spring summer "
        "autumn fall winter and or between from to"
    )
)
#: Words in front of a number that say it is a round one.
_ROUNDING = frozenset(row("about around some nearly almost roughly approximately circa ~ ≈"))


def amount(tokens: Sequence[Token], place: int) -> Found | None:
    """Return the amount, share or single year that begins at a token."""
    is_negative, here = _sign(tokens, place)
    currency, here = currency_before(tokens, here)
    if currency and not is_negative:
        is_negative, here = _sign(tokens, here)
    number = at(tokens, here)
    part = share(tokens, here)
    if part is not None:
        figure, behind = _of_many(tokens, *part)
    elif number.figure is None or number.manner == "ordinal":
        return None
    else:
        figure, behind = _with_half(tokens, _round(tokens, place, number.figure), here + 1)
    figure, behind = _scaled(tokens, figure, behind, is_money=bool(currency))
    unit, behind = _unit(tokens, behind, is_share=part is not None)
    if is_year(number) and behind == place + 1:
        return _year(tokens, place), behind
    words = [at(tokens, behind + offset).low for offset in (0, 1)]
    if unit in {"°", "°C", "°F"} and words in (["below", "zero"], ["below", "freezing"]):
        is_negative, behind = True, behind + 2
    if is_negative:
        figure = figure._replace(value=-figure.value)
    found = Quantity(
        NumberKind.AMOUNT,
        (figure,),
        currency or unit,
        start=tokens[place].start,
        end=tokens[behind - 1].end,
        is_loose=part is None and _is_loose(tokens, here, behind),
    )
    return (found,), behind


def _round(tokens: Sequence[Token], place: int, figure: Figure) -> Figure:
    """Return a figure below 100 whose last digit is a zero that shows nothing: about 30."""
    is_rounded = at(tokens, place - 1).low in _ROUNDING or (
        at(tokens, place - 1).low == "to" and at(tokens, place - 2).low == "close"
    )
    if is_rounded and figure.step == 1 and figure.value and figure.value % 10 == 0:
        return figure._replace(step=Fraction(10))
    return figure


def _sign(tokens: Sequence[Token], place: int) -> tuple[bool, int]:
    """Return whether a sign makes the number behind it negative, and where the number begins.

    A hyphen is a sign where it stands before a number or currency without a space, and behind
    one: behind a letter or digit it joins, and with spaces on both sides it is a dash.
    """
    mark, after = at(tokens, place), at(tokens, place + 1)
    if mark.low in {"minus", "negative"} and (after.figure is not None or _is_symbol(after)):
        return True, place + 1
    if mark.raw not in {"-", "−", "–", "+"} or not after.is_glued:
        return False, place
    before = at(tokens, place - 1)
    if mark.is_glued and (before.is_word or before.is_digits or before.raw in {")", "%", "-"}):
        return False, place
    return mark.raw != "+", place + 1


def _is_symbol(token: Token) -> bool:
    return token.raw in {"$", "€", "£", "¥"}


def _of_many(tokens: Sequence[Token], figure: Figure, behind: int) -> tuple[Figure, int]:
    """Return a share of a round number in words: half a million, a quarter of a million."""
    here = behind + 1 if at(tokens, behind).low in {"of", "-"} else behind
    many = at(tokens, here)
    if many.low in {"a", "an"} and many.figure is not None:
        return figure.times(many.figure.value), here + 1
    if many.low in SCALES and (here == behind or many.is_glued):
        return figure.times(SCALES[many.low]), here + 1
    if many.low == "dozen":
        return figure.times(12), here + 1
    return figure, behind


def _with_half(tokens: Sequence[Token], figure: Figure, behind: int) -> tuple[Figure, int]:
    """Return a figure with what `and a half` or `½` behind it adds."""
    after = at(tokens, behind)
    here = behind
    if after.low == "and" or (after.raw == "-" and at(tokens, behind + 1).low == "and"):
        # With hyphens or without: two and a half, two-and-a-half.
        here += after.raw == "-"
        here += 2 if at(tokens, here + 1).raw == "-" else 1
        article = at(tokens, here)
        here += article.low in {"a", "one"}
        here += at(tokens, here).raw == "-"
        if article.low not in {"a", "one"} or at(tokens, here).low != "half":
            return figure, behind
    elif after.is_digits or not after.raw.isnumeric():
        return figure, behind
    part = share(tokens, here)
    if part is None:
        return figure, behind
    # A million and a half is half a million more.
    whole = figure.step if figure.step >= 1000 else 1
    return Figure(figure.value + part[0].value * whole, Fraction(0)), part[1]


def _scaled(
    tokens: Sequence[Token], figure: Figure, behind: int, *, is_money: bool
) -> tuple[Figure, int]:
    for _ in range(2):
        here = (
            behind + 1
            if at(tokens, behind).raw == "-" and at(tokens, behind + 1).is_glued
            else behind
        )
        scale = _scale(tokens, here, is_money=is_money)
        if scale == 1:
            break
        figure = figure.times(scale)
        if scale == 12:
            figure = figure._replace(step=Fraction(figure.value.denominator == 1))
        behind = here + 1
    return figure, behind


def _scale(tokens: Sequence[Token], place: int, *, is_money: bool) -> int:
    """Return what a scale word multiplies by; 1 where there is none."""
    word = at(tokens, place)
    if word.low == "dozen":
        return 12
    if word.low in SCALES or word.low in _SHORT_SCALES:
        return SCALES.get(word.low) or _SHORT_SCALES[word.low]
    if is_money and word.low in _MONEY_SCALES and (word.is_glued or word.low in {"m", "b"}):
        return _MONEY_SCALES[word.low]
    if word.is_glued and word.raw in {"k", "M"}:
        return _MONEY_SCALES[word.low]
    if word.raw == "m":
        after = at(tokens, place + 1)
        is_sum = after.is_word and after.raw.islower() and after.low not in _BEHIND_METRES
        return 10**6 if is_sum or unit_behind(tokens, place + 1)[0] else 1
    return 1


def scale_of(tokens: Sequence[Token], place: int, behind: int) -> Fraction:
    """Return by how much the scale words of an amount that has been read multiply."""
    product = 1
    for here in range(place, min(behind, place + 10)):
        token = tokens[here]
        if token.manner == "words" and token.figure is not None and token.figure.step >= 100:
            return token.figure.step
        product *= _scale(tokens, here, is_money=here > place)
    return Fraction(product)


def _unit(tokens: Sequence[Token], behind: int, *, is_share: bool) -> tuple[str, int]:
    """Return the unit behind a figure; behind a share it may follow an article: half an hour."""
    here = behind
    if at(tokens, here).low in _BETWEEN:
        here += 1
    elif is_share:
        here += at(tokens, here).low == "of"
        here += at(tokens, here).low in {"a", "an", "per"} and at(tokens, here + 1).low != "cent"
    unit, after = unit_behind(tokens, here)
    return (unit, after) if unit else ("", behind)


def _year(tokens: Sequence[Token], place: int) -> tuple[Quantity, ...]:
    token, after = tokens[place], at(tokens, place + 1)
    is_cued = at(tokens, place - 1).low in _YEAR_CUES
    is_plural = after.is_word and after.raw.islower() and after.low.endswith("s")
    is_likely = int(token.raw) >= 1500 or is_cued
    is_plural = is_plural and after.low not in {"was", "is", "has", "as", "its", "this", "plus"}
    kind = NumberKind.YEAR if is_likely and not is_plural else NumberKind.YEAR_OR_AMOUNT
    return (Quantity(kind, (Figure(Fraction(token.raw)),), start=token.start, end=token.end),)


#: Words behind `one`, and before it, that make a pronoun of it.
_BEHIND_ONE = frozenset(
    row(
        "of another can could may might must should would will is was has day thing hand side way "
        "and or that who which more"
    )
)
_BEFORE_ONE = frozenset(
    row("no any some every each this that the which for another only last next not a as")
)


def _is_loose(tokens: Sequence[Token], place: int, behind: int) -> bool:
    """Return whether a word for a number may be a pronoun or a part of a name."""
    token = tokens[place]
    if token.manner != "words":
        return False
    before, after = at(tokens, place - 1), at(tokens, behind)
    if token.low == "one" and behind == place + 1:
        is_alone = not (after.is_word or after.is_digits or after.raw in {"-", "$"})
        return is_alone or after.low in _BEHIND_ONE or before.low in _BEFORE_ONE
    return token.raw[0].isupper() and (before.is_word or before.raw == "-")
