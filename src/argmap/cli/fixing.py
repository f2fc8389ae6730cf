"""Fixing maps: what can be mended in their files is, or is shown as a difference."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap import pipeline
from argmap.cli.attaching import FoldersOfMaps
from argmap.cli.examining import Source
from argmap.cli.failure import Failure
from argmap.cli.output import deliver
from argmap.cli.progress import Progress
from argmap.cli.streams import complain, remark, say, shown
from argmap.diagnostics import Diagnostic
from argmap.fixes import Fix, as_bytes, diff, fixed, fixes
from argmap.reports.examined import Examined, file_of
from argmap.settings import counting
from argmap.text import Text

# Fixes are tried before they are offered: of more, or in more, that would take long.
_OFFERED, _LONGEST = 100, 200_000


class Mended(NamedTuple):
    """A map after its fixes."""

    source: Source
    before: Text
    after: Text
    fixes: tuple[Fix, ...]
    #: The bytes of the file before.
    original: bytes


def mended(sources: Sequence[Source], stdin: bytes | None, *, unsafe: bool) -> list[Mended]:
    """Return each map with its fixes; those left out that cannot be read or are too large.

    Args:
        sources: the maps.
        stdin: the bytes of the one on standard input.
        unsafe: whether to make also the fixes that should be looked at.
    """
    found: list[Mended] = []
    folders = FoldersOfMaps()
    with Progress("Fixing", len(sources)) as progress:
        for source in sources:
            progress.begin(source.name)
            size = source.settings.max_size
            original = stdin if isinstance(source.map, Text) else _bytes(source.map, size)
            if original is not None and len(original) <= size:  # else the check says so
                found.append(_mended(source, original, folders, unsafe=unsafe))
    return found


def _bytes(path: Path, size: int) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(size + 1)
    except OSError:
        return None


def _mended(source: Source, original: bytes, folders: FoldersOfMaps, *, unsafe: bool) -> Mended:
    before = Text.decode(source.name, original)
    if source.name.lower().endswith(".json"):
        remark(f"note: {shown(source.name)} stays as it is: only maps in YAML can be fixed\n")
        return Mended(source, before, before, (), original)
    wanted = counting(source.settings, file_of(source.name))
    read = pipeline.read(before, limits=source.settings.limits).map
    sources = folders.attached(read, source.name, source.settings)
    repair = fixed(before, sources=sources, unsafe=unsafe, wanted=wanted)
    return Mended(source, before, repair.text, repair.fixes, original)


def write(maps: Sequence[Mended]) -> bool:
    """Write the maps in which something was fixed, and say what; return whether all could be.

    A map is replaced whole or not at all. The one on standard input goes to standard output, also
    where nothing was fixed: whoever pipes it through wants it back.

    Raises:
        Closed: whoever read standard output has gone.
        Failure: standard output cannot be written to.
    """
    done: list[Mended] = []
    for one in maps:
        data = as_bytes(one.after, one.original)
        if isinstance(one.source.map, Text):
            say(shown(one.after.content) if sys.stdout.isatty() else data)
        elif one.fixes:
            try:
                deliver(data, one.source.map)
            except Failure as failure:
                complain(str(failure), failure.hint)
                continue
        done.append(one)
    _tell(done, "Fixed")
    return len(done) == len(maps)


def show(maps: Sequence[Mended]) -> bool:
    """Write the differences that fixes would make; return whether there are any.

    Raises:
        Closed: whoever read standard output has gone.
        Failure: standard output cannot be written to.
    """
    for one in maps:
        difference = diff(one.before.content, one.after.content, one.source.name)
        if sys.stdout.isatty():
            say(shown(difference))
        else:
            say(difference.encode("utf-8", "surrogateescape"))
    _tell(maps, "Would fix")
    return any(one.fixes for one in maps)


def _tell(maps: Iterable[Mended], verb: str) -> None:
    """Say on standard error what was fixed, a line each."""
    changed = [one for one in maps if one.fixes]
    made = [fix for one in changed for fix in one.fixes]
    for fix in made:
        said = f"{fix.finding.span}: {verb.lower()} {fix.rule}: {fix.description}"
        remark(f"{shown(said)}\n")
    where = "1 map" if len(changed) == 1 else f"{len(changed):,} maps"
    remark(f"{verb} {_counted(len(made))} in {where}.\n" if made else f"{verb} nothing.\n")


def offered(maps: Iterable[Examined], sources: Iterable[Source]) -> str:
    """Return a line that says what could be fixed; empty where that is nothing.

    Args:
        maps: what was found in maps.
        sources: the same maps, with their settings.
    """
    folders = FoldersOfMaps()
    found = [
        fix
        for one, source in zip(maps, sources, strict=True)
        for fix in _offered(one.diagnostics, source, folders)
    ]
    safe = sum(fix.safe for fix in found)
    unsafe = len(found) - safe
    if not found:
        return ""
    if not safe:
        return f"{_counted(unsafe)} can be fixed with --fix --unsafe-fixes.\n"
    more = f", {unsafe:,} more with --unsafe-fixes" if unsafe else ""
    return f"{_counted(safe)} can be fixed with --fix{more}.\n"


def _offered(
    diagnostics: Sequence[Diagnostic], source: Source, folders: FoldersOfMaps
) -> tuple[Fix, ...]:
    texts = {found.span.text for found in diagnostics if found.span is not None}
    if len(texts) != 1 or len(diagnostics) > _OFFERED:
        return ()
    (text,) = texts
    if len(text.content) > _LONGEST:
        return ()
    read = pipeline.read(text).map
    there = folders.attached(read, source.name, source.settings)
    return fixes(diagnostics, read, sources=there)


def _counted(count: int) -> str:
    return "1 finding" if count == 1 else f"{count:,} findings"
