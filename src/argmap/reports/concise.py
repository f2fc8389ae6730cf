"""Concise: one line for each finding, in the form that editors, `grep` and scripts read."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.diagnostics import Diagnostic
from argmap.escape import terminal


def concise(diagnostics: Iterable[Diagnostic], *, name: str | None = None) -> str:
    r"""Return a line `file:line:column: CODE message` for each finding.

    Lines count from 1, columns too, in characters. No message breaks its line: a line feed in it is
    shown as `<U+000A>`.

    Args:
        diagnostics: the findings, in the order to list them.
        name: what to call the map of a finding that has no place; its line is `name: CODE message`.

    >>> from argmap.diagnostics import Severity
    >>> finding = Diagnostic("AM108", "main-conclusion", Severity.ERROR, "no main conclusion")
    >>> concise([finding], name="ferry.argmap.yaml")
    'ferry.argmap.yaml: AM108 no main conclusion\n'
    """
    return "".join(f"{terminal(_line(finding, name))}\n" for finding in diagnostics)


def _line(finding: Diagnostic, name: str | None) -> str:
    return f"{name}: {finding}" if finding.span is None and name is not None else str(finding)
