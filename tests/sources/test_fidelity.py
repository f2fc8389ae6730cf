"""What a claim makes of its sentences: stray numbers and dropped words, from codes alone."""

from __future__ import annotations

import pytest

from argmap.lexicon import Entry, Sense, lexicon
from argmap.model import Qualifier
from argmap.sources.fidelity import Coded, dropped_words, stray_numbers
from argmap.sources.quantities import parse
from argmap.sources.wording import parse_mark


def dropped(claim: str, *sentences: str, certainty: Qualifier | None = None) -> list[str]:
    found = dropped_words(claim, certainty, [Coded.of(sentence) for sentence in sentences])
    for one in found:
        assert one.is_negation == (one.mark in Coded.of(sentences[one.sentence]).negations)
    return [one.words for one in found]


def test_a_stray_number_has_its_place_and_what_it_may_have_been() -> None:
    sentences = [Coded.of("Of 120 ships 61 per cent sank."), Coded.of("In 2024, 5 km off.")]
    claim = "Of 120 ships 16 per cent sank in 2023, on day 9."
    found = stray_numbers(claim, sentences)
    assert [claim[one.start : one.end] for one in found] == [one.number for one in found]
    assert [(one.number, one.instead) for one in found] == [
        ("16 per cent", ("61 %",)),
        ("2023", ("2024",)),
        ("9", ("120",)),
    ]


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("It rains.", "It may rain.", ["may"]),
        ("It could rain.", "It may rain.", []),
        ("It will probably rain.", "It may rain.", ["may"]),
        ("It may rain.", "It will probably rain.", []),
        ("It appears to rain.", "It will probably rain.", []),
        ("It will almost certainly rain.", "It will probably rain.", ["probably"]),
        ("It will rain.", "It is unlikely to rain.", ["unlikely"]),
        ("It is likely to rain.", "It is unlikely to rain.", ["unlikely"]),
        ("It is likely not to rain.", "It is unlikely to rain.", []),
        ("It may rain.", "It is unlikely to rain.", []),
        ("It is doubtful that it rains.", "It is unlikely to rain.", []),
        ("It is unlikely to rain.", "It will probably rain.", []),
        ("Ships sank.", "Some ships sank.", ["some"]),
        ("Most ships sank.", "Some ships sank.", ["some"]),
        ("Several ships sank.", "Some ships sank.", []),
        ("Some ships may sink.", "Most ships may sink.", []),
        ("Ships may sink.", "Most ships may sink.", ["most"]),
        ("It rains.", "It does not rain.", ["not"]),
        ("It has stopped raining.", "It does not rain.", []),
        ("It refused to rain.", "It refused to snow and did not rain.", []),
        ("It snowed that day.", "It did not snow, it rejected that.", ["not"]),
        ("It rejected that plan.", "It did not snow, it rejected that.", ["not"]),
        ("It rains.", "It may not rain.", ["may", "not"]),
    ],
)
def test_what_a_claim_drops(claim: str, sentence: str, found: list[str]) -> None:
    assert dropped(claim, sentence) == found


@pytest.mark.parametrize(
    ("certainty", "found"),
    [
        (Qualifier("may"), []),
        (Qualifier("likely"), ["may"]),
        (Qualifier("likely", as_written="could"), []),
        (Qualifier("bound to"), ["may"]),
        (Qualifier("by the stars"), []),
        (Qualifier("unlikely"), ["may"]),
    ],
)
def test_the_certainty_of_a_statement_keeps_a_hedge(certainty: Qualifier, found: list[str]) -> None:
    assert dropped("It rains.", "It may rain.", certainty=certainty) == found


@pytest.mark.parametrize(
    ("claim", "sentences", "found"),
    [
        # The number tells which clause, and which sentence, is taken.
        ("Exports grew by 6 %.", ["Exports grew by 6 %, but orders may fall."], []),
        ("Exports grew by 6 %.", ["Exports may have grown by 6 %, but orders fell."], ["may"]),
        ("Exports grew by 6 %.", ["Exports, they say, may have grown, by 6 %."], ["may"]),
        ("Of 64, eight gained.", ["Of the 64 huts, 17 saw no gain, and eight gained."], []),
        ("It closed nine ports.", ["It may close two.", "It closed nine ports."], []),
        ("It closed nine ports.", ["It closed two.", "It may close nine ports."], ["may"]),
        # A claim that is longer than the sentence with its number takes more than that one.
        (
            "The guard, on duty for 11 hours, fell asleep before the train had come.",
            ["He had been on duty for 11 hours.", "He may have slept before the train came."],
            ["may"],
        ),
        # A number that is wrong is taken for the one that it is like.
        ("It grew by 7 %.", ["It grew by 6 % in 2019, but may shrink in 2020."], []),
        # Without numbers, a claim that leaves out the greater part is not judged.
        ("It rained.", ["It may rain, they say, and the old harbour lies behind walls."], []),
    ],
)
def test_what_is_said_of_the_parts_that_a_claim_takes(
    claim: str, sentences: list[str], found: list[str]
) -> None:
    assert dropped(claim, *sentences) == found


WORDINGS = [
    (" ".join(words), entry)
    for words, entry in lexicon().entries.items()
    if entry.sense in {Sense.HEDGE, Sense.NEGATION}
]


@pytest.mark.parametrize(("wording", "entry"), WORDINGS, ids=[one for one, _ in WORDINGS])
def test_any_hedge_or_negation_that_is_dropped_is_found(wording: str, entry: Entry) -> None:
    claim = "The old boats lie behind the walls."
    [found] = dropped_words(claim, None, [Coded.of(f"The old boats {wording} lie behind them.")])
    assert found.mark.code == entry.code
    assert found.is_negation == (entry.sense is Sense.NEGATION)
    assert found.words == lexicon().words_of(entry.code)


def test_codes_are_all_that_is_needed() -> None:
    """What an index spells, read back, gives the same findings as the sentence."""
    sentence = Coded.of("The 64 huts may not last; of them, 17 have some damage, in 2019.")
    kept = Coded(
        sentence.words,
        tuple(parse(str(number)) for number in sentence.numbers),
        tuple(parse_mark(str(mark)) for mark in sentence.hedges),
        tuple(parse_mark(str(mark)) for mark in sentence.negations),
    )
    assert kept == sentence
    for claim in ("The 64 huts last.", "71 huts have damage.", "In 2018 it had 17 huts."):
        assert dropped_words(claim, None, [kept]) == dropped_words(claim, None, [sentence])
        assert stray_numbers(claim, [kept]) == stray_numbers(claim, [sentence])


def test_a_code_that_the_lexicon_no_longer_has_asks_for_nothing() -> None:
    old = Coded(3, (), (parse_mark("peradventure"),), ())
    assert dropped_words("It rains.", None, [old]) == ()


def test_a_claim_without_sentences_has_only_strays() -> None:
    assert [one.number for one in stray_numbers("It has 3.", [])] == ["3"]
    assert dropped_words("It has 3.", None, []) == ()
