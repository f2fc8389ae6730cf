"""Each fix by example."""

from __future__ import annotations

from typing import Any

import pytest

from argmap import pipeline
from argmap.diagnostics import Diagnostic, Severity
from argmap.fixes import Edit, Fix, apply, chosen, fixed, fixes, trial
from argmap.model import ArgumentMap, Kind, Premise, Statement, Support
from argmap.text import Span, Text

HEAD = "argmap: 1\nstatements:\n"
DEMAND = "  demand: {premise: Many would use it.}\n"
MONEY = "  money: {premise: It is paid for.}\n"


def ferry(because: str, *more: str) -> str:
    conclusion = "    conclusion: The ferry should run.\n"
    return "".join([HEAD, "  ferry:\n", conclusion, f"    because:{because}\n", *more])


def found_in(content: str) -> list[tuple[str, str, bool]]:
    examination = pipeline.examine(Text("m.yaml", content))
    found = fixes(examination.diagnostics, examination.map)
    return [(fix.rule, fix.description, fix.safe) for fix in found]


def mended(content: str, *, unsafe: bool = False) -> str:
    return fixed(Text("m.yaml", content), unsafe=unsafe).text.content


@pytest.mark.parametrize("slip", ["demnad", "demnd", "demaand", "demant", "Demand", "demand_"])
@pytest.mark.parametrize("form", [" {}", " money + {}", " [money, '{}']", " {{from: [{}]}}"])
def test_am101_the_only_near_name_is_written(slip: str, form: str) -> None:
    bad = ferry(form.format(slip), DEMAND, MONEY)
    assert mended(bad) == ferry(form.format("demand"), DEMAND, MONEY)
    assert ("AM101", f'write "demand" for "{slip}"', True) in found_in(bad)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("demnd", ["demand", "demands"]),  # two are near
        ("zebra", ["demand"]),  # none is near
        ("demnd", []),
    ],
)
def test_am101_no_fix_where_what_was_meant_is_unclear(name: str, others: list[str]) -> None:
    rest = [f"  {other}: {{premise: Many would use it.}}\n" for other in others]
    assert found_in(ferry(f" {name}", *rest)) == []


@pytest.mark.parametrize(
    ("because", "name"),
    [
        (" cost-3", "cost-1"),  # perhaps a statement that is still to be written
        (" likely", "unlikely"),
        (" amoral", "moral"),
        (" demnad\n    against: demnad", "demand"),  # written alike twice
    ],
)
def test_am101_what_may_not_be_a_slip_is_not_safe(because: str, name: str) -> None:
    bad = ferry(because, f"  {name}: {{premise: Many would use it.}}\n")
    assert {(rule, safe) for rule, _, safe in found_in(bad)} == {("AM101", False)}
    assert mended(bad) == bad
    assert mended(bad, unsafe=True) != bad


def test_am101_a_fix_that_brings_an_error_is_none() -> None:
    assert found_in(ferry(" fery")) == []  # ferry would support itself
    assert found_in(ferry(" demand + demnd", DEMAND)) == []  # demand would stand twice
    alias = "  demand: {premise: Many would use it., aliases: [wish]}\n"
    assert mended(ferry(" wsih", alias)) == ferry(" wish", alias)


@pytest.mark.parametrize(
    "anchors",
    [
        "at: {}",
        "at: '{} p3'",
        'at: {} via p2.2 "its words"',
        "at: [survey p1, {}]",
        "by: [{{speaker: Ann, at: {}}}]",
        "because: {{from: b, at: {} p3}}",
    ],
)
def test_am101_a_source_in_an_anchor(anchors: str) -> None:
    head = "argmap: 1\nsources: {survey: {title: Survey}}\nstatements:\n  b: {claim: It blows.}\n"
    good, bad = (
        f"{head}  a:\n    claim: It runs.\n    {anchors.format(name)}\n"
        for name in ("survey", "survye")
    )
    assert mended(bad) == good


