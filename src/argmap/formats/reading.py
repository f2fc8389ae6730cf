"""What a reader returns, and how much it takes on."""

from __future__ import annotations

from attrs import frozen

from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap
from argmap.values import Value


@frozen(eq=False, repr=False)
class Limits(Value):
    """How large a map file may be; the defaults keep a reader within seconds and memory."""

    #: Bytes of the file in UTF-8.
    size: int = 16 * 1024 * 1024
    #: Statements and steps together.
    elements: int = 200_000
    #: Levels of nesting.
    depth: int = 32
    #: Diagnostics of one code; the rest is counted.
    diagnostics: int = 1_000


@frozen(eq=False, repr=False)
class Reading(Value):
    """What was read of a file, and what was wrong with the file.

    A broken statement stays in the map as far as it could be read, so that its id is defined.
    """

    #: None where the file holds no map at all.
    map: ArgumentMap | None
    #: Findings AM001 to AM099, in the order of their places.
    diagnostics: tuple[Diagnostic, ...]
    #: False where reading ended before the end of the file: what came after is not in the map.
    complete: bool = True
    #: Whether the file says that it extends another, be it in words that were refused.
    layer: bool = False
