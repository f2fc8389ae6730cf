"""AM109 disconnected: a statement that does not bear on the main conclusion.

**What.** No chain of steps, for or against, leads from the statement to a main conclusion. Left out
are statements with the tag `background`, second mentions (`restates`), statements that an answer or
an issue names, premises of steps that a preference names, and what leads to one of these. A map
without a main conclusion has nothing to bear on (AM108 says so).

**Why.** What bears on nothing can be true or false without any difference to the argument. Either a
step is missing that would make it matter, or it is decoration.

**Bad**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: Many would use it.
  harbour:
    premise: The harbour was built in 1911.
```

**Good**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: Many would use it.
  harbour:
    premise: The harbour was built in 1911.
    tags: background
```

**Reference.** Pertinence, in the theory of argument; the checks for unreferenced elements in Goal
Structuring Notation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Element, Step
from argmap.rules.case import Case, listed

RULE = RuleInfo(
    "AM109",
    "disconnected",
    Severity.WARNING,
    "a statement that does not bear on the main conclusion",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

BACKGROUND = "background"


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each statement without a path to a main conclusion."""
    main = case.graph.main
    if not main:
        return
    bearing, nodes = case.graph.bearing_nodes, case.graph.numbered.statement_nodes
    statements = zip(case.map.statements, nodes, strict=True)
    loose = [statement for statement, node in statements if node not in bearing]
    exempt = _leading_to(case, _exempt(case)) if loose else frozenset()
    # The related place names no element: else a waiver at the main conclusion would cover them all.
    conclusion = Related("the main conclusion", case.place(main[0]))
    for statement in loose:
        if statement.id not in exempt:
            yield RULE.at(
                statement.span,
                f"{statement.id} does not bear on the main conclusion",
                subject=statement.id,
                related=[conclusion],
                hint=f"use it in a step that leads to {listed(main)}, or tag it background",
            )


def _exempt(case: Case) -> set[str]:
    """Return the ids of what need not bear on the main conclusion."""
    named = {name for issue in case.map.issues for name in issue.positions}
    for preference in case.map.preferences:
        named |= {preference.better, preference.worse}
    for step, _ in case.steps:
        named.update(answer.by for answer in step.inference.answers if answer.by is not None)
    exempt = {s.id for s in case.map.statements if s.restates is not None or BACKGROUND in s.tags}
    for element in _defined(case, named):
        exempt.add(element.id)
        if isinstance(element, Step):
            exempt.update(premise.id for premise in _defined(case, _premises(element)))
    return exempt


def _leading_to(case: Case, names: set[str]) -> frozenset[str]:
    """Return the names and all from which steps lead to one of them."""
    reached = set(names)
    waiting = list(names)
    while waiting:
        for step in case.graph.aimed_at(waiting.pop()):
            for element in _defined(case, (step.id, *_premises(step))):
                if element.id not in reached:
                    reached.add(element.id)
                    waiting.append(element.id)
    return frozenset(reached)


def _premises(step: Step) -> list[str]:
    return [premise.statement for premise in step.inference.premises]


def _defined(case: Case, names: Iterable[str]) -> Iterator[Element]:
    """Yield what names stand for; AM101 reports those that stand for nothing."""
    found = (case.graph.find(name) for name in names)
    return (element for element in found if element is not None)
