"""Laying out a map file anew, with its comments, the order of its keys and the author's wording.

What is changed: indentation (2 spaces), spaces behind `:`, `,` and `-` and around `+` in steps,
spaces at the ends of lines, line ends (LF), blank lines (one between statements and between the
parts of the file, save between two that take a line each; never two). A text of more than 100
columns is folded under `>-`; a list or mapping in brackets that does not fit into 100 columns, or
holds comments, takes a line for each of its entries; a text that ran over several lines in quotes
or without is written as one. The map as a whole never stands in braces.

What stays: how a text of one line is quoted, braces where they fit, blank lines of the author's,
and the lines under `|` and `>`, as long as they fit. A comment stays behind what it stood behind,
in its column as far as there is room, or above what it stood above; one behind a dash or a bracket
may move to the line above, and the comments keep their order. `%YAML`, `---` and `...` say nothing
in a file that holds one map and go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostics import InvalidMap, Severity
from argmap.formats.native import faults
from argmap.formats.native.concrete import Collection, Node, Scalar, comments_in, tree
from argmap.formats.native.printing import printed
from argmap.formats.native.read import read
from argmap.formats.reading import Limits, Reading
from argmap.model import ArgumentMap
from argmap.model.checks import ID
from argmap.model.collector import collector_paused
from argmap.text import Text

# Keys from the map down to a step, or to the premises of one.
_STEP = re.compile(
    r"(?:statements|responses)/[^/]+(?:/(?:because|against|despite|unless|backing))+"
    r"(?:/(?:from|assuming)(?:/[^/]+)?)?"
)
_JOINED = re.compile(rf"\s*{ID.pattern}\s*(?:\+\s*{ID.pattern}\s*)+")


def formatted(text: Text, *, limits: Limits | None = None) -> str:
    r"""Return a map file with canonical spacing; the map in it and its comments are the same.

    What has been formatted is not changed by formatting. A layer can be formatted as well. Linear
    in the size of the text.

    Args:
        text: the map file.
        limits: how large it may be.

    Raises:
        InvalidMap: the file has errors AM001 to AM099; it holds them all.
        AssertionError: the map would change; that is a fault of argmap, and costs nobody a map.

    >>> content = "argmap:   1\nstatements: { ferry: {claim: It runs.,because: a+b} } # two\n"
    >>> print(formatted(Text("m.yaml", content)), end="")
    argmap: 1
    statements: {ferry: {claim: It runs., because: a + b}} # two
    """
    argument_map = sound(read(text, limits=limits))
    with collector_paused():
        result = _laid_out(text)
    if read(Text(text.name, result), limits=limits).map != argument_map:
        msg = f"formatting would change the map in {text.name}"
        raise AssertionError(msg)
    return result


def _laid_out(text: Text) -> str:
    root = _tree(text)
    for step in _steps(root, ""):
        if step.style is None and _JOINED.fullmatch(step.value):
            step.value = " + ".join(name.strip() for name in step.value.split("+"))
            step.written = step.value
    return printed(root)


def sound(reading: Reading) -> ArgumentMap:
    """Return the map that was read; a layer will do as it is.

    Raises:
        InvalidMap: the file has errors AM001 to AM099; it holds them all.
    """
    if reading.map is None or any(
        found.severity is Severity.ERROR and found.code != faults.LAYER_NOT_MERGED.code
        for found in reading.diagnostics
    ):
        raise InvalidMap(reading.diagnostics)
    return reading.map


def comments(text: Text) -> list[str]:
    r"""Return the comments of a map file that can be read, in their order.

    >>> comments(Text("m.yaml", "argmap: 1 # one\nstatements: {} # two\n"))
    ['# one', '# two']
    """
    return [comment.text for comment in comments_in(_tree(text))]


def _tree(text: Text) -> Collection:
    return tree(text.content.replace("\r\n", "\n").replace("\r", "\n"))


def _steps(node: Node, path: str) -> Iterator[Scalar]:
    """Yield the scalars that stand for a step or its premises."""
    if isinstance(node, Scalar):
        if _STEP.fullmatch(path):
            yield node
        return
    assert isinstance(node, Collection)
    for key, value in node.entries:
        below = path if key is None else f"{path}/{key.value}" if path else key.value
        yield from _steps(value, below)
