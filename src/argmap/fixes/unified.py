"""The difference between two contents of a file, as programs apply it."""

from __future__ import annotations

import re
from difflib import unified_diff

_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ODD = re.compile(r'[\x00-\x1f\x7f"\\]')


def diff(before: str, after: str, name: str) -> str:
    r"""Return a unified diff, as `patch` and `git apply -p0` take it; empty if nothing differs.

    Lines end in a line feed alone: every other line end is part of its line, so that nothing is
    lost. The lines are as they are in the file; whoever shows them in a terminal escapes them.

    Args:
        before: what the file holds.
        after: what it is to hold.
        name: that of the file.

    >>> print(diff("main: fery\n", "main: ferry\n", "ferry.argmap.yaml"), end="")
    --- ferry.argmap.yaml
    +++ ferry.argmap.yaml
    @@ -1 +1 @@
    -main: fery
    +main: ferry
    """
    written = _name(name)
    lines = unified_diff(_lines(before), _lines(after), written, written, lineterm="\n")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(content: str) -> list[str]:
    *whole, last = content.split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]


def _name(name: str) -> str:
    """Return a name for the head of a diff: in quotes where it holds what ends or quotes a line.

    A tab ends a name that holds spaces, as git writes it.
    """
    if _ODD.search(name):
        inside = _ODD.sub(lambda found: _SHORT.get(found[0], f"\\{ord(found[0]):03o}"), name)
        return f'"{inside}"'
    return f"{name}\t" if " " in name else name
