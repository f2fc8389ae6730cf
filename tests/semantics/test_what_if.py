"""What if something is taken away, and what falls with sources."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.errors import UnknownElement
from argmap.model import ArgumentMap, Status
from argmap.pipeline import graph, loads
from argmap.pipeline.evaluating import label
from argmap.pipeline.supposing import critical_sets as critical_sets_of
from argmap.pipeline.supposing import what_if
from argmap.semantics.labelling import Label, Reason
from argmap.semantics.source_rejection import resting_on
from argmap.semantics.terms import Terms
from tests.examples import scaled
from tests.semantics.small_maps import SOURCES, Flavour, small_maps

# What if


@given(small_maps())
def test_taking_nothing_away_changes_nothing(argument_map: ArgumentMap) -> None:
    found = what_if(argument_map, [])
    assert found.changes == ()
    assert dict(found.before) == dict(found.after) == dict(label(argument_map))
    assert all(one.before == one.after for one in found.conclusions)


@given(small_maps(), st.data())
def test_what_if_says_every_change_once(argument_map: ArgumentMap, data: st.DataObject) -> None:
    names = [*label(argument_map)]
    reject = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3), "reject")
    already = data.draw(st.lists(st.sampled_from(names), max_size=1), "already")
    found = what_if(argument_map, reject, Terms(reject=already))
    before = label(argument_map, Terms(reject=already))
    after = label(argument_map, Terms(reject=[*already, *reject]))
    assert [one.element for one in found.changes] == [
        name for name in before if before[name] is not after[name]
    ]
    for one in found.changes:
        assert (one.before, one.after) == (
            before.standing(one.element),
            after.standing(one.element),
        )
    parts = [*found.fallen, *found.risen, *found.unsettled]
    assert sorted(parts, key=found.changes.index) == [*found.changes]
    assert {one.after.label for one in found.fallen} <= {Label.OUT}
    assert {one.after.label for one in found.risen} <= {Label.IN}
    assert [one.element for one in found.conclusions] == [*graph(argument_map).main]
    again = what_if(argument_map, [*reject, *reject], Terms(reject=[*already, *reject]))
    assert again.changes == ()


@scaled(1000)
@given(small_maps(), st.data())
def test_rejecting_is_dropping_all_that_speaks_for_it(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    """Without its rules: a statement that is raised, not asserted, and has no reasons."""
    statements = [s for s in argument_map.statements if s.restates is None]
    chosen = data.draw(st.sampled_from(statements), "statement")
    assumed = {name for step in argument_map.inferences for name in step.assumed}
    assume(not assumed)  # a premise that is dropped with its step would no longer be assumed
    bare = evolve(chosen, because=(), status=Status.RAISED)
    kept = [bare if one is chosen else one for one in argument_map.statements]
    preferences = [
        one for one in argument_map.preferences if f">{chosen.id}" not in one.better + one.worse
    ]
    dropped = label(evolve(argument_map, statements=kept, preferences=preferences))
    rejected = label(argument_map, Terms(reject=[chosen.id]))
    names = [s.id for s in argument_map.statements]
    assert [dropped[name] for name in names] == [rejected[name] for name in names]


def test_a_second_mention_falls_with_its_original_and_the_other_way_round() -> None:
    argument_map = loads("""
argmap: 1
main: c
statements:
  c: {conclusion: C., because: p}
  p: {premise: P.}
  again: {premise: P again., restates: p}
""")
    found = what_if(argument_map, "again")
    assert [one.element for one in found.fallen] == ["c", "p", "again", "p>c"]
    assert found.rejected == ("again",)
    (conclusion,) = found.conclusions
    assert (conclusion.element, conclusion.after.reason, conclusion.after.causes) == (
        "c",
        Reason.UNSUPPORTED,
        ("p>c",),
    )
    assert critical_sets_of(argument_map, "c", candidates=["again", "p"]).sets == (("p",),)


def test_taking_away_the_defence_brings_back_the_objection() -> None:
    argument_map = loads("""
argmap: 1
statements:
  c: {conclusion: C., because: p, against: o}
  p: {premise: P.}
  o: {premise: O., against: r}
  r: {premise: R.}
""")
    assert {one.element for one in what_if(argument_map, ["r"]).risen} == {"o", "o!c"}
    assert what_if(argument_map, ["o", "r"]).after["c"] is Label.IN
    with pytest.raises(UnknownElement, match="no statement, step or source 'q'"):
        what_if(argument_map, ["q"])


# Sources

SOURCED = Flavour(sources=True, mentions=False)


@given(small_maps(SOURCED), st.sets(st.sampled_from(SOURCES)), st.sets(st.sampled_from(SOURCES)))
def test_more_sources_take_more_evidence(
    argument_map: ArgumentMap, some: set[str], others: set[str]
) -> None:
    both = {*resting_on(argument_map, *some, *others)}
    assert {*resting_on(argument_map, *some)} | {*resting_on(argument_map, *others)} <= both
    assert resting_on(argument_map) == ()
    anchored = {one.id for one in argument_map.statements if one.is_evidence and one.anchors}
    assert {*resting_on(argument_map, *SOURCES)} == anchored


@given(small_maps(SOURCED), st.sets(st.sampled_from(SOURCES)))
def test_rejecting_sources_is_rejecting_what_rests_on_them(
    argument_map: ArgumentMap, sources: set[str]
) -> None:
    carried = resting_on(argument_map, *sources)
    assert dict(label(argument_map, Terms(reject=sources))) == dict(
        label(argument_map, Terms(reject=carried))
    )
