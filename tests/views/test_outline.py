"""The outline of a map: every statement once, under a number that says what it bears on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import InvalidValue, UnknownElement, UnknownName
from argmap.formats import native
from argmap.graphs import Graph
from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    ClaimType,
    Effect,
    EvidenceType,
    Kind,
    Place,
    Premise,
    Source,
    Speaker,
    Statement,
    Support,
)
from argmap.schemes import catalogue
from argmap.text import Text
from argmap.views.outline import Format, outline
from argmap.views.wrapping import width
from tests.examples import sized
from tests.rules.random_maps import maps

MAPS = Path(__file__).parents[2] / "maps"
Golden = Callable[[str, str], None]

# "1.2 The ferry runs." with the relation left out; pointers do not tell, they say where to look.
_ITEM = re.compile(r" *(?P<number>[1-9][0-9]*(?:\.[1-9][0-9]*)*)(?: (?P<text>.*))?")
_POINTER = re.compile(r"(?:See|Back to|Continued at) ([0-9.]*[0-9]): ")


def written(m: ArgumentMap, **wish: Any) -> str:
    return outline(m, Graph(m, catalogue()), **wish)


def read(content: str) -> ArgumentMap:
    reading = native.read(Text("m.argmap.yaml", f"argmap: 1\n{content}"))
    assert reading.map is not None
    assert not reading.diagnostics
    return reading.map


def claim(name: str, text: str | None = None, **more: Any) -> Statement:
    return Statement(id=name, kind=Kind.CLAIM, text=text or f"It is {name}.", **more)


def because(*names: str, **more: Any) -> Support:
    return Support(premises=[Premise(name) for name in names], **more)


def against(*names: str, **more: Any) -> Attack:
    return Attack(premises=[Premise(name) for name in names], **more)


def flowing(text: str) -> str:
    """An outline whose lines are not broken."""
    return " ".join(text.split())


def items(text: str) -> list[tuple[str, str]]:
    """The numbered items of an outline in Markdown, whose lines are not broken."""
    return re.findall(r"(?m)^ *- \*\*([0-9.]+)\*\* (.*)$", text)


def plain(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words)


def told_and_pointed(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The numbers with what is told there, and those with the number that they point to."""
    told: dict[str, str] = {}
    pointed: dict[str, str] = {}
    for number, words in items(text):
        assert number not in told.keys() | pointed.keys()
        pointer = _POINTER.match(words)
        if pointer:
            pointed[number] = pointer[1]
        else:
            told[number] = plain(words)
    return told, pointed


# Real maps


@pytest.mark.parametrize("name", ["ferry", "us-rok-2025"])
@pytest.mark.parametrize(
    ("format", "ending"), [("text", "txt"), ("markdown", "md"), ("rest", "rst")]
)
def test_outlines_of_real_maps(
    name: str, format: Literal["text", "markdown", "rest"], ending: str, golden: Golden
) -> None:
    path = MAPS / f"{name}.argmap.yaml"
    m = native.read(Text(path.name, path.read_text(encoding="utf-8"))).map
    assert m is not None
    found = written(m, format=format)
    for statement in m.statements:
        if format == "text":
            assert flowing(found).count(statement.text) == 1
    golden(f"views/{name}.outline.{ending}", found)


# Laws


def _distinct(m: ArgumentMap) -> ArgumentMap:
    """The same map with texts that tell the statements apart."""
    return ArgumentMap(
        statements=[
            Statement(
                id=s.id,
                kind=s.kind,
                text=f"The statement called {s.id} says enough to be cut where it is not told.",
                because=s.because,
                against=s.against,
                despite=s.despite,
                restates=s.restates,
                aliases=s.aliases,
            )
            for s in m.statements
        ],
        main=m.main,
        sources=m.sources,
    )


MAPS_AT_RANDOM = st.one_of(maps(tangled=False), maps()).map(_distinct)


@given(MAPS_AT_RANDOM)
def test_every_statement_is_told_once_and_every_pointer_leads_there(m: ArgumentMap) -> None:
    told, pointed = told_and_pointed(written(m, format="markdown"))
    for statement in m.statements:
        assert sum(words.startswith(statement.text) for words in told.values()) == 1
    assert set(pointed.values()) <= told.keys()
    for number in told.keys() | pointed.keys():
        above = number.rpartition(".")[0]
        assert not above or above in told


