"""The one form of a text in which it is compared, and the way back to the text as it is written.

Two copies of an article differ in what nobody reads: typographic or straight quotes, spaces that
do not break, words cut at the ends of lines. Their normal forms are equal. This is done, in order:

1. Characters that take no room are dropped (`INVISIBLE`), and joined letters are taken apart
   (`LIGATURES`).
2. The text is brought to Unicode's form NFC.
3. Single quotes of any shape become `'`, double ones `"`, an ellipsis three full stops, and dashes
   as wide as a hyphen or an en dash, with the minus sign, a hyphen.
4. A hyphen between two letters is dropped, together with one line break behind it: `long-term`,
   `longterm`, and `long-` at the end of a line with `term` below it are the same word. Between a
   digit and a letter or digit only the line break is dropped.
5. Each run of white space becomes one space.
6. Dashes that are wider, and two hyphens or more, become a hyphen between two spaces, however many
   of them follow each other.
7. Full stops with a space between them, three or more, lose the spaces.
8. White space at both ends goes.

Case stays, and so does every other mark. Each step is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from attrs import frozen

from argmap.sources.composing import compositions
from argmap.values import Value

#: Characters that take no room: soft hyphen, zero width spaces and joiners, marks of direction,
#: byte order mark, variation selectors.
INVISIBLE = (
    "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
#: Letters that a typesetter joined.
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
#: Quotes, dashes and the ellipsis, by what becomes of them.
MARKS = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u2039\u203a\xb4`",
    '"': "\u201c\u201d\u201e\u201f\u2033\xab\xbb",
    "-": "\u2010\u2011\u2012\u2013\u2043\u2212\ufe63\uff0d",
    "...": "\u2026",
}
#: Dashes that are wider than an en dash.
WIDE_DASHES = "\u2014\u2015\u2e3a\u2e3b\ufe58"

_DROPPED = re.compile(f"[{INVISIBLE}]+|[{''.join(LIGATURES)}]")
_MARK = re.compile(f"[{''.join(MARKS.values())}]")
_BY_MARK = {mark: plain for plain, marks in MARKS.items() for mark in marks}
# Hangul letters join into a syllable when nothing stands between them.
_LETTER = r"[^\W\d_\u1100-\u11ff]"
_LINE_BREAK = r"[ \t]*(?:\r\n|\n|\r)[ \t]*"
_HYPHEN = re.compile(rf"(?<={_LETTER})-(?={_LETTER})|(?<=\w)-{_LINE_BREAK}(?=\w)")
_IS_LETTER = re.compile(_LETTER)
_SPACE = re.compile(r"[^\S ]\s*| \s+")
_RULE = f"(?:[{WIDE_DASHES}][-{WIDE_DASHES}]*|-[-{WIDE_DASHES}]+)"
_DASH = re.compile(f" ?{_RULE}(?: ?{_RULE})* ?")
_STOPS = re.compile(r"\.(?: ?\.){2,}")
_ENDS = re.compile(r"\A +| +\Z")


class _Edit(NamedTuple):
    """What one step put in the place of a stretch; both stretches by their offsets."""

    start: int
    end: int
    #: Offsets in the text before the step.
    before_start: int
    before_end: int


class _Step:
    """The changes of one step, for going from its outcome back to what was before it, or forth."""

    def __init__(self, edits: list[_Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._ends_before = [edit.before_end for edit in edits]

    def start_before(self, offset: int) -> int:
        """Return where the character at an offset came from."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        edit = self._edits[at]
        return edit.before_start if offset < edit.end else edit.before_end + offset - edit.end

    def end_before(self, offset: int) -> int:
        """Return where the character in front of an offset ended."""
        at = bisect_left(self._starts, offset) - 1
        if at < 0:
            return offset
        edit = self._edits[at]
        return edit.before_end + max(0, offset - edit.end)

    def after(self, offset: int) -> int:
        """Return what became of an offset; inside a stretch that was replaced, its end."""
        at = bisect_left(self._ends_before, offset)
        if at < len(self._edits) and self._edits[at].before_start < offset:
            return self._edits[at].end
        if at == 0:
            return offset
        edit = self._edits[at - 1]
        return edit.end + offset - edit.before_end


