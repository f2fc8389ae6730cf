"""A map as a graph, and the algorithms that walk along its edges."""

from argmap.graph.components import strongly_connected
from argmap.graph.references import Reference, Sort
from argmap.graph.structure import Graph, Questions, Role

__all__ = ["Graph", "Questions", "Reference", "Role", "Sort", "strongly_connected"]
