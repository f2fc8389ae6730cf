"""What a framework answers: sets of arguments, and the acceptance of each argument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from argmap.errors import UnknownElement
from argmap.escape import terminal
from argmap.semantics.frameworks.names import Acceptance, Semantics


@frozen
class Extensions:
    """Extensions of a framework.

    In ascending order of the places of their members, so that the same framework gives the same
    sets in the same order on every machine, if they are all there.
    """

    semantics: Semantics
    sets: tuple[frozenset[str], ...]
    #: Whether these are all.
    complete: bool
    #: What came first if they are not all: the limit, or the end of the time.
    why: str | None = None


@frozen(repr=False)
class Acceptances(Mapping[str, Acceptance]):
    """The acceptance of each argument, by name, in the order of the framework."""

    semantics: Semantics
    #: Whether there is an extension at all: under stable semantics there may be none, and then
    #: every argument is `NEVER`. None if the time was up before that was known.
    exist: bool | None
    #: Why some are `UNKNOWN`.
    why: str | None
    _index: Mapping[str, int] = field(alias="index", eq=False)
    _values: tuple[Acceptance, ...] = field(alias="values")

    def __getitem__(self, name: str) -> Acceptance:
        """Return the acceptance of an argument.

        Raises:
            UnknownElement: the framework has no such argument.
        """
        if name not in self._index:
            msg = f'there is no argument "{terminal(str(name))}" in the framework'
            raise UnknownElement(msg)
        return self._values[self._index[name]]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the arguments."""
        return iter(self._index)

    def __len__(self) -> int:
        """Return how many arguments there are."""
        return len(self._values)

    def of(self, acceptance: Acceptance) -> tuple[str, ...]:
        """Return the arguments whose acceptance this is."""
        return tuple(
            name
            for name, value in zip(self._index, self._values, strict=True)
            if value is acceptance
        )

    def __repr__(self) -> str:
        """Return the counts, as a framework may have many arguments."""
        counts = ", ".join(f"{len(self.of(one))} {one.value}" for one in Acceptance)
        return f"<Acceptances under {self.semantics.value} semantics: {counts}>"
