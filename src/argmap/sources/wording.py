"""The hedges and negations of a text, as codes with places.

Both are told from look-alikes by what stands beside them: May and might as nouns, `some` before a
number, `not only`. A wording that the lexicon lacks is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import field, frozen

from argmap.errors import InvalidValue
from argmap.lexicon import Entry, Sense, Strength, lexicon
from argmap.sources.clauses import Part, Parts
from argmap.sources.spelled import FIRST_WORDS
from argmap.sources.tokens import row
from argmap.values import Value

#: Code of a word that keeps a negation and asks for none: `stopped`, `unpublished`.
DENYING = "denying"


@frozen(eq=False, repr=False)
class Mark(Value):
    """A hedge or negation that a text has. Where it stands in the text is not compared.

    >>> [str(mark) for mark in hedges("The ferry stops at nine, but it may run later.")]
    ['may @1.0']
    """

    #: The code that the lexicon gives it.
    code: str
    #: Where in its sentence it stands, as far as an index tells.
    part: Part = field(factory=Part)
    start: int = field(default=0, eq=False, repr=False)
    end: int = field(default=0, eq=False, repr=False)

    def __str__(self) -> str:
        """Return the mark as an index spells it; `parse_mark` reads it back."""
        return self.code + (f" @{self.part}" if self.part != Part() else "")


_SPELLING = re.compile(r"(?P<code>[a-z]+(?:-[a-z]+)*)(?: @(?P<part>\d{1,9}\.\d{1,9}))?", re.ASCII)


def parse_mark(spelling: str) -> Mark:
    """Return the hedge or negation that an index spells so.

    Raises:
        InvalidValue: the spelling is that of none; the message shows what one looks like.

    >>> parse_mark("may @1.0").part
    Part(clause=1, phrase=0)
    """
    found = _SPELLING.fullmatch(spelling)
    if found is None:
        message = (
            f'"{spelling[:80]}" is no hedge or negation of an index; write it as in "may @1.0"'
        )
        raise InvalidValue(message)
    return Mark(found["code"], Part.parse(found["part"]) if found["part"] else Part())


def hedges(text: str) -> tuple[Mark, ...]:
    """Return the hedges of a text, in their order; those that stand side by side are one.

    Linear in the text.

    >>> [mark.code for mark in hedges("In May some 300 ships could possibly sail.")]
    ['could']
    """
    return hedges_among(text, wordings(text))


def hedges_among(text: str, found: Iterable[Wording]) -> tuple[Mark, ...]:
    """Return the hedges of a text whose wordings have been found."""
    marks: list[Mark] = []
    before: Strength | None = None
    for wording in found:
        strength = wording.entry.strength
        if wording.entry.sense is not Sense.HEDGE or strength is None:
            continue
        mark = wording.mark()
        if before and text[marks[-1].end : mark.start] == " " and before.is_like(strength):
            first = marks.pop()
            if before.rank <= strength.rank:
                mark, strength = first, before
            mark = Mark(mark.code, first.part, first.start, wording.end)
        marks.append(mark)
        before = strength
    return tuple(marks)


def negations(text: str) -> tuple[Mark, ...]:
    """Return the negations of a text, and the words that can keep one, in their order.

    Two that cancel out (`not without`, `not unknown`) are none, and `neither ... nor` is one.
    Linear in the text.

    >>> [mark.code for mark in negations("Neither reform nor revolt stopped him; not only that.")]
    ['neither', 'denying']
    """
    return negations_among(wordings(text))


def negations_among(found: Iterable[Wording]) -> tuple[Mark, ...]:
    """Return the negations of a text whose wordings have been found."""
    marks: list[Mark] = []
    last: Wording | None = None
    is_neither = False
    for wording in found:
        if wording.entry.sense not in {Sense.NEGATION, Sense.DENYING}:
            continue
        mark = wording.mark()
        if last is not None and last.entry.code in _CANCELLING and wording.first == last.behind:
            marks.pop()
            last = None
            continue
        if mark.code == "nor" and is_neither:
            continue
        is_neither = is_neither or mark.code == "neither"
        marks.append(mark)
        last = wording
    return tuple(marks)


#: Negations that a negation directly behind them cancels.
_CANCELLING = {"not", "never", "no", "hardly"}


class Wording(NamedTuple):
    """A wording of the lexicon that stands in a text."""

    entry: Entry
    #: Place of its first word among the words of the text, and of the word behind it.
    first: int
    behind: int
    start: int
    end: int
    part: Part

    def mark(self) -> Mark:
        """Return it as an index has it."""
        return Mark(self.entry.code or DENYING, self.part, self.start, self.end)


_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
#: Words that begin as a denial does and are none.
_NO_DENIALS = tuple(row("unan uncle under unif unil union uniq unison unit univ unless until unto"))
_FIRST = FIRST_WORDS | {"half"}
_UNTIL = {"until", "till"}
#: Words behind `several` and `a few` that make a measure of them.
_MEASURED = frozenset(
    row(
        "years months weeks days hours minutes seconds decades centuries times hundred thousand "
        "million billion dozen kilometres kilometers metres meters miles tonnes tons per"
    )
)
_DENIAL = Entry(Sense.DENYING)


def wordings(text: str) -> Iterator[Wording]:
    """Yield what the lexicon knows of a text, longest wordings first, none within another."""
    words = list(_WORD.finditer(text))
    lowered = [word[0].lower().replace("’", "'") for word in words]
    known = lexicon().first_words
    parts: Parts | None = None
    place = 0
    while place < len(words):
        low = lowered[place]
        if low not in known and not (low.startswith("un") or low.endswith("n't")):
            place += 1
            continue
        run = _run(text, words, place)
        entry, behind = _entry(text, words, lowered, place, run)
        if entry is not None and entry.sense is Sense.NEGATION:
            # What did not open until 2019 opened then.
            entry = None if _UNTIL & {*lowered[behind:run]} else entry
        if entry is not None and entry.sense is not Sense.PLAIN:
            parts = parts or Parts(text)
            start, end = words[place].start(), words[behind - 1].end()
            yield Wording(entry, place, behind, start, end, parts.at(start))
        place = behind


#: So far ahead is looked, in words: at least the length of the longest wording.
_AHEAD = 10


def _run(text: str, words: Sequence[re.Match[str]], place: int) -> int:
    """Return the place behind the words ahead that only spaces and hyphens lead to."""
    behind = place + 1
    while behind < min(len(words), place + _AHEAD):
        between = text[words[behind - 1].end() : words[behind].start()]
        if between not in {" ", "-"} and not between.isspace():
            break
        behind += 1
    return behind


def _entry(
    text: str, words: Sequence[re.Match[str]], lowered: Sequence[str], place: int, run: int
) -> tuple[Entry | None, int]:
    """Return what begins at a word, if anything does, and the place of the word behind it."""
    low = lowered[place]
    found = lexicon().longest(lowered, place, run)
    if found is None:
        if low.endswith("n't"):
            return Entry(Sense.NEGATION, "not"), place + 1
        is_denial = low.startswith("un") and len(low) > 5 and not low.startswith(_NO_DENIALS)
        return (_DENIAL if is_denial else None), place + 1
    behind = place + found.length
    if found.length == 1 and _is_other(text, words, lowered, place):
        return None, behind
    if found.entry.code in {"several", "a-few"} and {*lowered[behind : behind + 1]} & _MEASURED:
        return None, behind
    return found.entry, behind


def _is_other(
    text: str, words: Sequence[re.Match[str]], lowered: Sequence[str], place: int
) -> bool:
    """Return whether a word means something else where it stands."""
    word, low = words[place], lowered[place]
    before, after = text[word.start() - 1 : word.start()], text[word.end() : word.end() + 1]
    following = words[place + 1][0] if place + 1 < len(words) else ""
    if "-" in {before, after} or _is_name(text, words, place, following):
        return True
    is_number = following[:1].isdecimal() or following.lower() in _FIRST
    match low:
        case "some":
            return is_number or text[word.end() : word.end() + 2] in {" $", " €", " £"}
        case "no":
            return (after == "." or word[0] == "No") and following[:1].isdecimal()
        case "barely" | "hardly" | "scarcely":
            return is_number
        case "most":
            return place > 0 and lowered[place - 1].endswith("'s")
        case _:
            return False


def _is_name(text: str, words: Sequence[re.Match[str]], place: int, following: str) -> bool:
    """Return whether a word with a capital is one of a title or a name, or the month of May."""
    word = words[place]
    if not word[0][0].isupper():
        return False
    before = text[words[place - 1].end() if place else 0 : word.start()]
    begins = place == 0 or before.strip(" \"'“\u2018(") != ""
    # Speech in quotes stands behind a mark: he said, "Perhaps"; a title does not.
    is_title = not begins and before[-1:] in {'"', "'", "“", "\u2018"}
    if following[:1].isupper() or is_title or (word[0] == "May" and not begins):
        # A whole text in capitals is neither title nor name.
        return not word[0].isupper() or len(word[0]) == 1
    return word[0] == "May" and following[:1].isdecimal()
