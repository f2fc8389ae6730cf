"""What is told of the numbers, hedges and negations of a sentence that was changed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.lexicon import lexicon
from argmap.sources.clauses import Part
from argmap.sources.fidelity import Coded
from argmap.sources.quantities import quantities
from argmap.sources.rewording import Coding, Recoded, rewording
from tests.examples import scaled, sized
from tests.fidelity.pairs import read_pairs

_CODED = [Coded.of(text) for pair in read_pairs("first_half") for text in pair.sentences]


def _told(old: str, new: str) -> list[str]:
    return [
        f"{one.coding.value}: {one.before} -> {one.after}"
        for one in rewording(Coded.of(old), Coded.of(new))
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Some 61 % agree.", "Some 61 % agree.", []),
        ("Of them 61 % agree.", "Of them 16 % agree.", ["number: 61 % -> 16 %"]),
        ("It costs 3.5 million.", "It costs 5.3 million.", ["number: 35e5 -> 53e5"]),
        ("It may rain.", "It rains.", ["hedge: may -> None"]),
        ("It rains.", "It may rain.", ["hedge: None -> may"]),
        ("It may rain.", "It could rain.", ["hedge: may -> None", "hedge: None -> could"]),
        ("It does not rain.", "It does rain.", ["negation: not -> None"]),
        ("It rains.", "It never rains.", ["negation: None -> never"]),
        ("From 16 % to 61 %.", "It rose by 16 %.", ["number: 16..61 % -> 16 %"]),
        (
            "First 16 %, then 61 %, at last 20 %.",
            "First 61 %, then 16 %, at last 20 %.",
            ["number: 16 % -> 61 %", "number: 61 % -> 16 %"],
        ),
        (
            "Of 300 ships 61 % sail.",
            "Of the ships 61 % sail 400 km.",
            ["number: 3e2 -> None", "number: None -> 4e2 km"],
        ),
        (
            "It took 7 days and 61 %.",
            "It took 61 %.",
            ["number: 7 d -> None"],
        ),
        ("When it rained, 61 % stayed.", "And 61 % stayed when it rained.", []),
    ],
)
def test_what_is_another(old: str, new: str, told: list[str]) -> None:
    assert _told(old, new) == told


@given(st.sampled_from(_CODED), st.sampled_from(_CODED))
@scaled(1_000)
def test_laws(old: Coded, new: Coded) -> None:
    """Nothing is told of what is the same; what is told turns the one into the other."""
    assert rewording(old, old) == ()
    found = rewording(old, new)
    for coding, before, after in _columns(old, new):
        ours = [one for one in found if one.coding is coding]
        lost = Counter(one.before for one in ours if one.before is not None)
        fresh = Counter(one.after for one in ours if one.after is not None)
        assert before - lost + fresh == after
    back = Counter(Recoded(one.coding, one.after, one.before) for one in rewording(new, old))
    assert _of_one_side(back) == _of_one_side(Counter(found))


def _of_one_side(found: Counter[Recoded]) -> Counter[Recoded]:
    """What was put in or dropped, and not what became something else."""
    return Counter({one: count for one, count in found.items() if not (one.before and one.after)})


def _columns(old: Coded, new: Coded) -> list[tuple[Coding, Counter[str], Counter[str]]]:
    words = lexicon().words_of
    ways: dict[Coding, Callable[[Coded], Iterator[str]]] = {
        Coding.NUMBER: lambda each: (str(one).partition(" @")[0] for one in each.numbers),
        Coding.HEDGE: lambda each: (words(one.code) for one in each.hedges),
        Coding.NEGATION: lambda each: (words(one.code) for one in each.negations),
    }
    return [(coding, Counter(way(old)), Counter(way(new))) for coding, way in ways.items()]


def test_where_in_a_sentence_it_stands_is_not_told() -> None:
    (number,) = quantities("It rained, and 61 % stayed.")
    assert number.part != Part()
    assert _told("It rained, and 61 % stayed.", "61 % stayed.") == []


def test_many_numbers_take_linear_time() -> None:
    """It takes a second; comparing each with each takes many minutes."""
    count = sized(5_000, deep=20_000)
    old, new = (
        Coded(0, numbers=quantities(" km, ".join(map(str, range(first, first + count)))))
        for first in (1_000, 300_000)
    )
    begin = time.process_time()
    assert len(rewording(old, new)) >= count - 1
    assert time.process_time() - begin < sized(30, deep=60)
