"""Reading in pieces: whatever is read so is read as by the YAML parser alone, to the last place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Limits, Reading
from argmap.formats.native import read
from argmap.formats.native.read import in_pieces
from argmap.formats.native.write import write
from argmap.model import ArgumentMap
from argmap.text import Span, Text
from bench.generate import map_text
from tests.documents import documents, written
from tests.hostile_texts import HOSTILE_TEXTS
from tests.maps_by_hypothesis import argument_maps

MAPS = [path.read_text(encoding="utf-8") for path in sorted(Path("maps").glob("*.argmap.yaml"))]
HEAD = "argmap: 1\nmain: a\ntext: t\nsources: {t: {title: T}, via-t: {title: V}}\n"
PLAIN = f"""{HEAD}
# a comment
statements:

  # another
  a:
    conclusion: The ferry should run, though it's 10:30 and "late".
    label: Run
    type: policy
    at: t via p3 "a quote"
    because:
      - b
      - c+d + e

    # inside
    against: f
    despite:
      - f + b

    certainty: likely
  b:
    premise: One.
    at:
      - p1
      - p1.2 "words"
      - p1-2
      - t art. 5(2)
    type: causal
    section: s
    given: true
    status: raised
    tags: x
    aliases: old-b
    note: A note.
  c:
    # before the text
    assumption: Two.
    questioned: true
    strength: 0.5
    standard: scintilla
    by: Someone
  d:
    evidence: Three.
    type: poll
  e:
    claim: Four.
  f:
    claim: Five.
