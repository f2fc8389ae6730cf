"""Views of a map: a diagram in DOT, its SVG made accessible, and an outline in words.

All are pure functions. Who only wants one of them imports its module.
"""

from argmap.views.diagram import diagram
from argmap.views.outline import outline
from argmap.views.svg import finish

__all__ = ["diagram", "finish", "outline"]