@given(MAPS_AT_RANDOM)
def test_both_formats_say_the_same(m: ArgumentMap) -> None:
    text = flowing(written(m))
    for number, words in items(written(m, format="markdown")):
        assert f"{number} {plain(words)}" in text


@given(MAPS_AT_RANDOM, st.integers(0, 4), st.data())
def test_with_a_depth_the_nearest_is_told_and_nothing_is_lost_unsaid(
    m: ArgumentMap, depth: int, data: st.DataObject
) -> None:
    root = data.draw(st.none() | st.sampled_from([s.id for s in m.statements]))
    told, pointed = told_and_pointed(written(m, root=root, depth=depth, format="markdown"))
    assert set(pointed.values()) <= told.keys()
    for statement in m.statements:
        assert sum(words.startswith(statement.text) for words in told.values()) <= 1
    assert all(number.count(".") <= depth for number in told.keys() | pointed.keys())
    whole = told_and_pointed(written(m, root=root, format="markdown"))[0]
    if len(told) < len(whole):
        assert (
            "below." in (found := written(m, root=root, depth=depth)) or "second mention" in found
        )


@given(MAPS_AT_RANDOM, st.sampled_from(["text", "markdown"]))
def test_the_same_map_gives_the_same_outline_in_clean_lines(m: ArgumentMap, format: Format) -> None:
    found = written(m, format=format)
    assert found == written(m, format=format)
    assert found.endswith("\n")
    assert not found.endswith("\n\n")
    assert "\t" not in found
    assert "\n\n\n" not in found
    for line in found.splitlines():
        assert line == line.rstrip()
        assert format == "markdown" or width(line) <= 88


# Words


def test_relations_in_plain_words() -> None:
    m = read("""
main: ferry
statements:
  ferry:
    conclusion: The ferry should run.
    because:
      - {id: s, label: Demand, from: [a, b], weight: 0.5, certainty: may, by: Ann, strict: true,
         scheme: hunch, answers: {any-good: {waived: No time}, why: holds}}
      - {from: c, backing: {from: d, unless: e}, unless: {from: [f, g], unless: a}}
      - {label: Trust, assuming: h}
    against: {from: c, backing: d}
    despite: [e + f, {from: g, unless: d}]
  a: {claim: It is a., strength: 0.25, standard: beyond-reasonable-doubt}
  b: {claim: It is b., given: true}
  c: {claim: It is c., status: raised, type: definition}
  d: {claim: It is d., status: rejected}
  e: {evidence: It is e.}
  f: {claim: It is f., by: [Ann, {speaker: Bob, force: conceding, at: talk p3}]}
  g: {claim: It is g.}
  h: {assumption: It is h., questioned: true}
text: talk
sources: {talk: {}}
""")
    found = written(m)
    for words in (
        "Because, taken together (reason 1 of 3 for 1; step s, “Demand”; scheme hunch; strict; "
        "weight 0.5; certainty: may; according to Ann):",
        "1.1 It is a. (claim; strength 0.25; standard of proof: beyond reasonable doubt)",
        "1.2 It is b. (claim; given)",
        "Critical question “any good”: waived. No time.",
        "Critical question “why”: answered in favour of the reason from 1.1 and 1.2.",
        "Because (reason 2 of 3 for 1):",
        "1.3 It is c. (defining claim; named, not asserted)",
        "The reason from 1.3 holds unless, taken together:",
        "1.5 It is g. (claim)",
        "The exception from 1.4 and 1.5 holds unless:",
        "1.6 See 1.1: “It is a”.",
        "The reason from 1.3 is backed by:",
        "1.7 It is d. (claim; rejected, to see what falls)",
        "The backing from 1.7 holds unless:",
        "1.8 It is e. (evidence)",
        "Because, assuming (reason 3 of 3 for 1; “Trust”):",
        "1.9 It is h. (assumption of the analyst; questioned)",
        "Against 1:",
        "The objection from 1.10 is backed by:",
        "Despite what is conceded against 1, taken together (conceded objection 1 of 2):",
        "The conceded objection from 1.14 holds unless:",
        "(claim; according to Ann and Bob, conceding at talk p3)",
    ):
        assert words in flowing(found)


