"""From a map, or a map file, to a map file."""

from __future__ import annotations

from pathlib import Path

from argmap.errors import UnknownName
from argmap.formats import Limits
from argmap.model import ArgumentMap
from argmap.pipeline.reading import Form, form_of, read, text_of
from argmap.spelling import did_you_mean
from argmap.text import Text


def dump(argument_map: ArgumentMap, path: str | Path) -> None:
    """Write a map into a file, as JSON if that is called `*.json`, else as YAML.

    The file is never half written: it holds the map, or what it held before. Comments of a map
    file are no part of the map.

    Raises:
        OSError: the file cannot be written.
    """
    from argmap.files import write_whole  # who only reads maps writes none

    path = Path(path)
    write_whole(path, dumps(argument_map, format=form_of(path.name)).encode())


def dumps(argument_map: ArgumentMap, *, format: Form = "yaml") -> str:
    r"""Return a map as the text of a map file. Reading it gives an equal map.

    Args:
        argument_map: the map.
        format: YAML or JSON.

    Raises:
        UnknownName: there is no such format.

    >>> from argmap.pipeline import loads
    >>> print(dumps(loads("argmap: 1\nstatements: {ferry: {claim: The ferry runs.}}")), end="")
    argmap: 1
    <BLANKLINE>
    statements:
      ferry:
        claim: The ferry runs.
    """
    if format == "yaml":
        from argmap.formats.native.write import write as write_yaml  # loaded when it is wanted

        return write_yaml(argument_map).text
    if format == "json":
        from argmap.formats.json_form.write import write as write_json

        return write_json(argument_map).text
    hint = did_you_mean(format, ("yaml", "json")) or "there are yaml and json"
    msg = f"there is no format {format!r} of map files; {hint}"
    raise UnknownName(msg)


def formatted(text: Text, *, limits: Limits | None = None) -> str:
    r"""Return a map file with canonical spacing; the map in it and its comments are the same.

    Args:
        text: the map file; what is called `*.json` is the JSON form.
        limits: how large it may be.

    Raises:
        InvalidMap: the file has errors AM001 to AM099; it holds them all.

    >>> print(formatted(Text("m.yaml", "argmap:   1 # one\nstatements: { }\n")), end="")
    argmap: 1 # one
    statements: {}
    """
    if form_of(text.name) == "json":
        from argmap.formats.json_form.formatting import formatted as format_json

        return format_json(text, limits=limits)
    from argmap.formats.native.formatting import formatted as format_yaml

    return format_yaml(text, limits=limits)


def converted(
    source: str | Path | Text, name: str, *, limits: Limits | None = None
) -> tuple[str, int]:
    r"""Return a map file in the form that a name of a file tells, and how many comments it lost.

    Args:
        source: a path, or a `Text`; a plain `str` is a path. A layer will do.
        name: `*.json` for JSON, any other for YAML.
        limits: how large the file may be.

    Raises:
        InvalidMap: the file has errors AM001 to AM099; it holds them all.
        OSError: the file cannot be opened.

    >>> text = Text("m.argmap.yaml", "argmap: 1 # one\nstatements: {}")
    >>> converted(text, "m.argmap.json")[1]
    1
    """
    from argmap.formats.native.formatting import comments, sound  # loaded when it is wanted

    text = source if isinstance(source, Text) else text_of(Path(source), limits or Limits())
    argument_map = sound(read(text, limits=limits))
    lost = comments(text) if form_of(text.name) == "yaml" else []
    return dumps(argument_map, format=form_of(name)), len(lost)
