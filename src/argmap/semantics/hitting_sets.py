"""The search behind critical sets: Reiter's hitting-set tree, with proofs as conflict sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argmap.semantics.candidates import Candidates
from argmap.semantics.grounded import TRUE, grounded
from argmap.semantics.program import Atom, Program
from argmap.semantics.proofs import Proof, proof


class HittingSets:
    """A search for the minimal sets of candidates without which a target is not in.

    Where the target holds without some candidates, it has a proof, and each larger set that makes
    it fall has one more member in that proof. So the tree of sets branches only there.
    """

    def __init__(
        self,
        program: Program,
        target: Atom,
        candidates: Candidates,
        *,
        rejected: Iterable[Atom],
        most_trials: int,
        expired: Callable[[], bool] | None,
    ) -> None:
        """Prepare a search that looks at no more than so many sets."""
        self._program = program
        self._target = target
        self._candidates = candidates
        self._away = frozenset(rejected) | program.rejected
        self._most_trials = most_trials
        self._trials = 0
        self._expired = expired
        self._proofs: list[tuple[Proof, frozenset[str]]] = []
        #: The sets that were found, smaller ones first.
        self.found: list[frozenset[str]] = []
        #: Whether there are no other sets.
        self.complete = True
        #: In words: why not, or why there are none.
        self.why: str | None = None

    def holds(self) -> bool:
        """Return whether the target holds when no candidate is rejected."""
        if self._conflict(frozenset()) is None:
            self.why = f"{self._program.name(self._target)} is not in as it is"
            return False
        return True

    def grow(self, most_members: int) -> None:
        """Look for sets of at most so many members, level by level."""
        level = [frozenset[str]()]
        size = 0
        while level:
            following: dict[frozenset[str], None] = {}
            for node in level:
                if self._stopped():
                    return
                conflict = self._conflict(node)
                if conflict is None:
                    self.found.append(node)
                    continue
                for one in conflict:
                    if len(following) > self._most_trials:
                        self._stop(self._enough())  # no trial will be left for it
                        break
                    if not self._contains_found(child := node | {one}):
                        following[child] = None
            size += 1
            # What was found on this level is known only now.
            level = [node for node in following if not self._contains_found(node)]
            if level and size > most_members:
                self._stop(f"sets of more than {most_members} were not looked for")
                return

    def try_each(self) -> None:
        """Look for sets of one member.

        A proof that holds whether or not something is rejected holds in any case: what is not in
        each such proof is no single point of failure.
        """
        possible = self._conflict(frozenset()) or []
        ruled_out: set[str] = set()
        for one in possible:
            if one in ruled_out:
                continue
            if self._stopped():
                return
            if self._conflict(frozenset([one])) is None:
                self.found.append(frozenset([one]))
                continue
            last, touching = self._proofs[-1]
            if last.without <= self._away:
                ruled_out.update(other for other in possible if other not in touching)

    def _contains_found(self, node: frozenset[str]) -> bool:
        return any(members <= node for members in self.found)

    def _stopped(self) -> bool:
        """Return whether the search has to end here, and note why."""
        if self._trials >= self._most_trials:
            self._stop(self._enough())
            return True
        if self._expired is not None and self._expired():
            self._stop(f"the time was up after {self._trials:,} sets were looked at")
            return True
        return False

    def _enough(self) -> str:
        return f"no more than {self._most_trials:,} sets were looked at"

    def _stop(self, why: str) -> None:
        self.complete = False
        self.why = why

    def _conflict(self, node: frozenset[str]) -> list[str] | None:
        """Return the candidates in a proof of the target without a set of them.

        None where it does not hold without them.
        """
        self._trials += 1
        taken = self._candidates.taken_by(node) | self._away
        for known, touching in self._proofs:
            if known.without <= taken and known.needs.isdisjoint(taken):
                return [one for one in self._candidates.in_order(touching) if one not in node]
        model = grounded(self._program, taken)
        if model.values[self._target] != TRUE:
            return None
        found = proof(model, self._target)
        members = self._candidates.touching(found.needs)
        self._proofs.append((found, frozenset(members)))
        return [one for one in members if one not in node]
