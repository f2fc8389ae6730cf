"""AM012 and AM022: a key or a word that is not on its list, and near to one that is."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic
from argmap.fixes.fix import Edit, Fix
from argmap.fixes.places import inside
from argmap.fixes.slips import is_slip, offered


def fix(finding: Diagnostic) -> Fix | None:
    """Return a fix that writes the word that the finding offers.

    Which words can stand in a place only the reader knows; its hint carries the nearest.
    """
    if finding.span is None:
        return None
    span = inside(finding.span)
    near = offered(span.excerpt, finding.hint)
    if near is None:
        return None
    description = f'write "{near}" for "{span.excerpt}"'
    return Fix(finding, description, [Edit(span, near)], is_slip(span.excerpt, near))
