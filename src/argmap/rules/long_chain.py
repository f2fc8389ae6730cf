"""AM207 long-chain: evidence that is many steps away from the conclusion.

**What.** The shortest way from a piece of evidence to the nearest main conclusion goes through more
than six reasons that are not `strict`. Objections are not counted: what bears on the conclusion
only through an objection is at no distance from it.

**Why.** Each step that is not strict may fail, and each adds its doubt to that of the others: seven
steps that are right nine times out of ten are right, taken together, less than half of the time.

**Bad**

```yaml
argmap: 1
statements:
  ferry: {conclusion: The ferry should run at night., because: demand}
  demand: {claim: Many would use it., because: evenings}
  evenings: {claim: People would stay out later., because: theatre}
  theatre: {claim: The theatre would start later., because: guests}
  guests: {claim: Guests would come from the islands., because: islands}
  islands: {claim: The islands lack an evening programme., because: closed}
  closed: {claim: Their last cinema has closed., because: list}
  list: {evidence: The register of cinemas lists none there.}
```

**Good**

```yaml
argmap: 1
statements:
  ferry: {conclusion: The ferry should run at night., because: demand}
  demand: {claim: Many would use it., because: [islands, survey]}
  islands: {claim: The islands lack an evening programme., because: closed}
  closed: {claim: Their last cinema has closed., because: list}
  list: {evidence: The register of cinemas lists none there.}
  survey: {evidence: "Of those asked, 412 said they would use it."}
```

**Reference.** The weakest link (Pollock 1995); critical questions on slippery slopes (Walton, Reed
and Macagno 2008).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.graphs import Graph
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM207",
    "long-chain",
    Severity.INFO,
    "evidence that is many steps away from the conclusion",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

MOST_STEPS = 6


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each piece of evidence that is more than six steps away."""
    distances = _distances(case.graph)
    conclusion = [Related("the main conclusion", case.place(name)) for name in case.graph.main[:1]]
    nodes = case.graph.numbered.statement_nodes
    for statement, node in zip(case.map.statements, nodes, strict=True):
        distance = distances[node]
        if distance > MOST_STEPS and statement.is_evidence:
            yield RULE.at(
                statement.span,
                f"{distance} defeasible steps separate {statement.id} from the conclusion",
                subject=statement.id,
                related=conclusion,
                hint="find evidence nearer to the conclusion, or leave out steps that add nothing",
            )


def _distances(graph: Graph) -> list[int]:
    """Return how many defeasible supports lie between each node and a main conclusion; else -1.

    Breadth-first from the main conclusions; what a strict step leads to is as near as its target.
    Each node is settled once: O(size of the map).
    """
    numbered = graph.numbered
    aimed_at, supports, step_nodes = numbered.aimed_at, numbered.supports, numbered.step_nodes
    settled = [-1] * numbered.count
    level, distance = list(graph.main_nodes), 0
    while level:
        farther: list[int] = []
        for node in level:  # it grows where a step is strict
            if settled[node] >= 0:
                continue
            settled[node] = distance
            for step in aimed_at[node]:
                if supports[step]:
                    reached = level if graph.steps[step].inference.strict else farther
                    reached += numbered.premises[step]
                    if aimed_at[step_nodes[step]]:
                        reached.append(step_nodes[step])
        level, distance = farther, distance + 1
    return settled
