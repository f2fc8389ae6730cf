"""`argmap label`: which statements stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import BROKEN, Result, Screen
from tests.cli.evaluations import FERRY, chain, read_json
from tests.cli.test_hostile import mutilated
from tests.examples import sized
from tests.hostile.running import assert_harmless, inside

Run = Callable[..., Result]

TABLE = """\
LABEL      KIND             ELEMENT  REASON    CAUSES
in         main conclusion  ferry
in         evidence         demand
in         premise          jobs
in         claim            robots
out        claim            cost     defeated  subsidy!cost
in         premise          subsidy
in         premise          boats
undecided  premise          noise    defeated  calm!noise
undecided  premise          calm     defeated  noise!calm

1 main conclusion: 1 in. 9 statements: 6 in, 1 out, 2 undecided. 8 steps: 4 in, 2 out, 2 undecided.
Evaluated by grounded semantics. Premises for which nothing is given stand on the author's word. \
Objections that the author concedes are taken to be outweighed.
What is out is not established, which does not say that it is false.
"""


def label(argmap: Run, *options: str, of: str = FERRY) -> Result:
    return argmap("label", "-", *options, stdin=of.encode())


def test_statements_in_a_table(argmap: Run) -> None:
    assert label(argmap) == (0, TABLE, "")


def test_steps_as_well(argmap: Run) -> None:
    out = label(argmap, "--steps").out
    rows = {row.split()[2]: row.split() for row in out.split("\n\n")[0].splitlines()[10:]}
    assert rows["boats!ferry"] == ["in", "despite", "boats!ferry", "outweighed"]
    assert rows["jobs-step"][3:] == ["undercut", "robots!jobs-step"]
    assert rows["cost!ferry"] == ["out", "against", "cost!ferry", "premise-out", "cost"]
    assert len(rows) == 8


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("in", ["ferry", "demand", "jobs", "robots", "subsidy", "boats"]),
        ("out", ["cost"]),
        ("undecided", ["noise", "calm"]),
    ],
)
def test_one_label_only(argmap: Run, only: str, names: list[str]) -> None:
    found = read_json(label(argmap, "--only", only, "--json").out)["elements"]
    assert [one["id"] for one in found if one["sort"] == "statement"] == names
    assert {one["label"] for one in found} == {only}
    table = label(argmap, "--only", only).out.split("\n\n")[0]
    assert len(table.splitlines()) == len(names) + 1


def test_nothing_with_a_label(argmap: Run) -> None:
    out = label(argmap, "--only", "out", "--reject", "cost", of=chain(3).replace("s2", "cost")).out
    assert "out" in out
    assert label(argmap, "--only", "undecided", of=chain(3)).out.startswith("1 main conclusion")


def test_json(argmap: Run) -> None:
    found = read_json(label(argmap, "--json", "--reject", "poll").out)
    assert found["map"] == {"file": "<stdin>", "id": "ferry"}
    assert found["terms"] == {
        "semantics": "grounded",
        "leaves": "author",
        "concessions": "outweighed",
        "reject": ["poll"],
    }
    assert found["summary"]["conclusions"] == {"in": 0, "out": 1, "undecided": 0}
    first, demand, *_ = found["elements"]
    assert first == {
        "id": "ferry",
        "sort": "statement",
        "kind": "conclusion",
        "main": True,
        "target": None,
        "text": "The ferry should run at night.",
        "label": "out",
        "reason": "unsupported",
        "causes": ["demand>ferry", "jobs-step"],
        "counts": True,
    }
    assert (demand["label"], demand["reason"]) == ("out", "rejected")
    (boats,) = [one for one in found["elements"] if one["id"] == "boats!ferry"]
    assert (boats["target"], boats["kind"], boats["counts"]) == ("ferry", "despite", False)


def test_terms(argmap: Run) -> None:
    code, out, _ = label(argmap, "--leaves", "evidence", "--concessions", "count")
    assert code == 0
    assert "do not stand by themselves" in out
    assert "count as others do" in out
    conclusion = label(argmap, "--concessions", "count").out.splitlines()[1]
    assert conclusion.split()[:4] == ["out", "main", "conclusion", "ferry"]


def test_proof_standards(argmap: Run) -> None:
    weighed = """\
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run.
    because: {from: demand, weight: 0.4}
    against: {from: cost, weight: 0.8}
  demand: {premise: Many would use it.}
  cost: {premise: It costs a lot.}
