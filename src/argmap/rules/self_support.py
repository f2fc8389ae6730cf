"""AM105 self-support: a statement given as a reason for itself.

**What.** A statement stands among the premises of a reason for that same statement.

**Why.** Who doubts the statement doubts the reason, so the step cannot convince anyone. It is the
shortest form of begging the question.

**Bad**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: ferry + demand
  demand:
    premise: Many would use it.
```

**Good**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: Many would use it.
```

**Reference.** Walton 1991, Begging the Question. Longer circles are AM107.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM105",
    "self-support",
    Severity.ERROR,
    "a statement given as a reason for itself",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each support that has its target among its premises."""
    for step in case.about_themselves:
        if step.is_support:
            yield RULE.at(
                step.inference.span,
                f"{step.target} is given as a reason for itself",
                subject=step.id,
                related=[case.related(step.target, "the statement")],
                hint=f"take {step.target} out of the premises, or say what really speaks for it",
            )
