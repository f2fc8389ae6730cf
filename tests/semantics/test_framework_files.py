"""Frameworks as text: what is written is read back, and what is no framework is refused."""

from __future__ import annotations

import string
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import InvalidFramework, InvalidValue, UnknownName
from argmap.escape import terminal
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.framework_files import (
    FrameworkFormat,
    parse_framework,
    write_framework,
)
from tests.hostile_texts import HOSTILE_TEXTS
from tests.semantics.definitions import attackers_of

FORMATS: tuple[FrameworkFormat, ...] = ("iccma", "apx", "tgf")
EVERY = pytest.mark.parametrize("format", FORMATS)
#: Anything but what parts names; mostly letters.
_NAMES = st.text(st.sampled_from(string.ascii_letters + "#%._é\ufeff\x00\u202e"), min_size=1)


def _refusal(make: Callable[..., object], *arguments: object) -> str | None:
    """Return what is said where something is refused; None where nothing is."""
    try:
        make(*arguments)
    except (InvalidFramework, InvalidValue) as refused:
        return str(refused)
    return None


# --- there and back ----------------------------------------------------------------------------


@EVERY
@given(attackers=attackers_of(), data=st.data())
def test_what_is_written_is_read_back(
    attackers: list[list[int]], data: st.DataObject, format: FrameworkFormat
) -> None:
    count = len(attackers)
    names = data.draw(st.lists(_NAMES, min_size=count, max_size=count, unique=True))
    framework = Framework.of_indices(attackers, names)
    refusal = _refusal(write_framework, framework, format)
    if refusal:
        assert "framework.numbered()" in refusal
        assert format == "iccma" or any(name[0] in "#\ufeff" for name in names)
        framework = framework.numbered()
    text = write_framework(framework, format)
    assert parse_framework(text, format) == framework
    assert write_framework(parse_framework(text, format), format) == text


@EVERY
@pytest.mark.parametrize("name", [*HOSTILE_TEXTS, "", " ", "a b", "a\nb", "(", "a,b", "#"])
def test_a_hostile_name_is_written_so_that_it_is_read_back_or_refused(
    name: str, format: FrameworkFormat
) -> None:
    framework = Framework([name, "plain"], [(name, "plain"), ("plain", name)])
    refusal = _refusal(write_framework, framework, format)
    if refusal:
        assert terminal(refusal) == refusal
    else:
        assert parse_framework(write_framework(framework, format), format) == framework


def test_the_three_formats_look_so() -> None:
    framework = Framework("ab", [("a", "b"), ("b", "b")])
    assert write_framework(framework.numbered(), "iccma") == "p af 2\n1 2\n2 2\n"
    assert write_framework(framework, "apx") == "arg(a).\narg(b).\natt(a,b).\natt(b,b).\n"
    assert write_framework(framework, "tgf") == "a\nb\n#\na b\nb b\n"


# --- what else may stand there -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("iccma", "\ufeff# made by hand\r\n\r\np af 2\r\n# and\r\n 1\t2 \r\n"),
        ("apx", "% facts, in any order\natt( 1 , 2 ) . arg(1).arg(2). % and so on\n\n"),
        ("tgf", "\ufeff1\r\n  2\r\n\r\n#\r\n1  2\r\n1 2"),
    ],
)
def test_comments_blanks_and_line_ends(format: FrameworkFormat, text: str) -> None:
    assert parse_framework(text, format) == Framework("12", [("1", "2")])


