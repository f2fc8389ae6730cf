"""AM020 and AM112: a premise named twice in a step, and a step written twice."""

from __future__ import annotations

import re

from argmap.diagnostics import Diagnostic
from argmap.fixes.fix import Edit, Fix
from argmap.fixes.places import inside, removal
from argmap.model.checks import ID

_BARE = re.compile(rf"{ID.pattern}(?:[ \t]*\+[ \t]*{ID.pattern})*")


def fix_premise(finding: Diagnostic) -> Fix | None:
    """Return a fix that takes out the second of two equal premises, which nobody reads anyway."""
    return _without(finding, ID, safe=True)


def fix_step(finding: Diagnostic) -> Fix | None:
    """Return a fix that takes out the second of two equal steps, if it is nothing but its premises.

    It is not safe: a step that stands twice may weigh twice, and `#2` may name it.
    """
    return _without(finding, _BARE, safe=False)


def _without(finding: Diagnostic, shape: re.Pattern[str], *, safe: bool) -> Fix | None:
    if finding.span is None:
        return None
    item = inside(finding.span).excerpt
    span = removal(finding.span) if shape.fullmatch(item) else None
    if span is None:
        return None
    return Fix(finding, f'take out the second "{item}"', [Edit(span, "")], safe)
