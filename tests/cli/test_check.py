"""`argmap check`: what it says, where, and with which exit code."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import pipeline
from argmap.diagnostics import Severity
from tests.cli.conftest import BROKEN, CLEAN, DANGLING, WARNING, Result, Screen, Write

Run = Callable[..., Result]

FRAME = """\
error[AM101]: demnad>ferry refers to demnad, which is not defined
 --> m.argmap.yaml:4:67
  |
4 |   ferry: {conclusion: The ferry should run at night., because: demnad, against: cost}
  |                                                                ^^^^^^
"""


def test_a_clean_map(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", CLEAN)
    assert argmap("check") == (0, "1 map, no findings.\n", "")


def test_findings_and_summary_on_standard_output(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", "m.argmap.yaml")
    assert code == 1
    assert 'help: did you mean "demand"?\n' in out
    assert "\n  |                                                                ^^^^^^\n" in out
    assert "\n\nFound 1 error" in out
    assert out.endswith(" in 1 map.\n1 finding can be fixed with --fix.\n")
    assert err == ""


def test_concise_leaves_only_lines_on_standard_output(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", ".", "--output-format", "concise")
    assert code == 1
    assert out.splitlines()[0].startswith("m.argmap.yaml:4:64: AM101 ")
    assert all(line.startswith("m.argmap.yaml:") for line in out.splitlines())
    assert err.startswith("Found 1 error")


@pytest.mark.parametrize("output_format", ["full", "concise"])
def test_with_a_file_the_summary_goes_to_standard_error(
    argmap: Run, write: Write, folder: Path, output_format: str
) -> None:
    write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", "-o", "report", "--output-format", output_format)
    report = (folder / "report").read_text()
    assert (code, out) == (1, "")
    assert "AM101" in report
    assert "Found" not in report
    assert err.startswith("Found 1 error")


@pytest.mark.parametrize(
    ("content", "fail_on", "code"),
    [
        (CLEAN, "info", 0),
        (WARNING, "info", 1),
        (WARNING, "warning", 1),
        (WARNING, "error", 0),
        (DANGLING, "error", 1),
        (DANGLING, "never", 0),
        (BROKEN, "error", 1),
    ],
)
def test_exit_codes(argmap: Run, write: Write, content: str, fail_on: str, code: int) -> None:
    path = write("m.argmap.yaml", content)
    assert argmap("check", path, "--fail-on", fail_on).code == code


def test_an_error_is_what_fails_by_default(argmap: Run, write: Write) -> None:
    assert argmap("check", write("w.argmap.yaml", WARNING)).code == 0
    assert argmap("check", write("e.argmap.yaml", DANGLING)).code == 1


def test_standard_input(argmap: Run) -> None:
    code, out, _ = argmap("check", "-", "-", stdin=DANGLING.encode())
    assert code == 1
    assert " --> <stdin>:4:" in out
    assert " in 1 map.\n" in out
    named = argmap("check", "-", "--stdin-filename", "m.yaml", stdin=DANGLING.encode())
    assert " --> m.yaml:4:" in named.out


def test_an_empty_line_parts_the_findings_of_two_maps(argmap: Run, write: Write) -> None:
    write("a.argmap.yaml", DANGLING)
    write("b.argmap.yaml", DANGLING)
    out = argmap("check").out
    assert out.count("error[AM101]") == 2
    assert "\n\n\n" not in out
    assert "?\n\nerror[AM101]" in out or "\n\nwarning" in out


def test_a_map_named_twice_is_checked_once(argmap: Run, write: Write, folder: Path) -> None:
    path = write("m.argmap.yaml", DANGLING)
    (folder / "link.argmap.yaml").symlink_to(path)
    out = argmap("check", "m.argmap.yaml", path, ".", "link.argmap.yaml").out
    assert out.count("error[AM101]") == 1
    assert " in 1 map.\n" in out


def test_the_findings_of_a_base_are_reported_once(
    argmap: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both maps are examined, and the findings of the base come with each of them."""
    base, layer = write("base.argmap.yaml", DANGLING), write("layer.argmap.yaml", CLEAN)
    found = pipeline.examine(base)
    monkeypatch.setattr(pipeline, "examine_in", lambda *_, **__: found)
    out = argmap("check", base, layer, "--output-format", "concise").out
    assert len(out.splitlines()) == len(found.diagnostics)


