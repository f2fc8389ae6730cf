"""The writer by example: what a map looks like when it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.formats.native import read
from argmap.formats.native.scalars import inline, lines, number
from argmap.formats.native.write import write
from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Attack,
    ClaimType,
    Data,
    EvidenceType,
    Expectation,
    Grade,
    Issue,
    Kind,
    Leaves,
    Place,
    Preference,
    Premise,
    PremiseKind,
    ProofStandard,
    Qualifier,
    Response,
    Scope,
    Section,
    Source,
    Speaker,
    Statement,
    Status,
    Support,
    Verdict,
    Waiver,
)
from argmap.text import Text

MAPS = sorted(Path("maps").glob("*.argmap.yaml"))

STEP = Support(
    id="main-reason",
    label="The main reason",
    premises=[
        Premise("demand", "effect"),
        Premise("night-work", "effect"),
        Premise("safer-roads", "good"),
        Premise("trust", "warrant", PremiseKind.ASSUMPTION),
    ],
    linked=True,
    scheme="positive-consequences",
    strict=True,
    weight=0.75,
    certainty=Qualifier("likely", "could well", "low"),
    by=[Speaker("Harbour Users"), Speaker("The mayor", "asserting", [Anchor(where=Place(4))])],
    anchors=[Anchor(where=Place(3, 2, 4, 1)), Anchor(source="survey")],
    section="need",
    answers=[
        Answer(question="likely", verdict=Verdict.HOLDS),
        Answer(question="other-effects", verdict=Verdict.FAILS, by="noise", note="See p5."),
        Answer(question="how-sure", verdict=Verdict.HOLDS, note="Not said.", pin="v1"),
        Answer(question="costs", verdict=Verdict.WAIVED, reason="The port pays."),
    ],
    unless=[Attack(premises=[Premise("storms")], backing=[Support(premises=[Premise("log")])])],
    backing=[Support(premises=[Premise("bergen")]), Support(premises=[Premise("oslo")])],
    tags=["key", "disputed"],
    note="Put first.",
    extras=Data({"colour": "red"}),
)
EVERYTHING = ArgumentMap(
    id="ferry",
    title="Why the ferry should run: at night",
    question="Should it?",
    description="The first line.\n\nThe second line.\n",
    main=["run"],
    text="leaflet",
    as_of="2025-05-08",
    scale="icd203",
    leaves=Leaves.EVIDENCE,
    language="en",
    critic="Night Watch",
    sections=[
        Section(id="need", title="Is there a need?", at=[Place(1, None, 3)]),
        Section(id="cost", at=[Place(4), Place(6, None, 7)]),
        Section(id="rest"),
    ],
    sources=[
        Source(id="leaflet", title="Run it", author=["A. One", "B. Two"], date="2025"),
        Source(
            id="survey",
            title="Harbour survey",
            author="Port Office",
            publisher="Port",
            date="2024-11-02",
            accessed="2025-01-02",
            url="https://port.example/survey?year=2024",
            doi="10.1000/182",
            kind="report",
            language="en",
            index="survey-2024",
            reliability="B",
            credibility=2,
            grade=Grade.VERY_LOW,
            sms=3,
            primary=True,
            unnamed=True,
            derived_from=["leaflet"],
            note="One of two.",
            extras=Data({"pages": 12}),
        ),
        Source(id="hearsay", primary=False, unnamed=True),
    ],
    statements=[
        Statement(
            id="run",
            kind=Kind.CONCLUSION,
            text="The ferry should run until two in the morning, on every day of the week and in "
            "all seasons of the year.",
            label="Run at night",
            type=ClaimType.POLICY,
            certainty=Qualifier("likely"),
            standard=ProofStandard.PREPONDERANCE,
            by=[Speaker("Harbour Users")],
            anchors=[Anchor(where=Place(1, 1), quote='"run", they say')],
            section="need",
            status=Status.RAISED,
            given=True,
            questioned=True,
            strength=1.0,
            scope=Scope("the harbour", "2025", "passengers"),
            because=[Support(premises=[Premise("demand"), Premise("subsidy")]), STEP],
            against=[Attack(premises=[Premise("noise")])],
            despite=[Attack(premises=[Premise("few-boats")], linked=True)],
            data=Data({"n": 1020, "share": 0.4, "dates": ["2024-10", "12"], "poll": None}),
            tags=["background"],
            note="A note # with a number sign",
            aliases=["go", "sail"],
            extras=Data({"reviewed": True, "on": {"day": "2025-05-08", "weeks": [1, [2, 3]]}}),
        ),
        Statement(id="again", kind=Kind.CLAIM, text="Run it.", restates="run"),
        Statement(
            id="survey-count",
            kind=Kind.EVIDENCE,
            text="412 of 1,020 would.",
            type=EvidenceType.POLL,
            claim_type=ClaimType.PREDICTION,
            anchors=[
                Anchor(source="survey", where="table 4(2)", via=Place(2, 2), quote="412"),
                Anchor(source="survey", quote="would", prefix="they", suffix="come"),
            ],
        ),
    ],
    issues=[
        Issue(
            id="when",
            question="When?",
            positions=["run", "demand+subsidy>run"],
            standard=ProofStandard.SCINTILLA,
        )
    ],
    preferences=[
        Preference(better="demand+subsidy>run", worse="noise!run", reason="It is more specific."),
        Preference(better="main-reason", worse="noise!run"),
    ],
    expect=Expectation(accepted="run", out=["noise", "few-boats"], undecided=["again"]),
    waivers=[Waiver(rule="AM110", at="run", reason="Known.")],
    extras=Data({}),
)
LAYER = ArgumentMap(
    critic="Night Watch",
    extends="ferry.argmap.yaml",
    statements=[Statement(id="no-taxis", kind=Kind.PREMISE, text="No taxi waits at the quay.")],
    responses=[
        Response(target="run", against=[Attack(premises=[Premise("no-taxis")])]),
        Response(
            target="demand+subsidy>run",
            because=[Support(premises=[Premise("a")])],
            unless=[Attack(premises=[Premise("no-taxis")]), Attack(premises=[Premise("fog")])],
            backing=[Support()],
            answers=[Answer(question="likely", verdict=Verdict.FAILS, by="no-taxis")],
        ),
    ],
    expect=Expectation(out=["run"]),
)

EVERYTHING_WRITTEN = """\
argmap: 1
id: ferry
title: 'Why the ferry should run: at night'
question: Should it?
description: |
  The first line.

  The second line.
