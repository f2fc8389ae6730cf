"""`argmap hangs-on`: what conclusions hang on."""

from __future__ import annotations

from collections.abc import Callable

from tests.cli.conftest import BROKEN, Result, Screen
from tests.cli.evaluations import FERRY, chain, read_json

Run = Callable[..., Result]


def hangs_on(argmap: Run, *arguments: str, of: str = FERRY) -> Result:
    return argmap("hangs-on", "-", *arguments, stdin=of.encode())


ALONE = """\
ferry is in
  Falls with any of these alone:
    demand
    subsidy
    demand>ferry (a step)
    subsidy!cost (a step)
"""
TWO = FERRY.replace(", unless: robots", "")


def test_what_it_falls_with_alone(argmap: Run) -> None:
    assert hangs_on(argmap) == (0, ALONE, "")


def test_what_it_falls_with_together(argmap: Run) -> None:
    out = hangs_on(argmap, "--most", "2", of=TWO).out
    head = "Falls with any of these together (statements without a reason, up to 2 at a time):"
    assert f"  {head}\n    demand + jobs\n" in out
    assert "\n    demand\n" not in out


def test_sources(argmap: Run) -> None:
    out = hangs_on(argmap, "--of", "sources").out
    assert "    poll (a source)\n" in out
    assert "    demand\n" in out


def test_what_is_not_in(argmap: Run) -> None:
    code, out, _ = hangs_on(argmap, "cost")
    assert (code, out) == (0, "cost is out (defeated)\n  cost is not in as it is.\n")


def test_what_hangs_on_nothing(argmap: Run) -> None:
    """What is given falls with nothing but itself."""
    out = hangs_on(argmap, "a", of="argmap: 1\nstatements: {a: {premise: It is so.}}\n").out
    assert out.startswith("a is in\n")
    assert "There is nothing that it falls with alone.\n" in out or "    a\n" in out


def test_what_is_cut_short_is_said(argmap: Run) -> None:
    out = hangs_on(argmap, "--most", "1", of=TWO).out
    assert "Together: " in out
    assert hangs_on(argmap, "--seconds", "0", of=TWO).out.count("\n") >= 2


def test_a_map_without_a_main_conclusion(argmap: Run) -> None:
    empty = "argmap: 1\nstatements: {}\n"
    assert hangs_on(argmap, of=empty) == (
        0,
        "The map has no main conclusion; name a statement.\n",
        "",
    )
    assert read_json(hangs_on(argmap, "--json", of=empty).out)["conclusions"] == []


def test_json(argmap: Run) -> None:
    found = read_json(hangs_on(argmap, "--json", of=TWO).out)
    assert (found["most"], found["candidates"]) == (3, "leaves")
    (conclusion,) = found["conclusions"]
    assert conclusion["label"] == "in"
    assert conclusion["single_points"]["statements"] == ["subsidy"]
    assert ["demand", "jobs"] in conclusion["critical_sets"]["sets"]
    assert conclusion["critical_sets"]["complete"] is True


def test_what_its_strength_hangs_on(argmap: Run) -> None:
    out = hangs_on(argmap, "--strength", of=TWO).out
    assert "  Its strength is 0." in out
    assert ", and would change most without:\n" in out
    assert "demand (-0." in out
    found = read_json(hangs_on(argmap, "--strength", "--json", of=TWO).out)
    weights = found["conclusions"][0]["sensitivity"]
    assert weights["removal"]["demand"] > 0.005
    assert weights["exact"] is True
    alone = "argmap: 1\nstatements: {a: {premise: It is so.}}\n"
    assert "  Its strength is 0.50\n" in hangs_on(argmap, "a", "--strength", of=alone).out


def test_usage(argmap: Run) -> None:
    code, _, err = hangs_on(argmap, "frery")
    assert code == 2
    assert 'did you mean "ferry"?' in err
    assert hangs_on(argmap, "--most", "0").code == 2
    assert hangs_on(argmap, of=BROKEN).code == 1


def test_a_terminal_gets_lines_that_fit(argmap: Run, screen: Screen) -> None:
    argmap("hangs-on", "-", stdin=TWO.encode(), stdout=screen)
    assert max(map(len, screen.text.splitlines())) <= 60


def test_a_long_chain_is_cut_short(argmap: Run) -> None:
    code, out, _ = hangs_on(argmap, "--seconds", "2", of=chain(20_000))
    assert code == 0
    assert "s0 is in" in out
