"""Nothing that is done with a text takes more than linear time, whatever it repeats for ever.

Each run is cut into pieces, indexed, written, read, compared with itself and with another edition,
searched for words, and made a map of.
"""

from __future__ import annotations

import time

import pytest

from argmap.formats.source_index.read import read
from argmap.formats.source_index.write import write
from argmap.formats.stubs import stubs
from argmap.model import ArgumentMap, Place
from argmap.sources.attached import AttachedSource
from argmap.sources.documents import document
from argmap.sources.drift import Fate
from argmap.sources.editions import anchored, compared
from argmap.sources.locating import by_fingerprint
from argmap.sources.source_index import index_of
from argmap.text import Text
from tests.examples import sized

#: What a step that looks for lines, pages, kinds or sentences may look at again and again.
RUNS = [
    "x",
    "x ",
    "x\n",
    "x\n\n",
    "X\n",
    "1\n",
    "- 1 -\n",
    "Page 3 of 9\n",
    "Harbour Review 12\n",
    "Harbour Review 12\n\nand so on\n",
    "- an item\n",
    "By Ada Moon\n",
    "by ",
    "8 May 2025\n",
    "Monday, ",
    "Disclaimer ",
    "Disclaimer\n",
    "About the author\n",
    "# ",
    "# \n",
    "fore-\n",
    "fore-\n\n",
    "a-",
    "\u2014",
    ". ",
    "It is so. ",
    "It is so.\n",
    "The ferry stays in the harbour at night.\n",
    "The ferry stays in the harbour at night. ",
    "Why? ",
    '"No." ',
    "Dr. ",
    "e.g. ",
    "\r",
    "\r\n",
    "\x0c",
    "\x00",
    "\u202e",
    "\u0301",
    "\ud800",
    "may ",
    "61 % ",
    "vim:",
    "<U+",
]


def _work(text: str) -> None:
    found = document(text)
    index = index_of(found)
    written = write(index)
    assert read(Text("x", written)).index == index
    source = AttachedSource(index, found.form)
    same = compared(source, source)
    assert {each.drift.fate for each in same.sentences.values()} <= {Fate.SAME}
    assert same.fresh == ()
    other = document(f"It begins in another way.\n\n{text}")
    compared(source, AttachedSource(index_of(other), other.form))
    compared(source, AttachedSource(index_of(document("It is another article."))))
    by_fingerprint(index, text[:200])
    assert source.quotable is not None
    source.quotable.find(text[: len(text) // 2])
    source.quotable.find(f"{text[:100]} otherwise")
    if index.sentences:
        stubs([Place(*key) for key in index.sentences], "x", sentences=source.sentences)
    anchored(ArgumentMap(), "x", source)


@pytest.mark.parametrize("run", RUNS)
def test_time_is_linear_in_a_run(run: str) -> None:
    """It takes a second at most; comparing each piece with each takes 400 million turns or so."""
    text = run * (sized(20_000, deep=60_000) // len(run))
    begin = time.process_time()
    _work(text)
    assert time.process_time() - begin < sized(15, deep=60)


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_is_cut_into_pieces_in_linear_time(run: str) -> None:
    """It takes a second at most; a pattern of quadratic time takes 20,000 million turns."""
    text = run * (sized(150_000, deep=500_000) // len(run))
    begin = time.process_time()
    document(f"It is late.\n\n{text}")
    assert time.process_time() - begin < sized(12, deep=60)
