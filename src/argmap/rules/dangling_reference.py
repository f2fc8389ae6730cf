"""AM101 dangling-reference: a name that nothing goes by.

**What.** A premise, an answer, an issue, a preference, a waiver, `main`, `restates` or `expect`
names a statement or step that the map does not have; or an anchor names a source, or a `section`
key a section, that is not declared.

**Why.** The step rests on something that is not there. Most such names are slips of the pen, so the
nearest name that exists is offered. An undefined premise makes its step fail; it is never ignored.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + subsidy
  demand:
    premise: Many would use it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + subsidy
  demand:
    premise: Many would use it.
  subsidy:
    premise: The subsidy covers the cost.
```

**Reference.** The syntactic conditions of AIF+ (Reed, Wells, Devereux and Rowe 2008).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.graphs import Reference, Sort
from argmap.rules.case import Case
from argmap.spelling import did_you_mean

RULE = RuleInfo(
    "AM101",
    "dangling-reference",
    Severity.ERROR,
    "a name that nothing goes by",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

# A suggestion costs milliseconds on a large map; a map with more slips than this has another fault.
_SUGGESTIONS = 20


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each name that nothing goes by."""
    for number, reference in enumerate(case.graph.undefined):
        declared = reference.sort is not Sort.ELEMENT
        what = f"no declared {reference.sort.value}" if declared else "not defined"
        hint = None
        if number < _SUGGESTIONS:
            hint = did_you_mean(reference.name, _candidates(case, reference))
        yield RULE.at(
            reference.span,
            f"{reference.use} refers to {reference.name}, which is {what}",
            subject=reference.user,
            hint=hint or "declare it, or correct the name",
        )


def _candidates(case: Case, reference: Reference) -> Iterable[str]:
    """Return the names that may have been meant; of steps only where a step can be named."""
    if reference.sort is Sort.SOURCE:
        return (source.id for source in case.map.sources)
    if reference.sort is Sort.SECTION:
        return (section.id for section in case.map.sections)
    if reference.of_a_statement:
        statements = case.map.statements
        return (name for statement in statements for name in (statement.id, *statement.aliases))
    return case.map.names()
