"""Reading steps: what stands under because, against, despite, unless and backing.

steps = step | [step, ...]
step  = id | id "+" id ... | {from: ..., assuming: ..., ...}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from argmap.formats.native import anchors, faults, values
from argmap.formats.native.cursor import Cursor, Event
from argmap.model import Answer, Attack, Premise, PremiseKind, Support, Verdict
from argmap.model.checks import ID
from argmap.model.steps import DEEPEST_STEP
from argmap.model.unchecked import unchecked
from argmap.text import Span

Made = TypeVar("Made", Support, Attack)
#: Make a premise, a support and an attack of parts that have been checked.
new_premise = unchecked(Premise)
new_support = unchecked(Support)
new_attack = unchecked(Attack)
_MADE: dict[type, Callable[..., Any]] = {Support: new_support, Attack: new_attack}
_PART = re.compile(r"[^+]+|(?<=\+)(?=\+|\Z)|\A(?=\+)")


def supports(cursor: Cursor, event: Event) -> tuple[Support, ...]:
    """Return the reasons under `because` or `backing`."""
    return _steps(cursor, event, Support)


def attacks(cursor: Cursor, event: Event) -> tuple[Attack, ...]:
    """Return the objections under `against`, `despite` or `unless`."""
    return _steps(cursor, event, Attack)


def _steps(cursor: Cursor, event: Event, kind: type[Made]) -> tuple[Made, ...]:
    if event.__class__ is SequenceStartEvent:
        made = [_step(cursor, item, kind) for item in cursor.items(event)]
        return tuple(step for step in made if step is not None)
    only = _step(cursor, event, kind)
    return () if only is None else (only,)


def _step(cursor: Cursor, event: Event, kind: type[Made]) -> Made | None:
    cursor.element(event)
    if event.__class__ is MappingStartEvent:
        return _step_of_mapping(cursor, event, kind)
    if event.__class__ is not ScalarEvent:
        hint = "a list in a list means nothing; join premises that only work together with +"
        values.wrong_type(cursor, event, "a step is an id, ids joined by +, or a mapping", hint)
        return None
    premises = _joined(cursor, event)
    if not premises:
        return None
    span = premises[0].span if len(premises) == 1 else cursor.span(event)
    made: Made = _MADE[kind](premises=premises, linked=len(premises) > 1, span=span)
    return made


def _joined(cursor: Cursor, event: Event) -> tuple[Premise, ...]:
    """Return the premises that a text names, ids joined by `+`."""
    value: str = event.value
    if ID.fullmatch(value):
        return (new_premise(statement=value, span=cursor.span(event)),)
    if not value.strip():
        hint = "name a statement, or leave out the key"
        cursor.report(faults.BAD_STEP, cursor.span(event), "a step is empty", hint=hint)
        return ()
    if event.style == '"' and values.unescaped(cursor, event) is None:
        return ()
    return _unrepeated(cursor, _parts(cursor, event))


def _parts(cursor: Cursor, event: Event) -> Iterator[Premise]:
    for found in _PART.finditer(event.value):
        name = found[0].strip()
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        span = cursor.part(event, start, start + len(name))
        if ID.fullmatch(name):
            yield new_premise(statement=name, span=span)
        else:
            _refuse_name(cursor, event, name, span)


def _refuse_name(cursor: Cursor, event: Event, name: str, span: Span) -> None:
    if not name:
        message, hint = "a premise is missing beside +", "name it, or take out the +"
    elif "," in event.value:
        message = f'"{name}" is one name to YAML'
        hint = f"several steps stand in a list: [{event.value}]"
    elif re.search("[>!#]", name):
        message = f'"{name}" names a step, and a premise is a statement'
        hint = "say against or for a step under it: unless, backing"
    else:
        message, hint = f'"{name}" is no id', "an id is a letter, then letters, digits, _ and -"
    cursor.report(faults.BAD_STEP, span, message, hint=hint)


def _unrepeated(cursor: Cursor, premises: Iterator[Premise]) -> tuple[Premise, ...]:
    kept: dict[str, Premise] = {}
    for premise in premises:
        if premise.statement in kept:
            cursor.report(
                faults.PREMISE_TWICE, premise.span, f"{premise.statement} stands twice in this step"
            )
        else:
            kept[premise.statement] = premise
    return tuple(kept.values())


# Mappings


def _role_name(cursor: Cursor, key: Event) -> str | None:
    name = str(key.value).replace("_", "-")
    return name if values.check_id(cursor, name, cursor.span(key), "name of a role") else None


def _premises(kind: PremiseKind) -> values.Read:
    """Return a reader of `from` or `assuming`: whether it is marked as linked, and the premises."""

    def read(cursor: Cursor, event: Event) -> tuple[bool, list[Premise]]:
        return event.__class__ is not ScalarEvent, list(_named(cursor, event, kind))

    return read


def _named(cursor: Cursor, event: Event, kind: PremiseKind) -> Iterator[Premise]:
    if event.__class__ is MappingStartEvent:
        for key, value in cursor.entries(event):
            role = _role_name(cursor, key)
            for premise in _listed(cursor, value):
                yield Premise(premise.statement, role, kind, premise.span)
    else:
        for premise in _listed(cursor, event):
            yield Premise(premise.statement, None, kind, premise.span)


def _listed(cursor: Cursor, event: Event) -> Iterator[Premise]:
    for item in cursor.items(event) if event.__class__ is SequenceStartEvent else (event,):
        if item.__class__ is not ScalarEvent:
            values.wrong_type(cursor, item, "premises are ids, a list of ids, or roles with ids")
        else:
            yield from _joined(cursor, item)


_VERDICTS = {verdict.value: verdict for verdict in Verdict}


def basis(cursor: Cursor, event: Event) -> str | None:
    """Return the id under `holds` or `fails`; empty where the answer stands for itself."""
    if event.__class__ is ScalarEvent and not event.value and not event.style:
        return ""
    return values.identifier(cursor, event)


ANSWER_KEYS: values.Keys = {
    "holds": ("holds", basis),
    "fails": ("fails", basis),
    "waived": ("waived", values.text),
    "note": ("note", values.text),
    "pin": ("pin", values.text),
}


def answers(cursor: Cursor, event: Event) -> tuple[Answer, ...]:
    """Return the answers to critical questions: question -> verdict."""
    if event.__class__ is not MappingStartEvent:
        hint = "answers: {likely: {holds: ID}}"
        values.wrong_type(cursor, event, "answers are a mapping of questions and verdicts", hint)
        return ()
    made: dict[str, Answer] = {}
    for key, value in cursor.entries(event):
        name = str(key.value).replace("_", "-")
        if not values.check_id(cursor, name, cursor.span(key), "name of a question"):
            cursor.skip(value)
            continue
        answer = _answer(cursor, key, name, value)
        if answer is not None and name in made:
            cursor.report(
                faults.DUPLICATE_KEY, cursor.span(key), f"{name} is answered a second time"
            )
        elif answer is not None:
            made[name] = answer
    return tuple(made.values())


def _answer(cursor: Cursor, key: Event, question: str, event: Event) -> Answer | None:
    span = cursor.span(key)
    if event.__class__ is not MappingStartEvent:
        return _bare_answer(cursor, question, event, span)
    before = cursor.reported
    found = values.record(cursor, event, ANSWER_KEYS, "an answer")
    verdicts = [name for name in _VERDICTS if name in found]
    if len(verdicts) != 1:
        if verdicts or cursor.reported == before:  # else what is wrong has been said
            cursor.report(
                faults.MISSING_KEY, span, "an answer needs exactly one of holds, fails and waived"
            )
        return None
    shown = found[verdicts[0]]
    verdict = _VERDICTS[verdicts[0]]
    waived = verdict is Verdict.WAIVED
    return Answer(
        question=question,
        verdict=verdict,
        by=None if waived else shown or None,
        reason=shown if waived else None,
        note=found.get("note"),
        pin=found.get("pin"),
        span=span,
    )


def _bare_answer(cursor: Cursor, question: str, event: Event, span: Span) -> Answer | None:
    if values.scalar(cursor, event, "an answer") is None:
        return None
    verdict = values.choose(cursor, event, _VERDICTS)
    if verdict is Verdict.WAIVED:
        hint = "{waived: the reason}"
        cursor.report(faults.MISSING_KEY, span, "a waived question needs a reason", hint=hint)
        return None
    return None if verdict is None else Answer(question=question, verdict=verdict, span=span)


STEP_KEYS: dict[str, tuple[str, values.Read]] = {
    "id": ("id", values.identifier),
    "label": ("label", values.text),
    "from": ("from", _premises(PremiseKind.ORDINARY)),
    "assuming": ("assuming", _premises(PremiseKind.ASSUMPTION)),
    "unless": ("unless", attacks),
    "backing": ("backing", supports),
    "scheme": ("scheme", values.text),
    "answers": ("answers", answers),
    "strict": ("strict", values.boolean),
    "weight": ("weight", values.share),
    "certainty": ("certainty", anchors.qualifier),
    "section": ("section", values.identifier),
    "at": ("anchors", anchors.anchors),
    "by": ("by", anchors.speakers),
    "note": ("note", values.text),
    "tags": ("tags", values.several(values.text)),
    "extras": ("extras", values.data),
}


def _step_of_mapping(cursor: Cursor, event: Event, kind: type[Made]) -> Made | None:
    start = cursor.start(event)
    before = cursor.reported
    found: dict[str, Any] = values.record(cursor, event, STEP_KEYS, "a step")
    span = cursor.span_to_here(start)
    linked: bool
    ordinary: list[Premise]
    assumed: list[Premise]
    linked, ordinary = found.pop("from", (False, []))
    _, assumed = found.pop("assuming", (False, []))
    premises = _unrepeated(cursor, iter([*ordinary, *assumed]))
    if not premises and cursor.reported > before:
        return None  # what is wrong with it has been said
    if sum(premise.kind is PremiseKind.ORDINARY for premise in premises) > 1:
        linked = True
    if too_deep(found):
        message = f"steps against and for steps are nested more than {DEEPEST_STEP} deep"
        cursor.report(faults.TOO_DEEP, span, message)
        return None
    made: Made = _MADE[kind](premises=premises, linked=linked, span=span, **found)
    return made


def too_deep(found: dict[str, Any]) -> bool:
    """Return whether the steps under a step leave no room for it above them."""
    level = [*found.get("unless", ()), *found.get("backing", ())]
    depth = 1
    while level:
        level = [inner for outer in level for _, inner in outer.placed()]
        depth += 1
    return depth > DEEPEST_STEP
