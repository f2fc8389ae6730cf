"""What is asked of argmap and its peers about maps and graphs, and how often."""

from __future__ import annotations

from bench.cases import evaluating
from bench.files import SMALL

#: Packages of programs that answer the same questions.
PEERS = ("clingo", "formal-argumentation", "pygarg", "python-argumentation")

#: Random frameworks: how many arguments, how many attacks for each of them, and how many of each.
COUNTS = (20, 50, 100, 200)
DEGREES = (4, 8)
SEEDS = (0, 1, 2)
#: A framework of so many arguments is asked about outside of the clock: large enough that programs
#: load the solver that they have for hard parts.
WARM = 40
#: Peers that take long: asked in one round, and outside of the clock about a small framework.
SLOW = ("formal-argumentation", "python-argumentation")
#: What is asked about them, in words.
QUESTIONS = {"status": "preferred status of every argument", "stable": "one stable extension"}
#: The frameworks whose grounded extension is asked for: sparse, as maps are.
GROUNDED = (1_000, 10_000)
GROUNDED_DEGREE = 2
#: One statement in so many is where two leaves attack each other.
CONFLICTS_PER = 200
#: One statement in so many attacks back in the weighted graph with cycles.
CYCLES_PER = 1_000

#: After so many seconds of CPU time a peer is given up.
SECONDS = 20

#: Cases on the map with conflicts.
CONFLICTS = tuple(f"conflicts {name}" for name in ("label", *evaluating.SEMANTICS))


def conflicts(size: int) -> int:
    """Return how many conflicts there are in the map of a size."""
    return max(1, size // CONFLICTS_PER)


def cycles(size: int) -> int:
    """Return how many cycles there are in the weighted graph of a size that has some."""
    return max(1, size // CYCLES_PER)


def needed() -> list[tuple[int, int, int]]:
    """Return the count, degree and seed of every framework that is asked about."""
    return [
        *((count, degree, 0) for count in (SMALL, WARM) for degree in (*DEGREES, GROUNDED_DEGREE)),
        *((count, degree, seed) for count in COUNTS for degree in DEGREES for seed in SEEDS),
        *((count, GROUNDED_DEGREE, seed) for count in GROUNDED for seed in SEEDS),
    ]