def test_am101_a_name_without_a_place_of_its_own_is_left() -> None:
    # The place of a section that is not declared is the id of its statement.
    content = HEAD + "  money: {claim: It is paid for., section: money}\n"
    content = content.replace("statements", "sections: {monye: {title: Money}}\nstatements")
    assert found_in(content) == []
    folded = ferry(" demand +\n      monye", DEMAND, MONEY)
    assert found_in(folded) == []
    escaped = ferry(' "\\x6donye"', MONEY)
    assert found_in(escaped) == []


def test_am101_a_map_that_was_built_in_code_has_no_text_to_mend() -> None:
    step = Support(premises=[Premise("demnd")])
    m = ArgumentMap(
        statements=[
            Statement(id="ferry", kind=Kind.CONCLUSION, text="It runs.", because=[step]),
            Statement(id="demand", kind=Kind.PREMISE, text="Many would use it."),
        ]
    )
    assert fixes(pipeline.check(m), m) == ()
    content = ferry(" demnd", DEMAND)
    findings = pipeline.examine(Text("m.yaml", content)).diagnostics
    assert fixes(findings, m) == fixes(findings) == ()


def test_am101_of_many_slips_in_a_large_map_the_first_are_mended() -> None:
    names = [f"{letter * 3}-boat-{letter * 3}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    boats = "".join(f"  {name}: {{premise: Text.}}\n" for name in names)
    others = "".join(f"  s{number}: {{premise: Text.}}\n" for number in range(10_000))
    slips = "".join(f"      - {name[:-1]}\n" for name in names)
    assert len(found_in(ferry(f"\n{slips}", boats))) == 26
    assert len(found_in(ferry(f"\n{slips}", boats, others))) == 20


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("    becuase: demand", "    because: demand"),
        ("    Becuase: demand", "    because: demand"),
        ("    'becuase': demand", "    'because': demand"),
        ("    Note: x", "    note: x"),
        ("    as_of: 2025", None),
        ("    beause: demand", "    because: demand"),
        ("    becuze: demand", None),  # more than one slip
        ("    bceause: demand\n    because: demand", None),  # it would stand twice
        ("    becuase: []", "    because: []"),
        ("    becuase: {frm: demand}", None),  # a second unknown key would show
        ("    elephant: demand", None),
    ],
)
def test_am012_a_near_key_is_written(bad: str, good: str | None) -> None:
    def content(line: str) -> str:
        return f"{HEAD}  ferry:\n    claim: It runs.\n{line}  # as said\n{DEMAND}"

    assert mended(content(bad)) == content(bad if good is None else good)


def test_am012_two_keys_that_would_become_one_are_not_both_written() -> None:
    content = f"{HEAD}  ferry: {{claim: X., becuase: demand, becaus: money}}\n{DEMAND}{MONEY}"
    assert mended(content) == content.replace("becuase", "because")


def test_am012_what_shows_behind_a_key_is_mended_next() -> None:
    content = f"{HEAD}  ferry: {{claim: X., becuase: [demnad, mony]}}\n{DEMAND}{MONEY}"
    repair = fixed(Text("m.yaml", content))
    assert [fix.description for fix in repair.fixes] == [
        'write "because" for "becuase"',
        'write "demand" for "demnad"',
        'write "money" for "mony"',
    ]
    assert fixed(Text("m.yaml", content), rounds=1).fixes == repair.fixes[:1]


def test_am022_a_near_word_is_written() -> None:
    for word in ("polcy", "'polcy'", '"polcy"', "Policy"):
        content = f"{HEAD}  ferry: {{claim: It runs., type: {word}}}\n"
        good = content.replace("polcy", "policy").replace("Policy", "policy")
        assert mended(content) == good
    assert found_in(f"{HEAD}  ferry: {{claim: It runs., type: zebra}}\n") == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (" demand + demand", " demand"),
        (" demand+money+demand", " demand+money"),
        (" 'demand + money  +  demand'  # so", " 'demand + money'  # so"),
        (" {from: [demand, demand]}", " {from: [demand]}"),
        (" {from: [demand, money, demand]}", " {from: [demand, money]}"),
        (" {from: [demand, demand, money]}", " {from: [demand, money]}"),
        (" {from: [demand, demand + money]}", " {from: [demand, money]}"),
        (' {from: [demand, "demand", money]}', " {from: [demand, money]}"),
        (" {from: demand, assuming: [demand, money]}", " {from: demand, assuming: [money]}"),
        (
            "\n    - from:\n      - demand\n      - money # so\n      - demand\n",
            "\n    - from:\n      - demand\n      - money # so\n",
        ),
    ],
)
def test_am020_the_second_premise_goes(bad: str, good: str) -> None:
    assert mended(ferry(bad, DEMAND, MONEY)) == ferry(good, DEMAND, MONEY)


