"""AM508 stale-evidence: evidence was old already on the day for which the map judges.

**What.** From the date of a source to the `as-of` of the map it is longer than evidence of that
type stays fresh: 180 days for a `poll`, two years for a `statistic`, ten years for a `study`. Of
several sources the latest counts. It is the source that the evidence comes from, not the text in
which it is read. A date that leaves the day open, such as 2024, means its last day.

**Why.** Opinions, quantities and the state of research move on. What was so then need not be so
now.

**Bad**

```yaml
argmap: 1
as-of: 2025-05-08
sources:
  survey: {title: Harbour survey, date: 2023-03-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Of those asked, 412 said they would use it.
    type: poll
    data: {question: use, n: 1020, fieldwork-dates: 2023-02, pollster: Port, population: residents}
    at: survey
```

**Good**

```yaml
argmap: 1
as-of: 2025-05-08
sources:
  survey: {title: Harbour survey, date: 2025-03-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Of those asked, 412 said they would use it.
    type: poll
    data: {question: use, n: 1020, fieldwork-dates: 2025-02, pollster: Port, population: residents}
    at: survey
```

**Reference.** Timeliness among the tradecraft standards of Intelligence Community Directive 203.
The limits are argmap's.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import EvidenceType, Source, Statement
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM508",
    "stale-evidence",
    Severity.WARNING,
    "evidence was old already on the day for which the map judges",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

#: The types that have a limit, so that what knows the limits is not loaded for the others.
AGEING = frozenset({EvidenceType.POLL, EvidenceType.STATISTIC, EvidenceType.STUDY})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each piece of evidence whose latest source is too old."""
    as_of = case.map.as_of
    if as_of is None or not case.map.sources:
        return
    for statement in case.evidence:
        if isinstance(statement.type, EvidenceType) and statement.type in AGEING:
            source = _latest(case, statement)
            if source is not None and source.date is not None:
                yield from _judged(statement, statement.type, source, source.date, as_of)


def _judged(
    statement: Statement, evidence: EvidenceType, source: Source, date: str, as_of: str
) -> Iterator[Diagnostic]:
    from argmap.sources.ages import horizon_in_words, is_stale

    if is_stale(date, as_of, evidence):
        yield RULE.at(
            statement.span,
            f"{statement.id} dates from {date}, which is old for a {evidence.value} in a map as of"
            f" {as_of}",
            subject=statement.id,
            related=[Related("the source", source.span)],
            hint=f"a {evidence.value} stays fresh for {horizon_in_words(evidence)}: look for a"
            " newer one, or waive this and say why it still holds",
        )


def _latest(case: Case, statement: Statement) -> Source | None:
    """Return the latest source of a statement; None if one has no date, and may be later."""
    from argmap.sources.ages import last_day

    found = [case.map.source(name) for name in case.origins.of_statement(statement)]
    dated = [(last_day(one.date), one) for one in found if one and one.date]
    if not dated or len(dated) < len(found):
        return None
    return max(dated, key=lambda one: one[0])[1]
