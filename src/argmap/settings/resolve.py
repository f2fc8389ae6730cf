"""Which settings count: those of the command line, of the environment, of the nearest file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from argmap.settings.codes import Catalogue
from argmap.settings.invalid import InvalidSettings, Wrong
from argmap.settings.keys import KEYS
from argmap.settings.layers import CommandLine, Environment, File, Layer, nearest, told, variable
from argmap.settings.settings import Settings
from argmap.spelling import did_you_mean

_NOTHING: Mapping[str, str] = MappingProxyType({})


def resolve(
    folder: Path,
    catalogue: Catalogue,
    *,
    environment: Mapping[str, str] = _NOTHING,
    options: Mapping[str, str] = _NOTHING,
    isolated: bool = False,
) -> Settings:
    """Return the settings that count in a folder.

    Key by key the command line goes before the environment, and that before the nearest file:
    values are replaced, not merged, but for the folders of sources, all of which count. One thing
    goes with another: a `select` that is nearer makes void an `ignore` that is farther, or what was
    asked for on the spot would stay hidden.

    Args:
        folder: that of a map.
        catalogue: every rule by its code.
        environment: variables; `ARGMAP_FAIL_ON` is the key `fail-on`. An empty one sets nothing.
        options: what the command line says, by key; written as in the environment.
        isolated: whether to leave files aside.

    Raises:
        InvalidSettings: something cannot be what it is said to be; the message says where.
    """
    file = None if isolated else nearest(folder)
    layers: list[Layer] = [] if file is None else [file]
    set_variables = {key: text for key in KEYS if (text := environment.get(variable(key)))}
    layers += [Environment(set_variables), CommandLine(options)]
    values: dict[str, Any] = {}
    origins: dict[str, Layer] = {}
    for layer in layers:
        if "select" in layer.values:
            values.pop("ignore", None)
            origins.pop("ignore", None)
        for key, written in layer.values.items():
            value = _value(layer, key, written, catalogue)
            if key == "sources" and isinstance(value, tuple):
                # The text of a source is at hand in one folder, and its index in another.
                value = (*_folders(layer, value), *values.get(key, ()))
            values[key.replace("-", "_")] = value
            origins[key] = layer
    by = origins.get("per-file-ignores")
    return Settings(
        **values,
        folder=by.path.parent if isinstance(by, File) else Path.cwd(),
        layers=MappingProxyType(origins),
    )


def _folders(layer: Layer, folders: Iterable[str]) -> Iterator[str]:
    """Yield folders as they are told; those of a file count from its own folder.

    Raises:
        InvalidSettings: a file names a folder that is not in its own: it may be a stranger's.
    """
    for each in folders:
        if not isinstance(layer, File):
            yield each
            continue
        path = PurePath(each)
        if path.is_absolute() or ".." in path.parts:
            msg = f'{layer.place("sources")}: sources: "{each}" is outside of the settings\' folder'
            raise InvalidSettings(
                msg, "name folders elsewhere in ARGMAP_SOURCES, or with --sources"
            )
        yield told(layer.path.parent / path)


def _value(layer: Layer, key: str, written: object, catalogue: Catalogue) -> object:
    """Return the value of a key.

    Raises:
        InvalidSettings: there is no such key, or it cannot have that value.
    """
    if key not in KEYS:
        hint = did_you_mean(key, KEYS) or f"the settings are {', '.join(KEYS)}"
        msg = f'{layer.place(key)}: there is no setting "{key}"'
        raise InvalidSettings(msg, hint)
    try:
        # What stands on one line, in a variable or an option, is taken apart first.
        on_one_line = isinstance(written, str) and not isinstance(layer, File)
        value = KEYS[key].parse(str(written)) if on_one_line else written
        return KEYS[key].read(value, catalogue)
    except Wrong as error:
        # A variable and an option bear the name of their key.
        names = [*([key] if isinstance(layer, File) else []), *error.inner]
        words = ": ".join([layer.place(key, *error.inner), *names, str(error)])
        raise InvalidSettings(words, error.hint) from error
