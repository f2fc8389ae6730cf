"""From a path or a text to a map."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from argmap.diagnostics import InvalidMap, Severity
from argmap.formats import Limits, Reading, native
from argmap.model import ArgumentMap
from argmap.pipeline.catalogue import rule_names
from argmap.text import Text

#: How a map file is written.
Form: TypeAlias = Literal["yaml", "json"]


def read(source: str | Path | Text, *, limits: Limits | None = None) -> Reading:
    """Return what a map file holds, and what is wrong with the file (AM001 to AM099).

    Never raises on content. What is called `*.json` is read as the JSON form, everything else as
    YAML.

    Args:
        source: a path, or a `Text`; a plain `str` is a path.
        limits: how large the file may be.

    Raises:
        OSError: the file cannot be opened.

    >>> reading = read(Text("m.yaml", "argmap: 1"))
    >>> [str(finding) for finding in reading.diagnostics]
    ['m.yaml:1:1: AM015 statements is missing']
    """
    limits = limits or Limits()
    text = source if isinstance(source, Text) else text_of(Path(source), limits)
    if form_of(text.name) == "json":
        from argmap.formats import json_form  # loaded when it is wanted

        return json_form.read(text, limits=limits, rules=rule_names(), places=True)
    return native.read(text, limits=limits, rules=rule_names())


def form_of(name: str) -> Form:
    """Return the form of a map file, by its name."""
    return "json" if name.lower().endswith(".json") else "yaml"


def text_of(path: Path, limits: Limits) -> Text:
    """Return the text of a file; of one that is too large only so much that this can be seen."""
    with path.open("rb") as file:
        return Text.decode(str(path), file.read(limits.size + 1))


def load(path: str | Path) -> ArgumentMap:
    """Return the map in a file.

    Findings of the rules do not matter here: `check` tells them.

    Raises:
        InvalidMap: the file is no map, or one with errors AM001 to AM099; it holds them all.
        OSError: the file cannot be opened.

    >>> load("maps/ferry.argmap.yaml").main
    ('run-at-night',)
    """
    return _map_of(read(Path(path)))


def loads(text: str, *, name: str = "<text>") -> ArgumentMap:
    r"""Return the map that a text holds.

    Args:
        text: the map file.
        name: what diagnostics call it.

    Raises:
        InvalidMap: the text is no map, or one with errors AM001 to AM099; it holds them all.

    >>> loads("argmap: 1\nstatements: {ferry: {claim: The ferry runs.}}")["ferry"].text
    'The ferry runs.'
    """
    return _map_of(read(Text(name, text)))


def _map_of(reading: Reading) -> ArgumentMap:
    failed = any(found.severity is Severity.ERROR for found in reading.diagnostics)
    if reading.map is None or failed:
        raise InvalidMap(reading.diagnostics)
    return reading.map
