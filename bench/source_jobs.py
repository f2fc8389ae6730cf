"""What is run in a round of indexing texts and checking what is anchored to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from argmap.formats.source_index.write import write
from argmap.sources.documents import document
from argmap.sources.source_index import index_of
from bench.cases.sourcing import ANCHORS, INDEX
from bench.files import SMALL, anchored_path, text_path
from bench.jobs import Job
from bench.texts import anchored_text, text_of

#: Characters of the texts that are indexed, and statements of the maps that are anchored.
TEXTS = (1_000_000, 3_000_000, 10_000_000)
ANCHORED = (1_000, 3_000, 10_000)
#: Indexing takes seconds, and hardly varies.
_ROUNDS = 3
_SMALL_TEXT = 1_000


def write_sources(folder: Path) -> None:
    """Write the texts, and the maps with their indexes, with the text beside it and without."""
    write_texts(folder, TEXTS)
    write_anchored(folder, ANCHORED)


def write_texts(folder: Path, sizes: tuple[int, ...]) -> None:
    """Write texts of so many characters, and a small one."""
    for size in (_SMALL_TEXT, *sizes):
        text_path(folder, size).write_text(text_of(size), encoding="utf-8")


def write_anchored(folder: Path, counts: tuple[int, ...]) -> None:
    """Write maps of so many anchored statements, and a small one."""
    for count in (SMALL, *counts):
        text, map_text = anchored_text(count)
        index = write(index_of(document(text)))
        for with_text in (True, False):
            file = anchored_path(folder, count, with_text=with_text)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(map_text, encoding="utf-8")
            file.with_name("article.source.yaml").write_text(index, encoding="utf-8")
            if with_text:
                file.with_name("article.txt").write_text(text, encoding="utf-8")


def jobs(folder: Path, rounds: int, *, python: Path) -> Iterator[Job]:
    """Yield the jobs of a run.

    Args:
        folder: where the texts and maps lie.
        rounds: of the others; of these there are at most three, and of the largest text one.
        python: the interpreter that has argmap.
    """
    some = min(rounds, _ROUNDS)
    module = [str(python), "-m", "bench.cases.sourcing"]
    for size in TEXTS:
        files = [str(text_path(folder, each)) for each in (_SMALL_TEXT, size)]
        yield Job(INDEX, size, [*module, INDEX, *files], 1 if size == max(TEXTS) else some)
    for count in ANCHORED:
        for name, with_text in ANCHORS.items():
            files = [
                str(anchored_path(folder, each, with_text=with_text)) for each in (SMALL, count)
            ]
            yield Job(name, count, [*module, name, *files], some, sees=name)
