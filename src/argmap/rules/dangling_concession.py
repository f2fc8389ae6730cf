"""AM406 dangling-concession: a concession that is called outweighed, and nothing says why.

**What.** An objection stands under `despite`, and no reason is given for the weighing: the step has
neither `unless` nor `backing`, nothing is said against it or its premises, and no preference names
it as the worse.

**Why.** To concede an objection is fair, and to judge it outweighed is a claim. A reader cannot
check a weighing of which only the result is told.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    despite: noise
  demand:
    premise: Many would use it.
  noise:
    premise: Night boats would wake the quay.
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

**Reference.** Counter-considerations (Freeman 2011); concessions in the microtext corpus (Peldszus
and Stede 2013).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.graphs import ResolvedStep
from argmap.rules.case import Case
from argmap.rules.objections import conceded

RULE = RuleInfo(
    "AM406",
    "dangling-concession",
    Severity.INFO,
    "a concession that is called outweighed, and nothing says why",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each concession without a reason for the weighing."""
    concessions = [one for one in case.steps if conceded(one)]
    if not concessions:
        return
    outranked = {case.graph.canonical(preference.worse) for preference in case.map.preferences}
    for concession in concessions:
        step = concession[0]
        if step.id not in outranked and not _weighed(case, concession):
            yield RULE.at(
                case.place(step.id),
                f"the concession {step.id} is called outweighed, but nothing says why",
                subject=step.id,
                related=[Related("in spite of it this is held", case.place(step.target))],
                hint="write the step with `from`, and under `unless` what outweighs it",
            )


def _weighed(case: Case, concession: ResolvedStep) -> bool:
    """Return whether something bears on a concession, or speaks against a premise of it."""
    step, premises = concession
    leading = case.graph.by_target
    return bool(leading.get(step.id)) or any(
        not answer.is_support for name in premises for answer, _ in leading.get(name, ())
    )
