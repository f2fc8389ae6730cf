"""`argmap locate`: where words stand in sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.formats.source_index.write import write as written
from argmap.sources.documents import document
from argmap.sources.source_index import index_of
from tests.cli.conftest import Result, Write
from tests.cli.sources import read_json

Run = Callable[..., Result]

LEAFLET = """\
The ferry stays in the harbour at night. Nobody has asked the crews.
A boat at night would cost 3.5 million a year. It would pay for itself, says the board.
The ferry stays in the harbour on Sundays. That is all.
"""
SURVEY = "Of 1,020 people 412 would use it weekly. Nobody has asked the crews.\n"
NOTE = (
    "Without the text of a source, only whole sentences of four words or more can be found in it.\n"
)


@pytest.fixture(autouse=True)
def _sources(write: Write) -> None:
    """The text of the leaflet is at hand, that of the survey is not."""
    write("leaflet.source.yaml", written(index_of(document(LEAFLET))))
    write("sources/survey.source.yaml", written(index_of(document(SURVEY))))
    write("leaflet.txt", LEAFLET)


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        (["has asked the crews", "--in", "leaflet"], ["leaflet  p1.2   exact"]),
        (["Nobody has asked the crews."], ["leaflet  p1.2   exact", "survey   p1.2   exact"]),
        (["ferry stays in the harbour"], ["leaflet  p1.1, p3.1  ambiguous"]),
        (["ferry stays in the harbour", "--suffix", "on Sundays"], ["leaflet  p3.1   exact"]),
        (
            ["asked the crews", "--prefix", "Everybody"],
            ["leaflet  p1.2   exact  not between prefix and suffix"],
        ),
        (["would cost 3.6 million a year"], ['leaflet  p2.1   near  "3.6" stands for "3.5"']),
        (["It would surely pay for itself"], ['leaflet  p2.2   near  "surely" is put in']),
        (["It would for itself, says"], ['leaflet  p2.2   near  "pay" is left out']),
        (
            ["Of 1,020 people 411 would use it weekly.", "--in", "survey"],
            ["survey  p1.1   near  alike: 0.74, by an estimate"],
        ),
    ],
)
def test_where_words_stand(argmap: Run, arguments: list[str], rows: list[str]) -> None:
    code, out, err = argmap("locate", *arguments)
    assert (code, err) == (0, "")
    table, _, notes = out.partition("\n\n")
    assert [line.split() for line in table.splitlines()[1:]] == [row.split() for row in rows]
    assert notes == ("" if arguments[1:] == ["--in", "leaflet"] else NOTE)


def test_words_from_standard_input(argmap: Run) -> None:
    assert "p1.2" in argmap("locate", "-", "--in", "leaflet", stdin=b"asked the\ncrews").out


def test_what_stands_in_the_way_of_a_text_is_told_once(argmap: Run, write: Write) -> None:
    write("sources/other.source.yaml", written(index_of(document("Elsewhere it rained, too."))))
    (write("a.txt", "").parent / "survey.txt").write_bytes(b"caf\xe9")
    code, out, err = argmap("locate", "Nobody has asked the crews.")
    assert code == 0
    assert "survey" in out
    assert err.count("survey.txt is not UTF-8") == 1


def test_nothing_is_found(argmap: Run) -> None:
    assert argmap("locate", "no such words") == (1, f"The words are not found.\n{NOTE}", "")
    assert argmap("locate", "no such words", "--in", "leaflet").out == "The words are not found.\n"


def test_json(argmap: Run) -> None:
    found = read_json(argmap("locate", "would cost 3.6 million a year", "--json").out)
    assert found["sources"] == [
        {
            "source": "leaflet",
            "fit": "near",
            "places": ["p2.1"],
            "similarity": 0.8333,
            "in-context": True,
            "with-text": True,
            "differences": [{"quoted": "3.6", "stands": "3.5"}],
        },
        {
            "source": "survey",
            "fit": "absent",
            "places": [],
            "similarity": 0.0,
            "in-context": True,
            "with-text": False,
            "differences": [],
        },
    ]


def test_an_index_that_cannot_be_read_fails_the_search_and_not_the_others(argmap: Run) -> None:
    path = Path("sources/survey.source.yaml")
    path.write_text(path.read_text().replace("layout", "lay-out"))
    code, out, err = argmap("locate", "has asked the crews")
    assert code == 1
    assert "p1.2" in out
    assert f"{path}:4:1" in err


def test_no_index(argmap: Run) -> None:
    assert argmap("locate", "x", "--in", "leafle").err == (
        'error: there is no index "leafle"\nhelp: did you mean "leaflet"?\n'
    )
    for path in Path().rglob("*.source.yaml"):
        path.unlink()
    assert argmap("locate", "x") == (
        2,
        "",
        "error: there is no index of a source here\n"
        "help: make one: argmap source index TEXT -o NAME.source.yaml\n",
    )
