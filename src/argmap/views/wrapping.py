"""Breaking text into lines of a width, in columns as a terminal counts them."""

from __future__ import annotations

from collections.abc import Iterator

from wcwidth import wcswidth, wcwidth

# What a text is broken at. A no-break space is left alone: that is what it is for.
_BREAKS = str.maketrans("\t\n\r", "   ")
_JOINER = "\N{ZERO WIDTH JOINER}"


def width(text: str) -> int:
    """Return how many columns a text takes: wide characters two, combining marks none.

    >>> width("ferry"), width("船"), width("e\N{COMBINING ACUTE ACCENT}")
    (5, 2, 1)
    """
    if text.isascii():
        return len(text)
    columns = wcswidth(text)
    return columns if columns >= 0 else sum(max(wcwidth(letter), 0) for letter in text)


def lines(text: str, columns: int, *, first: int | None = None) -> list[str]:
    """Return a text broken into lines, each filled with as many words as fit (greedy).

    Args:
        text: its white space is of no account.
        columns: how wide a line may be; a longer word is broken.
        first: how wide the first line may be, where that is less.

    >>> lines("Enough people would use a night ferry.", 16)
    ['Enough people', 'would use a', 'night ferry.']
    """
    room = columns if first is None else first
    if len(text) <= room and text.isascii() and text.isprintable() and "  " not in text:
        return [text.strip(" ")]  # so are most
    done: list[str] = []
    line, used = "", 0
    plain = text.isascii()
    blanks = text if text.isprintable() else text.translate(_BREAKS)
    for word in filter(None, blanks.split(" ")):
        size = len(word) if plain else width(word)
        if line and used + 1 + size <= room:
            line += " " + word
            used += 1 + size
            continue
        if line:
            done.append(line)
            room = columns
        line, used = word, size
        if size > room:
            *full, line = _broken(word, room, columns)
            done += full
            room = columns if full else room
            used = width(line)
    done.append(line)
    return done


def _broken(word: str, first: int, columns: int) -> Iterator[str]:
    """Yield the pieces of a word that is longer than a line; what belongs together stays so."""
    piece, used, room, before = "", 0, first, ""
    for letter in word:
        size = max(wcwidth(letter), 0)
        if piece and size and used + size > room and before != _JOINER:
            yield piece
            piece, used, room = "", 0, columns
        piece += letter
        used += size
        before = letter
    yield piece


def shortened(text: str, columns: int) -> str:
    """Return a text cut behind a word, with `…` where something is left out.

    >>> shortened("Enough people would use a night ferry.", 20)
    'Enough people would…'
    """
    start, *rest = lines(text, columns)
    return start.rstrip(" ,;:") + "…" if rest else start
