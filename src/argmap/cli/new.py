"""`argmap new`: a first map, with a comment to each line."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.failure import Failure
from argmap.cli.fresh import create, fresh_map
from argmap.cli.streams import remark, say, shown
from argmap.errors import InvalidValue
from argmap.formats.schema import FILE_NAME, content
from argmap.formats.template import template


@click.command(
    epilog="""\b
Examples:
  argmap new ferry.argmap.yaml --title "Why the ferry should run at night"
  argmap new ferry.argmap.yaml --main run-at-night --schema ../argmap-1.schema.json
  argmap new"""
)
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--title", metavar="TITLE", help="The title of the map.")
@click.option(
    "--main",
    metavar="ID",
    default="main-conclusion",
    show_default=True,
    help="The id of the main conclusion.",
)
@click.option(
    "--schema",
    metavar="PATH_OR_URL",
    help="Where editors find the schema, seen from the map; by default a copy beside the map.",
)
def new(*, file: str | None, title: str | None, main: str, schema: str | None) -> int:
    """Begin a map: a small one, with a comment to each line, to be replaced piece by piece.

    FILE must not exist. Its first line names the JSON Schema, which editors use to complete and
    check; where no other is named, a copy is put beside the map. Without FILE, the map goes to
    standard output.
    """
    path = None if file is None or file == "-" else _path(file)
    text = _text(title, main, schema or FILE_NAME)
    if path is None:
        say(text)
        return 0
    create(path, text)
    beside = path.with_name(FILE_NAME)
    if schema is None and not beside.exists():
        create(beside, content())
        remark(shown(f"{path} is there, and for editors {beside}\n"))
    else:
        remark(shown(f"{path} is there\n"))
    return 0


def _path(name: str) -> Path:
    """Return the path of the map that is to be made.

    Raises:
        Failure: it cannot be made, or would be in the JSON form.
    """
    path = fresh_map(name)
    if path.suffix.lower() == ".json":
        message = "a first map is explained by comments, and JSON has none"
        raise Failure(message, f"argmap new {path.with_suffix('.yaml')}")
    return path


def _text(title: str | None, main: str, schema: str) -> str:
    """Return the map.

    Raises:
        Failure: no map can have such a title, main conclusion or schema.
    """
    try:
        return template(title, main=main, schema=schema)
    except InvalidValue as error:
        raise Failure(str(error)) from error
