"""Quotes: exact, near with the difference, absent, ambiguous; brute force is the oracle."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.model import Place
from argmap.sources.aligning import alignment, occurrences
from argmap.sources.documents import document
from argmap.sources.normalising import normal_form
from argmap.sources.quotes import LONGEST, Difference, Fit, Quotable
from tests.examples import scaled
from tests.sources.texts import article, labelled

_PARAGRAPHS = [" ".join(each) for half in ("first", "second") for each in labelled(half)]


def _quotable(text: str) -> Quotable:
    return Quotable(
        {piece.place.begin: piece.text for piece in document(text).pieces if piece.place}
    )


TEXT = _quotable(
    """\
South Korea’s harbour board “met in secret”, it says. The fares rose by 5 per cent in May, and the
night ferry – the last one – was cut. Nobody asked the crews, who would have said no.

The fares rose by 5 per cent in June, and nobody minded. It won’t last, says the board: 3.5 million
is a lot. The end.
"""
)


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("South Korea", "p1.1"),
        ("South Korea's harbour", "p1.1"),
        ('"met in secret",', "p1.1"),
        ("met in secret", "p1.1"),
        ("night ferry -- the last  one", "p1.2"),
        ("was cut. Nobody asked", "p1.2-3"),
        ("said no. The fares", "p1.3-p2.1"),
        ("The end.", "p2.3"),
        ("3.5 mil\xadlion", "p2.2"),
        ("won't last", "p2.2"),
    ],
)
def test_exact(quote: str, place: str) -> None:
    found = TEXT.find(quote)
    assert (found.fit, [str(each) for each in found.places]) == (Fit.EXACT, [place])
    assert (found.differences, found.similarity, found.in_context) == ((), 1.0, True)


@pytest.mark.parametrize(
    "quote", ["", "...", "won", "5 million", "sixty ships", "the board of crews", "fare"]
)
def test_absent(quote: str) -> None:
    assert TEXT.find(quote).fit is Fit.ABSENT


@pytest.mark.parametrize(
    ("quote", "place", "differences", "similarity"),
    [
        ("rose by 6 per cent in May", "p1.2", [("6", "5")], 6 / 7),
        ("Nobody has asked the crews", "p1.3", [("has", "")], 0.8),
        ("the crews, who would said no", "p1.3", [("", "have")], 5 / 6),
        ("Met in secret", "p1.1", [("Met in secret", "met in secret")], 1.0),
        (
            "rose by 5 per cent, in May",
            "p1.2",
            [("rose by 5 per cent, in May", "rose by 5 per cent in May")],
            1.0,
        ),
        ("the day ferry - the first one", "p1.2", [("day", "night"), ("first", "last")], 4 / 6),
        ("zzz fares rose by 5 per cent in June", "p2.1", [("zzz", "The")], 8 / 9),
    ],
)
def test_near(
    quote: str, place: str, differences: list[tuple[str, str]], similarity: float
) -> None:
    found = TEXT.find(quote)
    assert (found.fit, [str(each) for each in found.places]) == (Fit.NEAR, [place])
    assert list(found.differences) == [Difference(*each) for each in differences]
    assert found.similarity == pytest.approx(similarity)


def test_ambiguous_and_what_decides() -> None:
    quote = "The fares rose by 5 per cent"
    found = TEXT.find(quote)
    assert (found.fit, [str(each) for each in found.places]) == (Fit.AMBIGUOUS, ["p1.2", "p2.1"])
    assert TEXT.find(quote, suffix="in June").places == (Place(2, 1),)
    assert TEXT.find(quote, prefix="it says.").places == (Place(1, 2),)
    assert TEXT.find(quote, prefix="said no.", suffix=" in June").fit is Fit.EXACT
    assert TEXT.find(quote, within=Place(2)).places == (Place(2, 1),)
    assert TEXT.find(quote, within=Place(1, 3)).fit is Fit.AMBIGUOUS
    wrong = TEXT.find(quote, suffix="in July")
    assert (wrong.fit, wrong.in_context) == (Fit.AMBIGUOUS, False)
    assert not TEXT.find("met in secret", prefix="never").in_context


def test_what_is_near_in_two_places_is_looked_for_where_it_is_said_to_stand() -> None:
    quote = "The fares rose by 7 per cent"
    assert TEXT.find(quote).places == (Place(1, 2),)
    assert TEXT.find(quote, within=Place(2)).places == (Place(2, 1),)
    assert TEXT.find("the fares rose", within=Place(2, 1)).places == (Place(2, 1),)


def test_a_quote_longer_than_any_is_sought_exactly_only() -> None:
    long = " ".join(f"word{number}" for number in range(LONGEST + 1))
    text = _quotable(f"{long} and more.")
    assert text.find(long).fit is Fit.EXACT
    assert text.find(long.replace("word7 ", "other ")).fit is Fit.ABSENT
    assert text.find(" ".join(long.replace("word7 ", "other ").split()[:-1])).fit is Fit.NEAR


def _edits(quoted: list[str], stretch: list[str]) -> int:
    """The edit distance to the nearest part of a stretch, by trying every part."""

    def distance(one: list[str], other: list[str]) -> int:
        row = list(range(len(other) + 1))
        for count, word in enumerate(one, 1):
            above, row = row, [count]
            for at, another in enumerate(other):
                row.append(min(above[at] + (word != another), above[at + 1] + 1, row[at] + 1))
        return row[-1]

    size = len(stretch)
    return min(
        distance(quoted, stretch[start:end])
        for start in range(size + 1)
        for end in range(start, size + 1)
    )


_FEW = st.lists(st.sampled_from("abcd"), max_size=7)


@given(_FEW.filter(bool), _FEW)
@scaled(1_000)
def test_an_alignment_is_the_best_there_is(quoted: list[str], stretch: list[str]) -> None:
    found = alignment(quoted, stretch)
    assert found.edits == _edits(quoted, stretch)
    assert found.edits == sum(max(to - of, last - first) for of, to, first, last in found.runs)
    rebuilt, at = [], 0
    for of, to, first, last in found.runs:
        rebuilt += [*quoted[at:of], *stretch[first:last]]
        at = to
    assert [*rebuilt, *quoted[at:]] == stretch[found.start : found.end]


@given(st.lists(st.sampled_from(_PARAGRAPHS), min_size=1, max_size=4, unique=True), st.data())
@scaled(500)
def test_any_words_of_a_text_are_found_where_they_stand(
    paragraphs: list[str], data: st.DataObject
) -> None:
    text = _quotable("\n\n".join(paragraphs))
    key = data.draw(st.sampled_from(list(text.sentences)))
    sentence = text.sentences[key]
    words = list(re.finditer(r"\S+", sentence))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = sentence[words[first].start() : words[last].end()]
    assume(any(map(str.isalnum, quote)))
    found = text.find(quote)
    assert Place(*key) in found.places
    assert found.fit is (Fit.EXACT if len(found.places) == 1 else Fit.AMBIGUOUS)
    one = text.find(quote, within=Place(*key))
    assert set(one.places) == {Place(*key)}


#: Paragraphs with a sentence of five plain words or more.
_PLAIN = [
    (" ".join(paragraph), sentence)
    for half in ("first", "second")
    for paragraph in labelled(half)
    for sentence in paragraph
    if sentence.count(" ") >= 4
    and all(word.strip("\"'.,;:()[]!?").isalpha() for word in sentence.split())
]


@given(st.sampled_from(_PLAIN), st.sampled_from(_PARAGRAPHS), st.data())
@scaled(500)
def test_with_one_word_changed_the_place_and_the_word_are_told(
    chosen: tuple[str, str], other: str, data: st.DataObject
) -> None:
    paragraph, sentence = chosen
    text = _quotable("\n\n".join(dict.fromkeys([paragraph, other])))
    key = next(key for key, each in text.sentences.items() if each == sentence)
    words = sentence.split()
    at = data.draw(st.integers(0, len(words) - 1))
    found = text.find(" ".join([*words[:at], "zzz", *words[at + 1 :]]))
    assert found.fit is Fit.NEAR
    assert found.places == (Place(*key),)
    (difference,) = found.differences
    assert difference.quoted == "zzz"
    assert difference.stands in words[at]


def test_many_quotes_in_a_long_text() -> None:
    sentences = {
        (1, number): f"The boat {number} left the pier {number % 97} at the hour of {number % 89}."
        for number in range(1, 20_001)
    }
    text = Quotable(sentences)
    for number in range(1, 3_001):
        assert text.find(f"boat {number} left the pier").places == (Place(1, number),)
    for number in range(1, 20_001, 5):
        common = text.find("left the pier", within=Place(1, number))
        assert (common.fit, common.places) == (Fit.EXACT, (Place(1, number),))
    near = text.find("The boat 17 left the harbour 17 at the hour")
    assert (near.fit, near.places) == (Fit.NEAR, (Place(1, 17),))


@given(st.lists(st.sampled_from("ab"), min_size=1, max_size=4), st.lists(st.sampled_from("abc")))
def test_occurrences_are_all_there_are(wanted: list[str], among: list[str]) -> None:
    every = range(len(among) - len(wanted) + 1)
    assert list(occurrences(wanted, among)) == [
        at for at in every if among[at : at + len(wanted)] == wanted
    ]


@pytest.mark.parametrize(
    ("row", "quote", "fit"),
    [("a ", "a ", Fit.AMBIGUOUS), ("a b ", "a b ", Fit.AMBIGUOUS), ("a b ", "a ", Fit.ABSENT)],
)
def test_a_text_that_repeats_itself_is_searched_in_linear_time(
    row: str, quote: str, fit: Fit
) -> None:
    """With each place compared word for word it would take 3,000 million turns."""
    count = 100_000
    quotable = Quotable({(1, 1): row * count})
    begin = time.process_time()
    found = quotable.find(quote * (count // 2))
    assert time.process_time() - begin < 15
    assert found.fit is fit


@given(st.lists(st.sampled_from(_PARAGRAPHS), min_size=1, max_size=4), st.data())
@scaled(500)
def test_a_place_only_chooses_among_what_is_found_without_it(
    paragraphs: list[str], data: st.DataObject
) -> None:
    text = Quotable(
        {(number, 1): paragraph for number, paragraph in enumerate(map(normal_form, paragraphs), 1)}
    )
    words = data.draw(st.sampled_from(list(text.sentences.values()))).split()
    quote = " ".join(words[data.draw(st.integers(0, len(words) - 1)) :][:4])
    suffix = data.draw(st.sampled_from([None, words[-1], "zzz"]))
    within = Place(data.draw(st.integers(1, 5)))
    free = text.find(quote, suffix=suffix)
    found = text.find(quote, suffix=suffix, within=within)
    assert set(found.places) <= set(free.places) or found.fit is Fit.NEAR
    inside = {place for place in free.places if place.paragraph == within.paragraph}
    if free.fit in (Fit.EXACT, Fit.AMBIGUOUS):
        assert set(found.places) == (inside or set(free.places))
    assert found.in_context == free.in_context


def test_every_sentence_of_the_article_is_found() -> None:
    text = _quotable(article())
    for key, sentence in text.sentences.items():
        assert text.find(sentence).places == (Place(*key),)
        half = " ".join(sentence.split()[: max(4, sentence.count(" ") // 2)])
        assert Place(*key) in text.find(normal_form(half)).places
