"""The lexicon: what the data file holds, and how a wording is found."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
import yaml

from argmap.lexicon import Sense, lexicon

SECTIONS = {
    "schema",
    "classes",
    "hedges",
    "keeping",
    "negations",
    "denying",
    "plain",
    "certain",
}


@pytest.fixture(scope="module")
def document() -> Any:
    """Every scalar as it is written: `no` is a word here."""
    return yaml.load(pkgutil.get_data("argmap.lexicon", "lexicon.yaml") or b"", yaml.BaseLoader)


def _wordings(document: Any) -> list[tuple[Sense, str, str]]:
    """Each wording with its sense and its code or class."""
    return [
        *((Sense.HEDGE, c, w) for e in document["hedges"].values() for c in e for w in e[c]),
        *((Sense.KEEPING, name, w) for name, e in document["keeping"].items() for w in e),
        *((Sense.NEGATION, code, w) for code, e in document["negations"].items() for w in e),
        *((Sense.DENYING, "", w) for w in document["denying"]),
        *((Sense.PLAIN, "", w) for w in document["plain"]),
    ]


def test_the_file_has_the_sections_that_are_read(document: Any) -> None:
    assert set(document) == SECTIONS
    assert document["schema"] == "argmap-lexicon/1"


def test_every_wording_is_written_as_texts_are_compared(document: Any) -> None:
    for _, _, wording in _wordings(document):
        assert re.fullmatch(r"[a-z']+( [a-z']+)*", wording), wording


def test_no_wording_stands_twice_in_one_sense(document: Any) -> None:
    found = Counter((sense, wording) for sense, _, wording in _wordings(document))
    assert [one for one, count in found.items() if count > 1] == []


def test_no_wording_has_two_codes(document: Any) -> None:
    asking = {Sense.HEDGE, Sense.NEGATION, Sense.PLAIN}
    found = Counter(wording for sense, _, wording in _wordings(document) if sense in asking)
    assert [one for one, count in found.items() if count > 1] == []


def test_codes_are_of_one_class_and_can_be_kept_in_an_index(document: Any) -> None:
    codes = Counter(code for entries in document["hedges"].values() for code in entries)
    codes.update(list(document["negations"]))
    assert [code for code, count in codes.items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


def test_classes_are_those_that_are_used_and_ranked_within_a_kind(document: Any) -> None:
    assert set(document["hedges"]) == set(document["classes"])
    assert set(document["keeping"]) <= set(document["classes"])
    assert {entry["kind"] for entry in document["classes"].values()} == {"sureness", "extent"}
    assert {entry["rank"] for entry in document["classes"].values()} == set("1234")


def test_the_reader_keeps_what_the_file_says(document: Any) -> None:
    known = lexicon()
    for sense, name, wording in _wordings(document):
        found = known.longest(wording.split(), 0)
        assert found is not None
        assert found.length == len(wording.split())
        if sense in {Sense.HEDGE, Sense.NEGATION}:
            assert (found.entry.sense, found.entry.code) == (sense, name)
    for name, codes in document["hedges"].items():
        for code in codes:
            strength = known.strength(code)
            assert strength is not None
            entry = document["classes"][name]
            is_against = entry.get("against") == "true"
            assert strength == (name, entry["kind"], int(entry["rank"]), is_against)
            assert known.words_of(code) == codes[code][0]


def test_the_longest_wording_is_found_within_the_bounds_given() -> None:
    words = ["it", "might", "well", "rain"]
    for end, length in ((4, 2), (2, 1)):
        found = lexicon().longest(words, 1, end)
        assert found is not None
        assert found.length == length
    assert lexicon().longest(words, 0) is None
    assert lexicon().longest(["might", "welly"], 0) == lexicon().longest(["might"], 0)


def test_a_code_that_is_of_no_hedge_has_no_strength() -> None:
    assert lexicon().strength("not") is None
    assert lexicon().words_of("of-no-kind") == "of-no-kind"


def test_the_file_is_read_when_it_is_asked_for() -> None:
    command = "import sys, argmap.lexicon; print('yaml' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, check=True, text=True
    )
    assert done.stdout == "False\n"
