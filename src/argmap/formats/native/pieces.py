"""A map file in pieces: plain statements as they stand, everything else by the YAML parser.

The pieces for the parser are the head of the file, each run of statements that are not plain, and
what comes behind the statements. Every piece is parsed as a document of its own, and begins with a
key at the margin of its mapping. Where it is complete as a document, no quote and no bracket is
open at its end, and what comes next is the next key of that mapping: so the pieces together are
what the parser would see in the whole.

Nothing is reported here. Whatever would be ends the attempt with `SecondLook`, and the file is read
the ordinary way; the same holds for a piece that is not complete. Tests hold both ways to the same
maps, places and findings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NoReturn

import yaml
from yaml.events import MappingStartEvent, StreamEndEvent

from argmap.diagnostics import Related, RuleInfo
from argmap.formats.native import plain, statements
from argmap.formats.native.cursor import Cursor, Event
from argmap.model import Statement
from argmap.text import Span

_STATEMENTS = "\nstatements:\n"
_PASSED_OVER = re.compile(plain.PASSED_OVER)
# Where a statement, or what stands behind the statements, may begin.
_MARGIN = re.compile(r"\n(?=(?:  )?[^ #\n])")


class SecondLook(Exception):
    """A signal inside the reader: the file is to be read the ordinary way."""


class Pieces(Cursor):
    """The pieces of one text, and what is in them."""

    def begin(self, start: int, end: int, column: int) -> Event:
        """Begin to parse a piece of the text, and return the mapping that it is.

        Raises:
            SecondLook: it is no mapping in block style that begins at that column, or not the first
                document of the file.
        """
        self._base = start
        self.open(self.text.content[start:end])
        self._open = [0] * (column // 2)  # the mappings in which the piece stands
        self.next()
        self.next()
        root = self.next()
        # `---` and `%` begin another document, of which the parser sees no first one here.
        another = start > 0 and self.text.content[start] in "-%"
        is_block = root.__class__ is MappingStartEvent and not root.flow_style
        if another or not is_block or root.start_mark.column != column:
            raise SecondLook
        return root

    def finish(self) -> None:
        """Make sure that the document that was begun ends where the piece ends.

        Raises:
            SecondLook: it does not.
        """
        if self.next().explicit or self.next().__class__ is not StreamEndEvent:
            raise SecondLook
        self._base = 0

    def no_key_twice(self, before: Collection[str], behind: Iterable[str]) -> None:
        """Make sure that no key stands before the statements and behind them.

        Raises:
            SecondLook: one does.
        """
        if any(key in before for key in behind):
            raise SecondLook

    def head(self) -> int:
        """Return the offset at which the head of the file ends and `statements:` stands.

        Raises:
            SecondLook: there is no head, or no such line.
        """
        content = self.text.content
        found = content.find(_STATEMENTS)
        if found < 0 or "\r" in content:
            raise SecondLook
        return found + 1

    def statements(self, head: int, made: list[Statement]) -> int:
        """Append the statements behind the head of the file, and return the offset behind them.

        Raises:
            SecondLook: there are none, or two of one id, or too many.
        """
        content = self.text.content
        found = _PASSED_OVER.match(content, head + len(_STATEMENTS) - 1)
        at = len(content) if found is None else found.end()
        while content.startswith("  ", at):
            following = plain.statement(self, at)
            if following is None:
                at, following = self._run(at, made)
            if following is not None:
                one, at = following
                made.append(one)
        ids = {statement.id for statement in made}
        if not ids or len(ids) < len(made) or self.elements > self.limits.elements:
            raise SecondLook
        return at

    def _run(self, at: int, made: list[Statement]) -> tuple[int, tuple[Statement, int] | None]:
        """Append statements up to the next that is plain.

        Returns:
            The offset behind them, and the plain one with the offset behind it.
        """
        content = self.text.content
        end, following = at, None
        while following is None:
            found = _MARGIN.search(content, end)
            end = found.end() if found else len(content)
            if not content.startswith("  ", end):
                break
            following = plain.statement(self, end)
        statements.statements(self, self.begin(at, end, 2), made)
        self.finish()
        return end, following

    # What would be reported

    def report(
        self,
        rule: RuleInfo,
        span: Span | None,
        message: str,
        *,
        hint: str | None = None,
        related: Iterable[Related] = (),
    ) -> NoReturn:
        """End the attempt.

        Raises:
            SecondLook: always.
        """
        raise SecondLook

    def _syntax_fault(self, error: yaml.YAMLError) -> NoReturn:
        raise SecondLook from error
