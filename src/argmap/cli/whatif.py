"""`argmap whatif`: what changes when something is taken away."""

from __future__ import annotations

from collections.abc import Sequence

import click

from argmap.cli.evaluated import page, read, tell
from argmap.cli.streams import say
from argmap.cli.terms import terms_of, with_policies
from argmap.pipeline import supposing


@click.command(
    epilog="""\b
Examples:
  argmap whatif maps/ferry.argmap.yaml --reject survey
  argmap whatif maps/ferry.argmap.yaml --reject storm-nights --reject price-is-fixed
  argmap whatif maps/ferry.argmap.yaml --reject safer-roads --leaves evidence --json

To see it in a picture: argmap diagram MAP --whatif ID -o FILE.

Exit codes: 0 done, whatever falls, 1 the map cannot be read, 2 wrong usage, an id that the map does
not have, or a file that cannot be opened."""
)
@click.argument("map", metavar="MAP")
@click.option(
    "--reject",
    metavar="ID",
    multiple=True,
    required=True,
    help="Take away a statement, a step or a source; may be given again for others.",
)
@with_policies
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def whatif(
    *,
    map: str,
    reject: Sequence[str],
    leaves: str | None,
    concessions: str | None,
    as_json: bool,
) -> int:
    """Say what falls and what rises when statements, steps or sources are taken away.

    MAP is a file, or - for standard input. Main conclusions come first, also where they stay as
    they are. What falls can bring back what it spoke against. With a source falls the evidence that
    rests on nothing else; a source that has the id of an element is source:ID.
    """
    found = read(map)
    if found is None:
        return 1
    terms = terms_of(leaves, concessions)
    result = supposing.what_if(found.map, reject, terms)
    from argmap.reports.changes import changes, changes_json, summary
    from argmap.reports.elements import OUT
    from argmap.reports.terms import in_words

    evaluated = found.on(terms, "grounded")
    if as_json:
        say(changes_json(evaluated, result))
        return 0
    paper = page()
    how = in_words(terms, evaluated.graph, "Evaluated by grounded semantics")
    tell([changes(evaluated, result, paper), [summary(result), how, OUT]], paper)
    return 0
