"""Running the rules: what is skipped, what is waived, and the words and places of findings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest
from attrs import evolve

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.formats import Limits
from argmap.formats.native import FAULTS, read
from argmap.model import (
    Anchor,
    ArgumentMap,
    Kind,
    Place,
    Premise,
    PremiseKind,
    Source,
    Statement,
    Support,
    Waiver,
)
from argmap.rules import (
    MOST_OF_A_CODE,
    RULES,
    Case,
    Findings,
    NotRun,
    check,
    load_bearing_assumption,
    missing_evidence_field,
)
from argmap.rules.case import listed
from argmap.rules.standings import Standings
from argmap.schemes import catalogue
from argmap.semantics.labelling import Labelling
from argmap.text import Span, Text
from tests.rules.attached_texts import attached

EFFECT = "[action] would lead to [effect]"
GOOD = "[effect] is good"


def _map(*lines: str) -> ArgumentMap:
    reading = read(Text("m.yaml", "\n".join(["argmap: 1", *lines]) + "\n"))
    assert reading.diagnostics == ()
    assert reading.map is not None
    return reading.map


def _only(code: str, argument_map: ArgumentMap) -> Diagnostic:
    (found,) = [found for found in check(argument_map).diagnostics if found.code == code]
    return found


def _places(found: Diagnostic) -> list[tuple[str, str | None, int | None]]:
    return [
        (related.message, related.subject, related.span and related.span.line)
        for related in found.related
    ]


AT_THE_SURVEY = Anchor(where=Place(2, 2))


class _Stub:
    """A rule that needs what no case offers."""

    RULE = RuleInfo("AM999", "stub", Severity.ERROR, "a stub", "")
    NEEDS = frozenset({"labelling", "schemes", "sources", "ledger"})

    def check(self, case: Case) -> Iterator[Diagnostic]:
        raise AssertionError


# --- running ---------------------------------------------------------------------------------


def test_an_empty_map() -> None:
    """Nothing is argued for in a map without statements, and no rule stumbles over it."""
    findings = check(ArgumentMap())
    assert [str(found) for found in findings.diagnostics] == [
        "AM108 no main conclusion: nothing is argued for"
    ]


def test_a_rule_whose_needs_are_not_met_is_said_not_to_have_run() -> None:
    """A rule that cannot run is listed with the reason, and waivers of it are left alone."""
    waived = ArgumentMap(
        sources=[Source(id="leaflet", index="leaflet")],
        waivers=[Waiver(rule="stub", reason="It is meant.")],
    )
    stub = _Stub()
    assert check(waived, (stub,)) == Findings(
        (), (NotRun(stub.RULE, "it needs ledger and sources"),)
    )
    assert check(waived, (stub,), sources={}).not_run == (NotRun(stub.RULE, "it needs ledger"),)
    nameless = evolve(waived, sources=[Source(id="leaflet")])
    assert check(nameless, (stub,)).not_run == (NotRun(stub.RULE, "it needs ledger"),)


def test_some_rules_alone() -> None:
    """Only the rules that are named run; idle waivers are told only by their own rule."""
    argument_map = ArgumentMap(
        statements=[Statement(id="a", kind=Kind.CLAIM, text="Is it?")],
        waivers=[Waiver(rule="AM610", at="a", reason="It is meant.")],
    )
    rules = {rule.RULE.code: rule for rule in RULES}
    some = check(argument_map, [rules["AM602"], rules["AM610"]])
    assert [found.code for found in some.diagnostics] == ["AM602"]
    more = check(argument_map, [rules["AM602"], rules["AM610"], rules["AM901"]])
    assert [found.code for found in more.diagnostics] == ["AM602", "AM901"]
    other = check(argument_map, [rules["AM602"], rules["AM901"]])
    assert [found.code for found in other.diagnostics] == ["AM602"]


def test_what_is_waived_is_kept_with_its_waiver() -> None:
    """A suppressed finding is not lost: it is kept beside the reason."""
    argument_map = _map(
        "statements:",
        "  ferry: {conclusion: The ferry should run., because: taxi, despite: cost}",
        "  taxi: {premise: Who can afford a taxi?}",
        "  cost: {claim: It costs a lot., against: few}",
        "  few: {premise: It runs on few nights.}",
        "waive: [{rule: AM602, at: taxi, reason: It is a title.}]",
    )
    findings = check(argument_map)
    assert [found.code for found in findings.diagnostics] == ["AM515"]
    (waived,) = findings.waived
    assert (waived.diagnostic.code, waived.diagnostic.subject) == ("AM602", "taxi")
    assert waived.waiver is argument_map.waivers[0]


def test_a_waiver_at_the_main_conclusion_does_not_cover_what_is_disconnected_from_it() -> None:
    """AM109 names the main conclusion as a place only, so that no waiver can stand for them all."""
    argument_map = _map(
        "main: ferry",
        "statements:",
        "  ferry: {conclusion: The ferry should run., because: demand, despite: cost}",
        "  demand: {premise: Many would use it.}",
        "  harbour: {premise: It is old.}",
        "  cost: {claim: It costs a lot., against: demand}",
        "waive: [{rule: AM109, at: ferry, reason: It is meant.}]",
    )
    codes = [found.code for found in check(argument_map).diagnostics]
    assert codes == ["AM515", "AM109", "AM901"]
    assert _places(_only("AM109", argument_map)) == [("the main conclusion", None, 4)]


def test_the_fields_of_evidence_are_those_of_the_catalogue() -> None:
    """They are written down in the rule as well, so that the catalogue need not be read for it."""
    needs = {needs.type: needs.needs for needs in catalogue().evidence_types}
    assert dict(missing_evidence_field.FIELDS) == needs


def test_where_too_much_evidence_forks_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """AM506 looks at so many statements that are used twice, and says if there are more."""
    monkeypatch.setattr("argmap.sources.repeats.MOST_FORKS", 1)
    argument_map = _map(
        "statements:",
        "  m: {conclusion: M., because: [a, a + p, b, b + p]}",
        "  a: {evidence: A.}",
        "  b: {evidence: B.}",
        "  p: {premise: P.}",
    )
    found = [one for one in check(argument_map).diagnostics if one.code == "AM506"]
    assert [one.message for one in found] == [
        "not all evidence was looked at that may count more than once: too much of it is used in"
        " several reasons",
        "a is counted more than once for m",
    ]
    assert [one.severity for one in found] == [Severity.INFO, Severity.WARNING]


# --- words and places ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "a"),
        (2, "a and b"),
        (3, "a, b and c"),
        (5, "a, b, c, d and e"),
        (6, "a, b, c, d, e and 1 more"),
        (9, "a, b, c, d, e and 4 more"),
    ],
)
def test_listed(count: int, text: str) -> None:
    """At most five names are listed, then how many more there are."""
    assert listed("abcdefghi"[:count]) == text


def test_candidates_are_listed_up_to_five() -> None:
    """AM108 lists five candidates, and says how many more there are."""
    lines = [f"  {name}: {{claim: {name}., because: z}}" for name in "abcdefg"]
    argument_map = _map("statements:", *lines, "  z: {premise: Z.}")
    found = _only("AM108", argument_map)
    assert found.message == "7 candidate main conclusions: a, b, c, d, e and 2 more; mark one"
    assert [subject for _, subject, _ in _places(found)] == list("abcde")
    assert found.subject is None
    assert found.span is not None


def test_a_circle_is_named_in_order() -> None:
    """AM107 names a circle from its first member on, each before what it is a reason for."""
    argument_map = _map(
        "main: m",
        "statements:",
        "  m: {conclusion: M., because: a}",
        "  a: {claim: A., because: c}",
        "  b: {claim: B., because: a}",
        "  c: {claim: C., because: b}",
    )
    found = _only("AM107", argument_map)
    assert found.message == "a, b and c support each other in a circle, with no outside ground"
    assert _places(found) == [
        ("a is a reason for b", "a", 5),
        ("b is a reason for c", "b", 6),
        ("c is a reason for a", "c", 7),
    ]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        (
            "abc",
            "a and b support each other in a circle, with no outside ground; c is tied into it",
        ),
        (
            "abcd",
            "a and b support each other in a circle, with no outside ground;"
            " c and d are tied into it",
        ),
    ],
)
def test_what_is_tied_into_a_circle(members: str, message: str) -> None:
    """Of a tangle the shortest circle is shown; the rest is named behind it."""
    lines = ["  m: {conclusion: M., because: a}", "  a: {claim: A., because: b}"]
    for before, name in pairwise(members):
        after = members[members.index(name) + 1 :][:1]
        lines.append(f"  {name}: {{claim: {name}., because: [{', '.join([before, *after])}]}}")
    found = _only("AM107", _map("main: m", "statements:", *lines))
    assert found.message == message
    assert _places(found)[2:] == [
        (f"{name} is tied into the circle", name, 6 + number)
        for number, name in enumerate(members[2:], start=1)
    ]


def test_a_long_circle_of_preferences_is_cut() -> None:
    """AM116 shows five steps of a longer circle, and all of its preferences as related places."""
    names = "abcdef"
    preferences = [
        f"  - {{better: {one}>m, worse: {other}>m}}"
        for one, other in zip(names, names[1:] + names[0], strict=True)
    ]
    argument_map = _map(
        "statements:",
        f"  m: {{conclusion: M., because: [{', '.join(names)}]}}",
        *(f"  {name}: {{premise: {name}.}}" for name in names),
        "preferences:",
        *preferences,
    )
    found = _only("AM116", argument_map)
    assert found.message == "preferences are circular: a>m > b>m > c>m > d>m > e>m > ... > a>m"
    assert [message for message, _, _ in _places(found)][-1] == "f>m is preferred to a>m"
    assert [line for _, _, line in _places(found)] == list(range(11, 17))


def test_a_mention_of_a_mention_names_the_original() -> None:
    """AM119 advises the statement that a mention leads to in the end."""
    argument_map = _map(
        "statements:",
        "  m: {conclusion: M., because: c}",
        "  a: {premise: A.}",
        "  c: {premise: C., restates: b}",
        "  b: {premise: B., restates: a}",
    )
    found = _only("AM119", argument_map)
    assert (found.message, found.hint) == ("c only mentions a", "use a here")
    assert _places(found) == [("the mention", "c", 5), ("the statement itself", "a", 4)]


@pytest.mark.parametrize(
    ("step", "hint"),
    [
        (
            "{from: [a]}",
            "add the premise that makes the other one a reason, or write the id without a list",
        ),
        (
            "{from: {effect: a}, scheme: positive-consequences}",
            f"positive-consequences needs good: {GOOD}",
        ),
        (
            "{from: [a], scheme: Positive_Consequences}",
            f"positive-consequences needs effect: {EFFECT}; good: {GOOD}",
        ),
        (
            "{from: {warrant: a}, scheme: positive-consequences}",
            f"positive-consequences needs effect: {EFFECT}; good: {GOOD}",
        ),
    ],
)
def test_the_missing_premise_is_named(step: str, hint: str) -> None:
    """AM204 says what the scheme asks for beside the premise that is there."""
    argument_map = _map(
        "statements:", f"  m: {{conclusion: M., because: {step}}}", "  a: {premise: A.}"
    )
    assert _only("AM204", argument_map).hint == hint


@pytest.mark.parametrize(
    ("statement", "message", "hint"),
    [
        (
            "{conclusion: M.}",
            "the main conclusion m has no support",
            "add a reason under `because`; if it is put forward without one, call it a `premise`",
        ),
        ("{claim: M.}", "the main conclusion m has no support", "add a reason under `because`"),
        (
            "{evidence: M.}",
            "the main conclusion m has no support",
            "evidence takes no reasons: name in `main` what it is evidence for",
        ),
    ],
)
def test_what_to_do_about_a_conclusion_without_support(
    statement: str, message: str, hint: str
) -> None:
    """AM201 advises by the kind of the statement."""
    found = _only("AM201", _map("main: m", "statements:", f"  m: {statement}"))
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("{evidence: X.}", "x is evidence, so it cannot be assumed in a>m"),
        ("{conclusion: X., because: a}", "x is a conclusion, so it cannot be assumed in a>m"),
        ("{claim: X., because: a}", "x is argued for, so it cannot be assumed in a>m"),
    ],
)
def test_why_something_cannot_be_assumed(statement: str, why: str) -> None:
    """AM120 says what stands in the way."""
    argument_map = _map(
        "statements:",
        "  m: {conclusion: M., because: {from: a, assuming: x}}",
        "  a: {premise: A.}",
        f"  x: {statement}",
    )
    assert _only("AM120", argument_map).message == why


def test_several_premises_together_support_and_attack() -> None:
    """AM114 speaks of linked premises in the plural."""
    argument_map = _map(
        "statements:",
        "  m: {conclusion: M., because: a + b, against: b + a}",
        "  a: {premise: A.}",
        "  b: {premise: B.}",
    )
    assert _only("AM114", argument_map).message == "b and a together support and attack m"


def test_mentions_that_restate_each_other_or_themselves() -> None:
    """AM119 tells a circle of mentions from a mention of itself."""
    argument_map = _map(
        "main: m",
        "statements:",
        "  m: {conclusion: M., because: z}",
        "  z: {premise: Z.}",
        "  a: {premise: A., restates: b}",
        "  b: {premise: B., restates: a}",
        "  c: {premise: C., restates: c}",
    )
    messages = [f.message for f in check(argument_map).diagnostics if f.code == "AM119"]
    assert messages == [
        "a and b restate each other; none is the original",
        "c restates itself; none is the original",
    ]


def test_a_short_circle_of_preferences_is_shown_in_full() -> None:
    """AM116 shows circles of up to five steps whole."""
    argument_map = _map(
        "statements:",
        "  m: {conclusion: M., because: [a, b]}",
        "  a: {premise: A.}",
        "  b: {premise: B.}",
        "preferences: [{better: a>m, worse: b>m}, {better: b>m, worse: a>m}]",
    )
    assert _only("AM116", argument_map).message == "preferences are circular: a>m > b>m > a>m"


def test_all_bearers_of_an_id_are_related() -> None:
    """AM102 names the bearer that keeps the name first, then those behind the second."""
    argument_map = _map(
        "statements:",
        "  m: {conclusion: M., because: {id: x, from: a + b}}",
        "  a: {premise: A., aliases: x}",
        "  b: {premise: B., aliases: x}",
    )
    found = _only("AM102", argument_map)
    assert (found.message, found.span and found.span.line) == ("id x is used 3 times", 4)
    assert _places(found) == [
        ("this one keeps the name", "x", 3),
        ("here as an alias of b", "x", 5),
    ]


def test_one_related_place_stands_for_many() -> None:
    """AM202 shows the first use of a premise, AM207 the first main conclusion."""
    names = [f"s{number}" for number in range(7)]
    argument_map = _map(
        "main: [m, n]",
        "sources: {survey: {title: Harbour survey}}",
        "statements:",
        "  m: {conclusion: M., because: s0 + p}",
        "  n: {conclusion: N., because: s0 + p}",
        *(f"  {one}: {{claim: {one}., because: {other}}}" for one, other in pairwise(names)),
        "  s6: {evidence: E., at: survey}",
        "  p: {premise: P.}",
    )
    assert _places(_only("AM202", argument_map)) == [("it is used here", "p+s0>m", 5)]
    assert _places(_only("AM207", argument_map)) == [("the main conclusion", None, 5)]


@pytest.mark.parametrize(
    ("code", "statement"),
    [
        ("AM104", {}),
        ("AM119", {"id": "x", "kind": Kind.PREMISE, "restates": "m"}),
        ("AM120", {"id": "x", "kind": Kind.EVIDENCE}),
    ],
)
def test_a_premise_without_a_place_stands_where_its_step_does(
    code: str, statement: dict[str, Any]
) -> None:
    """In maps built in code the places may be missing; the next wider one is taken."""
    place = Span(Text("m.yaml", "because: x"), 0, 7)
    step = Support(
        premises=[Premise("x", None, PremiseKind.ASSUMPTION)],
        id=None if statement else "x",
        span=place,
    )
    statements = [Statement(id="m", kind=Kind.CONCLUSION, text="M.", because=[step])]
    if statement:
        statements.append(Statement(text="X.", **statement))
    assert _only(code, ArgumentMap(statements=statements)).span == place


def test_a_text_without_a_place_stands_where_its_statement_does() -> None:
    """In maps built in code the place of a text may be missing; that of the statement is taken."""
    place = Span(Text("m.yaml", "a: {claim: Is it?}"), 0, 1)
    asked = Statement(id="a", kind=Kind.CLAIM, text="Is it?", span=place)
    assert _only("AM602", ArgumentMap(statements=[asked])).span == place


def test_suggestions_stop_after_twenty() -> None:
    """AM101 suggests near names for the first twenty slips only, for suggestions take time."""
    step = Support(premises=[Premise(f"demmand{number}") for number in range(25)])
    ferry = Statement(id="ferry", kind=Kind.CONCLUSION, text="It should run.", because=[step])
    demand = Statement(id="demand", kind=Kind.PREMISE, text="Many would use it.")
    found = check(ArgumentMap(statements=[ferry, demand])).diagnostics
    hints = [finding.hint for finding in found if finding.code == "AM101"]
    assert sum(hint == 'did you mean "demand"?' for hint in hints) == 20
    assert hints.count("declare it, or correct the name") == 5


def test_a_name_suggested_for_sources_and_sections() -> None:
    """AM101 suggests sources for sources and sections for sections."""
    argument_map = _map(
        "sources: {survey: {title: Harbour survey}}",
        "sections: {money: {title: Who pays?}}",
        "statements:",
        "  ferry: {conclusion: It should run., because: demand, section: monney}",
        "  demand: {premise: Many would use it., at: surveys}",
    )
    found: list[Any] = [f for f in check(argument_map).diagnostics if f.code == "AM101"]
    assert [(finding.message, finding.hint) for finding in found] == [
        ("ferry refers to monney, which is no declared section", 'did you mean "money"?'),
        ("demand refers to surveys, which is no declared source", 'did you mean "survey"?'),
    ]


# --- how many are shown ----------------------------------------------------------------------


def _questions(count: int) -> ArgumentMap:
    return ArgumentMap(
        statements=[
            Statement(id=f"a{number:05}", kind=Kind.CLAIM, text="Is it?") for number in range(count)
        ]
    )


def test_of_one_code_only_the_first_thousand_are_shown_and_the_rest_is_counted() -> None:
    findings = check(_questions(1_234)).diagnostics
    note = findings[0]
    assert str(note) == "AM006 234 more findings of AM602 are not shown"
    record = next(record for record in FAULTS if record.code == note.code)
    assert (note.name, note.severity) == (record.name, record.severity)
    codes = [finding.code for finding in findings]
    assert codes.count("AM602") == MOST_OF_A_CODE == Limits().diagnostics
    assert codes.count("AM108") == 1
    assert [finding.subject for finding in findings if finding.code == "AM602"] == [
        f"a{number:05}" for number in range(1_000)
    ]


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (8, "s1 is a reason for s0"),
        (9, "1 more place is not shown"),
        (5_008, "5,000 more places are not shown"),
    ],
)
def test_of_many_related_places_the_first_eight_are_shown(count: int, last: str) -> None:
    lines = "".join(f"  s{n}: {{claim: So., because: s{(n + 1) % count}}}\n" for n in range(count))
    content = f"argmap: 1\nmain: s0\nstatements:\n{lines}"
    m = read(Text("t", content)).map
    assert m is not None
    [found] = [one for one in check(m).diagnostics if one.code == "AM107"]
    assert [one.span is None for one in found.related[:8]] == [False] * 8
    assert (len(found.related), found.related[-1].message) == (min(count, 9), last)
    waived = read(
        Text("t", f"{content}waive: [{{rule: AM107, at: s{count - 1}, reason: So.}}]\n")
    ).map
    assert waived is not None
    assert [one.code for one in check(waived).diagnostics if one.code == "AM107"] == []


def test_a_thousand_of_a_code_are_all_shown() -> None:
    codes = [finding.code for finding in check(_questions(1_000)).diagnostics]
    assert codes.count("AM602") == 1_000
    assert "AM006" not in codes


# --- what may have been meant ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("because: demnd", 'did you mean "demand"?'),
        ("because: old-demnd", 'did you mean "old-demand"?'),
        # Neither the step that is there nor the one in which the name stands is a statement.
        ("because: nightstepp", "declare it, or correct the name"),
        ("because: ferryq", 'did you mean "ferry"?'),
        ("because: {from: demand, answers: {q: {holds: nightstepp}}}", "declare it, or correct"),
    ],
)
def test_for_a_premise_only_statements_are_offered(written: str, hint: str) -> None:
    found = _only(
        "AM101",
        _map(
            "main: ferry",
            "statements:",
            f"  ferry: {{conclusion: It should run., {written}}}",
            "  demand: {premise: Many would., aliases: old-demand}",
            "  cost: {claim: It costs., because: {id: nightstep, from: demand}}",
        ),
    )
    assert found.hint is not None
    assert found.hint.startswith(hint)


def test_where_a_step_can_be_named_steps_are_offered() -> None:
    found = _only(
        "AM101",
        _map(
            "main: ferry",
            "preferences: [{better: nightstepp, worse: demand>ferry}]",
            "statements:",
            "  ferry: {conclusion: It should run., because: [demand, {id: nightstep, from: cost}]}",
            "  demand: {premise: Many would.}",
            "  cost: {claim: It costs.}",
        ),
    )
    assert found.hint == 'did you mean "nightstep"?'


# --- what a conclusion hangs on ---------------------------------------------------------------


def _on_assumptions(mains: int) -> ArgumentMap:
    """A map in which each main conclusion falls with three assumptions."""
    names = [f"m{number}" for number in range(mains)]
    return _map(
        f"main: [{', '.join(names)}]",
        "statements:",
        *(f"  {name}: {{conclusion: So., because: p + q + r, despite: o}}" for name in names),
        *(f"  {name}: {{assumption: So.}}" for name in "pqr"),
        "  o: {premise: Not so.}",
    )


def test_an_assumption_is_told_for_each_main_conclusion() -> None:
    found = [f.message for f in check(_on_assumptions(2)).diagnostics if f.code == "AM203"]
    assert sorted(found) == sorted(
        f"the conclusion {main} falls if the assumption {name} is wrong"
        for main in ("m0", "m1")
        for name in "pqr"
    )


def test_a_conclusion_does_not_hang_from_what_it_says_itself() -> None:
    argument_map = _map(
        "main: again",
        "statements:",
        "  again: {conclusion: 'So, as said.', restates: said}",
        "  said: {assumption: So.}",
    )
    assert "AM203" not in {found.code for found in check(argument_map).diagnostics}


@pytest.mark.parametrize("limit", ["MOST_TRIALS", "MOST_WORK"])
def test_assumptions_that_are_not_tried_are_said_not_to_be(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is one for all main conclusions, and may leave none for each."""
    monkeypatch.setattr(load_bearing_assumption, limit, 1)
    found = [f for f in check(_on_assumptions(2)).diagnostics if f.code == "AM203"]
    assert [(one.severity, one.subject) for one in found] == [
        (Severity.INFO, "m0"),
        (Severity.INFO, "m1"),
    ]
    assert "not all assumptions were tried" in found[0].message


