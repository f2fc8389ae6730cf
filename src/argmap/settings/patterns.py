"""Patterns of paths, as `per-file-ignores` has them."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

_ANY = "**"


def matches(pattern: str, path: str) -> bool:
    """Return whether a path is one of those that a pattern means.

    `*`, `?` and `[...]` stay inside a name, `**` stands for any number of folders. A pattern
    without `/` means files of that name in every folder; one that ends in `/` means all that the
    folder holds. Time grows with the product of the two lengths at most.

    Args:
        pattern: with `/` between folders.
        path: from the folder that patterns count from, with `/`.

    >>> matches("*.draft.*", "maps/ferry.draft.argmap.yaml"), matches("maps/*", "maps/old/a.yaml")
    (True, False)
    >>> matches("maps/**/a.yaml", "maps/a.yaml"), matches("old/", "old/deep/a.yaml")
    (True, True)
    """
    parts = pattern.removeprefix("./").split("/")
    if len(parts) == 1:
        parts = [_ANY, *parts]
    elif not parts[-1]:
        parts[-1] = _ANY
    return _match(parts, path.split("/"))


def _match(parts: Sequence[str], names: Sequence[str]) -> bool:
    """Return whether parts match names one by one, `**` any number of them.

    Only the last `**` is ever tried again: what an earlier one gives up, it can take over.
    """
    part = name = 0
    retry: tuple[int, int] | None = None
    while name < len(names):
        if part < len(parts) and parts[part] == _ANY:
            retry = (part, name)
            part += 1
        elif part < len(parts) and fnmatchcase(names[name], parts[part]):
            part, name = part + 1, name + 1
        elif retry is not None:
            retry = (retry[0], retry[1] + 1)
            part, name = retry[0] + 1, retry[1]
        else:
            return False
    return all(rest == _ANY for rest in parts[part:])
