"""AM506 double-counting: the same evidence counts more than once for a statement.

**What.** A piece of evidence leads to a statement along two or more of its reasons, each of which
is meant to stand on its own. In one reason, joined by `+`, it may come in as often as it will.

**Why.** Reasons that stand on their own add up. The same evidence in two of them adds nothing, and
makes the statement look better supported than it is.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, income]
  demand:
    claim: Many would use it.
    because: survey
  income:
    claim: The fares would pay for it.
    because: survey
  survey:
    evidence: Of those asked, 412 said they would pay four euros.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + income
  demand:
    claim: Many would use it.
    because: survey
  income:
    claim: The fares would pay for it.
    because: survey
  survey:
    evidence: Of those asked, 412 said they would pay four euros.
```

**Reference.** Prakken 2005, A study of accrual of arguments: reasons accrue only where they are
independent.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.rules.case import Case, listed
from argmap.rules.limits import MOST_RELATED

RULE = RuleInfo(
    "AM506",
    "double-counting",
    Severity.WARNING,
    "the same evidence counts more than once for a statement",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each statement that some evidence reaches along two of its reasons."""
    if not case.evidence:
        return
    repeats = case.repeats
    for node, mask in repeats.twice():
        yield _finding(case, case.graph.numbered.ids[node], mask)
    if not repeats.complete:
        yield RULE.at(
            case.map.span,
            "not all evidence was looked at that may count more than once: too much of it is used"
            " in several reasons",
            hint="check the parts of the argument as maps of their own",
            severity=Severity.INFO,
        )


def _finding(case: Case, name: str, mask: int) -> Diagnostic:
    numbered, repeats = case.graph.numbered, case.repeats
    pieces = [numbered.ids[node] for node in repeats.evidence(mask)]
    reasons = [
        Related("it counts in this reason", case.place(step.id))
        for step in case.graph.supports(name)
        if repeats.masks.get(numbered.node(step.id), 0) & mask
    ]
    return RULE.at(
        case.place(name),
        f"{listed(pieces)} {'is' if len(pieces) == 1 else 'are'} counted more than once for {name}",
        subject=name,
        related=[
            *(case.related(piece, "the evidence") for piece in pieces[: MOST_RELATED // 2]),
            *reasons,
        ],
        hint="join the reasons with `+` if they need each other, or let one of them go",
    )
