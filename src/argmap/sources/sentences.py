"""Where sentences end: by marks, by what stands before a full stop, and by how it goes on.

Written for English, and for texts in their normal form (`argmap.sources.normalising`), in which
quotes are straight and no two spaces follow each other. In other languages with full stops it
errs at abbreviations; ideographic full stops are known.

A sentence ends at `.`, `!`, `?` or an ellipsis, with the closing quotes, brackets and footnote
marks behind it, where what follows may begin one: a capital, a digit, a letter of a script without
capitals, or a name such as `eBay`. A sentence in quotes or in brackets is one like others. Whether
a full stop belongs to an abbreviation is told by four lists. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# The run of marks, and what closes behind it. Whole runs only: from inside one, each of its marks
# would be tried anew.
_END = re.compile(
    r"(?<![.!?\u061f\u0964])([.!?\u061f\u0964]+)"
    r"((?:[\"')\]]|\[[0-9]{1,3}(?:[,-] ?[0-9]{1,3})*\]|[\xb9\xb2\xb3\u2070\u2074-\u2079])*)(?= |\Z)"
    r"|(?<![\u3002\uff01\uff1f])([\u3002\uff01\uff1f]+)([\"')\]\u300d\u300f\uff09]*)"
)
_OPENING = re.compile(r"(?:[\"'(\[]|- |\.{3,} ?)*")
_WORD = re.compile(r"[^\W_]+")
# Signs with which a sentence may begin.
_SIGNS = ("$", "\xa3", "\u20ac", "\xa5", "#", "@", "\xa7")
_ANY = re.compile(r"[^\W_]")
_MARKER = re.compile(r"[\"'(\[]*(?:[0-9]{1,3}|[a-zA-Z])")
#: `U.S`, `Ph.D`, `a.m`: letters with full stops between them.
_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
_SAYS = re.compile(
    r"(?:[A-Z][\w.'-]* ){1,4}(?:said|says|asked|asks|cried|wrote|writes|replied|answered|added"
    r"|wondered|shouted|told|tells)\b"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Abbreviations behind which a sentence goes on.
ALWAYS_INSIDE = _words(
    "adm brig capt cf cmdr col cpl dr e.g fr gen gov hon i.e lt maj messrs mgr mlle mme mr mrs "
    "ms mx pres prof pvt rep rev sec.-gen sen sgt supt v viz vs"
)
#: Abbreviations behind which a sentence goes on if a number follows.
BEFORE_NUMBERS = _words(
    "app approx art arts c ca ch chap chs circa cl eq eqs est ex fig figs max min no nos para "
    "paras p pp pt sec sect secs tab vol vols"
)
#: Abbreviations behind which a sentence ends if the next word is one that begins sentences.
MAY_END = _words(
    "al assn ave blvd bros bn co corp dept dist esq est etc ft gmbh hwy inc jr llc ltd mfg mn mt "
    "mts plc rd sq sr st tel univ "
    # With a capital only: he sat, and they wed.
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun"
)
_ROMAN = _words("I II III IV V VI VII VIII IX X XI XII")
#: Hours: behind them a sentence ends unless a day or a zone follows.
HOURS = frozenset(("a.m", "p.m"))
_BEHIND_HOURS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december eastern central pacific mountain gmt utc "
    "est edt cet cest bst pst pdt cst kst jst local"
)
#: Words that begin sentences, and no names.
STARTERS = _words(
    "a about according after again all also although amid among an and another any are as at "
    "because before behind below beside besides beyond both but by can could despite did do "
    "does during each either else elsewhere even every everybody everyone everything few "
    "finally first for from further had has have he hence her here hers his how however i if in "
    "indeed instead into is it its just last later lastly less like likewise many maybe me "
    "meanwhile more moreover most much my nearly neither never nevertheless next no nobody none "
    "nonetheless nor not nothing now of often on once one only or other others otherwise our "
    "out over perhaps rather second several shall she should similarly since so some somebody "
    "someone something soon still such than that the their them then there therefore these they "
    "this those though through throughout thus to today together tomorrow too two under unless "
    "unlike until up upon was we were what whatever when whenever where whereas wherever "
    "whether which while who whoever whom whose why will with within without would yes "
    "yesterday yet you your"
)


def sentences(text: str) -> list[tuple[int, int]]:
    r"""Return where each sentence of a paragraph begins and ends.

    Between two sentences stands nothing but white space; a text without a letter or digit is one
    sentence, and an empty one none.

    Args:
        text: a paragraph in its normal form.

    >>> text = 'Dr. Lee left the U.S. He is 3.5 ft. tall... "Is he?" she asked.'
    >>> [text[start:end] for start, end in sentences(text)]
    ['Dr. Lee left the U.S.', 'He is 3.5 ft. tall...', '"Is he?" she asked.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for end in _ends(text):
        found.append((start, end))
        start = end + text.startswith(" ", end)
    if start < len(text):
        found.append((start, len(text)))
    return found


def _ends(text: str) -> Iterator[int]:
    """Yield the offset behind each sentence but the last."""
    start = 0
    first = _ANY.search(text)
    for mark in _END.finditer(text):
        end = mark.end()
        if first is None or end >= len(text):
            return
        # What has no word in it is no sentence.
        if first.start() < mark.start() and _is_end(text, start, mark):
            yield end
            start = end + text.startswith(" ", end)
            first = _ANY.search(text, start)


def _is_end(text: str, start: int, mark: re.Match[str]) -> bool:
    """Return whether a sentence that begins at an offset ends at a mark."""
    if mark[3]:
        return True
    begin = mark.end() + 1 + len(_OPENING.match(text, mark.end() + 1)[0])  # type: ignore[index]  # matches nothing, too
    if not _may_begin(text, begin):
        return False
    following = _WORD.match(text, begin)
    word = "" if following is None else following[0]
    # `J. A. Venn`: an initial is no word.
    is_initial = len(word) == 1 and text.startswith(".", begin + 1)
    is_starter = word.lower() in STARTERS and not is_initial
    if mark[1] != ".":
        return _ends_otherwise(text, begin, mark, is_starter=is_starter)
    before = text[max(text.rfind(" ", start, mark.start()) + 1, start) : mark.start()]
    if mark.start() - start <= 6 and _MARKER.fullmatch(text, start, mark.start()):
        return False  # the number of a list
    return _ends_behind(before.lstrip("\"'(["), word, is_starter=is_starter)


def _may_begin(text: str, at: int) -> bool:
    """Return whether a sentence may begin at an offset."""
    word = _WORD.match(text, at)
    if word is None:
        return text.startswith(_SIGNS, at)
    return not word[0][0].islower() or any(letter.isupper() for letter in word[0][1:])


def _ends_otherwise(text: str, begin: int, mark: re.Match[str], *, is_starter: bool) -> bool:
    """Return whether a sentence ends at a mark that is not a single full stop."""
    if "!" in mark[1] or "?" in mark[1]:
        is_quoted = '"' in mark[2] or "'" in mark[2]
        return not (is_quoted and _SAYS.match(text, begin))
    # An ellipsis between spaces stands for words that were left out.
    return is_starter or text[mark.start() - 1] != " "


def _ends_behind(before: str, following: str, *, is_starter: bool) -> bool:
    """Return whether the full stop behind a word ends a sentence that could end there.

    Args:
        before: the word, without what opens before it.
        following: the next word.
        is_starter: whether that is one that begins sentences.
    """
    is_short = before in MAY_END or before.lower() in MAY_END
    before = before.lower()
    if before in ALWAYS_INSIDE:
        return False
    if before in BEFORE_NUMBERS and (following[:1].isdigit() or following in _ROMAN):
        return False
    if before in HOURS:
        return following.lower() not in _BEHIND_HOURS and not following[:1].isdigit()
    if is_short or _DOTTED.fullmatch(before) or (len(before) == 1 and before.isalpha()):
        return is_starter
    return True
