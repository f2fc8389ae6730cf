"""Laws of the rules over random maps, and brute force as the oracle of those that follow paths."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, Severity
from argmap.model import (
    ArgumentMap,
    Expectation,
    Position,
    Preference,
    Statement,
    Step,
    Waiver,
)
from argmap.model.checks import is_reference
from argmap.pipeline.evaluating import label
from argmap.rules import (
    RULES,
    Case,
    Rule,
    check,
    circular_support,
    conceded_objection_stands,
    disconnected,
    expectation_failed,
    idle_waiver,
    ineffective_attack,
    load_bearing_assumption,
    long_chain,
    main_not_established,
    one_sided,
    preference_cycle,
    unanswered_objection,
    waivers,
)
from argmap.semantics.basis import Basis
from argmap.semantics.labelling import Label, Reason
from argmap.semantics.terms import Concessions, Terms
from tests.rules.random_maps import DERIVED, IDS, maps

SAME = {rule.RULE.code: rule.RULE for rule in RULES}
#: Rules whose findings differ in severity, with the other one.
SOMETIMES = {
    "AM107": Severity.ERROR,
    "AM203": Severity.INFO,
    "AM401": Severity.ERROR,
    "AM506": Severity.INFO,
}


# --- running ---------------------------------------------------------------------------------


@given(maps())
def test_findings_are_sorted_unique_and_repeatable(argument_map: ArgumentMap) -> None:
    """`check` never raises, and gives the same findings in the order of places each time."""
    findings = check(argument_map)
    keys = [found.sort_key for found in findings.diagnostics]
    assert keys == sorted(keys)
    assert len(set(findings.diagnostics)) == len(findings.diagnostics)
    assert check(argument_map) == findings
    assert findings.not_run == ()


@given(maps())
def test_the_order_of_the_rules_makes_no_difference(argument_map: ArgumentMap) -> None:
    """Rules do not know of each other."""
    backwards = check(argument_map, tuple(reversed(RULES)))
    assert set(backwards.diagnostics) == set(check(argument_map).diagnostics)


@given(maps())
def test_findings_are_those_of_each_rule_alone(argument_map: ArgumentMap) -> None:
    """What all rules find together is what each finds alone, waived or not, and idle waivers."""
    findings = check(argument_map)
    case = Case(argument_map)
    alone = {found for rule in RULES for found in rule.check(case)}
    together = {*findings.diagnostics, *(waived.diagnostic for waived in findings.waived)}
    assert alone <= together
    assert {found.code for found in together - alone} <= {idle_waiver.RULE.code}


@given(maps())
def test_findings_are_complete(argument_map: ArgumentMap) -> None:
    """A finding bears the name and severity of its rule, says whom it is about and what to do."""
    case = Case(argument_map)
    for found in check(argument_map).diagnostics:
        usual = SAME[found.code]
        assert found.name == usual.name
        assert found.severity in {usual.severity, SOMETIMES.get(found.code, usual.severity)}
        assert found.hint
        assert found.subject is not None or found.code in {
            "AM101",
            "AM108",
            "AM403",
            "AM506",
            "AM515",
            "AM901",
            "AM902",
        }
        if found.subject is not None and case.graph.find(found.subject) is None:
            # Names that nothing goes by, steps without premises, sources.
            others = {"AM101", "AM102", "AM103", "AM116", "AM117", "AM901", "AM902"}
            assert found.code in others | {"AM507", "AM509", "AM512"}


# --- oracles ---------------------------------------------------------------------------------


def _supported(case: Case) -> dict[str, set[str]]:
    """Whom each statement supports, through steps and the supports of steps."""
    edges: dict[str, set[str]] = {}
    for step, premises in case.steps:
        here: Statement | Step | None = step
        while isinstance(here, Step) and here.is_support:
            here = case.graph.find(here.target)
        if isinstance(here, Statement):
            for premise in premises:
                edges.setdefault(premise, set()).add(here.id)
    return edges


def _closure(edges: dict[str, set[str]]) -> set[tuple[str, str]]:
    """The transitive closure, by composing until nothing is added."""
    pairs = {(one, other) for one, others in edges.items() for other in others}
    while True:
        added = {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs
        if not added:
            return pairs
        pairs |= added


def _subjects(found: Diagnostic) -> list[str]:
    return [related.subject for related in found.related if related.subject is not None]


@given(maps())
def test_circular_support_finds_mutual_reachability(argument_map: ArgumentMap) -> None:
    """Two statements are in one circle exactly if each supports the other, at any distance."""
    case = Case(argument_map)
    edges = _supported(case)
    reach = _closure(edges)
    ids = [statement.id for statement in argument_map.statements]
    circular = {a for a in ids for b in ids if a != b and {(a, b), (b, a)} <= reach}
    found = list(circular_support.check(case))
    groups = [set(_subjects(finding)) for finding in found]
    assert sorted(name for group in groups for name in group) == sorted(circular)
    for finding, group in zip(found, groups, strict=True):
        assert all({(a, b), (b, a)} <= reach for a in group for b in group if a != b)
        circle = [
            related.subject for related in finding.related if "is a reason" in related.message
        ]
        assert finding.subject == circle[0]
        assert all(
            b in edges[str(a)] for a, b in zip(circle, [*circle[1:], circle[0]], strict=True)
        )


# Where two elements share a name, a path by names is not a path by elements.
UNTANGLED = maps(tangled=False, waived=False)


def _leads_to(case: Case, start: str, goals: set[str]) -> bool:
    """Whether some path of premises, steps and targets leads from a name to one of the goals."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here in goals:
            return True
        if here not in seen:
            seen.add(here)
            for step, premises in case.steps:
                if here in premises:
                    waiting.append(step.id)
                if step.id == here:
                    waiting.append(case.graph.canonical(step.target))
    return False


