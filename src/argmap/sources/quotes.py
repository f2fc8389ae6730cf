"""Where the words of a quote stand in a text: exactly, nearly, or not.

Both are compared in their normal form, word for word, and a quote begins and ends with whole words.
Where it stands more than once, what stands before and behind it decides, and the place.

A quote is sought by its rarest words, so that looking for many in a long text does not mean reading
the text many times. What is nearly like it is found by lining up its words with the stretches that
share its rare words, at the least number of words put in, left out or replaced.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import islice
from typing import NamedTuple

from attrs import field, frozen

from argmap.diagnostics import shortened
from argmap.model import Place
from argmap.sources.aligning import alignment, occurrences
from argmap.sources.normalising import normal_form
from argmap.values import Value

#: How alike a stretch has to be to be told as nearly the quote.
NEAR = 0.6
#: A quote of more words is only sought exactly.
LONGEST = 300
# Whose: `Korea` stands in `Korea's`, but `won` does not in `won't`, nor 5 in 3.5.
_WORD = re.compile(r"[^\W_]+(?:(?:[.,-]|'(?!s\b))[^\W_]+)*")
# Of so many words of a quote, and so many places of each, stretches are lined up; the best so many.
_RARE, _TRIED, _STRETCHES = 8, 100, 4
#: Of a quote that stands more often than this, only the first places are looked at.
_MOST = 1_000
# Where its rarest word stands so often that to look at each place would mean to read the text more
# than so many times, the text is read once.
_TIMES = 4


class Fit(Enum):
    """How the words of a quote stand in a text."""

    EXACT = "exact"
    NEAR = "near"
    ABSENT = "absent"
    #: In more than one place, and nothing tells which is meant.
    AMBIGUOUS = "ambiguous"


class Difference(NamedTuple):
    """Words of a quote, and what stands in their place; either may be empty."""

    quoted: str
    stands: str

    @property
    def in_words(self) -> str:
        """The difference for a message: `"6" stands for "5"`."""
        if not self.quoted:
            return f'"{shortened(self.stands)}" is left out'
        stands = f'stands for "{shortened(self.stands)}"' if self.stands else "is put in"
        return f'"{shortened(self.quoted)}" {stands}'


@frozen(eq=False, repr=False)
class QuoteMatch(Value):
    """What was found of a quote."""

    fit: Fit
    #: Where it stands, or what is nearest to it; several if it is ambiguous.
    places: tuple[Place, ...] = ()
    #: What is not as it is quoted, where it is near.
    differences: tuple[Difference, ...] = ()
    #: The share of words that are as they are quoted.
    similarity: float = 0.0
    #: False where the words stand in the text, but not between prefix and suffix.
    in_context: bool = True


class _Body(NamedTuple):
    """The sentences of a text in a row, and their words."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    #: The sentence that each word belongs to.
    sentences: list[tuple[int, int]]
    #: Where each word stands, by the word.
    positions: dict[str, list[int]]


class _Wanted(NamedTuple):
    """A quote, made ready to be looked for."""

    form: str
    words: list[str]
    #: How many characters stand before the first word, and behind the last.
    lead: int
    tail: int
    prefix: str
    suffix: str