"""
    out = label(argmap, "--semantics", "carneades", of=weighed).out
    assert "Evaluated by carneades semantics." in out
    assert out.splitlines()[1].split()[:4] == ["out", "main", "conclusion", "ferry"]
    found = read_json(label(argmap, "--semantics", "carneades", "--json", of=weighed).out)
    assert found["terms"]["semantics"] == "carneades"
    assert all(one["counts"] for one in found["elements"])


def test_semantics_that_may_see_a_map_in_several_ways(argmap: Run) -> None:
    code, out, _ = label(argmap, "--semantics", "preferred")
    assert code == 0
    rows = [row.split() for row in out.split("\n\n")[0].splitlines()]
    assert rows[0] == ["ACCEPTED", "KIND", "ELEMENT"]
    assert ["credulous", "premise", "noise"] in rows
    assert ["never", "claim", "cost"] in rows
    assert "credulous: under some" in out
    found = read_json(label(argmap, "--semantics", "ideal", "--json").out)
    assert found["evaluation"] == "acceptance"
    accepted = {one["id"]: one["acceptance"] for one in found["elements"]}
    assert (accepted["ferry"], accepted["calm"]) == ("sceptical", "never")
    assert "boats!ferry" in accepted


def test_semantics_under_which_there_is_no_way_to_see_the_map(argmap: Run) -> None:
    knot = "argmap: 1\nstatements: {a: {premise: It is not so., against: a}}\n"
    out = label(argmap, "--semantics", "stable", of=knot).out
    assert "There is no way to see the map under stable semantics." in out


def test_a_search_that_is_cut_short_says_so(argmap: Run) -> None:
    out = label(argmap, "--semantics", "preferred", "--seconds", "0").out
    assert "unknown" in out
    assert "Not everything is known: " in out


def test_options_that_do_not_go_together(argmap: Run) -> None:
    code, out, err = label(argmap, "--semantics", "stable", "--only", "in")
    assert (code, out) == (2, "")
    assert err.startswith("error: --only goes with labels, and stable semantics gives none\n")


def test_an_unknown_id(argmap: Run) -> None:
    code, out, err = label(argmap, "--reject", "demnad")
    assert (code, out) == (2, "")
    assert err == (
        "error: the map has no statement, step or source 'demnad'; did you mean \"demand\"?\n"
    )


def test_a_map_that_cannot_be_read(argmap: Run) -> None:
    code, out, err = label(argmap, of=BROKEN)
    assert (code, out) == (1, "")
    assert "error[AM012]" in err
    assert label(argmap, "--json", of="- 1\n").code == 1
    assert argmap("label", "nowhere.argmap.yaml").code == 2


def test_an_empty_map(argmap: Run) -> None:
    code, out, err = label(argmap, of="argmap: 1\nstatements: {}\n")
    assert (code, err) == (0, "")
    assert out.startswith("Evaluated by grounded semantics.")
    found = read_json(label(argmap, "--json", of="argmap: 1\nstatements: {}\n").out)
    assert found["elements"] == []


def test_a_map_with_faults_is_labelled(argmap: Run) -> None:
    """A premise that is not there (AM101) keeps its step from holding."""
    faulty = FERRY.replace("because: [demand,", "because: [demnad,")
    out = label(argmap, "--steps", of=faulty).out
    assert "ill-formed" in out
    assert "\nout " in out


def test_a_layer_is_not_labelled_without_its_base(argmap: Run) -> None:
    layer = "argmap: 1\nextends: ferry.argmap.yaml\nstatements: {a: {premise: It is so.}}\n"
    code, out, err = label(argmap, of=layer)
    assert (code, out) == (1, "")
    assert err.startswith("error[AM050]")


def test_a_terminal_gets_lines_that_fit(argmap: Run, screen: Screen) -> None:
    argmap("label", "-", "--steps", stdin=FERRY.encode(), stdout=screen)
    prose = screen.text.split("\n\n")[1]
    assert max(map(len, prose.splitlines())) <= 60
    assert "undecided" in screen.text


def test_a_long_chain(argmap: Run) -> None:
    length = sized(5_000, deep=20_000)
    out = label(argmap, of=chain(length)).out
    assert out.count("\nin ") == length
    found = read_json(label(argmap, "--json", "--reject", "s1999", of=chain(2_000)).out)
    assert found["summary"]["statements"]["out"] == 2_000


def test_ids_that_a_terminal_must_not_be_sent(argmap: Run, folder: Path) -> None:
    hostile = Path(__file__).parents[1] / "hostile" / "files"
    for file in sorted(hostile.glob("*.argmap.*"))[:: sized(4, deep=1)]:
        for options in (["--steps"], ["--json", "--semantics", "preferred"]):
            code, out, err = inside("label", str(file), *options)
            assert code in {0, 1}, (file, err)
            assert (out == "") == (code == 1)
            assert_harmless(out)
            assert_harmless(err)


@given(mutilated() | st.binary())
def test_whatever_a_file_holds(stdin: bytes) -> None:
    code, out, err = inside("label", "-", "--steps", stdin=stdin)
    assert code in {0, 1}, err
    assert_harmless(out)
    assert_harmless(err)
