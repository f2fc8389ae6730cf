"""`argmap schema`: the JSON Schema of map files, and of what commands write as JSON."""

from __future__ import annotations

import click

from argmap.cli.output import deliver, target


def _of_maps() -> str:
    from argmap.formats.schema import content  # each is loaded when it is wanted

    return content()


def _of_reports() -> str:
    from argmap.reports.as_json import schema as content

    return content()


def _of_evaluations() -> str:
    from argmap.reports.elements import schema as content

    return content()


def _of_sources() -> str:
    from argmap.reports.sources import schema as content

    return content()


_SCHEMAS = {
    "map": _of_maps,
    "report": _of_reports,
    "evaluation": _of_evaluations,
    "source": _of_sources,
}


@click.command(
    epilog="""\b
Examples:
  argmap schema -o argmap-1.schema.json
  argmap schema --of report
  argmap schema --of evaluation
  argmap schema --of source

An editor that knows YAML finds the schema of a map by its first line:
  # yaml-language-server: $schema=argmap-1.schema.json"""
)
@click.option(
    "--of",
    "what",
    type=click.Choice(list(_SCHEMAS)),
    default="map",
    show_default=True,
    help="What the schema describes: map files, or in JSON what argmap check reports, or what the "
    "commands that evaluate a map or look into sources write.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the schema to a file.")
def schema(*, what: str, output: str | None) -> int:
    """Print the JSON Schema (draft-07) of map files, for editors and other programs."""
    file = target(output, [])
    deliver(_SCHEMAS[what](), file)
    return 0
