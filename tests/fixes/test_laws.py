"""What holds of every fix, whatever is wrong with the map."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from argmap import pipeline
from argmap.diagnostics import Severity
from argmap.fixes import Fix, apply, as_bytes, chosen, fixed, fixes
from argmap.pipeline import Examination
from argmap.text import Text
from tests.fixes.faulty_maps import contents, slips

FERRY = Path("maps/ferry.argmap.yaml").read_text(encoding="utf-8")
WORDS = [found.span() for found in re.finditer(r"(?<![\w-])[a-z][a-z-]{3,}(?![\w-])", FERRY)]


def examined(content: str) -> Examination:
    return pipeline.examine(Text("m.yaml", content))


def found_in(content: str) -> tuple[Text, tuple[Fix, ...]]:
    examination = examined(content)
    return Text("m.yaml", content), fixes(examination.diagnostics, examination.map)


def refused(examination: Examination) -> Counter[str]:
    """How much is refused, by code."""
    return Counter(each.code for each in examination.diagnostics if each.code.startswith("AM0"))


def errors(examination: Examination) -> Counter[str]:
    found = examination.diagnostics
    return Counter(each.code for each in found if each.severity is Severity.ERROR)


def check(before: Examination, after: Examination, made: tuple[Fix, ...]) -> None:
    """Their findings are gone, and nothing is refused that was not before.

    They are counted: the name of a step, and with it a message, may change with a premise. Where
    the reader refuses less, the rules see more: then they are left out of the count.
    """
    gone = Counter(fix.rule for fix in made)
    of_reader = any(code.startswith("AM0") for code in gone)
    was, now = (Counter(f.code for f in each.diagnostics) for each in (before, after))
    for code, count in gone.items():
        assert now[code] <= was[code] - count or (of_reader and code.startswith("AM1"))
    assert refused(after) <= refused(before)
    assert errors(after) <= errors(before) or of_reader


@given(contents())
def test_a_fix_takes_its_finding_away_and_brings_none(content: str) -> None:
    before = examined(content)
    for finding in before.diagnostics:
        for fix in fixes([finding], before.map):
            assert fix.finding == finding
            check(before, examined(apply(Text("m.yaml", content), [fix])), (fix,))


@given(contents())
def test_fixes_can_be_made_together(content: str) -> None:
    text, found = found_in(content)
    assert chosen(text, found) == found
    check(examined(content), examined(apply(text, found)), found)


@given(contents(), st.data())
def test_what_no_edit_spans_stays(content: str, data: st.DataObject) -> None:
    text, found = found_in(content)
    some = data.draw(st.lists(st.sampled_from(found), unique=True)) if found else []
    pattern, last = "", 0
    for edit in sorted(edit for fix in some for edit in fix.edits):
        pattern += re.escape(content[last : edit.span.start]) + re.escape(edit.replacement)
        last = edit.span.end
    assert re.fullmatch(pattern + re.escape(content[last:]), apply(text, some))


@given(contents(), st.booleans())
def test_comments_survive(content: str, unsafe: bool) -> None:
    after = fixed(Text("m.yaml", content), unsafe=unsafe).text.content
    assert re.findall("# remark [0-9]+", after) == re.findall("# remark [0-9]+", content)
    assert ("\r" in after) is ("\r" in content)


@given(contents(), st.booleans())
def test_mending_twice_is_mending_once(content: str, unsafe: bool) -> None:
    before = Text("m.yaml", content)
    once = fixed(before, unsafe=unsafe)
    assert fixed(once.text, unsafe=unsafe) == type(once)(once.text, ())
    assert refused(examined(once.text.content)) <= refused(examined(content))
    assert (once.text == before) is (once.fixes == ())
    assert all(fix.safe or unsafe for fix in once.fixes)


@given(contents())
def test_a_premise_taken_out_was_not_read_before(content: str) -> None:
    text, found = found_in(content)
    repeated = [fix for fix in found if fix.rule == "AM020"]
    assert examined(apply(text, repeated)).map == examined(content).map


@given(contents(), st.integers(0, 3))
def test_a_file_that_ends_early_is_left_alone(content: str, places: int) -> None:
    broken = content + " " * places + "'"
    assert fixed(Text("m.yaml", broken), unsafe=True).text.content == broken


@given(st.sampled_from(WORDS), st.data())
def test_a_slip_in_a_good_map_is_undone_or_left(
    place: tuple[int, int], data: st.DataObject
) -> None:
    """Unless it is the bearer of the name that was misspelt: then those that name it follow it."""
    start, end = place
    word = FERRY[start:end]
    slip = data.draw(slips(word))
    content = FERRY[:start] + slip + FERRY[end:]
    after = fixed(Text("m.yaml", content)).text.content
    if FERRY[end : end + 1] == ":":
        after = re.sub(rf"(?<![\w-]){re.escape(slip)}(?![\w-])", word, after)
        assert after == FERRY or slip in content
    else:
        assert after in (content, FERRY)


@given(contents(), st.sampled_from([b"", b"\xef\xbb\xbf"]), st.sampled_from([b"", b"# \xff\n"]))
def test_bytes_stay_as_they_are(content: str, mark: bytes, more: bytes) -> None:
    data = mark + content.encode() + more
    text = Text.decode("m.yaml", data)
    assert as_bytes(text, data) == data
    after = as_bytes(fixed(text).text, data)
    assert after.startswith(mark)
    assert after.endswith(more)
    assert after.count(b"\r\n") == after.count(b"\r")
