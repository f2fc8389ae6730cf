"""Where a statement is read: places in a text, and anchors that name a source and a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from argmap.errors import InvalidValue
from argmap.model import checks
from argmap.model.unchecked import unchecked
from argmap.text import Span
from argmap.values import Value

if TYPE_CHECKING:
    from attrs import Attribute

_PLACE = re.compile(
    r"p(?P<paragraph>[0-9]+)(?:\.(?P<sentence>[0-9]+))?"
    r"(?:-(?:p(?P<to>[0-9]+)(?:\.(?P<to_sentence>[0-9]+))?|(?P<number>[0-9]+)))?"
)
_LARGEST = 1_000_000
_TOO_LARGE = f"the number is too large: no paragraph or sentence is counted beyond {_LARGEST:,}"


@frozen(eq=False, repr=False)
class Place(Value):
    """A stretch of paragraphs or sentences of a text, counted from 1.

    `Place(3)` is a paragraph, `Place(3, 2)` a sentence, `Place(3, 2, 4, 1)` runs from the second
    sentence of paragraph 3 to the first of paragraph 4. Either both ends name sentences or neither.

    >>> str(Place(3, 2, 3, 4)), str(Place(6, None, 8))
    ('p3.2-4', 'p6-8')
    """

    paragraph: int
    sentence: int | None = None
    last_paragraph: int = field()
    last_sentence: int | None = field()

    @last_paragraph.default
    def _same_paragraph(self) -> int:
        return self.paragraph

    @last_sentence.default
    def _same_sentence(self) -> int | None:
        return self.sentence

    def __attrs_post_init__(self) -> None:
        """Refuse places that do not exist in any text.

        Raises:
            InvalidValue: the value is refused.
        """
        for number in (self.paragraph, self.sentence, self.last_paragraph, self.last_sentence):
            if number is not None and number > _LARGEST:
                raise InvalidValue(_TOO_LARGE)
            if number is not None and number < 1:
                msg = f"{self}: paragraphs and sentences are counted from 1"
                raise InvalidValue(msg)
        if (self.sentence is None) != (self.last_sentence is None):
            msg = f"{self}: name a sentence at both ends or at neither"
            raise InvalidValue(msg)
        if (self.last_paragraph, self.last_sentence or 0) < (self.paragraph, self.sentence or 0):
            msg = f"{self}: the end stands before the beginning"
            raise InvalidValue(msg)

    @classmethod
    def parse(cls, written: str) -> Place:
        """Return the place that a text such as `p3`, `p3.2-4`, `p3.2-p4.1` or `p6-8` names.

        Raises:
            InvalidValue: the text is no place, or a place that cannot exist.

        >>> Place.parse("p6-8").last_paragraph
        8
        """
        found = _PLACE.fullmatch(written)
        if found is None or len(written) > len("p1000000.1000000") * 2:
            msg = f"{written!r} is no place such as p3, p3.2, p3.2-4, p3.2-p4.1 or p6-8"
            raise InvalidValue(msg)
        paragraph = int(found[1])
        if found.lastindex in (1, 2):
            place = _one_place(paragraph, int(found[2]) if found[2] else None)
            if place is not None:
                return place
        sentence, to, to_sentence, number = [
            None if digits is None else int(digits) for digits in found.groups()[1:]
        ]
        end: tuple[int, int | None]
        if number is not None:
            end = (number, None) if sentence is None else (paragraph, number)
        else:
            end = (paragraph, sentence) if to is None else (to, to_sentence)
        return cls(paragraph, sentence, *end)

    @property
    def begin(self) -> tuple[int, int]:
        """Paragraph and sentence of the beginning, for comparing; a whole paragraph begins at 1."""
        return (self.paragraph, self.sentence or 1)

    @property
    def end(self) -> tuple[int, int]:
        """Paragraph and sentence of the end, for comparing; a whole paragraph ends beyond all."""
        return (self.last_paragraph, self.last_sentence or _LARGEST)

    def __str__(self) -> str:
        """Return the place as a map file writes it."""
        if self.sentence is None:
            last = f"-{self.last_paragraph}" if self.last_paragraph != self.paragraph else ""
            return f"p{self.paragraph}{last}"
        begin = f"p{self.paragraph}.{self.sentence}"
        if self.last_paragraph != self.paragraph:
            return f"{begin}-p{self.last_paragraph}.{self.last_sentence}"
        return begin if self.last_sentence == self.sentence else f"{begin}-{self.last_sentence}"


#: Makes a place of numbers that have been checked, in a third of the time of its constructor.
_new_place = unchecked(Place)


def _one_place(paragraph: int, sentence: int | None) -> Place | None:
    """Return a paragraph or a sentence; None where the constructor would refuse it."""
    if not 0 < paragraph <= _LARGEST or (sentence is not None and not 0 < sentence <= _LARGEST):
        return None
    return _new_place(
        paragraph=paragraph,
        sentence=sentence,
        last_paragraph=paragraph,
        last_sentence=sentence,
    )


def _words_or_place(anchor: Anchor, attribute: Attribute[Any], value: Place | str | None) -> None:
    if isinstance(value, Place):
        return
    checks.text(anchor, attribute, value)
    if value is not None and _PLACE.fullmatch(value):
        msg = f"{attribute.name}: write Place.parse({value!r}), so that the place can be resolved"
        raise InvalidValue(msg)


@frozen(kw_only=True, eq=False, repr=False)
class Anchor(Value):
    """The place in a source at which something is said.

    With `source=None` the place is one of the text that the map reconstructs. `via` is the place of
    that text where a source's content is read at second hand.

    >>> str(Anchor(source="survey", via=Place(2, 2), quote="412 of 1,020"))
    'survey via p2.2 "412 of 1,020"'
    """

    source: str | None = field(default=None, validator=checks.identifier)
    #: A `Place`, or words such as `art. 5(2)` that are shown and not resolved.
    where: Place | str | None = field(default=None, validator=_words_or_place)
    #: The words themselves; the quote is the truth, the place a help.
    quote: str | None = field(default=None, validator=checks.text)
    #: Words that stand before and behind the quote, where it occurs more than once.
    prefix: str | None = field(default=None, validator=checks.text)
    suffix: str | None = field(default=None, validator=checks.text)
    via: Place | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse an anchor that says neither which source nor where.

        Raises:
            InvalidValue: the value is refused.
        """
        if self.source is None and not isinstance(self.where, Place):
            msg = "an anchor needs a source, or a place in the text of the map"
            raise InvalidValue(msg)
        if self.source is None and self.via is not None:
            msg = "via says where a source is read: name the source"
            raise InvalidValue(msg)

    @property
    def place(self) -> Place | None:
        """The place in the text of the map: `via`, or the place itself if no source is named."""
        if self.via is not None:
            return self.via
        return self.where if self.source is None and isinstance(self.where, Place) else None

    def __str__(self) -> str:
        """Return the anchor in one line."""
        parts = [self.source, None if self.where is None else str(self.where)]
        parts.append(None if self.via is None else f"via {self.via}")
        parts.append(None if self.quote is None else f'"{self.quote}"')
        return " ".join(part for part in parts if part)


def anchors(values: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """Return anchors as a tuple."""
    return tuple(values)


def places(values: Iterable[Place]) -> tuple[Place, ...]:
    """Return places as a tuple."""
    return tuple(values)
