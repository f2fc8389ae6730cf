"""Patterns of paths mean what the documentation says."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.settings.patterns import matches

names = st.text("ab.", min_size=1, max_size=3)
paths = st.lists(names, min_size=1, max_size=4).map("/".join)
patterns = st.lists(
    st.sampled_from(["**", "*", "a*", "?", "[ab]", "*.b", "a", "a.b"]), min_size=1, max_size=4
).map("/".join)


def expected(pattern: str, path: str) -> bool:
    """The same as one regular expression."""
    if "/" not in pattern:
        pattern = f"**/{pattern}"
    if pattern.endswith("/"):
        pattern += "**"
    words = {"*": "[^/]*", "?": "[^/]", "[ab]": "[ab]"}
    parts = []
    for part in pattern.split("/"):
        if part == "**":
            parts.append("(?:[^/]+/)*")
        else:
            pieces = re.findall(r"\[ab\]|.", part)
            parts.append("".join(words.get(each, re.escape(each)) for each in pieces) + "/")
    return re.fullmatch("".join(parts), f"{path}/") is not None


@given(patterns, paths)
def test_a_pattern_matches_what_its_expression_matches(pattern: str, path: str) -> None:
    for each in (pattern, f"{pattern}/"):
        assert matches(each, path) is expected(each, path)


@pytest.mark.parametrize(
    ("pattern", "path", "yes"),
    [
        ("ferry.argmap.yaml", "maps/ferry.argmap.yaml", True),
        ("maps/ferry.argmap.yaml", "old/maps/ferry.argmap.yaml", False),
        ("**/maps/*", "old/maps/ferry.argmap.yaml", True),
        ("./maps/*", "maps/ferry.argmap.yaml", True),
        ("/srv/*.yaml", "/srv/a.yaml", True),
        ("maps", "maps/a.yaml", False),
        ("maps/", "maps/a/b.yaml", True),
        ("*.YAML", "a.yaml", False),
        ("[", "[", True),
    ],
)
def test_patterns_of_users(pattern: str, path: str, *, yes: bool) -> None:
    assert matches(pattern, path) is yes


def test_no_pattern_takes_long() -> None:
    started = time.process_time()
    assert not matches("**/a*/" * 200 + "b", "a/" * 400 + "c")
    assert not matches("*a" * 100 + "b", "a" * 255)
    assert time.process_time() - started < 5
