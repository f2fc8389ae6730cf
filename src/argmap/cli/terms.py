"""The options that say on which terms a map is evaluated, which several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from argmap.semantics.terms import Terms

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--leaves",
        type=click.Choice(["author", "evidence"]),
        help="On what premises stand for which nothing is given: on the author's word, or on "
        "nothing, so that only evidence carries; by default as the map says.",
    ),
    click.option(
        "--concessions",
        type=click.Choice(["outweighed", "count"]),
        help="Whether objections that the author concedes are outweighed, which is the default, or "
        "count as others do.",
    ),
)
_REJECT = click.option(
    "--reject",
    metavar="ID",
    multiple=True,
    help="Take away a statement, a step or a source; may be given again for others.",
)


def with_terms(command: _Command) -> _Command:
    """Give a command the options `--leaves`, `--concessions` and `--reject`."""
    return with_policies(_REJECT(command))


def with_policies(command: _Command) -> _Command:
    """Give a command the options `--leaves` and `--concessions`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def terms_of(leaves: str | None, concessions: str | None, reject: Sequence[str] = ()) -> Terms:
    """Return the terms that options ask for."""
    from argmap.model import Leaves
    from argmap.semantics.terms import Concessions, Terms  # most commands evaluate nothing

    return Terms(
        leaves=None if leaves is None else Leaves(leaves),
        concessions=Concessions(concessions or "outweighed"),
        reject=reject,
    )
