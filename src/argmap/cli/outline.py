"""`argmap outline`: a map as an indented text."""

from __future__ import annotations

from typing import Literal

import click

from argmap import pipeline
from argmap.cli.findings import readable
from argmap.cli.maps import single_map
from argmap.cli.output import deliver, target
from argmap.cli.streams import shown


@click.command(
    epilog="""\b
Examples:
  argmap outline maps/ferry.argmap.yaml
  argmap outline maps/ferry.argmap.yaml --root run-at-night --depth 2
  argmap outline maps/ferry.argmap.yaml --format markdown -o ferry.md"""
)
@click.argument("map", metavar="MAP")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
@click.option(
    "--format",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="What to write.",
)
@click.option("--root", metavar="ID", help="Begin with this statement.")
@click.option("--depth", metavar="N", type=click.IntRange(min=0), help="Show only so many levels.")
def outline(
    *,
    map: str,
    output: str | None,
    format: Literal["text", "markdown"],
    root: str | None,
    depth: int | None,
) -> int:
    """Write a map as an outline: each statement with the reasons for and against it.

    MAP is a file, or - for standard input.
    """
    source = single_map(map)
    file = target(output, [source])
    read = readable(source)
    if read is None:
        return 1
    written = pipeline.outline(read, root=root, depth=depth, format=format)
    deliver(shown(written) if file is None else written, file)
    return 0
