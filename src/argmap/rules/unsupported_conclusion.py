"""AM201 unsupported-conclusion: a conclusion without a reason.

**What.** A main conclusion, or a statement of the kind `conclusion`, has no `because`. Statements
that only restate another are left out: their reasons stand there.

**Why.** A conclusion stands by its reasons alone. Without any, the map shows that something is
claimed, but not why.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    conclusion: Many would use it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    conclusion: Many would use it.
    because: survey
  survey:
    premise: Of those asked, 412 said they would use it.
```

**Reference.** Sufficiency, in the criteria of relevance, sufficiency and acceptability (Johnson and
Blair 2006).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Kind, Statement
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM201",
    "unsupported-conclusion",
    Severity.ERROR,
    "a conclusion without a reason",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each conclusion, main or declared, that has no reason."""
    main = frozenset(case.graph.main)
    for statement in case.map.statements:
        if statement.because or statement.restates is not None:
            continue
        if statement.kind is Kind.CONCLUSION or statement.id in main:
            yield RULE.at(
                statement.span,
                f"{_called(statement, main)} {statement.id} has no support",
                subject=statement.id,
                hint=_hint(statement),
            )


def _called(statement: Statement, main: frozenset[str]) -> str:
    return "the main conclusion" if statement.id in main else "conclusion"


def _hint(statement: Statement) -> str:
    if statement.is_evidence:
        return "evidence takes no reasons: name in `main` what it is evidence for"
    if statement.kind is Kind.CONCLUSION:
        return "add a reason under `because`; if it is put forward without one, call it a `premise`"
    return "add a reason under `because`"
