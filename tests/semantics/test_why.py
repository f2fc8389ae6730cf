"""Explanations in sentences: what is said of each way to stand and to fail, and where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownElement
from argmap.model import ArgumentMap
from argmap.pipeline import loads
from argmap.pipeline.evaluating import label, why
from argmap.semantics.labelling import Label
from argmap.semantics.terms import Terms
from tests.rules.random_maps import maps


def _told(statements: str, name: str, *, reject: tuple[str, ...] = (), rest: str = "") -> str:
    m = loads(f"argmap: 1\n{rest}\nstatements:\n{statements}")
    return why(label(m, Terms(reject=reject)), name)


_LOOP = """
  a: {claim: A., because: b}
  b: {claim: B., because: a}
"""


@pytest.mark.parametrize(
    ("statements", "name", "expected"),
    [
        ("  a: {claim: A., given: true}", "a", "a stands: it is given."),
        ("  a: {evidence: A.}", "a", "a stands: it reports what a source shows."),
        ("  a: {assumption: A.}", "a", "a stands: it is taken for granted."),
        ("  a: {conclusion: A.}", "a", "a is not established: nothing in the map speaks for it."),
        (
            "  a: {claim: A., status: rejected}",
            "a",
            "a is taken away.",
        ),
        (
            _LOOP,
            "a",
            "a is not established: all that speaks for it leads back to it, by the reason from b.\n"
            "b is not established: all that speaks for it leads back to it, by the reason from a.",
        ),
        (
            "  a: {claim: A., against: b}\n  b: {claim: B., against: a}",
            "a",
            "a is undecided: the objection from b is undecided.\n"
            "b is undecided: the objection from a is undecided.",
        ),
        (
            "  a: {claim: A., because: {from: b, unless: [c, d]}}\n"
            "  b: {premise: B.}\n  c: {premise: C.}\n  d: {premise: D.}",
            "a",
            "a is not established: the reason from b does not hold.\n"
            "The reason from b to a does not hold: the objection from c and the objection from d "
            "hold.\n"
            "c stands: the author puts it forward.\n"
            "d stands: the author puts it forward.",
        ),
        (
            "  a: {conclusion: A., because: [b + c, d]}\n"
            "  b: {conclusion: B.}\n  c: {conclusion: C.}\n  d: {premise: D., against: [e, g]}\n"
            "  e: {premise: E.}\n  g: {premise: G.}",
            "a",
            "a is not established: the reason from b and c and the reason from d do not hold.\n"
            "b is not established: nothing in the map speaks for it.\n"
            "c is not established: nothing in the map speaks for it.\n"
            "d is not established: the objection from e and the objection from g hold.\n"
            "e stands: the author puts it forward.\n"
            "g stands: the author puts it forward.",
        ),
        (
            "  a: {conclusion: A., because: [b, c, d, e]}\n  b: {premise: B.}\n  c: {premise: C.}\n"
            "  d: {premise: D.}\n  e: {conclusion: E.}",
            "a",
            "a stands, because d stands (2 more reasons hold).\n"
            "d stands: the author puts it forward.",
        ),
        (
            "  a: {conclusion: A., because: {id: why-a, from: [b, c]}, against: d}\n"
            "  b: {premise: B.}\n  c: {premise: C.}\n  d: {conclusion: D.}",
            "a",
            "a stands, because b and c stand; the objection from d fails.\n"
            "b stands: the author puts it forward.\n"
            "c stands: the author puts it forward.\n"
            "d is not established: nothing in the map speaks for it.",
        ),
    ],
)
def test_sentences(statements: str, name: str, expected: str) -> None:
    assert _told(statements, name) == expected


def test_rivals_are_named_as_such() -> None:
    statements = (
        "  a: {conclusion: A., because: {id: x, from: e}}\n"
        "  b: {conclusion: B., because: {id: y, from: e}}\n"
        "  c: {conclusion: C., because: {id: z, from: e}}\n  e: {evidence: E.}"
    )
    issue = "issues: {which: {positions: [a, b, c]}}"
    undecided = _told(statements, "a", rest=issue)
    assert undecided.splitlines()[0] == "a is undecided: b and c are undecided."
    preferred = f"{issue}\npreferences: [{{better: x, worse: y}}, {{better: x, worse: z}}]"
    assert _told(statements, "b", rest=preferred).splitlines()[0] == (
        "b is not established: its rival a stands."
    )
    two = f"{issue}\npreferences: [{{better: x, worse: z}}, {{better: y, worse: z}}]"
    assert "c is undecided" in _told(statements, "c", rest=two)


def test_a_step_is_explained_by_its_premises_and_its_undercuts() -> None:
    statements = (
        "  a: {conclusion: A., because: {id: s, from: b, unless: c}}\n"
        "  b: {premise: B.}\n  c: {conclusion: C.}"
    )
    assert _told(statements, "s") == (
        "The reason s holds, as b stands; the objection from c fails.\n"
        "b stands: the author puts it forward.\n"
        "c is not established: nothing in the map speaks for it."
    )
    assert _told(statements, "a", reject=("s",)) == (
        "a is not established: the reason s does not hold.\nThe reason s is taken away."
    )
    assert _told(statements, "s", reject=("b",)) == (
        "The reason s does not hold: b is not established.\nb is taken away."
    )


@pytest.mark.parametrize(
    ("step", "missing"),
    [
        ("{from: zebra}", "the map has no statement zebra"),
        ("{from: [b, other]}", "the map has no statement other"),
        ("{from: []}", "it has no premise"),
    ],
)
def test_what_is_missing_in_a_step(step: str, missing: str) -> None:
    m = loads(
        "argmap: 1\nstatements:\n"
        f"  a: {{conclusion: A., because: [{step}, {{id: other, from: b}}]}}\n  b: {{premise: B.}}"
    )
    name = m.steps[0].id
    assert why(label(m), name).endswith(f"does not hold: {missing}.")


def test_it_ends_where_it_is_told_to() -> None:
    chain = "\n".join(
        f"  s{number}: {{conclusion: S., because: s{number + 1}}}" for number in range(40)
    )
    m = loads(f"argmap: 1\nstatements:\n{chain}\n  s40: {{premise: S.}}")
    labelling = label(m)
    told = why(labelling, "s0", most=3).splitlines()
    assert len(told) == 4
    assert told[-1] == "Of what these rest on, 1 more is not explained here."
    assert len(why(labelling, "s0", most=100).splitlines()) == 41


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    m = loads("argmap: 1\nstatements:\n  demand: {premise: B.}")
    with pytest.raises(UnknownElement, match='did you mean "demand"'):
        why(label(m), "demnad")


_WORDS = {
    Label.IN: (" stands", " holds"),
    Label.OUT: (" is not established", " does not hold", " is taken away"),
    Label.UNDECIDED: (" is undecided",),
}


@given(maps(), st.data())
def test_the_first_sentence_says_the_label(drawn: ArgumentMap, data: st.DataObject) -> None:
    """Whatever the map, an explanation never contradicts the label."""
    labelling = label(drawn)
    if not len(labelling):
        return
    name = data.draw(st.sampled_from(list(labelling)))
    first = why(labelling, name).splitlines()[0]
    assert any(words in first for words in _WORDS[labelling[name]])
