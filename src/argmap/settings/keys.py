"""The settings that there are: what each may be, and how it is written on one line."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from argmap.diagnostics import Severity
from argmap.settings.codes import Catalogue, adjustable, ignorable, selector
from argmap.settings.invalid import Wrong
from argmap.spelling import did_you_mean
from argmap.values import Record

#: What the mildest finding can be that makes a check fail.
FAIL_ON = ("error", "warning", "info", "never")
#: The engines that can be named; `layout` knows how to run them.
ENGINES = ("graphviz-pure", "dot")
#: How findings can be told; the command line knows by what.
OUTPUT_FORMATS = ("full", "concise", "json", "sarif", "junit", "github")
# So much may be asked of a reader in memory; more is a slip.
_MOST = 1_000_000_000


class Key(Record):
    """One setting."""

    #: Makes its value of what was written in TOML, or raises `Wrong`.
    read: Callable[[object, Catalogue], object]
    #: Makes of one line, as a variable holds it, what would have been written in TOML.
    parse: Callable[[str], object]


def _codes(value: object, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(selector(each, catalogue) for each in _list(value))


def _ignored(value: object, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(ignorable(each, catalogue) for each in _list(value))


def _severity(value: object, catalogue: Catalogue) -> Mapping[str, Severity]:
    words = [severity.value for severity in Severity]
    chosen: dict[str, Severity] = {}
    for written, word in _table(value, 'AM109 = "info"').items():
        try:
            code = adjustable(written, catalogue)
            if code in chosen:
                msg = f'"{written}" means {code}, which stands there twice'
                raise Wrong(msg)
            chosen[code] = Severity(_word(word, words))
        except Wrong as error:
            raise Wrong(str(error), error.hint, (written,)) from error
    return MappingProxyType(chosen)


def _ignores(value: object, catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    chosen: dict[str, tuple[str, ...]] = {}
    for pattern, codes in _table(value, '"drafts/*" = ["AM109"]').items():
        try:
            if not pattern:
                msg = "an empty pattern means no file"
                raise Wrong(msg)
            chosen[pattern] = _ignored(codes, catalogue)
        except Wrong as error:
            raise Wrong(str(error), error.hint, (pattern,)) from error
    return MappingProxyType(chosen)


def _one_of(words: Sequence[str]) -> Callable[[object, Catalogue], str]:
    def read(value: object, _: Catalogue) -> str:
        return _word(value, words)

    return read


def _count(value: object, _: Catalogue) -> int:
    if type(value) is not int or not 1 <= value <= _MOST:
        msg = f"{_told(value)} is not a whole number from 1 to {_MOST:,}"
        raise Wrong(msg)
    return value


def _folders(value: object, _: Catalogue) -> tuple[str, ...]:
    folders: list[str] = []
    for each in _list(value, "folders", '["seeds"]'):
        if not isinstance(each, str) or not each.strip() or "\0" in each:
            msg = f"{_told(each)} is no folder"
            raise Wrong(msg)
        folders.append(each)
    return tuple(folders)


def _list(value: object, of: str = "codes", example: str = '["AM109", "AM6"]') -> list[object]:
    if not isinstance(value, list):
        msg = f"{_told(value)} is not a list of {of}"
        raise Wrong(msg, f"write one in brackets, such as {example}")
    return value


def _table(value: object, example: str) -> dict[str, object]:
    if not isinstance(value, dict):
        msg = f"{_told(value)} is not a table"
        raise Wrong(msg, f"write one in braces, such as {{{example}}}")
    return value


def _word(value: object, words: Sequence[str]) -> str:
    if isinstance(value, str) and value in words:
        return value
    near = did_you_mean(value, words) if isinstance(value, str) else None
    msg = f"{_told(value)} is none of {', '.join(words)}"
    raise Wrong(msg, near)


def _told(value: object) -> str:
    """Return what was written, as far as a message needs it."""
    if isinstance(value, bool):
        return str(value).lower()
    written = f'"{value}"' if isinstance(value, str) else str(value)
    return written if len(written) <= 60 else f"{written[:57]}..."


def _as_it_is(text: str) -> str:
    return text.strip()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _paths(text: str) -> list[str]:
    """Return the parts of a list of paths, as in the variable PATH."""
    return [part for part in text.split(os.pathsep) if part.strip()]


def _pairs(text: str) -> dict[str, str]:
    """Return the pairs of `AM109=info,AM6=error`.

    Raises:
        Wrong: a part has no `=`, or a key is there twice.
    """
    pairs: dict[str, str] = {}
    for part in _parts(text):
        key, equals, value = (piece.strip() for piece in part.rpartition("="))
        if not equals or key in pairs:
            msg = f'"{part}" is not one more pair such as AM109=info'
            raise Wrong(msg)
        pairs[key] = value
    return pairs


def _lists(text: str) -> dict[str, list[str]]:
    """Return the lists of `drafts/*=AM109,drafts/*=AM6`.

    Raises:
        Wrong: a part has no `=`.
    """
    lists: dict[str, list[str]] = {}
    for part in _parts(text):
        key, equals, value = (piece.strip() for piece in part.rpartition("="))
        if not equals:
            msg = f'"{part}" is not a pair such as drafts/*=AM109'
            raise Wrong(msg)
        lists.setdefault(key, []).append(value)
    return lists


def _number(text: str) -> object:
    try:
        return int(text)
    except ValueError:
        return text.strip()


#: Every setting by its key, in the order in which they are told.
KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "select": Key(_codes, _parts),
        "ignore": Key(_ignored, _parts),
        "per-file-ignores": Key(_ignores, _lists),
        "severity": Key(_severity, _pairs),
        "fail-on": Key(_one_of(FAIL_ON), _as_it_is),
        "output-format": Key(_one_of(OUTPUT_FORMATS), _as_it_is),
        "engine": Key(_one_of(ENGINES), _as_it_is),
        "max-size": Key(_count, _number),
        "max-elements": Key(_count, _number),
        "sources": Key(_folders, _paths),
    }
)
