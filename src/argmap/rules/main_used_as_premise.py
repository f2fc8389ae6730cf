"""AM110 main-used-as-premise: the main conclusion is a reason for something else.

**What.** A main conclusion is a premise of a reason, and what that reason is for leads to no main
conclusion.

**Why.** If the argument goes on from what is called its main conclusion, then what it goes on to is
the point, or one more point, of the map.

**Bad**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  crews:
    conclusion: The port needs two more crews.
    because: ferry
    tags: background
  demand:
    premise: Many would use it.
```

**Good**

```yaml
argmap: 1
main: [ferry, crews]
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  crews:
    conclusion: The port needs two more crews.
    because: ferry
  demand:
    premise: Many would use it.
```

**Reference.** Freeman 1991, Dialectics and the Macrostructure of Arguments.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Step
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM110",
    "main-used-as-premise",
    Severity.WARNING,
    "the main conclusion is a reason for something else",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each use of a main conclusion that leads to no main conclusion."""
    graph = case.graph
    for main in graph.main:
        for step in graph.uses(main):
            if step.is_support and step.target not in graph.bearing:
                point = _point(case, step.target)
                yield RULE.at(
                    case.place(main),
                    f"the main conclusion {main} is itself used as a reason for {step.target}",
                    subject=main,
                    related=[
                        case.related(step.id, "it is used here"),
                        case.related(point, "this may be the main conclusion"),
                    ],
                    hint=f"add {point} to `main`, or delete the step {step.id}",
                )


def _point(case: Case, name: str) -> str:
    """Return the statement that a step is aimed at, be it through others; of a statement, itself.

    Only a statement can be a main conclusion. A step stands under its target, so the way ends.
    """
    while isinstance(found := case.graph.find(name), Step):
        name = found.target
    return name
