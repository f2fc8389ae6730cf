"""Whatever a file holds, the answer is an exit code and text that a terminal can be sent."""

import io
import unicodedata
from contextlib import redirect_stderr, redirect_stdout
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from argmap.cli import main
from tests.cli.conftest import CLEAN, DANGLING, WARNING
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


def run(arguments: list[str], stdin: bytes) -> tuple[int, str, str]:
    out, err = io.BytesIO(), io.BytesIO()
    with (
        patch("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin))),
        redirect_stdout(io.TextIOWrapper(out, "utf-8", newline="\n", write_through=True)),
        redirect_stderr(io.TextIOWrapper(err, "utf-8", newline="\n", write_through=True)),
    ):
        code = main(arguments)
        return code, out.getvalue().decode(), err.getvalue().decode()


def harmless(text: str) -> bool:
    return all(
        unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"} or char == "\n" for char in text
    ) and not any(char in text for char in "\u202e\u2066\u200e\ufeff")


@given(mutilated() | st.binary(), words, st.sampled_from(["full", "concise"]))
def test_check(stdin: bytes, name: str, output_format: str) -> None:
    arguments = ["check", "-", "--stdin-filename", name, "--output-format", output_format]
    code, out, err = run(arguments, stdin)
    assert code in {0, 1}, err
    assert harmless(out)
    assert harmless(err)


@given(mutilated() | st.binary())
def test_outline(stdin: bytes) -> None:
    code, out, err = run(["outline", "-"], stdin)
    assert code in {0, 1}, err
    assert (out == "") == (code == 1)
    assert harmless(out)
    assert harmless(err)


@given(mutilated() | st.binary())
def test_diagram(stdin: bytes) -> None:
    code, out, err = run(["diagram", "-", "--format", "dot"], stdin)
    assert code in {0, 1}, err
    assert (out == "") == (code == 1)
    assert harmless(err)


@given(st.lists(words, max_size=4))
def test_arguments(arguments: list[str]) -> None:
    code, out, err = run(["explain", *arguments], b"")
    assert code in {0, 2}, err
    assert harmless(out)
    assert harmless(err)
