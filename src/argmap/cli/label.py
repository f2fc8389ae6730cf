"""`argmap label`: which statements of a map stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from argmap.cli.evaluated import Read, page, read, tell
from argmap.cli.streams import say
from argmap.cli.terms import terms_of, with_terms
from argmap.pipeline import evaluating

if TYPE_CHECKING:
    from argmap.reports.elements import Evaluated
    from argmap.semantics.frameworks.extensions import Acceptances
    from argmap.semantics.labelling import Labels

#: How maps are labelled, by the semantics that give each element one label.
_LABELS = ("grounded", "carneades")
#: Those that may give several labellings, or only part of one.
_ACCEPTANCE = ("complete", "preferred", "stable", "semi-stable", "ideal", "eager")


@click.command(
    epilog="""\b
Examples:
  argmap label maps/ferry.argmap.yaml
  argmap label maps/ferry.argmap.yaml --only out --steps
  argmap label maps/ferry.argmap.yaml --leaves evidence
  argmap label maps/ferry.argmap.yaml --reject survey --json
  argmap label maps/ferry.argmap.yaml --semantics carneades
  argmap label maps/ferry.argmap.yaml --semantics preferred

What is out is not established; that does not say that it is false.

Exit codes: 0 done, whatever stands, 1 the map cannot be read, 2 wrong usage, an id that the map
does not have, or a file that cannot be opened."""
)
@click.argument("map", metavar="MAP")
@click.option(
    "--semantics",
    type=click.Choice([*_LABELS, *_ACCEPTANCE]),
    default="grounded",
    show_default=True,
    help="How to evaluate: an objection that stands defeats (grounded), or reasons and objections "
    "are weighed by standards of proof (carneades). Where elements defend themselves there may be "
    "several ways to see the map; the others say of each element whether it is in under all of "
    "them (sceptical), under some (credulous), or never.",
)
@click.option(
    "--only",
    type=click.Choice(["in", "out", "undecided"]),
    help="List only what has this label.",
)
@click.option("--steps", is_flag=True, help="List steps as well: reasons and objections.")
@click.option(
    "--seconds",
    metavar="S",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    help="How long to search at most where there may be several ways to see the map.",
)
@with_terms
@click.option("--json", "as_json", is_flag=True, help="Write JSON, steps included.")
def label(
    *,
    map: str,
    semantics: str,
    only: str | None,
    steps: bool,
    seconds: float,
    leaves: str | None,
    concessions: str | None,
    reject: Sequence[str],
    as_json: bool,
) -> int:
    """Say which statements stand: in, out or undecided, and why.

    MAP is a file, or - for standard input. Main conclusions come first.
    """
    _refuse_to_choose(only, semantics)
    found = read(map)
    if found is None:
        return 1
    terms = terms_of(leaves, concessions, reject)
    if semantics in _ACCEPTANCE:
        evaluated = found.on(terms, semantics)
        _tell_acceptance(found, evaluated, seconds, steps=steps, as_json=as_json)
    else:
        _tell_labels(found, found.on(terms, semantics), only, steps=steps, as_json=as_json)
    return 0


def _refuse_to_choose(only: str | None, semantics: str) -> None:
    """Refuse to list what has a label where there are no labels.

    Raises:
        UsageError: the two options do not go together.
    """
    if only is not None and semantics in _ACCEPTANCE:
        message = f"--only goes with labels, and {semantics} semantics gives none"
        raise click.UsageError(message)


def _tell_labels(
    found: Read, evaluated: Evaluated, only: str | None, *, steps: bool, as_json: bool
) -> None:
    from argmap.reports.elements import OUT, summary
    from argmap.reports.labels import labels, labels_json

    labelling: Labels
    if evaluated.semantics == "carneades":
        labelling = evaluating.label(found.map, evaluated.terms, semantics="carneades")
    else:
        labelling = evaluating.label(found.map, evaluated.terms)
    names = evaluated.ids(steps=steps or as_json)
    if only is not None:
        names = [name for name in names if labelling[name].value == only]
    if as_json:
        say(labels_json(evaluated, labelling, names))
        return
    paper = page()
    written = labels(evaluated, labelling, names, paper) if names else ""
    lines = [*summary(evaluated, labelling), _how(evaluated), OUT]
    tell([written, lines], paper)


def _tell_acceptance(
    found: Read, evaluated: Evaluated, seconds: float, *, steps: bool, as_json: bool
) -> None:
    from argmap.reports.labels import acceptances, acceptances_json

    accepted = evaluating.acceptance(
        found.map, evaluated.semantics, evaluated.terms, seconds=seconds
    )
    names = evaluated.ids(steps=steps or as_json)
    if as_json:
        say(acceptances_json(evaluated, accepted, names))
        return
    paper = page()
    lines = [_how(evaluated), *_remarks(accepted)]
    tell([acceptances(evaluated, accepted, names, paper), lines], paper)


def _remarks(accepted: Acceptances) -> Iterator[str]:
    """Yield what the table does not show of how things are accepted."""
    yield (
        "Sceptical: in under every way to see the map; credulous: under some; never: under none."
    )
    if accepted.exist is False:
        yield f"There is no way to see the map under {accepted.semantics.value} semantics."
    if accepted.why is not None:
        yield f"Not everything is known: {accepted.why}."


def _how(evaluated: Evaluated) -> str:
    from argmap.reports.terms import in_words

    how = f"Evaluated by {evaluated.semantics} semantics"
    return in_words(evaluated.terms, evaluated.graph, how)
