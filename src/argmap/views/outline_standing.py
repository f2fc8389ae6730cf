"""What an outline says of an evaluation: how each statement and step stands, and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from argmap.graphs import Graph
from argmap.model import Step
from argmap.views import outline_phrases as phrases
from argmap.views.evaluation import Change, Mark, Overlay, Word
from argmap.views.outline_references import References

#: How many causes are named; more are counted.
_CAUSES = 3


def _defeated(causes: str, mark: Mark) -> str:
    return f"defeated by {causes}" if mark.word is Word.NOT_ESTABLISHED else f"hangs on {causes}"


def _premise_out(causes: str, mark: Mark) -> str:
    known = "premises" if len(mark.causes) > 1 else "premise"
    word = Word.NOT_ESTABLISHED if mark.word is None else mark.word
    are = "are" if len(mark.causes) > 1 else "is"
    return f"{known} {causes} {are} {word.value}"


def _undercut(causes: str, mark: Mark) -> str:
    return f"undercut by {causes}" if mark.word is Word.NOT_ESTABLISHED else f"hangs on {causes}"


def _unsupported(causes: str, mark: Mark) -> str:
    if not causes:
        return "no reason is given"
    return "no reason for it holds" if mark.word is Word.NOT_ESTABLISHED else f"hangs on {causes}"


#: Why something is not established, by the name that labels give it; the causes are in words.
REASONS: Mapping[str, Callable[[str, Mark], str]] = MappingProxyType(
    {
        "rejected": lambda _causes, _mark: "rejected",
        "defeated": _defeated,
        "circular": lambda _causes, _mark: "it rests on nothing but itself",
        "unsupported": _unsupported,
        "too-weak": lambda _causes, _mark: "its reasons are too weak",
        "undercut": _undercut,
        "premise-out": _premise_out,
        "ill-formed": lambda _causes, _mark: "a premise is missing",
    }
)


class Standings:
    """Puts what an overlay says of statements and steps into words."""

    def __init__(self, overlay: Overlay | None, references: References) -> None:
        """Name causes as the outline names them."""
        self._overlay = overlay or Overlay()
        self._references = references

    def statement(self, name: str) -> str:
        """Return how a statement stands, and why not; empty where nothing is said of it."""
        mark = self._overlay.of(name)
        return "" if mark is None else self._with_reason(mark.spoken, mark)

    def in_short(self, name: str) -> str:
        """Return how a statement stands, in a few words; empty where nothing is said of it."""
        mark = self._overlay.of(name)
        return "" if mark is None else mark.spoken

    def step(self, step: Step) -> str:
        """Return how a step stands, and why not; empty where it just holds."""
        mark = self._overlay.of(step.id)
        return "" if mark is None else self._with_reason(mark.spoken_of_step, mark)

    def has_strength(self, name: str) -> bool:
        """Return whether the strength of a statement is told."""
        mark = self._overlay.of(name)
        return mark is not None and mark.strength is not None

    def _with_reason(self, spoken: str, mark: Mark) -> str:
        if mark.reason is None or mark.change is Change.TAKEN:
            return spoken
        # Only what is told: whoever is out for many reasons has the nearest below it.
        named = [self._references.element(name) for name in mark.causes[:_CAUSES]]
        left = len(mark.causes) - len(named)
        causes = phrases.listed([*named, f"{left:,} more"] if left else named)
        return f"{spoken}: {REASONS[mark.reason](causes, mark)}"


def summary(overlay: Overlay | None, graph: Graph) -> Iterator[str]:
    """Yield what the head of an outline says of an evaluation: its terms, and how much stands."""
    if overlay is not None:
        names = (statement.id for statement in graph.map.statements)
        yield from overlay.summary(names, graph.main)
