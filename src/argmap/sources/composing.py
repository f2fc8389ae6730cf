"""Unicode's form NFC, in linear time whatever stands in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

# An ASCII character never joins what stands before it.
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
#: Longer stretches are not handed to `unicodedata` as they are: it sorts marks by insertion, in
#: quadratic time.
_SHORT = 100


def compositions(text: str) -> Iterator[tuple[int, int, str]]:
    r"""Yield stretches of a text that nothing behind them can join, each with its form NFC.

    Those that are in this form are left out where that is seen at once.

    Yields:
        Start and end of a stretch, and its form. Together linear in the length of the text.

    >>> list(compositions("cafe\u0301"))
    [(3, 5, 'é')]
    """
    for run in _NOT_ASCII.finditer(text):
        start, end = max(run.start() - 1, 0), run.end()
        if end - start <= _SHORT and unicodedata.is_normalized("NFC", text[start:end]):
            continue
        for at in range(start + 1, end):
            if not _may_join(text[at]):
                yield start, at, _canonical(text[start:at])
                start = at
        yield start, end, _canonical(text[start:end])


def _canonical(text: str) -> str:
    """Return the form NFC of a stretch."""
    if len(text) > _SHORT:
        apart = "".join([unicodedata.normalize("NFD", character) for character in text])
        groups = groupby(apart, lambda character: unicodedata.combining(character) > 0)
        text = "".join(
            mark
            for is_marks, group in groups
            for mark in (sorted(group, key=unicodedata.combining) if is_marks else group)
        )
    return unicodedata.normalize("NFC", text)


def _may_join(character: str) -> bool:
    """Return whether a character may become one with what stands before it."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
