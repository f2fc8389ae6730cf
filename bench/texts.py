"""Texts of any size for measuring, and maps that are anchored to them.

The same number gives the same text. Most sentences have from 10 to 24 words; one in three has a
number, one in four hedges or denies, one paragraph in twelve stands under a heading.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

_WORDS = (
    *("ferry", "harbour", "council", "quay", "lamp", "guard", "winter", "boat", "crew", "night"),
    *("town", "bridge", "price", "ticket", "market", "school", "doctor", "island", "storm"),
    *("engine", "captain", "passenger", "timetable", "report", "budget", "subsidy", "worker"),
    *("the", "a", "of", "in", "on", "for", "with", "from", "under", "after", "before", "again"),
    *("slowly", "often", "there", "here", "many", "old", "new"),
)
_VERBS = ("carries", "needs", "pays", "leaves", "meets", "closes", "opens", "keeps", "shows")
_HEDGES = ("may", "could", "probably", "perhaps", "seems to", "is likely to")
_DENIALS = ("not", "never", "hardly")
_NUMBERS = (
    "{} per cent",
    "{} kroner",
    "{} km",
    "in 20{:02}",
    "{} people",
    "{}.5 million",
    "{} days",
)


def text_of(characters: int, *, seed: int = 0) -> str:
    """Return a text with a title, of at least so many characters."""
    chance = random.Random(seed)
    lines = ["A generated text"]
    length = 0
    while length < characters:
        if chance.random() < 1 / 12:
            lines.append(f"The {chance.choice(_WORDS)} of part {len(lines)}")
        lines.append(" ".join(_sentence(chance) for _ in range(chance.randint(3, 7))))
        length += len(lines[-1]) + 1
    return "\n".join(lines) + "\n"


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_WORDS, k=chance.randint(8, 20))
    verb = chance.choice(_VERBS)
    if chance.random() < 1 / 4:
        verb = f"{chance.choice((*_HEDGES, *_DENIALS))} {verb}"
    words.insert(len(words) // 2, verb)
    if chance.random() < 1 / 3:
        number = chance.choice(_NUMBERS).format(chance.randint(2, 99))
        words.insert(chance.randrange(len(words)), number)
    return f"The {' '.join(words)}."


def anchored_text(count: int, *, seed: int = 0) -> tuple[str, str]:
    """Return a text, and a map of so many statements, each anchored to a sentence with a quote.

    Each paragraph has five sentences, and each sentence a statement; a statement says its sentence
    in the same words without the last three.
    """
    chance = random.Random(seed)
    sentences = [_sentence(chance) for _ in range(count)]
    paragraphs = [" ".join(sentences[start : start + 5]) for start in range(0, count, 5)]
    text = "\n".join(["A generated text", *paragraphs]) + "\n"
    return text, "\n".join(_map(sentences)) + "\n"


def _map(sentences: list[str]) -> Iterator[str]:
    yield "argmap: 1"
    yield "title: A map of a generated text"
    yield "main: s0"
    yield "text: article"
    yield "sources:"
    yield "  article: {title: A generated text, date: 2025-05-08, index: article}"
    yield "statements:"
    for number, sentence in enumerate(sentences):
        words = sentence.rstrip(".").split()
        children = [child for child in (2 * number + 1, 2 * number + 2) if child < len(sentences)]
        yield f"  s{number}:"
        yield f"    {'conclusion' if children else 'premise'}: {' '.join(words[:-3])}."
        yield f'    at: p{number // 5 + 1}.{number % 5 + 1} "{" ".join(words[2:8])}"'
        if children:
            yield f"    because: [{', '.join(f's{child}' for child in children)}]"
