"""A map as a graph, and the algorithms that walk along its edges."""

from argmap.graphs.answers import Questions
from argmap.graphs.components import strongly_connected
from argmap.graphs.numbered import Numbered, ResolvedStep
from argmap.graphs.references import Reference, Sort
from argmap.graphs.structure import Graph, Role

__all__ = [
    "Graph",
    "Numbered",
    "Questions",
    "Reference",
    "ResolvedStep",
    "Role",
    "Sort",
    "strongly_connected",
]
