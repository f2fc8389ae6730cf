"""What the values of a map hold, and what their constructors refuse."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import InvalidValue
from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    ClaimType,
    Data,
    EvidenceType,
    Issue,
    Kind,
    Place,
    Preference,
    Premise,
    Qualifier,
    Section,
    Source,
    Speaker,
    Statement,
    Support,
    Verdict,
)
from argmap.model.checks import is_date, is_reference
from argmap.model.data import DEEPEST_DATA


def statement(**more: Any) -> Statement:
    return Statement(**{"id": "a", "kind": Kind.CLAIM, "text": "T.", **more})


NUMBERS = st.integers(1, 12)


@given(NUMBERS, st.none() | NUMBERS, st.integers(0, 3), NUMBERS)
def test_a_place_is_read_as_it_is_written(
    paragraph: int, sentence: int | None, further: int, last: int
) -> None:
    to = paragraph + further
    place = Place(
        paragraph,
        sentence,
        to,
        None if sentence is None else last + (sentence if not further else 0),
    )
    assert Place.parse(str(place)) == place
    assert place.begin <= place.end


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("p3", Place(3)),
        ("p3.2", Place(3, 2)),
        ("p3.2-4", Place(3, 2, 3, 4)),
        ("p3.2-p4.1", Place(3, 2, 4, 1)),
        ("p3.2-p3.4", Place(3, 2, 3, 4)),
        ("p6-8", Place(6, None, 8)),
        ("p6-p8", Place(6, None, 8)),
    ],
)
def test_the_places_of_the_format_page(written: str, place: Place) -> None:
    assert Place.parse(written) == place


@pytest.mark.parametrize(
    "written",
    [
        "",
        "p",
        "3",
        "p0",
        "p3.0",
        "p3-2",
        "p3.4-2",
        "p3-p4.1",
        "p3.1-p4",
        "p3.2-4-5",
        "p٣",
        "p3 ",
        "P3",
        "p" + "9" * 10,
        "p" + "9" * 5000,
    ],
)
def test_what_is_no_place(written: str) -> None:
    with pytest.raises(InvalidValue):
        Place.parse(written)


@given(st.text("0123456789-", max_size=10))
def test_a_date_is_one_that_the_calendar_has(written: str) -> None:
    import datetime  # only the oracle needs it

    parts = written.split("-")
    shape = [len(part) for part in parts]
    expected = False
    if shape in ([4], [4, 2], [4, 2, 2]) and all(part.isdigit() for part in parts):
        numbers = [*map(int, parts), 1, 1][:3]
        try:
            datetime.date(*numbers)
            expected = True
        except ValueError:
            expected = False
    assert is_date(written) == expected


@pytest.mark.parametrize("name", ["a", "a-b_C9", "a>b", "a!b", "a+b#2>c", "u!a+b#2>c", "a#12!b"])
def test_what_names_an_element(name: str) -> None:
    assert is_reference(name)


@pytest.mark.parametrize(
    "name", ["", "1a", "a b", ">a", "a>", "a+>b", "a#1b>c", "a#0>c", "a#2", "a>>b", "é"]
)
def test_what_names_none(name: str) -> None:
    assert not is_reference(name)


REFUSED: dict[str, Callable[[], object]] = {
    "empty text": lambda: statement(text=" "),
    "text with a control character": lambda: statement(text="a\x07"),
    "text with a carriage return": lambda: statement(text="a\rb"),
    "text that is none": lambda: statement(text=3),
    "bad id": lambda: statement(id="a b"),
    "bad alias": lambda: statement(aliases=["a b"]),
    "strength over one": lambda: statement(strength=1.5),
    "strength that is no number": lambda: statement(strength=float("nan")),
    "evidence type on a claim": lambda: statement(type=EvidenceType.POLL),
    "claim type on evidence": lambda: statement(kind=Kind.EVIDENCE, type=ClaimType.FACT),
    "claim_type on a claim": lambda: statement(claim_type=ClaimType.FACT),
    "mention with reasons": lambda: statement(
        restates="b", because=[Support(premises=[Premise("c")])]
    ),
    "premise twice": lambda: Support(premises=[Premise("a"), Premise("a")]),
    "two premises not linked": lambda: Support(premises=[Premise("a"), Premise("b")], linked=False),
    "question twice": lambda: Support(
        answers=[
            Answer(question="q-r", verdict=Verdict.HOLDS),
            Answer(question="q_r", verdict=Verdict.HOLDS),
        ]
    ),
    "waived without reason": lambda: Answer(question="q", verdict=Verdict.WAIVED),
    "reason without waiving": lambda: Answer(question="q", verdict=Verdict.HOLDS, reason="r"),
    "waived with a statement": lambda: Answer(
        question="q", verdict=Verdict.WAIVED, by="a", reason="r"
    ),
    "anchor to nothing": lambda: Anchor(quote="q"),
    "words without a source": lambda: Anchor(where="page 3"),
    "via without a source": lambda: Anchor(where=Place(1), via=Place(2)),
    "place as words": lambda: Anchor(source="s", where="p3"),
    "empty quote": lambda: Anchor(source="s", quote=""),
    "source like a place": lambda: Source(id="p3x"),
    "source named via": lambda: Source(id="via"),
    "source with a bad id": lambda: Source(id="3"),
    "bad address": lambda: Source(id="s", url="ftp://x"),
    "bad doi": lambda: Source(id="s", doi="x"),
    "index that is a path": lambda: Source(id="s", index="../x"),
    "bad date": lambda: Source(id="s", date="2025-13"),
    "bad reliability": lambda: Source(id="s", reliability="G"),
    "bad credibility": lambda: Source(id="s", credibility=7),
    "bad origin": lambda: Source(id="s", derived_from=["a b"]),
    "empty author": lambda: Source(id="s", author=[""]),
    "bad position": lambda: Issue(id="i", positions=["a b"]),
    "bad preference": lambda: Preference(better="a", worse="b>"),
    "bad main": lambda: ArgumentMap(main=["a>b"]),
    "two statements with one id": lambda: ArgumentMap(statements=[statement(), statement()]),
    "two sources with one id": lambda: ArgumentMap(sources=[Source(id="s"), Source(id="s")]),
    "overlapping sections": lambda: ArgumentMap(
        sections=[Section(id="a", at=[Place(1, None, 3)]), Section(id="b", at=[Place(3, 2)])]
    ),
    "overlap in one section": lambda: ArgumentMap(
        sections=[Section(id="a", at=[Place(1), Place(1, 1)])]
    ),
    "data with a key that is no text": lambda: Data({1: 2}),  # type: ignore[dict-item]  # what is refused
    "data that is not finite": lambda: Data({"a": float("inf")}),
    "data that is no data": lambda: Data({"a": object()}),
    "data with a control character": lambda: Data({"a": ["\x00"]}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_constructor_refuses_what_no_file_can_hold(case: str) -> None:
    with pytest.raises(InvalidValue):
        REFUSED[case]()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("ab"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abc"), JSON, max_size=4))
def test_data_is_frozen_hashable_and_the_same_as_what_went_in(value: dict[str, Any]) -> None:
    def thawed(one: Any) -> Any:
        if isinstance(one, Data):
            return {key: thawed(inner) for key, inner in one.items()}
        return [thawed(inner) for inner in one] if isinstance(one, tuple) else one

    data = Data(value)
    assert thawed(data) == value
    assert list(data) == list(value)
    assert data == Data(data) == Data(copy.deepcopy(value))
    assert hash(data) == hash(Data(value))
    assert eval(repr(data), {"Data": Data}) == data


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), ("1", 1), ([], {}), (None, "")])
def test_data_tells_types_apart(one: object, other: object) -> None:
    assert Data({"a": one}) != Data({"a": other})


def test_the_order_of_keys_is_the_authors() -> None:
    assert Data({"a": 1, "b": 2}) != Data({"b": 2, "a": 1})
    assert Data({"a": 1}) != {"a": 1}


def test_data_nests_as_deep_as_a_file_can_hold() -> None:
    value: Any = 1
    for _ in range(DEEPEST_DATA):
        value = {"a": value}
    Data(value)
    with pytest.raises(InvalidValue, match="nested more than 12 deep"):
        Data({"a": value})


def test_places_do_not_count_in_equality_nor_show() -> None:
    from argmap.text import Span, Text

    placed = statement(span=Span(Text("t", "a"), 0, 1))
    assert placed == statement()
    assert hash(placed) == hash(statement())
    assert "span" not in repr(placed)


def test_a_map_survives_pickling_and_copying() -> None:
    m = ArgumentMap(
        statements=[statement(because=[Support(premises=[Premise("b")])], extras=Data({"a": 1}))]
    )
    assert m["b>a"] == m.inferences[0]
    assert pickle.loads(pickle.dumps(m)) == m == copy.deepcopy(m)


def test_a_statement_belongs_to_the_section_of_its_first_place() -> None:
    sections = [Section(id="one", at=[Place(1, None, 2)]), Section(id="two", at=[Place(3)])]
    m = ArgumentMap(text="src", sections=sections)

    def section(*anchors: Anchor, **more: Any) -> str | None:
        return m.section_of(statement(anchors=anchors, **more))

    assert section(Anchor(where=Place(3, 1)), Anchor(where=Place(1))) == "two"
    assert section(Anchor(source="other", where=Place(1)), Anchor(where=Place(3))) == "two"
    assert section(Anchor(source="other", via=Place(2, 5))) == "one"
    assert section(Anchor(source="src", where=Place(2))) == "one"
    assert section(Anchor(where=Place(9)), Anchor(where=Place(1))) is None
    assert section() is None
    assert section(Anchor(where=Place(1)), section="two") == "two"


def test_how_anchors_and_qualifiers_are_said() -> None:
    anchor = Anchor(source="s", where="art. 5(2)", via=Place(2, 1), quote="so")
    assert str(anchor) == 's art. 5(2) via p2.1 "so"'
    assert str(Qualifier("likely", "could", "low")) == 'likely (written "could"), low confidence'
    assert Speaker("S", anchors=[anchor]).anchors == (anchor,)
    assert Source(id="s", author="One").author == ("One",)
