"""`argmap hangs-on`: what a conclusion hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

from argmap.cli.evaluated import page, read, tell
from argmap.cli.streams import say
from argmap.cli.terms import terms_of, with_terms
from argmap.pipeline import supposing

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.semantics.gradual.sensitivity import Sensitivity
    from argmap.semantics.terms import Terms


@click.command(
    name="hangs-on",
    epilog="""\b
Examples:
  argmap hangs-on maps/ferry.argmap.yaml
  argmap hangs-on maps/ferry.argmap.yaml subsidy-covers-it --most 2
  argmap hangs-on maps/ferry.argmap.yaml --of sources
  argmap hangs-on maps/ferry.argmap.yaml --strength
  argmap hangs-on maps/ferry.argmap.yaml --leaves evidence --json

Exit codes: 0 done, 1 the map cannot be read, 2 wrong usage, an id that the map does not have, or a
file that cannot be opened.""",
)
@click.argument("map", metavar="MAP")
@click.argument("name", metavar="[ID]", required=False)
@click.option(
    "--most",
    metavar="N",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="How many members a set has at most.",
)
@click.option(
    "--of",
    "candidates",
    type=click.Choice(["leaves", "steps", "sources"]),
    default="leaves",
    show_default=True,
    help="What sets are made of: statements without a reason, steps, or sources.",
)
@click.option(
    "--seconds",
    metavar="S",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    help="How long to search at most; what is cut short is said.",
)
@click.option(
    "--strength",
    is_flag=True,
    help="Say as well what the strength hangs on; this takes long on maps of thousands.",
)
@with_terms
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def hangs_on(
    *,
    map: str,
    name: str | None,
    most: int,
    candidates: Literal["leaves", "steps", "sources"],
    seconds: float,
    strength: bool,
    leaves: str | None,
    concessions: str | None,
    reject: Sequence[str],
    as_json: bool,
) -> int:
    """Say what the main conclusions hang on: what they fall with, alone or together.

    MAP is a file, or - for standard input; ID is that of a statement or step, for which to look
    instead of the main conclusions.
    """
    found = read(map)
    if found is None:
        return 1
    terms = terms_of(leaves, concessions, reject)
    results = supposing.hangs_on(
        found.map, name, terms, candidates=candidates, most=most, seconds=seconds
    )
    weights = [_weights(found.map, one.target, terms) if strength else None for one in results]
    from argmap.reports.hanging import hanging, hanging_json

    evaluated = found.on(terms, "grounded")
    if as_json:
        say(hanging_json(evaluated, results, weights, candidates=candidates, most=most))
        return 0
    paper = page()
    blocks = [
        hanging(evaluated, one, weight, paper, candidates=candidates, most=most)
        for one, weight in zip(results, weights, strict=True)
    ]
    tell(blocks or [["The map has no main conclusion; name a statement."]], paper)
    return 0


def _weights(argument_map: ArgumentMap, target: str, terms: Terms) -> Sensitivity:
    from argmap.pipeline import weighing  # wanted only where strength is asked for

    return weighing.sensitivity(argument_map, target, terms)
