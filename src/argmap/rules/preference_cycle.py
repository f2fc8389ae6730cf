"""AM116 preference-cycle: preferences that go round in a circle.

**What.** Following the preferences from a step to a weaker one, and on to a still weaker one, leads
back to the step.

**Why.** A step would be stronger than itself. Where such steps are in conflict, nothing can be
decided between them.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      id: demand-argument
      from: demand
    against:
      id: cost-argument
      from: cost
      unless: subsidy
  demand:
    premise: Many would use it.
  cost:
    premise: It would cost too much.
  subsidy:
    premise: The subsidy covers it.
preferences:
  - {better: demand-argument, worse: cost-argument}
  - {better: cost-argument, worse: demand-argument}
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      id: demand-argument
      from: demand
    against:
      id: cost-argument
      from: cost
      unless: subsidy
  demand:
    premise: Many would use it.
  cost:
    premise: It would cost too much.
  subsidy:
    premise: The subsidy covers it.
preferences:
  - {better: demand-argument, worse: cost-argument}
```

**Reference.** In ASPIC+ preferences are a strict partial order (Modgil and Prakken 2013).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Preference
from argmap.rules.case import NAMES_IN_A_MESSAGE, Case
from argmap.rules.circles import circles

RULE = RuleInfo(
    "AM116",
    "preference-cycle",
    Severity.ERROR,
    "preferences that go round in a circle",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each group of steps that are stronger than themselves."""
    stated: dict[tuple[str, str], Preference] = {}
    weaker: dict[str, list[str]] = {}
    for preference in case.map.preferences:
        better, worse = _id(case, preference.better), _id(case, preference.worse)
        stated.setdefault((better, worse), preference)
        weaker.setdefault(better, []).append(worse)
    for circle in circles(weaker):
        following = [*circle[1:], circle[0]]
        pairs = list(zip(circle, following, strict=True))
        yield RULE.at(
            stated[pairs[-1]].span,
            f"preferences are circular: {_chain(circle)}",
            subject=circle[0],
            related=[
                Related(f"{better} is preferred to {worse}", stated[better, worse].span, better)
                for better, worse in pairs
            ],
            hint="delete the preference that is wrong",
        )


def _id(case: Case, name: str) -> str:
    element = case.graph.find(name)
    return name if element is None else element.id


def _chain(circle: list[str]) -> str:
    shown = circle[:NAMES_IN_A_MESSAGE]
    rest = ["..."] if len(circle) > len(shown) else []
    return " > ".join([*shown, *rest, circle[0]])
