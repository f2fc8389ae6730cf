"""AM504 hedge-dropped: a claim that is surer than the sentences at its anchors.

**What.** A sentence that a statement is anchored to hedges ("may", "some fear") or denies, and the
statement does not, neither in its text nor in `certainty`. Any hedge of the kind that is as weak
keeps it. A hedge in a part of the sentence that the statement leaves out is not missed, nor one
that another statement keeps which is anchored to the same sentence. The text need not be at hand:
the index holds hedges and negations as codes, which are told here by words for them, not by those
of the text. A statement is not judged where one of its anchors is read in a source without an
index, or names more than a hundred sentences.

**Why.** To make an author surer than he is, is the commonest way to misreport him.

**Bad**

```yaml
argmap: 1
text: leaflet
sources:
  leaflet: {title: Run it at night, author: Harbour Users, date: 2025-04-01, index: leaflet}
statements:
  ferry:
    conclusion: The ferry needs a larger boat.
    because: storms
  storms:
    premise: Storms stop the ferry.
    at: p3.1
```

**Good**

```yaml
argmap: 1
text: leaflet
sources:
  leaflet: {title: Run it at night, author: Harbour Users, date: 2025-04-01, index: leaflet}
statements:
  ferry:
    conclusion: The ferry needs a larger boat.
    because: storms
  storms:
    premise: Storms may stop the ferry.
    at: p3.1
```

**Reference.** ICD 203 (2015), standard 2: uncertainties are expressed and explained.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.rules.case import Case, place_of_text

if TYPE_CHECKING:
    from argmap.model import Place, Statement
    from argmap.sources.fidelity import Dropped
    from argmap.sources.source_index import IndexedPiece
    from argmap.sources.wording import Mark

RULE = RuleInfo(
    "AM504",
    "hedge-dropped",
    Severity.WARNING,
    "a claim that is surer than the sentences at its anchors",
    __doc__,
)
NEEDS = frozenset({"sources"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each hedge and negation that a statement has dropped."""
    if not case.sources:
        return
    from argmap.sources.fidelity import dropped_words  # only where a source is at hand

    told = _Told(case)
    for statement in case.map.statements:
        sentences = case.held_to(statement)
        codes = [piece.coded for _, piece in sentences]
        for dropped in dropped_words(statement.text, statement.certainty, codes):
            name, piece = sentences[dropped.sentence]
            if not told.elsewhere(name, piece, dropped):
                yield _finding(statement, f"{name} at {piece.place}", dropped)


def _finding(statement: Statement, where: str, dropped: Dropped) -> Diagnostic:
    if dropped.is_negation:
        does, remedy = "denies", "say so as well"
    else:
        does, remedy = "hedges", "hedge the text as well, or give `certainty`"
    return RULE.at(
        place_of_text(statement),
        f'{where} {does}, as by "{dropped.words}", and {statement.id} does not',
        subject=statement.id,
        hint=f"{remedy}; or name the place of what is meant",
    )


class _Told:
    """By which statements each sentence is told, and what these keep of it between them."""

    def __init__(self, case: Case) -> None:
        self._by_sentence: dict[tuple[str, Place | None], list[Statement]] = {}
        for statement in case.map.statements:
            for name, piece in case.held_to(statement):
                self._by_sentence.setdefault((name, piece.place), []).append(statement)
        self._known: dict[tuple[str, Place | None, Mark, bool], bool] = {}

    def elsewhere(self, name: str, piece: IndexedPiece, dropped: Dropped) -> bool:
        """Return whether some statement keeps what another one has dropped of a sentence."""
        from argmap.sources.fidelity import keeps

        key = (name, piece.place, dropped.mark, dropped.is_negation)
        if key not in self._known:
            self._known[key] = any(
                keeps(statement.text, statement.certainty, dropped)
                for statement in self._by_sentence[name, piece.place]
            )
        return self._known[key]
