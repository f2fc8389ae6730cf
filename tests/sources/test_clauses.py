"""The parts of a sentence."""

from __future__ import annotations

import pytest

from argmap.sources.clauses import Parts


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        # An asterisk asks for the part of the word behind it.
        ("*One clause and *no other.", ["0.0", "0.0"]),
        ("*In 2018, *2019 and 2020 it *sank.", ["0.0", "0.0", "0.0"]),
        ("*Of the 64, *17 sank.", ["0.0", "0.0"]),
        ("*Of the boats, *17 sank.", ["0.0", "0.1"]),
        ("*It grew, but *it may shrink, they *say.", ["0.0", "1.0", "1.1"]),
        ("*It grew; *it shrank: *so it goes.", ["0.0", "1.0", "2.0"]),
        ("*It, which *is old, *sank.", ["0.0", "1.0", "0.1"]),
        ("*It (which, *being old) *sank.", ["0.0", "0.1", "0.2"]),
        ("*It stood, which *grew, and *fell.", ["0.0", "1.0", "2.0"]),
        ("*It grew in 2008 and *will shrink.", ["0.0", "1.0"]),
        ("*While some plough, *others sow, *or rest.", ["0.0", "1.0", "2.0"]),
        ("*It is, e.g. *the port.", ["0.0", "0.1"]),
        ("*It grew – *it did — *and more.", ["0.0", "1.0", "2.0"]),
        ("*It left at 10:30. *Then it sank.", ["0.0", "1.0"]),
    ],
)
def test_where_words_stand(sentence: str, parts: list[str]) -> None:
    plain, offsets = "", []
    for piece in sentence.split("*"):
        offsets.append(len(plain + piece))
        plain += piece
    found = Parts(plain)
    assert [str(found.at(offset)) for offset in offsets[:-1]] == parts


@pytest.mark.parametrize("dash", ["- ", "– ", "— "])
def test_a_dash_in_front_of_a_sentence_is_the_same_however_it_is_typed(dash: str) -> None:
    assert str(Parts(f"{dash}The minister did not.").at(10)) == "1.0"
