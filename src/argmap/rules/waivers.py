"""Waivers: findings that the author accepts, and the waivers that are left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from argmap.diagnostics import Diagnostic, RuleInfo
from argmap.model import Waiver
from argmap.rules import (
    bad_target,
    dangling_reference,
    duplicate_id,
    inference_without_premise,
    self_support,
    waiver_without_reason,
)
from argmap.rules.case import Case
from argmap.values import Record

#: Code of a rule, and the id of an element; None for the map as a whole.
_Key: TypeAlias = tuple[str, str | None]

_NEVER = r"AM0\d\d|AM10[1-5]|AM9\d\d"
_NEVER_BY_NAME = frozenset(
    {
        dangling_reference.RULE.name,
        duplicate_id.RULE.name,
        inference_without_premise.RULE.name,
        bad_target.RULE.name,
        self_support.RULE.name,
        waiver_without_reason.RULE.name,
        "idle-waiver",  # its module asks this one
    }
)


def cannot_be_waived(rule: str) -> bool:
    """Return whether findings of a rule, given by code or name, stand whatever the map says.

    >>> cannot_be_waived("AM101"), cannot_be_waived("self-support"), cannot_be_waived("AM109")
    (True, True, False)
    """
    return re.fullmatch(_NEVER, rule) is not None or rule in _NEVER_BY_NAME


class Waived(Record):
    """A finding that is not reported, and the waiver that says why."""

    diagnostic: Diagnostic
    waiver: Waiver


class Outcome(Record):
    """What waivers do to findings."""

    kept: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]
    #: Waivers of rules that ran, in the author's order, that suppress nothing.
    idle: tuple[Waiver, ...]


def apply(case: Case, findings: Iterable[Diagnostic], ran: Iterable[RuleInfo]) -> Outcome:
    """Part findings into those that a waiver of the map suppresses and those that stand.

    A waiver suppresses findings of its rule at the element that it names, be it the subject or a
    related one; without an element, findings of the whole map, which have no subject. Of two
    waivers for the same the second is idle. O(findings and what they relate to, waivers).
    """
    waivers = list(_in_force(case, ran))
    if not waivers:
        return Outcome(tuple(findings), (), ())
    effective: dict[_Key, int] = {}
    for number, (key, _) in enumerate(waivers):
        effective.setdefault(key, number)
    kept: list[Diagnostic] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for found in findings:
        position = next((effective[key] for key in _keys(found) if key in effective), None)
        if position is None:
            kept.append(found)
        else:
            used.add(position)
            waived.append(Waived(found, waivers[position][1]))
    idle = (waiver for number, (_, waiver) in enumerate(waivers) if number not in used)
    return Outcome(tuple(kept), tuple(waived), tuple(idle))


def _in_force(case: Case, ran: Iterable[RuleInfo]) -> Iterator[tuple[_Key, Waiver]]:
    """Yield the waivers that may suppress something, each with what it is for."""
    codes = {name: rule.code for rule in ran for name in (rule.code, rule.name)}
    for waiver in case.map.waivers:
        if waiver.rule not in codes or waiver.reason is None or cannot_be_waived(waiver.rule):
            continue
        code = codes[waiver.rule]
        if waiver.at is None:
            yield (code, None), waiver
        elif (element := case.graph.find(waiver.at)) is not None:  # else AM101 reports it
            yield (code, element.id), waiver


def _keys(found: Diagnostic) -> Iterator[_Key]:
    """Yield what a waiver may be for to suppress a finding."""
    yield found.code, found.subject
    for related in found.related:
        if related.subject is not None:
            yield found.code, related.subject
