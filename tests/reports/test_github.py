"""Workflow commands: what a runner reads of them is what was found, and nothing else."""

import re
from collections.abc import Callable

from hypothesis import given

from argmap.diagnostics import Diagnostic, Severity
from argmap.escape import terminal
from argmap.reports.examined import Examined
from argmap.reports.github import github
from argmap.text import Span, Text
from tests.reports.examinations import FAULTY, SAMPLE, examine, maps

LINE_BREAK = re.compile(r"\r\n|\r|\n")
COMMANDS = {"error": Severity.ERROR, "warning": Severity.WARNING, "notice": Severity.INFO}


def run(line: str) -> tuple[str, dict[str, str], str]:
    """What a runner makes of a line: it begins with `::` and goes up to the next `::`."""
    assert line.startswith("::")
    head, separator, data = line[2:].partition("::")
    assert separator
    name, _, listed = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in listed.split(","))
    decoded = {key: decode(value, ":,\r\n%") for key, value in properties.items()}
    return name, decoded, decode(data, "\r\n%")


def decode(text: str, characters: str) -> str:
    for char in characters:
        text = text.replace(f"%{ord(char):02X}", char)
    return text


def shown(text: str) -> str:
    return "\n".join(map(terminal, LINE_BREAK.split(text)))


@given(maps)
def test_a_hostile_text_starts_no_command_of_its_own(examined: list[Examined]) -> None:
    report = github(examined)
    # Any line end that any reader of lines knows.
    lines = report.splitlines()
    assert report == "".join(f"{line}\n" for line in lines)
    found = [(one, each) for one in examined for each in (*unread(one), *one.diagnostics)]
    assert len(lines) == len(found)
    for line, (one, finding) in zip(lines, found, strict=True):
        name, properties, data = run(line)
        assert COMMANDS[name] is finding.severity
        said = [finding.message, *([] if finding.hint is None else [finding.hint])]
        assert data == shown("\n".join(said))
        assert set(properties) <= {"file", "line", "col", "endLine", "title"}
        if finding.code:
            assert properties["title"] == shown(f"{finding.code} {finding.name}")
        if finding.span is None and one.file is not None:
            assert properties["file"] == shown(one.file)


def unread(one: Examined) -> list[Diagnostic]:
    """A file that could not be read, as if it were a finding."""
    if one.unread is None:
        return []
    return [Diagnostic("", "unread", Severity.ERROR, f"{one.name}: {one.unread}")]


def test_one_of_everything(golden: Callable[[str, str], None]) -> None:
    golden("reports/sample.github.txt", github(SAMPLE))


def test_a_map_with_faults() -> None:
    one = examine(FAULTY)
    dangling, disconnected = one.diagnostics
    assert github([one]).splitlines() == [
        "::error file=maps/ferry.argmap.yaml,line=7,col=23,endLine=7,"
        f"title=AM101 dangling-reference::{dangling.message}%0A{dangling.hint}",
        "::warning file=maps/ferry.argmap.yaml,line=12,col=3,endLine=12,"
        f"title=AM109 disconnected::{disconnected.message}%0A{disconnected.hint}",
    ]


def test_properties_and_data_are_escaped() -> None:
    text = Text("a,b::error file=c::d%.yaml", "x")
    found = Diagnostic("AM1", "r", Severity.INFO, "50%\r\n::error::x", Span(text, 0, 1), hint="h:")
    assert github([Examined("m", [found])]) == (
        "::notice file=a%2Cb%3A%3Aerror file=c%3A%3Ad%25.yaml,line=1,col=1,endLine=1,"
        "title=AM1 r::50%25%0A::error::x%0Ah:\n"
    )


def test_what_is_no_file_is_not_named_as_one() -> None:
    found = Diagnostic("AM1", "r", Severity.ERROR, "wrong", Span(Text("<stdin>", "x"), 0, 1))
    assert github([Examined("<stdin>", [found])]) == (
        "::error line=1,col=1,endLine=1,title=AM1 r::wrong\n"
    )


def test_nothing_found_is_nothing_said() -> None:
    assert github([Examined("m.yaml")]) == ""
    assert github([]) == ""
