"""Writing a map file, in one form for each map.

Everything stands in the author's order: statements, reasons, premises, sources, sections. The keys
inside a record have a fixed order:

- head: `argmap id title question description critic extends main text as-of scale leaves language`,
  then the parts `sections sources statements responses issues preferences expect waive extras`;
- statement: its kind with the text, then `label type claim-type certainty standard by at section
  status given questioned strength scope restates because against despite data tags note aliases
  extras`;
- step: `id label from assuming scheme strict weight certainty by at section answers unless backing
  tags note extras`: what the step is, what is known of it, what stands against and for it.

Defaults are left out. A blank line stands before each part and between statements. Small records
stand in braces where they fit into a line of 100 columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from typing import Any, TypeAlias, TypeGuard

from attrs import frozen

from argmap.diagnostics import Diagnostic
from argmap.formats.native import scalars, structure
from argmap.formats.native.scalars import WIDTH
from argmap.formats.native.structure import Value
from argmap.model import ArgumentMap, Data

Collection: TypeAlias = Mapping[str, Any] | list[Any] | tuple[Any, ...]
#: By how much what stands under a key is indented.
STEP = 2
#: Keys of a map before which a blank line stands.
PARTS = frozenset(
    {
        "sections",
        "sources",
        "statements",
        "responses",
        "issues",
        "preferences",
        "expect",
        "waive",
        "extras",
    }
)
# A key stands on one line, in front of its colon, within 1,024 characters; others need a `?`.
_LONGEST_KEY = 1000
# Only data has keys of words; one that leaves no room for a number behind it is folded.
_LONGEST_KEY_OF_WORDS = 70


@frozen
class Written:
    """A map in some format, and what of the map that format could not hold."""

    text: str
    #: Findings AM701 to AM799; none where the format holds every map.
    diagnostics: tuple[Diagnostic, ...] = ()


def write(argument_map: ArgumentMap) -> Written:
    r"""Return a map as a map file. Reading it gives an equal map. Linear in the size of the map.

    >>> from argmap.model import Kind, Statement
    >>> ferry = Statement(id="ferry", kind=Kind.CLAIM, text="The ferry runs.")
    >>> print(write(ArgumentMap(statements=[ferry])).text, end="")
    argmap: 1
    <BLANKLINE>
    statements:
      ferry:
        claim: The ferry runs.
    """
    lines: list[str] = []
    for key, value in structure.document(argument_map).items():
        if key in PARTS:
            lines.append("")
        if key == "statements" and value:
            lines.append("statements:")
            _statements(lines, value)
        else:
            _entry(lines, 0, key, value, data=False)
    lines.append("")
    return Written("\n".join(lines))


def _statements(lines: list[str], statements: Mapping[str, Any]) -> None:
    first = True
    for name, statement in statements.items():
        if not first:
            lines.append("")
        _entry(lines, STEP, name, statement, data=False)
        first = False


def needs_question_mark(key: str, name: str, indent: int) -> bool:
    """Return whether a key is so long that it stands behind a `?`, and its value below it.

    Args:
        key: the key.
        name: how it is written on one line.
        indent: how many characters stand before it.
    """
    is_of_words = " " in key and indent + len(name) > _LONGEST_KEY_OF_WORDS
    return len(name) > _LONGEST_KEY or is_of_words


def _entry(lines: list[str], indent: int, key: str, value: Value, *, data: bool) -> None:
    """Append a key and its value."""
    name, margin = scalars.inline(key), " " * indent
    if needs_question_mark(key, name, indent):
        first, *others = scalars.lines(key, indent + STEP, indent + STEP)
        lines.extend([f"{margin}? {first}", *others])
        name = ""
    _value(lines, f"{margin}{name}:", indent + STEP, value, data=data)


def _value(lines: list[str], head: str, indent: int, value: Value, *, data: bool) -> None:
    """Append a value behind its key or dash: on the same line, or on the lines below it."""
    value = _arranged(value, WIDTH - len(head) - 1)
    if isinstance(value, str):
        first, *others = scalars.lines(value, len(head) + 1, indent, data=data)
        lines.append(f"{head} {first}")
        lines.extend(others)
    elif not _is_collection(value):
        lines.append(f"{head} {_number_or_null(value, data=data)}".rstrip())
    elif (short := _flow(value, WIDTH - len(head) - 1, data=data)) is not None:
        lines.append(f"{head} {short}")
    else:
        lines.append(head)
        _block(lines, indent, value, data=data or isinstance(value, Data))


def _number_or_null(value: float | None, *, data: bool) -> str:
    """Return a number or nothing; nothing is left empty where no JSON value is asked for."""
    if value is None:
        return "null" if data else ""
    return scalars.number(value)


def _block(lines: list[str], indent: int, value: Collection, *, data: bool) -> None:
    """Append the entries of a mapping or the items of a list."""
    if isinstance(value, Mapping):
        for key, entry in value.items():
            _entry(lines, indent, key, entry, data=data)
        return
    margin = " " * indent
    for one in value:
        item = _arranged(one, WIDTH - indent - STEP)
        if _is_collection(item) and _flow(item, WIDTH - indent - STEP, data=data) is None:
            start = len(lines)
            _block(lines, indent + STEP, item, data=data)
            lines[start] = f"{margin}- {lines[start][indent + STEP :]}"
        else:
            _value(lines, f"{margin}-", indent + STEP, item, data=data)


def _arranged(value: Value, room: int) -> Value:
    """Return a value, but a step of ids that are too long to be joined as a mapping."""
    if isinstance(value, structure.Joined) and len(value) > room:
        return value.listed()
    return value


def _is_collection(value: object) -> TypeGuard[Collection]:
    return isinstance(value, Mapping | list | tuple)


def _flow(value: Value, room: int, *, data: bool) -> str | None:
    """Return a value in braces or brackets, or None if it takes several lines or too much room.

    Nothing longer than the room is looked at to its end.
    """
    if isinstance(value, str):
        if len(value) > room or "\n" in value:
            return None
        written = scalars.inline(value, flow=True, data=data)
    elif _is_collection(value):
        if value and isinstance(value, structure.Record | structure.Lines):
            return None
        return _flow_collection(value, room, data=data or isinstance(value, Data))
    elif value is None and not data:
        return None
    else:
        written = _number_or_null(value, data=data)
    return written if len(written) <= room else None


def _flow_collection(value: Collection, room: int, *, data: bool) -> str | None:
    is_mapping = isinstance(value, Mapping)
    pairs = value.items() if isinstance(value, Mapping) else zip(repeat(""), value, strict=False)
    parts: list[str] = []
    left = room  # the brackets take the two columns that ", " would take behind the last part
    for key, item in pairs:
        name = f"{scalars.inline(key, flow=True)}: " if is_mapping else ""
        written = _flow(item, left - len(name) - 2, data=data)
        left -= len(name) + len(written or "") + 2
        if written is None or left < 0:
            return None
        parts.append(f"{name}{written}")
    inner = ", ".join(parts)
    return f"{{{inner}}}" if is_mapping else f"[{inner}]"
