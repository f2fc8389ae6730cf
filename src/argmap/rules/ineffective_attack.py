"""AM115 ineffective-attack: an objection that cannot succeed, whatever else is said.

**What.** An objection is aimed at a statement that is `given`, at a statement for which a `strict`
reason holds, or at a `strict` step itself. What the author concedes (`despite`) is left out: it is
not meant to succeed.

**Why.** What is given is beyond dispute in the map, and a strict step carries its premises over to
its conclusion without loss. Whoever objects to either looks answered by a word of the author alone:
the objection belongs where it can be weighed, at a premise, or the statement is not to be given.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: islands
  islands:
    premise: The islands have a right to a connection by night.
    given: true
    against: few
  few:
    premise: Only 300 people live there.
    against: law
  law:
    premise: The law names no number.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: islands
  islands:
    premise: The islands have a right to a connection by night.
    against: few
  few:
    premise: Only 300 people live there.
    against: law
  law:
    premise: The law names no number.
```

**Reference.** Restricted rebut of ASPIC+ (Modgil and Prakken 2014); axioms and strict rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Position, Step
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM115",
    "ineffective-attack",
    Severity.WARNING,
    "an objection that cannot succeed, whatever else is said",
    __doc__,
)
NEEDS: frozenset[str] = frozenset({"labelling"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each attack that is not conceded and cannot succeed."""
    if not _something_is_beyond_attack(case):
        return
    for step, _ in case.steps:
        if step.is_support or step.position is Position.DESPITE:
            continue
        target = step.target
        why = _why_it_stands(case, target)
        if why is not None:
            yield RULE.at(
                case.place(step.id),
                f"{step.id} cannot succeed: {target} is {why}",
                subject=step.id,
                related=[Related(f"{target} is {why}", case.place(target))],
                hint=_HINTS[why],
            )


def _something_is_beyond_attack(case: Case) -> bool:
    """Return whether there is an axiom or a strict step; most maps have neither."""
    return any(statement.given for statement in case.map.statements) or any(
        step.inference.strict for step, _ in case.steps
    )


def _why_it_stands(case: Case, target: str) -> str | None:
    """Return why attacks on an element cannot succeed, or None if they can."""
    found = case.graph.find(target)
    if isinstance(found, Step):
        return "strict" if found.inference.strict else None
    program = case.labelling.program
    original = program.name(program.numbers[target])
    if program.bases[original].value == "axiom":
        return "given"
    reasons = (step for step in case.graph.aimed_at(original) if step.is_support)
    if any(step.inference.strict and case.stands(step.id) for step in reasons):
        return "strictly inferred"
    return None


_HINTS = {
    "given": "take away `given` if it can be doubted, else drop the objection",
    "strict": "attack its premises, or take away `strict`",
    "strictly inferred": "attack the premises of the strict step instead",
}
