"""What conclusions hang on, in lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.reports.document import Json, document
from argmap.reports.elements import Evaluated, standing_in_json
from argmap.reports.page import Page
from argmap.reports.weights import sensitivity as weighed
from argmap.reports.weights import sensitivity_json
from argmap.semantics.critical_sets import CriticalSets, SinglePoints
from argmap.semantics.gradual.sensitivity import Sensitivity
from argmap.semantics.hanging import HangsOn

#: What sets are made of, by the sort of candidates.
_MEMBERS = {"leaves": "statements without a reason", "steps": "steps", "sources": "sources"}


def hanging(
    evaluated: Evaluated,
    found: HangsOn,
    sensitivity: Sensitivity | None,
    page: Page,
    *,
    candidates: str,
    most: int,
) -> str:
    """Return what an element hangs on, as lines for a terminal.

    Args:
        evaluated: the map.
        found: what was found.
        sensitivity: what its strength hangs on, where that was asked for.
        page: what the lines are drawn on.
        candidates: what sets are made of: `leaves`, `steps` or `sources`.
        most: how many members a set was to have at most.
    """
    target = page.unbroken(found.target)
    reason = "" if found.standing.reason is None else f" ({found.standing.reason.value})"
    lines = [f"{target} is {found.standing.label.value}{reason}"]
    points, sets = found.single_points, found.critical_sets
    lines += _block("Falls with any of these alone:", _alone(points, sets), page)
    together = f"{_MEMBERS[candidates]}, up to {most} at a time"
    lines += _block(
        f"Falls with any of these together ({together}):",
        (" + ".join(members) for members in sets.sets if len(members) > 1),
        page,
    )
    lines += _block("", _limits(points, sets), page)
    if sensitivity is not None:
        lines += _block("", weighed(evaluated, sensitivity), page)
    return "".join(f"{line}\n" for line in lines)


def _block(head: str, entries: Iterable[str], page: Page) -> Iterator[str]:
    """Yield entries under a head; nothing where there are none."""
    rows = [page.wrapped(entry, 6) for entry in entries]
    if not rows:
        return
    if head:
        yield from (f"  {line}" for line in page.wrapped(head, 2))
    step = "    " if head else "  "
    for first, *more in rows:
        yield f"{step}{first}"
        yield from (f"{step}  {line}" for line in more)


def _alone(points: SinglePoints, sets: CriticalSets) -> Iterator[str]:
    """Yield what an element falls with alone; sources are looked for only among the sets."""
    yield from points.statements
    yield from (f"{name} (a step)" for name in points.steps)
    known = {*points.statements, *points.steps}
    sources = [*points.sources, *(one[0] for one in sets.sets if len(one) == 1)]
    yield from (f"{name} (a source)" for name in dict.fromkeys(sources) if name not in known)


def _limits(points: SinglePoints, sets: CriticalSets) -> Iterator[str]:
    """Yield what is not to be found in the lists, and why there is not more to say."""
    alone, together = points.why, sets.why
    if alone is not None and alone == together:
        yield f"{alone}."
        return
    if alone is not None:
        yield f"Alone: {alone}."
    elif not any(_alone(points, sets)):
        yield "There is nothing that it falls with alone."
    if together is not None:
        yield f"Together: {together}."
    elif not sets.sets:
        yield "There are no such sets that it falls with."


def hanging_json(
    evaluated: Evaluated,
    found: Iterable[HangsOn],
    sensitivities: Iterable[Sensitivity | None],
    *,
    candidates: str,
    most: int,
) -> str:
    """Return a JSON document of what some elements hang on, and their strengths if asked for."""
    return document(
        {
            **evaluated.head("hangs-on"),
            "candidates": candidates,
            "most": most,
            "conclusions": [
                {
                    **evaluated.described(one.target),
                    **standing_in_json(one.standing),
                    "single_points": _points_in_json(one.single_points),
                    "critical_sets": _sets_in_json(one.critical_sets),
                    "sensitivity": None if weights is None else sensitivity_json(weights),
                }
                for one, weights in zip(found, sensitivities, strict=True)
            ],
        }
    )


def _points_in_json(points: SinglePoints) -> dict[str, Json]:
    return {
        "statements": list(points.statements),
        "steps": list(points.steps),
        "sources": list(points.sources),
        "complete": points.complete,
        "why": points.why,
    }


def _sets_in_json(sets: CriticalSets) -> dict[str, Json]:
    return {
        "sets": [list(members) for members in sets.sets],
        "candidates": list(sets.candidates),
        "complete": sets.complete,
        "why": sets.why,
    }
