"""Texts to try sources on: labelled sentences of our own, and the article where it is at hand."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from argmap.sources.normalising import normal_form

DATA = Path(__file__).parents[1] / "data"
ARTICLE = "5391325f2cacb131b2e486d2e60d64819369ca927dae1ea1c74e9fca7521711e"

#: As it was before any test: each of them begins without what the caller has set.
_FOLDERS = os.environ.get("ARGMAP_SOURCES", "")


def labelled(half: str) -> list[list[str]]:
    """Return the paragraphs of a half of the labelled sentences, in their normal form."""
    lines = (DATA / "sentences" / f"{half}.txt").read_text("utf-8").splitlines()
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line:
            paragraphs.append([])
        elif not line.startswith("#"):
            paragraphs[-1].append(normal_form(line))
    return [paragraph for paragraph in paragraphs if paragraph]


def article() -> str:
    """Return the text of the article that a map of ours is about, or skip the test.

    Its words may not be kept here. Who has it names the folder in `ARGMAP_SOURCES`.
    """
    for folder in filter(None, _FOLDERS.split(os.pathsep)):
        for path in sorted(Path(folder).glob("*.txt")):
            text = path.read_text("utf-8", "surrogateescape")
            form = normal_form(text).encode("utf-8", "surrogateescape")
            if hashlib.sha256(form).hexdigest() == ARTICLE:
                return text
    pytest.skip("the text of slingbaum-2025 is in no folder of ARGMAP_SOURCES")
