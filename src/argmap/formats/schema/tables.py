"""Which schema each key has, by the tables of keys that the reader has.

A key whose reader is a function of its own has its schema by that function; the others stand in
`_by_key`. A key that the reader gains and that is in neither ends in a `KeyError` here.
"""

from __future__ import annotations

from functools import cache

from argmap.formats.native import anchors, header, statements, steps, values
from argmap.formats.native.read import VERSION
from argmap.formats.schema import fragments, patterns, words
from argmap.formats.schema.fragments import (
    A_REFERENCE,
    AN_ID,
    named,
    one_of,
    one_or_more,
    ref,
    several,
    used,
)
from argmap.formats.schema.words import Schema
from argmap.model import ClaimType, Grade, Kind, Leaves, ProofStandard, Status, Verdict, source
from argmap.schemes import catalogue

#: The keys of each object that can be written in full, with their readers.
OBJECTS: dict[str, values.Keys] = {
    "map": header.MAP_KEYS,
    "section": header.SECTION_KEYS,
    "source": header.SOURCE_KEYS,
    "issue": header.ISSUE_KEYS,
    "preference": header.PREFERENCE_KEYS,
    "waiver": header.WAIVER_KEYS,
    "expectation": header.EXPECTATION_KEYS,
    "response": header.RESPONSE_KEYS,
    "statement": statements.STATEMENT_KEYS,
    "scope": statements.SCOPE_KEYS,
    "anchor": anchors.ANCHOR_KEYS,
    "speaker": anchors.SPEAKER_KEYS,
    "qualifier": anchors.QUALIFIER_KEYS,
    "step": steps.STEP_KEYS,
    "answer": steps.ANSWER_KEYS,
}
KINDS = [kind.value for kind in Kind]


def schemas(name: str) -> dict[str, Schema]:
    """Return the schema of each key of an object, without its words."""
    by_key, by_reader = _by_key(), _by_reader()
    found = {
        key: by_key[name, key] if (name, key) in by_key else by_reader[reader]
        for key, (_, reader) in OBJECTS[name].items()
    }
    if name == "map":
        return {"argmap": fragments.version(VERSION), "statements": _statements(), **found}
    return {**dict.fromkeys(KINDS, fragments.text()), **found} if name == "statement" else found


def _statements() -> Schema:
    return named("statements", patterns.ID, AN_ID, used("statement"))


def _answers() -> Schema:
    verdicts = words.choice("Verdict", [Verdict.HOLDS.value, Verdict.FAILS.value])
    value = {**words.of_object("answer"), "anyOf": [verdicts, ref("answer")]}
    return named("answers", patterns.ID, AN_ID, value)


def _premises(key: str) -> Schema:
    one, some = fragments.joined(), {"type": "array", "items": fragments.joined()}
    return {"anyOf": [one, some, named(key, patterns.ID, AN_ID, several(one))]}


@cache
def _by_reader() -> dict[values.Read, Schema]:
    """Return the schema of what each function reads."""
    source_id = "an id that does not look like a place"
    some_ids = {"type": "array", "items": fragments.identifier(), "minItems": 1}
    return {
        # Single values.
        values.text: fragments.text(),
        values.identifier: fragments.identifier(),
        values.reference: fragments.reference(),
        values.boolean: fragments.boolean(),
        values.share: fragments.share(),
        values.date: fragments.date(),
        values.data: ref("data"),
        anchors.place: fragments.place(),
        anchors.where: fragments.where(),
        anchors.anchors: one_or_more("anchor", fragments.anchor()),
        anchors.speakers: one_or_more("speaker", fragments.text()),
        anchors.qualifier: {"anyOf": [fragments.text(), ref("qualifier")]},
        steps.supports: one_or_more("step", fragments.joined()),
        steps.attacks: one_or_more("step", fragments.joined()),
        steps.answers: _answers(),
        steps.basis: fragments.identifier(),
        statements.scope: ref("scope"),
        header.main: {"anyOf": [fragments.identifier(), some_ids]},
        header.extends: fragments.base(),
        header.sections: named("sections", patterns.ID, AN_ID, used("section")),
        header.sources: named("sources", patterns.SOURCE_ID, source_id, used("source")),
        header.issues: named("issues", patterns.ID, AN_ID, used("issue")),
        header.preferences: one_or_more("preference"),
        header.waivers: one_or_more("waiver"),
        header.expectation: ref("expectation"),
        header.responses: named("responses", patterns.REFERENCE, A_REFERENCE, used("response")),
    }


@cache
def _by_key() -> dict[tuple[str, str], Schema]:
    """Return the schema of the keys whose readers are made for them."""
    ids, texts, references = (
        several(fragments.identifier()),
        several(fragments.text()),
        several(fragments.reference()),
    )
    standard = one_of(words.choice_of(ProofStandard))
    return {
        ("map", "leaves"): one_of(words.choice_of(Leaves)),
        ("section", "at"): several(fragments.place()),
        ("source", "author"): texts,
        ("source", "url"): fragments.url(),
        ("source", "doi"): fragments.doi(),
        ("source", "index"): fragments.index(),
        ("source", "reliability"): words.choice("reliability", sorted(source.RELIABILITIES)),
        ("source", "credibility"): fragments.digits("credibility", source.CREDIBILITIES),
        ("source", "grade"): one_of(words.choice_of(Grade)),
        ("source", "sms"): fragments.digits("sms", source.SMS_LEVELS),
        ("source", "derived-from"): ids,
        ("issue", "positions"): references,
        ("issue", "standard"): standard,
        ("expectation", "in"): references,
        ("expectation", "out"): references,
        ("expectation", "undecided"): references,
        ("statement", "type"): {"type": "string"},  # which words, the kind decides
        ("statement", "claim-type"): words.choice_of(ClaimType),
        ("statement", "standard"): standard,
        ("statement", "status"): one_of(words.choice_of(Status)),
        ("statement", "tags"): texts,
        ("statement", "data"): {"defaultSnippets": _data_snippets(), "allOf": [ref("data")]},
        ("statement", "aliases"): ids,
        ("step", "from"): _premises("from"),
        ("step", "assuming"): _premises("assuming"),
        ("step", "scheme"): {"anyOf": [_schemes(), fragments.text()]},
        ("step", "tags"): texts,
    }


def _schemes() -> Schema:
    schemes = catalogue().schemes
    said = [f"{one.name}: {one.spelled_out(one.conclusion)}." for one in schemes]
    return {"enum": [one.id for one in schemes], "enumDescriptions": said}


def _data_snippets() -> list[Schema]:
    """Return the data that each type of evidence asks for."""
    return [
        {
            "label": f"{one.type.value} data",
            "description": f"What is to be said of evidence of this type: {one.means}.",
            "body": {
                need: f"${{{number}:{need.replace('-', ' ')}}}"
                for number, need in enumerate(one.needs, 1)
            },
        }
        for one in catalogue().evidence_types
    ]
