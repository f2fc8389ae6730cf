"""AM104 bad-target: a step where a statement is needed.

**What.** A step is named as a premise of another step, or as the answer that makes an objection. A
step can be argued for (`backing`) and against (`unless`), but it says nothing that could itself be
true or false, so nothing can be concluded from it.

**Why.** The step that names it has no premise in that place, and fails. Mostly the statement that
the named step concludes was meant.

**Bad**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, demand-shown + money]
  demand:
    claim: Many would use it.
    because:
      id: demand-shown
      from: survey
  survey:
    premise: Of those asked, 412 said they would use it.
  money:
    premise: The subsidy covers it.
```

**Good**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, money]
  demand:
    claim: Many would use it.
    because:
      id: demand-shown
      from: survey
  survey:
    premise: Of those asked, 412 said they would use it.
  money:
    premise: The subsidy covers it.
```

**Reference.** The table of edges that AIF allows: an inference node is no premise of another.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Step
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM104",
    "bad-target",
    Severity.ERROR,
    "a step where a statement is needed",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

# Steps stand under their targets, in the file as in the model. So the other half of the rule, that
# a step is aimed at nothing or at itself, cannot come about, and there is nothing to look for.


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each premise that is a step."""
    if not case.map.index.identified:
        return  # a premise has to be an id, and no step has one
    numbered = case.graph.numbered
    for (user, names), nodes in zip(case.steps, numbered.premises, strict=True):
        if not nodes or max(nodes) < numbered.first_step:
            continue  # all are statements
        for premise, name in zip(user.inference.premises, names, strict=True):
            named = case.graph.find(name)
            if isinstance(named, Step):
                yield RULE.at(
                    premise.span or user.inference.span,
                    f"{user.id} uses the step {name} as a premise; only a statement can be one",
                    subject=user.id,
                    related=[case.related(name, "this is a step")],
                    hint=f"perhaps {named.target}, which {name} is aimed at, was meant",
                )
