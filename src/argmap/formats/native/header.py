"""Reading what a map declares beside its statements."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable
from itertools import pairwise
from typing import Any, TypeAlias, TypeVar

from yaml.events import MappingStartEvent, SequenceStartEvent

from argmap.diagnostics import Related
from argmap.formats.native import anchors, faults, steps, values
from argmap.formats.native.cursor import Cursor, Event
from argmap.model import (
    Expectation,
    Grade,
    Issue,
    Leaves,
    Place,
    Preference,
    ProofStandard,
    Response,
    Section,
    Source,
    Waiver,
)
from argmap.model import source as sources_of_a_map
from argmap.model.checks import SOURCE_ID_THAT_IS_A_PLACE, is_reference
from argmap.spelling import did_you_mean

Made = TypeVar("Made")
# A place of a section, and the section.
_Part: TypeAlias = tuple[Place, Section]

SECTION_KEYS: values.Keys = {
    "title": ("title", values.text),
    "at": ("at", values.several(anchors.place)),
}
SOURCE_KEYS: values.Keys = {
    "title": ("title", values.text),
    "author": ("author", values.several(values.text)),
    "publisher": ("publisher", values.text),
    "date": ("date", values.date),
    "accessed": ("accessed", values.date),
    "url": ("url", values.matching(sources_of_a_map.URL, "an address with http or https")),
    "doi": ("doi", values.matching(sources_of_a_map.DOI, "a DOI such as 10.1000/182")),
    "kind": ("kind", values.text),
    "language": ("language", values.text),
    "index": (
        "index",
        values.matching(sources_of_a_map.INDEX_NAME, "the name of an index (never a path)"),
    ),
    "reliability": ("reliability", values.one_of(sources_of_a_map.RELIABILITIES)),
    "credibility": ("credibility", values.digit(sources_of_a_map.CREDIBILITIES)),
    "grade": ("grade", values.word(Grade)),
    "sms": ("sms", values.digit(sources_of_a_map.SMS_LEVELS)),
    "primary": ("primary", values.boolean),
    "unnamed": ("unnamed", values.boolean),
    "derived-from": ("derived_from", values.several(values.identifier)),
    "note": ("note", values.text),
    "extras": ("extras", values.data),
}
ISSUE_KEYS: values.Keys = {
    "question": ("question", values.text),
    "positions": ("positions", values.several(values.reference)),
    "standard": ("standard", values.word(ProofStandard)),
}
PREFERENCE_KEYS: values.Keys = {
    "better": ("better", values.reference),
    "worse": ("worse", values.reference),
    "reason": ("reason", values.text),
}
WAIVER_KEYS: values.Keys = {
    "rule": ("rule", values.text),
    "at": ("at", values.reference),
    "reason": ("reason", values.text),
}
EXPECTATION_KEYS: values.Keys = {
    "in": ("accepted", values.several(values.reference)),
    "out": ("out", values.several(values.reference)),
    "undecided": ("undecided", values.several(values.reference)),
}
RESPONSE_KEYS: values.Keys = {
    "because": ("because", steps.supports),
    "against": ("against", steps.attacks),
    "unless": ("unless", steps.attacks),
    "backing": ("backing", steps.supports),
    "answers": ("answers", steps.answers),
}


def _named(
    keys: values.Keys, made_of: Callable[..., Made], what: str, *, is_source: bool = False
) -> values.Read:
    """Return a reader of a mapping of ids and records."""

    def read(cursor: Cursor, event: Event) -> tuple[Made, ...]:
        if event.__class__ is not MappingStartEvent:
            values.wrong_type(
                cursor, event, f"here stands a mapping: the id of each {what}, then it"
            )
            return ()
        made: list[Made] = []
        for key, value in cursor.entries(event):
            span = cursor.span(key)
            if not values.check_id(cursor, key.value, span):
                cursor.skip(value)
            elif is_source and SOURCE_ID_THAT_IS_A_PLACE.fullmatch(key.value):
                hint = "give the source an id that is no place"
                message = f'"{key.value}" would be read as a place in every anchor'
                cursor.report(faults.BAD_ID, span, message, hint=hint)
                cursor.skip(value)
            else:
                found = values.record(cursor, value, keys, f"a {what}")
                made.append(made_of(id=key.value, span=span, **found))
        return tuple(made)

    return read


def _listed(
    keys: values.Keys, made_of: Callable[..., Made], what: str, *needed: str
) -> values.Read:
    """Return a reader of a list of records, or of a single one."""

    def read(cursor: Cursor, event: Event) -> tuple[Made, ...]:
        made: list[Made] = []
        for item in cursor.items(event) if event.__class__ is SequenceStartEvent else (event,):
            start = cursor.start(item)
            before = cursor.reported
            found = values.record(cursor, item, keys, f"a {what}")
            span = cursor.span_to_here(start)
            missing = [key for key in needed if keys[key][0] not in found]
            if not missing:
                made.append(made_of(span=span, **found))
            elif cursor.reported == before:
                cursor.report(faults.MISSING_KEY, span, f"a {what} needs {' and '.join(missing)}")
        return tuple(made)

    return read


def main(cursor: Cursor, event: Event) -> tuple[str, ...]:
    """Return the ids of the main conclusions; a list without any is reported."""
    before = cursor.reported
    names: tuple[str, ...] = values.several(values.identifier)(cursor, event)
    if not names and cursor.reported == before:
        cursor.report(
            faults.EMPTY_LIST,
            cursor.span(event),
            "main is an empty list",
            hint="name the main conclusion, or leave out the key",
        )
    return names


sections = _named(SECTION_KEYS, Section, "section")
sources = _named(SOURCE_KEYS, Source, "source", is_source=True)
issues = _named(ISSUE_KEYS, Issue, "issue")
preferences = _listed(PREFERENCE_KEYS, Preference, "preference", "better", "worse")


def waivers(cursor: Cursor, event: Event) -> tuple[Waiver, ...]:
    """Return the waivers; one that names no rule that there is, is reported."""
    found: tuple[Waiver, ...] = _listed(WAIVER_KEYS, Waiver, "waiver", "rule")(cursor, event)
    rules: Any = cursor.rules
    if rules is None:
        return found
    for waiver in found:
        if waiver.rule not in rules:
            hint = did_you_mean(waiver.rule, rules) or "argmap explain lists the rules"
            cursor.report(
                faults.UNKNOWN_RULE, waiver.span, f"there is no rule {waiver.rule}", hint=hint
            )
    return tuple(waiver for waiver in found if waiver.rule in rules)


def expectation(cursor: Cursor, event: Event) -> Expectation:
    """Return which elements are expected to be in, out and undecided."""
    start = cursor.start(event)
    found = values.record(cursor, event, EXPECTATION_KEYS, "expect")
    return Expectation(span=cursor.span_to_here(start), **found)


def responses(cursor: Cursor, event: Event) -> tuple[Response, ...]:
    """Return what a layer adds to the elements of its base."""
    if event.__class__ is not MappingStartEvent:
        values.wrong_type(cursor, event, "responses is a mapping of ids and what is added to them")
        return ()
    made: list[Response] = []
    for key, value in cursor.entries(event):
        span = cursor.span(key)
        if is_reference(key.value):
            found = values.record(cursor, value, RESPONSE_KEYS, "a response")
            made.append(Response(target=key.value, span=span, **found))
        else:
            values.reference(cursor, key)
            cursor.skip(value)
    return tuple(made)


def extends(cursor: Cursor, event: Event) -> str | None:
    """Return the path of the base of a layer: relative, and not out of the layer's folder."""
    value = values.scalar(cursor, event, "the name of a file")
    if value is None:
        return None
    if value.startswith(("/", "~")) or ".." in value.split("/") or set(value) & set("\\:"):
        cursor.report(
            faults.BAD_EXTENDS,
            cursor.span(event),
            f'"{value}" is not a relative path to a file beside or below this one',
            hint="such as ferry.argmap.yaml or maps/ferry.argmap.yaml",
        )
        return None
    return value


