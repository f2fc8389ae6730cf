"""A map as a graph, and the algorithms that walk along its edges."""

from argmap.graphs.components import strongly_connected
from argmap.graphs.references import Reference, Sort
from argmap.graphs.structure import Graph, Questions, ResolvedStep, Role

__all__ = ["Graph", "Questions", "Reference", "ResolvedStep", "Role", "Sort", "strongly_connected"]