def test_what_a_step_may_lack() -> None:
    m = ArgumentMap(
        statements=[
            claim("a", because=[Support(), because("b", linked=True), because("ghost", "s")]),
            claim("b", because=[because(id="s")], against=[Attack(premises=[Premise("a", "x")])]),
            claim("c", because=[Support(premises=[Premise("gone", "effect")])]),
        ],
        main="a",
    )
    found = flowing(written(m))
    for words in (
        "Because (reason 1 of 3 for 1): No premise is given.",
        "Because, taken together with something left unsaid (reason 2 of 3 for 1): 1.1 It is b.",
        "1.1.1 Back to 1: “It is a” (role: x). This goes round in a circle.",
        "1.2 “ghost” is not defined. 1.3 “s” is a step, not a statement.",
        "Not connected to a main conclusion 2 It is c.",
        "2.1 “gone” (role: effect) is not defined.",
    ):
        assert words in found


def test_what_is_known_of_a_statement() -> None:
    anchors = [Anchor(source="gone", where="art. 5"), Anchor(where=Place(3, 2))]
    m = ArgumentMap(
        statements=[
            claim("a", type=ClaimType.POLICY, because=[because("b", "c")], anchors=anchors),
            Statement(id="b", kind=Kind.EVIDENCE, text="It is b.", type=EvidenceType.POLL),
            Statement(id="c", kind=Kind.ASSUMPTION, text="It is c.", type=ClaimType.VALUE),
            claim("d", restates="b"),
        ],
        sources=[Source(id="survey", unnamed=True)],
        text="leaflet",
    )
    found = flowing(written(m))
    for words in (
        "Argument map The text: leaflet, which is not described.",
        "1 It is a. (main policy conclusion; gone art. 5, p3.2)",
        "1.1 It is b. (evidence from a poll) Said again: 1.1.1 It is d. "
        "(claim; says again what 1.1 says)",
        "1.2 It is c. (evaluative assumption of the analyst)",
    ):
        assert words in found
    assert "Sources" not in found


def test_main_evidence_and_speakers_without_more() -> None:
    evidence = Statement(
        id="a", kind=Kind.EVIDENCE, text="It ran.", type=EvidenceType.EVENT, by=[Speaker("Ann")]
    )
    found = written(ArgumentMap(id="m", statements=[evidence], main="a"))
    assert found.startswith("m\n\n1 statement: 1 piece of evidence.\n")
    assert "1 It ran. (main conclusion, evidence from an event; according to Ann)\n" in found


def test_a_second_mention_of_what_is_not_there() -> None:
    m = ArgumentMap(statements=[claim("a", restates="ghost"), claim("b", because=[because("a")])])
    assert "1.1 It is a. (claim; says again what “ghost” says)" in written(m)


ANSWERED = """
main: ferry
statements:
  ferry:
    conclusion: The ferry should run.
    because:
      from: {effect: fewer, good: lives}
      scheme: positive-consequences
      answers:
        other-effects: {fails: noise}
        likely: {fails: doubt}
        good-for-whom: fails
        counterfactual: {fails: anyway}
        hunch: {fails: noise}
  fewer: {claim: Fewer would drive drunk.}
  lives: {claim: Lives count.}
  noise: {claim: Nights are loud.}
  doubt: {claim: Drunks stay away.}
  anyway: {claim: It happens anyway.}
"""


def test_an_attack_by_an_answer_is_told_with_its_question() -> None:
    found = flowing(written(read(ANSWERED)))
    for words in (
        "Against 1.1, from the critical question “How likely is the effect, and what evidence "
        "says so?” about the reason from 1.1 and 1.2: 1.1.1 Drunks stay away.",
        "“Is the effect good, for whom, and how much?”: answered against the reason from 1.1 "
        "and 1.2. ",
        "Against the reason from 1.1 and 1.2, from the critical question “Would the effect happen "
        "anyway without the action?”: 1.3 It happens anyway.",
        "Against 1, from the critical question “Are there other effects that should be counted?” "
        "about the reason from 1.1 and 1.2: 1.4 Nights are loud.",
        "Critical question “hunch”: answered against the reason from 1.1 and 1.2, by 1.4.",
    ):
        assert words in found


def test_an_attack_by_an_answer_to_a_question_of_another_catalogue() -> None:
    class Other:
        def effect_of(self, scheme: str, question: str) -> tuple[Effect, str | None] | None:
            return (Effect.UNDERCUT, None) if question == "hunch" else None

    m = read(ANSWERED)
    found = flowing(outline(m, Graph(m, Other())))
    assert (
        "Against the reason from 1.1 and 1.2, from the critical question “hunch”: 1.3 Nights are "
        "loud." in found
    )


