"""AM108 main-conclusion: it is not clear what the map argues for.

**What.** The map has no `main`, and what it argues for cannot be told from the steps either: more
than one statement has reasons and is used for nothing else, or none has. A `main` that names a step
instead of a statement is reported too.

**Why.** Much of what can be said about a map, from *does not bear on the conclusion* to *the
conclusion does not stand*, needs to know which statement is the conclusion.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  bus:
    conclusion: The last bus should wait for the ferry.
    because: demand
  demand:
    premise: Many would use it.
```

**Good**

```yaml
argmap: 1
main: [ferry, bus]
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  bus:
    conclusion: The last bus should wait for the ferry.
    because: demand
  demand:
    premise: Many would use it.
```

**Reference.** Freeman 1991, Dialectics and the Macrostructure of Arguments. Every text of the
microtext corpus has one main conclusion.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Step
from argmap.rules.case import NAMES_IN_A_MESSAGE, Case, listed

RULE = RuleInfo(
    "AM108",
    "main-conclusion",
    Severity.ERROR,
    "it is not clear what the map argues for",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each step named as main, or one where no or many could be main."""
    if case.map.main:
        yield from _steps_as_main(case)
        return
    candidates = case.graph.sinks
    if len(candidates) == 1:
        return
    yield RULE.at(
        case.map.span,
        _message(case, candidates),
        related=[
            case.related(name, "this may be the main conclusion")
            for name in candidates[:NAMES_IN_A_MESSAGE]
        ],
        hint="write `main:` with the id of the main conclusion, or a list of ids",
    )


def _message(case: Case, candidates: tuple[str, ...]) -> str:
    if candidates:
        return f"{len(candidates)} candidate main conclusions: {listed(candidates)}; mark one"
    if any(statement.because for statement in case.map.statements):
        return "no main conclusion: every statement that is argued for is used in another step"
    return "no main conclusion: nothing is argued for"


def _steps_as_main(case: Case) -> Iterator[Diagnostic]:
    for name in case.map.main:
        named = case.graph.find(name)
        if isinstance(named, Step):
            yield RULE.at(
                case.map.span,
                f"main names {name}, which is a step; a main conclusion is a statement",
                subject=named.id,
                related=[case.related(name, "this is a step")],
                hint=f"perhaps {named.target}, which {name} is aimed at, was meant",
            )
