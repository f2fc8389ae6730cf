"""Mending a map file: fixes, and fixes for what then shows, until there are none."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from argmap.fixes.edits import apply, chosen
from argmap.fixes.fix import Fix
from argmap.fixes.proposals import fixes
from argmap.fixes.trial import findings, with_content
from argmap.sources.attached import Attached
from argmap.text import Text

_MARK = b"\xef\xbb\xbf"


@frozen
class Repair:
    """A text after its fixes."""

    text: Text
    #: What was done, in order; each has its place in the text as it was then.
    fixes: tuple[Fix, ...]


def fixed(
    text: Text,
    *,
    sources: Attached | None = None,
    unsafe: bool = False,
    wanted: Callable[[str], bool] | None = None,
    rounds: int = 100,
) -> Repair:
    r"""Return a text in which everything is mended that can be.

    What is mended may show what could not be seen before, so the text is read again, until there is
    nothing left to mend. Each round leaves less that is refused, or as much and fewer errors, or as
    many of both and fewer steps that stand twice; so it ends.

    Args:
        text: a map file.
        sources: the sources of the map as far as they are at hand.
        unsafe: whether to make also the fixes that should be looked at.
        wanted: whether findings of a rule, given by its code, are to be mended; by default of all.
        rounds: how often to read the text again at most.

    >>> text = "argmap: 1\nstatements: {ferry: {claim: A., becuase: wnid}, wind: {claim: B.}}"
    >>> fixed(Text("m.yaml", text)).text.line(2)
    'statements: {ferry: {claim: A., because: wind}, wind: {claim: B.}}'
    """
    done: list[Fix] = []
    for _ in range(rounds):
        found = findings(text, sources)
        if found is None:
            break
        argument_map, every = found
        diagnostics = [each for each in every if wanted is None or wanted(each.code)]
        now = chosen(text, fixes(diagnostics, argument_map, sources=sources, unsafe=unsafe))
        if not now:
            break
        text = with_content(text, apply(text, now))
        done += now
    return Repair(text, tuple(done))


def as_bytes(text: Text, original: bytes) -> bytes:
    r"""Return the bytes of a file whose text was mended; what was not mended stays as it was.

    That is so of a byte order mark, of line ends, and of bytes that are no UTF-8.

    Args:
        text: the mended text; it was made of what `Text.decode` gave for the original.
        original: the bytes of the file before.

    >>> as_bytes(Text("m.yaml", "main: ferry\r\n"), b"\xef\xbb\xbfmain: fery\r\n")
    b'\xef\xbb\xbfmain: ferry\r\n'
    """
    mark = _MARK if original.startswith(_MARK) else b""
    return mark + text.content.encode("utf-8", "surrogateescape")
