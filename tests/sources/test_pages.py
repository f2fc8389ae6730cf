"""What the pages say of normal form and indexes is so; the seed is what the command makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.formats.source_index import FAULTS
from argmap.formats.source_index.read import read
from argmap.formats.source_index.write import write
from argmap.model import Place
from argmap.model.source import Bibliography
from argmap.pipeline import load
from argmap.sources.documents import document
from argmap.sources.kinds import PieceKind
from argmap.sources.normalising import INVISIBLE, LIGATURES, MARKS, WIDE_DASHES
from argmap.sources.places import sentences_at
from argmap.sources.source_index import SourceIndex, index_of
from argmap.text import Text
from tests.sources.texts import article

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/source-index.md").read_text("utf-8")
HOW_TO = (ROOT / "docs/how-to/sources.md").read_text("utf-8")
SEED = ROOT / "seeds/slingbaum-2025.source.yaml"


def _named(text: str) -> set[str]:
    """Return the characters that a text names, such as U+2018 to U+201B."""
    found: set[str] = set()
    for first, last in re.findall(r"U\+([0-9A-F]{4})(?:\s+to\s+U\+([0-9A-F]{4}))?", text):
        found |= set(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return found


def _step(number: int) -> str:
    return PAGE.split(f"\n{number}. ")[1].split(f"\n{number + 1}. ")[0]


def test_the_page_names_every_character_of_the_normal_form() -> None:
    every = "".join(map(chr, range(0x10000)))
    invisible = set(re.findall(f"[{INVISIBLE}]", every))
    assert _named(_step(1)) == invisible | set(LIGATURES)
    for plain, marks in MARKS.items():
        (part,) = re.findall(rf"[tT]o `{re.escape(plain)}`: (.*?)\.(?:\s|$)", _step(3), re.DOTALL)
        assert _named(part) == set(marks)
    assert _named(_step(6)) == set(WIDE_DASHES)


def _index(content: str) -> SourceIndex:
    reading = read(Text("x.source.yaml", content))
    assert reading.diagnostics == ()
    assert reading.index is not None
    return reading.index


def test_the_sample_is_the_index_of_the_leaflet() -> None:
    sample = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
    leaflet = re.findall(r":caption: leaflet.txt\n\n(.*?)```", HOW_TO, re.DOTALL)[0]
    about = Bibliography(title="Run it at night", author="Ada Moon", date="2025-04-01")
    assert write(index_of(document(leaflet), about)) == sample


def test_every_kind_and_every_refusal_stand_on_the_page() -> None:
    rows = PAGE.split("## Paragraphs and sentences")[1]
    assert all(f"`{kind.value}`" in rows for kind in PieceKind)
    assert [fault.code for fault in FAULTS if fault.code not in PAGE] == []


# --- the seed ----------------------------------------------------------------------------------


def test_every_place_of_the_map_is_in_the_index_of_its_text() -> None:
    index = _index(SEED.read_text("utf-8"))
    assert index.paragraphs == (5, 3, 3, 2, 4, 5, 4, 5, 5, 3, 3, 4, 4, 5, 4, 4, 3, 2)
    content = (ROOT / "maps/us-rok-2025.argmap.yaml").read_text("utf-8")
    places = set(re.findall(r"\bp[0-9]+(?:\.[0-9]+)?(?:-p?[0-9.]+[0-9])?\b", content))
    assert len(places) > 60
    missing = [each for each in places if not sentences_at(Place.parse(each), index.paragraphs)]
    assert missing == []


def test_the_map_and_the_index_say_the_same_of_the_article() -> None:
    index = _index(SEED.read_text("utf-8"))
    argument_map = load(ROOT / "maps/us-rok-2025.argmap.yaml")
    (text,) = (source for source in argument_map.sources if source.id == argument_map.text)
    for name in ("title", "author", "publisher", "date", "kind"):
        assert getattr(index.about, name) == getattr(text, name)


def test_the_seed_is_what_the_command_makes_of_the_article() -> None:
    index = _index(SEED.read_text("utf-8"))
    assert write(index_of(document(article()), index.about)) == SEED.read_text("utf-8")


@pytest.mark.parametrize("wrong", ["p19", "p4.3", "p1.6", "p17.2-p18.3"])
def test_places_that_the_article_does_not_have(wrong: str) -> None:
    index = _index(SEED.read_text("utf-8"))
    assert sentences_at(Place.parse(wrong), index.paragraphs) is None
