"""`argmap strength`: how strong the statements of a map are."""

from __future__ import annotations

from collections.abc import Sequence

import click

from argmap.cli.evaluated import page, read, tell
from argmap.cli.streams import say
from argmap.cli.terms import terms_of, with_terms
from argmap.pipeline import weighing
from argmap.semantics.gradual.formulas import SemanticsName, TNorm


@click.command(
    epilog="""\b
Examples:
  argmap strength maps/ferry.argmap.yaml
  argmap strength maps/ferry.argmap.yaml --semantics df-quad --tnorm product --steps
  argmap strength maps/ferry.argmap.yaml --reject survey --json

Exit codes: 0 done, 1 the map cannot be read, 2 wrong usage, an id that the map does not have, or a
file that cannot be opened."""
)
@click.argument("map", metavar="MAP")
@click.option(
    "--semantics",
    type=click.Choice(["quadratic-energy", "df-quad", "euler-based", "h-categorizer"]),
    default="quadratic-energy",
    show_default=True,
    help="How reasons and objections move a base score.",
)
@click.option(
    "--tnorm",
    type=click.Choice(["minimum", "product"]),
    default="minimum",
    show_default=True,
    help="Whether a step is as strong as its weakest premise, or as the product of them all.",
)
@click.option("--steps", is_flag=True, help="List steps as well: reasons and objections.")
@with_terms
@click.option("--json", "as_json", is_flag=True, help="Write JSON, steps included.")
def strength(
    *,
    map: str,
    semantics: SemanticsName,
    tnorm: TNorm,
    steps: bool,
    leaves: str | None,
    concessions: str | None,
    reject: Sequence[str],
    as_json: bool,
) -> int:
    """Say how strong statements are, from 0 to 1.

    MAP is a file, or - for standard input. A base score, which the map gives or which follows from
    what a statement is, is raised by reasons and lowered by objections. Strengths compare
    statements of one map; they are no probabilities.
    """
    found = read(map)
    if found is None:
        return 1
    terms = terms_of(leaves, concessions, reject)
    result = weighing.strength(found.map, terms, semantics=semantics, tnorm=tnorm)
    from argmap.reports.terms import in_words
    from argmap.reports.weights import method, remarks, strengths, strengths_json

    evaluated = found.on(terms, semantics)
    names = evaluated.ids(steps=steps or as_json)
    if as_json:
        say(strengths_json(evaluated, result, names))
        return 0
    paper = page()
    how = in_words(terms, evaluated.graph, method(semantics, tnorm))
    table = strengths(evaluated, result, names, paper) if names else ""
    tell([table, [how, *remarks(result)]], paper)
    return 0
