"""AM206 overloaded-inference: many premises in one step.

**What.** A step has more than five ordinary premises; assumptions are not counted.

**Why.** All premises of a step are needed together: if one fails, the step fails. Few arguments are
like that with six premises. Mostly such a step holds two steps, or several reasons that would each
do alone.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + money + crews + boats + quay + law
  demand: {premise: Many would use it.}
  money: {premise: The subsidy covers it.}
  crews: {premise: There are crews for it.}
  boats: {premise: There are boats for it.}
  quay: {premise: The quay is lit at night.}
  law: {premise: The law allows it.}
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + possible
  demand: {premise: Many would use it.}
  possible:
    conclusion: It can be done.
    because: money + crews + boats + quay + law
  money: {premise: The subsidy covers it.}
  crews: {premise: There are crews for it.}
  boats: {premise: There are boats for it.}
  quay: {premise: The quay is lit at night.}
  law: {premise: The law allows it.}
```

**Reference.** Of the inference nodes in the AIFdb corpora, 99.9 per cent have five premises or
fewer.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM206",
    "overloaded-inference",
    Severity.INFO,
    "many premises in one step",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

MOST_PREMISES = 5


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each step with more than five ordinary premises."""
    for step, premises in case.steps:
        if len(premises) <= MOST_PREMISES:
            continue
        ordinary = len(step.inference.ordinary)
        if ordinary > MOST_PREMISES:
            yield RULE.at(
                step.inference.span,
                f"{step.id} has {ordinary} premises; is it one step?",
                subject=step.id,
                related=[case.related(step.target, "the step is aimed at this")],
                hint="draw an interim conclusion from some of them, or make several reasons of it",
            )
