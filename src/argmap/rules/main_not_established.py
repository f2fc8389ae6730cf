"""AM404 main-not-established: as mapped, a main conclusion does not stand.

**What.** When the map is evaluated on its own terms, a main conclusion is out or undecided. Out
means not established, never false: an objection defeats it, or no reason for it holds, or it rests
on itself. Undecided means that what speaks for it and what speaks against it keep the balance.
Where a step fails for a fault of form, AM101, AM103 or AM104 says so, and this rule says nothing.

**Why.** The map then does not show what it says that it shows: the author has left an objection
standing, the reconstruction lacks a step, or the text does not establish its conclusion. Which of
these it is, only a reader can tell.

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
    questioned: true
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
    because: survey
  survey:
    evidence: Of those asked, 412 said they would use it.
```

**Reference.** Grounded semantics (Dung 1995); labellings (Caminada 2006).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case
from argmap.rules.standings import Standings

RULE = RuleInfo(
    "AM404",
    "main-not-established",
    Severity.WARNING,
    "as mapped, a main conclusion does not stand",
    __doc__,
)
NEEDS: frozenset[str] = frozenset({"labelling"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each main conclusion that is not in."""
    standings = Standings(case)
    for name in case.graph.main:
        if not case.stands(name) and not standings.by_a_fault(name):
            yield RULE.at(
                case.place(name),
                f"as mapped, the conclusion {name} is {standings.told(name)}",
                subject=name,
                related=standings.places(name),
                hint="mend what fails or answer what speaks against it; if the text leaves it so,"
                f" say so with `expect: {{{case.labelling[name].value}: {name}}}` and a waiver",
            )
