"""GitHub: findings as workflow commands, which Actions shows beside the lines they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diagnostics import Diagnostic, Severity
from argmap.escape import github as escaped
from argmap.escape import github_property
from argmap.reports.examined import Examined, file_of
from argmap.reports.places import region

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(maps: Iterable[Examined]) -> str:
    r"""Return a workflow command for each finding, one a line.

    Args:
        maps: what was found in each map, in the order to list them.

    >>> from argmap.text import Span, Text
    >>> text = Text("ferry.argmap.yaml", "main: fery\n")
    >>> finding = Diagnostic(
    ...     "AM101", "dangling-reference", Severity.ERROR, "100% undefined: fery", Span(text, 6, 10)
    ... )
    >>> print(github([Examined("ferry.argmap.yaml", [finding])]), end="")
    ::error file=ferry.argmap.yaml,line=1,col=7,endLine=1,title=AM101 dangling-reference::100%25 undefined: fery
    """  # noqa: E501 - a command is one line
    return "".join(f"{line}\n" for one in maps for line in _of(one))


def _of(one: Examined) -> Iterator[str]:
    if one.unread is not None:
        yield _command("error", {"file": one.file, "title": "unread"}, f"{one.name}: {one.unread}")
    for finding in one.diagnostics:
        where = {**_place(finding, one), "title": f"{finding.code} {finding.name}"}
        said = finding.message if finding.hint is None else f"{finding.message}\n{finding.hint}"
        yield _command(_COMMANDS[finding.severity], where, said)


def _place(finding: Diagnostic, one: Examined) -> dict[str, str | None]:
    if finding.span is None:
        return {"file": one.file}
    place = region(finding.span)
    return {
        "file": file_of(finding.span.text.name),
        "line": str(place.line),
        "col": str(place.column),
        "endLine": str(place.end_line),
    }


def _command(name: str, properties: dict[str, str | None], data: str) -> str:
    r"""Return a command on one line, which nothing in its parts can end or begin anew.

    >>> _command("notice", {"file": "a,b:c.yaml", "title": None}, "two\nlines, 50 %")
    '::notice file=a%2Cb%3Ac.yaml::two%0Alines, 50 %25'
    """
    pairs = [f"{key}={github_property(value)}" for key, value in properties.items() if value]
    return f"::{name} {','.join(pairs)}::{escaped(data)}"
