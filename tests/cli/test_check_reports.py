"""`argmap check`: what is told to programs, and to GitHub."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argmap.reports.as_json import schema
from argmap.settings import OUTPUT_FORMATS
from tests.cli.conftest import CLEAN, DANGLING, WARNING, Result, Write

Run = Callable[..., Result]
HOSTILE = DANGLING.replace("at night.", "::error::at ##[error]night.")


def test_json(argmap: Run, write: Write, folder: Path) -> None:
    write("m.argmap.yaml", DANGLING)
    (folder / "n.argmap.yaml").symlink_to("nowhere")
    code, out, err = argmap("check", "--output-format", "json")
    report = json.loads(out)
    assert code == 2
    assert set(json.loads(schema())["required"]) <= set(report)
    assert [each["file"] for each in report["maps"]] == ["m.argmap.yaml", "n.argmap.yaml"]
    assert report["maps"][1]["unread"] == "no such file or directory"
    assert report["findings"][0]["code"] == "AM101"
    assert "error: n.argmap.yaml cannot be read" in err
    assert "Found 1 error" in err


def test_sarif(argmap: Run, write: Write) -> None:
    path = write("maps/a b.argmap.yaml", DANGLING)
    by_name = argmap("check", "maps/a b.argmap.yaml", "--output-format", "sarif")
    assert by_name.code == 1
    result = json.loads(by_name.out)["runs"][0]["results"][0]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (location["uri"], location["uriBaseId"]) == ("maps/a%20b.argmap.yaml", "%SRCROOT%")
    # A path below the current folder stays relative, however it was typed.
    assert argmap("check", path, "--output-format", "sarif").out == by_name.out


def test_junit(argmap: Run, write: Write) -> None:
    write("a/m.argmap.yaml", WARNING)
    write("b/m.argmap.yaml", WARNING)
    write("b/argmap.toml", 'fail-on = "warning"')
    code, out, _ = argmap("check", "--output-format", "junit")
    assert code == 1
    failures = [suite.get("failures") for suite in ElementTree.fromstring(out)]
    assert failures[0] == "0"
    assert failures[1] != "0"


def test_github(argmap: Run, write: Write) -> None:
    write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", "--output-format", "github")
    assert code == 1
    assert out.startswith("::error file=m.argmap.yaml,line=4,col=64,endLine=4,title=AM101 ")
    assert err.startswith("Found 1 error")


@pytest.mark.parametrize("form", OUTPUT_FORMATS)
def test_every_form_goes_to_a_file(argmap: Run, write: Write, folder: Path, form: str) -> None:
    write("m.argmap.yaml", DANGLING)
    code, out, err = argmap("check", "--output-format", form, "-o", "report")
    assert (code, out) == (1, "")
    assert "AM101" in (folder / "report").read_text()
    assert err.startswith("Found 1 error")
    assert len(err.splitlines()) == 1 + (form == "full")


@pytest.mark.parametrize("form", OUTPUT_FORMATS)
def test_on_github_annotations_are_added(
    argmap: Run, write: Write, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """On standard error, which a runner reads too: standard output stays what was asked for."""
    write("m.argmap.yaml", DANGLING)
    plain = argmap("check", "--output-format", form)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    code, out, err = argmap("check", "--output-format", form)
    assert (code, out) == (plain.code, plain.out)
    both = out.splitlines() + err.splitlines()
    assert len([line for line in both if line.startswith("::error ")]) == 1
    assert err.startswith(plain.err)
    to_file = argmap("check", "--output-format", form, "-o", "report")
    assert len([line for line in to_file.err.splitlines() if line.startswith("::error ")]) == 1


@pytest.mark.parametrize("form", OUTPUT_FORMATS)
def test_on_github_a_map_gives_no_commands(
    argmap: Run, write: Write, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """A runner takes `##[` for a command wherever it stands, and `::` where a line begins."""
    name = "::warning::x ##[error]y.argmap.yaml"
    write(name, HOSTILE)
    write("##[group]broken.argmap.yaml", "argmap: [1")
    Path("##[stop-commands]gone.argmap.yaml").symlink_to("nowhere")
    plain = argmap("check", "--output-format", form)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    code, out, err = argmap("check", "--output-format", form)
    assert code == 2
    for line in (out + err).splitlines():
        if line.lstrip().startswith("::"):
            assert re.match(r"::(error|warning) file=(%3A%3Awarning|##\[)", line)
        else:
            assert "##[" not in line
    if form in ("json", "sarif"):
        assert json.loads(out) == json.loads(plain.out)
    if form == "junit":
        here, there = ElementTree.fromstring(out), ElementTree.fromstring(plain.out)
        assert ElementTree.tostring(here) == ElementTree.tostring(there)


def test_without_findings_nothing_is_annotated(
    argmap: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("m.argmap.yaml", CLEAN)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert argmap("check") == (0, "1 map, no findings.\n", "")


def test_no_more_fixes_are_promised_than_there_are(argmap: Run, write: Write) -> None:
    broken = DANGLING.replace("conclusion:", "conclsion:")
    write("m.argmap.yaml", broken)
    assert "2 findings can be fixed with --fix.\n" in argmap("check").out
    write("m.argmap.yaml", broken.replace("  demand:", "  AM:\n    calim: X.\n  demand:"))
    assert "can be fixed with --fix" in argmap("check").out
    many = "".join(f"  a{n}: {{calim: X.}}\n" for n in range(200))
    write("m.argmap.yaml", broken + many)
    assert "can be fixed" not in argmap("check").out
    write("m.argmap.yaml", f"{broken}# {'x' * 200_000}\n")
    assert "can be fixed" not in argmap("check").out
    write("m.argmap.yaml", DANGLING.replace("demnad", "zebra"))
    assert "can be fixed" not in argmap("check").out
