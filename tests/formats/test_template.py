"""The first map: it is read, it is clean, and it takes any title and any id."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from argmap.errors import InvalidValue
from argmap.formats.native import read
from argmap.formats.native.formatting import formatted
from argmap.formats.schema import FILE_NAME, schema
from argmap.formats.template import template
from argmap.model import ArgumentMap
from argmap.rules import check
from argmap.text import Text
from tests.documents import IDS, TEXTS
from tests.formats.test_schema_core import load

NAMES = [
    "first-reason",
    "second-reason",
    "hidden-assumption",
    "finding",
    "objection",
    "reply",
    "article",
]


def map_of(text: str) -> ArgumentMap:
    reading = read(Text("t", text))
    assert [str(finding) for finding in reading.diagnostics] == []
    assert reading.map is not None
    return reading.map


@given(
    st.none() | TEXTS,
    IDS | st.sampled_from(NAMES),
    st.sampled_from([FILE_NAME, None, "../schema.json", "file:///a%20b/c.json"]),
)
def test_every_first_map_is_read_clean_and_valid(
    title: str | None, main: str, path: str | None
) -> None:
    text = template(title, main=main, schema=path)
    m = map_of(text)
    # That places cannot be checked without an index is all there is to say.
    assert {finding.code for finding in check(m).diagnostics} == {"AM512"}
    assert m.main == (main,)
    assert title is None or m.title == title
    assert text.startswith("#" if path is None else f"# yaml-language-server: $schema={path}\n")
    assert len({statement.id for statement in m.statements}) == 7
    Draft7Validator(schema()).validate(load(text))


def test_a_first_map_shows_every_kind_and_explains_itself_on_one_page() -> None:
    text = template()
    m = map_of(text)
    assert {statement.kind.value for statement in m.statements} == {
        *("conclusion", "claim", "premise", "assumption", "evidence"),
    }
    assert [step.position.value for step in m.steps].count("against") == 2
    lines = text.splitlines()
    assert len(lines) <= 50
    assert max(map(len, lines)) <= 100
    assert len([line for line in lines if "#" in line]) > 10


def test_a_title_is_kept_letter_by_letter() -> None:
    title = 'Tab\t, "quotes", {braces}, \\ and\na second line: # no comment'
    assert map_of(template(title)).title == title


@pytest.mark.parametrize(
    ("title", "main", "path"),
    [
        ("", "a", FILE_NAME),
        (" ", "a", FILE_NAME),
        ("bell \a", "a", FILE_NAME),
        ("t", "a b", FILE_NAME),
        ("t", "a", "two words.json"),
        ("t", "a", ""),
        ("t", "a", "a\nb: c"),
        ("t", "a", "a\x07"),
    ],
)
def test_what_a_map_cannot_hold_is_refused(title: str, main: str, path: str) -> None:
    with pytest.raises(InvalidValue):
        template(title, main=main, schema=path)


@given(st.none() | TEXTS)
def test_a_first_map_is_formatted(title: str | None) -> None:
    text = template(title)
    assert formatted(Text("t", text)) == text


def test_a_first_map_invites_to_be_replaced() -> None:
    assert re.search("your own words", template())