def test_assumptions_are_tried_as_far_as_the_limit_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_bearing_assumption, "MOST_TRIALS", 4)
    found = [f for f in check(_on_assumptions(1)).diagnostics if f.code == "AM203"]
    severities = [one.severity for one in found]
    assert severities.count(Severity.INFO) == 1
    assert 0 < severities.count(Severity.WARNING) < 3


def test_an_objection_without_a_premise_says_nothing_whatever_has_its_id() -> None:
    argument_map = _map(
        "main: cost",
        "statements:",
        "  cost: {premise: It costs.}",
        "  night: {premise: It runs., against: {id: cost, from: [], backing: night}}",
    )
    codes = {found.code for found in check(argument_map).diagnostics}
    assert codes >= {"AM102", "AM103"}
    assert "AM401" not in codes


# --- how elements stand -----------------------------------------------------------------------


def _told(argument_map: ArgumentMap, name: str) -> str:
    return Standings(Case(argument_map)).told(name)


def test_what_the_map_rejects() -> None:
    m = _map(
        "main: m",
        "statements:",
        "  m: {conclusion: M., because: a}",
        "  a: {claim: A., status: rejected}",
    )
    assert _told(m, "m") == (
        "out (unsupported): no reason for it holds; a is out (rejected): the map rejects it"
    )


