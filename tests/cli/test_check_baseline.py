"""`argmap check --baseline`: what was there before is not told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, DANGLING, WARNING, Result, Write

Run = Callable[..., Result]


def test_only_what_is_new_is_told(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", "--write-baseline", "b.json")
    assert (code, out) == (0, "")
    assert err == "Wrote 2 findings of 1 map to b.json.\n"
    known = argmap("check", "--baseline", "b.json")
    assert known == (0, "1 map, no findings. 2 findings in the baseline.\n", "")
    write("n.argmap.yaml", DANGLING)
    code, out, _ = argmap("check", "--baseline", "b.json")
    assert code == 1
    assert " --> n.argmap.yaml:4:" in out
    assert " --> m.argmap.yaml" not in out
    assert "in 2 maps. 2 findings in the baseline.\n" in out


def test_a_finding_is_known_wherever_it_went(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    argmap("check", "--write-baseline", "b.json")
    Path("m.argmap.yaml").unlink()
    write("maps/m.argmap.yaml", "# A title.\n\n" + DANGLING.replace("at night", "by night"))
    assert argmap("check", "--baseline", "b.json").code == 0


def test_what_is_gone_is_said(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    write("n.argmap.yaml", WARNING)
    argmap("check", "--write-baseline", "b.json")
    write("m.argmap.yaml", CLEAN)
    code, out, err = argmap("check", "--baseline", "b.json")
    assert code == 0
    assert out.startswith("2 maps, no findings.")
    assert err == (
        "note: no longer there: 2 findings of b.json\n"
        "help: write it anew: argmap check --write-baseline b.json\n"
    )
    # Nothing is said of maps that were not looked at, ignored rules, and rules that did not run.
    assert argmap("check", "n.argmap.yaml", "--baseline", "b.json").err == ""
    write("m.argmap.yaml", DANGLING)
    assert argmap("check", "--ignore", "AM1", "--baseline", "b.json").err == ""
    write("m.argmap.yaml", "argmap: [1")
    assert argmap("check", "--baseline", "b.json").err == ""
    Path("m.argmap.yaml").unlink()
    Path("m.argmap.yaml").symlink_to("nowhere")
    assert "note" not in argmap("check", "--baseline", "b.json").err


def test_a_baseline_holds_what_counts(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    err = argmap("check", "--write-baseline", "b.json", "--select", "AM101").err
    assert err == "Wrote 1 finding of 1 map to b.json.\n"
    assert argmap("check", "--baseline", "b.json", "--fail-on", "warning").code == 1


def test_programs_are_told_only_of_what_is_new(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    argmap("check", "--write-baseline", "b.json")
    assert argmap("check", "--baseline", "b.json", "--output-format", "github").out == ""


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (None, "the baseline b.json does not exist", "write it: "),
        (b"", "b.json: the baseline is not JSON: ", "write it anew: "),
        (b'{"version": 1, "findings": [', "b.json: the baseline is not JSON: ", "write it anew: "),
        (b"\xff", "b.json: the baseline is not UTF-8", "write it anew: "),
        (b'{"version": 2}', "b.json: the baseline is not of version 1, which", "write it anew: "),
        (b'{"version": 1}', "b.json: the baseline has no list of findings", "write it anew: "),
    ],
)
def test_a_baseline_that_cannot_be_read(
    argmap: Run, write: Write, content: bytes | None, message: str, hint: str
) -> None:
    path = write("m.argmap.yaml", DANGLING)
    if content is not None:
        Path("b.json").write_bytes(content)
    code, out, err = argmap("check", "--baseline", "b.json", "--fix")
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {message}")
    assert f"help: {hint}argmap check --write-baseline b.json\n" in err
    assert path.read_text() == DANGLING  # before anything is mended


def test_a_baseline_that_is_a_folder(argmap: Run, write: Write) -> None:
    write("b/m.argmap.yaml", DANGLING)
    assert argmap("check", "--baseline", "b") == (
        2,
        "",
        "error: the baseline b cannot be read: is a directory\n",
    )
    assert argmap("check", "--write-baseline", "b").err.startswith("error: b is a folder\n")


def test_a_baseline_is_not_written_over_a_map_nor_in_part(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", DANGLING)
    assert argmap("check", "--write-baseline", path).code == 2
    assert path.read_text() == DANGLING
    Path("n.argmap.yaml").symlink_to("nowhere")
    code, _, err = argmap("check", "--write-baseline", "b.json")
    assert code == 2
    assert "error: b.json is not written: " in err
    assert not Path("b.json").exists()


def test_findings_are_mended_before_a_baseline_is_written(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    code, _, err = argmap("check", "--fix", "--write-baseline", "b.json")
    assert code == 0
    assert err.endswith("Wrote 0 findings of 1 map to b.json.\n")
