"""AM501 evidence-without-anchor: evidence does not say which source shows it.

**What.** The map declares sources, and a piece of evidence names none under `at`, nor a place in
the text of the map. The place of a speaker (`by`) counts as one.

**Why.** Evidence reports what a source shows. Without the source a reader can neither look it up
nor judge how far it is to be trusted; then it is a premise.

**Bad**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, quiet]
  demand:
    evidence: Of those asked, 412 said they would use it.
  quiet:
    evidence: The boat makes less noise than the road.
    at: survey
```

**Good**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
  trial: {title: Trial of the electric boat, date: 2025-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, quiet]
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
  quiet:
    evidence: The boat makes less noise than the road.
    at: trial
```

**Reference.** Selectors of the Web Annotation Data Model (W3C 2017).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import anchors_of
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM501",
    "evidence-without-anchor",
    Severity.ERROR,
    "evidence does not say which source shows it",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each piece of evidence without an anchor; none for second mentions."""
    if not case.map.sources:
        return
    for statement in case.evidence:
        if statement.restates is None and not any(anchors_of(statement)):
            yield RULE.at(
                statement.span,
                f"evidence {statement.id} has no source passage",
                subject=statement.id,
                hint="name the source under `at`; what no source shows is a `premise`",
            )
