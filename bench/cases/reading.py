"""B1, B1t, B1j: reading a map and checking it, beside the bare events of libyaml.

python -m bench.cases.reading CASE SMALL FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

import argmap
from argmap import rules
from argmap.formats import Limits, Reading, json_form
from argmap.model import ArgumentMap
from argmap.text import Text
from bench.clock import Measured, Stopwatch, tell

# 100,000 statements are more than the reader takes on by default.
LIMITS = Limits(size=1 << 30, elements=10_000_000)
#: The rules of structure and sufficiency that need nothing but the map, or schemes beside it.
STRUCTURE = tuple(
    rule
    for rule in rules.RULES
    if rule.RULE.code.startswith(("AM1", "AM2")) and rule.NEEDS.issubset({"schemes"})
)


def events(file: Path) -> Measured:
    """Measure libyaml making events of the file, with nothing made of them."""
    watch = Stopwatch()
    loader = yaml.CBaseLoader(file.read_bytes())
    while loader.get_event() is not None:
        pass
    watch.lap("events")
    return Measured(watch.laps, {})


def read_yaml(file: Path) -> Reading:
    """Return what the YAML form holds."""
    return argmap.read(file, limits=LIMITS)


def read_json(file: Path) -> Reading:
    """Return what the JSON form holds."""
    return json_form.read(Text.decode(str(file), file.read_bytes()), limits=LIMITS)


def from_yaml(file: Path) -> Measured:
    """Measure reading the YAML form, then with the rules of structure and sufficiency."""
    watch = Stopwatch()
    reading = read_yaml(file)
    watch.lap("yaml read")
    found = rules.check(whole(reading), STRUCTURE)
    watch.lap("yaml checked")
    return Measured(watch.laps, seen(reading) | {"findings": len(found.diagnostics)})


def from_json(file: Path) -> Measured:
    """Measure reading the JSON form, then with the rules of structure and sufficiency."""
    watch = Stopwatch()
    reading = read_json(file)
    watch.lap("json read")
    found = rules.check(whole(reading), STRUCTURE)
    watch.lap("json checked")
    return Measured(watch.laps, seen(reading) | {"findings": len(found.diagnostics)})


def every_rule(file: Path) -> Measured:
    """Measure reading the YAML form and running every rule."""
    watch = Stopwatch()
    examined = argmap.examine(file, limits=LIMITS)
    watch.lap("yaml every rule")
    return Measured(watch.laps, seen(examined))


def whole(reading: Reading | argmap.Examination) -> ArgumentMap:
    """Return the map that was read.

    Raises:
        ValueError: there is none.
    """
    if reading.map is None:
        msg = "the file holds no map"
        raise ValueError(msg)
    return reading.map


def seen(reading: Reading | argmap.Examination) -> dict[str, int]:
    """Return how many statements and steps were read."""
    argument_map = whole(reading)
    return {
        "statements": len(argument_map.statements),
        "steps": sum(1 for _ in argument_map.steps),
    }


CASES = {
    "events": events,
    "yaml": from_yaml,
    "json": from_json,
    "every-rule": every_rule,
}

if __name__ == "__main__":
    tell(CASES[sys.argv[1]], Path(sys.argv[2]), Path(sys.argv[3]))
