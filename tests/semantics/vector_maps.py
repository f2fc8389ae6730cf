"""Maps of the published vectors, by the one adapter that reads them.

A vector names steps freely, gives bases directly, and writes what speaks against a step under some
circumstance as an exception premise; a map has an attack on the step for it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from argmap.graphs import Graph
from argmap.model import (
    ArgumentMap,
    Attack,
    Issue,
    Kind,
    Preference,
    Premise,
    PremiseKind,
    Statement,
    Support,
)
from argmap.semantics.basis import Basis

VECTORS = Path(__file__).parent / "vectors"


def vectors(name: str) -> list[Any]:
    """Return the vectors in a file."""
    found: list[Any] = json.loads((VECTORS / f"{name}.json").read_text())["vectors"]
    return found


def argument_map(vector: dict[str, Any]) -> ArgumentMap:
    """Return the map of a vector; ids of steps are those of the vector."""
    steps = vector["inferences"]
    below: dict[str, list[str]] = {}
    for name, step in steps.items():
        below.setdefault(step["target"], []).append(name)

    def made(name: str) -> Support | Attack:
        step = steps[name]
        cls = Support if step["polarity"] == "support" else Attack
        inner = [made(one) for one in below.get(name, ())]
        exceptions = [
            Attack(premises=[Premise(premise["id"])])
            for premise in step["premises"]
            if premise["kind"] == "exception"
        ]
        return cls(
            id=name,
            premises=[
                Premise(premise["id"], None, PremiseKind(premise["kind"]))
                for premise in step["premises"]
                if premise["kind"] != "exception"
            ],
            unless=[*(one for one in inner if isinstance(one, Attack)), *exceptions],
            backing=[one for one in inner if isinstance(one, Support)],
            strict=step.get("strict", False),
            weight=step.get("weight"),
        )

    statements = []
    for name, statement in vector["statements"].items():
        aimed = [made(one) for one in below.get(name, ())]
        statements.append(
            Statement(
                id=name,
                kind=Kind.CLAIM,
                text=name,
                because=[one for one in aimed if isinstance(one, Support)],
                against=[one for one in aimed if isinstance(one, Attack)],
                strength=statement.get("tau"),
            )
        )
    return ArgumentMap(
        statements=statements,
        preferences=[Preference(better=b, worse=w) for b, w in vector["preferences"]],
        issues=[
            Issue(id=f"issue{number}", positions=positions)
            for number, positions in enumerate(vector["issues"])
        ],
    )


def bases_of(vector: dict[str, Any]) -> dict[str, Basis]:
    """Return the bases that a vector gives; an unquestioned assumption premise is assumed."""
    assumed = {
        premise["id"]
        for step in vector["inferences"].values()
        for premise in step["premises"]
        if premise["kind"] == "assumption"
    }
    found = {}
    for name, statement in vector["statements"].items():
        basis = Basis(statement["basis"])
        if basis is Basis.OPEN and name in assumed and not statement.get("questioned", False):
            basis = Basis.ASSUMED
        found[name] = basis
    return found


def graph_of(vector: dict[str, Any]) -> Graph:
    """Return the graph of the map of a vector."""
    return Graph(argument_map(vector))
