"""AM118 reasoned-premise: a premise or an assumption that is argued for.

**What.** A statement of the kind `premise` or `assumption` has a `because`.

**Why.** A premise is put forward without argument, an assumption is taken for granted. With reasons
it stands or falls by its reasons, and whoever reads the kind alone is misled about where the
argument begins.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: Many would use it.
    because: survey
  survey:
    premise: Of those asked, 412 said they would use it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    conclusion: Many would use it.
    because: survey
  survey:
    premise: Of those asked, 412 said they would use it.
```

**Reference.** The kind of a statement is a claim about the structure of the map, and is held to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Kind
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM118",
    "reasoned-premise",
    Severity.WARNING,
    "a premise or an assumption that is argued for",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

_CALLED = {Kind.PREMISE: "a premise", Kind.ASSUMPTION: "an assumption"}


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each premise and assumption that has a reason."""
    for statement in case.map.statements:
        if not statement.because:
            continue
        called = _CALLED.get(statement.kind)
        if called is not None:
            yield RULE.at(
                statement.span,
                f"{statement.id} is called {called} but is argued for",
                subject=statement.id,
                related=case.reasons_for(statement),
                hint="call it a `conclusion` or a `claim`",
            )
