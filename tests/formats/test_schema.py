"""The schema file: made of the reader's tables, complete in words, and right in its examples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from argmap.errors import InvalidValue
from argmap.formats.schema import FILE_NAME, build, content, patterns, schema, words
from argmap.model import Place, checks
from argmap.text import forbidden_characters

SCHEMA = schema()
DEFINITIONS: dict[str, Any] = SCHEMA["definitions"]
OBJECTS = {"map": SCHEMA} | {
    name: part for name, part in DEFINITIONS.items() if "properties" in part
}
KEYS = [(owner, key) for owner, part in OBJECTS.items() for key in part["properties"]]
FILE = Path(build.__file__).parent / FILE_NAME


def test_the_file_is_what_the_tables_say(request: pytest.FixtureRequest) -> None:
    """A new key or word of the reader: run this with --update-golden and read the difference."""
    if request.config.getoption("--update-golden"):
        FILE.write_bytes(build.text().encode())
    assert FILE.read_bytes() == build.text().encode()
    assert schema() == build.build()


def test_the_schema_is_a_schema_and_each_copy_is_its_own() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert json.loads(content()) == SCHEMA
    assert SCHEMA["$id"] == FILE_NAME
    schema()["properties"].clear()
    assert schema() == SCHEMA


def parts(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping of the schema, words of examples and snippets left out."""
    if isinstance(part, dict):
        yield part
        for key, inner in part.items():
            if key not in ("examples", "defaultSnippets"):
                yield from parts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from parts(inner)


def test_references_lead_somewhere_and_every_definition_is_used() -> None:
    named = {part["$ref"] for part in parts(SCHEMA) if "$ref" in part}
    assert named == {f"#/definitions/{name}" for name in DEFINITIONS}


def test_nothing_but_words_stands_beside_a_reference() -> None:
    """Draft-07 ignores what does, and editors keep the words only."""
    for part in parts(SCHEMA):
        assert "$ref" not in part or set(part) <= {"$ref", "title", "description"}


def test_a_definition_bears_no_title_that_would_hide_the_title_of_a_key() -> None:
    assert [name for name, part in DEFINITIONS.items() if "title" in part] == []


# Words


@pytest.mark.parametrize("owner", OBJECTS)
def test_there_are_words_for_each_key_and_no_others(owner: str) -> None:
    assert sorted(words.keys_described(owner)) == sorted(OBJECTS[owner]["properties"])


def examples(part: dict[str, Any]) -> list[Any]:
    return [*part.get("examples", []), *part.get("then", {}).get("examples", [])]