@pytest.mark.parametrize(
    "because",
    [
        " {from: {effect: demand, good: demand}}",  # a role would be left without a premise
        " {from: demand, assuming: demand}",
        "\n    - from:\n      - demand\n      - demand # again\n",  # the comment would go
        " demand +\n      demand",
        ' "demand + \\x64emand"',
    ],
)
def test_am020_a_premise_that_cannot_go_alone_stays(because: str) -> None:
    content = ferry(because, DEMAND)
    assert found_in(content) == []


def test_am020_at_the_very_end_of_a_file() -> None:
    content = HEAD + DEMAND + "  ferry:\n    claim: X.\n    because:\n      from:\n"
    assert mended(content + "      - demand\n      - demand") == content + "      - demand\n"


def test_am112_the_second_step_goes_if_asked() -> None:
    content = ferry("\n    - demand + money\n    - money + demand", DEMAND, MONEY)
    assert ("AM112", 'take out the second "money + demand"', False) in found_in(content)
    assert mended(content) == content
    assert mended(content, unsafe=True) == ferry("\n    - demand + money", DEMAND, MONEY)


def test_am112_a_step_that_says_more_stays() -> None:
    content = ferry("\n    - demand\n    - {from: demand, note: Again.}", DEMAND)
    assert [rule for rule, _, _ in found_in(content)] == []


def test_of_two_fixes_for_the_same_words_the_safe_one_is_offered() -> None:
    """A premise that stands twice, in a step that stands twice: both are inside of one item."""
    content = ferry(" [demand + money, demand + demand + money]", DEMAND, MONEY)
    text = Text("m.yaml", content)
    examination = pipeline.examine(text)
    codes = [one.code for one in examination.diagnostics]
    assert "AM020" in codes
    assert "AM112" in codes
    offered = fixes(examination.diagnostics, examination.map)
    assert [one.rule for one in offered] == ["AM020"]
    assert chosen(text, offered) == offered


def test_fixes_that_bar_each_other_are_told_apart_without_a_trial_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = 0
    read = trial.State.of

    def counted(*args: Any) -> trial.State | None:
        nonlocal tried
        tried += 1
        return read(*args)

    monkeypatch.setattr(trial.State, "of", counted)
    twice = ", ".join(["demand + demand + money"] * 200)
    content = ferry(f" [{twice}]", DEMAND, MONEY)
    examination = pipeline.examine(Text("m.yaml", content))
    offered = fixes(examination.diagnostics, examination.map)
    assert [one.rule for one in offered] == ["AM020"] * 200
    assert tried == 2  # the text as it is, and with all of them


def test_what_is_barred_by_a_fix_that_fails_is_tried_next() -> None:
    """The first does not mend what it says; the second touches the same words, and does."""
    content = ferry(" demand + demand + money", DEMAND, MONEY)
    text = Text("m.yaml", content)
    (finding,) = (one for one in pipeline.examine(text).diagnostics if one.code == "AM020")
    (good,) = fixes([finding])
    useless = Fix(finding, "nothing", [Edit(good.edits[0].span, " + demand")], safe=True)
    state = trial.State.of(text)
    assert state is not None
    assert trial.harmless(state, [useless, good]) == (good,)
    assert trial.harmless(state, [good, useless]) == (good,)


def test_what_has_no_fix_and_no_place() -> None:
    for code in ("AM012", "AM020", "AM022", "AM101", "AM112", "AM999"):
        finding = Diagnostic(code, "a-rule", Severity.ERROR, "wrong", hint='did you mean "x"?')
        assert fixes([finding], ArgumentMap()) == ()


def test_a_layer_is_mended_although_no_rule_runs_on_it() -> None:
    content = "argmap: 1\nextends: base.argmap.yaml\nstatements:\n  a: {clami: It runs.}\n"
    assert mended(content) == content.replace("clami", "claim")


