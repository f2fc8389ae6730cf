"""The published definitions of each semantics, taken word for word over all sets of arguments.

Dung 1995, definitions 5 to 23; Caminada 2006 (semi-stable); Dung, Mancarella & Toni 2007 (ideal);
Caminada 2007 (eager). The oracle of the tests: it lists every subset, so it is for few arguments.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations

from hypothesis import strategies as st

from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.names import Acceptance, Semantics

Set = frozenset[int]
Attackers = list[list[int]]


def extensions(attackers: Attackers) -> dict[Semantics, list[Set]]:
    """Return the extensions of every semantics."""
    everything = frozenset(range(len(attackers)))
    sources = [frozenset(one) for one in attackers]

    def conflict_free(members: Set) -> bool:
        return all(members.isdisjoint(sources[member]) for member in members)

    def defended(members: Set) -> Set:
        return frozenset(
            argument
            for argument in everything
            if all(members & sources[threat] for threat in sources[argument])
        )

    def reach(members: Set) -> Set:
        return members | {argument for argument in everything if members & sources[argument]}

    free = [members for members in _subsets(everything) if conflict_free(members)]
    admissible = [members for members in free if members <= defended(members)]
    complete = [members for members in admissible if members == defended(members)]
    preferred = _maximal(admissible, lambda members: members)
    semi_stable = _maximal(complete, reach)
    return {
        Semantics.COMPLETE: complete,
        Semantics.GROUNDED: [one for one in complete if all(one <= other for other in complete)],
        Semantics.PREFERRED: preferred,
        Semantics.STABLE: [one for one in free if reach(one) == everything],
        Semantics.SEMI_STABLE: semi_stable,
        Semantics.IDEAL: _largest_inside(admissible, preferred),
        Semantics.EAGER: _largest_inside(admissible, semi_stable),
    }


def acceptance(attackers: Attackers, found: list[Set]) -> list[Acceptance]:
    """Return in how many of some sets each argument is."""
    return [
        Acceptance.NEVER
        if not any(argument in one for one in found)
        else Acceptance.SCEPTICAL
        if all(argument in one for one in found)
        else Acceptance.CREDULOUS
        for argument in range(len(attackers))
    ]


def _subsets(everything: Set) -> Iterator[Set]:
    sizes = range(len(everything) + 1)
    chosen = chain.from_iterable(combinations(sorted(everything), size) for size in sizes)
    return map(frozenset, chosen)


def _maximal(found: list[Set], measure: Callable[[Set], Set]) -> list[Set]:
    return [one for one in found if not any(measure(one) < measure(other) for other in found)]


def _largest_inside(admissible: list[Set], found: list[Set]) -> list[Set]:
    shared = frozenset.intersection(*found)
    inside = [one for one in admissible if one <= shared]
    return [one for one in inside if all(other <= one for other in inside)]


def every_framework(count: int) -> Iterator[Attackers]:
    """Yield each of the 2^(count^2) frameworks of so many arguments."""
    pairs = [(source, target) for source in range(count) for target in range(count)]
    for bits in range(1 << len(pairs)):
        attackers: Attackers = [[] for _ in range(count)]
        for place, (source, target) in enumerate(pairs):
            if bits >> place & 1:
                attackers[target].append(source)
        yield attackers


def attackers_of(most: int = 6) -> st.SearchStrategy[Attackers]:
    """Draw frameworks of up to so many arguments, sparse ones and dense ones."""

    def of(count: int) -> st.SearchStrategy[Attackers]:
        if not count:
            return st.just([])
        sources = st.lists(st.integers(0, count - 1), unique=True, max_size=min(count, 4))
        return st.lists(sources, min_size=count, max_size=count)

    return st.integers(0, most).flatmap(of)


def choices_of(most: int = 8) -> st.SearchStrategy[Attackers]:
    """Draw frameworks of pairs that attack each other, and of arguments that bear on both.

    They have many preferred extensions, and arguments that one defends in this way, one in that.
    """

    def of(sizes: tuple[int, int]) -> st.SearchStrategy[Attackers]:
        paired, count = 2 * sizes[0], 2 * sizes[0] + sizes[1]
        sources = st.lists(st.integers(0, count - 1), unique=True, min_size=1, max_size=3)
        rest = st.lists(sources, min_size=sizes[1], max_size=sizes[1])
        return rest.map(lambda others: [*([place ^ 1] for place in range(paired)), *others])

    pairs = st.integers(1, max(1, most // 3))
    return pairs.flatmap(
        lambda count: st.tuples(st.just(count), st.integers(0, most - 2 * count)).flatmap(of)
    )


def named(framework: Framework, sets: Iterable[Set]) -> set[frozenset[str]]:
    """Return sets of places as sets of names."""
    return {frozenset(framework.arguments[place] for place in one) for one in sets}
