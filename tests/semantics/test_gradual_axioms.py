"""The axioms of gradual semantics, on one statement with supports and attacks.

Which hold, the table in `docs/explanation/strength.md` says. "Interior" is a base score between 0
and 1, and strengths below 1; "closed" has the ends as well. What fails, fails as recorded.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from argmap.semantics.gradual.formulas import GRADUAL_SEMANTICS
from tests.semantics.vector_maps import VECTORS
from tests.semantics.weighted_maps import SEMANTICS

NAMES = tuple(SEMANTICS)
RECORD = json.loads((VECTORS / "gradual_axioms.json").read_text())

#: Rounding, and no more.
EXACT = 1e-9
CLOSED = st.integers(0, 10).map(lambda number: number / 10)
BASE = st.integers(1, 9).map(lambda number: number / 10)
BELOW_ONE = st.integers(0, 9).map(lambda number: number / 10)
ANY = st.floats(0.0, 1.0)


class Node(NamedTuple):
    """A base score, supports, attacks; and one more strength."""

    w: float
    sup: list[float]
    att: list[float]
    more: float


def nodes(
    name: str, base: st.SearchStrategy[float], strengths: st.SearchStrategy[float]
) -> st.SearchStrategy[Node]:
    few = st.lists(strengths, max_size=3)
    supports = few if GRADUAL_SEMANTICS[SEMANTICS[name]].takes_supports else st.just([])
    plain = st.builds(Node, base, supports, few, strengths)
    return plain.flatmap(_or_outdone) if supports is few else plain


def _or_outdone(node: Node) -> st.SearchStrategy[Node]:
    """The node, or one in which attacks or supports are those of the other side and one more."""
    return st.sampled_from(
        [
            node,
            node._replace(att=[*node.sup, node.more]),
            node._replace(sup=[*node.att, node.more]),
        ]
    )


#: Whether a law holds of a node; None where it says nothing of it.
Formula = Callable[[float, Sequence[float], Sequence[float]], float]
Law = Callable[[Formula, Node], bool | None]


def bounds(f: Formula, n: Node) -> bool:
    return 0.0 <= f(n.w, n.sup, n.att) <= 1.0


def stability(f: Formula, n: Node) -> bool:
    return abs(f(n.w, [], []) - n.w) <= EXACT


def neutrality(f: Formula, n: Node) -> bool:
    here = f(n.w, n.sup, n.att)
    supported, attacked = f(n.w, [*n.sup, 0.0], n.att), f(n.w, n.sup, [*n.att, 0.0])
    return abs(supported - here) <= EXACT and abs(attacked - here) <= EXACT


def monotony_weak(f: Formula, n: Node) -> bool:
    """One more attack never raises its target, and one more support never lowers it."""
    here = f(n.w, n.sup, n.att)
    attacked, supported = f(n.w, n.sup, [*n.att, n.more]), f(n.w, [*n.sup, n.more], n.att)
    return attacked <= here + EXACT and supported >= here - EXACT


def monotony_strict(f: Formula, n: Node) -> bool | None:
    """One more attack lowers its target, unless that has strength 0 already."""
    here = f(n.w, n.sup, n.att)
    if not (here > 0.0 and n.more > 0.0):
        return None
    return f(n.w, n.sup, [*n.att, n.more]) < here


def reinforcement_strict(f: Formula, n: Node) -> bool | None:
    """A stronger attack in the place of one lowers the target, unless that has strength 0."""
    here = f(n.w, n.sup, n.att)
    if not (here > 0.0 and n.att and n.more > n.att[0]):
        return None
    return f(n.w, n.sup, [n.more, *n.att[1:]]) < here


def resilience(f: Formula, n: Node) -> bool | None:
    if not (0.0 < n.w < 1.0):
        return None
    return bool(0.0 < f(n.w, n.sup, n.att) < 1.0)


def franklin(f: Formula, n: Node) -> bool:
    """An attack and a support of one strength cancel out."""
    both = f(n.w, [*n.sup, n.more], [*n.att, n.more])
    return bool(abs(both - f(n.w, n.sup, n.att)) <= EXACT)


def _outdo(strong: Sequence[float], weak: Sequence[float]) -> bool:
    """Whether each of some strengths has one as great among others, and they are more."""
    ours, theirs = sorted(strong, reverse=True), sorted(weak, reverse=True)
    ours, theirs = [one for one in ours if one > 0.0], [one for one in theirs if one > 0.0]
    if len(ours) < len(theirs):
        return False
    covered = all(one >= other for one, other in zip(ours, theirs, strict=False))
    return covered and ours != theirs


def weakening(f: Formula, n: Node) -> bool | None:
    """Attacks that outdo the supports leave a statement below its base score."""
    if not (n.w > 0.0 and _outdo(n.att, n.sup)):
        return None
    return f(n.w, n.sup, n.att) < n.w


def strengthening(f: Formula, n: Node) -> bool | None:
    if not (n.w < 1.0 and _outdo(n.sup, n.att)):
        return None
    return f(n.w, n.sup, n.att) > n.w


def balance_iff(f: Formula, n: Node) -> bool:
    """Below its base score only with a live attack, above it only with a live support."""
    here = f(n.w, n.sup, n.att)
    return (here >= n.w - EXACT or any(n.att)) and (here <= n.w + EXACT or any(n.sup))


def duality(f: Formula, n: Node) -> bool:
    return bool(abs(f(1.0 - n.w, n.att, n.sup) - (1.0 - f(n.w, n.sup, n.att))) <= EXACT)


def open_minded(f: Formula, n: Node) -> bool:
    """Enough attacks push anything below .02."""
    return f(n.w, [], [1.0] * 60) < 0.02


LAWS: dict[str, Law] = {
    law.__name__: law
    for law in (
        bounds,
        stability,
        neutrality,
        monotony_weak,
        monotony_strict,
        reinforcement_strict,
        resilience,
        franklin,
        weakening,
        strengthening,
        balance_iff,
        duality,
        open_minded,
    )
}
#: Strict laws are about the steps of .1 that the record was made with: floats a hair apart are
#: moved by less than they can tell.
STRICT = {"monotony_strict", "reinforcement_strict", "resilience", "weakening", "strengthening"}

CASES = [
    pytest.param(domain, name, law, id=f"{domain}-{name}-{law}")
    for domain in ("interior", "closed")
    for name in NAMES
    for law, said in RECORD[domain][name].items()
    if said == "holds"
]
FAILURES = [
    pytest.param(name, law, said["fails"], id=f"{domain}-{name}-{law}")
    for domain in ("interior", "closed")
    for name in NAMES
    for law, said in RECORD[domain][name].items()
    if isinstance(said, dict)
]


@pytest.mark.parametrize(("domain", "name", "law"), CASES)
def test_axiom(domain: str, name: str, law: str) -> None:
    """What the record says to hold, holds; the laws that are not strict for any floats at all."""
    semantics = GRADUAL_SEMANTICS[SEMANTICS[name]]
    assume_supports = semantics.takes_supports or law not in {"franklin", "duality"}
    assert assume_supports, "the record asks for supports of what takes none"
    if domain == "interior":
        base, strengths = BASE, BELOW_ONE
    else:
        base, strengths = CLOSED, CLOSED
        if law not in STRICT:
            base, strengths = base | ANY, strengths | ANY
    if law == "open_minded":
        base = CLOSED if domain == "closed" else BASE

    # Some laws are about few of the nodes, and by chance about none of the first.
    @settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
    @given(nodes(name, base, strengths))
    def holds(node: Node) -> None:
        if not semantics.takes_supports and law == "monotony_weak":
            here = semantics.strength(node.w, [], node.att)
            assert semantics.strength(node.w, [], [*node.att, node.more]) <= here + EXACT
        elif law == "neutrality" and not semantics.takes_supports:
            assert neutrality(lambda w, _, att: semantics.strength(w, [], att), node)
        else:
            found = LAWS[law](semantics.strength, node)
            assume(found is not None)
            assert found

    holds()


def _again(name: str, law: str, case: dict[str, Any]) -> tuple[float, ...]:
    """What a recorded counterexample gives now, in the order in which it was recorded."""
    f = GRADUAL_SEMANTICS[SEMANTICS[name]].strength
    if law == "open_minded":
        return (f(case["w"], [], [1.0] * 60),)
    w, sup, att = case["w"], case["sup"], case["att"]
    here = f(w, sup, att)
    if law == "monotony_strict":
        return here, f(w, sup, [*att, case["add_attacker"]])
    if law == "reinforcement_strict":
        raised = case["attacker_raised_to"]
        return here, f(w, sup, [raised, *att[1:]])
    if law == "franklin":
        return here, f(w, [*sup, case["pair"]], [*att, case["pair"]])
    if law == "duality":
        return here, f(1.0 - w, att, sup)
    return (here,)


@pytest.mark.parametrize(("name", "law", "case"), FAILURES)
def test_recorded_counterexample(name: str, law: str, case: dict[str, Any]) -> None:
    f = GRADUAL_SEMANTICS[SEMANTICS[name]].strength
    recorded = [case[key] for key in ("before", "after", "value", "dual") if key in case]
    assert _again(name, law, case) == pytest.approx(recorded, abs=EXACT)
    more = case.get("add_attacker", case.get("attacker_raised_to", case.get("pair", 0.5)))
    node = Node(case["w"], case.get("sup", []), case.get("att", []), more)
    assert LAWS[law](f, node) is False


def test_the_record_is_the_table() -> None:
    assert len(CASES) + len(FAILURES) == sum(
        said != "n/a"
        for domain in ("interior", "closed")
        for name in NAMES
        for said in RECORD[domain][name].values()
    )
    assert all(set(RECORD["closed"][name]) == set(LAWS) for name in NAMES)


@given(CLOSED, st.lists(CLOSED, max_size=5), st.lists(CLOSED, max_size=5), st.randoms())
def test_anonymity(w: float, sup: list[float], att: list[float], dice: Any) -> None:
    """The order of supports and of attacks does not matter."""
    for name in NAMES[:3]:
        f = GRADUAL_SEMANTICS[SEMANTICS[name]].strength
        here = f(w, sup, att)
        assert f(w, dice.sample(sup, len(sup)), dice.sample(att, len(att))) == pytest.approx(here)


@pytest.mark.parametrize("name", NAMES[:3])
def test_the_euler_based_semantics_never_falls_below_the_square(name: str) -> None:
    semantics = GRADUAL_SEMANTICS[SEMANTICS[name]]
    lowest = semantics.strength(0.5, [], [1.0] * 60)
    assert (lowest >= 0.25) == (name == "euler")