# With slots attrs would have to make a `__getattr__` for what is kept once computed.
@frozen(eq=False, repr=False)
class Quotable:
    """The sentences of a text, made ready to look for quotes in them; linear in their length.

    >>> text = Quotable({(1, 1): "It rose by 5 per cent.", (1, 2): "It fell."})
    >>> found = text.find("rose by 6 per cent")
    >>> found.fit.value, [str(place) for place in found.places], found.differences
    ('near', ['p1.1'], (Difference(quoted='6', stands='5'),))
    """

    #: By paragraph and sentence, in their order and normal form.
    sentences: Mapping[tuple[int, int], str]
    _body: _Body = field(init=False)

    @_body.default
    def _of_sentences(self) -> _Body:
        text = " ".join(self.sentences.values())
        body = _Body(text, [], [], [], [], defaultdict(list))
        begin = 0
        for key, sentence in self.sentences.items():
            for found in _WORD.finditer(sentence):
                word = found[0].lower()
                body.positions[word].append(len(body.words))
                body.words.append(word)
                body.starts.append(begin + found.start())
                body.ends.append(begin + found.end())
                body.sentences.append(key)
            begin += len(sentence) + 1
        return body

    def find(
        self,
        quote: str,
        *,
        prefix: str | None = None,
        suffix: str | None = None,
        within: Place | None = None,
    ) -> QuoteMatch:
        """Return where the words of a quote stand.

        Args:
            quote: as it is written; it is brought into its normal form.
            prefix: what stands before it; None for anything.
            suffix: what stands behind it.
            within: where it is said to stand; what stands there goes before what does not.
        """
        form = normal_form(quote)
        words = list(_WORD.finditer(form))
        if not words:
            return QuoteMatch(Fit.ABSENT)
        wanted = _Wanted(
            form,
            [word[0].lower() for word in words],
            words[0].start(),
            len(form) - words[-1].end(),
            normal_form(prefix or ""),
            normal_form(suffix or ""),
        )
        if within is not None:
            # Most quotes stand where they are said to stand: the rest need not be looked at.
            there = self._exact(wanted, list(islice(self._equal(wanted.words, within), _MOST)))
            if there is not None and there.in_context:
                return there
        starts = list(islice(self._equal(wanted.words), _MOST))
        return self._exact(wanted, starts, within) or self._near(form, words, starts, within)

    def _exact(
        self, wanted: _Wanted, starts: Sequence[int], within: Place | None = None
    ) -> QuoteMatch | None:
        """Return what stands exactly as it is quoted; None if nothing does."""
        count = len(wanted.words)
        exact = [at for at in starts if self._is(wanted, at)]
        if not exact:
            return None
        fitting = [at for at in exact if self._is_between(wanted, at)]
        places = [self._place(at, count) for at in fitting or exact]
        chosen = tuple([place for place in places if _holds(within, place)] or places)
        fit = Fit.EXACT if len(chosen) == 1 else Fit.AMBIGUOUS
        return QuoteMatch(fit, chosen, similarity=1.0, in_context=bool(fitting))

    def _near(
        self,
        form: str,
        words: Sequence[re.Match[str]],
        starts: Sequence[int],
        within: Place | None,
    ) -> QuoteMatch:
        """Return the stretch that is most like a quote, if one is like it."""
        count = len(words)
        if starts:  # the words are there, with other marks or capitals
            at = next((at for at in starts if _holds(within, self._place(at, count))), starts[0])
            stands = self._stretch(at, count, words[0].start(), len(form) - words[-1].end())
            return QuoteMatch(
                Fit.NEAR, (self._place(at, count),), (Difference(form, stands),), similarity=1.0
            )
        if count > LONGEST:
            return QuoteMatch(Fit.ABSENT)
        quoted = [word[0].lower() for word in words]
        most = count * (1 - NEAR)
        found = [
            (lined_up.edits, not _holds(within, place), start, place, lined_up.runs)
            for start, end in self._stretches(quoted)
            if (lined_up := alignment(quoted, self._body.words[start:end])).edits <= most
            for place in [self._place(start + lined_up.start, lined_up.end - lined_up.start)]
        ]
        if not found:
            return QuoteMatch(Fit.ABSENT)
        edits, _, start, place, runs = min(found, key=lambda each: each[:3])
        return QuoteMatch(
            Fit.NEAR,
            (place,),
            tuple(self._difference(form, words, start, run) for run in runs),
            similarity=1 - edits / count,
        )

    def _difference(
        self,
        form: str,
        words: Sequence[re.Match[str]],
        start: int,
        run: tuple[int, int, int, int],
    ) -> Difference:
        of, to, stands_of, stands_to = run
        quoted = form[words[of].start() : words[to - 1].end()] if of < to else ""
        if stands_of == stands_to:
            return Difference(quoted, "")
        begin, end = self._body.starts[start + stands_of], self._body.ends[start + stands_to - 1]
        return Difference(quoted, self._body.text[begin:end])

    def _equal(self, quoted: Sequence[str], within: Place | None = None) -> Iterator[int]:
        """Yield where the words stand, whatever marks are between them."""
        body = self._body
        first, last = 0, len(body.words)
        if within is not None:
            first = bisect_left(body.sentences, within.begin)
            last = bisect_right(body.sentences, within.end)
        at, rarest = min(enumerate(quoted), key=lambda word: len(body.positions.get(word[1], ())))
        there = body.positions.get(rarest, [])
        begin, stop = bisect_left(there, first + at), bisect_left(there, last)
        if (stop - begin) * len(quoted) > _TIMES * (last - first):
            yield from (first + start for start in occurrences(quoted, body.words[first:last]))
            return
        for number in range(begin, stop):
            start = there[number] - at
            end = start + len(quoted)
            if end <= last and body.words[start:end] == quoted:
                yield start

    def _stretches(self, quoted: Sequence[str]) -> list[tuple[int, int]]:
        """Return the stretches that share most of the rare words of a quote."""
        body = self._body
        rare = sorted(
            (len(body.positions[word]), at, word)
            for at, word in enumerate(quoted)
            if word in body.positions
        )
        room = len(quoted) // 4 + 2
        votes: Counter[int] = Counter()
        for _, at, word in rare[:_RARE]:
            for position in body.positions[word][:_TRIED]:
                votes[(position - at) // room] += 1
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_STRETCHES]
        return [
            (max(0, (block - 1) * room), min(len(body.words), (block + 2) * room + len(quoted)))
            for block, _ in ranked
        ]

    def _stretch(self, at: int, count: int, lead: int, tail: int) -> str:
        """Return what stands from a word on, with some characters before and behind."""
        begin, end = self._body.starts[at] - lead, self._body.ends[at + count - 1] + tail
        return self._body.text[max(0, begin) : end]

    def _is(self, wanted: _Wanted, at: int) -> bool:
        """Return whether what stands from a word on is what is wanted, with its marks."""
        return self._stretch(at, len(wanted.words), wanted.lead, wanted.tail) == wanted.form

    def _is_between(self, wanted: _Wanted, at: int) -> bool:
        text, begin = self._body.text, self._body.starts[at] - wanted.lead
        end = self._body.ends[at + len(wanted.words) - 1] + wanted.tail
        before = text[max(0, begin - len(wanted.prefix) - 1) : begin].rstrip(" ")
        behind = text[end : end + len(wanted.suffix) + 1].lstrip(" ")
        return before.endswith(wanted.prefix) and behind.startswith(wanted.suffix)

    def _place(self, at: int, count: int) -> Place:
        first, last = self._body.sentences[at], self._body.sentences[at + count - 1]
        return Place(*first, *last)


def _holds(outer: Place | None, inner: Place) -> bool:
    """Return whether a place lies in another."""
    return outer is not None and outer.begin <= inner.begin and inner.end <= outer.end
