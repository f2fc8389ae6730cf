"""AM513 no-such-place: a place that the source does not have, or at which the quote is not.

**What.** An anchor, or a section, names a paragraph or a sentence that the index of the source does
not have. Or the quoted words stand in the source, and in another place than the one that is named.

**Why.** Places are counted, and counting goes wrong: by a heading that was taken for a paragraph,
by a sentence that ends where none was seen, by another edition. The quote is the truth, the place a
help; a place that leads elsewhere helps nobody.

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
    premise: Many would use it.
    at: p2.1 "412 said that they would use it weekly"
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
    premise: Many would use it.
    at: p2.2 "412 said that they would use it weekly"
```

**Reference.** Selectors by quotation of the W3C Web Annotation Data Model (2017).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case

if TYPE_CHECKING:
    from argmap.model import Place
    from argmap.sources.attached import AttachedSource

RULE = RuleInfo(
    "AM513",
    "no-such-place",
    Severity.ERROR,
    "a place that the source does not have, or at which the quote is not",
    __doc__,
)
NEEDS = frozenset({"sources"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each place that is wrong: once for an anchor, once for a section."""
    if not case.sources:
        return
    for found in filter(lambda one: one.is_misplaced, case.quotations):
        place = found.match.places[0]
        yield RULE.at(
            found.citation.anchor.span,
            f"the quoted words stand at {place} of {found.source}, not at {found.place}",
            subject=found.citation.subject,
            hint=f"write {place} for {found.place}",
        )
    yield from _of_anchors(case)
    yield from _of_sections(case)


def _of_anchors(case: Case) -> Iterator[Diagnostic]:
    from argmap.sources.attached import readings  # only where a source is at hand
    from argmap.sources.citations import citations

    for citation in citations(case.map):
        if id(citation.anchor) in case.misplaced:
            continue  # which has been told
        for name, place in readings(case.map, citation.anchor):
            wrong = _wrong(case.sources.get(name), name, place)
            if wrong is not None:
                message, hint = wrong
                yield RULE.at(citation.anchor.span, message, subject=citation.subject, hint=hint)


def _of_sections(case: Case) -> Iterator[Diagnostic]:
    name = case.map.text
    if name is None:
        return
    for section in case.map.sections:
        for place in section.at:
            wrong = _wrong(case.sources.get(name), name, place)
            if wrong is not None:
                message, hint = wrong
                yield RULE.at(section.span, f"section {section.id}: {message}", hint=hint)


def _wrong(source: AttachedSource | None, name: str, place: Place) -> tuple[str, str] | None:
    """Return that a source lacks a place, and which is nearest; None if it has it, or is absent."""
    if source is None or source.has(place):
        return None
    from argmap.sources.places import nearest_place  # only where a place is wrong

    nearest = nearest_place(place, source.index.paragraphs)
    hint = f"the nearest is {nearest}" if nearest else f"the index of {name} has no sentence at all"
    return f"{name} has no {place}", hint
