"""AM107 circular-support: statements that support each other in a circle.

**What.** Going from a statement to what it is a reason for, and on from there, leads back to the
statement. Reasons for a step (`backing`) count as reasons for what the step concludes. It is an
error where a member does not stand because all that speaks for it leads back to it.

**Why.** In a circle every statement has a reason, and still the circle as a whole has none: who
doubts one member is sent round to it again. A circle does no harm where one of its members has
another reason, from outside; then it is a warning that the same ground may be counted twice.

**Bad**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    claim: Many would use it.
    because: habit
  habit:
    claim: People would get used to going out late.
    because: demand
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
    claim: Many would use it.
    because: habit
  habit:
    claim: People would get used to going out late.
    because: bergen
  bergen:
    premise: In Bergen they did, within a year.
```

**Reference.** Walton 1991, Begging the Question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Statement, Step
from argmap.rules.case import Case, listed
from argmap.rules.circles import Edges, shortest_circle, tangles

RULE = RuleInfo(
    "AM107",
    "circular-support",
    Severity.WARNING,
    "statements that support each other in a circle",
    __doc__,
)
NEEDS: frozenset[str] = frozenset({"labelling"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each group of statements that support each other.

    The message names a shortest circle through the first of them, each member before the one that
    it is a reason for; members that are not on that circle are named behind it.
    """
    if _one_way(case):
        return
    supported = _supported(case)
    found = list(tangles(supported))
    if not found:
        return
    order = {statement.id: number for number, statement in enumerate(case.map.statements)}
    for tangle in found:
        members = sorted(tangle, key=order.__getitem__)
        yield _finding(case, shortest_circle(members[0], members, supported), members)


def _one_way(case: Case) -> bool:
    """Return whether every reason stands behind what it is a reason for.

    Maps are mostly written from the conclusion down. There is no circle in them then, which is
    found out in a fraction of the time.
    """
    numbered = case.graph.numbered
    supports, targets, first_step = numbered.supports, numbered.targets, numbered.first_step
    for step, premises in enumerate(numbered.premises):
        concluded, by = targets[step], supports[step]
        while by and concluded >= first_step:  # a step in turn
            by, concluded = supports[concluded - first_step], targets[concluded - first_step]
        if by and premises and min(premises) <= concluded:
            return False
    return True


def _finding(case: Case, circle: Sequence[str], members: Sequence[str]) -> Diagnostic:
    shown = frozenset(circle)
    rest = [name for name in members if name not in shown]
    more = f"; {listed(rest)} {'is' if len(rest) == 1 else 'are'} tied into it" if rest else ""
    ground = "" if (grounded := _grounded(case, members)) else ", with no outside ground"
    return RULE.at(
        case.place(circle[0]),
        f"{listed(circle)} support each other in a circle{ground}{more}",
        subject=circle[0],
        related=[
            *(
                case.related(name, f"{name} is a reason for {supported}")
                for name, supported in zip(circle, [*circle[1:], circle[0]], strict=True)
            ),
            *(case.related(name, f"{name} is tied into the circle") for name in rest),
        ],
        hint="give one of them a reason from outside the circle, and drop the one inside",
        severity=None if grounded else Severity.ERROR,
    )


def _grounded(case: Case, members: Sequence[str]) -> bool:
    """Return whether no member is out for the reason that it rests on nothing but itself."""
    standings = (case.labelling.standing(name) for name in members)
    return not any(one.reason is not None and one.reason.value == "circular" for one in standings)


def _supported(case: Case) -> Edges:
    """Return which statements each statement is a reason for, itself left out (AM105)."""
    supported: dict[str, list[str]] = {}
    for step, premises in case.steps:
        target = _concluded(case, step)
        for name in premises if target is not None else ():
            if name != target:
                supported.setdefault(name, []).append(str(target))
    return supported


def _concluded(case: Case, step: Step) -> str | None:
    """Return the statement that a step speaks for, be it by speaking for steps; else None."""
    here: Statement | Step | None = step
    while isinstance(here, Step) and here.is_support:
        here = case.graph.find(here.target)
    return here.id if isinstance(here, Statement) else None
