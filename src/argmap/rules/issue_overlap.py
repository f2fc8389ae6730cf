"""AM117 issue-overlap: a statement is a position of two issues.

**What.** A statement stands among the `positions` of more than one issue.

**Why.** The positions of an issue exclude each other: at most one of them can stand. A statement
that is an answer to two questions would tie the two decisions together without a reason that anyone
could read.

**Bad**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  bus:
    claim: A night bus should run instead.
    questioned: true
  demand:
    premise: Many would use it.
issues:
  transport:
    question: What should run at night?
    positions: [ferry, bus]
  money:
    question: What should the subsidy pay for?
    positions: bus
```

**Good**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  bus:
    claim: A night bus should run instead.
    questioned: true
  paid-bus:
    claim: The subsidy should pay for a bus.
  demand:
    premise: Many would use it.
issues:
  transport:
    question: What should run at night?
    positions: [ferry, bus]
  money:
    question: What should the subsidy pay for?
    positions: paid-bus
```

**Reference.** The single-issue constraint of Carneades 4 (Gordon and Walton 2016).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Issue
from argmap.rules.case import Case, listed

RULE = RuleInfo(
    "AM117",
    "issue-overlap",
    Severity.ERROR,
    "a statement is a position of two issues",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each position of more than one issue."""
    issues_of: dict[str, list[Issue]] = {}
    for issue in case.map.issues:
        for name in dict.fromkeys(map(case.graph.canonical, issue.positions)):
            issues_of.setdefault(name, []).append(issue)
    for name, issues in issues_of.items():
        if len(issues) > 1:
            yield RULE.at(
                case.place(name) or issues[1].span,
                f"{name} belongs to the issues {listed([issue.id for issue in issues])}",
                subject=name,
                related=[
                    Related(f"it is a position of {issue.id}", issue.span) for issue in issues
                ],
                hint="take it out of all but one, or say in a second statement what differs",
            )
