"""AM515 no-sources: the map declares no sources.

**What.** There is nothing under `sources`.

**Why.** A map can be about the shape of an argument alone, so this is a remark. But what is said in
it cannot be traced then, and no rule about sources has anything to look at.

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
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
```

**Reference.** Intelligence Community Directive 206, Sourcing Requirements.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM515",
    "no-sources",
    Severity.INFO,
    "the map declares no sources",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield one finding for a map that says something and declares no sources."""
    if case.map.statements and not case.map.sources:
        yield RULE.at(
            case.map.span,
            "the map names no source, so nothing can be traced",
            hint="declare under `sources` what the argument is drawn from, and name it under `at`",
        )
