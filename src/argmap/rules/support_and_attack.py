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
    despite: noise
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
    despite: noise
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

from collections.abc import Iterable, Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.graphs import ResolvedStep
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
    for steps in case.aimed_alike:
        yield from _both(case, steps)


def _both(case: Case, steps: Iterable[ResolvedStep]) -> Iterator[Diagnostic]:
    """Yield a finding for each attack among the steps aimed at one element."""
    supports: dict[frozenset[str], Step] = {}
    attacks: list[ResolvedStep] = []
    for resolved in steps:
        step, premises = resolved
        if not step.is_support:
            attacks.append(resolved)
        elif premises:
            supports.setdefault(frozenset(premises), step)
    for step, premises in attacks:
        support = supports.get(frozenset(premises))
        if support is not None:
            one = len(premises) == 1
            both = "both supports and attacks" if one else "together support and attack"
            yield RULE.at(
                step.inference.span,
                f"{listed(premises)} {both} {step.target}",
                subject=step.id,
                related=[case.related(support.id, "the step in which it supports")],
                hint="keep one, or say in two statements what speaks for it and what against",
            )
