"""Edges that no layout engine can find contradictory."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.graphs import strongly_connected
from argmap.views.edges import Edge, in_order

NODES = "abcdefgh"
PAIRS = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=30, unique=True
)


def ends(edge: Edge) -> tuple[str, str]:
    """The ends as the engine sees them."""
    return (edge.head, edge.tail) if edge.turned else (edge.tail, edge.head)


@given(PAIRS, st.permutations(NODES))
def test_each_edge_comes_once_and_none_closes_a_circle(
    pairs: list[tuple[str, str]], begin: list[str]
) -> None:
    found = in_order([Edge(tail, head, "") for tail, head in pairs], begin)
    assert sorted((edge.tail, edge.head) for edge in found) == sorted(pairs)
    straight = [ends(edge) for edge in found if edge.tail != edge.head]
    following = {node: [head for tail, head in straight if tail == node] for node in NODES}
    assert all(len(part) == 1 for part in strongly_connected(NODES, following.__getitem__))


@given(PAIRS, st.permutations(NODES))
def test_the_orders_that_nodes_ask_for_agree(
    pairs: list[tuple[str, str]], begin: list[str]
) -> None:
    found = in_order([Edge(tail, head, "") for tail, head in pairs], begin)
    before: dict[str, set[str]] = {node: set() for node in NODES}
    for node in NODES:
        heads = [ends(edge)[1] for edge in found if ends(edge)[0] == node]
        for one, other in pairwise(heads):
            if one != other:
                before[one].add(other)
    assert all(len(part) == 1 for part in strongly_connected(NODES, before.__getitem__))


def test_a_tree_keeps_the_authors_order() -> None:
    pairs = [("a", "b"), ("a", "c"), ("b", "d"), ("b", "e"), ("c", "f")]
    found = in_order([Edge(tail, head, "") for tail, head in pairs], "abcdef")
    assert [(edge.tail, edge.head) for edge in found] == pairs
    assert not any(edge.turned for edge in found)


def test_an_edge_as_dot() -> None:
    assert str(Edge("a", "b", "x=y")) == "\ta -> b [x=y]\n"
    assert str(Edge("a", "b", "x=y", "tee", 3, " z=1")) == (
        "\ta -> b [x=y arrowtail=tee weight=3 z=1]\n"
    )
    assert str(Edge("a", "b", "x=y", "tee", 3, " z=1", turned=True)) == (
        "\tb -> a [x=y dir=forward arrowhead=tee weight=3]\n"
    )