def check_sections(cursor: Cursor, found: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections without those that share a place with an earlier one; report these."""
    kept: list[Section] = []
    taken: list[_Part] = []
    for section in found:
        own = [(place, section) for place in section.at]
        other = _sharing(taken, own)
        if other is None:
            kept.append(section)
            for part in own:
                insort(taken, part, key=_order)
            continue
        cursor.report(
            faults.SECTIONS_OVERLAP,
            section.span,
            f"{section.id} and {other.id} share a place",
            related=[Related(f"{other.id} stands here", other.span)],
            hint="end the one before the other begins",
        )
    return tuple(kept)


def _sharing(taken: list[_Part], own: list[_Part]) -> Section | None:
    """Return the section with which a section shares its first place that is shared, or None.

    Parts that are taken share no place, so that only the neighbours of its own come into question.
    """
    near: dict[int, _Part] = {}
    for part in own:
        at = bisect_right(taken, _order(part), key=_order)
        near.update((index, taken[index]) for index in (at - 1, at) if 0 <= index < len(taken))
    for (before, one), (after, other) in pairwise(sorted([*near.values(), *own], key=_order)):
        if after.begin <= before.end:
            return other if one is own[0][1] else one
    return None


def _order(part: _Part) -> tuple[tuple[int, int], tuple[int, int]]:
    return part[0].begin, part[0].end


MAP_KEYS: dict[str, tuple[str, values.Read]] = {
    "id": ("id", values.identifier),
    "title": ("title", values.text),
    "description": ("description", values.text),
    "question": ("question", values.text),
    "main": ("main", main),
    "text": ("text", values.identifier),
    "as-of": ("as_of", values.date),
    "scale": ("scale", values.text),
    "leaves": ("leaves", values.word(Leaves)),
    "language": ("language", values.text),
    "critic": ("critic", values.text),
    "extends": ("extends", extends),
    "sections": ("sections", sections),
    "sources": ("sources", sources),
    "issues": ("issues", issues),
    "preferences": ("preferences", preferences),
    "responses": ("responses", responses),
    "expect": ("expect", expectation),
    "waive": ("waivers", waivers),
    "extras": ("extras", values.data),
}
