"""AM505 single-source: all evidence for a main conclusion goes back to one source.

**What.** There are two pieces of evidence or more for a main conclusion, or evidence under two of
its reasons, and all of it has one root: the source that it is anchored to, or what that source is
`derived-from`. Each main conclusion is looked at by itself; what speaks against it does not count.
Nothing is said where some of the evidence names no source.

**Why.** If that one source is wrong, nothing is left. Several pieces of evidence look like several
grounds, and are one.

**Bad**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + fares
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
  fares:
    evidence: Those who would use it would pay four euros.
    at: survey
```

**Good**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
  accounts: {title: Port accounts, date: 2025-03-03}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + fares
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
  fares:
    evidence: Four euros would cover the cost.
    at: accounts
```

**Reference.** In the Admiralty code (NATO AJP-2.1) only independent sources confirm what is said,
which is credibility 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM505",
    "single-source",
    Severity.WARNING,
    "all evidence for a main conclusion goes back to one source",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each main conclusion whose evidence has one root."""
    if not case.map.sources or not case.evidence:
        return
    numbered = case.graph.numbered
    for main in case.graph.main:
        node = numbered.node(main)
        ground = case.grounds.get(node)
        if ground is None or ground.root < 0:
            continue
        reasons = sum(
            numbered.supports[step] and numbered.step_nodes[step] in case.grounds
            for step in numbered.aimed_at[node]
        )
        if ground.evidence < 0 or reasons > 1:
            name = case.origins.names[ground.root]
            source = case.map.source(name)
            yield RULE.at(
                case.place(main),
                f"all evidence for {main} rests on one source, {name}",
                subject=main,
                related=[Related("the source", source.span)] if source else (),
                hint="look for evidence that does not come from it, or say that there is none",
            )
