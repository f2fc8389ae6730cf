"""Reading the JSON form: swiftly, and a second time with places where something is wrong."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, cast

import yaml

from argmap.formats.json_form.events import Events
from argmap.formats.json_form.tree import PlacesNeeded, Tree
from argmap.formats.native import faults, syntax
from argmap.formats.native.cursor import Cursor
from argmap.formats.native.read import reading
from argmap.formats.reading import Limits, Reading
from argmap.model.collector import collector_paused
from argmap.text import Span, Text

if TYPE_CHECKING:
    from argmap.formats.json_form.events import SyntaxFault


def read(
    text: Text,
    *,
    limits: Limits | None = None,
    rules: Container[str] | None = None,
    places: bool = False,
) -> Reading:
    r"""Return what a text in the JSON form holds, and what is wrong with it.

    Never raises on content. Linear in the size of the text. Every diagnostic has its place; the
    values of a map have theirs where something is wrong with the file, or where they are asked for.

    Args:
        text: the map file.
        limits: how large it may be.
        rules: codes and names of the rules that waivers may name; None for any.
        places: whether the values of the map need their spans; without them reading is several
            times faster.

    >>> text = '{"argmap": 1, "statements": {"ferry": {"claim": "The ferry runs."}}}'
    >>> reading = read(Text("m.json", text))
    >>> reading.map["ferry"].text, reading.diagnostics
    ('The ferry runs.', ())
    """
    limits = limits or Limits()
    with collector_paused():
        if not places:
            try:
                return reading(Tree(text, limits, rules))
            except PlacesNeeded:
                pass  # something is wrong: the second reading says what and where
        return reading(_Placed(text, limits, rules, Events))


class _Placed(Cursor):
    """Events of one JSON text with their places."""

    def _syntax_fault(self, error: yaml.YAMLError) -> None:
        self.complete = False
        fault = cast("SyntaxFault", error)  # the events raise no other
        span = Span(self.text, fault.offset, fault.offset + 1)
        hint = syntax.after_which_nothing_is_read(fault.hint)
        self.report(faults.YAML_SYNTAX, span, f"this is not JSON: {fault.message}", hint=hint)
