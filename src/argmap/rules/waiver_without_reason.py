"""AM902 waiver-without-reason: a waiver that does not say why.

**What.** An entry of `waive` has no `reason`. Such a waiver suppresses nothing.

**Why.** A waiver says that someone has looked at a finding and accepts it. The next reader, the
author included, has to know on what grounds.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      from: [demand]
  demand:
    premise: Many would use it.
waive:
  - {rule: AM204, at: demand>ferry}
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      from: [demand]
  demand:
    premise: Many would use it.
waive:
  - rule: AM204
    at: demand>ferry
    reason: The leaflet leaves the second premise to the reader, and so does this map.
```

**Reference.** The reason is what an auditor reads first.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM902",
    "waiver-without-reason",
    Severity.ERROR,
    "a waiver that does not say why",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each waiver without a reason."""
    for waiver in case.map.waivers:
        if waiver.reason is None:
            yield RULE.at(
                waiver.span,
                f"say why {waiver.rule} is waived",
                subject=None if waiver.at is None else case.graph.canonical(waiver.at),
                hint="add a `reason`; without one the waiver suppresses nothing",
            )
