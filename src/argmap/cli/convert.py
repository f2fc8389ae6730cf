"""`argmap convert`: a map in another form."""

from __future__ import annotations

import sys

import click

from argmap import pipeline
from argmap.cli.findings import Paper, name_of
from argmap.cli.fresh import create, fresh_map
from argmap.cli.maps import single_map
from argmap.cli.settings import settings_of
from argmap.cli.streams import complain, remark, shown
from argmap.diagnostics import InvalidMap


@click.command(
    epilog="""\b
Examples:
  argmap convert ferry.argmap.yaml -o ferry.argmap.json
  argmap convert ferry.argmap.json -o ferry.argmap.yaml

Exit codes: 0 done, 1 the reader refuses the map, 2 wrong usage or a file that cannot be read or
written."""
)
@click.argument("path", metavar="FILE")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    help="The file to write, *.argmap.yaml or *.argmap.json; it must not exist.",
)
def convert(*, path: str, output: str) -> int:
    """Write a map from YAML as JSON, or from JSON as YAML; the names of the files tell which.

    The new file holds the same map in the canonical order of keys. Comments are no part of a map:
    how many are left behind is told.
    """
    source = single_map(path)
    file = fresh_map(output)
    try:
        written, lost = pipeline.converted(source, file.name, limits=settings_of(source).limits)
    except InvalidMap as error:
        name = name_of(source)
        remark(Paper.of_stream(sys.stderr, "auto").frames(error.diagnostics, name))
        complain(f"{name} is not converted: the reader refuses it")
        return 1
    create(file, written)
    if lost:
        left = "1 comment is" if lost == 1 else f"{lost} comments are"
        remark(shown(f"{left} not in {file}\n"))
    return 0
