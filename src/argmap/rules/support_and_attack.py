"""AM114 support-and-attack: the same premises for and against one thing.

**What.** A reason and an objection have the same premises and the same target. Conceded objections
(`despite`) and objections made by answering a critical question count.

**Why.** What speaks for a claim and against it at once speaks for neither, unless in two different
respects; and then the two respects are two statements. Mostly one of the two stands under the wrong
key.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, noise]
    against: noise
  demand:
    premise: Many would use it.
  noise:
    premise: People would be heard in the streets at two in the morning.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, life]
    against: noise
  demand:
    premise: Many would use it.
  life:
    premise: The old town would be alive at night.
  noise:
    premise: People who live there would be woken at two in the morning.
```

**Reference.** In bipolar argumentation frameworks no pair is in both relations (Cayrol and
Lagasquie-Schiex 2005).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Step
from argmap.rules.case import Case, listed

RULE = RuleInfo(
    "AM114",
    "support-and-attack",
    Severity.WARNING,
    "the same premises for and against one thing",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each attack with the premises of a support of its target."""
    attacks = [resolved for resolved in case.steps if not resolved.step.is_support]
    attacked = {step.target for step, _ in attacks}
    supports: dict[tuple[frozenset[str], str], Step] = {}
    for step, premises in case.steps:
        if step.target in attacked and step.is_support and premises:
            supports.setdefault((frozenset(premises), step.target), step)
    for step, premises in attacks:
        support = supports.get((frozenset(premises), step.target))
        if support is not None:
            one = len(premises) == 1
            both = "both supports and attacks" if one else "together support and attack"
            yield RULE.at(
                step.inference.span,
                f"{listed(premises)} {both} {step.target}",
                subject=step.id,
                related=[case.related(support.id, "the step in which it supports")],
                hint="keep one of the two; or say in two statements what is for it, what against",
            )
