"""AM402 one-sided: no objection is considered.

**What.** Nothing is said against a main conclusion, nor against any statement or step that leads to
it: no `against`, `despite` or `unless`, and no answer that names what shows a critical question to
fail. Each main conclusion is looked at by itself.

**Why.** A case that names no objection has not been tested by its author. Somebody will object to
it: a reader sees then that the objection was not thought of, or was left out.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: Many would use it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    against: noise
  demand:
    premise: Many would use it.
  noise:
    claim: Night boats would wake the quay.
    against: electric
  electric:
    premise: The electric boat is quieter than the traffic on the quay.
```

**Reference.** Intelligence Community Directive 203, standard 4: alternatives are weighed; Tetlock
2005, Expert Political Judgment.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Step
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM402",
    "one-sided",
    Severity.WARNING,
    "no objection is considered",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each main conclusion without an attack on it or on what leads to it."""
    main = case.graph.main
    disputed = _disputed(case) if main else frozenset()
    for name in main:
        if name not in disputed:
            yield RULE.at(
                case.place(name),
                f"no objection to {name} is considered",
                subject=name,
                hint="ask who would object, and write what they would say under `against`"
                " (`despite` if you judge it outweighed)",
            )


def _disputed(case: Case) -> frozenset[str]:
    """Return all that is attacked, and all that what is attacked leads to. O(size of the map)."""
    graph = case.graph
    reached = {step.target for step, _ in case.steps if not step.is_support}
    waiting = list(reached)
    while waiting:
        name = waiting.pop()
        found = graph.find(name)
        onwards = [step.target for step in graph.used.get(name, ())]
        if isinstance(found, Step):
            onwards.append(found.target)
        for target in onwards:
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return frozenset(reached)
