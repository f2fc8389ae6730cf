"""`argmap outline`: a map as an indented text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

import click

from argmap import pipeline
from argmap.cli.findings import readable
from argmap.cli.maps import single_map
from argmap.cli.output import deliver, target
from argmap.cli.overlays import Wishes, overlay_of, with_overlay
from argmap.cli.sentences import sentences_of, with_sentences
from argmap.cli.streams import shown


@click.command(
    epilog="""\b
Examples:
  argmap outline maps/ferry.argmap.yaml
  argmap outline maps/ferry.argmap.yaml --root run-at-night --depth 2
  argmap outline maps/ferry.argmap.yaml --quotes --format markdown -o ferry.md
  argmap outline maps/ferry.argmap.yaml --format rest > docs/ferry.rst
  argmap outline maps/ferry.argmap.yaml --sentences --sources ~/texts
  argmap outline maps/ferry.argmap.yaml --label
  argmap outline maps/ferry.argmap.yaml --whatif survey --whatif storm-nights"""
)
@click.argument("map", metavar="MAP")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
@click.option(
    "--format",
    type=click.Choice(["text", "markdown", "rest"]),
    default="text",
    show_default=True,
    help="What to write; rest is reStructuredText.",
)
@click.option("--root", metavar="ID", help="Begin with this statement.")
@click.option("--depth", metavar="N", type=click.IntRange(min=0), help="Show only so many levels.")
@click.option("--quotes", is_flag=True, help="Quote the words at the places of statements.")
@with_sentences
@with_overlay
def outline(
    *,
    map: str,
    output: str | None,
    format: Literal["text", "markdown", "rest"],
    root: str | None,
    depth: int | None,
    quotes: bool,
    sentences: bool,
    folders: Sequence[str],
    **wish: Unpack[Wishes],
) -> int:
    """Write a map as an outline: each statement with the reasons for and against it.

    MAP is a file, or - for standard input.
    """
    source = single_map(map)
    file = target(output, [source])
    read = readable(source)
    if read is None:
        return 1
    overlay = overlay_of(read, wish)
    written = pipeline.outline(
        read,
        root=root,
        depth=depth,
        format=format,
        quotes=quotes,
        overlay=overlay,
        sentences=sentences_of(read, source, folders, wished=sentences),
    )
    deliver(shown(written) if file is None else written, file)
    return 0
