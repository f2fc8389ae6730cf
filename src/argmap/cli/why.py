"""`argmap why`: why a statement stands or does not."""

from __future__ import annotations

from collections.abc import Sequence

import click

from argmap.cli.evaluated import page, read, tell
from argmap.cli.streams import say
from argmap.cli.terms import terms_of, with_terms
from argmap.pipeline import evaluating


@click.command(
    epilog="""\b
Examples:
  argmap why maps/ferry.argmap.yaml run-at-night
  argmap why maps/ferry.argmap.yaml safer-roads --most 30
  argmap why maps/ferry.argmap.yaml run-at-night --reject survey --json

Exit codes: 0 done, 1 the map cannot be read, 2 wrong usage, an id that the map does not have, or a
file that cannot be opened."""
)
@click.argument("map", metavar="MAP")
@click.argument("name", metavar="ID")
@click.option(
    "--most",
    metavar="N",
    type=click.IntRange(min=1),
    default=12,
    show_default=True,
    help="Stop after so many sentences, and say how much is left to explain.",
)
@with_terms
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def why(
    *,
    map: str,
    name: str,
    most: int,
    leaves: str | None,
    concessions: str | None,
    reject: Sequence[str],
    as_json: bool,
) -> int:
    """Say in plain sentences why a statement or step stands, does not, or is undecided.

    MAP is a file, or - for standard input; ID is that of a statement or step. The first sentence is
    about it; those that follow explain what a sentence before them rests on.
    """
    found = read(map)
    if found is None:
        return 1
    from argmap.semantics.why import why as explained  # a map that cannot be read is not evaluated

    terms = terms_of(leaves, concessions, reject)
    labelling = evaluating.label(found.map, terms)
    told = explained(labelling, name, most=most)
    if as_json:
        from argmap.reports.explanation import explanation_json

        say(explanation_json(found.on(terms, "grounded"), labelling, name, told))
        return 0
    tell([told.splitlines()], page())
    return 0
