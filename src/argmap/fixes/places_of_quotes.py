"""AM513: a place at which a quote is not, and the one place at which it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from argmap.diagnostics import Diagnostic
from argmap.errors import InvalidValue
from argmap.fixes.fix import Edit, Fix
from argmap.fixes.places import inside
from argmap.model import ArgumentMap, Place
from argmap.rules.case import Case
from argmap.sources.attached import Attached
from argmap.sources.citations import Quotation
from argmap.text import Span

# A place in an anchor of one line, or behind its key in one of several keys.
_WRITTEN = re.compile(r"(?<![\w.,-])p[0-9][0-9p.-]*(?![\w.-])")
_KEYS = re.compile(r"""(?:where|via)["']?\s*:\s*["']?(?=p[0-9])""")


@define
class PlacesOfQuotes:
    """The quotes of a map that stand elsewhere than it says, by the places of their anchors."""

    _misplaced: dict[Span, Quotation] = field(factory=dict)

    @classmethod
    def of(cls, argument_map: ArgumentMap, sources: Attached) -> PlacesOfQuotes:
        """Look through the sources of a map."""
        found = filter(lambda one: one.is_misplaced, Case(argument_map, sources).quotations)
        spans = ((each.citation.anchor.span, each) for each in found)
        return cls({span: each for span, each in spans if span is not None})

    def fix(self, finding: Diagnostic) -> Fix | None:
        """Return a fix that writes the place of the quote; None where the old one is not plain."""
        found = None if finding.span is None else self._misplaced.get(finding.span)
        if found is None or finding.span is None or found.place is None:
            return None
        spans = [span for span, place in _places(finding.span) if place == found.place]
        if len(spans) != 1:
            return None
        (right,) = found.match.places
        # With the text at hand the words were read there; a fingerprint of a sentence is as good.
        return Fix(finding, f"write {right} for {found.place}", [Edit(spans[0], str(right))], True)


def _places(anchor: Span) -> Iterator[tuple[Span, Place]]:
    """Yield the places that an anchor names, outside of its quote, and where they stand."""
    text, start, end = inside(anchor)
    written = text.content[start:end]
    if written.startswith("{") or ":" in written.partition('"')[0]:
        begins = [key.end() for key in _KEYS.finditer(written)]
        found = [one for at in begins if (one := _WRITTEN.match(written, at)) is not None]
    else:
        found = list(_WRITTEN.finditer(written.partition('"')[0]))
    for one in found:
        try:
            place = Place.parse(one[0])
        except InvalidValue:
            continue
        yield Span(text, start + one.start(), start + one.end()), place
