"""From a graph to its program, with what the caller wants to be taken otherwise than the map has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from argmap.errors import UnknownElement
from argmap.graphs import Graph
from argmap.model import Leaves
from argmap.semantics.basis import Basis, bases
from argmap.semantics.compilation import compiled
from argmap.semantics.program import Program
from argmap.spelling import did_you_mean
