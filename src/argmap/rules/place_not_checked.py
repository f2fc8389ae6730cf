"""AM512 place-not-checked: places in a source cannot be checked, as it has no index.

**What.** A statement or step names a paragraph or sentence, such as `p3.2`, of a source that names
no `index`. It is said once for each source. Places in words, such as `art. 5(2)`, are never
checked.

**Why.** With an index, argmap sees whether there is such a place, and whether a quote, a number and
a hedge are those of its sentence. Without one a slip stays unseen.

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
    at: survey p3.2
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
    at: survey table 4
```

**Reference.** The index of a source: `docs/reference/source-index.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Place, anchors_of
from argmap.rules.case import Case

RULE = RuleInfo(
    "AM512",
    "place-not-checked",
    Severity.INFO,
    "places in a source cannot be checked, as it has no index",
    __doc__,
)
NEEDS: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each source without an index in which places are named."""
    bare = {source.id: source for source in case.map.sources if source.index is None}
    if not bare:
        return
    for name in dict.fromkeys(_read_in(case)):
        if name in bare:
            yield RULE.at(
                bare[name].span,
                f"places in {name} are not checked: it has no index",
                subject=name,
                hint="if you have its text, make an index with `argmap source index`, and name it"
                " under `index`",
            )


def _read_in(case: Case) -> Iterator[str | None]:
    """Yield the sources in which places are named, as often as they are."""
    elements = chain(case.map.statements, case.map.inferences)
    for anchor in chain.from_iterable(map(anchors_of, elements)):
        if anchor.source is not None and isinstance(anchor.where, Place):
            yield anchor.source
        if anchor.place is not None:
            yield case.map.text
