"""The complete labellings of a component, as the models of a formula that a SAT solver searches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from argmap.errors import SolverMissing
from argmap.semantics.frameworks.names import OutOfTime
from argmap.semantics.frameworks.reduct import Attackers

# MiniSat starts in the least time; CaDiCaL keeps its pace where there are many arguments.
_MANY = 100
# The solver asks whether time is up after so many conflicts, fewer where one takes longer: a few
# tenths of a second.
_CONFLICTS = 2_000
_CONFLICTS_TIMES_ARGUMENTS = 1_000_000


class CompleteLabellings:
    """The complete labellings of a framework, to be asked for one that meets conditions.

    `I(a)` says that argument `a` is in and `O(a)` that it is out:

    - not both;
    - in: all attackers are out, and what has only such attackers is in;
    - out: an attacker is in, and what has such an attacker is out.

    References:
        Caminada 2006 (labellings); Cerutti, Dunne, Giacomin & Vallati 2014, Computing preferred
        extensions in abstract argumentation: a SAT-based approach.
    """

    def __init__(self, attackers: Attackers, expired: Callable[[], bool]) -> None:
        """Write the formula.

        Raises:
            SolverMissing: python-sat is not installed.
        """
        self.attackers = attackers
        self.count = count = len(attackers)
        self._expired = expired
        self._variables = 2 * count
        self._conflicts = min(_CONFLICTS, 1 + _CONFLICTS_TIMES_ARGUMENTS // (count + 1))
        self._solver = _solver("cadical153" if count > _MANY else "minisat22")
        add = self._solver.add_clause
        for argument, sources in enumerate(attackers, 1):
            accepted, rejected = argument, argument + count
            add([-accepted, -rejected])
            for source in sources:
                add([-accepted, source + 1 + count])
                add([rejected, -(source + 1)])
            add([accepted, *[-(source + 1 + count) for source in sources]])
            add([-rejected, *[source + 1 for source in sources]])
        self._solver.set_phases(list(range(1, count + 1)))  # large sets are wanted first

    def close(self) -> None:
        """Free what the solver holds."""
        self._solver.delete()

    def add(self, clause: Iterable[int]) -> None:
        """Demand that one of these literals is true, from here on."""
        self._solver.add_clause(list(clause))

    def fresh(self) -> int:
        """Return a variable that nothing has used."""
        self._variables += 1
        return self._variables

    @contextmanager
    def while_demanding(self, clause: Iterable[int]) -> Iterator[int]:
        """Demand a clause for a while: only where the literal that is handed out is assumed."""
        switch = self.fresh()
        self.add([-switch, *clause])
        yield switch
        self.add([-switch])

    def find(self, assumed: Sequence[int] = ()) -> frozenset[int] | None:
        """Return the arguments that are in, in some labelling that fits, or None.

        Raises:
            OutOfTime: before it was known.
        """
        while not self._expired():
            self._solver.conf_budget(self._conflicts)
            found = self._solver.solve_limited(assumptions=assumed)
            if found is not None:
                return self._accepted() if found else None
        raise OutOfTime

    def _accepted(self) -> frozenset[int]:
        model = self._solver.get_model()
        return frozenset([literal - 1 for literal in model[: self.count] if literal > 0])

    def inside(self, arguments: Iterable[int]) -> list[int]:
        """Return the literals that say that arguments are in."""
        return [argument + 1 for argument in arguments]

    def out(self, arguments: Iterable[int]) -> list[int]:
        """Return the literals that say that arguments are out."""
        return [argument + 1 + self.count for argument in arguments]

    def others(self, arguments: frozenset[int]) -> list[int]:
        """Return the literals that say that all other arguments are in."""
        return [argument + 1 for argument in range(self.count) if argument not in arguments]

    def grown(self, accepted: frozenset[int]) -> frozenset[int]:
        """Return a preferred extension that holds a complete one."""
        while True:
            with self.while_demanding(self.others(accepted)) as switch:
                larger = self.find([switch, *self.inside(sorted(accepted))])
            if larger is None:
                return accepted
            accepted = larger

    def union(self, assumed: Sequence[int] = ()) -> frozenset[int]:
        """Return the arguments that are in, in at least one labelling that fits."""
        found: frozenset[int] = frozenset()
        while True:
            with self.while_demanding(self.others(found)) as switch:
                more = self.find([switch, *assumed])
            if more is None:
                return found
            found |= more

    def intersection(self, found: frozenset[int], assumed: Sequence[int] = ()) -> frozenset[int]:
        """Return the arguments of a set that are in, in every labelling that fits."""
        while found:
            with self.while_demanding([-literal for literal in self.inside(found)]) as switch:
                fewer = self.find([switch, *assumed])
            if fewer is None:
                break
            found &= fewer
        return found


class _Solver(Protocol):
    """What is used of a solver of python-sat, which has no types of its own."""

    def add_clause(self, clause: list[int]) -> None: ...
    def set_phases(self, literals: list[int]) -> None: ...
    def conf_budget(self, budget: int) -> None: ...
    def solve_limited(self, assumptions: Sequence[int]) -> bool | None: ...
    def get_model(self) -> list[int]: ...
    def delete(self) -> None: ...


def _solver(name: str) -> _Solver:
    try:
        from pysat.solvers import Solver
    except ImportError:
        msg = (
            "this framework has a part too large to search without a SAT solver; "
            'get one with: pip install "argmap[sat]"'
        )
        raise SolverMissing(msg) from None
    solver: _Solver = Solver(name=name)
    return solver