def test_an_answer_by_a_statement_that_is_not_shown() -> None:
    m = read(ANSWERED)
    found = flowing(written(m, root="ferry", depth=1))
    assert "answered against the reason from 1.1 and 1.2, by “Drunks stay away”." in found
    assert "by 1.3." in found


# Where it begins


def trees(*statements: Statement, **more: Any) -> str:
    return written(ArgumentMap(statements=statements, **more))


def test_where_an_outline_begins() -> None:
    two = [claim("a", because=[because("c")]), claim("b", because=[because("a", "c")]), claim("c")]
    found = trees(*two, claim("d"), main=["a", "b"])
    assert "Main conclusion 1 of 2\n\n1 It is a." in found
    assert "Main conclusion 2 of 2\n\n2 It is b." in found
    assert "2.1 See 1: “It is a”.\n  2.2 See 1.1: " in found
    assert "Not connected to a main conclusion\n\n3 It is d." in found
    found = trees(*two, claim("e", because=[because("c")]), claim("d"))
    assert "Conclusions on which nothing else rests\n\n1 It is b." in found
    assert "\n\n2 It is e." in found
    assert "Not connected to any such conclusion\n\n3 It is d." in found
    assert "\n\nStatements\n\n1 It is c. (claim)\n\n2 It is d. (claim)\n" in trees(
        claim("c"), claim("d")
    )
    assert "Main conclusion\n\n1 It is a." in trees(claim("a", because=[because("b")]), claim("b"))


def test_a_map_without_statements() -> None:
    m = ArgumentMap(title="Nothing", critic="Ann", extends="base.argmap.yaml")
    assert written(m) == (
        "Nothing\n\nThe critic: Ann.\n"
        "A layer over base.argmap.yaml, which is not shown, nor what is said about it here.\n"
        "0 statements.\n"
    )


def test_main_conclusions_that_lead_to_each_other() -> None:
    found = trees(
        claim("a", because=[because("b")]),
        claim("b", because=[because("c")]),
        claim("c", because=[because("a", "b")]),
        main=["a", "b"],
    )
    assert "1.1 See 2: “It is b”." in found
    assert "2.1.1 Back to 1: “It is a”. This goes round in a circle." in flowing(found)
    assert "2.1.2 Back to 2: “It is b”. This goes round in a circle." in flowing(found)


CHAIN = [
    *(claim(f"s{n}", because=[because(f"s{n + 1}")]) for n in range(50)),
    claim("s50", because=[because("s3")]),
]


def test_a_deep_tree_is_continued_and_its_circles_are_seen() -> None:
    m = ArgumentMap(statements=CHAIN, main="s0")
    found = written(m, format="markdown")
    told, pointed = told_and_pointed(found)
    twenty = "1" + ".1" * 19
    assert plain(found).count(f"- **{twenty}** Continued at 2: “It is s19”.") == 1
    assert f"\n## Continued from {twenty}\n\n- **2** It is s19." in plain(found)
    assert told["2.1"].startswith("It is s20.")
    assert f"Back to {'1' + '.1' * 3}: “It is s3”" in plain(found)
    assert max(number.count(".") for number in told.keys() | pointed.keys()) == 19
    assert "Shown are 21 levels below it." in written(m, root="s0", depth=21)
    assert "2.1.1 It is s21. (claim)\n      1 more reason or objection below." in written(
        m, depth=21
    )


def test_what_is_too_deep_in_one_place_may_be_told_in_another() -> None:
    chain = [claim(f"s{n}", because=[because(f"s{n + 1}")]) for n in range(17)]
    last = claim("s17", because=[because("s18"), because("s18")])
    start = claim("r", because=[because("s0"), because("t")])
    rest = [claim("s18", because=[because("s19")]), claim("s19")]
    deep = ".1" * 19
    found = trees(start, *chain, last, *rest, claim("t", because=[because("s18")]), main="r")
    assert f"1{deep} Continued at 1.2.1: “It is s18”." in flowing(found)
    assert f"1{deep[:-2]}.2 Continued at 1.2.1: “It is s18”." in flowing(found)
    assert "\n    1.2.1 It is s18. (claim)\n" in found
    assert "Continued from" not in found
    found = trees(start, *chain, last, *rest, claim("t"), main="r")
    assert f"1{deep[:-2]}.2 Continued at 2: “It is s18”." in flowing(found)
    assert found.count("Continued from") == 1