def test_a_step_and_its_only_premise_are_not_told_twice() -> None:
    m = _map(
        "main: m",
        "statements:",
        "  m: {conclusion: M., because: a}",
        "  a: {claim: A., against: [b, c]}",
        "  b: {premise: B.}",
        "  c: {premise: C.}",
    )
    assert _told(m, "a>m") == "out (premise-out); a is out (defeated): b!a and c!a speak against it"


def test_a_circle_of_what_is_undecided_comes_to_an_end() -> None:
    """Each is undecided for the other, and one of them for an attack as well."""
    m = _map(
        "main: m",
        "statements:",
        "  m: {conclusion: M., because: a}",
        "  a: {conclusion: A., because: [b, x]}",
        "  b: {conclusion: B., because: a}",
        "  x: {premise: X., against: y}",
        "  y: {premise: Y., against: x}",
    )
    assert _told(m, "m") == "undecided: a>m is undecided; a is undecided: b>a and x>a are undecided"


def test_many_conclusions_on_one_chain_are_answered_at_once() -> None:
    """What they go back to is looked for once, not once for each of them."""
    count = 3_000
    lines = [f"  s{n}: {{conclusion: So., because: s{n + 1}}}" for n in range(count)]
    argument_map = _map(
        f"main: [{', '.join(f's{n}' for n in range(count))}]",
        "statements:",
        *lines,
        f"  s{count}: {{claim: So., questioned: true}}",
    )
    case = Case(argument_map)
    standings = Standings(case)
    with patch.object(
        Labelling, "standing", autospec=True, side_effect=Labelling.standing
    ) as standing:
        assert {standings.root(f"s{n}") for n in range(count)} == {f"s{count}"}
    assert standing.call_count <= 2 * count + 2


