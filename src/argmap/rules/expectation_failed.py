"""AM410 expectation-failed: evaluation does not give the label that the map expects.

**What.** A statement or step that `expect` names as `in`, `out` or `undecided` has another label
when the map is evaluated on its own terms.

**Why.** With `expect` an author says what the map is meant to show, before a program says what it
does show. Where the two differ, either a step is mapped wrongly, or the argument does not do what
was thought.

**Bad**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, islands]
  demand:
    claim: Many would use it.
    questioned: true
  islands:
    premise: The islands have no other link.
expect:
  in: [ferry, demand]
```

**Good**

```yaml
argmap: 1
main: ferry
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, islands]
  demand:
    claim: Many would use it.
    questioned: true
  islands:
    premise: The islands have no other link.
expect:
  in: ferry
  out: demand
```

**Reference.** The maps of Carneades carry tests of the same kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Expectation
from argmap.rules.case import Case
from argmap.rules.standings import Standings

RULE = RuleInfo(
    "AM410",
    "expectation-failed",
    Severity.ERROR,
    "evaluation does not give the label that the map expects",
    __doc__,
)
NEEDS: frozenset[str] = frozenset({"labelling"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each element that has another label than the map expects."""
    expected = case.map.expect
    if expected is None:
        return
    standings = Standings(case)
    for name, label in _labels(expected):
        element = case.graph.find(name)
        if element is None:
            continue  # AM101 reports it
        if case.labelling[element.id].value != label:
            yield RULE.at(
                expected.span,
                f"{name} is expected {label} but is {standings.told(element.id)}",
                subject=element.id,
                related=[
                    Related(f"{element.id} stands here", case.place(element.id)),
                    *standings.places(element.id),
                ],
                hint="look first whether the map says what the text does; then mend the map or"
                " correct `expect`",
            )


def _labels(expected: Expectation) -> Iterator[tuple[str, str]]:
    for label, names in (
        ("in", expected.accepted),
        ("out", expected.out),
        ("undecided", expected.undecided),
    ):
        for name in names:
            yield name, label
