"""Origins and grounds, held to definitions that take longer: walks over a small map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.graphs import Graph
from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    Kind,
    Place,
    Premise,
    Source,
    Speaker,
    Statement,
    Support,
)
from argmap.sources import repeats
from argmap.sources.auditing import Audit, audit
from argmap.sources.grounds import Ground, grounds
from argmap.sources.origins import SEVERAL, Origins
from argmap.sources.repeats import Repeats

NAMES = ("s0", "s1", "s2", "s3")
IDS = ("a", "b", "c", "d", "e", "f")


@st.composite
def sources(draw: st.DrawFn) -> list[Source]:
    """Sources that draw on each other, on themselves, and on one that is not declared."""
    drawn = st.lists(st.sampled_from([*NAMES, "gone"]), max_size=2, unique=True)
    return [Source(id=name, derived_from=draw(drawn)) for name in NAMES]


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Statements that support and attack each other and each other's steps, circles included."""
    statements = []
    for name in IDS:
        kind = draw(st.sampled_from([Kind.EVIDENCE, Kind.CLAIM, Kind.CLAIM]))
        of = draw(st.lists(st.sampled_from([*NAMES, "gone"]), max_size=2))
        names = st.lists(st.sampled_from([*IDS, "nobody"]), min_size=1, max_size=2, unique=True)
        backing = st.lists(
            names.map(lambda ids: Support(premises=[Premise(one) for one in ids])), max_size=1
        )
        because = draw(st.lists(st.tuples(names, backing), max_size=3))
        against = draw(st.lists(st.tuples(names, backing), max_size=1))
        statements.append(
            Statement(
                id=name,
                kind=kind,
                text=name,
                anchors=[Anchor(source=one) for one in of],
                because=[
                    Support(id=f"{name}{n}", premises=[Premise(one) for one in ids], backing=behind)
                    for n, (ids, behind) in enumerate(because)
                ],
                against=[
                    Attack(id=f"{name}x{n}", premises=[Premise(one) for one in ids], backing=behind)
                    for n, (ids, behind) in enumerate(against)
                ],
            )
        )
    return ArgumentMap(statements=statements, sources=draw(sources()), main=["a"])


