"""What an outline tells beside statements and steps, and that it says what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import native
from argmap.graphs import Graph
from argmap.model import (
    ArgumentMap,
    Kind,
    Preference,
    Premise,
    Scope,
    Statement,
    Support,
    anchors_of,
)
from argmap.schemes import catalogue
from argmap.text import Text
from argmap.views.outline import outline
from argmap.views.outline_plan import plan
from argmap.views.outline_words import tell
from tests.maps_by_hypothesis import argument_maps


def told(m: ArgumentMap, **wish: Any) -> str:
    """An outline whose lines are not broken."""
    return " ".join(outline(m, Graph(m, catalogue()), **wish).split())


def read(content: str) -> ArgumentMap:
    reading = native.read(Text("m.argmap.yaml", f"argmap: 1\n{content}"))
    assert reading.map is not None
    assert not reading.diagnostics
    return reading.map


FULL = """
main: ferry
text: leaflet
as-of: 2025-05-08
scale: icd203
leaves: evidence
sections:
  demand: {title: "Is there demand?", at: p1-3}
  money: {at: [p4, p6]}
  empty: {title: Nothing here, at: p9}
sources:
  leaflet: {title: Run it at night, note: "It was printed twice"}
  survey:
    {title: Harbour survey, reliability: B, credibility: 2, primary: true, derived-from: census,
     url: "https://survey.test/", grade: very-low, sms: 3, note: Read in part.}
  census: {title: Census, primary: false, doi: 10.1000/182}
  unread: {title: Never used}
statements:
  ferry:
    conclusion: The ferry should run.
    at: p1
    note: The hedge is left out
    because:
      - {id: big, from: demand + means, note: Both are needed., section: money, tags: core,
         at: 'p2 "both are there"', scheme: hunch, answers: {why: {holds: means, note: Twice.}}}
      - {id: small, from: calm}
    against: {id: loud, from: noise}
    despite: cost
  demand:
    evidence: Many would use it.
    type: poll
    claim-type: causal
    scope: {place: the harbour, time: 2024, population: residents}
    tags: [background, old]
    data: {n: 1020}
    aliases: [former]
    at: [{source: survey, via: p2.2, quote: would use it, prefix: people, suffix: weekly}, census]
    by: {speaker: Ann, at: 'survey "I said so"'}
  means: {claim: There is money., section: money, extras: {x: 1}}
  calm: {claim: Nights are calm., section: demand}
  noise: {claim: Nights are loud., at: p6.1}
  cost: {claim: It costs a lot.}
issues:
  nights: {question: "Are nights calm?", positions: [calm, noise], standard: preponderance}
  runs: {positions: [ferry]}
  open: {question: What else}
preferences:
  - {better: big, worse: loud, reason: It is larger}
  - {better: ferry, worse: noise}
