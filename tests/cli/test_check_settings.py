"""`argmap check`: which settings count for which map."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import BROKEN, CLEAN, DANGLING, WARNING, Result, Write

Run = Callable[..., Result]

QUESTION = CLEAN.replace("Enough people would use it, most of them weekly.", "Would it be used?")


def codes(result: Result) -> list[str]:
    """The codes that a concise report tells."""
    return [line.split(": ")[1].split(" ")[0] for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["AM101", "AM109", "AM602"]),
        (["--ignore", "AM6"], ["AM101", "AM109"]),
        (["--ignore", "AM6,disconnected"], ["AM101"]),
        (["--ignore", "AM6", "--ignore", "AM109"], ["AM101"]),
        (["--select", "AM6"], ["AM602"]),
        (["--select", "ALL", "--ignore", "AM1"], ["AM602"]),
        (["--select", "AM109", "--ignore", "AM1"], ["AM109"]),
        (["--select", "AM1", "--ignore", "AM1"], []),
    ],
)
def test_select_and_ignore(argmap: Run, write: Write, options: list[str], found: list[str]) -> None:
    path = write("m.argmap.yaml", QUESTION.replace("because: demand", "because: demnad"))
    assert codes(argmap("check", path, "--output-format", "concise", *options)) == found


def test_what_cannot_be_read_always_counts(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", BROKEN)
    result = argmap("check", "--ignore", "ALL", "--output-format", "concise")
    assert (result.code, codes(result)) == (1, ["AM012"])
    refused = argmap("check", "--ignore", "AM012")
    assert refused.code == 2
    assert refused.err.startswith('error: --ignore: "AM012" cannot be ignored')


def test_severity(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    milder = argmap("check", "--severity", "AM101=warning", "--severity", "AM109=info")
    assert milder.code == 0
    assert "warning[AM101]" in milder.out
    assert "info[AM109]" in milder.out
    assert argmap("check", "--severity", "AM1=info", "--fail-on", "warning").code == 0


def test_each_map_has_the_settings_of_its_folder(argmap: Run, write: Write) -> None:
    write("a/m.argmap.yaml", WARNING)
    write("b/c/m.argmap.yaml", WARNING)
    write("b/argmap.toml", 'fail-on = "warning"\nignore = ["AM6"]')
    assert argmap("check", "a").code == 0
    assert argmap("check", "b").code == 1
    assert argmap("check", "a", "b").code == 1
    assert argmap("check", "a", "b", "--fail-on", "error").code == 0
    assert argmap("check", "a", "b", "--isolated").code == 0
    assert argmap("check", "b", "--exit-zero").code == 0


def test_the_environment_goes_before_files(
    argmap: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("m.argmap.yaml", WARNING)
    write("argmap.toml", 'fail-on = "info"')
    monkeypatch.setenv("ARGMAP_FAIL_ON", "error")
    assert argmap("check").code == 0
    assert argmap("check", "--fail-on", "warning").code == 1


def test_a_map_on_standard_input_stands_where_its_name_says(argmap: Run, write: Write) -> None:
    write("argmap.toml", 'fail-on = "never"')
    write("b/argmap.toml", 'fail-on = "warning"')
    stdin = WARNING.encode()
    assert argmap("check", "-", stdin=stdin).code == 0
    assert argmap("check", "-", "--stdin-filename", "b/new.argmap.yaml", stdin=stdin).code == 1
    assert argmap("check", "-", "--stdin-filename", "<b/new>", stdin=stdin).code == 0
    assert argmap("check", "-", "--stdin-filename", "b/\0\ud800.yaml", stdin=stdin).code == 1


def test_some_files_ignore_more(argmap: Run, write: Write) -> None:
    write("pyproject.toml", '[tool.argmap]\nper-file-ignores = {"drafts/" = ["AM101", "AM109"]}')
    write("drafts/m.argmap.yaml", DANGLING)
    assert argmap("check").code == 0
    write("m.argmap.yaml", DANGLING)
    result = argmap("check", "--output-format", "concise")
    assert {line.split(":")[0] for line in result.out.splitlines()} == {"m.argmap.yaml"}


def test_the_form_is_that_of_the_current_folder(argmap: Run, write: Write) -> None:
    write("b/argmap.toml", 'output-format = "json"')
    write("b/m.argmap.yaml", CLEAN)
    assert argmap("check", "b").out == "1 map, no findings.\n"
    write("argmap.toml", 'output-format = "concise"')
    assert argmap("check", "b") == (0, "", "1 map, no findings.\n")
    assert argmap("check", "b", "--output-format", "full").out == "1 map, no findings.\n"


def test_settings_that_cannot_be_end_the_command(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    write("b/m.argmap.yaml", DANGLING)
    write("b/argmap.toml", '\nslect = ["AM1"]')
    code, out, err = argmap("check")
    assert (code, out) == (2, "")
    assert err == (
        'error: b/argmap.toml:2: there is no setting "slect"\nhelp: did you mean "select"?\n'
    )
    assert argmap("check", "m.argmap.yaml").code == 1
    assert argmap("outline", "b/m.argmap.yaml").code == 2
    assert argmap("check", "--isolated").code == 1


def test_how_large_a_map_may_be(argmap: Run, write: Write) -> None:
    write("argmap.toml", f"max-size = {len(CLEAN) - 1}")
    path = write("m.argmap.yaml", CLEAN)
    for arguments in (["check"], ["check", "-"], ["outline", path]):
        result = argmap(*arguments, stdin=CLEAN.encode())
        assert result.code == 1
        assert "[AM004]" in result.out + result.err
    write("argmap.toml", f"max-size = {len(CLEAN)}")
    assert argmap("check", "-", ".", stdin=CLEAN.encode()).code == 0
    write("argmap.toml", "max-elements = 2")
    assert "[AM004]" in argmap("check").out


def test_a_map_larger_than_usual_is_read_whole(argmap: Run, write: Write) -> None:
    """Also on standard input, of which only so much is read as can be needed."""
    large = CLEAN + "#" + "x" * (16 * 1024 * 1024) + "\nstatments: {}\n"
    assert "AM004" in argmap("check", "-", stdin=large.encode()).out
    write("argmap.toml", "max-size = 100_000_000")
    assert "AM012" in argmap("check", "-", stdin=large.encode()).out


@pytest.mark.parametrize(
    ("engine", "options", "message"),
    [
        ("dot", [], "error: the layout engine dot is not installed"),
        ("graphviz-pure", [], "error: the layout engine graphviz-pure is not installed"),
        ("dot", ["--engine", "graphviz-pure"], "error: the layout engine graphviz-pure is not"),
    ],
)
def test_the_engine_of_a_diagram(
    *,
    argmap: Run,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    engine: str,
    options: list[str],
    message: str,
) -> None:
    monkeypatch.setattr("argmap.layout.installed", lambda _: None)
    write("b/argmap.toml", f'engine = "{engine}"')
    path = write("b/m.argmap.yaml", CLEAN)
    code, out, err = argmap("diagram", path, *options)
    assert (code, out) == (2, "")
    assert err.startswith(message)


def test_show_settings(argmap: Run, write: Write, folder: Path) -> None:
    write("argmap.toml", 'fail-on = "warning"\n')
    code, out, err = argmap("check", "--show-settings", "--ignore", "AM109,text-length")
    assert (code, err) == (0, "")
    assert 'ignore = ["AM109", "AM610"]    # --ignore\n' in out
    assert 'fail-on = "warning"            # argmap.toml:1\n' in out
    assert tomllib.loads(out)["fail-on"] == "warning"


def test_settings_of_several_maps_are_shown_once_each(argmap: Run, write: Write) -> None:
    for name in ("a", "b", "c/d"):
        write(f"{name}.argmap.yaml", DANGLING)
    write("c/argmap.toml", 'engine = "dot"')
    code, out, _ = argmap("check", "--show-settings", ".")
    assert code == 0
    first, second = out.split("\n\n")
    assert first.startswith("# a.argmap.yaml and 1 more\nselect = ")
    assert second.startswith("# c/d.argmap.yaml\nselect = ")
    assert "engine = " in second
    assert "engine = " not in first
    write("d/x\nfail-on = 1.argmap.yaml", CLEAN)
    assert argmap("check", "--show-settings", "d").out.startswith("# d/x<U+000A>fail-on = 1.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
        (["--diff", "--baseline", "b"], "--diff and --baseline do not go together"),
        (["--diff", "-o", "x"], "--diff and --output do not go together"),
        (["--write-baseline", "b", "--baseline", "b"], "--write-baseline and --baseline do not"),
        (["--write-baseline", "b", "--diff"], "--diff and --write-baseline do not go together"),
        (["--fail-on", "eror"], "Invalid value for '--fail-on'"),
        (["--output-format", "xml"], "Invalid value for '--output-format'"),
        (["--selct", "AM1"], "No such option '--selct'"),
    ],
)
def test_what_does_not_go_together(
    argmap: Run, write: Write, options: list[str], message: str
) -> None:
    write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", *options)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {message}")
    assert "help: argmap check --help\n" in err