@frozen(eq=False, repr=False)
class Normalised(Value):
    r"""A text in its normal form, and the way back.

    >>> found = normalised("A \u201clong-\nterm\u201d\xa0plan")
    >>> found.text
    'A "longterm" plan'
    >>> start, end = found.original(2, 12)
    >>> found.written[start:end]
    '“long-\nterm”'
    """

    #: The text as it is written.
    written: str
    #: Its normal form.
    text: str
    _steps: tuple[_Step, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets, in the text as it is written, of a stretch of the normal form.

        O(log n). An empty stretch has its end where it begins.
        """
        first, last = start, end
        for step in reversed(self._steps):
            first, last = step.start_before(first), step.end_before(last)
        return first, max(first, last)

    def offset(self, original: int) -> int:
        """Return the offset in the normal form of what stands at an offset as it is written."""
        for step in self._steps:
            original = step.after(original)
        return original


def normalised(written: str) -> Normalised:
    """Return a text in its normal form; the docstring of the module says what that is."""
    text, steps = written, []
    for change in _STEPS:
        text, edits = change(text)
        if edits:
            steps.append(_Step(edits))
    return Normalised(written, text, tuple(steps))


def normal_form(written: str) -> str:
    r"""Return the normal form of a text; doing it twice changes nothing.

    >>> normal_form(" It \u2018rose\u2019 \u2014 from 2014\u20132019\u2026 ")
    "It 'rose' - from 2014-2019..."
    """
    text = written
    for change in _STEPS:
        text, _ = change(text)
    return text


def readable(written: str) -> str:
    r"""Return a stretch of a text on one line, as a person reads it.

    Quotes and dashes stay as they are; characters without width are dropped, and a hyphen at the
    end of a line with them where small letters stand on both sides.

    >>> readable("the F-35 and its develop-\nment  cost")
    'the F-35 and its development cost'
    """
    text = _DROPPED.sub(_undone, written)
    return " ".join(_CUT.sub(_joined, text).split())


_CUT = re.compile(rf"(?<=(\w))-{_LINE_BREAK}(?=(\w))")


def _joined(found: re.Match[str]) -> str:
    return "" if found[1].islower() and found[2].islower() else "-"


def _undone(found: re.Match[str]) -> str:
    return LIGATURES.get(found[0], "")


def _replaced(
    pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]
) -> Callable[[str], tuple[str, list[_Edit]]]:
    """Return a step that replaces what matches a pattern."""

    def step(text: str) -> tuple[str, list[_Edit]]:
        return _edited(text, ((*found.span(), by(found)) for found in pattern.finditer(text)))

    return step


def _edited(text: str, changes: Iterable[tuple[int, int, str]]) -> tuple[str, list[_Edit]]:
    """Return a text in which stretches are replaced, and where they were."""
    parts: list[str] = []
    edits: list[_Edit] = []
    done = length = 0
    for start, end, new in changes:
        # What stays of it, a space beside a dash, is not replaced: places in it keep their meaning.
        lead, tail = _alike(text, start, end, new)
        start, end, new = start + lead, end - tail, new[lead : len(new) - tail]  # noqa: PLW2901  (the stretch is narrowed)
        kept = start - done
        length += kept
        if start < end or new:
            edits.append(_Edit(length, length + len(new), start, end))
        parts += (text[done:start], new)
        length += len(new)
        done = end
    if not edits:
        return text, edits
    return "".join([*parts, text[done:]]), edits


def _alike(text: str, start: int, end: int, new: str) -> tuple[int, int]:
    """Return how many characters a stretch and what replaces it share in front, and behind."""
    shared = min(end - start, len(new))
    lead = 0
    while lead < shared and new[lead] == text[start + lead]:
        lead += 1
    tail = 0
    while tail < shared - lead and new[-1 - tail] == text[end - 1 - tail]:
        tail += 1
    return lead, tail


def _composed(text: str) -> tuple[str, list[_Edit]]:
    """Return the form NFC of a text."""
    return (text, []) if text.isascii() else _edited(text, compositions(text))


def _without_hyphen(found: re.Match[str]) -> str:
    before, behind = found.string[found.start() - 1], found.string[found.end()]
    return "" if _IS_LETTER.match(before) and _IS_LETTER.match(behind) else "-"


_STEPS = (
    _replaced(_DROPPED, _undone),
    _composed,
    _replaced(_MARK, lambda found: _BY_MARK[found[0]]),
    _replaced(_HYPHEN, _without_hyphen),
    _replaced(_SPACE, lambda _: " "),
    _replaced(_DASH, lambda _: " - "),
    _replaced(_STOPS, lambda found: found[0].replace(" ", "")),
    _replaced(_ENDS, lambda _: ""),
)
