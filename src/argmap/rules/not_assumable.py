"""AM120 not-assumable: something argued for is taken for granted.

**What.** `assuming` names evidence, a conclusion, or a claim that has reasons. It is for
assumptions, and for premises and claims without reasons.

**Why.** To assume a statement is to go on without grounds for it. Where grounds are given, or have
to be given, the step rests on them, and the statement is an ordinary premise.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      from: demand
      assuming: money
  demand:
    premise: Many would use it.
  money:
    conclusion: The subsidy covers it.
    because: budget
  budget:
    premise: The budget sets 2 million aside for it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      from: [demand, money]
  demand:
    premise: Many would use it.
  money:
    conclusion: The subsidy covers it.
    because: budget
  budget:
    premise: The budget sets 2 million aside for it.
```

**Reference.** Assumption premises of Carneades (Gordon, Prakken and Walton 2007).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Kind, Statement
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM120",
    "not-assumable",
    Severity.ERROR,
    "something argued for is taken for granted",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each assumption of a step that cannot be one."""
    for step, premise, name in case.assumed:
        statement = case.graph.find(name)
        why = _why_not(statement) if isinstance(statement, Statement) else None
        if why is not None:
            yield RULE.at(
                premise.span or step.inference.span,
                f"{name} {why}, so it cannot be assumed in {step.id}",
                subject=step.id,
                related=[case.related(name, "the statement")],
                hint=f"name {name} under `from`",
            )


def _why_not(statement: Statement) -> str | None:
    if statement.kind is Kind.EVIDENCE:
        return "is evidence"
    if statement.kind is Kind.CONCLUSION:
        return "is a conclusion"
    if statement.kind is Kind.CLAIM and statement.because:
        return "is argued for"
    return None