def _exempt(case: Case) -> set[str]:
    exempt = {s.id for s in case.map.statements if s.restates is not None}
    exempt |= {s.id for s in case.map.statements if "background" in s.tags}
    named = [name for issue in case.map.issues for name in issue.positions]
    named += [answer.by for s, _ in case.steps for answer in s.inference.answers if answer.by]
    preferred = [name for p in case.map.preferences for name in (p.better, p.worse)]
    for name in (*named, *preferred):
        element = case.graph.find(name)
        if element is not None:
            exempt.add(element.id)
        if isinstance(element, Step):
            exempt |= {case.graph.canonical(p.statement) for p in element.inference.premises}
    return exempt


@given(UNTANGLED)
def test_disconnected_finds_what_has_no_path(argument_map: ArgumentMap) -> None:
    """A statement is disconnected exactly if no path leads from it to a main conclusion."""
    case = Case(argument_map)
    goals = {*case.graph.main, *_exempt(case)}
    expected = {
        statement.id
        for statement in argument_map.statements
        if case.graph.main and not _leads_to(case, statement.id, goals)
    }
    assert {found.subject for found in disconnected.check(case)} == expected


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), max_size=9))
def test_preference_cycle_finds_what_is_better_than_itself(pairs: list[tuple[str, str]]) -> None:
    """Preferences are circular exactly if their closure has some x better than x."""
    argument_map = ArgumentMap(
        preferences=[Preference(better=better, worse=worse) for better, worse in pairs]
    )
    edges: dict[str, set[str]] = {}
    for better, worse in pairs:
        edges.setdefault(better, set()).add(worse)
    closure = _closure(edges)
    circular = {name for name in "abcde" if (name, name) in closure}
    groups = {frozenset(b for b in circular if {(a, b), (b, a)} <= closure) for a in circular}
    found = list(preference_cycle.check(Case(argument_map)))
    assert len(found) == len(groups)
    for finding in found:
        circle = _subjects(finding)
        assert any(set(circle) <= group for group in groups)
        assert len(set(circle)) == len(circle)
        assert all(b in edges[a] for a, b in zip(circle, [*circle[1:], circle[0]], strict=True))


def _simple_paths(case: Case, start: str, goals: set[str]) -> Iterator[int]:
    """Yield the number of defeasible supports on each path to a goal that repeats nothing."""
    waiting: list[tuple[str, frozenset[str], int]] = [(start, frozenset(), 0)]
    while waiting:
        here, seen, steps = waiting.pop()
        if here in goals:
            yield steps
        for step, premises in case.steps:
            cost = steps + (not step.inference.strict)
            if not step.is_support or here not in (*premises, step.id) or here in seen:
                continue
            waiting.append((step.target, seen | {here}, cost))


@given(UNTANGLED, st.integers(0, 2))
def test_long_chain_measures_the_shortest_path(argument_map: ArgumentMap, most: int) -> None:
    """The distance is the least number of defeasible steps over all simple paths."""
    case = Case(argument_map)
    expected = {}
    for statement in argument_map.statements:
        lengths = list(_simple_paths(case, statement.id, set(case.graph.main)))
        if statement.is_evidence and lengths and min(lengths) > most:
            expected[statement.id] = min(lengths)
    with patch.object(long_chain, "MOST_STEPS", most):
        found = {f.subject: int(f.message.split()[0]) for f in long_chain.check(case)}
    assert found == expected


# --- labels ----------------------------------------------------------------------------------


