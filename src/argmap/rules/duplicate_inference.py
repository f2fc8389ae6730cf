"""AM112 duplicate-inference: one step written twice.

**What.** Two steps have the same premises and the same target, and both are for it or both against.
Ordinary premises and assumptions are taken together; their order, roles and schemes do not matter.

**Why.** One reason counts once. Written twice, it looks like two and weighs like two; and the steps
can only be told apart by their order, so a reference may come to mean the other one.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      - demand + money
      - money + demand
  demand:
    premise: Many would use it.
  money:
    premise: The subsidy covers it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + money
  demand:
    premise: Many would use it.
  money:
    premise: The subsidy covers it.
```

**Reference.** Prakken 2005, on the accrual of reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.graphs import ResolvedStep
from argmap.model import Position, Step
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM112",
    "duplicate-inference",
    Severity.WARNING,
    "one step written twice",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each step that is equal to one before it."""
    for steps in case.aimed_alike:
        yield from _repeated(case, steps)


def _repeated(case: Case, steps: Iterable[ResolvedStep]) -> Iterator[Diagnostic]:
    """Yield a finding for each of the steps aimed at one element that is equal to one before it."""
    first: dict[tuple[frozenset[str], bool], Step] = {}
    for step, premises in steps:
        # An answer may repeat an objection; it then stands for that one.
        if not premises or step.position is Position.ANSWER:
            continue
        same = first.setdefault((frozenset(premises), step.is_support), step)
        if same is not step:
            yield RULE.at(
                step.inference.span,
                f"{same.id} and {step.id} are the same step",
                subject=step.id,
                related=[case.related(same.id, "the step that it repeats")],
                hint="keep one; if both are meant, give each an `id` and waive this finding",
            )
