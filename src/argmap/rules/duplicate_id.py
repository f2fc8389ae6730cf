"""AM102 duplicate-id: two things go by one id.

**What.** A statement, a step or a former id (`aliases`) has a name that another statement or step
has as well. Statements, steps and aliases share one list of names; sources, sections and issues
have lists of their own.

**Why.** Wherever the name is used, only one of the two can be meant. The map takes the first: ids
in the order of the file, then aliases. The other can no longer be named, and a step that was to
rest on it rests on something else.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + survey
  demand:
    premise: Many would use it.
  survey:
    premise: Of those asked, 412 said they would use it.
    aliases: demand
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + survey
  demand:
    premise: Many would use it.
  survey:
    premise: Of those asked, 412 said they would use it.
    aliases: demand-survey
```

**Reference.** The rule is one of bookkeeping: an id that names two things names neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import ArgumentMap
from argmap.rules.case import Case
from argmap.text import Span

RULE = RuleInfo(
    "AM102",
    "duplicate-id",
    Severity.ERROR,
    "two things go by one id",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each id that is used more than once, at its second use."""
    if not case.map.index.identified and not case.map.index.aliases:
        return  # a map refuses two statements with one id
    uses = Counter(name for name, _, _ in _names(case.map))
    if uses.total() == len(uses):
        return
    holders: dict[str, list[Related]] = {}
    for name, what, span in _names(case.map):
        if uses[name] > 1:
            holders.setdefault(name, []).append(Related(f"here as {what}", span, name))
    for name, (first, *others) in holders.items():
        yield RULE.at(
            others[0].span,
            f"id {name} is used {uses[name]} times",
            subject=name,
            related=[Related("this one keeps the name", first.span, name), *others[1:]],
            hint="give each of them an id of its own",
        )


def _names(argument_map: ArgumentMap) -> Iterator[tuple[str, str, Span | None]]:
    """Yield every authored name, in the order in which the map prefers their holders."""
    for statement in argument_map.statements:
        yield statement.id, "the id of a statement", statement.span
    for step in argument_map.steps:
        if step.inference.id is not None:
            yield step.id, "the id of a step", step.inference.span
    for statement in argument_map.statements:
        for alias in dict.fromkeys(statement.aliases):
            if alias != statement.id:
                yield alias, f"an alias of {statement.id}", statement.span
