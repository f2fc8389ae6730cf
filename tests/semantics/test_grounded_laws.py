"""Laws of the grounded labelling: its definition by brute force, and what may not change it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.model import (
    ArgumentMap,
    Attack,
    Issue,
    Kind,
    Leaves,
    Premise,
    Statement,
    Support,
)
from argmap.pipeline import loads
from argmap.pipeline.evaluating import label
from argmap.semantics.labelling import Label, Reason
from argmap.semantics.terms import Concessions, Terms
from tests.examples import scaled, sized
from tests.semantics.changed_maps import renamed, split, with_support, with_undercut
from tests.semantics.oracle import oracle
from tests.semantics.small_maps import Flavour, small_maps


def labels(argument_map: ArgumentMap, terms: Terms | None = None) -> dict[str, str]:
    return {name: found.value for name, found in label(argument_map, terms).items()}


@scaled(2000)
@given(small_maps(), st.data())
def test_a_labelling_is_what_the_definition_says(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    names = [*labels(argument_map)]
    reject = data.draw(st.lists(st.sampled_from(names), max_size=2), "reject")
    leaves = data.draw(st.sampled_from([None, *Leaves]), "leaves")
    concessions = data.draw(st.sampled_from(list(Concessions)), "concessions")
    terms = Terms(leaves=leaves, concessions=concessions, reject=reject)
    assert labels(argument_map, terms) == oracle(
        argument_map,
        reject,
        leaves=leaves,
        concessions_count=concessions is Concessions.COUNT,
    )


def test_what_is_rejected_no_longer_speaks_against_its_rivals() -> None:
    """Not by its reasons either, where one of them is worse than a reason of the rival."""
    argument_map = loads("""
argmap: 1
statements:
  p: {conclusion: P., because: v}
  q: {conclusion: Q., because: [w1, w2]}
  v: {premise: V.}
  w1: {premise: W.}
  w2: {premise: W.}
issues: {i: {positions: [p, q]}}
preferences: [{better: v>p, worse: w1>q}]
""")
    assert label(argument_map)["p"] is Label.UNDECIDED
    assert label(argument_map, Terms(reject=["q"]))["p"] is Label.IN
    assert oracle(argument_map, ["q"])["p"] == "in"


@given(small_maps())
def test_labelling_twice_gives_the_same(argument_map: ArgumentMap) -> None:
    first, second = label(argument_map), label(argument_map)
    assert [*first.items()] == [*second.items()]
    assert [*map(first.standing, first)] == [*map(second.standing, second)]


@given(small_maps(), st.permutations([f"n{number}" for number in range(8)]))
def test_names_do_not_matter(argument_map: ArgumentMap, new: list[str]) -> None:
    given_names = [statement.id for statement in argument_map.statements]
    other, names = renamed(argument_map, dict(zip(given_names, new, strict=False)))
    before, after = label(argument_map), label(other)
    assert {names[name]: before.standing(name)[:2] for name in before} == {
        name: after.standing(name)[:2] for name in after
    }


@given(small_maps(), st.data())
def test_the_order_of_statements_does_not_matter(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(argument_map.statements))
    assert labels(evolve(argument_map, statements=order)) == labels(argument_map)


@given(small_maps(Flavour(attacks=False, conflicts=False)))
def test_split_reasons_carry_no_less_where_nothing_attacks(argument_map: ArgumentMap) -> None:
    before, after = labels(argument_map), labels(split(argument_map))
    for statement in argument_map.statements:
        if before[statement.id] == "in":
            assert after[statement.id] == "in"


@scaled(1000)
@given(small_maps(Flavour(conflicts=False)), st.data())
def test_more_evidence_for_what_is_in_changes_nothing(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    before = labels(argument_map)
    holding = [
        statement.id
        for statement in argument_map.statements
        if before[statement.id] == "in" and statement.restates is None
    ]
    assume(holding)
    after = labels(with_support(argument_map, data.draw(st.sampled_from(holding), "target")))
    assert {name: after[name] for name in before} == before


@scaled(1000)
@given(small_maps(), st.data())
def test_an_undercut_by_an_axiom_is_a_rejection(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    steps = [step.id for step in argument_map.steps if not step.inference.strict]
    assume(steps)
    name = data.draw(st.sampled_from(steps), "step")
    undercut = labels(with_undercut(argument_map, name))
    rejected = labels(argument_map, Terms(reject=[name]))
    assert {one: undercut[one] for one in rejected} == rejected


def test_a_labelling_counts_its_labels_and_knows_its_map() -> None:
    argument_map = loads("argmap: 1\nstatements: {a: {premise: A., against: b}, b: {premise: B.}}")
    found = label(argument_map)
    assert repr(found) == "<Labelling: 2 in, 1 out, 0 undecided>"
    assert found.map is argument_map
    weighed = label(argument_map, semantics="carneades")
    assert repr(weighed) == "<CarneadesLabelling: 2 in, 1 out, 0 undecided>"


@given(small_maps())
def test_every_label_has_the_reason_it_should_have(argument_map: ArgumentMap) -> None:
    labelling = label(argument_map)
    for name in labelling:
        standing = labelling.standing(name)
        assert (standing.reason is None) == (standing.label is Label.IN)
        assert all(cause in labelling for cause in standing.causes)
        if standing.reason in {Reason.DEFEATED, Reason.UNDERCUT, Reason.PREMISE_OUT}:
            assert standing.causes


def claim(name: str, *because: str, against: Iterable[Attack] = ()) -> Statement:
    reasons = [Support(premises=[Premise(one)]) for one in because]
    return Statement(id=name, kind=Kind.CLAIM, text=name, because=reasons, against=against)


def test_a_long_chain_of_supports() -> None:
    count = sized(20_000, deep=100_000)
    chain = [claim(f"s{n}", f"s{n + 1}") for n in range(count)]
    labelling = label(ArgumentMap(statements=[*chain, claim(f"s{count}")]))
    assert len(labelling.having(Label.IN)) == 2 * count + 1
    labelling = label(ArgumentMap(statements=[*chain, claim(f"s{count}", "s0")]))
    assert labelling.standing("s0").reason is Reason.CIRCULAR


def test_a_chain_of_20000_attacks() -> None:
    count = 20_000
    chain = [
        claim(f"s{n}", against=[Attack(premises=[Premise(f"s{n + 1}")])]) for n in range(count)
    ]
    labelling = label(ArgumentMap(statements=[*chain, claim(f"s{count}")]))
    assert labelling["s0"] is Label.IN
    assert labelling["s1"] is Label.OUT
    loop = claim(f"s{count}", against=[Attack(premises=[Premise("s0")])])
    assert label(ArgumentMap(statements=[*chain, loop]))["s0"] is Label.UNDECIDED


def test_a_large_star_of_reasons() -> None:
    leaves = [claim(f"s{n}") for n in range(sized(20_000, deep=100_000))]
    centre = claim("c", *(leaf.id for leaf in leaves))
    labelling = label(ArgumentMap(statements=[centre, *leaves]))
    assert len(labelling.having(Label.OUT)) == 0


def test_an_issue_of_10000_positions() -> None:
    """Linear: with each rival in each rule it would take a hundred million entries."""
    count = 10_000
    names = [f"s{n}" for n in range(count)]
    argument_map = ArgumentMap(
        statements=[claim(name) for name in names], issues=[Issue(id="i", positions=names)]
    )
    assert len(label(argument_map).having(Label.UNDECIDED)) == count
    but_one = label(argument_map, Terms(reject=names[1:]))
    assert but_one.having(Label.IN) == ("s0",)
