"""Reading a map that is to be evaluated, and telling what came of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from argmap import pipeline
from argmap.cli.findings import Paper, name_of, readable
from argmap.cli.maps import single_map
from argmap.cli.streams import say
from argmap.version import __version__

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.reports.elements import Evaluated
    from argmap.reports.page import Page
    from argmap.semantics.terms import Terms


class Read(NamedTuple):
    """A map, and what it goes by."""

    name: str
    map: ArgumentMap

    def on(self, terms: Terms, semantics: str) -> Evaluated:
        """Return the map with the terms on which it is evaluated, for a report."""
        from argmap.reports.elements import Evaluated  # a report is loaded when it is wanted

        return Evaluated(self.name, pipeline.graph(self.map), terms, semantics, __version__)


def read(argument: str) -> Read | None:
    """Return the map that an argument names, or None if it is invalid, which has been told then.

    Raises:
        Failure: it does not exist, or is a folder.
    """
    source = single_map(argument)
    found = readable(source)
    return None if found is None else Read(name_of(source), found)


def page() -> Page:
    """Return the page that standard output is."""
    from argmap.reports.page import Page

    paper = Paper.of_stream(sys.stdout, "never")
    return Page.of(color=False, width=paper.width, encoding=paper.encoding)


def tell(blocks: Iterable[str | Iterable[str]], paper: Page) -> None:
    """Write blocks with an empty line between them: tables as they are, sentences broken to fit."""
    written = (
        block if isinstance(block, str) else "".join(f"{line}\n" for line in _broken(block, paper))
        for block in blocks
    )
    say("\n".join(filter(None, written)))


def _broken(sentences: Iterable[str], paper: Page) -> Iterable[str]:
    for sentence in sentences:
        yield from paper.wrapped(sentence, 0)
