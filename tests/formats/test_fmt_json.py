"""Formatting the JSON form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import InvalidMap
from argmap.formats.json_form import read, write
from argmap.formats.json_form.formatting import formatted
from argmap.model import ArgumentMap
from argmap.text import Text
from tests.maps_by_hypothesis import argument_maps


@given(argument_maps(), st.sampled_from([None, 0, 1, 7, "\t"]), st.booleans())
def test_however_it_is_laid_out_it_comes_out_as_it_is_written(
    m: ArgumentMap, indent: int | str | None, ascii: bool
) -> None:
    written = write(m).text
    rough = json.dumps(json.loads(written), indent=indent, ensure_ascii=ascii)
    after = formatted(Text("m.argmap.json", rough.replace("\n", "\r\n")))
    assert read(Text("t", after)).map == m
    assert formatted(Text("t", after)) == after
    assert formatted(Text("t", written)) == written


def test_texts_and_numbers_stay_as_they_are_written() -> None:
    rough = (
        '{"statements": { }, "argmap" :1,"extras":{"a":[1.50e+1, -0,[],[ ]],"b":"\\u00e9\\"{,"}}'
    )
    assert (
        formatted(Text("t", rough))
        == """\
{
  "statements": {},
  "argmap": 1,
  "extras": {
    "a": [
      1.50e+1,
      -0,
      [],
      []
    ],
    "b": "\\u00e9\\"{,"
  }
}
"""
    )


def test_a_file_with_faults_is_refused() -> None:
    with pytest.raises(InvalidMap, match="AM012"):
        formatted(Text("t", '{"argmap": 1, "statements": {}, "nonsense": 1}'))
