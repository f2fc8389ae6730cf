"""AM111 evidence-as-conclusion: evidence that is argued for.

**What.** A statement of the kind `evidence` has a `because`.

**Why.** Evidence reports what a source shows; what vouches for it is the source, named under `at`.
If it needs an argument, it is a conclusion that someone has drawn, and can be drawn wrongly.
Objections to evidence (`against`) are welcome.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Many would use it.
    because: survey
  survey:
    evidence: Of those asked, 412 said they would use it.
```

**Good**

```yaml
argmap: 1
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

**Reference.** In Goal Structuring Notation a solution is supported by nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM111",
    "evidence-as-conclusion",
    Severity.ERROR,
    "evidence that is argued for",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each piece of evidence that has a reason."""
    for statement in case.map.statements:
        if statement.because and statement.is_evidence:
            yield RULE.at(
                statement.span,
                f"{statement.id} is evidence but is argued for",
                subject=statement.id,
                related=case.reasons_for(statement),
                hint="make it a `claim`, or name its source under `at` in place of the reason",
            )
