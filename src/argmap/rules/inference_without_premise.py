"""AM103 inference-without-premise: a step that rests on nothing.

**What.** A reason or an objection has neither a premise under `from` nor one under `assuming`: it
says what kind of step it is, perhaps, but not what it starts from.

**Why.** A step leads from something to something. Without a premise it carries no weight at all,
and it counts as failed when the map is evaluated.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      - demand
      - scheme: positive-consequences
  demand:
    premise: Many would use it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      - demand
      - scheme: positive-consequences
        from: {effect: safer-roads, good: fewer-deaths}
  demand:
    premise: Many would use it.
  safer-roads:
    premise: Fewer people would drive home drunk.
  fewer-deaths:
    premise: It is good when fewer people die on the road.
```

**Reference.** In AIF an inference node has at least one premise; corpora of published graphs break
this nonetheless.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM103",
    "inference-without-premise",
    Severity.ERROR,
    "a step that rests on nothing",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each step without any premise."""
    for step, premises in case.steps:
        if not premises:
            yield RULE.at(
                step.inference.span,
                f"step {step.id} has no premise",
                subject=step.id,
                related=[case.related(step.target, "the step is aimed at this")],
                hint="name the statements that it starts from under `from`, or delete the step",
            )
