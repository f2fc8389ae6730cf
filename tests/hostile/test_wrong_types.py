"""Every kind of value in every place: the reader refuses what the schema refuses, where it stands.

The documents are JSON, which is YAML too: each is read in both forms. The schema of the format, by
a validator that knows nothing of the reader, says which of them are wrong.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft7Validator

from argmap import pipeline
from argmap.formats import Reading, json_form, schema
from argmap.formats.native import read
from argmap.formats.schema.tables import OBJECTS
from argmap.text import Text

BASE: dict[str, Any] = {
    "argmap": 1,
    "text": "t",
    "sources": {"t": {"title": "T"}},
    "statements": {
        "a": {"claim": "It runs.", "because": {"from": "b"}},
        "b": {"premise": "It rests."},
    },
}
# Where an object of each kind stands in the base.
HOMES: dict[str, tuple[str, ...]] = {
    "map": (),
    "section": ("sections", "s"),
    "source": ("sources", "t"),
    "issue": ("issues", "i"),
    "preference": ("preferences",),
    "waiver": ("waive",),
    "expectation": ("expect",),
    "response": ("responses", "a"),
    "statement": ("statements", "a"),
    "scope": ("statements", "a", "scope"),
    "anchor": ("statements", "a", "at"),
    "speaker": ("statements", "a", "by"),
    "qualifier": ("statements", "a", "certainty"),
    "step": ("statements", "a", "because"),
    "answer": ("statements", "a", "because", "answers", "q"),
}
VALUES: dict[str, Any] = {
    "null": None,
    "true": True,
    "a whole number": 7,
    "a negative number": -1,
    "a huge number": 10**400,
    "a tiny number": 1e-300,
    "an empty text": "",
    "a blank text": " \t\n ",
    "a text": "Not what is wanted here: #, [it], {is} & more.",
    "a long text": "long " * 2_000,
    "an id": "b",
    "an empty list": [],
    "a list of null": [None],
    "a list of lists": [["b"]],
    "a list of mappings": [{"zz": 1}],
    "a mixed list": ["b", 1, None, True, [], {}],
    "an empty mapping": {},
    "a mapping of nothing known": {"zz": "b"},
    "a mapping with hostile keys": {"": 1, "<<": {}, "__proto__": [], "a b": None, "\x1b[2J": 0},
    "a deep mapping": {"b": {"b": {"b": {"b": {"b": ["b"]}}}}},
}
PLACES = [(name, key) for name in OBJECTS for key in OBJECTS[name]]
PLACES += [("map", "argmap"), ("map", "statements"), ("statement", "claim")]
# What an object must have beside the key in question.
NEEDED: dict[str, dict[str, Any]] = {
    "preference": {"better": "a", "worse": "b"},
    "waiver": {"rule": "AM109", "reason": "An example."},
    "anchor": {"source": "t"},
    "speaker": {"speaker": "Someone"},
    "qualifier": {"term": "likely"},
    "answer": {"holds": "b"},
    "response": {"because": "b"},
}
# What is said of every layer, whatever it holds.
LAYER = "AM050"
# A whole object that is something else, as `statements: {a: 7}` is.
WHOLE = [name for name, home in HOMES.items() if home]


def _with(name: str, path: tuple[str, ...], value: object) -> dict[str, Any]:
    """The base with a value at a path, in an object that has all it needs."""
    document = copy.deepcopy(BASE)
    if name == "response" or path == ("extends",):  # a layer, which names no text
        del document["text"]
        document["extends"] = "base.argmap.yaml"
    inner = document
    for key in path[:-1]:
        inner = inner.setdefault(key, {})
    if path[:-1] == HOMES[name]:
        inner.update(NEEDED.get(name, {}))
    inner[path[-1]] = copy.deepcopy(value)
    return document


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(schema.schema())


def _readings(content: str) -> Iterator[Reading]:
    yield json_form.read(Text("t", content))
    if "null" not in content:  # which YAML reads as a text of four letters, and JSON as nothing
        yield read(Text("t", content))


def _lines_of(content: str, path: tuple[str, ...]) -> range:
    """The lines, counted from 1, from the last key of a path to the end of its value."""
    lines = content.split("\n")
    at = 0
    for level, key in enumerate(path, 1):
        begin = f"{' ' * level}{json.dumps(key)}:"
        at = next(n for n in range(at, len(lines)) if lines[n].startswith(begin))
    level = len(path)
    end = at + 1
    while lines[end].startswith(" " * (level + 1)):
        end += 1
    return range(at + 1, end + 2)


def _hold(name: str, path: tuple[str, ...], value: object) -> None:
    __tracebackhide__ = True
    document = _with(name, path, value)
    content = json.dumps(document, indent=1)
    found = []
    for reading in _readings(content):
        for finding in reading.diagnostics:
            assert finding.span is not None
            assert 0 <= finding.span.start <= finding.span.end <= len(content)
        told = [one for one in reading.diagnostics if one.code != LAYER]
        found.append({(one.code, one.span.line) for one in told if one.span})
    assert found[0] == found[-1], "JSON and YAML are read alike"
    if not _validator().is_valid(document):
        assert found[0], "the schema refuses it, and the reader does not"
        lines = _lines_of(content, path[:-1] or path)  # two keys may not go together
        assert any(line in lines for _, line in found[0]), (
            f"{path} {value!r:.60} {lines}: {found[0]}"
        )
    examination = pipeline.examine(Text("t", content))
    if examination.map is not None and not found[0]:
        pipeline.outline(examination.map)
        pipeline.diagram(examination.map, format="dot")


@pytest.mark.parametrize(("name", "key"), PLACES, ids=lambda part: part)
def test_each_kind_of_value_under_each_key(name: str, key: str) -> None:
    for value in VALUES.values():
        _hold(name, (*HOMES[name], key), value)


@pytest.mark.parametrize("name", WHOLE)
def test_each_kind_of_value_for_each_object(name: str) -> None:
    for value in VALUES.values():
        _hold(name, HOMES[name], value)


@pytest.mark.parametrize("kind", VALUES)
def test_each_kind_of_value_for_the_whole_map(kind: str) -> None:
    content = json.dumps(VALUES[kind])
    for reading in _readings(content):
        assert {finding.code for finding in reading.diagnostics} & {"AM008", "AM011", "AM015"}


def test_every_object_of_the_format_has_its_place_here() -> None:
    assert set(HOMES) == set(OBJECTS)
