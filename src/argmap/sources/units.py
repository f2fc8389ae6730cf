"""Units: how they are written, and what two of them have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from argmap.sources.tokens import Token, at

# Code, dimension, size in the dimension, and the spellings. A spelling of one letter must be
# written just so; in others case does not matter. Dimensions in capitals are currencies. Sizes are
# exact by definition; a month is no number of days.
_TABLE = """
% share 1/100 % | percent | per cent | pct | p.c
‰ share 1/1000 ‰ | per mille | per mil
pp points 1 percentage point | percentage points | percent point | per cent points | % points
pp points 1 pp | ppt | ppts | p.p | %-points | %-point | percentage-points | percentage-point
point points 1 point | points | pts
bp basis-points 1 bp | bps | basis point | basis points
x times 1 x | × | times | fold | -fold
USD USD 1 usd | us dollar | us dollars | us$ | american dollars
AUD AUD 1 aud | australian dollar | australian dollars
CAD CAD 1 cad | canadian dollar | canadian dollars
NZD NZD 1 nzd | new zealand dollars
HKD HKD 1 hkd | hong kong dollars
SGD SGD 1 sgd | singapore dollars
TWD TWD 1 twd | taiwan dollars
$ DOLLAR 1 $ | dollar | dollars | buck | bucks
EUR EUR 1 eur | euro | euros | €
GBP GBP 1 gbp | £ | pounds sterling | pound sterling | sterling | quid
pound POUND 1 pound | pounds
JPY JPY 1 jpy | yen
CNY CNY 1 cny | rmb | yuan | renminbi
¥ YEN-OR-YUAN 1 ¥ | ￥
KRW KRW 1 krw | won | ₩
INR INR 1 inr | rs | rupee | rupees | ₹
RUB RUB 1 rub | rouble | roubles | ruble | rubles | ₽
CHF CHF 1 chf | franc | francs | swiss francs
SEK SEK 1 sek | swedish kronor
NOK NOK 1 nok | norwegian kroner
DKK DKK 1 dkk | danish kroner
kr KRONE 1 kr | krone | kroner | krona | kronor | crown | crowns
BRL BRL 1 brl | reais
ZAR ZAR 1 zar | rand
TRY TRY 1 lira | liras | ₺
UAH UAH 1 uah | hryvnia | hryvnias | ₴
ILS ILS 1 ils | shekel | shekels | ₪
cent CENT 1 cent | cents | ¢
penny PENNY 1 penny | pence
km length 1000 km | kilometre | kilometres | kilometer | kilometers | kms
m length 1 m | metre | metres | meter | meters
cm length 1/100 cm | centimetre | centimetres | centimeter | centimeters
mm length 1/1000 mm | millimetre | millimetres | millimeter | millimeters
nm length 1/1000000000 nm | nanometre | nanometres | nanometer | nanometers
mi miles 1609.344 mile | miles | mi
ft miles 0.3048 foot | feet | ft
in miles 0.0254 inch | inches
yd miles 0.9144 yard | yards | yd
nmi nautical-miles 1852 nautical mile | nautical miles | nmi
km² area 1000000 km² | km2 | square kilometre | square kilometres | sq km
km² area 1000000 square kilometer | square kilometers
m² area 1 m² | m2 | square metre | square metres | square meter | square meters | sq m
ha area 10000 ha | hectare | hectares
acre acres 4046.8564224 acre | acres
mi² acres 2589988.110336 square mile | square miles | sq mi | sq miles
ft² acres 0.09290304 square foot | square feet | sq ft
m³ volume 1 m³ | cubic metre | cubic metres | cubic meter | cubic meters
l volume 1/1000 l | litre | litres | liter | liters
ml volume 1/1000000 ml | millilitre | millilitres | milliliter | milliliters
bbl barrels 1 barrel | barrels | bbl
gal gallons 1 gallon | gallons
kg mass 1 kg | kgs | kilo | kilos | kilogram | kilograms | kilogramme | kilogrammes
g mass 1/1000 g | gram | grams | gramme | grammes
mg mass 1/1000000 mg | milligram | milligrams
t mass 1000 t | tonne | tonnes | metric ton | metric tons
kt mass 1000000 kt | kilotonne | kilotonnes | kiloton | kilotons
Mt mass 1000000000 mt | megatonne | megatonnes | megaton | megatons
Gt mass 1000000000000 gt | gigatonne | gigatonnes | gigaton | gigatons
ton TON 1 ton | tons
lb pounds 0.45359237 lb | lbs
oz pounds 0.028349523125 oz | ounce | ounces
°C celsius 1 °c | ℃ | C | degree celsius | degrees celsius | degrees c
°C celsius 1 degrees centigrade | degree centigrade
°F fahrenheit 1 °f | ℉ | F | degrees fahrenheit | degree fahrenheit | degrees f
° DEGREE 1 ° | degree | degrees
km/h speed 1 km/h | kph | kmh | kilometres per hour | kilometers per hour | kilometres an hour
m/s speed 3.6 m/s | metres per second | meters per second
mph mph 1.609344 mph | miles per hour | miles an hour
kn knots 1.852 knot | knots
s seconds 1 second | seconds | sec | secs
min seconds 60 minute | minutes | min | mins
h seconds 3600 h | hour | hours | hr | hrs
d seconds 86400 day | days
wk seconds 604800 week | weeks
fortnight seconds 1209600 fortnight | fortnights
mo months 1 month | months
yr months 12 year | years | yr | yrs | year old | years old | years-old | year-old
decade months 120 decade | decades
century months 1200 century | centuries
W power 1 watt | watts
kW power 1000 kw | kilowatt | kilowatts
MW power 1000000 mw | megawatt | megawatts
GW power 1000000000 gw | gigawatt | gigawatts
TW power 1000000000000 tw | terawatt | terawatts
kWh energy 1 kwh | kilowatt hour | kilowatt hours | kilowatt-hours | kilowatt-hour
MWh energy 1000 mwh | megawatt hour | megawatt hours | megawatt-hours | megawatt-hour
GWh energy 1000000 gwh | gigawatt hour | gigawatt hours | gigawatt-hours | gigawatt-hour
TWh energy 1000000000 twh | terawatt hour | terawatt hours | terawatt-hours | terawatt-hour
MB data 1 mb | megabyte | megabytes
GB data 1000 gb | gigabyte | gigabytes
TB data 1000000 tb | terabyte | terabytes
ppm ppm 1 ppm | parts per million
Hz frequency 1 hz | hertz
dB decibels 1 db | decibel | decibels
cal calories 1 calorie | calories | kcal
"""

#: Units that may be meant by one that leaves it open.
_MEANINGS = {
    "$": {"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"},
    "pound": {"GBP", "lb"},
    "¥": {"JPY", "CNY"},
    "kr": {"SEK", "NOK", "DKK"},
    "°": {"°C", "°F"},
    "ton": {"t"},
}
#: What stands before a dollar sign.
_DOLLARS = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD"} | {
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
}
_SPACED = re.compile(r"[%/.$°-]")


class Unit(NamedTuple):
    """A unit: what it measures, and how often the unit of that dimension goes into it."""

    dimension: str
    size: Fraction


class _Units(NamedTuple):
    #: By code.
    units: dict[str, Unit]
    #: Codes, by the tokens of the spellings.
    spelled: dict[tuple[str, ...], str]
    #: By the first token, how many tokens spellings have that begin with it, most first.
    lengths: dict[str, list[int]]


@cache
def _units() -> _Units:
    units, spelled = {}, {}
    for line in _TABLE.strip().splitlines():
        code, dimension, size, spellings = line.split(" ", 3)
        units[code] = Unit(dimension, Fraction(size))
        for spelling in spellings.split(" | "):
            spelled[tuple(_SPACED.sub(r" \g<0> ", spelling).split())] = code
    lengths: dict[str, set[int]] = {}
    for tokens in spelled:
        lengths.setdefault(tokens[0], set()).add(len(tokens))
    return _Units(
        units, spelled, {first: sorted(found, reverse=True) for first, found in lengths.items()}
    )


def first_words_of_units() -> Set[str]:
    """Return what the spellings of units begin with."""
    return _units().lengths.keys()


def unit_behind(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """Return the unit that begins at a token and the place behind it; no unit is the empty text.

    A hyphen before a unit counts as a space: `10-year`.
    """
    known = _units()
    first = at(tokens, place)
    if first.raw == "-" and first.is_glued and at(tokens, place + 1).is_glued:
        code, behind = unit_behind(tokens, place + 1)
        return (code, behind) if code else ("", place)
    for length in known.lengths.get(first.low) or known.lengths.get(first.raw) or []:
        code = known.spelled.get(_words(tokens, place, length), "")
        is_clear = first.is_glued or length > 1 or first.raw not in {"C", "F"}
        if code and is_clear:
            return code, place + length
    return "", place


def _word(token: Token) -> str:
    return token.raw if len(token.raw) == 1 else token.low


def _words(tokens: Sequence[Token], place: int, length: int) -> tuple[str, ...]:
    """Return the next tokens as spellings have them: a letter that stands alone as written."""
    if length == 1:
        return (_word(at(tokens, place)),)
    return tuple(at(tokens, place + offset).low for offset in range(length))


def currency_before(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """Return the currency that begins at a token before its number, and the place behind it."""
    known = _units()
    first, after = at(tokens, place), at(tokens, place + 1)
    if first.low in _DOLLARS and after.raw == "$" and after.is_glued:
        return _DOLLARS[first.low], place + 2
    code = known.spelled.get((_word(first),), "")
    is_mark = first.raw == code or first.low in {"rs", "rmb"} or not first.is_word
    if not code or not is_mark or not known.units[code].dimension.isupper():
        return "", place
    return code, place + 1


def sizes(one: str, other: str) -> tuple[Fraction, Fraction] | None:
    """Return by how much to multiply figures in two units to compare them; None if one cannot.

    A number without a unit is compared as it is written; only a share is a share of one, so that
    half and 50 per cent are equal, and 50 and 50 per cent are not.

    >>> sizes("km", "m")
    (Fraction(1000, 1), Fraction(1, 1))
    >>> sizes("%", "pp") is None
    True
    """
    units = _units().units
    if one == other or other in _MEANINGS.get(one, ()) or one in _MEANINGS.get(other, ()):
        return Fraction(1), Fraction(1)
    sized = [units.get(unit) for unit in (one, other)]
    if "" in {one, other}:
        first, second = (
            unit.size if unit is not None and unit.dimension == "share" else Fraction(1)
            for unit in sized
        )
        return first, second
    first_unit, second_unit = sized
    if first_unit is None or second_unit is None or first_unit.dimension != second_unit.dimension:
        return None
    return first_unit.size, second_unit.size
