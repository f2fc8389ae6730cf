"""Formatting case by case: what is laid out anew, what stays, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.diagnostics import InvalidMap
from argmap.formats.native import formatting, read
from argmap.formats.native.formatting import formatted
from argmap.formats.reading import Limits
from argmap.text import Text

MAPS = sorted(Path(__file__).parents[2].joinpath("maps").glob("*.yaml"))
LONG = " ".join(["words"] * 30)
HEAD = "argmap: 1\nstatements: {}\n"

ROUGH = """\
%YAML 1.2
# the head
---
argmap:   1
title:   "Why"
main: [ run-at-night,other ]
statements:
    # first group

    run-at-night:
        conclusion:   The ferry should run until two in the morning, every single day of the week \
including all the holidays.
        because:   # reasons
        - a+b     # linked
        # a dangling remark on the list
        - id:    safer     # a step
          from: {effect: a,   good: b}   # roles
          unless:
               - other
               # nothing else


        -   # behind a dash
          from: [a,   # the first
                 b]   # the second
    a: {premise: A., type: fact}
    c: {premise: C., type: fact}


    b:
      premise: |
          One line.
            An indented line.
      note: >
          Folded text that
          runs on.

          And on.
      data: {question: weekly use, n: 1020, fieldwork-dates: 2024-10, pollster: Port Office, \
population: harbour residents} # long
#   type: fact
    other:
      claim: Other.   # trailing
                      # goes on

                      # not any more
# the end
"""
SMOOTH = """\
# the head
argmap: 1
title: "Why"
main: [run-at-night, other]

statements:
  # first group

  run-at-night:
    conclusion: >-
      The ferry should run until two in the morning, every single day of the week including all the
      holidays.
    because:       # reasons
      - a + b     # linked
      # a dangling remark on the list
      - id: safer          # a step
        from: {effect: a, good: b}       # roles
        unless:
          - other
          # nothing else

      # behind a dash
      - from:
          - a         # the first
          - b         # the second

  a: {premise: A., type: fact}
  c: {premise: C., type: fact}

  b:
    premise: |
      One line.
        An indented line.
    note: >
      Folded text that
      runs on.

      And on.
    data: # long
      question: weekly use
      n: 1020
      fieldwork-dates: 2024-10
      pollster: Port Office
      population: harbour residents

  #   type: fact
  other:
    claim: Other.     # trailing
                      # goes on

    # not any more
