"""Laws of the JSON form: the same map, the same findings, whatever the text."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from argmap.formats import json_form, native
from argmap.formats.json_form.events import Events, SyntaxFault
from argmap.formats.native.write import write
from argmap.formats.reading import Reading
from argmap.model import ArgumentMap
from argmap.text import Text
from tests.documents import documents
from tests.maps_by_hypothesis import argument_maps

MAPS = sorted(Path("maps").glob("*.argmap.yaml"))
PIECES = st.sampled_from(
    [
        *['{"argmap": 1', '"statements": {', '"a": {"claim": "x"}', '"because": ', '"b"', "null"],
        *["{", "}", "[", "]", ",", ":", ": ", ", ", '"', "\\", "\\n", "\\u00e9", "\\ud83d", "\\x"],
        *["'", "1", "-", "0", "01", "1.5e3", ".5", "1.", "NaN", "-Infinity", "true", "True", "tru"],
        *["\n", "\t", "\r", " ", "//", "#", "/*", "x", "船", "\x00", "\x7f", "\u2028", "\ud83d"],
        *["[" * 40, "{" * 3, '{"a":' * 40, "9" * 5000, '{"extras": ', '{"argmap": 1, "extras": '],
    ]
)
ANY_TEXT = st.lists(PIECES, max_size=14).map("".join) | st.text()


@given(argument_maps())
def test_what_is_written_is_read_back_and_is_the_map_of_the_yaml(m: ArgumentMap) -> None:
    written = json_form.write(m)
    assert written.diagnostics == ()
    text = Text("t", written.text)
    swift, placed = json_form.read(text), json_form.read(text, places=True)
    assert swift.map == placed.map == m
    assert swift.diagnostics == placed.diagnostics
    assert [found.code for found in swift.diagnostics] == ["AM050"] * (m.extends is not None)
    assert native.read(Text("t", write(m).text)).map == swift.map
    assert swift.map is not None
    assert json_form.write(swift.map) == written


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_maps_have_a_json_form(path: Path) -> None:
    m = native.read(Text(str(path), path.read_text(encoding="utf-8"))).map
    assert m is not None
    reading = json_form.read(Text("m.json", json_form.write(m).text))
    assert reading == Reading(m, ())


# The same findings as in YAML

_OTHER: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, 1.5, 10**30, "", " ", "x y", "p3", "a + a", "a, b", [], [[]], {}, {"x": {}}]
).map(deepcopy)  # so that what is put in twice is never put into itself


@st.composite
def _damaged(draw: st.DrawFn) -> Any:
    """A document in which something stands that should not, or does not stand that should."""
    document = draw(documents())
    for _ in range(draw(st.integers(1, 3))):
        inside: Any = document
        while True:
            keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(inside[key], dict | list) and draw(st.integers(0, 3)):
                inside = inside[key]
                continue
            if isinstance(inside, dict) and draw(st.booleans()):
                inside[draw(st.sampled_from(["claim", "form", "1", "at", "a>b"]))] = inside.pop(key)
            else:
                inside[key] = draw(_OTHER)
            break
    return document


class _Dumper(yaml.SafeDumper):
    """Writes nothing for null, as a person would, and never an alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def _codes(reading: Reading) -> Counter[str]:
    return Counter(found.code for found in reading.diagnostics)


@given(_damaged())
def test_the_same_is_found_as_in_yaml(document: Any) -> None:
    as_yaml = yaml.dump(
        document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False
    )
    as_json = json.dumps(document, ensure_ascii=False, indent=2)
    expected = native.read(Text("t", as_yaml))
    found = json_form.read(Text("t", as_json))
    assert _codes(found) == _codes(expected)
    assert found.map == expected.map
    assert [one.message for one in found.diagnostics] == [
        one.message for one in expected.diagnostics
    ]


@given(documents(), st.booleans())
def test_escapes_do_not_matter(document: Any, escaped: bool) -> None:
    plain = json_form.read(Text("t", json.dumps(document, ensure_ascii=False)))
    assert json_form.read(Text("t", json.dumps(document, indent=escaped or None))).map == plain.map


# Whatever the text


@given(ANY_TEXT)
def test_no_text_crashes_the_reader(content: str) -> None:
    text = Text("t", content)
    reading = json_form.read(text)
    assert reading.map is not None or reading.diagnostics
    assert json_form.read(text, places=True).diagnostics == reading.diagnostics
    for found in reading.diagnostics:
        assert found.code.startswith("AM0")
        assert found.span is None or 0 <= found.span.start <= found.span.end <= len(text.content)


@given(st.binary())
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    json_form.read(Text.decode("t", data))


# The scanner and `json` are at one


def _tree(content: str) -> Any:
    """What the scanner reads: scalars with their style, collections as lists."""
    next_event = Events(content).get_event
    next_event()
    if next_event().__class__ is StreamEndEvent:
        return "nothing"
    tree = _value(next_event, next_event())
    assert next_event().__class__ is DocumentEndEvent
    assert next_event().__class__ is StreamEndEvent
    return tree


def _value(next_event: Any, event: Any) -> Any:
    if event.__class__ is ScalarEvent:
        return (event.value, event.style)
    found: list[Any] = []
    while (inner := next_event()).__class__ not in (MappingEndEvent, SequenceEndEvent):
        found.append(_value(next_event, inner))
    return found


def _expected(value: Any) -> Any:
    """The same of what `json` reads."""
    if isinstance(value, list):
        return [_expected(item) for item in value]
    if isinstance(value, str):
        return (value, '"')
    words = {None: "", True: "true", False: "false"}
    return (words[value] if value in (None, True, False) else str(value), None)


class _Number:
    def __init__(self, written: str) -> None:
        self.written = written

    def __str__(self) -> str:
        return self.written


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _read_by_json(content: str) -> Any:
    return _expected(
        json.loads(
            content,
            object_pairs_hook=lambda pairs: [part for pair in pairs for part in pair],
            parse_int=_Number,
            parse_float=_Number,
            parse_constant=_refuse,
        )
    )


def _holds(content: str) -> None:
    try:
        expected = _read_by_json(content)
    except ValueError:
        if not content.strip(" \t\r\n"):
            assert _tree(content) == "nothing"
            return
        with pytest.raises(SyntaxFault) as caught:
            _tree(content)
        assert 0 <= caught.value.offset <= len(content)
    else:
        assert _tree(content) == expected


@given(ANY_TEXT)
def test_the_scanner_takes_what_json_takes(content: str) -> None:
    _holds(content)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(_VALUES, st.sampled_from([None, 0, 1, "\t"]), st.booleans(), st.data())
def test_the_scanner_reads_what_json_writes(
    value: Any, indent: Any, ascii_only: bool, data: st.DataObject
) -> None:
    content = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    _holds(content)
    at = data.draw(st.integers(0, len(content)))
    gone = data.draw(st.integers(0, 3))
    _holds(content[:at] + data.draw(PIECES) + content[at + gone :])
