"""A map as the mappings and lists of its file, before they are laid out as YAML or JSON.

What is left at its default is left out; a list of one is the bare item, save where a list says
more. JSON data stands in it as `Data`, everything else as plain dictionaries, lists, texts, numbers
and truth values; None is a value that is left empty (`holds:`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any, TypeAlias

from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Expectation,
    Inference,
    Issue,
    Leaves,
    Place,
    Preference,
    Premise,
    PremiseKind,
    Qualifier,
    Response,
    Scope,
    Section,
    Source,
    Speaker,
    Statement,
    Status,
    Verdict,
    Waiver,
)

#: A value of a map file: a mapping, a list, a text, a number, a truth value, `Data`, or None.
Value: TypeAlias = Any
_LIKE_A_PLACE = re.compile(r"p[0-9]")
# Words that the one-line form of an anchor would take for something else.
_NOT_IN_ONE_LINE = re.compile(r'["\n\t]|(?:\A|\s)via(?:\s|\Z)')


class Record(dict[str, Any]):
    """A mapping that takes a line for each of its keys, however short it is."""


class Lines(list[Any]):
    """A list that takes a line for each of its items, however short they are."""


class Joined(str):
    """Ids joined by `+`; where that takes more than a line, a list under `from` says the same."""

    __slots__ = ()

    def listed(self) -> Record:
        """Return the mapping that says the same."""
        return Record({"from": self.split(" + ")})


def document(argument_map: ArgumentMap) -> Record:
    """Return the mapping that a map file holds, keys and all in the order of the file."""
    m = argument_map
    return _record(
        {
            "argmap": 1,
            "id": m.id,
            "title": m.title,
            "question": m.question,
            "description": m.description,
            "critic": m.critic,
            "extends": m.extends,
            "main": _bare(m.main),
            "text": m.text,
            "as-of": m.as_of,
            "scale": m.scale,
            "leaves": None if m.leaves is Leaves.AUTHOR else m.leaves.value,
            "language": m.language,
            "sections": Record((one.id, _section(one)) for one in m.sections) or None,
            "sources": Record((one.id, _source(one)) for one in m.sources) or None,
            "statements": Record((one.id, _statement(one)) for one in m.statements),
            "responses": Record((one.target, _response(one)) for one in m.responses) or None,
            "issues": Record((one.id, _issue(one)) for one in m.issues) or None,
            "preferences": _lines([_preference(one) for one in m.preferences]),
            "expect": None if m.expect is None else _expectation(m.expect),
            "waive": _lines([_waiver(one) for one in m.waivers]),
            "extras": m.extras,
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _record(values: dict[str, Any]) -> Record:
    return Record(item for item in values.items() if item[1] is not None)


def _bare(values: Iterable[Any]) -> Value:
    """Return the only item of a list, or the list, or None for an empty one."""
    items = list(values)
    return items[0] if len(items) == 1 else items or None


def _lines(items: list[Any]) -> Value:
    return _bare(items) if len(items) < 2 else Lines(items)


def _number(value: float | None) -> float | None:
    """Return a share without a fraction of zero: 1 for 1.0."""
    return value if value is None or value != int(value) else int(value)


# Beside the statements


def _section(section: Section) -> dict[str, Any]:
    return _filled({"title": section.title, "at": _bare(map(str, section.at))})


def _source(source: Source) -> dict[str, Any]:
    return _filled(
        {
            "title": source.title,
            "author": _bare(source.author),
            "publisher": source.publisher,
            "date": source.date,
            "accessed": source.accessed,
            "url": source.url,
            "doi": source.doi,
            "kind": source.kind,
            "language": source.language,
            "index": source.index,
            "reliability": source.reliability,
            "credibility": source.credibility,
            "grade": None if source.grade is None else source.grade.value,
            "sms": source.sms,
            "primary": source.primary,
            "unnamed": source.unnamed or None,
            "derived-from": _bare(source.derived_from),
            "note": source.note,
            "extras": source.extras,
        }
    )


def _issue(issue: Issue) -> dict[str, Any]:
    return _filled(
        {
            "question": issue.question,
            "positions": _bare(issue.positions),
            "standard": None if issue.standard is None else issue.standard.value,
        }
    )


def _preference(preference: Preference) -> dict[str, Any]:
    return _filled(
        {"better": preference.better, "worse": preference.worse, "reason": preference.reason}
    )


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return _filled({"rule": waiver.rule, "at": waiver.at, "reason": waiver.reason})


def _expectation(expect: Expectation) -> dict[str, Any]:
    return _filled(
        {
            "in": _bare(expect.accepted),
            "out": _bare(expect.out),
            "undecided": _bare(expect.undecided),
        }
    )


def _response(response: Response) -> dict[str, Any]:
    return _filled(
        {
            "because": _steps(response.because),
            "against": _steps(response.against),
            "answers": _answers(response.answers),
            "unless": _steps(response.unless),
            "backing": _steps(response.backing),
        }
    )


# Statements


def _statement(statement: Statement) -> Record:
    s = statement
    return _record(
        {
            s.kind.value: s.text,
            "label": s.label,
            "type": None if s.type is None else s.type.value,
            "claim-type": None if s.claim_type is None else s.claim_type.value,
            "certainty": _qualifier(s.certainty),
            "standard": None if s.standard is None else s.standard.value,
            "by": _bare(map(_speaker, s.by)),
            "at": _bare(map(_anchor, s.anchors)),
            "section": s.section,
            "status": None if s.status is Status.ASSERTED else s.status.value,
            "given": s.given or None,
            "questioned": s.questioned or None,
            "strength": _number(s.strength),
            "scope": None if s.scope is None else _scope(s.scope),
            "restates": s.restates,
            "because": _steps(s.because),
            "against": _steps(s.against),
            "despite": _steps(s.despite),
            "data": s.data,
            "tags": _bare(s.tags),
            "note": s.note,
            "aliases": _bare(s.aliases),
            "extras": s.extras,
        }
    )


def _scope(scope: Scope) -> dict[str, Any]:
    return _filled({"place": scope.place, "time": scope.time, "population": scope.population})


def _qualifier(qualifier: Qualifier | None) -> Value:
    if qualifier is None:
        return None
    term, written, confidence = qualifier.term, qualifier.as_written, qualifier.confidence
    if written is None and confidence is None:
        return term
    return _filled({"term": term, "as": written, "confidence": confidence})


def _speaker(speaker: Speaker) -> Value:
    if speaker.force is None and not speaker.anchors:
        return speaker.name
    at = _bare(map(_anchor, speaker.anchors))
    return _filled({"speaker": speaker.name, "force": speaker.force, "at": at})


def _anchor(anchor: Anchor) -> Value:
    """Return an anchor in one line if that line is read as the same anchor, else as a mapping."""
    if _fits_one_line(anchor):
        return str(anchor)
    return _filled(
        {
            "source": anchor.source,
            "where": None if anchor.where is None else str(anchor.where),
            "quote": anchor.quote,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
            "via": None if anchor.via is None else str(anchor.via),
        }
    )


def _fits_one_line(anchor: Anchor) -> bool:
    if anchor.prefix is not None or anchor.suffix is not None or "\n" in (anchor.quote or ""):
        return False
    if anchor.source is not None and (
        anchor.source == "via" or _LIKE_A_PLACE.match(anchor.source) is not None
    ):
        return False
    return isinstance(anchor.where, Place | None) or not _NOT_IN_ONE_LINE.search(anchor.where)


# Steps


def _steps(steps: Iterable[Inference]) -> Value:
    return _lines([_step(step) for step in steps])


def _step(step: Inference) -> Value:
    """Return ids joined by `+` where the step has nothing else, else a mapping."""
    ordinary = [one for one in step.premises if one.kind is PremiseKind.ORDINARY]
    assumed = [one for one in step.premises if one.kind is PremiseKind.ASSUMPTION]
    record = _record(
        {
            "id": step.id,
            "label": step.label,
            "from": _premises(ordinary, linked=step.linked),
            "assuming": _premises(assumed, linked=False),
            "scheme": step.scheme,
            "strict": step.strict or None,
            "weight": _number(step.weight),
            "certainty": _qualifier(step.certainty),
            "by": _bare(map(_speaker, step.by)),
            "at": _bare(map(_anchor, step.anchors)),
            "section": step.section,
            "answers": _answers(step.answers),
            "unless": _steps(step.unless),
            "backing": _steps(step.backing),
            "tags": _bare(step.tags),
            "note": step.note,
            "extras": step.extras,
        }
    )
    if list(record) == ["from"]:
        named = record["from"]
        if isinstance(named, str):
            return named
        if isinstance(named, list) and len(named) > 1:
            return Joined(" + ".join(named))
    return record


def _premises(premises: list[Premise], *, linked: bool) -> Value:
    """Return premises as roles and ids, or as a list, or as one id where no list is meant."""
    if any(premise.role is not None for premise in premises):
        groups = groupby(premises, key=lambda premise: premise.role)
        return {role: _bare(one.statement for one in group) for role, group in groups}
    ids = [premise.statement for premise in premises]
    return ids if linked else _bare(ids)


def _answers(answers: Iterable[Answer]) -> dict[str, Any] | None:
    return {answer.question: _answer(answer) for answer in answers} or None


def _answer(answer: Answer) -> Value:
    verdict = answer.verdict.value
    basis = answer.reason if answer.verdict is Verdict.WAIVED else answer.by
    if basis is None and answer.note is None and answer.pin is None:
        return verdict
    return {verdict: basis, **_filled({"note": answer.note, "pin": answer.pin})}