def test_a_finding_without_a_place_bears_the_name_of_its_map(
    argmap: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = pipeline.CATALOGUE["AM108"]
    found = pipeline.Examination(None, (rule.at(None, "no main conclusion"),))
    monkeypatch.setattr(pipeline, "examine_in", lambda *_, **__: found)
    write("a.argmap.yaml", CLEAN)
    write("b.argmap.yaml", CLEAN)
    out = argmap("check", "--output-format", "concise").out
    assert out == (
        "a.argmap.yaml: AM108 no main conclusion\nb.argmap.yaml: AM108 no main conclusion\n"
    )


def test_a_rule_that_did_not_run_is_said_to_be(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", CLEAN)
    write("n.argmap.yaml", "argmap: [1\n")
    code, out, _ = argmap("check")
    assert code == 1
    assert " did not run on n.argmap.yaml: " in out.splitlines()[-1]


def test_waived_findings_are_counted(argmap: Run, write: Write) -> None:
    waiver = "waive: [{rule: AM109, at: harbour, reason: shown on purpose}]\n"
    write("m.argmap.yaml", WARNING + waiver)
    code, out, _ = argmap("check", "--fail-on", "warning")
    assert out.endswith("1 finding waived.\n")
    assert code == 0


def test_a_file_that_cannot_be_read_does_not_hide_the_others(
    argmap: Run, write: Write, folder: Path
) -> None:
    (folder / "a.argmap.yaml").symlink_to(folder / "nowhere")
    write("b.argmap.yaml", DANGLING)
    code, out, err = argmap("check")
    assert code == 2
    assert "error[AM101]" in out
    assert " in 1 map.\n" in out
    assert err == "error: a.argmap.yaml cannot be read: no such file or directory\n"


def test_nothing_read_is_not_said_to_be_clean(argmap: Run, folder: Path) -> None:
    (folder / "a.argmap.yaml").symlink_to(folder / "nowhere")
    assert argmap("check")[:2] == (2, "")


@pytest.mark.parametrize(
    ("arguments", "environment", "painted"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": ""}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_in_a_pipe(
    *,
    argmap: Run,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    painted: bool,
) -> None:
    write("m.argmap.yaml", DANGLING)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[1;31m" in argmap("check", *arguments).out) == painted


@pytest.mark.parametrize(
    ("variable", "value", "painted"),
    [("", "", True), ("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)],
)
def test_colour_in_a_terminal(
    *,
    argmap: Run,
    write: Write,
    screen: Screen,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
    painted: bool,
) -> None:
    write("m.argmap.yaml", DANGLING)
    if variable:
        monkeypatch.setenv(variable, value)
    argmap("check", stdout=screen)
    assert ("\x1b[1;31m" in screen.text) == painted


def test_frames_are_as_wide_as_the_terminal(argmap: Run, write: Write, screen: Screen) -> None:
    write("m.argmap.yaml", DANGLING)
    argmap("check", "--color", "never", stdout=screen)
    lines = screen.text.splitlines()
    assert max(map(len, lines)) <= 60
    assert any("…" in line for line in lines)


def test_a_file_is_coloured_only_when_asked(argmap: Run, write: Write, folder: Path) -> None:
    write("m.argmap.yaml", DANGLING)
    argmap("check", "-o", "plain")
    argmap("check", "-o", "painted", "--color", "always")
    assert "\x1b" not in (folder / "plain").read_text()
    assert "\x1b[1;31m" in (folder / "painted").read_text()


def test_a_report_never_overwrites_a_map(argmap: Run, write: Write) -> None:
    path = write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", "-o", path)
    assert (code, out) == (2, "")
    assert "is a map, and would be lost" in err
    assert path.read_text() == DANGLING


def test_each_severity_can_be_named(argmap: Run) -> None:
    for severity in Severity:
        assert argmap("check", "-", "--fail-on", severity.value, stdin=CLEAN.encode()).code == 0


def test_a_name_that_is_no_utf8_is_shown(argmap: Run, folder: Path) -> None:
    name = os.fsencode(folder) + b"/caf\xe9.argmap.yaml"
    Path(os.fsdecode(name)).write_text(DANGLING)
    assert " --> caf<U+DCE9>.argmap.yaml:4:" in argmap("check").out
