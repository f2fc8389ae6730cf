"""A unified diff is what programs take for one."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.fixes import diff

lines = st.lists(
    st.sampled_from(["a", "b", "", "- c", "+ d", "\u2028", "\r", "--- x", "\\ No", "船"]),
    max_size=8,
)
contents = st.tuples(lines, st.sampled_from(["", "\n"])).map(
    lambda both: "\n".join(both[0]) + both[1]
)


def patched(before: str, difference: str) -> str:
    """What comes of applying a diff, by the lines of its hunks."""
    old = before.split("\n")
    new: list[str] = []
    at = 0
    body = difference.split("\n")[2:-1]
    ended = [True, True]  # whether the last line of either side ends in a line feed
    for number, line in enumerate(body):
        sign, rest = line[:1], line[1:]
        if line.startswith("@@ -"):
            first, _, count = line[4:].split(" ")[0].partition(",")
            start = int(first) - (count != "0")
            new += old[at:start]
            at = start
        elif sign in " -":
            assert old[at] == rest
            at += 1
            if sign == " ":
                new.append(rest)
        elif sign == "+":
            new.append(rest)
        else:
            assert line == "\\ No newline at end of file"
            before_it = body[number - 1][:1]
            ended = [ended[0] and before_it == "+", ended[1] and before_it == "-"]
    new += old[at:]
    if not ended[0] and ended[1]:
        new.append("")
    if ended[0] and not ended[1]:
        assert new.pop() == ""
    return "\n".join(new)


@given(contents, contents)
def test_a_diff_leads_from_before_to_after(before: str, after: str) -> None:
    difference = diff(before, after, "m.yaml")
    assert (difference == "") is (before == after)
    if difference:
        assert difference.endswith("\n")
        assert patched(before, difference) == after


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("maps/a.yaml", "maps/a.yaml"),
        ("a b.yaml", "a b.yaml\t"),
        ("a\nb", '"a\\nb"'),
        ('a"\\\x1b', '"a\\"\\\\\\033"'),
    ],
)
def test_a_name_stays_on_its_line(name: str, written: str) -> None:
    head = diff("a", "b", name).split("\n")[:2]
    assert head == [f"--- {written}", f"+++ {written}"]


@pytest.mark.parametrize("program", [["patch", "-p0", "-s"], ["git", "apply", "-p0"]])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nx\nc\n"),
        ("a\nb", "a\nb\n"),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
        ("a\n", "a\nb"),
    ],
)
def test_programs_apply_it(program: list[str], before: str, after: str, tmp_path: Path) -> None:
    if shutil.which(program[0]) is None:
        pytest.skip(f"needs {program[0]}, which is not installed")
    file = tmp_path / "a map.yaml"
    file.write_bytes(before.encode())
    difference = diff(before, after, file.name).encode()
    environment = {"PATH": "/usr/bin:/bin", "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    binary = ["--binary"] if program[0] == "patch" else []
    subprocess.run([*program, *binary], input=difference, cwd=tmp_path, check=True, env=environment)
    assert file.read_bytes() == after.encode()