sections: {{s: {{at: p1}}}}
"""
#: Entries that are not plain, and statements around them that are.
OTHERS = {
    "a quoted text": "    claim: 'x'",
    "a folded text": "    claim: >-\n      x\n      y",
    "a literal text": "    claim: |\n      # x\n      y",
    "a text of two lines": "    claim: x\n      y",
    "a step in full": "    claim: x\n    because:\n      - from: [b, c]\n        unless: d",
    "braces": "    {claim: x, because: b}",
    "a list in brackets": "    claim: x\n    because: [b, c + d]",
    "an indented comment": "    claim: x # y\n    note: z",
    "data": "    evidence: x\n    data: {n: 3}",
    "a mapping as anchor": "    claim: x\n    at: {source: t, quote: q}",
    "a list of tags": "    claim: x\n    tags:\n      - y",
    "a list less far in": "    claim: x\n    because:\n    - b",
    "an id with a wide space": "    claim: x\n    because:\n      - b\u3000\n      - c +\u00a0d",
    "spaces behind": "    claim: x \n    label: y \n    note: z ",
    "a space behind an id": "    claim: x\n    because:\n      - b \n      - c",
    "keys in another order": "    note: y\n    claim: x",
    "a mention": "    claim: x\n    restates: b",
}
#: Whole texts that have to be read as a whole.
WHOLE = {
    "no statements": "argmap: 1\n",
    "an empty mapping": f"{HEAD}statements:\ntitle: x\n",
    "statements first": "statements:\n  a:\n    claim: x\nargmap: 1\n",
    "a list at the margin": f"{HEAD}statements:\n- a\n",
    "another indentation": f"{HEAD}statements:\n    a:\n      claim: x\n",
    "two indentations": f"{HEAD}statements:\n    a:\n      claim: x\n  b:\n    claim: y\n",
    "braces and more": f"{HEAD}statements:\n  {{a: {{claim: x}}}}\n  b:\n    claim: y\n",
    "one space": f"{HEAD}statements:\n  a:\n    claim: x\n b:\n    claim: y\n",
    "an id twice": PLAIN.replace("  f:\n", "  e:\n"),
    "an id twice, once in full": PLAIN.replace("  f:\n", "  e: {claim: z}\n  f:\n"),
    "a key twice": PLAIN.replace("type: poll", "type: poll\n    type: poll"),
    "a kind twice": PLAIN.replace("type: poll", "claim: z"),
    "a key before and behind": PLAIN + "main: a\n",
    "statements twice": PLAIN + "statements:\n  z:\n    claim: z\n",
    "a document behind": PLAIN + "---\na: b\n",
    "a document of parts behind": PLAIN.replace("sections:", "---\nsections:"),
    "an end in front": PLAIN.replace("statements:", "...\nstatements:"),
    "an end behind": PLAIN + "...\n",
    "a quote across": PLAIN.replace("Three.", '"Three.').replace("Five.", 'Five."'),
    "a quote out of the head": PLAIN.replace("main: a", 'main: "a').replace("Five.", '"'),
    "a bracket across": PLAIN.replace("type: poll", "tags: [").replace("Five.", "x]"),
    "carriage returns": PLAIN.replace("\n", "\r\n"),
    "a control character": PLAIN.replace("One.", "One\x07."),
    "an unknown type": PLAIN.replace("type: poll", "type: pole"),
    "a type of another kind": PLAIN.replace("type: poll", "type: policy"),
    "an unknown key": PLAIN.replace("type: poll", "sort: poll"),
    "a bad place": PLAIN.replace("at: t via p3", "at: t via p0"),
    "a bad place in a list": PLAIN.replace("- p1-2", "- p2-1"),
    "a bad word": PLAIN.replace("status: raised", "status: razed"),
    "a list of words": PLAIN.replace("status: raised", "status:\n      - raised"),
    "a premise twice": PLAIN.replace("c+d + e", "c+c"),
    "a premise missing": PLAIN.replace("c+d + e", "c+"),
    "a tail that is no mapping": PLAIN.replace("sections: {s: {at: p1}}", "sections"),
    "a tab": PLAIN.replace("\n\n    certainty", "\n\t\n    certainty"),
    "deep": f"{HEAD}statements:\n  a:\n    claim: x\n    data: {'[' * 30}1{']' * 30}\n",
}
SCRAPS = st.sampled_from(
    [
        *["\n", "\n  ", "\n    ", "\n      ", " ", "  ", "    ", ": ", ":", " #", "#", '"', "'"],
        *["- ", "-", "[", "]", "{", "}", ",", "|\n", ">-\n", "&a ", "*a", "!t ", "? ", "<<: "],
        *["---\n", "...\n", "\n---\n", "%YAML 1.1\n", "\t", "\r", "+", "\u00a0", "\u3000", "\x00"],
        *["at: ", "via", "p1.2", "because: ", "      - ", "type: fact\n", "statements:\n", "# x\n"],
        *["title: y\n", "  z:\n    claim: z\n", "x" * 1030, "''", "\\", "~", "\ufeff", "\u2028"],
        *HOSTILE_TEXTS,
    ]
)


def apart(value: Any) -> Any:
    """Return a value with its places, which equality leaves out."""
    if isinstance(value, Span):
        return "span", value.start, value.end
    if attrs.has(value.__class__):
        fields = attrs.fields(value.__class__)
        return (value.__class__.__name__, *(apart(getattr(value, f.name)) for f in fields))
    if isinstance(value, tuple):
        return [apart(item) for item in value]
    return value


def both_ways(content: str, limits: Limits | None = None) -> Reading | None:
    """Return what is read in pieces, if it is, after comparing it with the ordinary reading."""
    text, limits = Text("t", content), limits or Limits()
    swift = in_pieces(text, limits, None)
    if swift is not None:
        assert apart(swift) == apart(read(text, limits=limits, loader=yaml.CBaseLoader))
    return swift


def test_plain_statements_are_read_as_by_the_parser() -> None:
    reading = both_ways(PLAIN)
    assert reading is not None
    assert reading.map is not None
    assert [statement.id for statement in reading.map.statements] == list("abcdef")
    assert [str(anchor) for anchor in reading.map.statements[1].anchors] == [
        "p1",
        'p1.2 "words"',
        "p1-2",
        "t art. 5(2)",
    ]


@pytest.mark.parametrize("lines", OTHERS.values(), ids=list(OTHERS))
@pytest.mark.parametrize("where", range(7))
def test_other_statements_among_them_go_to_the_parser(lines: str, where: int) -> None:
    parts = PLAIN.split("\n  ")
    places = [0, *(n for n, part in enumerate(parts) if part[1:2] == ":"), len(parts)]
    at = places[where + 1] if where else places[1]
    content = "\n  ".join([*parts[:at], f"z:\n{lines}", *parts[at:]])
    if at == len(parts):
        content = PLAIN.replace("sections:", f"  z:\n{lines}\nsections:")
    assert both_ways(content) is not None


@pytest.mark.parametrize("content", WHOLE.values(), ids=list(WHOLE))
def test_what_cannot_be_read_in_pieces_is_not(content: str) -> None:
    assert in_pieces(Text("t", content), Limits(), None) is None


def test_the_last_line_needs_no_end() -> None:
    assert both_ways(PLAIN.rstrip()) is not None
    assert both_ways(PLAIN[: PLAIN.index("sections: {")].rstrip()) is not None
    assert both_ways(PLAIN[: PLAIN.index("sections: {")] + "  ") is None


def test_too_many_elements_are_reported() -> None:
    assert in_pieces(Text("t", PLAIN), Limits(elements=10), None) is not None
    assert in_pieces(Text("t", PLAIN), Limits(elements=9), None) is None


@pytest.mark.parametrize("depth", range(1, 12))
def test_a_piece_stands_as_deep_as_in_the_whole(depth: int) -> None:
    content = PLAIN.replace("type: poll", "data: {a: [[{b: 1}]]}")
    text, limits = Text("t", content), Limits(depth=depth)
    swift = both_ways(content, limits)
    assert (swift is None) == bool(read(text, limits=limits, loader=yaml.CBaseLoader).diagnostics)


@pytest.mark.parametrize("content", [*MAPS, *(map_text(60, shape=s) for s in ("bushy", "flat"))])
def test_maps_are_read_in_pieces(content: str) -> None:
    assert both_ways(content) is not None


def test_a_large_map_is_read_in_pieces_and_a_fault_in_it_is_reported() -> None:
    content = map_text(400)
    text = Text("t", content)
    assert apart(read(text)) == apart(read(text, loader=yaml.CBaseLoader))
    faulty = Text("t", content.replace("type: fact", "type: fakt", 1))
    assert read(faulty) == read(faulty, loader=yaml.CBaseLoader)
    assert [found.code for found in read(faulty).diagnostics] == ["AM022"]


@given(documents())
def test_what_pyyaml_wrote_is_read_alike(document: dict[str, Any]) -> None:
    both_ways(written(document))


@given(argument_maps())
def test_what_argmap_wrote_is_read_alike(argument_map: ArgumentMap) -> None:
    both_ways(write(argument_map).text)


@given(st.data())
def test_no_damage_makes_a_difference(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from([PLAIN, *MAPS[:1], map_text(6), map_text(5, shape="deep")]))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content)))
        gone = data.draw(st.sampled_from([0, 0, 1, 2, 5, 12]))
        content = content[:at] + data.draw(SCRAPS) + content[at + gone :]
    both_ways(content)


@given(st.data())
def test_no_line_moved_makes_a_difference(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from([PLAIN, map_text(6)])).split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
        margin = data.draw(st.sampled_from([None, 0, 1, 2, 3, 4, 5, 6, 8]))
        moved = line if margin is None else " " * margin + line.lstrip()
        lines.insert(data.draw(st.integers(0, len(lines))), moved)
    both_ways("\n".join(lines))
