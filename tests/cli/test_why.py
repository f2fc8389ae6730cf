"""`argmap why`: why something stands or does not."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given

from tests.cli.conftest import BROKEN, Result, Screen
from tests.cli.evaluations import FERRY, chain, read_json
from tests.examples import sized
from tests.hostile.running import assert_harmless, inside
from tests.reports.texts import words

Run = Callable[..., Result]


def why(argmap: Run, *arguments: str, of: str = FERRY) -> Result:
    return argmap("why", "-", *arguments, stdin=of.encode())


def test_in_sentences(argmap: Run) -> None:
    code, out, err = why(argmap, "cost")
    assert (code, err) == (0, "")
    first, second = out.splitlines()
    assert first.startswith("cost is not established: ")
    assert second.startswith("subsidy stands: ")


def test_as_many_as_are_wished_for(argmap: Run) -> None:
    out = why(argmap, "s0", "--most", "2", of=chain(5)).out
    assert len(out.splitlines()) == 3
    assert "not explained here" in out


def test_json(argmap: Run) -> None:
    found = read_json(why(argmap, "subsidy!cost", "--json").out)
    assert found["element"]["label"] == "in"
    assert (found["element"]["sort"], found["element"]["target"]) == ("step", "cost")
    assert found["sentences"] == why(argmap, "subsidy!cost").out.splitlines()


def test_on_other_terms(argmap: Run) -> None:
    assert "ferry is not established" in why(argmap, "ferry", "--reject", "poll").out


def test_a_terminal_gets_lines_that_fit(argmap: Run, screen: Screen) -> None:
    argmap("why", "-", "ferry", stdin=FERRY.encode(), stdout=screen)
    assert max(map(len, screen.text.splitlines())) <= 60


def test_an_unknown_id(argmap: Run) -> None:
    code, out, err = why(argmap, "frery")
    assert (code, out) == (2, "")
    assert 'did you mean "ferry"?' in err


def test_a_map_that_cannot_be_read(argmap: Run) -> None:
    assert why(argmap, "ferry", of=BROKEN).code == 1


def test_a_long_chain(argmap: Run) -> None:
    assert len(why(argmap, "s0", of=chain(sized(5_000, deep=20_000))).out.splitlines()) == 13


@given(words)
def test_any_id(name: str) -> None:
    code, out, err = inside("why", "-", "--", name, stdin=FERRY.encode())
    assert code in {0, 2}, err
    assert_harmless(out)
    assert_harmless(err)
