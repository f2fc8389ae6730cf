"""AM901 idle-waiver: a waiver that suppresses nothing.

**What.** The rule that an entry of `waive` names was run, and had no finding at the element that it
names; or, where it names none, no finding of the whole map. Or the rule cannot be waived at all:
faults of reading (AM0xx), AM101 to AM105, and what is said about waivers themselves.

**Why.** A waiver that is left over hides the next fault of that kind in the same place.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: Many would use it.
waive:
  - {rule: AM602, at: demand, reason: The question is the title of the campaign.}
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: Who would not use it?
waive:
  - {rule: AM602, at: demand, reason: The question is the title of the campaign.}
```

**Reference.** Linters of programs report unused suppressions for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Waiver
from argmap.rules.case import Case
from argmap.rules.waivers import cannot_be_waived

RULE = RuleInfo(
    "AM901",
    "idle-waiver",
    Severity.WARNING,
    "a waiver that suppresses nothing",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each waiver of a rule that cannot be waived.

    Whether other waivers are idle shows when all rules have run; `argmap.rules.check` asks
    `finding` then.
    """
    for waiver in case.map.waivers:
        if cannot_be_waived(waiver.rule):
            yield finding(case, waiver, f"{waiver.rule} cannot be waived")


def finding(case: Case, waiver: Waiver, why: str | None = None) -> Diagnostic:
    """Return the finding that a waiver is idle, and why if it could not be otherwise."""
    hint = "remove the waiver"
    if why is None and waiver.at is None:
        hint += ", or name under `at` the element whose finding it is for"
    return RULE.at(
        waiver.span,
        why or f"the waiver of {waiver.rule} suppresses nothing",
        subject=None if waiver.at is None else case.graph.canonical(waiver.at),
        hint=hint,
    )
