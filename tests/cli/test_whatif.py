"""`argmap whatif`: what changes when something is taken away."""

from __future__ import annotations

from collections.abc import Callable

from tests.cli.conftest import BROKEN, Result
from tests.cli.evaluations import FERRY, chain, read_json
from tests.examples import sized

Run = Callable[..., Result]


def whatif(argmap: Run, *arguments: str, of: str = FERRY) -> Result:
    return argmap("whatif", "-", *arguments, stdin=of.encode())


TABLE = """\
NOW  BEFORE  KIND             ELEMENT       REASON       CAUSES
out  in      main conclusion  ferry         defeated     cost!ferry
in   out     claim            cost
out  in      premise          subsidy       rejected
in   out     against          cost!ferry
out  in      against          subsidy!cost  premise-out  subsidy

Without subsidy, 5 elements change: 3 are out, 2 are in now.
"""


def test_a_table(argmap: Run) -> None:
    code, out, err = whatif(argmap, "--reject", "subsidy")
    assert (code, err) == (0, "")
    assert out.startswith(TABLE)
    assert out.endswith("What is out is not established, which does not say that it is false.\n")


def test_a_conclusion_that_stays_is_told_first(argmap: Run) -> None:
    out = whatif(argmap, "--reject", "jobs").out
    assert out.splitlines()[1].split() == ["in", "in", "main", "conclusion", "ferry"]
    assert "Without jobs, 1 statement or step changes: 1 is out now.\n" in out


def test_what_is_undecided_now(argmap: Run) -> None:
    map = FERRY.replace("against: calm}", "against: [calm, demand]}")
    out = whatif(argmap, "--reject", "demand", of=map).out
    assert "are undecided now." in out


def test_nothing_changes(argmap: Run) -> None:
    assert "Without cost, nothing changes.\n" in whatif(argmap, "--reject", "cost").out


def test_json(argmap: Run) -> None:
    found = read_json(whatif(argmap, "--reject", "poll", "--reject", "calm", "--json").out)
    assert found["rejected"] == ["poll", "calm"]
    (conclusion,) = found["conclusions"]
    assert (conclusion["before"]["label"], conclusion["after"]["label"]) == ("in", "out")
    changed = {one["id"]: one["after"]["label"] for one in found["changes"]}
    assert changed["noise"] == "in"
    assert changed["demand"] == "out"


def test_usage(argmap: Run) -> None:
    code, _, err = whatif(argmap)
    assert code == 2
    assert "--reject" in err
    code, _, err = whatif(argmap, "--reject", "pol")
    assert code == 2
    assert 'did you mean "poll"?' in err
    assert whatif(argmap, "--reject", "ferry", of=BROKEN).code == 1


def test_a_long_chain(argmap: Run) -> None:
    length = sized(5_000, deep=20_000)
    out = whatif(argmap, "--reject", f"s{length - 1}", of=chain(length)).out
    assert "{0:,} elements change: {0:,} are out now.".format(2 * length - 1) in out
