"""A map that is still to be made of a text: a stub for each of its sentences, at its place.

Most texts may not be passed on, and a map says in words of its own what they claim: the text of a
stub is `TODO`, with nothing in it that a rule could hold to its sentence. The sentences themselves
are written only where that is wanted, into comments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from argmap.diagnostics import shortened
from argmap.errors import InvalidValue
from argmap.escape import terminal
from argmap.formats.native.scalars import lines
from argmap.formats.schema import FILE_NAME
from argmap.formats.template import TITLE, modeline
from argmap.model import ArgumentMap, Place, Source

#: Paragraph and sentence, and what stands there, on one line.
_NONE: Mapping[tuple[int, int], str] = MappingProxyType({})
_HEAD = """\
# A map that is still to be made: a stub for each sentence of the text, at its place.
# Say in your own words what the sentence claims, in place of its TODO; delete what is no part of
# the argument, and tell with because, against and despite what leads to what.
"""
_NO_MAIN = "# main: {first} # name the statement that all others lead to"
#: A comment that holds words of the text has this in front, so that it is no command to an editor.
_WORDS = "    # | "
_WIDEST = 100
#: What an editor takes for a command wherever it stands in one of the first or last lines.
_COMMAND = re.compile(r"(?i)(\b(?:vim?(?:[<=>]?[0-9]+)?|ex|local variables))(\s*):")
_LONGEST_TITLE = 300


def stubs(
    places: Iterable[Place],
    source: str,
    *,
    source_title: str | None = None,
    title: str | None = None,
    main: str | None = None,
    sentences: Mapping[tuple[int, int], str] = _NONE,
    schema: str | None = FILE_NAME,
) -> str:
    """Return the text of a map with a stub for each sentence of a text; linear in their number.

    Args:
        places: of the sentences of the body, in their order.
        source: the id of the text as a source, which is the name of its index, too.
        source_title: the title of the text, as far as it has one.
        title: that of the map; by default that of the text.
        main: the id of the main conclusion. A stub that has it becomes the conclusion; where none
            has it, the conclusion stands in front of them all. None leaves it open.
        sentences: sentences that are to be written into comments, by their places.
        schema: where editors find the schema; None leaves the line out.

    Raises:
        InvalidValue: there is no sentence, or a name, title or path that no map can hold.

    >>> print("".join(stubs([Place(1, 1)], "leaflet").splitlines(keepends=True)[-4:]), end="")
      # Paragraph 1
      s-1-1:
        claim: TODO
        at: p1.1
    """
    known = {_name(place): place for place in places}
    if not known:
        msg = "the text has no sentence that is counted, only titles and the like"
        raise InvalidValue(msg)
    source_title = None if source_title is None else _harmless(source_title, _LONGEST_TITLE)
    title = (source_title or TITLE) if title is None else title
    # Refuses what a map cannot hold.
    ArgumentMap(
        title=title,
        main=["a" if main is None else main],
        sources=[Source(id=source, title=source_title, index=source)],
    )
    written = [
        *([] if schema is None else [modeline(schema)]),
        *_HEAD.splitlines(),
        "",
        "argmap: 1",
        *_title(title),
        _NO_MAIN.format(first=next(iter(known))) if main is None else f"main: {main}",
        f"text: {source}",
        "",
        "sources:",
        *_source(source, source_title),
        "",
        "statements:",
        *_statements(known, main, sentences),
    ]
    return "\n".join(written[:-1]) + "\n"


def _statements(
    known: Mapping[str, Place], main: str | None, sentences: Mapping[tuple[int, int], str]
) -> Iterator[str]:
    """Yield the lines of the stubs, behind each an empty one."""
    if main is not None and main not in known:
        yield from (f"  {main}:", "    conclusion: TODO", "")
    for paragraph, names in groupby(known, key=lambda name: known[name].paragraph):
        yield f"  # Paragraph {paragraph}"
        for name in names:
            place = known[name]
            yield f"  {name}:"
            yield from _comment(sentences.get(place.begin, ""))
            yield f"    {'conclusion' if name == main else 'claim'}: TODO"
            yield from (f"    at: {place}", "")


def source_name(file: str) -> str:
    """Return an id for the source that is in a file, which is a name of its index as well.

    >>> source_name("Run it at night!"), source_name("2025 report"), source_name("p3")
    ('Run-it-at-night', 'text-2025-report', 'text-p3')
    """
    plain = re.sub(r"[^A-Za-z0-9]+", "-", file).strip("-")[:80].rstrip("-")
    return next(filter(_is_name, (file, plain)), f"text-{plain}".rstrip("-"))


def _is_name(name: str) -> bool:
    try:
        Source(id=name, index=name)
    except InvalidValue:
        return False
    return True


def _name(place: Place) -> str:
    paragraph, sentence = place.begin
    return f"s-{paragraph}-{sentence}"


def _source(name: str, title: str | None) -> list[str]:
    """Return the lines of the source: one in braces, or one for each key where that is too long."""
    index = f"index: {name}"
    fields = index if title is None else f"title: {_quoted(title)}, {index}"
    line = f"  {name}: {{{fields}}}"
    if len(line) <= _WIDEST or title is None:
        return [line]
    return [f"  {name}:", *_title(title, 4), f"    {index}"]


def _title(text: str, column: int = 0) -> list[str]:
    """Return the lines of a title that stands in a column: in quotes, or folded if too long."""
    key = " " * column + "title: "
    if len(key) + len(_quoted(text)) <= _WIDEST:
        return [key + _quoted(text)]
    first, *more = lines(text, len(key), column + 2, data=True)
    return [key + first, *more]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # JSON is YAML, in double quotes


def _harmless(text: str, most: int | None = None) -> str:
    """Return a text on one line in which nothing is a command, to a terminal or an editor."""
    shown = terminal(" ".join(text.split()))
    if most is not None:
        shown = shortened(shown, most)
    return _COMMAND.sub(r"\1\2<U+003A>", shown)


def _comment(sentence: str) -> Iterator[str]:
    """Yield the lines of a comment that holds a sentence; none where it is empty."""
    room = _WIDEST - len(_WORDS)
    line = ""
    for word in _harmless(sentence).split(" "):
        if line and len(line) + 1 + len(word) > room:
            yield _WORDS + line
            line = ""
        line = f"{line} {word}" if line else word
        full = len(line) // room * room if len(line) > room else 0
        for at in range(0, full, room):
            yield _WORDS + line[at : at + room]
        line = line[full:]
    if line:
        yield _WORDS + line