critic: Night Watch
main: run
text: leaflet
as-of: 2025-05-08
scale: icd203
leaves: evidence
language: en

sections:
  need: {title: 'Is there a need?', at: p1-3}
  cost: {at: [p4, p6-7]}
  rest: {}

sources:
  leaflet: {title: Run it, author: [A. One, B. Two], date: 2025}
  survey:
    title: Harbour survey
    author: Port Office
    publisher: Port
    date: 2024-11-02
    accessed: 2025-01-02
    url: https://port.example/survey?year=2024
    doi: 10.1000/182
    kind: report
    language: en
    index: survey-2024
    reliability: B
    credibility: 2
    grade: very-low
    sms: 3
    primary: true
    unnamed: true
    derived-from: leaflet
    note: One of two.
    extras: {pages: 12}
  hearsay: {primary: false, unnamed: true}

statements:
  run:
    conclusion: >-
      The ferry should run until two in the morning, on every day of the week and in all seasons of
      the year.
    label: Run at night
    type: policy
    certainty: likely
    standard: preponderance
    by: Harbour Users
    at: p1.1 ""run", they say"
    section: need
    status: raised
    given: true
    questioned: true
    strength: 1
    scope: {place: the harbour, time: 2025, population: passengers}
    because:
      - demand + subsidy
      - id: main-reason
        label: The main reason
        from: {effect: [demand, night-work], good: safer-roads}
        assuming: {warrant: trust}
        scheme: positive-consequences
        strict: true
        weight: 0.75
        certainty: {term: likely, as: could well, confidence: low}
        by: [Harbour Users, {speaker: The mayor, force: asserting, at: p4}]
        at: [p3.2-p4.1, survey]
        section: need
        answers:
          likely: holds
          other-effects: {fails: noise, note: See p5.}
          how-sure:
            holds:
            note: Not said.
            pin: v1
          costs: {waived: The port pays.}
        unless:
          from: storms
          backing: log
        backing:
          - bergen
          - oslo
        tags: [key, disputed]
        note: Put first.
        extras: {colour: red}
    against: noise
    despite:
      from: [few-boats]
    data: {n: 1020, share: 0.4, dates: [2024-10, '12'], poll: null}
    tags: background
    note: 'A note # with a number sign'
    aliases: [go, sail]
    extras: {reviewed: true, on: {day: 2025-05-08, weeks: [1, [2, 3]]}}

  again:
    claim: Run it.
    restates: run

  survey-count:
    evidence: 412 of 1,020 would.
    type: poll
    claim-type: prediction
    at:
      - survey table 4(2) via p2.2 "412"
      - {source: survey, quote: would, prefix: they, suffix: come}

