"""AM507 circular-sourcing: sources draw on each other in a circle.

**What.** Following `derived-from` from a source leads back to it.

**Why.** Each seems to confirm the other, and none of them says where it has it from. An error that
gets into such a circle looks the better attested the longer it goes round.

**Bad**

```yaml
argmap: 1
sources:
  encyclopedia: {title: Ferries of the north, date: 2023, derived-from: newspaper}
  newspaper: {title: The night boat, date: 2024-02-01, derived-from: encyclopedia}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: tradition
  tradition:
    evidence: A night boat ran until 1961.
    at: newspaper
```

**Good**

```yaml
argmap: 1
sources:
  encyclopedia: {title: Ferries of the north, date: 2023, derived-from: log}
  newspaper: {title: The night boat, date: 2024-02-01, derived-from: encyclopedia}
  log: {title: Log of sailings, date: 1961}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: tradition
  tradition:
    evidence: A night boat ran until 1961.
    at: newspaper
```

**Reference.** Citogenesis, or circular reporting: independent sources that are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.rules.case import Case, listed
from argmap.rules.circles import circles

RULE = RuleInfo(
    "AM507",
    "circular-sourcing",
    Severity.ERROR,
    "sources draw on each other in a circle",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each group of sources that draw on each other."""
    drawing = {source.id: source for source in case.map.sources if source.derived_from}
    drawn_on = {name: source.derived_from for name, source in drawing.items()}
    for circle in circles(drawn_on) if drawn_on else ():
        yield RULE.at(
            drawing[circle[0]].span,
            f"sources cite each other: {listed(circle)}"
            if len(circle) > 1
            else f"the source {circle[0]} cites itself",
            subject=circle[0],
            related=[
                Related(f"{name} draws on {following}", drawing[name].span)
                for name, following in zip(circle, [*circle[1:], circle[0]], strict=True)
            ],
            hint="find out which of them came first, and what that draws on",
        )
