"""Two editions of a source: what became of each sentence."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.documents import document
from argmap.sources.drift import Drift, Fate, drift
from argmap.sources.lines import Layout
from argmap.sources.source_index import SourceIndex, index_of
from tests.examples import scaled
from tests.sources.texts import article, labelled

_SENTENCES = [
    sentence
    for half in ("first", "second")
    for paragraph in labelled(half)
    for sentence in paragraph
    if sentence.count(" ") >= 5 and sentence[0].isupper() and sentence[-1] == "."
]
_UNIQUE = [each for each in dict.fromkeys(_SENTENCES) if ". " not in each.strip(".")]


def _index(*paragraphs: list[str]) -> SourceIndex:
    text = "\n".join(" ".join(paragraph) for paragraph in paragraphs)
    return index_of(document(text, layout=Layout.LINES))


def _told(found: Mapping[tuple[int, int], Drift]) -> list[str]:
    return [
        f"p{key[0]}.{key[1]} {each.fate.value} {', '.join(map(str, each.places))}".strip()
        for key, each in found.items()
    ]


A, B, C, D = (
    "The ferry stays in the harbour at night.",
    "Nobody has asked the crews what they want.",
    "A second boat would cost 3.5 million kroner.",
    "The council will decide in June, it says.",
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([[A, B], [C]], [[A, B], [C]], ["p1.1 same p1.1", "p1.2 same p1.2", "p2.1 same p2.1"]),
        ([[A, B]], [[B, A]], ["p1.1 moved p1.2", "p1.2 moved p1.1"]),
        ([[A, B]], [[D, C], [A, B]], ["p1.1 moved p2.1", "p1.2 moved p2.2"]),
        ([[A, B, C]], [[A, C]], ["p1.1 same p1.1", "p1.2 gone", "p1.3 moved p1.2"]),
        ([[A, B]], [[A, B.replace("asked", "told")]], ["p1.1 same p1.1", "p1.2 changed p1.2"]),
        ([[C]], [[C.replace("3.5", "3.6")]], ["p1.1 changed p1.1"]),
        (
            [[A, B, D]],
            [[D.replace("says", "seems"), A, B]],
            ["p1.1 moved p1.2", "p1.2 moved p1.3", "p1.3 changed p1.1"],
        ),
        ([[A, B]], [[A, C]], ["p1.1 same p1.1", "p1.2 gone"]),
        ([[A]], [[B, A, A]], ["p1.1 ambiguous p1.2, p1.3"]),
        ([[A]], [[A, B, A]], ["p1.1 same p1.1"]),
        ([[A, B, A]], [[A, B]], ["p1.1 same p1.1", "p1.2 same p1.2", "p1.3 gone"]),
        ([[A, A]], [[B, A, A]], ["p1.1 moved p1.2", "p1.2 moved p1.3"]),
        (
            [[A, A, A]],
            [[B, B, C, A, A]],
            ["p1.1 ambiguous p1.4, p1.5"] + [f"p1.{n} ambiguous p1.4, p1.5" for n in (2, 3)],
        ),
        (
            [[A, "No way.", B]],
            [[A, "No way.", B]],
            ["p1.1 same p1.1", "p1.2 same p1.2", "p1.3 same p1.3"],
        ),
        (
            [[A, "No way.", B]],
            [[C], [A, "No way.", B]],
            ["p1.1 moved p2.1", "p1.2 moved p2.2", "p1.3 moved p2.3"],
        ),
        (
            [[A, "No way.", B]],
            [[A, "No more.", B, C]],
            ["p1.1 same p1.1", "p1.2 changed p1.2", "p1.3 same p1.3"],
        ),
        ([[A, "No way.", B]], [[A, B]], ["p1.1 same p1.1", "p1.2 gone", "p1.3 moved p1.2"]),
        ([["No way.", A]], [[D, "No way.", A]], ["p1.1 moved p1.2", "p1.2 moved p1.3"]),
        ([["Yes.", "No way."]], [[D, C]], ["p1.1 changed p1.1", "p1.2 changed p1.2"]),
        ([["Yes."]], [[]], ["p1.1 gone"]),
        ([[B, A]], [[A, B.replace("asked", "told")]], ["p1.1 changed p1.2", "p1.2 moved p1.1"]),
        ([[]], [[A]], []),
    ],
)
def test_what_became_of_each(old: list[list[str]], new: list[list[str]], told: list[str]) -> None:
    assert _told(drift(_index(*old), _index(*new))) == told


def test_a_change_is_told_with_how_alike_the_two_are() -> None:
    found = drift(_index([C]), _index([C.replace("3.5", "3.6")]))[1, 1]
    assert found.similarity is not None
    assert 0.5 < found.similarity < 1
    assert drift(_index(["No way."]), _index(["No."]))[1, 1].similarity is None


@given(
    st.lists(st.sampled_from(_UNIQUE), min_size=1, max_size=30, unique=True),
    st.randoms(use_true_random=False),
)
@scaled(300)
def test_every_edit_is_told(sentences: list[str], rng: random.Random) -> None:
    """Sentences that are deleted, put in, swapped, or have a word changed, each with its fate."""
    old, fresh = sentences, [each for each in _UNIQUE if each not in sentences]
    edited: list[tuple[int | None, str]] = list(enumerate(old))
    changed = set()
    for _ in range(rng.randrange(4)):
        kind = rng.choice(["delete", "insert", "swap", "change"])
        at = rng.randrange(max(1, len(edited)))
        if kind == "insert":
            edited.insert(at, (None, fresh.pop(rng.randrange(len(fresh)))))
        elif kind == "delete" and edited:
            del edited[at]
        elif kind == "swap" and len(edited) > 1:
            other = rng.randrange(len(edited))
            edited[at], edited[other] = edited[other], edited[at]
        elif edited:
            origin, sentence = edited[at]
            if sentence.count(" ") >= 9 and origin not in changed:
                words = sentence.split(" ")
                words[4] = f"{words[4]}zz"
                edited[at] = (origin, " ".join(words))
                changed.add(origin)
    found = drift(_index(*[[each] for each in old]), _index(*[[each] for _, each in edited]))
    now = {origin: at for at, (origin, _) in enumerate(edited, 1) if origin is not None}
    for at in range(len(old)):
        each = found[at + 1, 1]
        if at not in now:
            # Another sentence may be alike by chance.
            assert each.fate in (Fate.GONE, Fate.CHANGED)
        elif at in changed:
            assert each.fate in (Fate.CHANGED, Fate.GONE)
        else:
            assert each.fate is (Fate.SAME if now[at] == at + 1 else Fate.MOVED)
            assert str(each.places[0]) == f"p{now[at]}.1"


def test_changed_sentences_are_found_where_they_stand() -> None:
    """Of words changed in sentences of eight words or more, nearly all are told as changed."""
    long = [each for each in _UNIQUE if each.count(" ") >= 7]
    old = _index(*[[each] for each in _UNIQUE])
    told = 0
    for sentence in long:
        words = sentence.split(" ")
        words[5] = "otherwise"
        new = _index(*[[" ".join(words) if each == sentence else each] for each in _UNIQUE])
        found = drift(old, new)[_UNIQUE.index(sentence) + 1, 1]
        told += (
            found.fate is Fate.CHANGED and found.places[0].paragraph == _UNIQUE.index(sentence) + 1
        )
    assert len(long) >= 20
    assert told >= 0.9 * len(long)


_LONG_WORDS = [word for word in " ".join(_UNIQUE).split() if word.isalpha() and len(word) > 4]


def _random_sentence(rng: random.Random) -> str:
    return " ".join(rng.choices(_LONG_WORDS, k=12)).capitalize() + "."


def test_long_texts_are_compared_in_linear_time() -> None:
    rng = random.Random(5)
    old, new = ([[_random_sentence(rng) for _ in range(5)] for _ in range(600)] for _ in range(2))
    fates = [each.fate for each in drift(_index(*old), _index(*new)).values()]
    assert fates.count(Fate.GONE) > 0.95 * len(fates)
    moved = drift(_index(*old), _index(*old[::-1]))
    assert [each.fate for each in moved.values()].count(Fate.MOVED) == 3_000


@given(st.lists(st.sampled_from([*_SENTENCES, "No way.", "Yes."]), max_size=12), st.data())
@scaled(300)
def test_laws(sentences: list[str], data: st.DataObject) -> None:
    one = _index(sentences)
    assert {each.fate for each in drift(one, one).values()} <= {Fate.SAME}
    other = _index(data.draw(st.permutations(sentences)))
    found = drift(one, other)
    assert list(found) == list(one.sentences)
    for each in found.values():
        assert all(place.begin in other.sentences for place in each.places)
        assert bool(each.places) == (each.fate is not Fate.GONE)
        assert len(each.places) <= 1 or each.fate is Fate.AMBIGUOUS


def test_edits_of_the_article() -> None:
    text = article()
    index = index_of(document(text))
    one = index_of(document(text.replace("61", "16", 1)))
    assert [key for key, each in drift(index, one).items() if each.fate is not Fate.SAME] == [
        (7, 3)
    ]
    assert drift(index, one)[7, 3].fate is Fate.CHANGED