def reached(start: str, drawn_on: dict[str, tuple[str, ...]]) -> set[str]:
    """All that a source draws on, by way of others too."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in drawn_on.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


@given(sources())
def test_roots_draw_on_nothing_but_each_other(declared: list[Source]) -> None:
    origins = Origins(ArgumentMap(sources=declared))
    drawn_on = origins.drawn_on
    for name in NAMES:
        behind = {one: reached(one, drawn_on) for one in (name, *reached(name, drawn_on))}
        ends = {one for one in behind if all(one in behind[other] for other in behind[one])}
        tangles = {min({one, *behind[one]}, key=origins.names.index) for one in ends}
        assert set(origins.roots[name]) == tangles
        only = origins.names.index(min(tangles)) if len(tangles) == 1 else SEVERAL
        assert origins.root[name] == only


def under(argument_map: ArgumentMap, name: str) -> set[str]:
    """The evidence that leads to a statement or step by supports."""
    return {
        one
        for one in _below(Graph(argument_map), name)
        # All that goes by one of these ids is a statement.
        if one in IDS and argument_map[one].kind is Kind.EVIDENCE  # type: ignore[union-attr]
    }


def _below(graph: Graph, name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += _grounds_of(graph, here)
    return found


def _grounds_of(graph: Graph, name: str) -> Iterator[str]:
    for step, premises in graph.resolved:
        if step.target == name and step.is_support:
            yield step.id
        if step.id == name and step.is_support:
            yield from premises


@given(maps())
def test_a_ground_is_what_all_evidence_under_an_element_makes(argument_map: ArgumentMap) -> None:
    graph = Graph(argument_map)
    origins = Origins(argument_map)
    found = grounds(graph, origins)
    numbered = graph.numbered
    for name in IDS:
        evidence = under(argument_map, name)
        ground = found.get(numbered.node(name))
        assert (ground is None) == (not evidence)
        if ground is not None:
            only = numbered.node(*evidence) if len(evidence) == 1 else SEVERAL
            assert ground.evidence == only
            assert ground.root == _only_root(argument_map, origins, evidence)


def _only_root(argument_map: ArgumentMap, origins: Origins, evidence: set[str]) -> int:
    roots = set()
    for name in evidence:
        of = origins.of(argument_map[name].anchors)
        # Of a source with several roots, and of none, more than one is assumed.
        roots |= {origins.root[one] for one in of} or {SEVERAL}
    return roots.pop() if len(roots) == 1 else SEVERAL


@given(maps())
def test_evidence_is_told_where_two_reasons_have_it(argument_map: ArgumentMap) -> None:
    graph = Graph(argument_map)
    found = Repeats(graph)
    ids = graph.numbered.ids
    told = {ids[node]: {ids[one] for one in found.evidence(mask)} for node, mask in found.twice()}
    for name in IDS:
        if name in _circular(graph, name):
            continue
        seen: set[str] = set()
        expected: set[str] = set()
        for step in graph.supports(name):
            evidence = under(argument_map, step.id)
            expected |= seen & evidence
            seen |= evidence
        assert told.get(name, set()) == expected
    assert found.complete


def _circular(graph: Graph, name: str) -> set[str]:
    """The elements that a statement rests on, itself included only where it rests on itself."""
    return {one for below in _grounds_of(graph, name) for one in _below(graph, below)}


@given(maps())
def test_an_audit_tells_the_roots_under_each_reason(argument_map: ArgumentMap) -> None:
    graph = Graph(argument_map)
    found = audit(graph)
    origins = Origins(argument_map)
    compared = {one.conclusion: one for one in found.independence}
    for name in IDS:
        grounded = [s.id for s in graph.supports(name) if under(argument_map, s.id)]
        assert (name in compared) == (name == "a" or len(grounded) > 1)
    for one in found.independence:
        assert [reason.id for reason in one.reasons] == [
            step.id for step in graph.supports(one.conclusion)
        ]
        for reason in one.reasons:
            evidence = under(argument_map, reason.id)
            of = [origins.of(argument_map[name].anchors) for name in evidence]
            assert set(reason.roots) == {r for names in of for n in names for r in origins.roots[n]}
            assert reason.unsourced == (not all(of))
            assert reason.has_evidence == bool(evidence)


def _audit(*statements: Statement, text: str | None = None) -> Audit:
    declared = [Source(id="text"), Source(id="poll"), Source(id="unused")]
    return audit(Graph(ArgumentMap(statements=statements, sources=declared, text=text)))


def test_an_audit_names_who_is_anchored_and_where_it_is_read() -> None:
    a = Statement(id="a", kind=Kind.CLAIM, text="A.", anchors=[Anchor(where=Place(1))])
    at = [Anchor(source="poll", via=Place(1, 2)), Anchor(source="poll", via=Place(1, 3))]
    b = Statement(id="b", kind=Kind.EVIDENCE, text="B.", anchors=at)
    by = [Speaker("C", anchors=[Anchor(source="poll")])]
    c = Statement(id="c", kind=Kind.CLAIM, text="C.", by=by)
    found = [
        (one.source.id, one.statements, one.read_at) for one in _audit(a, b, c, text="text").origins
    ]
    assert found == [("text", ("a",), ()), ("poll", ("b", "c"), ("p1.2", "p1.3"))]


def test_an_audit_names_the_root_to_which_nothing_is_anchored() -> None:
    a = Statement(id="a", kind=Kind.CLAIM, text="A.", anchors=[Anchor(source="paper")])
    declared = [Source(id="paper", derived_from=["wire"]), Source(id="wire"), Source(id="other")]
    found = audit(Graph(ArgumentMap(statements=[a], sources=declared)))
    told = [(one.source.id, one.statements, one.roots) for one in found.origins]
    assert told == [("paper", ("a",), ("wire",)), ("wire", (), ("wire",))]


def test_an_audit_names_what_is_not_stated() -> None:
    data = {"n": "not stated", "period": " Not stated", "unit": "boats", "value": 1}
    # The converter takes a dictionary, which the type of the field does not say.
    a = Statement(id="a", kind=Kind.EVIDENCE, text="A.", data=data)  # type: ignore[arg-type]
    b = Statement(id="b", kind=Kind.EVIDENCE, text="B.")
    assert [(one.statement, one.fields) for one in _audit(a, b).not_stated] == [
        ("a", ("n", "period"))
    ]


def test_another_ground_that_adds_nothing_leaves_a_ground_the_same() -> None:
    one, other = Ground(1, 2, 4), Ground(3, 2, 8)
    both = one.with_another(other)
    assert (both.evidence, both.root, both.ratings) == (SEVERAL, 2, 12)
    assert both.with_another(one) is both


def _wide(count: int) -> ArgumentMap:
    """Many pieces of evidence, each in two reasons and of a source of its own."""
    pieces = [f"e{number}" for number in range(count)]
    reasons = [Support(id=f"r{n}{one}", premises=[Premise(one)]) for n in "ab" for one in pieces]
    evidence = [
        Statement(id=one, kind=Kind.EVIDENCE, text=one, anchors=[Anchor(source=f"s-{one}")])
        for one in pieces
    ]
    main = Statement(id="m", kind=Kind.CLAIM, text="M.", because=reasons)
    declared = [Source(id=f"s-{one}") for one in pieces]
    return ArgumentMap(statements=[main, *evidence], sources=declared)


def test_of_too_many_forks_the_first_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "MOST_FORKS", 2)
    graph = Graph(_wide(3))
    found = Repeats(graph)
    assert not found.complete
    [(node, mask)] = found.twice()
    ids = graph.numbered.ids
    assert (ids[node], [ids[one] for one in found.evidence(mask)]) == ("m", ["e0", "e1"])


def test_of_too_many_roots_the_first_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.sources.auditing.MOST_ROOTS", 2)
    found = audit(Graph(_wide(3)))
    assert not found.complete
    assert found.independence[0].roots == ("s-e0", "s-e1")
    assert found.independence[0].shared == {"s-e0": ("rae0", "rbe0"), "s-e1": ("rae1", "rbe1")}


def test_a_deep_map_is_walked_without_recursion() -> None:
    depth = 20_000
    chain = [
        Statement(
            id=f"c{n}",
            kind=Kind.CLAIM,
            text="C.",
            because=[Support(premises=[Premise(f"c{n + 1}")])],
        )
        for n in range(depth)
    ]
    last = Statement(
        id=f"c{depth}", kind=Kind.EVIDENCE, text="E.", anchors=[Anchor(source=f"s{depth}")]
    )
    declared = [Source(id=f"s{n}", derived_from=[f"s{n - 1}"]) for n in range(1, depth + 1)]
    argument_map = ArgumentMap(statements=[*chain, last], sources=declared, main=["c0"])
    graph, origins = Graph(argument_map), Origins(argument_map)
    assert origins.names[grounds(graph, origins)[0].root] == "s0"
    assert audit(graph).independence[0].roots == ("s0",)
    assert list(Repeats(graph).twice()) == []
