"""Where what a statement says comes from: the origins of its anchors, and what those draw on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from argmap.graphs import strongly_connected
from argmap.model import Anchor, ArgumentMap, Statement, anchors_of

#: Stands for more than one where one is asked for, and for what is not known.
SEVERAL = -1


class Origins:
    """The sources of a map, as origins of what its statements say.

    The origin of an anchor is the source that it names; a place without a source is one in the text
    of the map. Where a source is read at second hand (`via`), the text it is read in is no origin.
    A *root* is what an origin goes back to by `derived-from`: it draws on nothing else. Of sources
    that draw on each other in a circle the first stands for them all.

    >>> from argmap.model import Source
    >>> paper = Source(id="paper", derived_from=["release"])
    >>> origins = Origins(ArgumentMap(sources=[paper, Source(id="release")]))
    >>> origins.of([Anchor(source="paper")]), origins.roots["paper"]
    (('paper',), ('release',))
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        """Keep the map; each question about it is answered once, when it is first asked."""
        self._map = argument_map

    def of(self, anchors: Iterable[Anchor]) -> tuple[str, ...]:
        """Return the ids of the origins of some anchors, each once; undeclared ones are left out.

        AM101 reports what is not declared.
        """
        text, alone = self._map.text, self._alone
        found = [alone.get(anchor.source or text, ()) for anchor in anchors]
        return found[0] if len(found) == 1 else tuple(dict.fromkeys(chain.from_iterable(found)))

    def of_statement(self, statement: Statement) -> tuple[str, ...]:
        """Return the ids of the origins of a statement, those of its speakers included."""
        return self.of(anchors_of(statement) if statement.by else statement.anchors)

    @cached_property
    def _alone(self) -> dict[str | None, tuple[str, ...]]:
        """Each declared source by itself: most anchors are the only ones of their statements."""
        return {source.id: (source.id,) for source in self._map.sources}

    @cached_property
    def drawn_on(self) -> dict[str, tuple[str, ...]]:
        """For each source what it says that it draws on, declared or not."""
        return {source.id: source.derived_from for source in self._map.sources}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of sources, in numbers of which `root` speaks."""
        return tuple(dict.fromkeys(chain(self.drawn_on, *self.drawn_on.values())))

    @cached_property
    def root(self) -> dict[str, int]:
        """For each source the number of its only root, or `SEVERAL`. O(sources, `derived-from`)."""
        number = {name: place for place, name in enumerate(self.names)}
        found: dict[str, int] = {}
        for members, behind in self._components():
            roots = {found[name] for name in behind} or {min(number[name] for name in members)}
            found.update(dict.fromkeys(members, roots.pop() if len(roots) == 1 else SEVERAL))
        return found

    @cached_property
    def roots(self) -> dict[str, tuple[str, ...]]:
        """For each source the names of its roots. O(sources and all their roots)."""
        order = {name: place for place, name in enumerate(self.names)}
        found: dict[str, tuple[str, ...]] = {}
        for members, behind in self._components():
            names = {root for name in behind for root in found[name]}
            first = min(members, key=order.__getitem__)
            roots = tuple(sorted(names, key=order.__getitem__)) or (first,)
            found.update(dict.fromkeys(members, roots))
        return found

    def _components(self) -> Iterator[tuple[list[str], list[str]]]:
        """Yield sources that draw on each other, and what they draw on, which came before."""
        drawn_on = self.drawn_on
        for members in strongly_connected(drawn_on, lambda name: drawn_on.get(name, ())):
            inside = frozenset(members)
            behind = [one for name in members for one in drawn_on.get(name, ())]
            yield members, [name for name in behind if name not in inside]
