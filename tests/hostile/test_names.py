"""Files and folders whose names, or kinds, were chosen to break a program that opens them."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests.hostile.running import Ended, apart, assert_held, inside

CLEAN = b"""\
argmap: 1
main: ferry
statements:
  ferry: {conclusion: The ferry should run at night., because: demand, against: cost}
  demand: {premise: "Enough people would use it, most of them weekly.", by: harbour-users}
  cost: {claim: It would cost too much., against: demand}
"""
FAULTY = CLEAN.replace(b"because: demand", b"because: demand + demnad")
NAMES = {
    "a line break": b"fer\nry.argmap.yaml",
    "a carriage return": b"fer\rry.argmap.yaml",
    "an escape sequence": b"\x1b[2J\x1b]0;owned\x07.argmap.yaml",
    "bytes that are no UTF-8": b"caf\xe9\xff.argmap.yaml",
    "a lone surrogate in UTF-8": b"\xed\xa0\x80.argmap.yaml",
    "a bidirectional override": "lmay.\u202epamgra.argmap.yaml".encode(),
    "as many bytes as a name may have": b"f" * 243 + b".argmap.yaml",
    "a leading dash": b"-o.argmap.yaml",
    "signs of a pattern": b"[a-z]*?.argmap.yaml",
    "signs of a shell": b"$(id) `id` ; & | > <.argmap.yaml",
    "quotes": b'it\'s "a" \\map.argmap.yaml',
    "a command of GitHub": b"::error file=x,line=1::owned%0A.argmap.yaml",
    "a place in front": b"ferry.yaml:1:2: AM001 x.argmap.yaml",
    "blanks at its ends": b" .argmap.yaml ",
    "nothing but the suffix": b".argmap.yaml",
    "markup": b"<script>&amp;.argmap.yaml",
    "a word of Windows": b"con.argmap.yaml",
    "an accent of its own": "fa\u0308hre.argmap.yaml".encode(),
    "a home": b"~root.argmap.yaml",
    "a variable": b"%PATH%${HOME}.argmap.yaml",
}


def _write(folder: Path, name: bytes, content: bytes) -> bytes:
    path = os.fsencode(folder) + b"/" + name
    with open(path, "wb") as file:  # noqa: PTH123 - pathlib knows no names that are bytes
        file.write(content)
    return path


def _lines(ended: Ended) -> list[str]:
    return ended.said.splitlines()


def test_all_are_checked_by_name_and_each_begins_a_line(tmp_path: Path) -> None:
    for name in NAMES.values():
        _write(tmp_path, name, FAULTY)
    ended = apart(
        "check",
        "--output-format",
        "concise",
        "--ignore",
        "AM515",
        "--",
        *NAMES.values(),
        folder=tmp_path,
    )
    assert_held(ended, (1,))
    assert len(ended.out.splitlines()) == len(NAMES)
    assert all(":4:73: AM101 " in line for line in ended.out.splitlines())


def test_all_are_found_in_their_folder_and_each_begins_a_line(tmp_path: Path) -> None:
    hidden = {name for name in NAMES.values() if name.startswith(b".") or name.endswith(b" ")}
    for name in NAMES.values():
        _write(tmp_path, name, FAULTY)
    ended = apart("check", "--output-format", "concise", "--ignore", "AM515", folder=tmp_path)
    assert_held(ended, (1,))
    assert len(ended.out.splitlines()) == len(NAMES) - len(hidden)
    assert all(":4:73: AM101 " in line for line in ended.out.splitlines())


def test_all_stand_in_frames(tmp_path: Path) -> None:
    for name in NAMES.values():
        _write(tmp_path, name, FAULTY)
    ended = apart("check", "--", *NAMES.values(), folder=tmp_path)
    assert_held(ended, (1,))
    assert ended.out.count("error[AM101]") == len(NAMES)
    assert sum(":4:73" in line for line in ended.out.splitlines()) == len(NAMES)


@pytest.mark.parametrize("kind", ["a line break", "bytes that are no UTF-8", "a leading dash"])
@pytest.mark.parametrize("command", [("outline",), ("diagram", "--format", "dot")])
def test_a_map_is_shown_whatever_its_name(
    tmp_path: Path, kind: str, command: tuple[str, ...]
) -> None:
    path = _write(tmp_path, NAMES[kind], CLEAN)
    assert_held(apart(command[0], path, *command[1:]), (0,), but="\t")  # DOT is indented by tabs


def test_a_dash_in_front_is_an_option_unless_it_is_said_otherwise(tmp_path: Path) -> None:
    _write(tmp_path, b"-o.argmap.yaml", CLEAN)
    ended = apart("check", "-o.argmap.yaml", folder=tmp_path)
    assert_held(ended, (0, 2))
    assert_held(apart("check", "--", "-o.argmap.yaml", folder=tmp_path), (0,))
    assert_held(apart("check", "./-o.argmap.yaml", folder=tmp_path), (0,))


def _folder(path: Path) -> None:
    path.mkdir()


def _broken_link(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def _link_to_zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link_to_null(path: Path) -> None:
    path.symlink_to("/dev/null")


def _link_to_its_folder(path: Path) -> None:
    path.symlink_to(path.parent)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


@pytest.mark.parametrize(
    ("make", "code", "said"),
    [
        (_folder, 2, "holds no map"),
        (_broken_link, 2, "does not exist"),
        (_link_to_itself, 2, "m.argmap.yaml"),
        (_link_to_zero, 1, "AM004"),
        (_link_to_null, 1, "AM008"),
        (_link_to_its_folder, 2, "holds no map"),
        (_pipe, 2, "pipe"),
        (_socket, 2, "cannot be read"),
    ],
)
def test_what_is_no_file_is_told_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object, code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert callable(make)
    make(Path("m.argmap.yaml"))
    ended = apart("check", "m.argmap.yaml", folder=tmp_path)
    assert_held(ended, (code,))
    assert said in ended.said
    shown = apart("outline", "m.argmap.yaml", folder=tmp_path)
    assert_held(shown, (1, 2))
    assert shown.out == ""
    among_others = apart("check", ".", folder=tmp_path)
    assert_held(among_others, (1, 2))


@pytest.mark.parametrize("command", ["check", "outline", "diagram"])
def test_a_pipe_with_a_name_is_refused_before_it_is_opened(tmp_path: Path, command: str) -> None:
    path = tmp_path / "m.argmap.yaml"
    os.mkfifo(path)
    code, out, err = inside(command, str(path))
    assert (code, out) == (2, "")
    assert err == (
        f"error: {path} is a pipe, not a file\nhelp: to read from it: argmap check - < {path}\n"
    )


def test_a_pipe_of_the_shell_is_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, CLEAN)
    os.close(writer)
    code, out, err = inside("check", f"/dev/fd/{reader}")
    os.close(reader)
    assert (code, err) == (0, ""), out


@pytest.mark.parametrize(
    "output",
    ["m.argmap.yaml", ".", "no/where", "/dev/full", "new.argmap.yaml", "a\nb/c", "x" * 300],
)
def test_what_cannot_be_written_is_told_and_the_map_stays(tmp_path: Path, output: str) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_bytes(CLEAN)
    ended = apart("outline", path, "-o", output, folder=tmp_path)
    assert_held(ended, (2,))
    assert _lines(ended)[0].startswith("error: ")
    assert path.read_bytes() == CLEAN
    assert [entry.name for entry in tmp_path.iterdir()] == ["m.argmap.yaml"]
