"""AM510 weak-source-alone: a conclusion rests only on weak or unjudged sources.

**What.** All evidence under a statement comes from sources that carry an Admiralty code, and no
code lets one lean on its source: reliability D or E or credibility 4 or 5, which is weak, or only F
and 6, which means that it could not be judged. The two are told apart. One source without a code,
or with a better one, and nothing is said. Of statements that rest on each other the last is named.

**Why.** A chain of good reasons is no better than what it hangs from.

**Bad**

```yaml
argmap: 1
sources:
  rumour: {title: Talk at the quay, date: 2025-02, reliability: E, credibility: 4}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Everybody would use it.
    at: rumour
```

**Good**

```yaml
argmap: 1
sources:
  rumour: {title: Talk at the quay, date: 2025-02, reliability: E, credibility: 4}
  survey: {title: Harbour survey, date: 2024-11, reliability: B, credibility: 2}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Many would use it.
    at: [rumour, survey]
```

**Reference.** The Admiralty code: NATO AJP-2.1, STANAG 2511.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM510",
    "weak-source-alone",
    Severity.WARNING,
    "a conclusion rests only on weak or unjudged sources",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for the last of the statements whose evidence is all weak or unjudged."""
    if not any(source.reliability or source.credibility for source in case.map.sources):
        return
    from argmap.sources.grounds import UNKNOWN, WEAK

    said = {
        WEAK: "sources that are rated weak",
        UNKNOWN: "sources that could not be judged",
        WEAK | UNKNOWN: "sources that are rated weak or could not be judged",
    }
    numbered = case.graph.numbered
    poor = {node for node, ground in case.grounds.items() if ground.ratings in said}
    main = frozenset(case.graph.main_nodes)
    for node in sorted(poor):
        argued = node < numbered.first_step and any(
            numbered.supports[step] for step in numbered.aimed_at[node]
        )
        if argued and (node in main or poor.isdisjoint(_concluded(case, node))):
            name = numbered.ids[node]
            yield RULE.at(
                case.place(name),
                f"{name} rests only on {said[case.grounds[node].ratings]}",
                subject=name,
                hint="look for a source that can be leaned on, or say how far the conclusion holds"
                " without one",
            )


def _concluded(case: Case, node: int) -> Iterator[int]:
    """Yield the elements that the reasons are for which start from a statement."""
    numbered = case.graph.numbered
    for step in numbered.used_in[node]:
        if numbered.supports[step]:
            yield numbered.targets[step]