def snippets(part: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the snippets of a key and of the objects that may stand under it."""
    found = list(part.get("defaultSnippets", []))
    for inner in (part, *part.get("anyOf", []), *part.get("allOf", [])):
        found += DEFINITIONS.get(inner.get("$ref", "")[14:], {}).get("defaultSnippets", [])
    return found


@pytest.mark.parametrize(("owner", "key"), KEYS)
def test_each_key_is_explained_and_completed(owner: str, key: str) -> None:
    part = OBJECTS[owner]["properties"][key]
    assert part["title"]
    assert part["description"].endswith((".", "..."))
    if (owner, key) == ("statement", "type"):  # of claims or of evidence
        part = OBJECTS[owner]["else"]["properties"][key]
        assert part["enum"]
        assert examples(part)
    else:
        assert examples(part)
        assert snippets(part)


def test_each_object_has_a_title_and_a_description_where_it_is_used() -> None:
    """As the value of a key, as an item of a list, or under an id."""
    for part in parts(SCHEMA):
        used = [*part.get("properties", {}).values(), part.get("items"), part.get("propertyNames")]
        for place in [*used, part.get("additionalProperties")]:
            inner = place if isinstance(place, dict) else {}
            refs = [one.get("$ref", "")[14:] for one in (inner, *inner.get("anyOf", []))]
            if any("defaultSnippets" in DEFINITIONS.get(name, {}) for name in refs):
                assert inner["title"]
                assert inner["description"]
    assert all(OBJECTS[name]["defaultSnippets"] for name in OBJECTS)


def test_each_word_of_a_list_is_explained() -> None:
    lists = [part for part in parts(SCHEMA) if "enum" in part]
    assert len(lists) > 8
    for part in lists:
        assert len(part["enumDescriptions"]) == len(part["enum"])
        assert all(said.endswith(".") for said in part["enumDescriptions"])


# Examples


def valid(part: Any, value: object) -> bool:
    return Draft7Validator(SCHEMA).evolve(schema=part).is_valid(value)


def filled(body: Any) -> Any:
    """Return the body of a snippet as it stands when nothing is typed over."""
    if isinstance(body, dict):
        return {filled(key): filled(value) for key, value in body.items()}
    if isinstance(body, list):
        return [filled(item) for item in body]
    return re.sub(r"\$\{[0-9]+:([^}]*)\}", r"\1", body) if isinstance(body, str) else body


@pytest.mark.parametrize(("owner", "key"), KEYS)
def test_examples_and_snippets_of_a_key_are_valid(owner: str, key: str) -> None:
    part = OBJECTS[owner]["properties"][key]
    assert [one for one in examples(part) if not valid(part, one)] == []
    bodies = [filled(one["body"]) for one in part.get("defaultSnippets", [])]
    assert [body for body in bodies if not valid(part, body)] == []
    assert len({one["label"] for one in snippets(part)}) >= len(bodies)


@pytest.mark.parametrize("name", OBJECTS)
def test_snippets_of_an_object_are_valid(name: str) -> None:
    bodies = [filled(one["body"]) for one in OBJECTS[name]["defaultSnippets"]]
    assert [body for body in bodies if not valid(OBJECTS[name], body)] == []


@pytest.mark.parametrize("kind", ["then", "else"])
def test_examples_of_types_are_on_their_lists(kind: str) -> None:
    part = OBJECTS["statement"][kind]["properties"]["type"]
    assert set(part["examples"]) <= set(part["enum"])


def test_the_example_of_a_whole_map_is_valid() -> None:
    [example] = examples(SCHEMA)
    assert valid(SCHEMA, example)


def test_an_example_is_written_without_quotes() -> None:
    """Editors put a text into the map as it stands."""
    for owner, key in KEYS:
        for example in OBJECTS[owner]["properties"][key].get("examples", []):
            for one in example if isinstance(example, list) else [example]:
                if isinstance(one, str):
                    assert yaml.load(f"k: {one}", yaml.BaseLoader) == {"k": one}


# Patterns


def ecma(pattern: str) -> re.Pattern[str]:
    """Compile a pattern as ECMA 262 reads it: `$` is the end, also before a last line break."""
    return re.compile(pattern.replace("$", r"\Z"))


def test_patterns_are_the_same_to_python_and_to_ecma_262() -> None:
    """With its flag `u`, ECMA 262 refuses escapes that mean nothing."""
    every = {part["pattern"] for part in parts(SCHEMA) if isinstance(part.get("pattern"), str)}
    assert len(every) > 15
    for pattern in every:
        assert pattern.startswith("^")
        assert pattern.endswith("$")
        assert set(re.findall(r"\\(.)", pattern)) <= set("sSu.+\\")
        assert re.findall(r"\(\?[^:!]", pattern) == []


def is_place(text: str) -> bool:
    try:
        Place.parse(text)
    except InvalidValue as error:
        return "before the beginning" in str(error)
    return True


PIECES = st.sampled_from([*"p0123.-+#>!a_b ", "1000000", "1000001", "12", "\u00a0", "\n", "é"])
SHORT = st.lists(PIECES, max_size=7).map("".join)


@given(SHORT | st.from_regex(ecma(patterns.PLACE)))
def test_the_pattern_of_places_is_what_the_model_takes(text: str) -> None:
    long = len(text.strip()) > 32
    found = ecma(patterns.PLACE).search(text) is not None
    assert found == is_place(text.strip()) or long


@given(SHORT | st.from_regex(ecma(patterns.REFERENCE)) | st.text(max_size=5))
def test_the_patterns_of_names_are_what_the_model_takes(text: str) -> None:
    assert bool(ecma(patterns.ID).search(text)) == bool(checks.ID.fullmatch(text))
    assert bool(ecma(patterns.REFERENCE).search(text)) == checks.is_reference(text)


NUMBERS = st.sampled_from(
    [*"0123456789", "-", "02", "29", "30", "31", "12", "2000", "1900", "2024"]
)


@given(st.lists(NUMBERS, max_size=6).map("".join) | st.from_regex(ecma(patterns.DATE)))
def test_the_pattern_of_dates_is_what_the_model_takes(text: str) -> None:
    assert bool(ecma(patterns.DATE).search(text)) == checks.is_date(text)


def test_the_pattern_of_dates_knows_each_day_of_four_centuries() -> None:
    pattern = ecma(patterns.DATE)
    for year in range(1900, 2300):
        for day in ("02-28", "02-29", "02-30", "04-31", "12-31", "13-01", "00-10", "01-00"):
            text = f"{year}-{day}"
            assert bool(pattern.search(text)) == checks.is_date(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_patterns_of_texts_are_what_the_model_takes(text: str) -> None:
    clean = "\r" not in text and next(forbidden_characters(text), None) is None
    assert bool(ecma(patterns.ANYTHING).search(text)) == clean
    assert bool(ecma(patterns.TEXT).search(text)) == (clean and bool(text.strip()))
