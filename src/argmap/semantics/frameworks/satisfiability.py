"""Sets of arguments of a component, as the models of a formula that a SAT solver searches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from argmap.errors import SolverMissing
from argmap.semantics.frameworks.names import Bounds, OutOfTime
from argmap.semantics.frameworks.reduct import Attackers

# The solver asks whether time is up after so many conflicts, fewer where one takes longer: a few
# tenths of a second.
_CONFLICTS = 2_000
_CONFLICTS_TIMES_ARGUMENTS = 1_000_000


class Sets:
    """The sets of arguments that a formula allows, to be asked for one that meets conditions.

    A literal is an int: `a + 1` says that argument `a` is in, and `-(a + 1)` that it is not.

    References:
        Cerutti, Dunne, Giacomin & Vallati 2014, Computing preferred extensions in abstract
        argumentation: a SAT-based approach.
    """

    def __init__(
        self,
        attackers: Attackers,
        clauses: Iterable[Iterable[int]],
        expired: Callable[[], bool],
    ) -> None:
        """Write the formula.

        Raises:
            SolverMissing: python-sat is not installed.
        """
        self.attackers = attackers
        self.count = count = len(attackers)
        self._expired = expired
        self._conflicts = min(_CONFLICTS, 1 + _CONFLICTS_TIMES_ARGUMENTS // (count + 1))
        self._solver = _solver()
        for clause in clauses:
            self._solver.add_clause(clause)
        self._variables = max(count, self._solver.nof_vars())
        self._solver.set_phases(list(range(1, count + 1)))  # large sets are wanted first

    def close(self) -> None:
        """Free what the solver holds."""
        self._solver.delete()

    def add(self, clause: Iterable[int]) -> None:
        """Demand that one of these literals is true, from here on."""
        self._solver.add_clause(clause)

    def fresh(self) -> int:
        """Return a variable that nothing has used."""
        self._variables += 1
        return self._variables

    @contextmanager
    def for_a_while(self) -> Iterator[int]:
        """Hand out a variable; clauses with its negation count where it is assumed, then never."""
        switch = self.fresh()
        yield switch
        self.add([-switch])

    def find(self, assumed: Sequence[int] = ()) -> frozenset[int] | None:
        """Return a set that fits, or None.

        Raises:
            OutOfTime: before it was known.
        """
        while not self._expired():
            self._solver.conf_budget(self._conflicts)
            found = self._solver.solve_limited(assumed)
            if found is not None:
                return self._model() if found else None
        raise OutOfTime

    def _model(self) -> frozenset[int]:
        model = self._solver.get_model()
        return frozenset([literal - 1 for literal in model[: self.count] if literal > 0])

    def inside(self, arguments: Iterable[int]) -> list[int]:
        """Return the literals that say that arguments are in."""
        return [argument + 1 for argument in arguments]

    def outside(self, arguments: Iterable[int]) -> list[int]:
        """Return the literals that say that arguments are not in."""
        return [-argument - 1 for argument in arguments]

    def others(self, arguments: frozenset[int]) -> list[int]:
        """Return the literals that say that all other arguments are in."""
        return [argument + 1 for argument in range(self.count) if argument not in arguments]

    def grown(self, found: frozenset[int], switch: int) -> frozenset[int]:
        """Return a set that holds a given one, and that no other holds.

        Args:
            found: a set that fits.
            switch: a variable; where it is true, no set is a part of the one that is returned.
        """
        larger: frozenset[int] | None = found
        while larger is not None:
            found = larger
            self.add([-switch, *self.others(found)])
            larger = self.find([switch, *self.inside(found)])
        return found

    def bounds(
        self, every: frozenset[int], some: frozenset[int], assumed: Sequence[int] = ()
    ) -> Bounds:
        """Return what is in all of the sets that fit, and what is in one of them.

        Args:
            every: of this, what is in all sets is returned.
            some: to this, what is in some set is added.
            assumed: literals that are true in all sets that fit.
        """
        with self.for_a_while() as switch:
            while True:  # each clause says more than those before
                self.add([-switch, *self.outside(every), *self.others(some)])
                found = self.find([switch, *assumed])
                if found is None:
                    return every, some
                every &= found
                some |= found


class _Solver(Protocol):
    """What is used of a solver of python-sat, which has no types of its own."""

    def add_clause(self, clause: Iterable[int]) -> None: ...
    def nof_vars(self) -> int: ...
    def set_phases(self, literals: list[int]) -> None: ...
    def conf_budget(self, budget: int) -> None: ...
    def solve_limited(self, assumptions: Sequence[int]) -> bool | None: ...
    def get_model(self) -> list[int]: ...
    def delete(self) -> None: ...


def _solver() -> _Solver:
    """Return a solver: of those of python-sat, the fastest on random frameworks of any size.

    Raises:
        SolverMissing: python-sat is not installed.
    """
    try:
        from pysat.solvers import MinisatGH
    except ImportError:
        msg = (
            "this framework has a part too large to search without a SAT solver; "
            'get one with: pip install "argmap[sat]"'
        )
        raise SolverMissing(msg) from None
    solver: _Solver = MinisatGH()
    return solver
