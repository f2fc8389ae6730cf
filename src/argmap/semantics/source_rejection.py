"""What falls with a source."""

from __future__ import annotations

from argmap.model import ArgumentMap


def resting_on(argument_map: ArgumentMap, source: str) -> tuple[str, ...]:
    """Return the ids of the evidence that rests on a source and on no other, in their order.

    All its anchors lead to the source, or to sources that draw on it alone, be it at second hand.
    What is anchored nowhere rests on no source.

    >>> from argmap.model import Anchor, Kind, Source, Statement
    >>> poll = Statement(id="poll", kind=Kind.EVIDENCE, text="412.", anchors=[Anchor(source="copy")])
    >>> copy = Source(id="copy", derived_from=["survey"])
    >>> m = ArgumentMap(statements=[poll], sources=[copy, Source(id="survey")])
    >>> resting_on(m, "survey")
    ('poll',)
    """
    falling = _falling(argument_map, source)
    found = []
    for statement in argument_map.statements:
        if statement.is_evidence and statement.anchors:
            origins = {anchor.source or argument_map.text for anchor in statement.anchors}
            if origins <= falling:
                found.append(statement.id)
    return tuple(found)


def _falling(argument_map: ArgumentMap, source: str) -> set[str | None]:
    """Return a source and those that draw on it alone, directly or not. O(sources and links)."""
    open_origins = {one.id: set(one.derived_from) for one in argument_map.sources}
    drawing: dict[str, list[str]] = {}
    for one in argument_map.sources:
        for origin in one.derived_from:
            drawing.setdefault(origin, []).append(one.id)
    falling: set[str | None] = {source}
    waiting = [source]
    while waiting:
        origin = waiting.pop()
        for one in drawing.get(origin, ()):
            open_origins[one].discard(origin)
            if not open_origins[one] and one not in falling:
                falling.add(one)
                waiting.append(one)
    return falling
