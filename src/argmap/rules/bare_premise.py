"""AM202 bare-premise: a premise that nothing vouches for.

**What.** In a map that declares sources, a premise, or a claim without reasons, is used in a step
and has no place in a source: neither an `at` of its own nor one of a speaker. Left out are
statements that are `given`, that restate another, or that any step names under `assuming`, unless
the assumption is `questioned`.

**Why.** Every line of reasoning ends somewhere. A reader can check an end that names its source,
and can see that an assumption is one. An end that is neither looks like a fact and is only a claim.

**Bad**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + money
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
  money:
    premise: The subsidy covers it.
```

**Good**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
  budget: {title: Budget of the port, date: 2025-01-15}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + money
  demand:
    evidence: Of those asked, 412 said they would use it.
    at: survey
  money:
    premise: The subsidy covers it.
    at: budget table 3
```

**Reference.** Ordinary premises of Carneades (Gordon, Prakken and Walton 2007); Intelligence
Community Directive 203, standard 3: tell assumptions from information.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Kind, Statement
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM202",
    "bare-premise",
    Severity.WARNING,
    "a premise that nothing vouches for",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each bare premise, if the map declares sources."""
    if not case.map.sources:
        return
    numbered = case.graph.numbered
    # The format: what any step assumes is an assumption in the whole map.
    assumed = {name for _, _, name in case.assumed}
    for statement, node in zip(case.map.statements, numbered.statement_nodes, strict=True):
        if statement.because or statement.anchors or not numbered.used_in[node]:
            continue
        if not _is_bare(statement):
            continue
        if statement.questioned or statement.id not in assumed:
            message, hint = _words(statement, assumed)
            yield RULE.at(
                statement.span,
                message,
                subject=statement.id,
                related=[
                    case.related(step.id, "it is used here")
                    for step in case.graph.uses(statement.id)[:1]
                ],
                hint=hint,
            )


def _words(statement: Statement, assumed: Collection[str]) -> tuple[str, str]:
    """Return message and hint."""
    name = statement.id
    if name in assumed:
        message = f"{name} is assumed but questioned, and no source vouches for it"
        return message, "name its source under `at`"
    message = f"premise {name} is neither evidenced nor marked as an assumption"
    return message, "name its source under `at`, or call it an `assumption`"


def _is_bare(statement: Statement) -> bool:
    premise = statement.kind is Kind.PREMISE or statement.kind is Kind.CLAIM
    vouched = statement.given or any(speaker.anchors for speaker in statement.by)
    return premise and not vouched and statement.restates is None
