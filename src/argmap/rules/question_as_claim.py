"""AM602 question-as-claim: a question where a claim is needed.

**What.** The text of a statement ends with a question mark.

**Why.** A question is neither true nor false, so it cannot be a reason, nor have one. Behind a
rhetorical question stands a claim; the map is the place to spell it out. A question that is open
belongs under `issues`, its answers being the statements.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: taxis
  taxis:
    premise: Who can afford a taxi every weekend?
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: taxis
  taxis:
    premise: Few people can afford a taxi every weekend.
```

**Reference.** Thousands of statements in the AIFdb corpora are questions, left over from dialogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case, place_of_text

RULE = RuleInfo(
    "AM602",
    "question-as-claim",
    Severity.WARNING,
    "a question where a claim is needed",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

# Latin, Arabic and full-width.
_MARKS = ("?", "\N{ARABIC QUESTION MARK}", "\N{FULLWIDTH QUESTION MARK}")


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each statement whose text is a question."""
    for statement in case.map.statements:
        if statement.text.rstrip().endswith(_MARKS):
            yield RULE.at(
                place_of_text(statement),
                f"{statement.id} is a question",
                subject=statement.id,
                hint="write the claim that the question suggests, or make it an issue",
            )
