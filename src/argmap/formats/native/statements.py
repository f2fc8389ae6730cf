"""Reading statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yaml.events import MappingStartEvent, ScalarEvent

from argmap.diagnostics import Related
from argmap.formats.native import anchors, faults, steps, syntax, values
from argmap.formats.native.cursor import Cursor, Event
from argmap.model import (
    ClaimType,
    EvidenceType,
    Kind,
    ProofStandard,
    Scope,
    Statement,
    Status,
)
from argmap.model.unchecked import unchecked
from argmap.text import Span

#: Makes a statement of parts that have been checked.
new_statement = unchecked(Statement)
#: Kinds by the key under which the text stands.
KINDS = {kind.value: kind for kind in Kind}
_CLAIM_TYPES = {word.value: word for word in ClaimType}
_EVIDENCE_TYPES = {word.value: word for word in EvidenceType}
_ALL_TYPES: dict[str, ClaimType | EvidenceType] = {**_CLAIM_TYPES, **_EVIDENCE_TYPES}


def _word_later(cursor: Cursor, event: Event) -> Event:
    """Return the event itself: which words are right depends on the kind."""
    return None if values.scalar(cursor, event, "a type") is None else event


def scope(cursor: Cursor, event: Event) -> Scope:
    """Return where, when and of whom a statement is meant to hold."""
    return Scope(**values.record(cursor, event, SCOPE_KEYS, "a scope"))


SCOPE_KEYS: values.Keys = {key: (key, values.text) for key in ("place", "time", "population")}

STATEMENT_KEYS: dict[str, tuple[str, values.Read]] = {
    "type": ("type", _word_later),
    "claim-type": ("claim_type", _word_later),
    "label": ("label", values.text),
    "section": ("section", values.identifier),
    "certainty": ("certainty", anchors.qualifier),
    "standard": ("standard", values.word(ProofStandard)),
    "by": ("by", anchors.speakers),
    "at": ("anchors", anchors.anchors),
    "because": ("because", steps.supports),
    "against": ("against", steps.attacks),
    "despite": ("despite", steps.attacks),
    "restates": ("restates", values.identifier),
    "status": ("status", values.word(Status)),
    "given": ("given", values.boolean),
    "questioned": ("questioned", values.boolean),
    "strength": ("strength", values.share),
    "scope": ("scope", scope),
    "tags": ("tags", values.several(values.text)),
    "note": ("note", values.text),
    "data": ("data", values.data),
    "aliases": ("aliases", values.several(values.identifier)),
    "extras": ("extras", values.data),
}
_ALL_KEYS = (*KINDS, *STATEMENT_KEYS)
# What a second mention may say beside its text.
_OF_A_MENTION = frozenset({"restates", "anchors", "by", "certainty"})
# Keys of a step that a beginner writes beside `because`.
_IN_A_STEP = {
    "from": "{from: [b, c]}",
    "assuming": "{from: b, assuming: c}",
    "unless": "{from: b, unless: c}",
    "backing": "{from: b, backing: c}",
    "scheme": "{from: b, scheme: expert-opinion}",
    "answers": "{from: b, answers: {likely: holds}}",
    "weight": "{from: b, weight: 0.8}",
    "strict": "{from: b, strict: true}",
}
_ATTRIBUTE_TO_KEY = {attribute: key for key, (attribute, _) in STATEMENT_KEYS.items()}


def statements(cursor: Cursor, event: Event, found: list[Statement]) -> None:
    """Append each statement to a list as soon as it is read, so that none is lost if reading ends.

    Raises:
        EndOfReading: the text ended to be readable.
    """
    if event.__class__ is not MappingStartEvent:
        hint = "statements: {ferry: {claim: The ferry should run.}}"
        values.wrong_type(cursor, event, "statements is a mapping of ids and statements", hint)
        return
    before: str | None = None
    for key, value in cursor.entries(event):
        cursor.element(key)
        span = cursor.span(key)
        if not values.check_id(cursor, key.value, span):
            cursor.skip(value)
            continue
        if key.value in _ALL_KEYS and value.__class__ is not MappingStartEvent:
            _refuse_key(cursor, key.value, before, value)
            continue
        before = cursor.subject = key.value
        found.append(_statement(cursor, key.value, span, value))
        cursor.subject = None


def _statement(cursor: Cursor, name: str, span: Span, event: Event) -> Statement:
    if event.__class__ is not MappingStartEvent:
        return _without_kind(cursor, name, span, event)
    found: dict[str, Any] = {}
    kinds: list[Event] = []
    text: str | None = None
    text_span: Span | None = None
    for key, value in cursor.entries(event):
        entry = STATEMENT_KEYS.get(key.value)
        if entry is not None:
            one = entry[1](cursor, value)
            if one is not None:
                found[entry[0]] = one
        elif key.value in KINDS:
            kinds.append(key)
            written = values.text(cursor, value)
            if len(kinds) == 1:
                text, text_span = written, cursor.span(value)
        else:
            _unknown_key(cursor, key, value)
    kind = _kind(cursor, span, kinds)
    if "type" in found or "claim_type" in found:
        _types(cursor, kind, found)
    if "restates" in found:
        _check_mention(cursor, span, found)
    return new_statement(
        id=name, kind=kind, text=text or name, span=span, text_span=text_span or span, **found
    )


def _unknown_key(cursor: Cursor, key: Event, value: Event) -> None:
    """Report a key that no statement has; one of a step is shown in its step."""
    example = _IN_A_STEP.get(key.value)
    if example is None:
        values.unknown_key(cursor, key, _ALL_KEYS, "a statement")
    else:
        cursor.report(
            faults.UNKNOWN_KEY,
            cursor.span(key),
            f'a statement has no key "{key.value}"',
            hint=f"{key.value} belongs in a step: because: {example}",
        )
    cursor.skip(value)


def _refuse_key(cursor: Cursor, key: str, before: str | None, value: Event) -> None:
    """Report a key of a statement that stands where the ids stand."""
    what = "a kind" if key in KINDS else "a key of a statement"
    under = "the id of its statement" if before is None else before
    values.wrong_type(
        cursor,
        value,
        f'"{key}" is {what}, not a name',
        f"indent this line by two more spaces, under {under}",
    )


def _without_kind(cursor: Cursor, name: str, span: Span, event: Event) -> Statement:
    """Return what can be kept of a statement that is no mapping."""
    text, hint = name, f"{name}: {{claim: the text}}"
    if event.__class__ is ScalarEvent and event.value.strip():
        text = values.text(cursor, event) or name
        hint = _as_mapping(cursor, name, span, event)
    values.wrong_type(cursor, event, "a statement is a mapping with its kind and its text", hint)
    return Statement(id=name, kind=Kind.CLAIM, text=text, span=span, text_span=span)


def _as_mapping(cursor: Cursor, name: str, span: Span | None, event: Event) -> str:
    """Return the hint for a text where a statement should be."""
    # Compiling the patterns takes longer than reading a small map.
    from argmap.formats.native.scalars import inline

    text: str = event.value
    written: Span | None = cursor.span(event)
    # In the JSON form, whose places may not be known, a text is never plain.
    if span is not None and written is not None and not event.style:
        spaced = syntax.spaced(written.excerpt.partition("\n")[0])
        if spaced is not None and spaced[0] in _ALL_KEYS:
            if written.line > span.line:
                return syntax.add_space(*spaced)
            return f"{name}: {{{spaced[0]}: {inline(spaced[1], flow=True)}}}"
    return f"{name}: {{claim: {inline(' '.join(text.split()), flow=True)}}}"


def _kind(cursor: Cursor, span: Span, keys: list[Event]) -> Kind:
    if not keys:
        cursor.report(
            faults.STATEMENT_KIND,
            span,
            f"{cursor.subject} has no kind",
            hint=f"write its text under one of {', '.join(sorted(KINDS))}",
        )
        return Kind.CLAIM
    kind = KINDS[keys[0].value]
    for key in keys[1:]:
        other = KINDS[key.value].called
        cursor.report(
            faults.STATEMENT_KIND,
            cursor.span(key),
            f"{cursor.subject} is {kind.called} already and cannot be {other} as well",
            related=[Related("its first kind", cursor.span(keys[0]))],
            hint="keep one of the two; two texts are two statements",
        )
    return kind


def types_of(kind: Kind) -> Mapping[str, ClaimType | EvidenceType]:
    """Return the types that a statement of a kind can have, by the words for them."""
    return _EVIDENCE_TYPES if kind is Kind.EVIDENCE else _CLAIM_TYPES


def _types(cursor: Cursor, kind: Kind, found: dict[str, Any]) -> None:
    """Turn the words of `type` and `claim-type` into what they stand for, or report them."""
    evidence = kind is Kind.EVIDENCE
    written = found.pop("type", None)
    if written is not None:
        known: dict[str, Any] = dict(types_of(kind))
        other = _ALL_TYPES.get(written.value)
        if other is not None and written.value not in known:
            cursor.report(
                faults.KEY_OUT_OF_PLACE,
                cursor.span(written),
                f'"{written.value}" is no type of {kind.called}',
                hint=f"the types are {', '.join(sorted(known))}",
            )
        else:
            found["type"] = values.choose(cursor, written, known)
    written = found.pop("claim_type", None)
    if written is not None and evidence:
        found["claim_type"] = values.choose(cursor, written, _CLAIM_TYPES)
    elif written is not None:
        hint = f"{kind.called} says what it is about under type"
        cursor.report(
            faults.KEY_OUT_OF_PLACE,
            cursor.span(written),
            "claim-type is for evidence",
            hint=hint,
        )


def _check_mention(cursor: Cursor, span: Span, found: dict[str, Any]) -> None:
    """Report, and drop, what a second mention cannot have."""
    for attribute in [key for key in found if key not in _OF_A_MENTION]:
        cursor.report(
            faults.KEY_OUT_OF_PLACE,
            span,
            f"{cursor.subject} restates {found['restates']}, so it has no "
            f"{_ATTRIBUTE_TO_KEY[attribute]} of its own",
            hint=f"say it under {found['restates']}",
        )
        del found[attribute]
