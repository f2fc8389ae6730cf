"""What falls with a source."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import ArgumentMap


def resting_on(argument_map: ArgumentMap, *sources: str) -> tuple[str, ...]:
    """Return the ids of the evidence that rests on some sources and on no other, in their order.

    All its anchors lead to these sources, or to what draws on them alone, be it at second hand.
    What is anchored nowhere rests on no source.

    >>> from argmap.model import Anchor, Kind, Source, Statement
    >>> at = Anchor(source="copy")
    >>> poll = Statement(id="poll", kind=Kind.EVIDENCE, text="412.", anchors=[at])
    >>> copy = Source(id="copy", derived_from=["survey"])
    >>> m = ArgumentMap(statements=[poll], sources=[copy, Source(id="survey")])
    >>> resting_on(m, "survey")
    ('poll',)
    """
    falling = _falling(argument_map, sources)
    found = []
    for statement in argument_map.statements:
        if statement.is_evidence and statement.anchors:
            origins = {anchor.source or argument_map.text for anchor in statement.anchors}
            if origins <= falling:
                found.append(statement.id)
    return tuple(found)


def _falling(argument_map: ArgumentMap, sources: Iterable[str]) -> set[str | None]:
    """Return sources and those that draw on them alone, directly or not. O(sources and links)."""
    open_origins = {one.id: set(one.derived_from) for one in argument_map.sources}
    drawing: dict[str, list[str]] = {}
    for one in argument_map.sources:
        for origin in one.derived_from:
            drawing.setdefault(origin, []).append(one.id)
    falling: set[str | None] = {*sources}
    waiting = [*sources]
    while waiting:
        origin = waiting.pop()
        for drawn in drawing.get(origin, ()):
            open_origins[drawn].discard(origin)
            if not open_origins[drawn] and drawn not in falling:
                falling.add(drawn)
                waiting.append(drawn)
    return falling
