"""AM610 text-length: a statement that is a paragraph.

**What.** The text of a statement has more than 60 words.

**Why.** A long text mostly holds several claims and the reasons for them: the very structure that
the map is there to show. Nor can it be read in a diagram.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: >
      The ferry should run at night, at least on Fridays and Saturdays and before public holidays,
      because many people who live on the islands work in restaurants and theatres that close after
      the last boat has left, so that they have to sleep at a friend's or pay for a taxi over the
      bridge, which is forty kilometres longer and, in winter, not always open.
    because: demand
  demand:
    premise: Many would use it.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run on Friday and Saturday nights.
    because: [demand, way-round]
  demand:
    premise: Many islanders work in town until after the last boat has left.
  way-round:
    premise: The way over the bridge is forty kilometres longer and not always open in winter.
```

**Reference.** One box, one claim: a rule of thumb in the teaching of argument mapping.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case, place_of_text

RULE = RuleInfo(
    "AM610",
    "text-length",
    Severity.INFO,
    "a statement that is a paragraph",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

MOST_WORDS = 60


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each statement whose text has more than 60 words."""
    for statement in case.map.statements:
        # So many words take at least one letter each and a space between any two.
        if len(statement.text) <= 2 * MOST_WORDS:
            continue
        words = len(statement.text.split())
        if words > MOST_WORDS:
            yield RULE.at(
                place_of_text(statement),
                f"{statement.id} is {words} words long",
                subject=statement.id,
                hint="state one claim, and give what backs it statements of their own",
            )
