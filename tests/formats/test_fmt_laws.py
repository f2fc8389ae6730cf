"""Laws of formatting: the map and the comments stay, and what is formatted stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from hypothesis import given

from argmap.formats.native import read
from argmap.formats.native.concrete import comments_in, tree
from argmap.formats.native.formatting import comments, formatted
from argmap.formats.native.write import write
from argmap.model import ArgumentMap
from argmap.text import Text
from tests.maps_by_hypothesis import argument_maps
from tests.rough_maps import RoughFile, rough_files

LOADERS = [yaml.BaseLoader, yaml.CBaseLoader]


def gaps(content: str) -> Iterator[str]:
    """Yield what stands between two tokens of the pure parser, and the headers of block scalars."""
    at = 0
    for token in yaml.scan(content, Loader=yaml.BaseLoader):
        start, end = token.start_mark.index, token.end_mark.index
        yield content[at:start]
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            yield content[start:end].partition("\n")[0]
        at = max(at, end)


def scanned_comments(content: str) -> list[str]:
    """Comments found by another way than the formatter's."""
    lines = [line for gap in gaps(content) for line in gap.split("\n")]
    return [f"#{line.partition('#')[2]}".rstrip() for line in lines if "#" in line]


@given(rough_files())
def test_the_map_and_its_comments_stay_and_what_is_formatted_stays(rough: RoughFile) -> None:
    content = formatted(Text("t", rough.content))
    for loader in LOADERS:
        reading = read(Text("t", content), loader=loader)
        assert [str(found) for found in reading.diagnostics if found.code != "AM050"] == []
        assert reading.map == rough.map
    assert scanned_comments(content) == rough.comments
    assert formatted(Text("t", content)) == content


@given(rough_files())
def test_comments_are_found_in_their_order_whichever_parser_reads(rough: RoughFile) -> None:
    assert comments(Text("t", rough.content)) == rough.comments
    plain = rough.content.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.replace("\t", " ")  # the pure parser takes no tab in front of a bracket
    trees = [tree(plain, loader=loader) for loader in LOADERS]
    assert trees[0] == trees[1]
    assert [comment.text for comment in comments_in(trees[0])] == rough.comments


@given(rough_files())
def test_between_the_parts_nothing_is_left_to_chance(rough: RoughFile) -> None:
    content = formatted(Text("t", rough.content))
    assert "\r" not in content
    assert content.rstrip("\n") + "\n" == content
    assert content[0] not in " \n"
    for gap in gaps(content):
        assert "\n\n\n" not in gap
        assert " \n" not in gap
        assert "\t" not in re.sub("#.*", "", gap)
        assert "\n" not in gap or len(gap.rpartition("\n")[2]) % 2 == 0


@given(argument_maps())
def test_what_the_writer_writes_is_formatted(m: ArgumentMap) -> None:
    written = write(m).text
    assert formatted(Text("t", written)) == written
