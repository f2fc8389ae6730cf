"""The graph of a map in the formats of other programs.

Only what the peers need for the same graph is written: texts, kinds and edges. Types, places and
sources stay behind, so a peer has less to read than argmap has.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from argmap.model import ArgumentMap, Support

_TIMESTAMP = "2025-05-08 12:00:00"


class Written(NamedTuple):
    """A file for a peer, and what the peer should see in it."""

    text: str
    nodes: int
    edges: int


def aif(argument_map: ArgumentMap, *, timed: bool = True) -> Written:
    """Return a map as AIF JSON: a node for each statement and each step, an edge for each role.

    Args:
        argument_map: the map.
        timed: whether nodes have timestamps, as in every file that AIFdb hands out.
    """
    nodes = [
        _aif_node(statement.id, "I", statement.text or "") for statement in argument_map.statements
    ]
    edges: list[dict[str, str | None]] = []
    for step in argument_map.steps:
        supports = isinstance(step.inference, Support)
        text = "Default Inference" if supports else "Default Conflict"
        nodes.append(_aif_node(step.id, "RA" if supports else "CA", text))
        ends = [(premise.statement, step.id) for premise in step.inference.premises]
        for source, target in [*ends, (step.id, step.target)]:
            edges.append(
                {
                    "edgeID": str(len(edges)),
                    "fromID": source,
                    "toID": target,
                    "formEdgeID": None,
                }
            )
    if timed:
        nodes = [node | {"timestamp": _TIMESTAMP} for node in nodes]
    graph = {"nodes": nodes, "edges": edges, "locutions": []}
    return Written(json.dumps(graph), len(nodes), len(edges))


def _aif_node(name: str, kind: str, text: str) -> dict[str, str]:
    return {"nodeID": name, "text": text, "type": kind}


def arglib(argument_map: ArgumentMap) -> Written:
    """Return a map as the JSON of arglib: a unit for each statement, a relation for each premise.

    A step with more than one premise, or with an attack on it, has a warrant, which ties its
    relations together and bears the attack.
    """
    steps = list(argument_map.steps)
    names = {step.id for step in steps}
    undercut = {step.target for step in steps if step.target in names}
    warrants: dict[str, dict[str, Any]] = {}
    relations: list[dict[str, Any]] = []
    attacks: list[dict[str, str]] = []
    for step in steps:
        premises = [premise.statement for premise in step.inference.premises]
        if step.target in names:
            attacks.extend({"src": name, "warrant_id": step.target} for name in premises)
            continue
        relation: dict[str, Any] = {
            "dst": step.target,
            "kind": "support" if isinstance(step.inference, Support) else "attack",
        }
        if len(premises) > 1 or step.id in undercut:
            warrants[step.id] = {"id": step.id, "text": step.id}
            relation |= {"warrant_ids": [step.id], "gate_mode": "AND"}
        relations.extend({"src": name, **relation} for name in premises)
    units = {
        statement.id: {"id": statement.id, "text": statement.text or ""}
        for statement in argument_map.statements
    }
    graph = {
        "units": units,
        "warrants": warrants,
        "relations": relations,
        "warrant_attacks": attacks,
        "metadata": {},
    }
    return Written(json.dumps(graph), len(units), len(relations) + len(attacks))