def test_findings_in_two_texts_are_mended_each_in_its_own() -> None:
    texts = [Text(name, f"{HEAD}  a: {{clami: It runs.}}\n") for name in ("b.yaml", "a.yaml")]
    findings = [each for text in texts for each in pipeline.read(text).diagnostics]
    found = fixes(findings)
    assert [fix.edits[0].span.text.name for fix in found] == ["a.yaml", "b.yaml"]
    assert chosen(texts[0], found) == found[1:]
    assert apply(texts[0], found).count("claim") == 1


def test_unsafe_fixes_are_left_out_if_not_wanted() -> None:
    content = ferry(" cost-3", "  cost-1: {premise: It costs a lot.}\n")
    examination = pipeline.examine(Text("m.yaml", content))
    assert len(fixes(examination.diagnostics, examination.map)) == 1
    assert fixes(examination.diagnostics, examination.map, unsafe=False) == ()


def test_only_what_is_wanted_is_mended() -> None:
    content = f"{HEAD}  a: {{clami: It runs.}}\n  b: {{claim: X., type: polcy}}\n"
    words = fixed(Text("m.yaml", content), wanted=lambda code: code == "AM022")
    assert {fix.rule for fix in words.fixes} == {"AM022"}
    assert words.text.content == content.replace("polcy", "policy")
    assert fixed(Text("m.yaml", content), wanted=lambda _: False).fixes == ()


def test_a_text_that_cannot_be_read_to_its_end_gets_no_fix() -> None:
    reading = pipeline.read(Text("m.yaml", HEAD + "  a: {clami: It runs.}\n  b: 'x\n"))
    assert "AM012" in {found.code for found in reading.diagnostics}
    assert fixes(reading.diagnostics, reading.map) == ()


def test_a_second_byte_order_mark_is_not_lost() -> None:
    content = "\ufeff\ufeff" + HEAD + "  a: {clami: It runs.}\n"
    text = fixed(Text("m.yaml", content)).text
    assert text.content == content[1:].replace("clami", "claim")


TEXT = Text("m.yaml", "0123456789")


def fix(*edits: tuple[int, int, str], safe: bool = True, text: Text = TEXT) -> Fix:
    finding = Diagnostic("AM000", "a-rule", Severity.ERROR, "wrong")
    return Fix(finding, "mend", [Edit(Span(text, a, b), new) for a, b, new in edits], safe)


@pytest.mark.parametrize(
    ("made", "after"),
    [
        ([fix((1, 3, "x")), fix((3, 4, "y"))], "0xy456789"),  # side by side
        ([fix((1, 3, "x")), fix((2, 4, "y"))], "0x3456789"),  # the first wins
        ([fix((1, 3, "x")), fix((1, 3, "y"), safe=False)], "0x3456789"),
        ([fix((1, 3, "y")), fix((1, 3, "x"), safe=False)], "0x3456789"),
        ([fix((1, 3, "x"), (8, 9, "y")), fix((7, 9, "z"))], "0x34567y9"),  # all of it, or nothing
        ([fix((1, 5, "x")), fix((2, 2, "y"))], "0x56789"),
        ([fix((2, 2, "x")), fix((2, 2, "y"))], "01x23456789"),  # at one place only one of them
        ([fix((2, 2, "x")), fix((2, 4, "y"))], "01x23456789"),
        ([fix((2, 4, "x")), fix((4, 4, "y"))], "01xy456789"),
        ([fix((2, 5, "x"), (4, 6, "y")), fix((8, 9, ""))], "012345679"),  # at odds with itself
        ([fix((9, 11, "x")), fix((10, 10, "y"))], "0123456789y"),  # beyond the end
        ([fix((3, 2, "x"))], "0123456789"),
        ([fix((0, 1, "x"), text=Text("n.yaml", "0123456789"))], "0123456789"),
        ([fix()], "0123456789"),
        ([], "0123456789"),
    ],
)
def test_of_fixes_that_overlap_one_is_made(made: list[Fix], after: str) -> None:
    assert apply(TEXT, made) == apply(TEXT, made[::-1]) == after
