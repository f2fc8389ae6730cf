"""Rules: what is looked for in a map, a module each, and running them.

To add one, write a module with a page as its docstring, `RULE`, `NEEDS` and `check`, and put it
into `RULES`; its cases go to `tests/rules/<name>.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, RuleInfo
from argmap.model import ArgumentMap
from argmap.model.collector import collector_paused
from argmap.rules import (
    bad_target,
    bare_premise,
    circular_sourcing,
    circular_support,
    conceded_objection_stands,
    dangling_concession,
    dangling_reference,
    dependent_evidence,
    disconnected,
    double_counting,
    duplicate_id,
    duplicate_inference,
    evidence_as_conclusion,
    evidence_without_anchor,
    expectation_failed,
    hedge_dropped,
    idle_waiver,
    ineffective_attack,
    inference_without_premise,
    issue_overlap,
    linked_with_one_premise,
    load_bearing_assumption,
    long_chain,
    main_conclusion,
    main_not_established,
    main_used_as_premise,
    mention_used,
    missing_evidence_field,
    no_sources,
    no_such_place,
    not_assumable,
    number_not_in_anchor,
    one_sided,
    overloaded_inference,
    place_not_checked,
    preference_cycle,
    question_as_claim,
    quote_not_in_source,
    reasoned_premise,
    self_attack,
    self_support,
    single_source,
    stale_evidence,
    support_and_attack,
    text_length,
    thin_objections,
    unanswered_objection,
    undated_source,
    unsupported_conclusion,
    waiver_without_reason,
    weak_source_alone,
)
from argmap.rules.case import Case, Rule
from argmap.rules.limits import MOST_OF_A_CODE, limited
from argmap.rules.waivers import Waived, apply
from argmap.values import Record

if TYPE_CHECKING:
    from argmap.sources.attached import Attached

__all__ = ["MOST_OF_A_CODE", "RULES", "Case", "Findings", "NotRun", "Rule", "Waived", "check"]

#: Every rule, in the order of the codes.
RULES: tuple[Rule, ...] = (
    dangling_reference,
    duplicate_id,
    inference_without_premise,
    bad_target,
    self_support,
    self_attack,
    circular_support,
    main_conclusion,
    disconnected,
    main_used_as_premise,
    evidence_as_conclusion,
    duplicate_inference,
    support_and_attack,
    ineffective_attack,
    preference_cycle,
    issue_overlap,
    reasoned_premise,
    mention_used,
    not_assumable,
    unsupported_conclusion,
    bare_premise,
    load_bearing_assumption,
    linked_with_one_premise,
    overloaded_inference,
    long_chain,
    unanswered_objection,
    one_sided,
    thin_objections,
    main_not_established,
    dangling_concession,
    conceded_objection_stands,
    expectation_failed,
    evidence_without_anchor,
    quote_not_in_source,
    number_not_in_anchor,
    hedge_dropped,
    single_source,
    double_counting,
    circular_sourcing,
    stale_evidence,
    undated_source,
    weak_source_alone,
    missing_evidence_field,
    place_not_checked,
    no_such_place,
    dependent_evidence,
    no_sources,
    question_as_claim,
    text_length,
    idle_waiver,
    waiver_without_reason,
)


class NotRun(Record):
    """A rule that was skipped, and why."""

    rule: RuleInfo
    why: str


class Findings(Record):
    """What the rules found in a map."""

    #: In the order of their places; none comes twice, and of each code only the first 1,000.
    diagnostics: tuple[Diagnostic, ...]
    #: The rules that could not run.
    not_run: tuple[NotRun, ...] = ()
    #: What would stand among the diagnostics if the map did not waive it.
    waived: tuple[Waived, ...] = ()


def check(
    argument_map: ArgumentMap,
    rules: Iterable[Rule] = RULES,
    *,
    sources: Attached | None = None,
) -> Findings:
    """Return what the rules find in a map, less what the map waives.

    Args:
        argument_map: the map.
        rules: the rules to run.
        sources: the sources of the map as far as they are at hand; None if nobody looked for them:
            then rules that need them do not run where the map names an index.

    >>> from argmap.model import Kind, Statement
    >>> lone = ArgumentMap(statements=[Statement(id="a", kind=Kind.CLAIM, text="Is it?")])
    >>> for diagnostic in check(lone).diagnostics:
    ...     print(diagnostic)
    AM108 no main conclusion: nothing is argued for
    AM515 the map names no source, so nothing can be traced
    AM602 a is a question
    """
    with collector_paused():
        return _checked(Case(argument_map, sources), rules)


def _checked(case: Case, rules: Iterable[Rule]) -> Findings:
    found: list[Diagnostic] = []
    ran: list[RuleInfo] = []
    not_run: list[NotRun] = []
    for rule in rules:
        why = case.lacks(rule.NEEDS)
        if why is None:
            found.extend(rule.check(case))
            ran.append(rule.RULE)
        else:
            not_run.append(NotRun(rule.RULE, why))
    outcome = apply(case, _in_order(found), ran)
    kept = outcome.kept
    if outcome.idle and idle_waiver.RULE in ran:
        kept = _in_order([*kept, *(idle_waiver.finding(case, waiver) for waiver in outcome.idle)])
    return Findings(limited(kept), tuple(not_run), outcome.waived)


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: found.sort_key))
