"""AM403 thin-objections: reasons name their sources, and no objection does.

**What.** Some reason rests on a statement with a place in a source, and no objection does: all that
objections rest on in the end has none. The place of a speaker (`by`) counts as well. Conceded
objections are objections.

**Why.** An objection in the author's own words, while the reasons for the conclusion are quoted,
may be weaker than what opponents say: a straw man.

**Bad**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    despite: noise
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
  noise:
    assumption: Night boats would wake the quay.
```

**Good**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
  letter: {title: Letter of the residents, date: 2025-01-20}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    despite: noise
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
  noise:
    premise: Night boats would wake the quay.
    at: letter
```

**Reference.** Straw man (Walton 1996); Aikin and Casey 2011 on weak men.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.graphs import ResolvedStep
from argmap.model import Statement, anchors_of
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM403",
    "thin-objections",
    Severity.INFO,
    "reasons name their sources, and no objection does",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield one finding if reasons rest on statements with a place and attacks do not."""
    attacks = [one for one in case.steps if not one[0].is_support]
    if not attacks:
        return
    sourced = _sourced(case)
    if any(_rests_on(one, sourced) for one in attacks):
        return
    if any(_rests_on(one, sourced) for one in case.steps if one[0].is_support):
        yield RULE.at(
            case.map.span,
            "objections are stated without sources",
            related=[
                Related("this objection rests on no source", case.place(step.id))
                for step, _ in attacks
            ],
            hint="name under `at` where somebody makes the objection, in their words",
        )


def _sourced(case: Case) -> set[str]:
    """Return the leaves with a place, and what rests on one of them by reasons. O(size)."""
    graph = case.graph
    reached = {s.id for s in case.map.statements if _has_place(s) and not _argued(case, s)}
    waiting = list(reached)
    while waiting:
        name = waiting.pop()
        steps = [step for step in graph.used.get(name, ()) if step.is_support]
        onwards = [step.target for step in steps]
        # What backs a step is a ground of what the step concludes, or objects to.
        found = graph.find(name)
        if not isinstance(found, Statement) and found is not None and found.is_support:
            onwards.append(found.target)
        for target in onwards:
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def _has_place(statement: Statement) -> bool:
    return any(anchors_of(statement))


def _argued(case: Case, statement: Statement) -> bool:
    return any(step.is_support for step, _ in case.graph.by_target.get(statement.id, ()))


def _rests_on(one: ResolvedStep, sourced: set[str]) -> bool:
    step, premises = one
    return step.id in sourced or not sourced.isdisjoint(premises)
