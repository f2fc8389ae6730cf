"""Files of settings: what is TOML, and on which line a key stands."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.settings.invalid import InvalidSettings
from argmap.settings.toml_file import decoded, line_of, parsed

# Statements of every shape, some of which look as if they held others.
VALUES = [
    "1",
    '"select = 1"',
    "'''\nselect = 1\n[tool.argmap]\n'''",
    '[\n  "a", # select = 1\n\n  "b",\n]',
    "[]",
    '{ a = 1, "b c" = "select" }',
    '"""\\\n   x"""',
]
BETWEEN = ["", "# select = 1", "   ", "\t# [tool.argmap]"]
keys = st.lists(st.from_regex(r"\A[a-z]{1,3}\Z"), min_size=1, max_size=6, unique=True)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, dict[str, int]]:
    """A file of settings and the line of each key."""
    lines: list[str] = []
    where: dict[str, int] = {}
    other = draw(st.booleans())
    if other:
        lines += ["[tool.other]", "select = 1"]
    lines.append("[tool.argmap]")
    for key in draw(keys):
        lines += draw(st.lists(st.sampled_from(BETWEEN), max_size=2))
        where[key] = len(lines) + 1
        written = draw(st.sampled_from([key, f'"{key}"', f"  {key}"]))
        lines += f"{written} = {draw(st.sampled_from(VALUES))}".split("\n")
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end])), where


@given(files())
def test_a_key_is_found_on_its_line(file: tuple[str, dict[str, int]]) -> None:
    content, where = file
    table = tomllib.loads(content)["tool"]["argmap"]
    assert set(table) == set(where)
    for key, line in where.items():
        assert line_of(content, ("tool", "argmap", key)) == line
    assert line_of(content, ("tool", "argmap", "zzzz")) is None


@pytest.mark.parametrize(
    ("content", "keys", "line"),
    [
        ("tool.argmap.select = 1", ("tool", "argmap", "select"), 1),
        ("a = 1\ntool = {argmap = {select = 1}}", ("tool", "argmap", "select"), 2),
        ("[severity]\n\nAM109 = 1\n", ("severity", "AM109"), 3),
        ("[severity]\n\nAM109 = 1\n", ("severity",), 1),
        ("severity.AM109 = 1\nseverity.AM6 = 2", ("severity", "AM6"), 2),
        ("a = 1", ("a", "b"), None),
        ("", ("a",), None),
    ],
)
def test_keys_in_every_form(content: str, keys: tuple[str, ...], line: int | None) -> None:
    assert line_of(content, keys) == line


def test_a_line_that_would_take_long_to_find_is_not_looked_for() -> None:
    content = "a = '''\n" + "x\n" * 100_000 + "'''\nb = 1\n"
    assert line_of(content, ("b",)) is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a = = 1", "f.toml:1:5: not TOML: "),
        ("\n\na = 1\na = 2", "f.toml:4:6: not TOML: "),
        ("a = [", "f.toml: not TOML: "),
        ("a = " + "[" * 5_000, "f.toml: nested too deeply, or a number of too many digits"),
        ("a = " + "9" * 5_000, "f.toml: nested too deeply, or a number of too many digits"),
    ],
)
def test_what_is_not_toml_is_said_where(content: str, message: str) -> None:
    with pytest.raises(InvalidSettings) as raised:
        parsed("f.toml", content)
    # The words that follow are Python's, and differ with its version.
    assert str(raised.value).startswith(message)


def test_bytes_that_are_no_utf8() -> None:
    assert decoded("f.toml", b"\xef\xbb\xbfa = 1") == "a = 1"
    with pytest.raises(InvalidSettings) as raised:
        decoded("f.toml", b"a = 1\nb = '\xe9'\n")
    assert str(raised.value) == "f.toml:2: not UTF-8 (byte 0xe9)"
    assert raised.value.hint == "save the file as UTF-8"


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_no_text_raises_anything_else(content: str) -> None:
    try:
        table = parsed("f.toml", content)
    except InvalidSettings:
        return
    for key in table:
        line = line_of(content, (key,))
        assert line is not None
        assert json.dumps(key)[1:-1][:1] in content or key == ""
