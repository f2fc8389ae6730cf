"""Makes the schema: the objects of a map, and what holds between their keys.

`tables` says which keys there are and what they hold, `words` what is said of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from argmap.formats.native.read import OF_THE_BASE, VERSION
from argmap.formats.native.statements import _OF_A_MENTION
from argmap.formats.schema import FILE_NAME, fragments, patterns, tables, words
from argmap.formats.schema.fragments import ref, string
from argmap.formats.schema.words import Schema
from argmap.model import ClaimType, EvidenceType, Kind, Verdict
from argmap.model.steps import DEEPEST_STEP

_STEPS_UNDER_STATEMENTS = ("because", "against", "despite")
_STEPS_UNDER_STEPS = ("unless", "backing")


def text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(build(), indent=2) + "\n"


def build() -> dict[str, Any]:
    """Return the schema."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": FILE_NAME,
        "$comment": "Made by argmap.formats.schema.build; change words.yaml or the modules there.",
        **words.of_object("map"),
        **words.shown([_example()]),
        **_map(),
        "definitions": {
            **_objects(),
            **fragments.data(),
            **fragments.depth(_STEPS_UNDER_STEPS, DEEPEST_STEP),
        },
    }


def _example() -> Schema:
    return {
        "argmap": int(VERSION),
        "title": "Why the ferry should run at night",
        "main": "ferry",
        "statements": {
            "ferry": {"conclusion": "The ferry should run at night.", "because": "demand"},
            "demand": {"premise": "Many people would use it."},
        },
    }


def _object(name: str, **more: object) -> Schema:
    """Return an object with fixed keys."""
    schemas = tables.schemas(name)
    return {
        "type": "object",
        "defaultSnippets": words.snippets_of_object(name),
        "properties": {key: _described(name, key, schema) for key, schema in schemas.items()},
        "additionalProperties": False,
        **more,
    }


def _described(owner: str, key: str, schema: Schema) -> Schema:
    """Return the schema of a key with its words. Beside `$ref` words would be lost."""
    said = words.of_key(owner, key)
    apart = "$ref" in schema or ("if" in schema and "if" in said)
    return {**said, **({"allOf": [schema]} if apart else schema)}


def _refused(keys: Iterable[str], message: str) -> Schema:
    """Return what refuses some keys."""
    return {"properties": dict.fromkeys(keys, False), "errorMessage": message}


def _exactly_one(keys: Iterable[str], message: str) -> list[Schema]:
    return [{"type": "object", "required": [key], "errorMessage": message} for key in keys]


def _map() -> Schema:
    base = _refused(OF_THE_BASE, "this belongs to the map that the layer extends")
    return _object(
        "map",
        required=["argmap", "statements"],
        dependencies={"responses": ["extends"], "extends": base},
        allOf=_depth(),
    )


def _depth() -> list[Schema]:
    """Return how deep steps may nest; it stands last, so that it hides no words from editors."""

    def under(element: str, keys: Iterable[str]) -> Schema:
        within = fragments.only(keys, ref(f"steps-{DEEPEST_STEP}"))
        return fragments.only([element], {"additionalProperties": within})

    in_a_response = [key for key in tables.OBJECTS["response"] if key != "answers"]
    return [under("statements", _STEPS_UNDER_STATEMENTS), under("responses", in_a_response)]


def _objects() -> Schema:
    """Return the definitions of the objects."""
    made = {
        "preference": _object("preference", required=["better", "worse"]),
        "waiver": _object("waiver", required=["rule"]),
        "statement": _statement(),
        "anchor": _anchor(),
        "speaker": _object("speaker", required=["speaker"]),
        "qualifier": _object("qualifier", required=["term"]),
        "answer": _answer(),
    }
    names = [name for name in tables.OBJECTS if name != "map"]
    return {name: made[name] if name in made else _object(name) for name in names}


def _statement() -> Schema:
    keys = tables.OBJECTS["statement"]
    not_of_a_mention = [key for key, (name, _) in keys.items() if name not in _OF_A_MENTION]
    evidence, claim = words.choice_of(EvidenceType), words.choice_of(ClaimType)
    by_kind = {
        "if": {"required": [Kind.EVIDENCE.value]},
        "then": {"properties": {"type": {**evidence, "examples": ["statistic"]}}},
        "else": {
            "properties": {"type": {**claim, "examples": ["policy"]}, "claim-type": False},
            "errorMessage": "claim-type is for evidence; other kinds have a type",
        },
    }
    mention = "what restates another statement has only at, by and certainty"
    return _object(
        "statement",
        oneOf=_exactly_one(
            tables.KINDS, f"a statement has exactly one of {', '.join(tables.KINDS)}"
        ),
        **by_kind,
        dependencies={"restates": _refused(not_of_a_mention, mention)},
    )


def _anchor() -> Schema:
    message = "an anchor names a source, or a place in the text of the map"
    place = string(patterns.PLACE, message)
    return _object(
        "anchor",
        anyOf=[
            {"required": ["source"], "errorMessage": message},
            {"required": ["where"], "properties": {"where": place}, "errorMessage": message},
        ],
        dependencies={"via": ["source"]},
    )


def _answer() -> Schema:
    verdicts = [verdict.value for verdict in Verdict]
    return _object(
        "answer",
        oneOf=_exactly_one(verdicts, f"an answer has exactly one of {', '.join(verdicts)}"),
    )
