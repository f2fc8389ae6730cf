"""AM101: a name that nothing goes by, and near to it exactly one that something does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cached_property
from itertools import chain

from attrs import define

from argmap.diagnostics import Diagnostic
from argmap.fixes.fix import Edit, Fix
from argmap.fixes.places import inside
from argmap.fixes.slips import is_slip, only_near
from argmap.model import ArgumentMap, anchors_of
from argmap.text import Span

# Comparisons of names; at 5 microseconds each a second or two. Where a map has more to compare,
# only so many of its slips get a fix in one go, yet never fewer than a few.
_COMPARISONS = 200_000
_FEWEST = 20


@define
class Names:
    """The names that a map uses, each by its place, and those that it could have meant."""

    map: ArgumentMap
    #: How many names were looked at so far.
    asked: int = 0

    def fix(self, finding: Diagnostic) -> Fix | None:
        """Return a fix that writes the near name, where the place of the wrong one is exact."""
        if finding.span is None or finding.span not in self._used:
            return None
        name, candidates = self._used[finding.span]
        span = _exact(finding.span, name)
        self.asked += 1
        if span is None or self.asked > max(_FEWEST, _COMPARISONS // (len(candidates) + 1)):
            return None
        near = only_near(name, candidates)
        if near is None:
            return None
        # Written alike in two places it is hardly a slip; rather is the other name one.
        safe = is_slip(name, near) and self._uses[name] == 1
        return Fix(finding, f'write "{near}" for "{name}"', [Edit(span, near)], safe)

    @cached_property
    def _uses(self) -> Counter[str]:
        """How often each name is used."""
        return Counter(name for name, _ in self._used.values())

    @cached_property
    def _used(self) -> dict[Span, tuple[str, Collection[str]]]:
        """The names of premises and of sources in anchors, with what they could have meant."""
        statements = {
            name: None
            for statement in self.map.statements
            for name in (statement.id, *statement.aliases)
        }
        sources = {source.id: None for source in self.map.sources}
        used: dict[Span, tuple[str, Collection[str]]] = {}
        elements = chain(self.map.statements, self.map.inferences)
        for anchor in chain.from_iterable(map(anchors_of, elements)):
            if anchor.span is not None and anchor.source is not None:
                used[anchor.span] = (anchor.source, sources)
        for step in self.map.steps:
            for premise in step.inference.premises:
                if premise.span is not None:
                    used[premise.span] = (premise.statement, statements)
        return used


def _exact(span: Span, name: str) -> Span | None:
    """Return the place of a name at the beginning of a span, or None if it does not stand there.

    An anchor may go on behind its source; an id goes on with none of what may follow it there.
    """
    text, start, end = inside(span)
    behind = text.content[start + len(name) : end]
    if text.content[start:end].startswith(name) and (not behind or behind[0].isspace()):
        return Span(text, start, start + len(name))
    return None