def _found(rule: Rule, case: Case) -> dict[str, Diagnostic]:
    """The findings of a rule by their subjects."""
    return {str(found.subject): found for found in rule.check(case)}


@given(maps())
def test_the_main_conclusions_that_are_not_established_are_those_not_in(
    argument_map: ArgumentMap,
) -> None:
    case = Case(argument_map)
    found = _found(main_not_established, case)
    labels = label(argument_map)
    failing = {name for name in case.graph.main if labels[name] is not Label.IN}
    assert set(found) <= failing
    if not labels.program.ill_formed:
        assert set(found) == failing
    for name, finding in found.items():
        assert f"the conclusion {name} is {labels[name].value}" in finding.message


@given(maps(), st.data())
def test_expectations_fail_exactly_where_they_differ_from_the_labels(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    labels = label(argument_map)
    known = sorted(filter(is_reference, labels))  # a step without premises cannot be named
    expected = {name: data.draw(st.sampled_from(Label), label=name) for name in known}
    evolved = attrs.evolve(
        argument_map,
        expect=Expectation(
            accepted=[name for name, one in expected.items() if one is Label.IN],
            out=[name for name, one in expected.items() if one is Label.OUT],
            undecided=[name for name, one in expected.items() if one is Label.UNDECIDED],
        ),
    )
    found = list(expectation_failed.check(Case(evolved)))
    differing = [name for name, one in expected.items() if labels[name] is not one]
    assert len(found) == len(differing)
    for name in differing:
        told = f"{name} is expected {expected[name].value} but is {labels[name].value}"
        assert any(one.message.startswith(told) for one in found)


@given(maps())
def test_what_a_map_is_labelled_can_be_expected_of_it(argument_map: ArgumentMap) -> None:
    labels = label(argument_map)
    expect = Expectation(
        accepted=filter(is_reference, labels.having(Label.IN)),
        out=filter(is_reference, labels.having(Label.OUT)),
        undecided=filter(is_reference, labels.having(Label.UNDECIDED)),
    )
    evolved = attrs.evolve(argument_map, expect=expect)
    assert list(expectation_failed.check(Case(evolved))) == []


def _objecting(case: Case, target: str, goals: set[str]) -> bool:
    """Whether some path from an element to a goal runs through an even number of attacks."""
    seen: set[tuple[str, bool]] = set()
    waiting = [(target, True)]
    while waiting:
        here, even = waiting.pop()
        if even and here in goals:
            return True
        if (here, even) in seen:
            continue
        seen.add((here, even))
        for step, premises in case.steps:
            after = even if step.is_support else not even
            if here in premises or here == step.id:
                waiting.append((step.target, after))
    return False


@given(UNTANGLED)
def test_unanswered_objections_are_in_and_defeat_where_they_are_errors(
    argument_map: ArgumentMap,
) -> None:
    """By brute force: paths one by one, and answers by looking at every step."""
    case = Case(argument_map)
    labels = label(argument_map)
    expected = {}
    for step, premises in case.steps:
        answered = any(
            not other.is_support
            and other.position is not Position.DESPITE
            and other.target in {step.id, *premises}
            for other, _ in case.steps
        )
        open_attack = not step.is_support and step.position is not Position.DESPITE
        if (
            open_attack
            and not answered
            and labels[step.id] is Label.IN
            and _objecting(case, step.target, set(case.graph.main))
        ):
            expected[step.id] = labels[step.target] is Label.OUT
    found = _found(unanswered_objection, case)
    assert {name: finding.severity is Severity.ERROR for name, finding in found.items()} == expected


@given(UNTANGLED)
def test_one_sided_conclusions_have_no_attack_that_leads_to_them(
    argument_map: ArgumentMap,
) -> None:
    case = Case(argument_map)
    attacked = {step.target for step, _ in case.steps if not step.is_support}
    expected = {
        name
        for name in case.graph.main
        if not any(_leads_to(case, target, {name}) for target in attacked)
    }
    assert set(_found(one_sided, case)) == expected


@given(maps())
def test_a_circle_is_an_error_exactly_if_a_member_rests_on_nothing_else(
    argument_map: ArgumentMap,
) -> None:
    labels = label(argument_map)
    for found in circular_support.check(Case(argument_map)):
        reasons = {labels.standing(name).reason for name in _subjects(found)}
        assert (found.severity is Severity.ERROR) == (Reason.CIRCULAR in reasons)


@given(UNTANGLED)
def test_an_ineffective_attack_is_never_effective(argument_map: ArgumentMap) -> None:
    """With it and without it, its target is labelled alike."""
    case = Case(argument_map)
    labels = label(argument_map)
    for found in ineffective_attack.check(case):
        attack = case.graph.step(str(found.subject))
        without = label(argument_map, Terms(reject=[attack.id]))
        assert without[attack.target] is labels[attack.target]


@given(maps(tangled=False))
def test_a_load_bearing_assumption_brings_a_conclusion_down(argument_map: ArgumentMap) -> None:
    """By brute force: each assumption is rejected in turn, and each main conclusion looked at."""
    case = Case(argument_map)
    labels = label(argument_map)
    program = labels.program
    expected = set()
    for main in case.graph.main:
        for name, basis in program.bases.items():
            own = program.numbers[name]
            if basis is not Basis.ASSUMED or program.name(own) != name:
                continue
            if own == program.numbers[main] or labels[main] is not Label.IN:
                continue
            if label(argument_map, Terms(reject=[name]))[main] is not Label.IN:
                expected.add((name, main))
    told = "the conclusion {} falls if the assumption {} is wrong"
    found = {finding.message for finding in load_bearing_assumption.check(case)}
    assert found == {told.format(main, name) for name, main in expected}


@given(maps())
def test_a_concession_stands_only_where_counting_concessions_fells_its_target(
    argument_map: ArgumentMap,
) -> None:
    case = Case(argument_map)
    counting = label(argument_map, Terms(concessions=Concessions.COUNT))
    labels = label(argument_map)
    for found in conceded_objection_stands.check(case):
        step = case.graph.find(str(found.subject))
        if isinstance(step, Step) and step.position is Position.DESPITE:
            assert labels[step.id] is labels[step.target] is Label.IN
            assert counting[step.target] is not Label.IN
            assert not labels.effective(step.id)


# --- waivers ---------------------------------------------------------------------------------


def _can_be_named(case: Case, subject: str | None) -> bool:
    """Whether a waiver can name a subject.

    It cannot where a step above has no premise (AM103), nor where the id of an attack made by an
    answer is also short for a step that has more premises.
    """
    if subject is None:
        return True
    element = case.graph.find(subject) if is_reference(subject) else None
    return element is not None and element.id == subject


@given(maps(waived=False), st.data())
def test_waiving_a_finding_removes_it_and_nothing_else(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    """Of all findings, a waiver takes those of its rule at its element, and adds none."""
    case = Case(argument_map)
    before = check(argument_map).diagnostics
    candidates = [
        found
        for found in before
        if not waivers.cannot_be_waived(found.code) and _can_be_named(case, found.subject)
    ]
    assume(candidates)
    chosen = data.draw(st.sampled_from(candidates))
    waiver = Waiver(
        rule=data.draw(st.sampled_from([chosen.code, chosen.name])),
        at=chosen.subject,
        reason="It is meant.",
    )
    after = check(attrs.evolve(argument_map, waivers=[waiver]))
    removed = [found for found in before if found not in after.diagnostics]
    assert chosen in removed
    assert after.diagnostics == tuple(found for found in before if found not in removed)
    assert [waived.diagnostic for waived in after.waived] == removed
    assert {waived.waiver for waived in after.waived} == {waiver}
    for found in removed:
        assert found.code == chosen.code
        if chosen.subject is None:
            assert found.subject is None
        else:
            assert chosen.subject in (found.subject, *_subjects(found))


@given(
    maps(waived=False),
    st.none() | st.sampled_from([*IDS, *DERIVED, "alias"]),
    st.sampled_from(sorted(SAME)),
)
def test_a_waiver_either_suppresses_or_is_reported(
    argument_map: ArgumentMap, at: str | None, rule: str
) -> None:
    """No waiver is passed over in silence: it suppresses, or is idle, or names nothing."""
    waiver = Waiver(rule=rule, at=at, reason="It is meant.")
    after = check(attrs.evolve(argument_map, waivers=[waiver]))
    idle = [found for found in after.diagnostics if found.code == "AM901"]
    undefined = at is not None and Case(argument_map).graph.find(at) is None
    if undefined and not waivers.cannot_be_waived(rule):
        assert (idle, after.waived) == ([], ())
        assert "AM101" in {found.code for found in after.diagnostics}
    else:
        assert bool(after.waived) != bool(idle)


@given(maps(waived=False))
def test_a_waiver_without_a_reason_changes_nothing_else(argument_map: ArgumentMap) -> None:
    """Without a reason a waiver adds its own fault and suppresses nothing."""
    before = check(argument_map).diagnostics
    bare = [Waiver(rule=found.code, at=None) for found in before]
    after = check(attrs.evolve(argument_map, waivers=bare))
    rest = [found for found in after.diagnostics if found.code not in {"AM901", "AM902"}]
    assert tuple(rest) == before
    assert after.waived == ()
    assert any(found.code == "AM902" for found in after.diagnostics) == bool(bare)
