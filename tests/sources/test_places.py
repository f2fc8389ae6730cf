"""Places against the paragraphs of a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import InvalidValue
from argmap.model import Place
from argmap.sources.places import nearest_place, sentences_at
from tests.examples import scaled

_PARAGRAPHS = st.lists(st.integers(1, 4), max_size=4).map(tuple)


@st.composite
def _places(draw: st.DrawFn) -> Place:
    numbers = st.integers(1, 6)
    try:
        if draw(st.booleans()):
            return Place(draw(numbers), None, draw(numbers), None)
        return Place(draw(numbers), draw(numbers), draw(numbers), draw(numbers))
    except InvalidValue:
        return Place(draw(numbers))


@given(_places(), _PARAGRAPHS)
@scaled(1_000)
def test_a_place_names_the_sentences_between_its_ends(
    place: Place, paragraphs: tuple[int, ...]
) -> None:
    every = [(p, s) for p, count in enumerate(paragraphs, 1) for s in range(1, count + 1)]
    ends = [place.begin, (place.last_paragraph, place.last_sentence or 1)]
    wanted = tuple(each for each in every if place.begin <= each <= place.end)
    found = sentences_at(place, paragraphs)
    assert found == (wanted if all(end in every for end in ends) else None)


@given(_places(), _PARAGRAPHS)
@scaled(1_000)
def test_the_nearest_place_exists_and_a_place_that_exists_is_its_own(
    place: Place, paragraphs: tuple[int, ...]
) -> None:
    near = nearest_place(place, paragraphs)
    if near is None:
        assert not paragraphs
        return
    assert sentences_at(near, paragraphs) is not None
    assert (near.sentence is None) == (place.sentence is None)
    if sentences_at(place, paragraphs) is not None:
        assert near == place


@pytest.mark.parametrize(
    ("place", "near"),
    [
        ("p3.9", "p3.2"),
        ("p4.1", "p3.2"),
        ("p9", "p3"),
        ("p2-9", "p2-3"),
        ("p1.2-7", "p1.2-3"),
        ("p1.2-p9.9", "p1.2-p3.2"),
        ("p2.5-6", "p2.1"),
        ("p1.1", "p1.1"),
    ],
)
def test_the_nearest_place(place: str, near: str) -> None:
    assert str(nearest_place(Place.parse(place), (3, 1, 2))) == near
