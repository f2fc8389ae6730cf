"""AM514 dependent-evidence: reasons that seem independent come from one origin.

**What.** Two or more reasons for a statement, each of which is meant to stand on its own, rest on
evidence with one and the same root: the source that it is anchored to, or what that source is
`derived-from`. Each of these reasons has no other source. Where it is the very same evidence, AM506
says so instead.

**Why.** Two newspapers that print one press release are one witness. If the release is wrong, both
reasons fall together.

**Bad**

```yaml
argmap: 1
sources:
  release: {title: Press release, author: Port Office, date: 2025-01-10}
  morning: {title: The Morning, date: 2025-01-11, derived-from: release}
  evening: {title: The Evening, date: 2025-01-11, derived-from: release}
  log: {title: Log of sailings, date: 2025-01-10}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [wanted, popular, full]
  wanted:
    evidence: The Morning writes that islanders want a night boat.
    at: morning
  popular:
    evidence: The Evening writes that a night boat would be popular.
    at: evening
  full:
    evidence: The last boat was full on 80 nights.
    at: log
```

**Good**

```yaml
argmap: 1
sources:
  release: {title: Press release, author: Port Office, date: 2025-01-10}
  morning: {title: The Morning, date: 2025-01-11, derived-from: release}
  evening: {title: The Evening, date: 2025-01-11, derived-from: release}
  log: {title: Log of sailings, date: 2025-01-10}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [wanted, full]
  wanted:
    evidence: Both papers write that islanders want a night boat.
    at: [morning, evening]
  full:
    evidence: The last boat was full on 80 nights.
    at: log
```

**Reference.** Independence of sources: confirmation in the Admiralty code (NATO AJP-2.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM514",
    "dependent-evidence",
    Severity.WARNING,
    "reasons that seem independent come from one origin",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each root that is the only one of several reasons for a statement."""
    if not case.map.sources or not case.evidence:
        return
    numbered, grounds = case.graph.numbered, case.grounds
    for node in range(numbered.first_step):
        together = numbered.aimed_at[node]
        if len(together) < 2 or node not in grounds:
            continue
        of_root: dict[int, list[int]] = {}
        for step in together:
            ground = grounds.get(numbered.step_nodes[step])
            if ground is not None and ground.root >= 0:
                of_root.setdefault(ground.root, []).append(step)
        for root, steps in of_root.items():
            if len(steps) > 1 and _apart(case, steps):
                yield _finding(case, node, root, steps)


def _apart(case: Case, steps: Iterable[int]) -> bool:
    """Return whether not all of these reasons hang together by evidence that they share."""
    step_nodes = case.graph.numbered.step_nodes
    masks = [case.repeats.masks.get(step_nodes[step], 0) for step in steps]
    if not all(masks):
        return True
    clusters: list[int] = []
    for mask in masks:
        joined = mask
        for cluster in clusters:
            joined |= cluster if cluster & mask else 0
        clusters = [*(one for one in clusters if not one & mask), joined]
    return len(clusters) > 1


def _finding(case: Case, node: int, root: int, steps: list[int]) -> Diagnostic:
    numbered = case.graph.numbered
    name, source = numbered.ids[node], case.map.source(case.origins.names[root])
    reasons = [numbered.ids[numbered.step_nodes[step]] for step in steps]
    return RULE.at(
        case.place(name),
        f"{len(steps)} reasons for {name} come from one origin: {case.origins.names[root]}",
        subject=name,
        related=[
            *(Related("this reason rests on it alone", case.place(reason)) for reason in reasons),
            *([Related("the origin", source.span)] if source else ()),
        ],
        hint="let one of them go, join them into one reason, or find a source of its own for each",
    )
