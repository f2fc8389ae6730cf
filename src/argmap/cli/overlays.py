"""The options of views that show an evaluation, and what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from argmap.cli.terms import terms_of, with_terms

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.views.evaluation import Overlay

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--label", is_flag=True, help="Show what stands: established, or not."),
    click.option("--strength", is_flag=True, help="Show how strong statements are, from 0 to 1."),
    click.option(
        "--whatif",
        metavar="ID",
        multiple=True,
        help="Show what falls and rises without this statement, step or source; may be given again "
        "for others.",
    ),
)


class Wishes(TypedDict):
    """What of an evaluation is to be shown, and on which terms."""

    label: bool
    strength: bool
    whatif: Sequence[str]
    leaves: str | None
    concessions: str | None
    reject: Sequence[str]


def overlay_of(argument_map: ArgumentMap, wish: Wishes) -> Overlay | None:
    """Return the overlay that is asked for; None where none is.

    Raises:
        UsageError: there are terms, and nothing is to be evaluated.
        UnknownElement: the map does not have what is to be taken away.
    """
    leaves, concessions, reject = wish["leaves"], wish["concessions"], wish["reject"]
    if not (wish["label"] or wish["strength"] or wish["whatif"]):
        if leaves or concessions or reject:
            message = "--leaves, --concessions and --reject go with --label, --strength or --whatif"
            raise click.UsageError(message)
        return None
    from argmap.pipeline import evaluating, weighing  # most pictures show no evaluation
    from argmap.pipeline.overlaying import overlay

    before = None
    terms = terms_of(leaves, concessions, reject)
    if wish["whatif"]:
        before = evaluating.label(argument_map, terms)
        terms = terms_of(leaves, concessions, [*reject, *wish["whatif"]])
    labelled = wish["label"] or before is not None
    return overlay(
        evaluating.label(argument_map, terms) if labelled else None,
        terms=terms,
        before=before,
        strengths=weighing.strength(argument_map, terms) if wish["strength"] else None,
    )


def with_overlay(command: _Command) -> _Command:
    """Give a command the options that ask for an overlay, and those for its terms."""
    command = with_terms(command)
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