def test_a_tree_whose_numbers_grow_long_is_continued() -> None:
    wide = [claim(f"w{n}") for n in range(1200)]
    chain = [
        claim(f"s{n}", because=[*(because(w.id) for w in wide), because(f"s{n + 1}")])
        for n in range(14)
    ]
    found = trees(*chain, claim("s14"), *wide, main="s0")
    assert "Continued at 2: " in found
    assert all(len(line) <= 88 for line in found.splitlines())


def test_a_depth_leaves_out_steps_and_second_mentions_and_says_so() -> None:
    m = ArgumentMap(
        statements=[
            claim("a", because=[because("b", unless=[against("c")]), because("c")]),
            claim("b"),
            claim("c"),
            claim("d", restates="a"),
        ],
        main="a",
    )
    assert "  3 more reasons and objections below and 1 second mention.\n" in written(m, depth=0)
    assert "  1 more reason or objection below.\n" in written(m, depth=1)
    assert "Shown are 0 levels" in written(m, depth=0)
    assert "1.1.1" not in written(m, depth=1)
    only = ArgumentMap(statements=[claim("a"), claim("d", restates="a")], main="a")
    assert written(only, depth=0).endswith("\n  1 second mention.\n")


def test_with_a_depth_a_statement_is_told_where_it_is_nearest() -> None:
    m = ArgumentMap(
        statements=[
            claim("a", because=[because("b"), because("c")]),
            claim("b", because=[because("c")]),
            claim("c", because=[because("d")]),
            claim("d"),
        ],
        main="a",
    )
    assert "1.1.1 It is c." in written(m)
    found = written(m, depth=2)
    assert "1.1.1 See 1.2: “It is c”." in found
    assert "1.2.1 It is d." in found


def test_an_outline_from_one_statement() -> None:
    statements = [
        claim("a", because=[because("b")]),
        claim("b", label="B", because=[because("c", id="s", backing=[because("c", id="t")])]),
        claim("c", aliases=["old"]),
        claim("beta"),
    ]
    m = ArgumentMap(statements=statements, main="a")
    found = written(m, root="b")
    assert "Shown is only what bears on “B”.\n\nWhat bears on one statement\n\n1 It is b." in found
    assert "It is a." not in found
    assert "1 It is c." in written(m, root="old")
    for name, hint in (
        ("betta", '; did you mean "beta"?'),
        ("zzz", ""),
        ("s", '; did you mean "b"?'),
    ):
        with pytest.raises(UnknownElement) as raised:
            written(m, root=name)
        assert str(raised.value).endswith(hint or f"the map has no statement {name!r}")
    with pytest.raises(UnknownElement, match=r"'t' is a step; an outline begins with a statement$"):
        written(m, root="t")


def test_wishes_that_cannot_be_met() -> None:
    m = ArgumentMap(statements=[claim("a")])
    with pytest.raises(UnknownName, match=r"'markdwn' of an outline; did you mean \"markdown\"\?"):
        written(m, format="markdwn")
    with pytest.raises(UnknownName, match=r"'pdf' of an outline$"):
        written(m, format="pdf")
    with pytest.raises(InvalidValue, match="depth counts levels, from 0 up; -1 is none"):
        written(m, depth=-1)


# Size


# Where lines are traced for coverage, 100,000 statements take most of a minute.
COUNT = sized(10_000, deep=100_000)


def _is_outlined(statements: list[Statement], main: str, format: Format) -> None:
    m = ArgumentMap(statements=statements, main=main)
    assert len(outline(m, Graph(m), format=format)) > COUNT * 20


def test_a_long_chain_has_no_depth() -> None:
    chain = [claim(f"s{n}", because=[because(f"s{n + 1}")]) for n in range(COUNT)]
    _is_outlined([*chain, claim(f"s{COUNT}")], "s0", "text")


def test_a_large_star_is_outlined() -> None:
    star = claim("hub", because=[because(f"t{n}") for n in range(COUNT)])
    _is_outlined([star, *(claim(f"t{n}") for n in range(COUNT))], "hub", "markdown")


def test_a_second_mention_of_what_is_not_there_is_told_by_itself() -> None:
    m = ArgumentMap(
        statements=[
            Statement(id="again", kind=Kind.CLAIM, text="It runs, as said.", restates="gone"),
            Statement(
                id="so", kind=Kind.CLAIM, text="So.", because=[Support(premises=[Premise("gone")])]
            ),
        ]
    )
    assert "It runs, as said." in outline(m, Graph(m))
