"""Whatever a file holds, the answer is an exit code and text that a terminal can be sent."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import CLEAN, DANGLING, WARNING
from tests.hostile.running import assert_harmless, inside
from tests.reports.texts import words

MAPS = [CLEAN, DANGLING, WARNING]


@st.composite
def mutilated(draw: st.DrawFn) -> bytes:
    """A map in which something was replaced by something else."""
    content = draw(st.sampled_from(MAPS))
    start = draw(st.integers(0, len(content)))
    end = draw(st.integers(start, min(len(content), start + 12)))
    changed = content[:start] + draw(words) + content[end:]
    return changed.encode(errors="surrogatepass")


@given(mutilated() | st.binary(), words, st.sampled_from(["full", "concise"]))
def test_check(stdin: bytes, name: str, output_format: str) -> None:
    arguments = ["check", "-", "--stdin-filename", name, "--output-format", output_format]
    code, out, err = inside(*arguments, stdin=stdin)
    assert code in {0, 1}, err
    assert_harmless(out)
    assert_harmless(err)


@given(mutilated() | st.binary())
def test_outline(stdin: bytes) -> None:
    code, out, err = inside("outline", "-", stdin=stdin)
    assert code in {0, 1}, err
    assert (out == "") == (code == 1)
    assert_harmless(out)
    assert_harmless(err)


@given(mutilated() | st.binary())
def test_diagram(stdin: bytes) -> None:
    code, out, err = inside("diagram", "-", "--format", "dot", stdin=stdin)
    assert code in {0, 1}, err
    assert (out == "") == (code == 1)
    assert_harmless(err)


@given(st.lists(words, max_size=4))
def test_arguments(arguments: list[str]) -> None:
    code, out, err = inside("explain", *arguments)
    assert code in {0, 2}, err
    assert_harmless(out)
    assert_harmless(err)
