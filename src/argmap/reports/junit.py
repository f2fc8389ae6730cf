"""JUnit XML: for continuous integration that shows tests.

A map is a suite, and each rule that has something to say of it a test. There is no standard; this
keeps to what Jenkins, GitLab and the schema of Ant's reports have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.escape import terminal, xml
from argmap.reports.examined import Examined

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def junit(maps: Iterable[Examined]) -> str:
    r"""Return a report in which each rule that found something is a test.

    A test fails where a finding makes a check of the map fail; milder ones are its output. It is
    skipped where the rule did not run, or where the map waives all that it found. A map without a
    finding has one test, which passes.

    Args:
        maps: what was found in each map, in the order to list them.

    >>> print(junit([Examined("ferry.argmap.yaml")]), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="argmap" tests="1" failures="0" errors="0" skipped="0">
      <testsuite name="ferry.argmap.yaml" tests="1" failures="0" errors="0" skipped="0">
        <testcase classname="ferry.argmap.yaml" name="no findings"/>
      </testsuite>
    </testsuites>
    """
    suites = [(one.name, _cases(one)) for one in maps]
    every = [case for _, cases in suites for case in cases]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _tag("testsuites", {"name": "argmap", **_counts(every)}),
    ]
    for name, cases in suites:
        lines.append("  " + _tag("testsuite", {"name": name, **_counts(cases)}))
        lines.extend("    " + line for case in cases for line in _case(name, case))
        lines.append("  </testsuite>")
    return "".join(f"{line}\n" for line in (*lines, "</testsuites>"))


class _Case(NamedTuple):
    """One test. It passes unless it says what else it does."""

    name: str
    #: `failure`, `error` or `skipped`, each with its message; empty where it passes.
    outcome: str = ""
    message: str = ""
    kind: str = ""
    #: What stands inside the outcome.
    details: tuple[str, ...] = ()
    output: tuple[str, ...] = ()


def _cases(one: Examined) -> list[_Case]:
    cases = [
        *([] if one.unread is None else [_Case("read", "error", one.unread, "unread")]),
        *_tried(one),
        *(
            _Case(_title(rule.rule.code, rule.rule.name), "skipped", f"did not run: {rule.why}")
            for rule in one.not_run
        ),
    ]
    return cases or [_Case("no findings")]


def _tried(one: Examined) -> Iterator[_Case]:
    """Yield a test for each rule that found something, in the order of the codes."""
    found: dict[tuple[str, str], list[Diagnostic]] = {}
    for finding in one.diagnostics:
        found.setdefault((finding.code, finding.name), []).append(finding)
    waived: dict[tuple[str, str], list[str]] = {}
    for by in one.waived:
        rule = (by.diagnostic.code, by.diagnostic.name)
        reason = f"waived: {by.waiver.reason or 'without a reason'}"
        waived.setdefault(rule, []).append(f"{_told(by.diagnostic, one)} ({reason})")
    for rule in sorted({*found, *waived}):
        standing, accepted = found.get(rule, []), tuple(waived.get(rule, ()))
        bad = [each for each in standing if one.is_failed_by(each)]
        mild = tuple(_told(each, one) for each in standing if not one.is_failed_by(each))
        if bad:
            more = f" (and {len(bad) - 1} more)" if len(bad) > 1 else ""
            details = tuple(_told(each, one) for each in bad)
            message = f"{bad[0].message}{more}"
            kind = max(each.severity for each in bad).value
            yield _Case(_title(*rule), "failure", message, kind, details, (*mild, *accepted))
        elif mild:
            yield _Case(_title(*rule), output=(*mild, *accepted))
        else:
            yield _Case(_title(*rule), "skipped", "; ".join(accepted))


def _title(code: str, name: str) -> str:
    return f"{code} {name}"


def _told(finding: Diagnostic, one: Examined) -> str:
    place = "" if finding.span is not None else f"{one.name}: "
    hint = "" if finding.hint is None else f"\n  {finding.hint}"
    return f"{place}{finding.severity.value}: {finding}{hint}"


def _counts(cases: list[_Case]) -> dict[str, str]:
    outcomes = [case.outcome for case in cases]
    return {
        "tests": str(len(cases)),
        "failures": str(outcomes.count("failure")),
        "errors": str(outcomes.count("error")),
        "skipped": str(outcomes.count("skipped")),
    }


def _case(suite: str, case: _Case) -> Iterator[str]:
    attributes = {"classname": suite, "name": case.name}
    if not case.outcome and not case.output:
        yield _tag("testcase", attributes, "/")
        return
    yield _tag("testcase", attributes)
    if case.outcome:
        said = {"message": case.message, **({"type": case.kind} if case.kind else {})}
        yield from _element(case.outcome, said, case.details)
    if case.output:
        yield from _element("system-out", {}, case.output)
    yield "</testcase>"


def _element(name: str, attributes: dict[str, str], lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"  {_tag(name, attributes)}{_text(chr(10).join(lines))}</{name}>"
    else:
        yield f"  {_tag(name, attributes, '/')}"


def _tag(name: str, attributes: dict[str, str], end: str = "") -> str:
    written = "".join(f' {key}="{_line(value)}"' for key, value in attributes.items())
    return f"<{name}{written}{end}>"


def _line(text: str) -> str:
    """Return text for an attribute: on one line, which is all that XML keeps of it."""
    return xml(" ".join(terminal(part) for part in _LINE_BREAK.split(text)))


def _text(text: str) -> str:
    """Return text between tags, its lines kept; what a terminal must not get is shown."""
    return xml("\n".join(terminal(part) for part in _LINE_BREAK.split(text)))
