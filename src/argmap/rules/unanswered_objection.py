"""AM401 unanswered-objection: an objection that stands, and nothing is said against it.

**What.** An objection to a main conclusion, or to what speaks for one, is in, and neither it nor
any of its premises is attacked. It is an error where its target is out. What the author concedes
and judges outweighed (`despite`) is no open objection, and answers none. The author's own answers
to objections need no answer.

**Why.** An objection that is named and left alone defeats what it is aimed at. Readers find a case
that meets objections more convincing than one that leaves them out, and one that only names them
less convincing than either.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    against: noise
  demand:
    premise: Many would use it.
  noise:
    claim: Night boats would wake the quay.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
    against: noise
  demand:
    premise: Many would use it.
  noise:
    claim: Night boats would wake the quay.
    against: electric
  electric:
    premise: The electric boat is quieter than the traffic on the quay.
```

**Reference.** Admissibility (Dung 1995); refutational two-sidedness (O'Keefe 1999).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.graphs import ResolvedStep
from argmap.rules.case import Case, listed
from argmap.rules.objections import conceded, objections

RULE = RuleInfo(
    "AM401",
    "unanswered-objection",
    Severity.WARNING,
    "an objection that stands, and nothing is said against it",
    __doc__,
)
NEEDS: frozenset[str] = frozenset({"labelling"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each objection that is in and unanswered."""
    for objection in objections(case):
        step, premises = objection
        if not premises or conceded(objection) or not case.stands(step.id):
            continue  # without a premise (AM103) it says nothing; what stands may have its id
        if _answered(case, objection):
            continue
        label = case.labelling[step.target].value
        yield RULE.at(
            case.place(step.id),
            f"objection {step.id} to {step.target} is not answered"
            + (f", and {step.target} is out" if label == "out" else ""),
            subject=step.id,
            # It names no element: else a waiver at the target would cover all objections to it.
            related=[Related(f"{step.target} is {label}", case.place(step.target))],
            hint=f"say what speaks against {listed(premises)} under `against`, or against the"
            " objection under `unless`; concede it as `despite` if it is outweighed",
            severity=Severity.ERROR if label == "out" else None,
        )


def _answered(case: Case, objection: ResolvedStep) -> bool:
    """Return whether something is said against an attack or one of its premises."""
    step, premises = objection
    return any(
        not answer[0].is_support and not conceded(answer)
        for name in (step.id, *premises)
        for answer in case.graph.by_target.get(name, ())
    )
