"""`argmap strength`: how strong statements are."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.pipeline import loads
from argmap.pipeline.weighing import strength as strengths_of
from tests.cli.conftest import BROKEN, Result, Screen
from tests.cli.evaluations import FERRY, chain, read_json
from tests.cli.test_hostile import mutilated
from tests.examples import sized
from tests.hostile.running import assert_harmless, inside

Run = Callable[..., Result]

ATTACKS = "argmap: 1\nstatements: {a: {claim: So., against: b}, b: {premise: Not so.}}\n"


def strength(argmap: Run, *options: str, of: str = FERRY) -> Result:
    return argmap("strength", "-", *options, stdin=of.encode())


def test_a_table(argmap: Run) -> None:
    code, out, err = strength(argmap)
    assert (code, err) == (0, "")
    rows = [line.split() for line in out.split("\n\n")[0].splitlines()]
    assert rows[0] == ["STRENGTH", "BASE", "KIND", "ELEMENT"]
    found = strengths_of(loads(FERRY))
    assert [row[-1] for row in rows[1:4]] == ["ferry", "demand", "jobs"]
    for row in rows[1:]:
        assert row[0] == f"{found[row[-1]]:.2f}"
        assert row[1].count("█") == round(20 * found[row[-1]])
        assert len(row[1]) == 20
        assert row[2] == f"{found.base(row[-1]):.2f}"
    assert "Strengths by quadratic-energy, from 0 to 1;" in out


def test_steps_and_other_ways(argmap: Run) -> None:
    plain = strength(argmap, "--steps").out
    assert "cost!ferry" in plain
    product = strength(argmap, "--semantics", "df-quad", "--tnorm", "product").out
    assert "by df-quad, from 0 to 1; a step is as strong as the product of its premises." in product


def test_json(argmap: Run) -> None:
    found = read_json(strength(argmap, "--json", "--semantics", "df-quad").out)
    assert found["terms"]["semantics"] == "df-quad"
    assert found["terms"]["tnorm"] == "minimum"
    assert found["converged"] is True
    wanted = strengths_of(loads(FERRY), semantics="df-quad")
    assert {one["id"]: one["strength"] for one in found["elements"]} == dict(wanted)


def test_a_bar_in_ascii(argmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = BytesIO()
    stream = TextIOWrapper(paper, encoding="ascii")
    argmap("strength", "-", stdin=ATTACKS.encode(), stdout=stream)
    stream.flush()
    assert b"#####" in paper.getvalue()
    assert b".....  0.50" in paper.getvalue()


def test_a_cycle(argmap: Run) -> None:
    """Whether the strengths in a cycle are the only ones is said."""
    tight = "argmap: 1\nstatements:\n" + "".join(
        f"  {one}: {{premise: '{one} is so.', strength: 1, against: {other}}}\n"
        for one, other in ("ab", "ba")
    )
    found = read_json(strength(argmap, "--json", "--semantics", "df-quad", of=tight).out)
    out = strength(argmap, "--semantics", "df-quad", of=tight).out
    settled = found["converged"]
    assert ("go on moving" in out) is not settled
    assert ("might settle elsewhere" in out) is (settled and not found["unique"])
    assert (found["unsettled"] == []) is settled


def test_what_does_not_come_to_rest(argmap: Run) -> None:
    """Three statements that attack each other in a ring, by twelve steps each."""
    ring = "argmap: 1\nstatements:\n  up: {premise: Up., strength: 1}\n" + "".join(
        f"  {name}: {{premise: '{name}.', strength: {base}, against: [{', '.join([other] * 12)}],"
        f" because: [up, up, up, up]}}\n"
        for name, other, base in (("a", "c", 1.0), ("b", "a", 0.9), ("c", "b", 0.8))
    )
    found = read_json(strength(argmap, "--json", of=ring).out)
    assert not found["converged"]
    assert len(found["unsettled"]) >= 3
    out = strength(argmap, of=ring).out
    assert f"{len(found['unsettled'])} elements go on moving up and down:" in out


def test_a_semantics_that_knows_no_supports(argmap: Run) -> None:
    code, out, err = strength(argmap, "--semantics", "h-categorizer")
    assert (code, out) == (2, "")
    assert err.startswith("error: h-categorizer is for maps of attacks alone")
    assert strength(argmap, "--semantics", "h-categorizer", of=ATTACKS).code == 0


def test_usage(argmap: Run) -> None:
    assert strength(argmap, of=BROKEN).code == 1
    code, _, err = strength(argmap, "--reject", "frery")
    assert code == 2
    assert 'did you mean "ferry"?' in err


def test_an_empty_map(argmap: Run) -> None:
    out = strength(argmap, of="argmap: 1\nstatements: {}\n").out
    assert out.startswith("Strengths by quadratic-energy")


def test_a_terminal_gets_lines_that_fit(argmap: Run, screen: Screen) -> None:
    argmap("strength", "-", stdin=FERRY.encode(), stdout=screen)
    assert max(map(len, screen.text.splitlines())) <= 70


def test_a_long_chain(argmap: Run) -> None:
    length = sized(5_000, deep=20_000)
    out = strength(argmap, of=chain(length)).out
    assert out.count("\n0.") == length


@given(mutilated() | st.binary())
def test_whatever_a_file_holds(stdin: bytes) -> None:
    code, out, err = inside("strength", "-", "--steps", stdin=stdin)
    assert code in {0, 1}, err
    assert_harmless(out)
    assert_harmless(err)
