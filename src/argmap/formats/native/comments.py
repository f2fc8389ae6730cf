"""Comments and blank lines of a map file: what stands between the parts that YAML reads."""

from __future__ import annotations

import re

from attrs import frozen

_COMMENT_OR_BREAK = re.compile(r"#[^\n]*|\n")


@frozen
class Comment:
    """A comment, and how it stands on its line."""

    text: str
    #: How many characters stand before it on its line, and how many spaces directly before it.
    column: int
    gap: int
    #: Whether nothing but spaces stands before it on its line.
    own: bool
    #: Whether nothing but spaces stands between it and the part before, on the line of that part.
    direct: bool
    #: Whether a blank line stands above it.
    blank: bool
    #: Where it ends in the text.
    end: int

    def continues(self, before: Comment) -> bool:
        """Return whether it goes on below another in the same column."""
        return self.own and not self.blank and self.column == before.column


def between(content: str, start: int, end: int) -> tuple[list[Comment], bool]:
    r"""Return the comments in a stretch without scalars, and whether a blank line stands behind.

    >>> content = "a: 1  # one\n\n# two\nb: 2\n"
    >>> comments, blank = between(content, 4, 19)
    >>> [(comment.text, comment.column, comment.blank) for comment in comments], blank
    ([('# one', 6, False), ('# two', 0, True)], False)
    """
    found: list[Comment] = []
    line_start = content.rfind("\n", 0, start) + 1
    blank = False
    for part in _COMMENT_OR_BREAK.finditer(content, start, end):
        before = content[line_start : part.start()]
        if part[0] == "\n":
            blank = blank or not before.strip(" \t")
            line_start = part.end()
            continue
        code = before.rstrip(" \t")
        found.append(
            Comment(
                text=part[0].rstrip(" \t"),
                column=len(before),
                gap=len(before) - len(code),
                own=not code,
                direct=line_start <= start and not content[start : part.start()].strip(),
                blank=blank,
                end=part.end(),
            )
        )
        blank = False
    return found, blank


def count_behind(comments: list[Comment], content: str, start: int) -> int:
    """Return how many comments end the line of an offset, or go on directly below one that does."""
    if not comments or "\n" in content[start : comments[0].end]:
        return 0
    count = 1
    while count < len(comments) and comments[count].continues(comments[0]):
        count += 1
    return count
