"""AM511 missing-evidence-field: evidence does not say what its type asks for.

**What.** A type of evidence asks for fields under `data`: a `poll` for `question`, `n`,
`fieldwork-dates`, `pollster` and `population`, a `statistic` for `value`, `unit`, `population`,
`period` and `source`, a `study` for `citation` and `design`, an `event` for `date` and `place`, a
`document` for `title`, `date` and `quote`, `testimony` for `speaker`, `quote` and `date`, an
`expert` for `speaker`, `field` and `quote`. What the anchor or its source says need not be said
again: source, title, date and quote; the speaker is the one of `by`. For a document or testimony a
place is as good as a quote. What the source does not say is written as `not stated`.

**Why.** Without them nobody can judge how good the evidence is. Who writes `not stated` has looked,
and shows the reader what is not known.

**Bad**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Of those asked, 412 said they would use it.
    type: poll
    data: {n: 1020, population: harbour residents}
    at: survey
```

**Good**

```yaml
argmap: 1
sources:
  survey: {title: Harbour survey, date: 2024-11-02}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand
  demand:
    evidence: Of those asked, 412 said they would use it.
    type: poll
    data:
      question: Would you use a night ferry every week?
      n: 1020
      fieldwork-dates: not stated
      pollster: Port Office
      population: harbour residents
    at: survey
```

**Reference.** Disclosure standards of the American Association for Public Opinion Research.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import EvidenceType, Place, Statement, anchors_of
from argmap.rules.case import Case, listed

RULE = RuleInfo(
    "AM511",
    "missing-evidence-field",
    Severity.WARNING,
    "evidence does not say what its type asks for",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()

#: What each type asks for. The catalogue of schemes says so too, and a test holds the two together:
#: to read the catalogue takes longer than to check a small map.
FIELDS: Mapping[EvidenceType, tuple[str, ...]] = {
    EvidenceType.STATISTIC: ("value", "unit", "population", "period", "source"),
    EvidenceType.POLL: ("question", "n", "fieldwork-dates", "pollster", "population"),
    EvidenceType.STUDY: ("citation", "design"),
    EvidenceType.EVENT: ("date", "place"),
    EvidenceType.DOCUMENT: ("title", "date", "quote"),
    EvidenceType.TESTIMONY: ("speaker", "quote", "date"),
    EvidenceType.EXPERT: ("speaker", "field", "quote"),
}
# A place is as good as a quote where a text is cited for what it says.
_BY_PLACE = frozenset({EvidenceType.DOCUMENT, EvidenceType.TESTIMONY})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each piece of evidence that lacks a field."""
    for statement in case.evidence:
        if isinstance(statement.type, EvidenceType):
            lacking = _missing(case, statement, statement.type)
            if lacking:
                fields = listed([f"`{name}`" for name in lacking])
                yield RULE.at(
                    statement.span,
                    f"{statement.type.value} {statement.id} lacks {listed(lacking)}",
                    subject=statement.id,
                    hint=f"write {fields} under `data`; what the source does not say is written as"
                    " `not stated`",
                )


def _missing(case: Case, statement: Statement, evidence: EvidenceType) -> list[str]:
    """Return the fields that neither the data of a statement nor what stands beside it give."""
    lacking = list(FIELDS[evidence])
    if statement.data is not None:
        written = {
            key.lower().replace("_", "-")
            for key, value in statement.data.items()
            if value is not None and value not in ("", ())
        }
        lacking = [name for name in lacking if name not in written]
    if lacking:
        told = _told_beside(case, statement, evidence)
        lacking = [name for name in lacking if name not in told]
    return lacking


def _told_beside(case: Case, statement: Statement, evidence: EvidenceType) -> set[str]:
    """Return the fields that anchors, their sources and the speakers of a statement give."""
    told = {"speaker"} if statement.by else set()
    anchors = list(anchors_of(statement))
    if any(
        anchor.quote is not None
        or (evidence in _BY_PLACE and isinstance(anchor.via or anchor.where, Place))
        for anchor in anchors
    ):
        told.add("quote")
    names = case.origins.of(anchors) if case.map.sources else ()
    for source in filter(None, map(case.map.source, names)):
        given = {"source": True, "title": source.title, "date": source.date}
        told.update(field for field, value in given.items() if value)
    return told
