"""AM407 conceded-objection-stands: the conclusion hangs on a concession being outweighed.

**What.** An objection under `despite` is in, and so is what it is aimed at. If concessions counted
as other objections do, this one would bring its target down.

**Why.** That the objection is outweighed is then a judgement that carries the conclusion. It should
be seen, and weighed, as one.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    despite: {from: noise, backing: survey}
  demand:
    premise: Many would use it.
  noise:
    premise: Night boats would wake the quay.
  survey:
    premise: Four of five people there would put up with it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    despite: {from: noise, unless: few}
  demand:
    premise: Many would use it.
  noise:
    premise: Night boats would wake the quay.
  few:
    premise: Fourteen people live on the quay, and three hundred on the islands.
```

**Reference.** The burden of rejoinder (Walton and Krabbe 1995, Commitment in Dialogue).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Step
from argmap.rules.case import Case
from argmap.rules.objections import conceded

RULE = RuleInfo(
    "AM407",
    "conceded-objection-stands",
    Severity.INFO,
    "the conclusion hangs on a concession being outweighed",
    __doc__,
)
NEEDS: frozenset[str] = frozenset({"labelling"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each concession that would bring its target down if it counted."""
    for concession in case.steps:
        step = concession[0]
        if not conceded(concession) or not case.stands(step.target):
            continue
        if case.stands(step.id) and _would_defeat(case, step):
            yield RULE.at(
                case.place(step.id),
                f"if the conceded objection {step.id} counted, {step.target} would fall",
                subject=step.id,
                related=[Related("this would fall", case.place(step.target))],
                hint="say under `unless` of the step why it is outweighed, or doubt its premises",
            )


def _would_defeat(case: Case, attack: Step) -> bool:
    """Return whether an attack would be among what keeps its target from being in."""
    standing = case.labelling_with_concessions.standing(attack.target)
    return attack.id in standing.causes