issues:
  when: {question: 'When?', positions: [run, demand+subsidy>run], standard: scintilla}

preferences:
  - {better: demand+subsidy>run, worse: noise!run, reason: It is more specific.}
  - {better: main-reason, worse: noise!run}

expect: {in: run, out: [noise, few-boats], undecided: again}

waive: {rule: AM110, at: run, reason: Known.}

extras: {}
"""

LAYER_WRITTEN = """\
argmap: 1
critic: Night Watch
extends: ferry.argmap.yaml

statements:
  no-taxis:
    premise: No taxi waits at the quay.

responses:
  run: {against: no-taxis}
  demand+subsidy>run:
    because: a
    answers: {likely: {fails: no-taxis}}
    unless:
      - no-taxis
      - fog
    backing: {}

expect: {out: run}
"""


@pytest.mark.parametrize(
    ("m", "written"), [(EVERYTHING, EVERYTHING_WRITTEN), (LAYER, LAYER_WRITTEN)]
)
def test_every_key_has_its_place(m: ArgumentMap, written: str) -> None:
    assert write(m).text == written
    reading = read(Text("t", written))
    assert reading.map == m
    assert {found.code for found in reading.diagnostics} <= {"AM050"}


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_maps_are_written_and_read_back(path: Path) -> None:
    m = read(Text(str(path), path.read_text(encoding="utf-8"))).map
    assert m is not None
    written = write(m).text
    reading = read(Text("t", written))
    assert reading.map == m
    assert reading.diagnostics == ()
    assert all(len(line) <= 100 for line in written.splitlines())


def test_an_empty_map_is_written() -> None:
    assert write(ArgumentMap()).text == "argmap: 1\n\nstatements: {}\n"


def because(*steps: Support, **more: Any) -> str:
    """What is written under a statement for some reasons, from the first line on."""
    one = Statement(id="x", kind=Kind.CLAIM, text="X.", because=steps, **more)
    m = ArgumentMap(statements=[one], text="t")
    written = write(m).text
    assert read(Text("t", written)).map == m
    return written.partition("    claim: X.\n")[2]


def step(*premises: str, **more: Any) -> Support:
    return Support(premises=[Premise(name) for name in premises], **more)


LONG = [f"a-rather-long-name-of-a-statement-{number}" for number in "123"]

STEPS = {
    "one premise": ([step("a")], "    because: a\n"),
    "linked premises": ([step("a", "b", "c")], "    because: a + b + c\n"),
    "two reasons": ([step("a"), step("b", "c")], "    because:\n      - a\n      - b + c\n"),
    "one premise that is linked": (
        [step("a", linked=True)],
        "    because:\n      from: [a]\n",
    ),
    "no premise": ([step()], "    because: {}\n"),
    "no premise, linked": ([step(linked=True)], "    because:\n      from: []\n"),
    "no premise among others": (
        [step("a"), step()],
        "    because:\n      - a\n      - {}\n",
    ),
    "only an assumption": (
        [Support(premises=[Premise("a", None, PremiseKind.ASSUMPTION)])],
        "    because:\n      assuming: a\n",
    ),
    "names that are too long to be joined": (
        [step(*LONG)],
        "    because:\n      from:\n" + "".join(f"        - {name}\n" for name in LONG),
    ),
    "long names among others": (
        [step("a"), step(*LONG)],
        "    because:\n      - a\n      - from:\n"
        + "".join(f"          - {name}\n" for name in LONG),
    ),
}


@pytest.mark.parametrize("case", STEPS)
def test_a_step_is_written_as_shortly_as_it_can_be(case: str) -> None:
    steps, written = STEPS[case]
    assert because(*steps) == written


ANCHORS = {
    "place": (Anchor(where=Place(3, 2)), "p3.2"),
    "place and quote": (Anchor(where=Place(3), quote="so it is"), 'p3 "so it is"'),
    "quote that YAML would read as a key": (
        Anchor(where=Place(3), quote="so: it is"),
        "'p3 \"so: it is\"'",
    ),
    "quotes in a quote": (Anchor(where=Place(3), quote='a "b" c'), 'p3 "a "b" c"'),
    "source": (Anchor(source="s"), "s"),
    "source, words, place": (Anchor(source="s", where="art. 5", via=Place(2)), "s art. 5 via p2"),
    "words with a quote": (
        Anchor(source="s", where='art. "5"'),
        '{source: s, where: art. "5"}',
    ),
    "words that look like a place in the text": (
        Anchor(source="s", where="line via Oslo"),
        "{source: s, where: line via Oslo}",
    ),
    "source that looks like a place": (Anchor(source="p3"), "{source: p3}"),
    "source that is a word of anchors": (Anchor(source="via"), "{source: via}"),
    "words around the quote": (
        Anchor(where=Place(3), quote="it", prefix="so", suffix="is"),
        "{where: p3, quote: it, prefix: so, suffix: is}",
    ),
    "quote of two lines": (
        Anchor(source="s", quote="a\nb"),
        "\n      source: s\n      quote: |-\n        a\n        b",
    ),
}


@pytest.mark.parametrize("case", ANCHORS)
def test_an_anchor_stands_in_one_line_where_that_is_clear(case: str) -> None:
    anchor, written = ANCHORS[case]
    separator = "" if written.startswith("\n") else " "
    assert because(anchors=[anchor]) == f"    at:{separator}{written}\n"


def test_a_quote_that_is_odd_is_put_in_quotes_inside_brackets() -> None:
    odd = Anchor(where=Place(1), quote='5" and more')
    assert because(anchors=[odd, odd]).startswith('    at: [\'p1 "5" and more"\', ')


TEXTS = {
    # A text, and how it is written behind `title: `.
    "plain": ("The ferry runs.", "The ferry runs."),
    "null": ("null", "null"),
    "date": ("2025-05-08", "2025-05-08"),
    "quote inside": ('a "b" it\'s', 'a "b" it\'s'),
    "colon": ("a: b", "'a: b'"),
    "colon without a space": ("a:b", "a:b"),
    "colon at the end": ("a:", "'a:'"),
    "number sign": ("issue #5", "'issue #5'"),
    "number sign in a word": ("a#5", "a#5"),
    "quotes of both kinds": ('it\'s: "b"', "'it''s: \"b\"'"),
    "apostrophe": ("it's: so", '"it\'s: so"'),
    "indicator": ("- a", "'- a'"),
    "bracket": ("[a", "'[a'"),
    "question mark": ("? a", "'? a'"),
    "leading space": (" a", "' a'"),
    "trailing space": ("a ", "'a '"),
    "no-break space in front": ("\u00a0a", "'\u00a0a'"),
    "tab": ("a\tb", '"a\\tb"'),
    "two lines": ("a\nb", "|-\n  a\n  b"),
    "line break at the end": ("a\nb\n", "|\n  a\n  b"),
    "two line breaks at the end": ("a\n\n", '"a\\n\\n"'),
    "line break in front": ("\na", '"\\na"'),
    "indented line": ("a\n  b", "|-\n  a\n    b"),
    "space before a line break": ("a \nb", '"a \\nb"'),
    "text of many words": (
        "word " * 25 + "end",
        "\n  ".join([">-", "word " * 18 + "word", "word word word word word word end"]),
    ),
    "text of many words, with a colon": (
        "so: " + "word " * 25 + "end",
        "\n  ".join([">-", "so: " + "word " * 18 + "word", "word word word word word word end"]),
    ),
    "lines of many words": (
        "word " * 25 + "end\nlast",
        "\n  ".join([">-", "word " * 18 + "word", "word word word word word word end\n", "last"]),
    ),
    "many words and two spaces": (
        "word " * 25 + " end",
        "\n  ".join([">-", "word " * 18 + "word", "word word word word word word  end"]),
    ),
    "nothing but two spaces": (
        "word  " * 18 + "end",
        '"' + "word  " * 15 + "\\\n  " + "word  " * 3 + 'end"',
    ),
    "many words and a tab": (
        "word " * 20 + "\tend",
        '"' + "word " * 17 + 'word\n  word word \\tend"',
    ),
    "many spaces": ("a" + " " * 100 + "b", '"a' + " " * 80 + "\\\n  \\" + " " * 20 + 'b"'),
    "long word": ("w" * 120, "w" * 120),
    "word that fits into a line of its own": ("w" * 96, ">-\n  " + "w" * 96),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_text_is_quoted_and_folded_only_where_it_must_be(case: str) -> None:
    text, expected = TEXTS[case]
    m = ArgumentMap(title=text)
    written = write(m).text
    assert written == f"argmap: 1\ntitle: {expected}\n\nstatements: {{}}\n"
    for loader in (yaml.BaseLoader, yaml.CBaseLoader):
        assert read(Text("t", written), loader=loader).map == m


DATA: dict[str, tuple[dict[str, Any], str]] = {
    "numbers": ({"a": 1, "b": -1.5, "c": 1e300}, "{a: 1, b: -1.5, c: 1.0e+300}"),
    "words": ({"a": True, "b": False, "c": None}, "{a: true, b: false, c: null}"),
    "texts that look like values": (
        {"a": "1", "b": "true", "c": "~", "d": "1e5", "e": "0x1F", "f": "", "g": ".inf"},
        "{a: '1', b: 'true', c: '~', d: '1e5', e: '0x1F', f: '', g: '.inf'}",
    ),
    "texts that do not": (
        {"a": "no", "b": "2025-05-08", "c": "1 000", "d": "1.5.5"},
        "{a: no, b: 2025-05-08, c: 1 000, d: 1.5.5}",
    ),
    "nothing in it": ({"a": [], "b": {}}, "{a: [], b: {}}"),
    "keys": (
        {"1": 1, "null": 2, "a b": 3, "": 4, "<<": 5, "a: b": 6},
        "{1: 1, null: 2, a b: 3, '': 4, '<<': 5, 'a: b': 6}",
    ),
    "much": (
        {"list": ["x" * 60, "y" * 60], "nested": [[1, ["z" * 90, 2]], {"a": "b" * 92}]},
        "\n  list:\n    - "
        + "x" * 60
        + "\n    - "
        + "y" * 60
        + "\n  nested:\n    - - 1\n      - - "
        + "z" * 90
        + "\n        - 2"
        + "\n    - a: >-\n        "
        + "b" * 92,
    ),
    "lines": ({"a\nb": "c\nd"}, '\n  "a\\nb": |-\n    c\n    d'),
    "long number": ({"a": [10**120]}, "\n  a:\n    - 1" + "0" * 120),
    "long key": ({"k" * 1001: 1}, "\n  ? " + "k" * 1001 + "\n  : 1"),
    "key of many words": (
        {"word " * 25 + "end": {"a": 1}},
        "\n  ? >-\n    " + "word " * 18 + "word\n    word word word word word word end\n  : {a: 1}",
    ),
    "more than fits": (
        {"a": {str(position): {} for position in range(20)}},
        "\n  a:" + "".join(f"\n    {position}: {{}}" for position in range(20)),
    ),
}


@pytest.mark.parametrize("case", DATA)
def test_data_keeps_its_types(case: str) -> None:
    data, expected = DATA[case]
    m = ArgumentMap(extras=Data(data))
    written = write(m).text
    separator = "" if expected.startswith("\n") else " "
    assert written.partition("extras:")[2] == f"{separator}{expected}\n"
    for loader in (yaml.BaseLoader, yaml.CBaseLoader):
        assert read(Text("t", written), loader=loader).map == m


def test_ids_may_be_longer_than_a_key_can_be() -> None:
    name = "n" * 1200
    m = ArgumentMap(
        statements=[Statement(id=name, kind=Kind.CLAIM, text="X.", because=[step(name)])]
    )
    written = write(m).text
    assert f"\n  ? {name}\n  :\n    claim: X.\n    because: {name}\n" in written
    assert read(Text("t", written)).map == m


def test_numbers_and_texts_by_themselves() -> None:
    assert [number(value) for value in (True, False, 0, 1.0)] == ["true", "false", "0", "1.0"]
    assert inline("a, b", flow=True) == "'a, b'"
    assert lines("a", 99, 2) == ["a"]
    assert lines("a", 100, 2) == [">-", "  a"]


@pytest.mark.parametrize("shape", ["chain", "star"])
def test_many_statements_are_written(shape: str) -> None:
    many = 20_000
    names = [f"s{position}" for position in range(many)]
    if shape == "chain":
        made = [
            Statement(id=name, kind=Kind.CLAIM, text="T.", because=[step(after)])
            for name, after in zip(names, [*names[1:], "s0"], strict=True)
        ]
    else:
        reasons = [step(name) for name in names[1:]]
        made = [Statement(id="s0", kind=Kind.CLAIM, text="T.", because=reasons)]
    m = ArgumentMap(statements=made)
    assert read(Text("t", write(m).text)).map == m
