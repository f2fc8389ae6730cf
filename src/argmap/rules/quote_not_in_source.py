"""AM502 quote-not-in-source: quoted words that the source does not have.

**What.** An anchor quotes words, and the source, whose text is at hand, does not have them: it has
others that are like them, or none. White space, kinds of quotation marks and dashes, and hyphens at
the ends of lines make no difference. Nine words in ten right are a warning, less an error. A
warning, too, where the words stand there, but not between the `prefix` and `suffix` that are named,
or in several places, and nothing says which is meant. Where the text is not at hand, only whole
sentences are compared, by their fingerprints, and a note says so.

**Why.** A quotation is a promise that these are the words. Who finds one changed will not trust the
others.

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
    at: p2.2 "480 said that they would use it weekly"
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
from argmap.rules.case import Case, listed

if TYPE_CHECKING:
    from argmap.sources.citations import Quotation
    from argmap.sources.quotes import QuoteMatch

RULE = RuleInfo(
    "AM502",
    "quote-not-in-source",
    Severity.ERROR,
    "quoted words that the source does not have",
    __doc__,
)
NEEDS = frozenset({"sources"})

#: The share of words that must be right for a misquotation to be a slip.
_SLIP = 0.9


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each quote that is not in its source as it is quoted."""
    for quotation in case.quotations:
        told = _told(quotation)
        if told is not None:
            message, hint, severity = told
            yield RULE.at(
                quotation.citation.anchor.span,
                message,
                subject=quotation.citation.subject,
                hint=hint,
                severity=severity,
            )


def _told(quotation: Quotation) -> tuple[str, str, Severity] | None:
    """Return message, hint and severity for what is wrong with a quote; None if nothing is."""
    match, source = quotation.match, quotation.source
    places = listed([str(place) for place in match.places] or ["-"])
    if not match.places or match.fit.value == "near":
        # Without the text it may be a part of a sentence, and right.
        return _misquoted(match, source, places) if quotation.with_text else None
    if not match.in_context:
        return (
            f"the quoted words stand at {places} of {source}, but not where prefix and suffix say",
            "correct what stands before and behind them",
            Severity.WARNING,
        )
    if match.fit.value == "ambiguous" and (quotation.place is None or not quotation.is_in_place):
        return (
            f"the quoted words stand in {source} more than once: {places}",
            "name the place, or a prefix or suffix",
            Severity.WARNING,
        )
    return None


def _misquoted(match: QuoteMatch, source: str, places: str) -> tuple[str, str, Severity]:
    if not match.places:
        hint = "quote the words as they stand there, or name the source that has them"
        return f"the quoted words are not in {source}", hint, Severity.ERROR
    message = f"the words that are quoted from {source} stand otherwise at {places}"
    severity = Severity.WARNING if match.similarity >= _SLIP else Severity.ERROR
    return message, "; ".join(each.in_words for each in match.differences), severity
