"""AM106 self-attack: a statement given as an objection to itself.

**What.** A statement stands among the premises of an objection to that same statement. Conceded
objections (`despite`) and objections made by answering a critical question count.

**Why.** If the statement holds, the objection holds, and then the statement does not: neither can
ever be settled. A paradox may be meant; mostly an id was mistaken for another.

**Bad**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    against: ferry
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
    against: cost
  demand:
    premise: Many would use it.
  cost:
    claim: It would cost too much.
    against: subsidy
  subsidy:
    premise: The subsidy covers it.
```

**Reference.** Dung 1995, on arguments that attack themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM106",
    "self-attack",
    Severity.WARNING,
    "a statement given as an objection to itself",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each attack that has its target among its premises."""
    for step in case.about_themselves:
        if not step.is_support:
            yield RULE.at(
                step.inference.span,
                f"{step.target} attacks itself",
                subject=step.id,
                related=[case.related(step.target, "the statement")],
                hint=f"name the statement that speaks against {step.target}",
            )