@pytest.mark.parametrize(("format", "text"), [("iccma", "p af 0"), ("apx", ""), ("tgf", "#")])
def test_there_may_be_no_argument(format: FrameworkFormat, text: str) -> None:
    assert parse_framework(text, format) == Framework([], [])


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format", "text", "line", "message"),
    [
        ("iccma", "", 1, 'there is no framework; begin with "p af" and the number of arguments'),
        ("iccma", "# x\n", 2, 'there is no framework; begin with "p af" and the number'),
        ("iccma", "p cnf 1 2\n", 1, '"p cnf 1 2" is no beginning; write "p af" and the number'),
        ("iccma", "p af -1\n", 1, '"p af -1" is no beginning'),
        ("iccma", "p af ٣\n", 1, '"p af ٣" is no beginning'),
        ("iccma", "p af 1000001", 1, '"1000001" arguments are too many; at most 1,000,000 are'),
        ("iccma", "p af " + "9" * 10**6, 1, "arguments are too many"),
        ("iccma", "p af 2\n\n1 2\n1 3\n", 4, '"3" is no argument; they are numbered from 1 to 2'),
        ("iccma", "p af 2\n0 1\n", 2, '"0" is no argument'),
        ("iccma", "p af 2\n1 " + "1" * 10**6, 2, "is no argument"),
        ("iccma", "p af 2\n1\n", 2, '"1" is not an attack; write the numbers of two arguments'),
        ("apx", "arg(a).\narg(a).\n", 2, '"a" is an argument already; name it once'),
        ("apx", "arg(a)\n", 1, '"arg(a)" is no fact; write arg(a). or att(a,b).'),
        ("apx", "arg(a). arg(b c).\n", 1, '"arg(b c)." is no fact'),
        ("apx", "arg(a).\npref(a,a).\n", 2, '"pref(a,a)." is no fact'),
        ("apx", "arg(ferry).\natt(ferry,fery).", 2, '"fery" is no argument; did you mean "ferry"?'),
        ("apx", "att(a,b).", 1, '"a" is no argument; name it among the arguments'),
        ("apx", "arg(a)\x1b[31m.", 1, '"arg(a)<U+001B>[31m." is no fact'),
        ("tgf", "a\na\n#\n", 2, '"a" is an argument already; name it once'),
        ("tgf", "a\nb\n", 3, "there is no line with # after the last argument; add one"),
        ("tgf", "a first\n#\n", 1, '"a first" does not fit; write one argument, and # after the'),
        ("tgf", "a\n#\na a x\n", 3, '"a a x" does not fit; write two arguments, without labels'),
        ("tgf", "a\n#\n#\n", 3, '"#" does not fit; write two arguments, without labels'),
        ("tgf", "a\n#\na b\n", 3, '"b" is no argument; name it among the arguments'),
        ("tgf", "x" * 200 + " y", 1, f'"{"x" * 60}…" does not fit'),
    ],
)
def test_what_is_no_framework_is_refused(
    format: FrameworkFormat, text: str, line: int, message: str
) -> None:
    with pytest.raises(InvalidFramework) as caught:
        parse_framework(text, format)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"line {line}: ")
    assert message in str(caught.value)
    assert len(str(caught.value)) < 300
    assert str(caught.value).isprintable()


@EVERY
@given(text=st.text(st.sampled_from("parg tf().,#%\n12ab\x00\ufeff")))
def test_no_text_is_too_wild(text: str, format: FrameworkFormat) -> None:
    refusal = _refusal(parse_framework, text, format)
    if refusal:
        line = int(refusal.removeprefix("line ").partition(":")[0])
        assert 1 <= line <= text.count("\n") + 1
        assert terminal(refusal) == refusal
    else:
        framework = parse_framework(text, format)
        assert parse_framework(write_framework(framework, format), format) == framework


@pytest.mark.parametrize(
    ("name", "format", "message"),
    [
        ("b", "iccma", 'argument 1 is called "b", and this format has only the numbers from 1'),
        ("a b", "apx", '"a b" cannot be written in this format, which has no empty names, no'),
        ("", "tgf", '"" cannot be written in this format'),
    ],
)
def test_names_that_cannot_be_written(name: str, format: FrameworkFormat, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        write_framework(Framework([name], []), format)
    assert message in str(caught.value)


def test_formats_that_do_not_exist() -> None:
    for name, hint in (("iccma23", 'did you mean "iccma"?'), ("dot", "there are iccma, apx, tgf")):
        with pytest.raises(UnknownName) as caught:
            parse_framework("", name)  # type: ignore[arg-type]  # what must fail
        assert hint in str(caught.value)


@pytest.mark.parametrize(
    ("format", "unit"),
    [
        ("apx", "arg("),
        ("apx", "arg(a)"),
        ("apx", " "),
        ("apx", "arg(" + "a" * 10),
        ("apx", "att(a" + " " * 10),
        ("iccma", "p af 1 "),
        ("tgf", "a "),
        ("tgf", "#"),
    ],
)
def test_bombs_take_no_time(format: FrameworkFormat, unit: str) -> None:
    """A million characters; what were quadratic would take minutes."""
    started = process_time()
    refusal = _refusal(parse_framework, unit * (1_000_000 // len(unit)), format)
    assert refusal is None or len(refusal) < 300
    assert process_time() - started < 5


def test_many_facts_on_one_line() -> None:
    text = "".join(f"arg(a{place}).att(a{place},a0)." for place in range(50_000))
    assert len(parse_framework(text, "apx").attacks) == 50_000
