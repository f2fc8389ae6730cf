"""AM119 mention-used: a second mention in place of the statement itself.

**What.** A statement that only says another one again (`restates`) is used in a step; or statements
restate each other in a circle, so that none of them is the original.

**Why.** What is said twice is one statement, with one set of reasons and objections. They stand
under the original, and a step that names the mention passes them by.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand-again
  demand:
    premise: Many would use it.
    tags: background
  demand-again:
    premise: There is, as we said, no lack of passengers.
    restates: demand
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: Many would use it.
  demand-again:
    premise: There is, as we said, no lack of passengers.
    restates: demand
```

**Reference.** Rephrase (MA) nodes of AIF, which are no inferences.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.graphs import strongly_connected
from argmap.rules.case import Case, listed
from argmap.rules.circles import Edges, circles

RULE = RuleInfo(
    "AM119",
    "mention-used",
    Severity.WARNING,
    "a second mention in place of the statement itself",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each use of a mention, and for each circle of mentions."""
    restated = {
        statement.id: case.graph.canonical(statement.restates)
        for statement in case.map.statements
        if statement.restates is not None
    }
    if not restated:
        return
    yield from _uses(case, restated)
    yield from _circles(case, restated)


def _uses(case: Case, restated: dict[str, str]) -> Iterator[Diagnostic]:
    originals = _originals(restated)
    for step, premises in case.steps:
        for premise, name in zip(step.inference.premises, premises, strict=True):
            if name in originals:
                original = originals[name]
                yield RULE.at(
                    premise.span or step.inference.span,
                    f"{name} only mentions {original}",
                    subject=step.id,
                    related=[
                        case.related(name, "the mention"),
                        case.related(original, "the statement itself"),
                    ],
                    hint=f"use {original} here",
                )


def _originals(restated: dict[str, str]) -> dict[str, str]:
    """Return what each mention leads to in the end; within a circle, what it restates."""
    originals: dict[str, str] = {}
    edges = _edges(restated)
    for component in strongly_connected(edges, edges.__getitem__):
        for name in component:  # what these restate came in an earlier component, or in this one
            original = restated[name]
            originals[name] = originals.get(original, original)
    return originals


def _circles(case: Case, restated: dict[str, str]) -> Iterator[Diagnostic]:
    for circle in circles(_edges(restated)):
        restate = "restates itself" if len(circle) == 1 else "restate each other"
        yield RULE.at(
            case.place(circle[0]),
            f"{listed(circle)} {restate}; none is the original",
            subject=circle[0],
            related=[case.related(name, f"{name} restates {restated[name]}") for name in circle],
            hint="take `restates` away from the one that says it first",
        )


def _edges(restated: dict[str, str]) -> Edges:
    """Return what leads from each mention to the mention that it restates, if it restates one."""
    return {name: [other] if other in restated else [] for name, other in restated.items()}