# the end
"""


def of(content: str) -> str:
    return formatted(Text("t", content))


def extras(value: str) -> str:
    """What becomes of an entry of `extras`."""
    content = of(f"argmap: 1\nstatements: {{}}\nextras:\n  {value}\n")
    return content.partition("extras:\n")[2]


def test_a_rough_file_becomes_a_smooth_one() -> None:
    assert of(ROUGH) == SMOOTH


def test_line_ends_become_line_feeds_and_a_mark_in_front_goes() -> None:
    assert of("\ufeff" + ROUGH.replace("\n", "\r\n")) == SMOOTH
    assert of(ROUGH.replace("\n", "\r")) == SMOOTH


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_our_maps_change_by_little(path: Path) -> None:
    content = path.read_text()
    lines = of(content).splitlines()
    kept = set(lines)
    assert [line for line in content.splitlines() if line not in kept and len(line) <= 100] == []
    assert len(lines) - len(content.splitlines()) <= 20


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [1,2 , 3 ]", "  a: [1, 2, 3]\n"),
        ("a: [b: 1]", "  a: [{b: 1}]\n"),
        ("a: {b: , c: 1}", "  a: {b: , c: 1}\n"),
        ("a:\n    - - 1\n      - 2", "  a:\n    - - 1\n      - 2\n"),
        ("a:\n  -\n    b: 1", "  a:\n    - b: 1\n"),
        ("a:\n  - # c\n  - d", "  a:\n    -\n    # c\n    - d\n"),
        ("a: [ # c\n    ]", "  a: [] # c\n"),
        ("a: [b, # c\n    d\n    # e\n    ] # f", "  a:\n    - b # c\n    - d\n    # e\n    # f\n"),
        ("a: # c", "  a: # c\n"),
        ("a:\n    # b\n\n    # c\n    d: 1", "  a:\n    # b\n\n    # c\n    d: 1\n"),
        ("a:\n  - [ # c\n    b]", "  a:\n    # c\n    - [b]\n"),
        ("a:\n  - ? # c\n      b\n    : 1", "  a:\n    # c\n    - b: 1\n"),
        ("a:\n  - - # c\n      b", "  a:\n    # c\n    - - b\n"),
        ("a:\n    b:\n    - c\n    # d\n    e: f", "  a:\n    b:\n      - c\n    # d\n    e: f\n"),
        ("a: >-\n    b\n    \u00a0\n  c: d", "  a: >-\n    b\n    \u00a0\n  c: d\n"),
        ("a: [b, c] #d", "  a: [b, c] #d\n"),
        # The reader would take these for a text that was cut off at the comment.
        ("a: {b: c, #d\n    e: '2'}", "  a:\n    b: c\n    #d\n    e: '2'\n"),
        ("a: [b, # d\n    c] #e", "  a:\n    - b # d\n    - c\n    #e\n"),
        ("a: [b, # d\n    '\"c'] # e", "  a:\n    - b # d\n    - '\"c' # e\n"),
        ('a: [b, # d\n    c"] # e', '  a:\n    - b # d\n    - c"\n    # e\n'),
        # What flow style takes for a text and block style does not.
        ("a: [-, # c\n    b]", "  a:\n    - '-' # c\n    - b\n"),
        # Keys
        ("? a\n  : b", "  a: b\n"),
        ("? a # c\n  : b", "  a: # c\n    b\n"),
        ("? # c\n    a\n  : b", "  # c\n  a: b\n"),
        ("a: {? : 1}", '  a: {"": 1}\n'),
        ("a:\n    # c\n\n    b", "  a:\n    # c\n\n    b\n"),
        ("a:\n\n    b: 1", "  a:\n    b: 1\n"),
        # Texts
        ("a: 'b\n    c'", "  a: 'b c'\n"),
        ("a: 'it''s\n\n    c'", '  a: "it\'s\\nc"\n'),
        ('a: "b\\u00e9"', '  a: "b\\u00e9"\n'),
        ('a: "b\n    \\u00e9"', '  a: "b é"\n'),
        ("a: b\n    c", "  a: b c\n"),
        ("a: |2\n     b", "  a: |2\n     b\n"),
        ("a: >2\n    b", "  a: >\n    b\n"),
        ("a: >-1\n    b\n   c", '  a: " b\\nc"\n'),
        ("a: |+\n    b\n", '  a: "b\\n\\n"\n'),
        ("a: |+\n", '  a: "\\n"\n'),
        ("a: |-\n", "  a: ''\n"),
        ("a: >- # c\n    b", "  a: >- # c\n    b\n"),
        ("a: >-\n    b \n    c", "  a: >-\n    b  c\n"),
        ("a: >-\n    b\n    c ", "  a: >-\n    b\n    c \n"),
        ("a: |\n    b \n    c", "  a: |\n    b \n    c\n"),
        ("a:\n  - null\n  - ~", "  a:\n    - null\n    - ~\n"),
        ("a: " + "1" * 150, "  a: " + "1" * 150 + "\n"),
        ("a: # c\n    # d\n    [e]", "  a: # c\n    # d\n    [e]\n"),
        ("a: # c\n    {d: 1, # e\n    f: 2}", "  a: # c\n    d: 1 # e\n    f: 2\n"),
    ],
)
def test_one_entry(before: str, after: str) -> None:
    assert extras(before) == after
    assert extras(after.removeprefix("  ").rstrip("\n")) == after


def test_what_is_too_wide_takes_more_lines() -> None:
    assert extras(f"a: {LONG} # c") == f"  a: >- # c\n    {LONG[:95]}\n    {LONG[96:]}\n"
    words = LONG.replace(" ", ", ")
    block = "".join("    - words\n" for _ in range(30))
    assert extras(f"a: [{words}] # c") == f"  a: # c\n{block}"
    inner = block.replace("    - ", "      - ")
    assert extras(f"a: [[{words}]] # c") == f"  a: # c\n    - {inner[6:]}"
    assert extras(f"a: >\n    {LONG}") == f"  a: >\n    {LONG[:95]}\n    {LONG[96:]}\n"
    assert extras(f"? {LONG}\n  : [b # c\n    ]") == (
        f"  ? >-\n    {LONG[:95]}\n    {LONG[96:]}\n  :\n    - b # c\n"
    )
    assert extras(f"? {LONG}\n  : [ # c\n    b]") == (
        f"  ? >-\n    {LONG[:95]}\n    {LONG[96:]}\n  # c\n  : [b]\n"
    )
    assert extras(f"? {LONG}\n  : # c\n    [b]") == (
        f"  ? >-\n    {LONG[:95]}\n    {LONG[96:]}\n  # c\n  : [b]\n"
    )


def test_only_steps_are_joined_by_spaced_plus_signs() -> None:
    content = """\
argmap: 1
extends: a.argmap.yaml

statements:
  a:
    claim: b+c
    because:
      - b+c+d
      - from: [b+c, d]
        assuming: {role: e  +f}
        unless: "b+c"
        note: b+c
    tags: a+b
    against: b+c
    extras: {because: b+c}

responses: {b+c>a: {unless: {from: d+e}}}
extras: {statements: {a: {because: b+c}}}
"""
    spaced = {
        "- b+c+d": "- b + c + d",
        "[b+c, d]": "[b + c, d]",
        "e  +f": "e + f",
        "against: b+c": "against: b + c",
        "from: d+e": "from: d + e",
    }
    after = content
    for before, behind in spaced.items():
        assert content.count(before) == 1
        after = after.replace(before, behind)
    assert of(content) == after


def test_a_file_with_faults_is_refused_with_all_of_them() -> None:
    text = Text("t", "argmap: 1\nstatments: {}\nid: 1 2\n")
    with pytest.raises(InvalidMap) as caught:
        formatted(text)
    assert caught.value.diagnostics == read(text).diagnostics
    assert {found.code for found in caught.value.diagnostics} >= {"AM012", "AM018"}


def test_limits_are_heeded() -> None:
    with pytest.raises(InvalidMap):
        formatted(Text("t", HEAD), limits=Limits(size=3))


def test_a_map_that_would_change_is_not_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "printed", lambda root: HEAD.replace("{}", "{a: {claim: b}}"))
    with pytest.raises(AssertionError, match="would change the map in t"):
        of(HEAD)
