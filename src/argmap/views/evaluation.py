"""What views show of an evaluation: plain values, however they came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType

from attrs import field, frozen

from argmap.views.outline_phrases import counted, listed


class Word(Enum):
    """Whether something stands, as views say it. What is out is never called false."""

    ESTABLISHED = "established"
    NOT_ESTABLISHED = "not established"
    UNDECIDED = "undecided"


class Change(Enum):
    """What becomes of something when something is taken away."""

    TAKEN = "taken away"
    FALLS = "falls"
    RISES = "rises"


_OF_STEPS: Mapping[Word, str] = MappingProxyType(
    {Word.ESTABLISHED: "", Word.NOT_ESTABLISHED: "fails", Word.UNDECIDED: "undecided"}
)


@frozen(kw_only=True)
class Mark:
    """What an evaluation says of a statement or step."""

    word: Word | None = None
    #: Why it is not established, by the name that labels give it: `defeated`, `premise-out` ...
    reason: str | None = None
    #: Ids of what causes that.
    causes: tuple[str, ...] = ()
    #: Of an attack that holds: whether it counts against what it is aimed at.
    counts: bool = True
    #: From 0 to 1.
    strength: float | None = None
    change: Change | None = None

    @property
    def spoken(self) -> str:
        """What is said of a statement, in a few words.

        >>> Mark(word=Word.NOT_ESTABLISHED, change=Change.FALLS, strength=0.25).spoken
        'falls, now not established, strength 0.25'
        """
        word: str = "" if self.word is None else self.word.value
        if self.change is Change.TAKEN:
            word = self.change.value
        elif self.change is not None:
            word = f"{self.change.value}, now {word}" if word else str(self.change.value)
        strength = "" if self.strength is None else f"strength {self.strength:.2f}"
        return ", ".join(filter(None, [word, strength]))

    @property
    def spoken_of_step(self) -> str:
        """What is said of a step, in a few words: nothing of one that holds as it did.

        >>> Mark(word=Word.NOT_ESTABLISHED).spoken_of_step, Mark(counts=False).spoken_of_step
        ('fails', 'outweighed')
        """
        if self.change is Change.TAKEN:
            return str(self.change.value)
        word = "" if self.word is None else _OF_STEPS[self.word]
        word = word if self.counts else "outweighed"
        return word if self.change is None else f"now {word or 'holds'}"


@frozen(kw_only=True)
class Overlay:
    """An evaluation of a map, to be laid over a view of it."""

    #: By the ids of statements and steps.
    marks: Mapping[str, Mark] = field(factory=dict)
    #: How the map was evaluated: sentences.
    terms: tuple[str, ...] = ()

    def of(self, name: str) -> Mark | None:
        """Return what is said of a statement or step, if anything is."""
        return self.marks.get(name)

    def of_all(self, names: Iterable[str]) -> Mark | None:
        """Return what is said of steps that are drawn as one, if it is the same of all."""
        said = {mark and (mark.word, mark.change) for mark in map(self.of, names)}
        if len(said) > 1:
            return None
        word, change = said.pop() or (None, None)
        return None if word is None else Mark(word=word, change=change)

    def failing(self, names: Iterable[str]) -> str:
        """Return how many of several steps fail or are undecided; empty where none is.

        >>> Overlay(marks={"a>b": Mark(word=Word.NOT_ESTABLISHED)}).failing(["a>b", "c>b"])
        '1 fails'
        """
        words = Counter(mark.word for mark in map(self.of, names) if mark is not None)
        fallen, open_ = words[Word.NOT_ESTABLISHED], words[Word.UNDECIDED]
        parts = [f"{fallen:,} {'fails' if fallen == 1 else 'fail'}"] if fallen else []
        return listed([*parts, f"{open_:,} undecided"] if open_ else parts)

    def counts(self, names: Iterable[str]) -> str:
        """Return how many of some statements are established, not established, and undecided.

        >>> overlay = Overlay(marks={"a": Mark(word=Word.ESTABLISHED)})
        >>> overlay.counts(["a", "b"])
        '1 established'
        """
        words = Counter(mark.word for mark in map(self.of, names) if mark is not None)
        return listed(f"{words[word]:,} {word.value}" for word in Word if words[word])

    def summary(self, statements: Iterable[str], main: Iterable[str]) -> Iterator[str]:
        """Yield on which terms a map was evaluated, and how many of its statements stand.

        Args:
            statements: the ids of the statements of the map.
            main: the ids of its main conclusions.
        """
        yield from self.terms
        names, conclusions = list(statements), list(main)
        told = self.counts(names)
        if not told:
            return
        if len(conclusions) == 1:
            mark = self.of(conclusions[0])
            yield f"The main conclusion: {mark.spoken}." if mark is not None else ""
        elif conclusions:
            yield f"{len(conclusions):,} main conclusions: {self.counts(conclusions)}."
        yield f"{counted(len(names), 'statement', 'statements')}: {told}."
        yield (
            "Not established does not mean false. "
            "A reason or objection holds where nothing else is said of it."
        )
