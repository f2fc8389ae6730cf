"""AM509 undated-source: evidence comes from a source without a date.

**What.** A source that evidence is anchored to has no `date`. A source that is `unnamed` is left
out: the text that speaks of it does not say what it is, so nobody can date it.

**Why.** How far evidence still holds depends on when it was gathered, and without a date nobody can
find the edition that was used.

**Bad**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
```

**Good**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
```

**Reference.** Date of publication is an element of every citation (ISO 690:2021).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Statement
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM509",
    "undated-source",
    Severity.WARNING,
    "evidence comes from a source without a date",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each source without a date that evidence is anchored to."""
    undated = {s.id: s for s in case.map.sources if s.date is None and not s.unnamed}
    if not undated:
        return
    users: dict[str, list[Statement]] = {}
    for statement in case.evidence:
        for name in case.origins.of_statement(statement):
            if name in undated:
                users.setdefault(name, []).append(statement)
    for name, statements in users.items():
        yield RULE.at(
            undated[name].span,
            f"the source {name} has no date",
            subject=name,
            related=[Related("evidence from it", one.span, one.id) for one in statements],
            hint="give it a `date`, be it only the year; if the text does not say what the source"
            " is, mark it `unnamed: true`",
        )
