"""AM203 load-bearing-assumption: a conclusion falls with one assumption.

**What.** A main conclusion stands, and would not stand if a single assumption were wrong: each way
to it leads over this one. Assumptions are statements of kind `assumption` and what steps name under
`assuming`, unless they are `questioned`. Each main conclusion is looked at by itself. Each
assumption in question takes one evaluation; of 2,000, or fewer in a large map, the rest are not
tried, and a remark says so.

**Why.** What is taken for granted is neither argued for nor shown. Where all hangs on it, it is the
first thing that a critic will question, and the first that the author should.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      from: demand
      assuming: money
  demand:
    premise: Many would use it.
  money:
    assumption: The subsidy will be renewed.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      - from: demand
        assuming: money
      - from: fares
  demand:
    premise: Many would use it.
  money:
    assumption: The subsidy will be renewed.
  fares:
    premise: The fares alone would pay for it.
```

**Reference.** The Key Assumptions Check (Heuer and Pherson 2010, Structured Analytic Techniques).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Kind
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM203",
    "load-bearing-assumption",
    Severity.WARNING,
    "a conclusion falls with one assumption",
    __doc__,
)
NEEDS: frozenset[str] = frozenset({"labelling"})

#: How many evaluations are made for all main conclusions together.
MOST_TRIALS = 2_000
#: How many statements and steps are evaluated in them: 2,000 times 750, or ten times 150,000.
MOST_WORK = 1_500_000


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each assumption that a main conclusion falls with."""
    assumptions = _assumptions(case) if case.graph.main else []
    if not assumptions:
        return
    mains = [name for name in case.graph.main if case.stands(name)]
    trials = _trials(case, len(mains))
    for main in mains:
        yield from _findings(case, main, assumptions, trials)


def _assumptions(case: Case) -> list[str]:
    """Return the ids of all assumptions, second mentions left out."""
    # Most maps need no evaluation to see that they have none.
    if not case.assumed and all(s.kind is not Kind.ASSUMPTION for s in case.map.statements):
        return []
    program = case.labelling.program
    return [
        name
        for name, basis in program.bases.items()
        if basis.value == "assumed" and program.name(program.numbers[name]) == name
    ]


def _trials(case: Case, mains: int) -> int:
    """Return how many assumptions may be tried for each main conclusion."""
    size = case.labelling.program.elements
    return min(MOST_TRIALS, MOST_WORK // max(size, 1)) // max(mains, 1)


def _findings(case: Case, main: str, assumptions: list[str], trials: int) -> Iterator[Diagnostic]:
    from argmap.semantics.critical_sets import single_points_of_failure

    complete = False
    numbers = case.labelling.program.numbers
    if trials:
        found = single_points_of_failure(
            case.labelling.program,
            main,
            candidates=[name for name in assumptions if numbers[name] != numbers[main]],
            most_trials=trials,
        )
        complete = found.complete
        for name in found.statements:
            yield RULE.at(
                case.place(name),
                f"the conclusion {main} falls if the assumption {name} is wrong",
                subject=name,
                # It names no element: else a waiver at the conclusion would stand for them all.
                related=[Related("the conclusion", case.place(main))],
                hint="give it a ground and call it a claim, or give the conclusion a reason that"
                " does without it; waive this where all is meant to hang on it",
            )
    if not complete:
        yield RULE.at(
            case.place(main),
            f"not all assumptions were tried that the conclusion {main} may fall with:"
            " that takes too many evaluations",
            subject=main,
            hint="check the parts of the argument as maps of their own",
            severity=Severity.INFO,
        )
