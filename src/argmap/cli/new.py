"""`argmap new`: a first map, with a comment to each line."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.failure import Failure
from argmap.cli.fresh import Wish, create, fresh_map
from argmap.cli.streams import remark, say, shown
from argmap.errors import InvalidValue
from argmap.formats.schema import FILE_NAME, content
from argmap.formats.template import template


@click.command(
    epilog="""\b
Examples:
  argmap new ferry.argmap.yaml --title "Why the ferry should run at night"
  argmap new ferry.argmap.yaml --main run-at-night --schema ../argmap-1.schema.json
  argmap new night.argmap.yaml --from leaflet.txt --with-sentences
  argmap new"""
)
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--title", metavar="TITLE", help="The title of the map.")
@click.option(
    "--main",
    metavar="ID",
    help="The id of the main conclusion: by default main-conclusion, or with --from none.",
)
@click.option(
    "--from",
    "origin",
    metavar="TEXT",
    help="Begin with a stub for each sentence of this text, at its place: a text, - for standard "
    "input, or the index of one.",
)
@click.option(
    "--with-sentences",
    is_flag=True,
    help="Write the sentences of the text into comments; most texts may not be passed on so.",
)
@click.option(
    "--schema",
    metavar="PATH_OR_URL",
    help="Where editors find the schema, seen from the map; by default a copy beside the map.",
)
def new(
    *,
    file: str | None,
    title: str | None,
    main: str | None,
    origin: str | None,
    with_sentences: bool,
    schema: str | None,
) -> int:
    """Begin a map: a small one, with a comment to each line, to be replaced piece by piece.

    FILE must not exist. Its first line names the JSON Schema, which editors use to complete and
    check; where no other is named, a copy is put beside the map. Without FILE, the map goes to
    standard output.

    With --from, each sentence of a text becomes a stub with its place, such as s-3-2, whose text is
    TODO. The map takes the text for its source; the command that makes its index is told.
    """
    path = None if file is None or file == "-" else _path(file)
    _refuse_sentences_of_nothing(origin, with_sentences)
    about = Wish(title, main, schema or FILE_NAME)
    if origin is None:
        text, told = _text(about), ""
    else:
        from argmap.cli.stubs import stubs_of  # a text is cut into sentences by a good deal of code

        made = stubs_of(origin, about, path, with_sentences=with_sentences)
        if made is None:
            return 1
        text, told = made
    if path is None:
        say(text)
        remark(shown(told))
        return 0
    create(path, text)
    beside = path.with_name(FILE_NAME)
    if schema is None and not beside.exists():
        create(beside, content())
        remark(shown(f"{path} is there, and for editors {beside}\n"))
    else:
        remark(shown(f"{path} is there\n"))
    remark(shown(told))
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


def _refuse_sentences_of_nothing(origin: str | None, with_sentences: bool) -> None:
    """Refuse to write sentences where there is no text.

    Raises:
        Failure: they are wanted, and there is none.
    """
    if origin is None and with_sentences:
        message = "--with-sentences goes with --from TEXT"
        raise Failure(message)


def _text(wish: Wish) -> str:
    """Return the map.

    Raises:
        Failure: no map can have such a title, main conclusion or schema.
    """
    main = "main-conclusion" if wish.main is None else wish.main
    try:
        return template(wish.title, main=main, schema=wish.schema)
    except InvalidValue as error:
        raise Failure(str(error)) from error