# --- sources ---------------------------------------------------------------------------------


def test_a_map_built_in_code_is_held_to_its_sources_as_well() -> None:
    """What has no place in a file is told without one."""
    built = ArgumentMap(
        text="leaflet",
        sources=[Source(id="leaflet", index="leaflet")],
        statements=[
            Statement(
                id="loss",
                kind=Kind.CLAIM,
                text="The loss is 99 euros.",
                anchors=[Anchor(where=Place(9)), Anchor(where=Place(2, 2), quote="412 say that")],
            ),
            Statement(
                id="asked", kind=Kind.CLAIM, text="We asked 99 people.", anchors=[AT_THE_SURVEY]
            ),
        ],
    )
    found = check(built, sources=attached(built)).diagnostics
    told = [(one.code, one.subject, one.span) for one in found if one.code.startswith("AM5")]
    assert ("AM503", "asked", None) in told
    assert ("AM513", "loss", None) in told
    assert ("AM502", "loss", None) in told


def test_a_word_too_many_is_told() -> None:
    quote = "Many of the people would use it at night"
    built = ArgumentMap(
        sources=[Source(id="leaflet", index="leaflet")],
        statements=[
            Statement(
                id="many",
                kind=Kind.CLAIM,
                text="Many would.",
                anchors=[Anchor(source="leaflet", quote=quote)],
            )
        ],
    )
    found = check(built, sources=attached(built)).diagnostics
    assert [one.hint for one in found if one.code == "AM502"] == ['"of the" is put in']
