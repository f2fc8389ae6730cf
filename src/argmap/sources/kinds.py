"""What kind of piece a paragraph is: body, or one of those that are not counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum


class PieceKind(Enum):
    """What a piece of a text is; only `BODY` is counted in places such as `p3.2`."""

    BODY = "body"
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    #: Words of the body, shown a second time.
    PULL_QUOTE = "pull-quote"
    #: Disclaimers, biographies, credits.
    BOILERPLATE = "boilerplate"
    #: What stands at the head or foot of every page.
    PAGE = "page"


_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = "[0-9]{1,2}(?:[a-z]{2})?"
_DATE = re.compile(
    r"(?:(?:first )?(?:published|updated|posted|last updated)(?: on)?:? )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:{_DAY} {_MONTH},? [0-9]{{4}}|{_MONTH} {_DAY},? [0-9]{{4}}|{_MONTH},? [0-9]{{4}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})"
    r"(?:,? (?:at )?[0-9]{1,2}[:.][0-9]{2}.{0,20})?(?: [|\xb7\u2022-] .{1,40})?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:written|words|story|report(?:ed|ing)?|text|analysis|opinion|commentary) )?by \S.*",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:disclaimer|copyright|\xa9|\(c\) [0-9]{4}|all rights reserved|(?:image|photo|picture|cover)"
    r"(?: credits?| by)?:|(?:image|photo|picture) credits?|author biograph|about the authors?\b"
    r"|editor'?s'? note|this (?:article|piece|essay|post) (?:was|is|first|originally)|read more"
    r"|read also|related:|sign up|subscribe|advertisement|share this|the views expressed"
    r"|views expressed)",
    re.IGNORECASE,
)
_BACK_MATTER = re.compile(
    r"(?:author biograph(?:y|ies)|about the authors?|biograph(?:y|ical note)|notes|endnotes"
    r"|references|bibliography|works cited|further reading|acknowledge?ments?|disclaimer)",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"[-*+\u2022\xb7] |\(?[0-9a-zA-Z]{1,3}[.)] ")
_ENDING = re.compile(r"[.!?:;,\u3002\uff01\uff1f][\"')\]]*\Z")
#: A heading has at most so many words, a title or byline so many.
_HEADING_WORDS, _TITLE_WORDS = 12, 30


def kinds(paragraphs: Sequence[str], repeats: Sequence[bool]) -> list[PieceKind]:
    """Return the kind of each paragraph of a text, pages aside, as far as general rules can tell.

    In front of the body: the title is the first line if it is no sentence, and again where it is
    repeated; `by ...` is a by-line, a line that is a date a date. Anywhere: what begins with a word
    such as `Disclaimer` is boilerplate, and so is what stands under a heading such as `About the
    author`, up to the next heading; what stands in a longer paragraph, word for word, is a pull
    quote; what has at most 12 words and no full stop is a heading. The rest is body.

    Args:
        paragraphs: in their normal form.
        repeats: of each, whether all of it stands in a longer one.
    """
    found: list[PieceKind] = []
    title: str | None = None
    in_front, in_back = True, False
    for text, is_repeated in zip(paragraphs, repeats, strict=True):
        kind = _anywhere(text, is_repeated)
        if in_front:
            kind = _in_front(text, title, kind)
            title = text if kind is PieceKind.TITLE else title
            in_front = kind is not PieceKind.BODY
        if kind in (PieceKind.HEADING, PieceKind.BOILERPLATE):
            in_back = _BACK_MATTER.fullmatch(_bare(text)) is not None
        elif in_back:
            kind = PieceKind.BOILERPLATE
        found.append(kind)
    return found


def _bare(text: str) -> str:
    return text.lstrip("# ").rstrip(":")


def _anywhere(text: str, is_repeated: bool) -> PieceKind:
    if _BOILERPLATE.match(_bare(text)):
        return PieceKind.BOILERPLATE
    if is_repeated:
        return PieceKind.PULL_QUOTE
    return PieceKind.HEADING if _is_fragment(text, _HEADING_WORDS) else PieceKind.BODY


def _in_front(text: str, title: str | None, kind: PieceKind) -> PieceKind:
    """Return the kind of a paragraph in front of which there is no body."""
    if kind is PieceKind.BOILERPLATE:
        return kind
    if text == title:
        return PieceKind.TITLE
    if _DATE.fullmatch(text):
        return PieceKind.DATE
    if _BYLINE.fullmatch(text) and _is_short(text, _TITLE_WORDS):
        return PieceKind.BYLINE
    if title is None and (
        _is_fragment(text, _TITLE_WORDS) or (text[-1] in "!?" and text.count(" ") < _HEADING_WORDS)
    ):
        return PieceKind.TITLE
    return kind


def _is_fragment(text: str, words: int) -> bool:
    """Return whether a paragraph is short, begins and ends like no sentence, and is no item."""
    return _is_short(text, words) and not _LIST_ITEM.match(text) and not text[0].islower()


def _is_short(text: str, words: int) -> bool:
    return text.count(" ") < words and not _ENDING.search(text)
