"""Applying edits to a text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from itertools import pairwise

from argmap.fixes.fix import Fix
from argmap.text import Text

_Piece = tuple[int, int, str]


def chosen(text: Text, fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Return the fixes that can be applied to a text together, in the order of their places.

    Of two that touch the same characters the one that begins first is taken, then the safe one;
    the order in which they are given does not matter. Fixes of other texts are left out.
    """
    taken: list[_Piece] = []
    kept: list[Fix] = []
    for fix in sorted(fixes, key=_order):
        pieces = _pieces(text, fix)
        if pieces and all(_is_free(taken, piece) for piece in pieces):
            for piece in pieces:
                insort(taken, piece)
            kept.append(fix)
    return tuple(kept)


def apart(text: Text, kept: Iterable[Fix], fixes: Iterable[Fix]) -> tuple[list[Fix], list[Fix]]:
    """Return fixes that go with those kept and with each other, and fixes that some of these bar.

    Of two that touch the same characters the one that is given first comes first. What touches the
    characters of a fix that is kept, or cannot be made, is in neither list.
    """
    taken = sorted(piece for fix in kept for piece in _pieces(text, fix))
    own: list[_Piece] = []
    together: list[Fix] = []
    barred: list[Fix] = []
    for fix in fixes:
        pieces = _pieces(text, fix)
        if not pieces or not all(_is_free(taken, piece) for piece in pieces):
            continue
        if all(_is_free(own, piece) for piece in pieces):
            for piece in pieces:
                insort(own, piece)
            together.append(fix)
        else:
            barred.append(fix)
    return together, barred


def apply(text: Text, fixes: Iterable[Fix]) -> str:
    r"""Return what a text holds after fixes; what no edit spans stays as it is.

    Of fixes that overlap those are applied that `chosen` returns.

    >>> from argmap.diagnostics import Diagnostic, Severity
    >>> from argmap.fixes.fix import Edit
    >>> from argmap.text import Span
    >>> text = Text("m.yaml", "main: fery  # the harbour\n")
    >>> finding = Diagnostic("AM101", "dangling-reference", Severity.ERROR, "", Span(text, 6, 10))
    >>> apply(text, [Fix(finding, "", [Edit(finding.span, "ferry")], safe=True)])
    'main: ferry  # the harbour\n'
    """
    content = text.content
    pieces = sorted(piece for fix in chosen(text, fixes) for piece in _pieces(text, fix))
    for start, end, replacement in reversed(pieces):
        content = content[:start] + replacement + content[end:]
    return content


def _order(fix: Fix) -> tuple[list[_Piece], bool, str, str]:
    pieces = [(edit.span.start, edit.span.end, edit.replacement) for edit in fix.edits]
    return sorted(pieces), not fix.safe, fix.rule, fix.description


def _pieces(text: Text, fix: Fix) -> list[_Piece]:
    """Return the edits of a fix in their order; none where one of them cannot be made."""
    pieces = sorted((edit.span.start, edit.span.end, edit.replacement) for edit in fix.edits)
    inside = all(0 <= start <= end <= len(text.content) for start, end, _ in pieces)
    here = all(edit.span.text == text for edit in fix.edits)
    apart = all(_is_free([piece], behind) for piece, behind in pairwise(pieces))
    return pieces if inside and here and apart else []


def _is_free(taken: list[_Piece], piece: _Piece) -> bool:
    """Return whether nothing is taken of the characters of a piece, nor begins where it does."""
    start, end, _ = piece
    index = bisect_left(taken, (start,))
    if index < len(taken) and (taken[index][0] < end or taken[index][0] == start):
        return False
    return index == 0 or taken[index - 1][1] <= start
