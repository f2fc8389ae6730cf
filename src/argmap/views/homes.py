"""In which section a statement is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import ArgumentMap, Statement
from argmap.views.reach import PlacedStep


class Homes:
    """The section in which each statement and each step is drawn.

    Main conclusions stand before all sections. What has no section itself, such as an assumption
    that the analyst adds, stands with the statement it is a premise for, or with the premises
    beside it.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        main: frozenset[str],
        statements: Iterable[Statement],
        steps: Iterable[PlacedStep],
    ) -> None:
        """Find a home for each statement and each name that nothing goes by."""
        self._main = main
        self._homes: dict[str, str | None] = dict.fromkeys(main)
        for statement in statements:
            section = argument_map.section_of(statement)
            if section is not None:
                self._homes.setdefault(statement.id, section)
        beside: dict[str, str] = {}
        for step in steps:
            with_home = (name for name in (step.statement, *step.premises) if self._homes.get(name))
            near = next(with_home, step.statement)
            for name in step.premises:
                beside.setdefault(name, near)
        for name in beside:
            self._settle(name, beside)

    def _settle(self, name: str, beside: dict[str, str]) -> None:
        """Give a statement the home of the first statement on its way onwards that has one."""
        way = []
        while name in beside and name not in self._homes:
            self._homes[name] = None
            way.append(name)
            name = beside[name]
        self._homes.update(dict.fromkeys(way, self._homes.get(name)))

    def of(self, statement: str) -> str | None:
        """Return the section of a statement, by its id."""
        return self._homes.get(statement)

    def of_step(self, step: PlacedStep) -> str | None:
        """Return the section of a step: that of the statement it stands under.

        A step under a main conclusion stands in the section of its premises, if that is one: then a
        section holds its argument whole, and one line leads out of it.
        """
        if step.statement not in self._main:
            return self.of(step.statement)
        sections = {self.of(name) for name in step.premises}
        return sections.pop() if len(sections) == 1 else None
