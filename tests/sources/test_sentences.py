"""Where sentences end: labelled sentences, and what holds of every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.normalising import normal_form
from argmap.sources.sentences import sentences
from tests.examples import scaled
from tests.sources.texts import labelled

_PIECES = st.sampled_from(
    [
        *("It rose", "the U.S", "a.m", "No", "Dr", "J", "etc", "5", "1.5", "eBay", "said", "He"),
        *("...", "?!", "[1]", "  ", "\u6f22\u5b57"),
        *".!?\u3002\"'(),- \n\xb2",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=60)


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("half", ["first", "second"])
def test_labelled_sentences(half: str) -> None:
    paragraphs = labelled(half)
    assert sum(map(len, paragraphs)) > 150
    assert [_split(" ".join(paragraph)) for paragraph in paragraphs] == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "1. The fares rise",
        "(a) The fares rise.",
        "\u201cWhy now?\u201d Ann Lee asked.",
        "He paid $5. for it",
        "the list ... Bergen and Turku",
        "...",
        "He said so. ...",
        "Sec. IV holds.",
        "U.S. 101 is closed.",
        "It began at 5 p.m. EST and went on",
        "an open end, no mark",
    ],
)
def test_one_sentence(text: str) -> None:
    assert _split(normal_form(text)) == [normal_form(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It cost a lot. $5 was too much.", ["It cost a lot.", "$5 was too much."]),
        (
            "\u6e2f\u3002\u8239\uff01\u300c\u4f55\uff1f\u300d\u6c34",
            ["\u6e2f\u3002", "\u8239\uff01", "\u300c\u4f55\uff1f\u300d", "\u6c34"],
        ),
        ("Parts: 1. Speed. 2. Cost.", ["Parts: 1.", "Speed.", "2. Cost."]),
        ("The cat sat. Mary left. It", ["The cat sat.", "Mary left.", "It"]),
        ("Why? Because. So!", ["Why?", "Because.", "So!"]),
        ('He wrote "No." A reply came.', ['He wrote "No."', "A reply came."]),
        ("The U.S. J. A. Venn left. It", ["The U.S. J. A. Venn left.", "It"]),
    ],
)
def test_several_sentences(text: str, parts: list[str]) -> None:
    assert _split(normal_form(text)) == parts


@given(_TEXTS)
@scaled(2_000)
def test_sentences_make_up_the_text(text: str) -> None:
    """Nothing stands between two sentences but one space or nothing, and none is empty."""
    text = normal_form(text)
    found = sentences(text)
    assert all(start < end and text[start] != " " != text[end - 1] for start, end in found)
    at = 0
    for start, end in found:
        assert text[at:start] in ("", " ")
        at = end
    assert at == len(text)
    assert bool(found) == bool(text)


@given(_TEXTS)
@scaled(1_000)
def test_every_sentence_but_the_last_holds_a_word_and_ends_with_a_mark(text: str) -> None:
    for sentence in _split(normal_form(text))[:-1]:
        assert any(map(str.isalnum, sentence))
        assert any(mark in sentence for mark in ".!?\u3002\uff01\uff1f\u061f\u0964")


@pytest.mark.parametrize(
    "run",
    [
        ".",
        ". ",
        "?",
        "? ",
        '."',
        '"',
        "(",
        "a. ",
        "A. ",
        "U.S. ",
        ".(",
        "[1]",
        "[1",
        "\u3002",
        ". - ",
    ],
)
def test_a_long_run_takes_as_long_as_other_text(run: str) -> None:
    text = normal_form("It is so" + run * (300_000 // len(run)) + " end. The end.")
    assert sentences(text)[-1][1] == len(text)