expect: {in: [ferry, big], out: noise, undecided: calm}
waive: [{rule: AM402, reason: It is meant.}]
"""


def test_the_head_says_by_what_the_map_is_judged_and_what_is_left_out() -> None:
    found = told(read(FULL))
    for words in (
        "The text: Run it at night. It was printed twice. Places count",
        "Evidence is judged as of 2025-05-08. Words of likelihood are those of the scale icd203. "
        "A premise that nothing is given for is left open.",
        "Left out here: 3 quotes, 1 table of data, 1 waived finding, "
        "1 source that nothing is drawn from, 1 former id and 1 entry of extras.",
    ):
        assert words in found
    assert "quotes" not in told(read(FULL), quotes=True)


def test_notes_stand_with_what_they_are_on() -> None:
    found = outline(read(FULL), Graph(read(FULL), catalogue()))
    assert (
        "\n1 The ferry should run. (main conclusion; the only position on its issue; p1)\n" in found
    )
    assert "\n  Note: The hedge is left out.\n\n  Because" in found
    assert "\n  Note on the reason from 1.1 and 1.2: Both are needed.\n" in found
    assert "answered in favour of the reason from 1.1 and 1.2, by 1.2. Note: Twice." in told(
        read(FULL)
    )


def test_what_is_known_of_a_step_and_a_statement() -> None:
    found = told(read(FULL))
    assert "step big; scheme hunch; section money; tagged core; p2):" in found
    assert (
        "1.1 Many would use it. (evidence from a poll; its claim is causal; holds for residents, "
        "the harbour, 2024; according to Ann at survey; tagged background and old; "
        "survey via p2.2, census)" in found
    )


def test_quotes_only_where_they_are_wished_for() -> None:
    m = read(FULL)
    assert "Words at" not in told(m)
    found = told(m, quotes=True)
    for words in (
        "Words at survey via p2.2: “would use it”, behind “people”, before “weekly”. "
        "Words at survey: “I said so”.",
        "Words at p2: “both are there”.",
    ):
        assert words in found


def test_issues_are_told_with_their_rivals() -> None:
    found = told(read(FULL))
    for words in (
        "1.3 Nights are calm. (claim; rival of 1.4)",
        "1.4 Nights are loud. (claim; rival of 1.3; p6.1)",
        "Issues Are nights calm? At most one of these can stand: 1.3 and 1.4. "
        "Standard of proof: preponderance. "
        "The issue runs. At most one of these can stand: 1. What else. No position is given.",
    ):
        assert words in found


def test_many_rivals_are_counted() -> None:
    names = [f"c{n}" for n in range(8)]
    m = read(
        "main: c0\nstatements:\n"
        + "".join(f"  {name}: {{claim: It is {name}.}}\n" for name in names)
        + f"issues: {{i: {{question: Which, positions: [{', '.join(names)}, gone]}}}}\n"
    )
    assert "1 It is c0. (main conclusion; rival of 2, 3, 4 and 5 more)" in told(m)
    assert "8 It is c7. (claim; rival of 1, 2, 3 and 5 more)" in told(m)
    assert "7 and 8 and “gone”." not in told(m)
    assert "8 and “gone”." in told(m)


def test_preferences_stand_under_the_better_step_else_behind() -> None:
    found = told(read(FULL))
    assert (
        "The reason from 1.1 and 1.2 is preferred to the objection from 1.4. It is larger." in found
    )
    assert "Preferences 1 is preferred to 1.4. What is expected" in found
    only = told(read(FULL), root="calm")
    assert (
        "Preferences The step “big” is preferred to the step “loud”. It is larger. "
        "“The ferry should run” is preferred to “Nights are loud”." in only
    )


def test_a_preference_for_a_step_without_premises_stands_behind() -> None:
    m = ArgumentMap(
        statements=[Statement(id="a", kind=Kind.CLAIM, text="It is a.", because=[Support(id="s")])],
        preferences=[Preference(better="s", worse="ghost")],
    )
    assert "Preferences The step “s” is preferred to “ghost”." in told(m)
    assert told(m).count("preferred") == 1


def test_expectations_sections_and_sources_stand_behind() -> None:
    found = told(read(FULL))
    for words in (
        "What is expected To stand: 1 and the reason from 1.1 and 1.2. To fall: 1.4. "
        "To stay undecided: 1.3.",
        "Sections Is there demand? (p1-3): 1, 1.1, 1.3. money (p4, p6): 1.2, 1.4. "
        "Nothing here (p9): nothing that is shown.",
        "Sources survey: Harbour survey. https://survey.test/ A primary source; reliability B; "
        "credibility 2; GRADE certainty very low; Maryland scale 3; drawn from census. "
        "Read in part. census: Census. https://doi.org/10.1000/182 Not a primary source.",
    ):
        assert words in found
    assert "Never used" not in found
    some = [Statement(id="a", kind=Kind.CLAIM, text="It is a.", section="who", scope=Scope())]
    assert "Sections who: 1." in told(ArgumentMap(statements=some))
    assert "(claim)" in told(ArgumentMap(statements=some))
    assert "Sections" not in told(ArgumentMap(statements=[attrs.evolve(some[0], section=None)]))


def test_pinned_wordings_are_counted() -> None:
    m = read("""
main: a
statements:
  a: {conclusion: It is a., because: {from: b, scheme: sign, answers: {likely: {holds: b, pin: x}}}}
  b: {claim: It is b.}
""")
    assert "Left out here: 1 pinned wording." in told(m)


def _texts(m: ArgumentMap) -> Iterator[str | None]:
    """What an outline is to tell word by word."""
    yield from (m.title, m.question, m.description, m.critic, m.as_of, m.scale)
    yield from (statement.text for statement in m.statements)
    for element in (*m.statements, *m.inferences):
        yield element.note
        yield from element.tags
        yield from (speaker.name for speaker in element.by)
    for step in m.inferences:
        for answer in step.answers:
            yield from (answer.note, answer.reason)
    yield from (issue.question for issue in m.issues)
    yield from (preference.reason for preference in m.preferences)
    yield from (section.title and section.title.strip() for section in m.sections)


def _quotes(m: ArgumentMap) -> list[str]:
    elements = (*m.statements, *m.inferences)
    anchors = (anchor for element in elements for anchor in anchors_of(element))
    return [anchor.quote for anchor in anchors if anchor.quote is not None]


@given(argument_maps(), st.booleans())
def test_every_word_of_the_map_is_told_or_counted(m: ArgumentMap, quotes: bool) -> None:
    graph = Graph(m, catalogue())
    lines = tell(graph, plan(m, graph, None, None), None, None, quotes=quotes)
    found = "\n".join(f"{line.mark} {line.text}" for line in lines)
    for words in _texts(m):
        assert words is None or words in found
    said = _quotes(m)
    if quotes:
        assert all(words in found for words in said)
    elif said:
        assert f"{len(said):,} quote" in found
    data = sum(statement.data is not None for statement in m.statements)
    assert not data or f"{data:,} table" in found
    assert not m.waivers or f"{len(m.waivers):,} waived" in found


def test_a_step_of_which_nothing_is_known_says_nothing_more() -> None:
    m = ArgumentMap(
        statements=[
            Statement(
                id="a", kind=Kind.CLAIM, text="It is a.", because=[Support(premises=[Premise("b")])]
            ),
            Statement(id="b", kind=Kind.CLAIM, text="It is b."),
        ]
    )
    assert re.search(r"Main conclusion 1 It is a\. .* Because: 1\.1 It is b\. \(claim\)$", told(m))
