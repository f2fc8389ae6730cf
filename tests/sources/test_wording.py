"""Which hedges and negations a text has, by case."""

from __future__ import annotations

import pytest

from argmap.errors import InvalidValue
from argmap.lexicon import lexicon
from argmap.sources.wording import DENYING, hedges, negations, parse_mark, wordings

HEDGED = """
It may rain. -> may = may
They might well go, perhaps tomorrow. -> might well = might | perhaps = perhaps
This could possibly work. -> could possibly = could
He is probably likely to win. -> probably likely to = probably
The drug appears to work. -> appears to = appears
The data suggest that it fell. -> suggest that = suggests
The drug is thought to help. -> is thought = is-thought
A default cannot be ruled out. -> cannot be ruled out = not-ruled-out
It is unlikely that it may end. -> It is unlikely = unlikely | may = may
Most may go, quite likely to sea. -> Most = most | may = may | quite likely = likely
He may probably come, and probably may. -> may probably = may | probably may = may
Most ships and some boats sank. -> Most = most | some = some
It fell in part because of rain. -> in part = in-part
MAY IT RAIN? IT MIGHT. -> MAY = may | MIGHT = might
He said, "Perhaps a railway." -> Perhaps = perhaps
May it last. -> May = may
As likely as not, it ends. -> As likely as not = likely
Several ports closed, and a few burned. -> Several = several | a few = a-few
Experts doubt that it works. -> doubt that = doubts
Not all of them came. -> Not all = not-all
"""
#: What looks like a hedge and is none.
UNHEDGED = """
In May 2022 the ward closed.
May 2022 was dry.
They met in early May.
The might of the navy grew.
A can of paint burned.
The would-be founders left.
Some 300 ships came, and some twenty sank.
Some $3m was lost.
It is the most expensive item.
Rome's most famous son came.
They came as soon as possible.
The pamphlet "Perhaps a Railway" sold well.
The report "Could Do Better" is out.
The name appears in the list.
It took several years, a few days.
Some half a million came.
It could not rain.
He suggested a new date.
It could hardly be clearer.
It was hoped for.
"""
NEGATED = """
It did not rise. -> not = not
They don’t and can't go. -> don’t = not | can't = not
No ship came, and none stayed. -> No = no | none = none
Neither the army nor the police came; nor did we. -> Neither = neither
He never went without a coat. -> never = never | without = without
It failed to rise. -> failed to = fails
It no longer rains. -> no longer = no
It stopped; the report is unpublished. -> stopped = denying | unpublished = denying
The offer was not accepted nor refused. -> not = not | nor = nor | refused = denying
There was hardly any rain. -> hardly any = hardly
Few came. -> Few = few
It could not go, and we denied it. -> could not = not | denied = denies
It was far from safe. -> far from = far-from
"""
#: What looks like a negation and is none.
UNNEGATED = """
It hurt not only the town.
Prices rose, not least in the north.
A not-for-profit insurer pays.
No doubt it rains.
No. 7 and No 8 sank.
Whether or not it rains, we go.
It is not uncommon and not without risk.
It is not unknown.
They never refused.
The union of united universities understood.
It did not open until 2019.
A no-fly zone was set up.
Barely two weeks later it came.
The few came, and a few stayed.
"""


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


def _read(text: str, negated: bool) -> list[str]:
    marks = negations(text) if negated else hedges(text)
    return [f"{text[mark.start : mark.end]} = {mark.code}" for mark in marks]


@pytest.mark.parametrize("line", _lines(HEDGED))
def test_the_hedges_of_a_text(line: str) -> None:
    text, told = line.split(" -> ")
    assert _read(text, negated=False) == told.split(" | ")


@pytest.mark.parametrize("text", _lines(UNHEDGED))
def test_what_hedges_nothing(text: str) -> None:
    assert hedges(text) == ()


@pytest.mark.parametrize("line", _lines(NEGATED))
def test_the_negations_of_a_text(line: str) -> None:
    text, told = line.split(" -> ")
    assert _read(text, negated=True) == told.split(" | ")


@pytest.mark.parametrize("text", _lines(UNNEGATED))
def test_what_negates_nothing(text: str) -> None:
    assert [mark for mark in negations(text) if mark.code != DENYING] == []


def test_a_mark_tells_where_in_its_sentence_it_stands() -> None:
    [mark] = hedges("The port closed in 2009; it may open again.")
    assert str(mark) == "may @1.0"


@pytest.mark.parametrize("spelling", ["", "May", "may @1", "may 1.0", "may @1.0.0", "-may", "mäy"])
def test_what_is_no_mark_of_an_index_is_refused(spelling: str) -> None:
    with pytest.raises(InvalidValue, match="is no hedge or negation of an index"):
        parse_mark(spelling)


def test_the_longest_wordings_are_found_where_they_stand() -> None:
    """However many words are looked at ahead, they are enough for any wording."""
    longest = max(lexicon().entries, key=len)
    [found] = wordings(f"They {' '.join(longest)} it.")
    assert found.behind - found.first == len(longest)
