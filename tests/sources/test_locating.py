"""Finding whole sentences by their fingerprints."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Place
from argmap.sources.documents import document
from argmap.sources.fingerprints import FEWEST_WORDS, words
from argmap.sources.lines import Layout
from argmap.sources.locating import WholeSentences, by_fingerprint
from argmap.sources.quotes import Fit
from argmap.sources.source_index import index_of
from tests.examples import scaled, sized
from tests.sources.texts import labelled

_PARAGRAPHS = labelled("second")
_INDEX = index_of(document("\n\n".join(" ".join(each) for each in _PARAGRAPHS)))
_LONG = [
    each for paragraph in _PARAGRAPHS for each in paragraph if len(words(each)) >= FEWEST_WORDS
]


@given(st.sampled_from(_LONG))
@scaled(100)
def test_a_whole_sentence_is_found_however_it_is_typeset(sentence: str) -> None:
    found = by_fingerprint(_INDEX, f" {sentence} ".replace(" ", "\xa0").replace("'", "\u2019"))
    assert found.fit in (Fit.EXACT, Fit.AMBIGUOUS)
    assert found.similarity == 1.0


@pytest.mark.parametrize(
    "text", ["", "No.", "the minister", "No. They will not. He did.", "zzz a b c d e f g."]
)
def test_what_cannot_be_found(text: str) -> None:
    assert by_fingerprint(_INDEX, text).fit is Fit.ABSENT


def test_sentences_in_a_row() -> None:
    index = index_of(document("It rained all day.\n\nAll of us slept. Nobody went out then."))
    assert by_fingerprint(index, "It rained all day. All of us slept.").places == (
        Place(1, 1, 2, 1),
    )
    assert by_fingerprint(index, "All of us slept. It rained all day.").fit is Fit.ABSENT


def test_the_same_sentence_twice_and_one_that_is_nearly_there() -> None:
    sentence = "The council has debated the bridge since 1998 and has decided nothing."
    index = index_of(document(f"{sentence} No.\n\nIt is so. {sentence} Yes."))
    found = by_fingerprint(index, sentence)
    assert (found.fit, found.places) == (Fit.AMBIGUOUS, (Place(1, 1), Place(2, 2)))
    near = by_fingerprint(index, sentence.replace("1998", "1999"))
    assert (near.fit, near.places) == (Fit.NEAR, (Place(1, 1),))
    assert 0.7 <= near.similarity < 1


def test_an_index_without_sentences() -> None:
    assert by_fingerprint(index_of(document("")), "It rained all day.").fit is Fit.ABSENT


def test_a_row_of_sentences_is_found_wherever_it_stands_however_often() -> None:
    """Held to what comparing every stretch finds; few are compared one by one, many at once."""
    chance = random.Random(3)
    kinds = [f"The boat of number {number} is here." for number in range(3)]
    for count in (8, 4_000):
        row = [chance.choice(kinds) for _ in range(count)]
        index = index_of(document("\n\n".join(row)))
        for length in (1, 2, 3, 5):
            begin = chance.randrange(count - length)
            wanted = row[begin : begin + length]
            found = by_fingerprint(index, " ".join(wanted))
            starts = [at for at in range(count) if row[at : at + length] == wanted]
            assert [place.paragraph for place in found.places] == [at + 1 for at in starts[:1_000]]


def test_without_what_is_near_nothing_is_guessed() -> None:
    there = WholeSentences(index_of(document("The council has debated the bridge since 1998.")))
    near = "The council has debated the bridge since 1999."
    assert there.find(near).fit is Fit.NEAR
    assert there.find(near, near=False).fit is Fit.ABSENT


def test_many_quotes_are_sought_in_a_long_text_in_linear_time() -> None:
    """It takes a second; with each sentence compared with each quote it takes minutes."""
    count = sized(4_000, deep=20_000)
    rows = [f"The boat of number {number} lies here at night." for number in range(count)]
    there = WholeSentences(index_of(document("\n".join(rows), layout=Layout.LINES)))
    begin = time.process_time()
    for row in rows:
        assert there.find(row, near=False).fit is Fit.EXACT
        assert there.find(row[:-1], near=False).fit is Fit.ABSENT
    assert time.process_time() - begin < sized(30, deep=120)
