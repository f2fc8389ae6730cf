"""The sources of a map: their indexes, by the names that the map gives, and their texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap, Source
from argmap.rules import NotRun, quote_not_in_source
from argmap.rules.case import listed
from argmap.values import Record

if TYPE_CHECKING:
    from argmap.pipeline.source_folders import SourceFolders
    from argmap.sources.attached import Attached, AttachedSource


class Attachment(Record):
    """What was found of the sources of a map."""

    sources: Attached
    #: What is wrong with them, or with how they were found.
    diagnostics: tuple[Diagnostic, ...]


def attached(argument_map: ArgumentMap, folders: SourceFolders) -> Attachment:
    """Return the sources of a map that name an index, as far as they are found in some folders.

    Raises:
        OSError: an index, or a folder, is there and cannot be opened.
    """
    sources: dict[str, AttachedSource] = {}
    diagnostics: list[Diagnostic] = []
    for source in argument_map.sources:
        if source.index is not None:
            found, wrong = _found(source, source.index, folders)
            diagnostics += wrong
            if found is not None:
                sources.setdefault(source.id, found)
    return Attachment(sources, tuple(dict.fromkeys(diagnostics)))


def _found(
    source: Source, name: str, folders: SourceFolders
) -> tuple[AttachedSource | None, list[Diagnostic]]:
    from argmap.sources.attached import AttachedSource

    found = folders.index(name)
    wrong = list(_placed(found.diagnostics, source))
    if found.index is None:
        return None, wrong
    text = folders.text(found.index, name)
    # That some text could not be read is of account only where the text is missing; it is then.
    return AttachedSource(found.index, text.form), [*wrong, *_placed(text.diagnostics, source)]


def _placed(diagnostics: tuple[Diagnostic, ...], source: Source) -> Iterator[Diagnostic]:
    """Yield findings; what has no place of its own stands where the map declares the source."""
    for found in diagnostics:
        if found.span is not None:
            yield found
        else:
            yield evolve(found, span=source.span, subject=source.id)


def notes(argument_map: ArgumentMap, sources: Attached) -> list[NotRun]:
    """Return what could not be compared because texts are not at hand: one note for all quotes."""
    from argmap.sources.attached import readings
    from argmap.sources.citations import citations

    missing = {name for name, source in sources.items() if source.form is None}
    quoted = {
        name
        for citation in citations(argument_map)
        if citation.anchor.quote is not None and missing
        for name, _ in readings(argument_map, citation.anchor)
    }
    names = sorted(missing & quoted)
    if not names:
        return []
    are = "the text of {} is" if len(names) == 1 else "the texts of {} are"
    why = f"{are.format(listed(names))} not at hand; only quotes of whole sentences were compared"
    return [NotRun(quote_not_in_source.RULE, why)]
