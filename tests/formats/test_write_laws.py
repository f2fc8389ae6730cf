"""Laws of the writer: what it writes is read back, by both parsers, and is written once more."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given

from argmap.formats.native import read
from argmap.formats.native.write import write
from argmap.model import ArgumentMap
from argmap.text import Text
from tests.maps_by_hypothesis import argument_maps

LOADERS = [yaml.BaseLoader, yaml.CBaseLoader]


@pytest.mark.parametrize("loader", LOADERS)
@given(m=argument_maps())
def test_what_is_written_is_read_back(loader: type, m: ArgumentMap) -> None:
    written = write(m)
    reading = read(Text("t", written.text), loader=loader)
    assert [str(found) for found in reading.diagnostics if found.code != "AM050"] == []
    assert reading.map == m
    assert written.diagnostics == ()
    assert write(reading.map).text == written.text


@given(argument_maps())
def test_lines_are_as_long_as_their_longest_word_or_as_wide_as_a_page(m: ArgumentMap) -> None:
    for line in write(m).text.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        assert len(line) <= 100 or max(map(len, line.split(" "))) > 88 - indent, line
        assert line == line.rstrip(" ")
