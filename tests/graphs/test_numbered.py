"""The graph in numbers says what the graph in names says."""

from __future__ import annotations

from itertools import chain

from hypothesis import given

from argmap.graphs import Graph
from argmap.model import ArgumentMap, Kind, Premise, Statement, Support
from argmap.schemes import catalogue
from tests.rules.random_maps import maps


@given(maps())
def test_numbers_stand_for_the_names_of_the_graph(argument_map: ArgumentMap) -> None:
    """Nodes are ids, be they shared or undefined, and each id is one node."""
    graph = Graph(argument_map, catalogue())
    numbered = graph.numbered
    ids = numbered.ids
    assert len(ids) == numbered.count
    assert [ids[node] for node in numbered.statement_nodes] == [
        statement.id for statement in argument_map.statements
    ]
    assert [ids[node] for node in numbered.step_nodes] == [step.id for step in graph.steps]
    assert [ids[node] for node in numbered.targets] == [step.target for step in graph.steps]
    assert [tuple(ids[node] for node in nodes) for nodes in numbered.premises] == [
        names for _, names in graph.resolved
    ]
    assert numbered.supports == [step.is_support for step in graph.steps]
    nodes = {*numbered.statement_nodes, *numbered.step_nodes, *chain(*numbered.premises)}
    assert len({ids[node] for node in nodes}) == len(nodes)


@given(maps())
def test_elements_come_before_names_of_nothing(argument_map: ArgumentMap) -> None:
    """Statements are the first nodes, steps the next, undefined names the last."""
    graph = Graph(argument_map, catalogue())
    numbered = graph.numbered
    for node in {*numbered.statement_nodes, *numbered.step_nodes, *chain(*numbered.premises)}:
        element = graph.find(numbered.ids[node])
        if node < numbered.first_step:
            assert element is argument_map.statements[node]
        elif node < numbered.first_undefined:
            assert element is graph.steps[node - numbered.first_step]
        else:
            assert element is None
    assert numbered.dangling == {
        step
        for step, (_, names) in enumerate(graph.resolved)
        if any(graph.find(name) is None for name in names)
    }


@given(maps())
def test_edges_are_those_of_the_indexes_by_name(argument_map: ArgumentMap) -> None:
    """What is aimed at a node and what starts from it are the steps that name its id."""
    graph = Graph(argument_map, catalogue())
    numbered = graph.numbered
    for node in {*numbered.statement_nodes, *numbered.step_nodes, *chain(*numbered.premises)}:
        name = numbered.ids[node]
        aimed = [graph.resolved[step] for step in numbered.aimed_at[node]]
        assert aimed == list(graph.by_target.get(name, ()))
        assert aimed == [each for each in graph.resolved if each[0].target == name]
        using = [graph.steps[step] for step in numbered.used_in[node]]
        assert using == list(graph.used.get(name, ()))
        assert using == [step for step, names in graph.resolved for used in names if used == name]


@given(maps())
def test_what_leads_to_a_node_is_the_closure_of_its_edges(argument_map: ArgumentMap) -> None:
    """Premises lead to their step, steps to their target; of two with one id the first counts."""
    numbered = Graph(argument_map, catalogue()).numbered
    edges = set(zip(numbered.step_nodes, numbered.targets, strict=True))
    for step, premises in enumerate(numbered.premises):
        if numbered.step_nodes[step] == numbered.first_step + step:
            edges |= {(premise, numbered.step_nodes[step]) for premise in premises}
    for start in {*numbered.statement_nodes, *numbered.step_nodes}:
        reached: set[int] = set()
        while True:
            more = {a for a, b in edges if b == start or b in reached} - reached
            if not more:
                break
            reached |= more
        assert numbered.leading_to([start]) == reached


def test_a_long_chain_is_no_depth() -> None:
    length = 20_000
    statements = [
        Statement(
            id=f"s{number}",
            kind=Kind.CLAIM,
            text="It runs.",
            because=[Support(premises=[Premise(f"s{number + 1}")])] if number < length else [],
        )
        for number in range(length + 1)
    ]
    numbered = Graph(ArgumentMap(statements=statements)).numbered
    assert len(numbered.leading_to([0])) == 2 * length
