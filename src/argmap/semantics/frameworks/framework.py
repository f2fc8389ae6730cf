"""Abstract argumentation frameworks: arguments, and which attack which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from argmap.errors import InvalidValue, UnknownElement
from argmap.semantics.frameworks.extensions import Acceptances, Extensions
from argmap.semantics.frameworks.names import Semantics
from argmap.semantics.frameworks.numbering import bad_attack, no_argument, numbered, once
from argmap.semantics.frameworks.reduct import (
    IN,
    UNDECIDED,
    Division,
    converse,
    divide,
    grounded_labels,
)
from argmap.semantics.frameworks.solver import THRESHOLD, acceptance, enumerate_extensions, never


@frozen(init=False, repr=False)
class Framework:
    """Arguments and the attacks between them, both in the author's order.

    Args:
        arguments: their names; each once.
        attacks: who attacks whom. An attack that is named twice counts once.

    Raises:
        InvalidValue: a name stands twice among the arguments, or something is no name or pair.
        UnknownElement: an attack names an argument that is not there.

    References:
        Dung 1995, On the acceptability of arguments and its fundamental role in nonmonotonic
        reasoning, logic programming and n-person games, Artificial Intelligence 77.

    >>> framework = Framework("abcd", [("a", "b"), ("b", "a"), ("a", "c"), ("b", "c"), ("c", "d")])
    >>> [sorted(found) for found in framework.extensions("preferred").sets]
    [['a', 'd'], ['b', 'd']]
    >>> framework.acceptance("preferred")["d"]
    <Acceptance.SCEPTICAL: 'sceptical'>
    """

    #: The names of the arguments.
    arguments: tuple[str, ...]
    #: For each argument, the places of those that attack it.
    _attackers: tuple[tuple[int, ...], ...]
    _index: Mapping[str, int] = field(eq=False)

    def __init__(self, arguments: Iterable[str], attacks: Iterable[tuple[str, str]]) -> None:
        """Number the arguments, in O(arguments + attacks).

        Raises:
            InvalidValue: a name stands twice, or something is no name or pair.
            UnknownElement: an attack names an argument that is not there.
        """
        names = tuple(arguments)
        index = numbered(names)
        pairs = list(attacks)
        attackers: list[list[int]] = [[] for _ in names]
        try:
            for source, target in pairs:
                attackers[index[target]].append(index[source])
        except (KeyError, TypeError, ValueError):
            error = bad_attack(pairs, index)
            raise error from None
        self.__attrs_init__(names, tuple([once(one) for one in attackers]), index)

    @classmethod
    def of_indices(
        cls, attackers: Sequence[Sequence[int]], names: Sequence[str] | None = None
    ) -> Framework:
        """Return the framework whose arguments are numbers.

        Args:
            attackers: for each argument, the places of those that attack it.
            names: what the arguments are called; "0", "1" and so on if nothing is given.

        Returns:
            The framework, made in O(arguments + attacks).

        Raises:
            InvalidValue: a name stands twice, or there are more or fewer names than arguments.
            UnknownElement: a number is not that of an argument.

        >>> Framework.of_indices([[], [0]]).grounded()
        frozenset({'0'})
        """
        count = len(attackers)
        called = tuple(map(str, range(count))) if names is None else tuple(names)
        index = numbered(called)
        if len(called) != count:
            msg = f"{count} arguments need {count} names, not {len(called)}"
            raise InvalidValue(msg)
        for target, sources in enumerate(attackers):
            if sources and not 0 <= min(sources) <= max(sources) < count:
                msg = f"argument {target} is attacked by a number that is not in 0 to {count - 1}"
                raise UnknownElement(msg)
        framework = cls.__new__(cls)
        framework.__attrs_init__(called, tuple([once(one) for one in attackers]), index)
        return framework

    def __repr__(self) -> str:
        """Return the counts, as a framework may have many arguments."""
        attacks = sum(map(len, self._attackers))
        return f"<Framework: {len(self.arguments)} arguments, {attacks} attacks>"

    def numbered(self) -> Framework:
        """Return this framework with its arguments called "1", "2" and so on.

        >>> Framework("ab", [("a", "b")]).numbered().attacks
        (('1', '2'),)
        """
        names = [str(number) for number in range(1, len(self.arguments) + 1)]
        return Framework.of_indices(self._attackers, names)

    # --- who attacks whom ----------------------------------------------------------------------

    @property
    def attackers(self) -> Sequence[Sequence[int]]:
        """For each argument, the places in `arguments` of those that attack it."""
        return self._attackers

    @property
    def attacks(self) -> tuple[tuple[str, str], ...]:
        """Who attacks whom, ordered by who is attacked."""
        names = self.arguments
        return tuple(
            [
                (names[source], names[target])
                for target, sources in enumerate(self._attackers)
                for source in sources
            ]
        )

    def attackers_of(self, name: str) -> tuple[str, ...]:
        """Return the arguments that attack an argument.

        Raises:
            UnknownElement: there is no such argument.
        """
        return tuple(self.arguments[source] for source in self._attackers[self._place(name)])

    def attacked_by(self, name: str) -> tuple[str, ...]:
        """Return the arguments that an argument attacks.

        Raises:
            UnknownElement: there is no such argument.
        """
        return tuple(self.arguments[target] for target in self._attacked[self._place(name)])

    # --- sets of arguments ---------------------------------------------------------------------

    def is_conflict_free(self, names: Iterable[str]) -> bool:
        """Return whether none of these arguments attacks another of them, or itself.

        Raises:
            UnknownElement: there is no such argument.
        """
        inside = self._places(names)
        return all(inside.isdisjoint(self._attackers[member]) for member in inside)

    def defended_by(self, names: Iterable[str]) -> frozenset[str]:
        """Return the arguments each of whose attackers one of these arguments attacks.

        Dung's characteristic function. O(arguments + attacks).

        Raises:
            UnknownElement: there is no such argument.
        """
        inside = self._places(names)
        beaten = {target for member in inside for target in self._attacked[member]}
        return frozenset(
            name
            for name, sources in zip(self.arguments, self._attackers, strict=True)
            if beaten.issuperset(sources)
        )

    def is_admissible(self, names: Iterable[str]) -> bool:
        """Return whether these arguments are conflict-free and defend each of them.

        Raises:
            UnknownElement: there is no such argument.
        """
        members = frozenset(names)
        return self.is_conflict_free(members) and members <= self.defended_by(members)

    def is_complete(self, names: Iterable[str]) -> bool:
        """Return whether these arguments are conflict-free, and are all that they defend.

        Raises:
            UnknownElement: there is no such argument.
        """
        members = frozenset(names)
        return self.is_conflict_free(members) and members == self.defended_by(members)

    def is_stable(self, names: Iterable[str]) -> bool:
        """Return whether these arguments attack all others, and none of them.

        Raises:
            UnknownElement: there is no such argument.
        """
        inside = self._places(names)
        return all(
            (member in inside) == inside.isdisjoint(sources)
            for member, sources in enumerate(self._attackers)
        )

    # --- the grounded extension ----------------------------------------------------------------

    def grounded(self) -> frozenset[str]:
        """Return the grounded extension: what has no attacker, what that defends, and so on.

        O(arguments + attacks).

        >>> sorted(Framework("abc", [("a", "b"), ("b", "c")]).grounded())
        ['a', 'c']
        """
        names = self.arguments
        return frozenset([names[place] for place, one in enumerate(self._labels) if one == IN])

    def grounded_reduct(self) -> Framework:
        """Return the framework of the arguments that the grounded extension leaves undecided.

        What the extensions of a framework add to the grounded one, they add here.

        >>> Framework("abc", [("a", "b"), ("b", "c"), ("c", "c")]).grounded_reduct()
        <Framework: 1 arguments, 1 attacks>
        """
        kept = [place for place, label in enumerate(self._labels) if label == UNDECIDED]
        return self._restricted(kept)

    def components(self) -> tuple[Framework, ...]:
        """Return the weakly connected parts of the grounded reduct, by their first argument."""
        return tuple(self._restricted(part.members) for part in self._division.components)

    # --- the other semantics -------------------------------------------------------------------

    def extensions(
        self,
        semantics: Semantics | str,
        *,
        most: int | None = 1000,
        expired: Callable[[], bool] | None = None,
        threshold: int = THRESHOLD,
    ) -> Extensions:
        """Return the extensions of a semantics.

        Args:
            semantics: `complete`, `grounded`, `preferred`, `stable`, `semi-stable`, `ideal` or
                `eager`.
            most: stop after so many; None for no limit.
            expired: whether the time is up; asked every now and then.
            threshold: parts of the grounded reduct with more arguments need a SAT solver.

        Returns:
            The extensions, all of them or as many as the limits allow.

        Raises:
            SolverMissing: a part needs a SAT solver, and none is installed.
            UnknownName: there is no such semantics.

        >>> Framework("abc", [("a", "b"), ("b", "c"), ("c", "a")]).extensions("stable").sets
        ()
        """
        wanted = Semantics.named(semantics)
        found = enumerate_extensions(
            self._attackers,
            wanted,
            most=most,
            threshold=threshold,
            expired=expired or never,
            division=self._division,
        )
        names = self.arguments
        sets = tuple([frozenset([names[member] for member in one]) for one in found.sets])
        return Extensions(wanted, sets, found.complete, found.why)

    def acceptance(
        self,
        semantics: Semantics | str,
        *,
        expired: Callable[[], bool] | None = None,
        threshold: int = THRESHOLD,
    ) -> Acceptances:
        """Return for each argument whether all, some or no extensions hold it.

        Extensions are not listed: a framework may have more than could be.

        Args:
            semantics: as for `extensions`.
            expired: whether the time is up; asked every now and then.
            threshold: parts of the grounded reduct with more arguments need a SAT solver.

        Returns:
            The acceptance of each argument; `UNKNOWN` where the time was up first.

        Raises:
            SolverMissing: a part needs a SAT solver, and none is installed.
            UnknownName: there is no such semantics.

        >>> found = Framework("abc", [("a", "b"), ("b", "a"), ("c", "c")]).acceptance("stable")
        >>> found["a"], found.exist
        (<Acceptance.NEVER: 'never'>, False)
        """
        wanted = Semantics.named(semantics)
        found = acceptance(
            self._attackers,
            wanted,
            threshold=threshold,
            expired=expired or never,
            division=self._division,
        )
        return Acceptances(wanted, found.exist, found.why, self._index, found.acceptance)

    # --- within --------------------------------------------------------------------------------

    @cached_property
    def _attacked(self) -> list[list[int]]:
        return converse(self._attackers)

    @cached_property
    def _labels(self) -> bytes:
        return grounded_labels(self._attackers, self._attacked)

    @cached_property
    def _division(self) -> Division:
        return divide(self._attackers, self._labels)

    def _place(self, name: str) -> int:
        place = self._index.get(name)
        if place is None:
            raise UnknownElement(no_argument(name, self._index))
        return place

    def _places(self, names: Iterable[str]) -> frozenset[int]:
        return frozenset([self._place(name) for name in names])

    def _restricted(self, kept: Sequence[int]) -> Framework:
        place = {argument: position for position, argument in enumerate(kept)}
        return Framework.of_indices(
            [[place[one] for one in self._attackers[member] if one in place] for member in kept],
            [self.arguments[member] for member in kept],
        )
