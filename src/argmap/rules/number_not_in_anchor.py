"""AM503 number-not-in-anchor: a number that the sentences at the anchors do not have.

**What.** A statement has a number, and none of the sentences that it is anchored to has one that is
equal to it. Units, scale words, thousands, displayed rounding and spelled numbers are seen through:
"61 per cent" is 61 %, "about 1.3 billion" is 1,302 million. The text need not be at hand: the index
holds the numbers of each sentence. A statement is not judged where one of its anchors is read in a
source without an index, or names more than a hundred sentences.

**Why.** A digit goes wrong in copying, and a wrong digit looks like a right one.

**Bad**

```yaml
argmap: 1
text: leaflet
sources:
  leaflet: {title: Run it at night, author: Harbour Users, date: 2025-04-01, index: leaflet}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: 480 of 1,020 people would use it weekly.
    at: p2.2
```

**Good**

```yaml
argmap: 1
text: leaflet
sources:
  leaflet: {title: Run it at night, author: Harbour Users, date: 2025-04-01, index: leaflet}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    premise: 412 of 1,020 people would use it weekly.
    at: p2.2
```

**Reference.** Verification of figures against the source, as fact checkers do it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case, listed, part_of_text

RULE = RuleInfo(
    "AM503",
    "number-not-in-anchor",
    Severity.ERROR,
    "a number that the sentences at the anchors do not have",
    __doc__,
)
NEEDS = frozenset({"sources"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each number of a statement that its sentences do not have."""
    for statement in case.map.statements:
        sentences = case.held_to(statement)
        if not sentences:
            continue
        from argmap.sources.fidelity import stray_numbers  # only where a source is at hand

        places = listed([f"{piece.place} of {name}" for name, piece in sentences])
        for stray in stray_numbers(statement.text, [piece.coded for _, piece in sentences]):
            instead = f": {listed(stray.instead)}" if stray.instead else ""
            yield RULE.at(
                part_of_text(statement, stray.start, stray.end),
                f"{stray.number} in {statement.id} is not at {places}",
                subject=statement.id,
                hint=f"take the number from there{instead}; or anchor where this one stands",
            )
