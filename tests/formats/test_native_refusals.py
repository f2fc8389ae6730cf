"""What the reader refuses: each with its code, its line and its column."""

from __future__ import annotations

import codecs
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import RuleInfo
from argmap.formats import Limits
from argmap.formats.native import FAULTS, read
from argmap.text import Text

HEAD = "argmap: 1\ntext: src\nsources: {src: {title: T}}\nstatements:\n"
EXAMPLE = re.compile(r"\*\*(Bad|Good)\*\*\n\n```yaml\n(.*?)\n```", re.DOTALL)
LOADERS = [yaml.BaseLoader, yaml.CBaseLoader]
RULES = frozenset({"AM101", "dangling-reference"})


def findings(content: str, loader: type = yaml.CBaseLoader) -> list[tuple[str, int, int]]:
    reading = read(Text("t", content), rules=RULES, loader=loader)
    return [
        (found.code, found.span.line, found.span.column) if found.span else (found.code, 0, 0)
        for found in reading.diagnostics
    ]


@pytest.mark.parametrize("record", FAULTS, ids=lambda record: record.code)
def test_the_page_of_a_refusal_shows_it(record: RuleInfo) -> None:
    assert record.page.startswith(f"{record.code} {record.name}: {record.summary}")
    for verdict, content in EXAMPLE.findall(record.page):
        codes = {code for code, _, _ in findings(content)}
        assert (record.code in codes) == (verdict == "Bad"), content
        assert verdict == "Bad" or not codes, content


def test_codes_are_unique_and_in_the_range_of_reading() -> None:
    codes = [record.code for record in FAULTS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"AM0\d\d", code) for code in codes)
    assert len({record.name for record in FAULTS}) == len(FAULTS)


CASES = {
    # Statements: lines count from the head's four.
    "no kind": ("  a: {label: x}", "AM016", 5, 3),
    "two kinds": ("  a: {claim: x, premise: y}", "AM016", 5, 17),
    "empty text": ("  a: {claim: ''}", "AM017", 5, 14),
    "no text": ("  a: {claim: , note: n}", "AM017", 5, 13),
    "spaces for a text": ("  a: {claim: '  '}", "AM017", 5, 14),
    "list for a text": ("  a: {claim: [x]}", "AM014", 5, 14),
    "bad id": ("  1a: {claim: x}", "AM018", 5, 3),
    "id with a space": ("  a b: {claim: x}", "AM018", 5, 3),
    "statement as text": ("  a: A text.", "AM014", 5, 6),
    "statement as list": ("  a: [x]", "AM014", 5, 6),
    "empty statement": ("  a:", "AM014", 5, 5),
    "unknown key": ("  a: {claim: x, colour: red}", "AM012", 5, 17),
    "duplicate statement": ("  a: {claim: x}\n  a: {claim: y}", "AM013", 6, 3),
    "duplicate key": ("  a: {claim: x, note: n, note: m}", "AM013", 5, 26),
    "merge key": ("  a: {claim: x, <<: {note: n}}", "AM007", 5, 17),
    "complex key": ("  a: {claim: x, [y]: z}", "AM014", 5, 17),
    "alias": ("  a: {claim: *x}", "AM007", 5, 14),
    "anchor": ("  a: {claim: &x y}", "AM007", 5, 14),
    "tag": ("  a: {claim: !x y}", "AM007", 5, 14),
    "tag on a mapping": ("  a: !x {claim: y}", "AM007", 5, 6),
    "unknown type": ("  a: {claim: x, type: polcy}", "AM022", 5, 23),
    "evidence type on a claim": ("  a: {claim: x, type: poll}", "AM026", 5, 23),
    "claim type on evidence": ("  a: {evidence: x, type: policy}", "AM026", 5, 26),
    "claim-type on a claim": ("  a: {claim: x, claim-type: fact}", "AM026", 5, 29),
    "unknown claim-type": ("  a: {evidence: x, claim-type: poll}", "AM022", 5, 32),
    "unknown status": ("  a: {claim: x, status: conceded}", "AM022", 5, 25),
    "given is no boolean": ("  a: {claim: x, given: yes}", "AM014", 5, 24),
    "strength over one": ("  a: {claim: x, strength: 1.5}", "AM023", 5, 27),
    "strength is no number": ("  a: {claim: x, strength: high}", "AM023", 5, 27),
    "mention with reasons": (
        "  a: {claim: x}\n  b: {claim: x, restates: a, because: a}",
        "AM026",
        6,
        3,
    ),
    "type as list": ("  a: {claim: x, type: [fact]}", "AM014", 5, 23),
    "empty status": ("  a: {claim: x, status: ''}", "AM017", 5, 25),
    "given as list": ("  a: {claim: x, given: [true]}", "AM014", 5, 24),
    "strength as list": ("  a: {claim: x, strength: [1]}", "AM014", 5, 27),
    "no standard": ("  a: {claim: x, standard: certainty}", "AM022", 5, 27),
    "not a number": ("  a: {claim: x, extras: {n: .nan}}", "AM023", 5, 29),
    "empty scope": ("  a: {claim: x, scope: here}", "AM014", 5, 24),
    "speaker without name": ("  a: {claim: x, by: {force: asserting}}", "AM015", 5, 21),
    "qualifier without term": ("  a: {claim: x, certainty: {as: could}}", "AM015", 5, 28),
    "data as text": ("  a: {evidence: x, data: none}", "AM014", 5, 26),
    "infinite number": ("  a: {claim: x, extras: {n: .inf}}", "AM023", 5, 29),
    "number too large": ("  a: {claim: x, extras: {n: 1e999}}", "AM023", 5, 29),
    "escape": ('  a: {claim: "x\\x00"}', "AM003", 5, 14),
    "escaped carriage return": ('  a: {claim: "x\\ry"}', "AM003", 5, 14),
    "escape in data": ('  a: {claim: x, extras: {"k\\x07": 1}}', "AM003", 5, 26),
    # Steps.
    "two in one text": ("  a: {claim: x, because: 'b, c'}", "AM019", 5, 27),
    "nothing before +": ("  a: {claim: x, because: + b}", "AM019", 5, 26),
    "nothing behind +": ("  a: {claim: x, because: b +}", "AM019", 5, 29),
    "nothing between +": ("  a: {claim: x, because: b + + c}", "AM019", 5, 30),
    "escape in a step": ('  a: {claim: x, because: "\\u2028b"}', "AM003", 5, 26),
    "escape beside +": ('  a: {claim: x, because: {from: ["b\\x85+c"]}}', "AM003", 5, 34),
    "step as premise": ("  a: {claim: x, because: b>c}", "AM019", 5, 26),
    "premise is no id": ("  a: {claim: x, because: b c}", "AM019", 5, 26),
    "empty step": ("  a: {claim: x, because: ''}", "AM019", 5, 26),
    "list in a list": ("  a: {claim: x, because: [[b]]}", "AM014", 5, 27),
    "premise twice": ("  a: {claim: x, because: b + c + b}", "AM020", 5, 34),
    "premise twice in roles": ("  a: {claim: x, because: {from: {r: b, s: b}}}", "AM020", 5, 43),
    "assumed as well": ("  a: {claim: x, because: {from: b, assuming: b}}", "AM020", 5, 46),
    "unknown key of a step": ("  a: {claim: x, because: {form: b}}", "AM012", 5, 27),
    "weight over one": ("  a: {claim: x, because: {from: b, weight: 7}}", "AM023", 5, 44),
    "role is no name": ("  a: {claim: x, because: {from: {1: b}}}", "AM018", 5, 34),
    "nested too deep": (
        "  a: {claim: x, because: " + "{from: b, unless: " * 8 + "{from: b}" + "}" * 8 + "}",
        "AM005",
        5,
        26,
    ),
    "holds a list": (
        "  a: {claim: x, because: {from: b, answers: {q: {holds: [c]}}}}",
        "AM014",
        5,
        57,
    ),
    "premise as mapping": ("  a: {claim: x, because: {from: {r: {s: b}}}}", "AM014", 5, 37),
    "answers as text": ("  a: {claim: x, because: {from: b, answers: holds}}", "AM014", 5, 45),
    "unknown verdict": ("  a: {claim: x, because: {from: b, answers: {q: true}}}", "AM022", 5, 49),
    "empty verdict": ("  a: {claim: x, because: {from: b, answers: {q: ''}}}", "AM017", 5, 49),
    "two verdicts": (
        "  a: {claim: x, because: {from: b, answers: {q: {holds: c, fails: d}}}}",
        "AM015",
        5,
        46,
    ),
    "waived without reason": (
        "  a: {claim: x, because: {from: b, answers: {q: waived}}}",
        "AM015",
        5,
        46,
    ),
    "question is no name": (
        "  a: {claim: x, because: {from: b, answers: {1: holds}}}",
        "AM018",
        5,
        46,
    ),
    "one question twice": (
        "  a: {claim: x, because: {from: b, answers: {q-r: holds, q_r: holds}}}",
        "AM013",
        5,
        58,
    ),
    # Anchors.
    "place zero": ("  a: {claim: x, at: p0}", "AM021", 5, 21),
    "end before beginning": ("  a: {claim: x, at: p3-2}", "AM021", 5, 21),
    "half a place": ("  a: {claim: x, at: p3.}", "AM021", 5, 21),
    "quote alone": ("""  a: {claim: x, at: ' "quote"'}""", "AM021", 5, 21),
    "quote not closed": ("""  a: {claim: x, at: 'p3 "quote'}""", "AM021", 5, 21),
    "empty quote": ("""  a: {claim: x, at: 'p3 " "'}""", "AM021", 5, 21),
    "empty anchor": ("  a: {claim: x, at: ''}", "AM017", 5, 21),
    "via nowhere": ("  a: {claim: x, at: src via here}", "AM021", 5, 21),
    "via alone": ("  a: {claim: x, at: via p3}", "AM021", 5, 21),
    "source is no id": ("  a: {claim: x, at: 3rd}", "AM021", 5, 21),
    "source with a bad place": ("  a: {claim: x, at: src p0}", "AM021", 5, 21),
    "anchor without a place": ("  a: {claim: x, at: {quote: q}}", "AM021", 5, 21),
    "anchor with an unknown key": ("  a: {claim: x, at: {source: src, page: 3}}", "AM012", 5, 35),
    "bad place in a mapping": ("  a: {claim: x, at: {source: src, where: p3.0}}", "AM021", 5, 42),
    # What YAML loses.
    "cut by a comment": ("  a:\n    claim: Issue #5 of it", "AM009", 6, 18),
    "quote cut by a comment": ('  a:\n    claim: x\n    at: p3 "is # 5"', "AM009", 7, 16),
    "split by a comma": ("  a: {claim: One, and another}", "AM010", 5, 14),
    "quote split by a comma": ('  a:\n    claim: x\n    at: [p3 "one, two", p4]', "AM010", 7, 10),
    "quote split and not closed": ('  a:\n    claim: x\n    at: [p3 "one, two]', "AM010", 7, 10),
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("case", CASES)
def test_a_fault_of_a_statement_has_its_place(case: str, loader: type) -> None:
    body, code, line, column = CASES[case]
    found = findings(f"{HEAD}{body}\n", loader)
    assert (code, line, column) in found, found


MAP_CASES = {
    "empty file": ("", "AM008", 1, 1),
    "only a comment": ("# nothing\n", "AM008", 1, 1),
    "a text": ("text", "AM008", 1, 1),
    "a list": ("- a", "AM008", 1, 1),
    "nothing": ("---\n", "AM008", 2, 1),
    "no version": ("statements: {}", "AM011", 1, 1),
    "future version": ("argmap: 2\nstatements: {}", "AM011", 1, 9),
    "no version at all": ("argmap: one\nstatements: {}", "AM011", 1, 9),
    "version as list": ("argmap: [1]\nstatements: {}", "AM014", 1, 9),
    "no statements": ("argmap: 1\n", "AM015", 1, 1),
    "statements as list": ("argmap: 1\nstatements: []", "AM014", 2, 13),
    "second document": ("argmap: 1\nstatements: {}\n---\nargmap: 1\n", "AM007", 3, 1),
    "tag directive": ("%TAG ! tag:x,2000:\n---\nargmap: 1\nstatements: {}", "AM007", 1, 1),
    "empty main": ("argmap: 1\nmain: []\nstatements: {}", "AM027", 2, 7),
    "bad main": ("argmap: 1\nmain: [a b]\nstatements: {}", "AM018", 2, 8),
    "bad date": ("argmap: 1\nas-of: 2025-02-30\nstatements: {}", "AM023", 2, 8),
    "bad leaves": ("argmap: 1\nleaves: critic\nstatements: {}", "AM022", 2, 9),
    "overlap": (
        "argmap: 1\nsections: {a: {at: p1-3}, b: {at: p3}}\nstatements: {}",
        "AM025",
        2,
        27,
    ),
    "section at no place": (
        "argmap: 1\nsections: {a: {at: three}}\nstatements: {}",
        "AM021",
        2,
        20,
    ),
    "source like a place": ("argmap: 1\nsources: {p3: {title: T}}\nstatements: {}", "AM018", 2, 11),
    "source named via": ("argmap: 1\nsources: {via: {title: T}}\nstatements: {}", "AM018", 2, 11),
    "source as text": ("argmap: 1\nsources: {a: A report}\nstatements: {}", "AM014", 2, 14),
    "sources as list": ("argmap: 1\nsources: [a]\nstatements: {}", "AM014", 2, 10),
    "bad address": (
        "argmap: 1\nsources: {a: {url: 'javascript:x'}}\nstatements: {}",
        "AM023",
        2,
        20,
    ),
    "bad reliability": (
        "argmap: 1\nsources: {a: {reliability: G}}\nstatements: {}",
        "AM023",
        2,
        28,
    ),
    "bad credibility": (
        "argmap: 1\nsources: {a: {credibility: 7}}\nstatements: {}",
        "AM023",
        2,
        28,
    ),
    "bad id of a source": ("argmap: 1\nsources: {a b: {title: T}}\nstatements: {}", "AM018", 2, 11),
    "bad date of a source": (
        "argmap: 1\nsources: {a: {date: May}}\nstatements: {}",
        "AM023",
        2,
        21,
    ),
    "list for a date": ("argmap: 1\nas-of: [2025]\nstatements: {}", "AM014", 2, 8),
    "list for an address": ("argmap: 1\nsources: {a: {url: [x]}}\nstatements: {}", "AM014", 2, 20),
    "list for a letter": (
        "argmap: 1\nsources: {a: {reliability: [B]}}\nstatements: {}",
        "AM014",
        2,
        28,
    ),
    "list for a digit": ("argmap: 1\nsources: {a: {sms: [1]}}\nstatements: {}", "AM014", 2, 20),
    "place as list": ("argmap: 1\nsections: {a: {at: [[p1]]}}\nstatements: {}", "AM014", 2, 21),
    "preference as text": ("argmap: 1\npreferences: a\nstatements: {}", "AM014", 2, 14),
    "index is a path": ("argmap: 1\nsources: {a: {index: ../x}}\nstatements: {}", "AM023", 2, 22),
    "place without text": ("argmap: 1\nstatements: {a: {claim: x, at: p3}}", "AM021", 2, 32),
    "place of a speaker without text": (
        "argmap: 1\nstatements: {a: {claim: x, by: {speaker: S, at: p3}}}",
        "AM021",
        2,
        49,
    ),
    "place of a step without text": (
        "argmap: 1\nstatements: {a: {claim: x, because: {from: b, at: p3}}}",
        "AM021",
        2,
        51,
    ),
    "preference without worse": (
        "argmap: 1\npreferences: [{better: a}]\nstatements: {}",
        "AM015",
        2,
        15,
    ),
    "bad derived id": (
        "argmap: 1\nissues: {i: {positions: ['a>']}}\nstatements: {}",
        "AM018",
        2,
        26,
    ),
    "waiver of no rule": ("argmap: 1\nwaive: {rule: AM999}\nstatements: {}", "AM024", 2, 8),
    "responses without base": (
        "argmap: 1\nresponses: {a: {against: b}}\nstatements: {}",
        "AM026",
        2,
        1,
    ),
    "responses as list": (
        "argmap: 1\nextends: a.yaml\nresponses: []\nstatements: {}",
        "AM014",
        3,
        12,
    ),
    "response to no id": (
        "argmap: 1\nextends: a.yaml\nresponses: {a b: {against: c}}\nstatements: {}",
        "AM018",
        3,
        13,
    ),
    "a layer": ("argmap: 1\nextends: a.yaml\nstatements: {}", "AM050", 2, 1),
    "layer with a title": ("argmap: 1\nextends: a.yaml\ntitle: T\nstatements: {}", "AM026", 3, 1),
    "base above": ("argmap: 1\nextends: ../a.yaml\nstatements: {}", "AM052", 2, 10),
    "absolute base": ("argmap: 1\nextends: /a.yaml\nstatements: {}", "AM052", 2, 10),
    "base as address": ("argmap: 1\nextends: 'http://x'\nstatements: {}", "AM052", 2, 10),
    "no base": ("argmap: 1\nextends: []\nstatements: {}", "AM014", 2, 10),
    "too deep": ("argmap: 1\nextras: " + "[" * 32 + "]" * 32, "AM005", 2, 40),
    "data too deep": (
        "argmap: 1\nextras: " + "{a: " * 13 + "1" + "}" * 13 + "\nstatements: {}",
        "AM005",
        2,
        9,
    ),
    "control character": ("argmap: 1\ntitle: a\x07b\nstatements: {}", "AM003", 2, 9),
    "half a character": ("argmap: 1\ntitle: a\ud83db\nstatements: {}", "AM003", 2, 9),
    "next line": ("argmap: 1\ntitle: a\x85b\nstatements: {}", "AM003", 2, 9),
    "byte that is not UTF-8": ("argmap: 1\ntitle: a\udce9b\nstatements: {}", "AM002", 2, 9),
    # Syntax.
    "colon": ("argmap: 1\ntitle: The plan: spend\nstatements: {}", "AM001", 2, 16),
    "leading quote": ('argmap: 1\ntitle: "Yes" he said\nstatements: {}', "AM001", 2, 14),
    "at sign": ("argmap: 1\ntitle: @home\nstatements: {}", "AM001", 2, 8),
    "tab": ("argmap: 1\nstatements:\n\ta: {claim: x}", "AM001", 3, 1),
    "open quote": ('argmap: 1\ntitle: "open\nstatements: {}\n', "AM001", 2, 8),
    "open bracket": ("argmap: 1\nmain: [a, b\nstatements: {}", "AM001", 2, 7),
    "open bracket at the end": ("argmap: 1\nstatements:\n  a: {claim: x}\n  b: [\n", "AM001", 4, 6),
    "open brace at the end": ("argmap: 1\nmain: [a, {", "AM001", 2, 11),
    "stray bracket": ("argmap: 1\ntitle: ]", "AM001", 2, 8),
    "indentation": ("argmap: 1\nstatements:\n  a: {claim: x}\n b: {claim: y}", "AM001", 4, 2),
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("case", MAP_CASES)
def test_a_fault_of_a_map_has_its_place(case: str, loader: type) -> None:
    content, code, line, column = MAP_CASES[case]
    found = findings(content, loader)
    assert (code, line, column) in found, found


NOT_CHECKED = "The rest of the file was not checked; mend this and check again."
HINTS = {
    "title: The plan: spend": "write it in quotes: title: 'The plan: spend'",
    'title: "Yes" he said': "write it in quotes: title: '\"Yes\" he said'",
    "title: @home": "write it in quotes: title: '@home'",
    "title: it's `code`: x": "write it in quotes: title: 'it''s `code`: x'",
    "statments: {}": 'did you mean "statements"?',
    "title: Issue #5 of it": "write the text in quotes: 'Issue #5 of it'",
    "main: [a b]": "such as a-b",
    "main: a, b": "several ids stand in a list: [a, b]",
    "leaves: autor": 'did you mean "author"?',
    "title: !urgent news": "if it is part of the text, write it in quotes: '!urgent news'",
    "waive: {rule: AM102}": 'did you mean "AM101"?',
}


@pytest.mark.parametrize("line", HINTS)
def test_a_finding_says_what_to_write(line: str) -> None:
    reading = read(Text("t", f"argmap: 1\n{line}\nstatements: {{}}\n"), rules=RULES)
    hints = [found.hint or "" for found in reading.diagnostics]
    assert any(_lower(hint).startswith(HINTS[line]) for hint in hints), hints


# Lines of a map -> the hints, in the order of the findings.
FIRST_STEPS = {
    "  b:\n    premise:Half say yes.": ["put a space after the colon: premise: Half say yes."],
    "  b: premise:Half, or so.": ["b: {premise: 'Half, or so.'}"],
    "  b: see:half": ["b: {claim: see:half}"],
    "  b: One, two.": ["b: {claim: 'One, two.'}"],
    "  b: 'premise:Half.'": ["b: {claim: premise:Half.}"],
    "  b:": ["b: {claim: the text}"],
    "  b:\n    premise:Half.\n\n    note: n": [
        "put a space after the colon: premise: Half.",
        "put a space after the colon: premise: Half.",
    ],
    "  b:\n    note: n\n    premise:Half.": ["put a space after the colon: premise: Half."],
    "  b: {note: n, premise:Half.}": [
        "write its text under one of assumption, claim, conclusion, evidence, premise",
        "put a space after the colon: premise: Half.",
    ],
    "  b: {claim: Open: now, note: n}": ["write it in quotes: claim: 'Open: now'"],
    "  b: {note: n, claim: Open: it's, now}": ["write it in quotes: claim: 'Open: it''s, now'"],
    "  b: {claim: @home, note: n}": ["put the text in quotes"],
    "  b:\n    claim: x\n      note: n": [
        "put the text around it in quotes, or indent the key as its neighbours are"
    ],
    "  b:\n    @home": ["put the text in quotes"],
    "  b: {claim: 'The city's survey.'}": ["write ' twice inside the text: ''"],
    '  b: {claim: "He said "yes" to it."}': ["put the text in single quotes"],
    "  b: {tags: [a: b: c]}": ["", "put the text around it in quotes"],
    "  b:\n    claim: 'The city's survey says yes.": [
        "write it in quotes: claim: 'The city''s survey says yes.'"
    ],
    "  b:\n    claim: 'It's the city''s survey.'": [
        "write it in quotes: claim: 'It''s the city''s survey.'"
    ],
    '  b:\n    claim: "He said "yes" to it."': [
        "write it in quotes: claim: 'He said \"yes\" to it.'"
    ],
    "  b:\n    claim: 'It' is 'that'": ["write it in quotes: claim: '''It'' is ''that'''"],
    "  b:\n  premise: Half say yes.": [
        "b: {claim: the text}",
        "indent this line by two more spaces, under b",
    ],
    "  premise: Half say yes.": [
        "indent this line by two more spaces, under the id of its statement"
    ],
    "  b: {claim: x}\n  because: [c, d]": ["indent this line by two more spaces, under b"],
    "a:\n  claim: x\nb:\n  claim: y\nc: {claim: z}": ["indent a and what follows by two spaces"],
    "": ["statements: {ferry: {claim: The ferry should run.}}"],
    "  b: {claim: x, unless: c}": ["unless belongs in a step: because: {from: b, unless: c}"],
    "  b: {claim: x, assuming: c}": ["assuming belongs in a step: because: {from: b, assuming: c}"],
    "  b: {claim: x, scheme: [s]}": [
        "scheme belongs in a step: because: {from: b, scheme: expert-opinion}"
    ],
    "  b: {claim: x, backing: c}": ["backing belongs in a step: because: {from: b, backing: c}"],
    "  b: {claim: x, from: c}": ["from belongs in a step: because: {from: [b, c]}"],
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("lines", FIRST_STEPS)
def test_what_beginners_write_is_told_as_it_should_be_written(lines: str, loader: type) -> None:
    content = f"argmap: 1\nstatements:\n{lines}\n"
    found = read(Text("t", content), loader=loader).diagnostics
    assert [_lower(one.hint or "") for one in found] == FIRST_STEPS[lines]


def test_a_kind_where_the_ids_stand_is_no_statement() -> None:
    content = "argmap: 1\nstatements:\n  b:\n  premise: Half say yes.\n  note: n\n"
    reading = read(Text("t", content))
    assert [one.message for one in reading.diagnostics[1:]] == [
        '"premise" is a kind, not a name',
        '"note" is a key of a statement, not a name',
    ]
    assert reading.map is not None
    assert [statement.id for statement in reading.map.statements] == ["b"]


def test_a_statement_may_be_named_as_a_kind() -> None:
    content = "argmap: 1\nstatements:\n  premise: {premise: Half say yes.}\n  note: {claim: x}\n"
    assert read(Text("t", content)).diagnostics == ()


APOSTROPHES = ["The city's survey says: yes.", "The cities' survey.", "It's 'so': no."]


@pytest.mark.parametrize("text", APOSTROPHES)
@pytest.mark.parametrize("key", ["claim", "note"])
def test_an_apostrophe_in_quotes_is_doubled_and_the_text_stays(key: str, text: str) -> None:
    content = f"argmap: 1\nstatements:\n  b:\n    {key}: '{text}'\n"
    [found] = read(Text("t", content)).diagnostics[-1:]
    written = _lower(found.hint or "").removeprefix("write it in quotes: ")
    assert yaml.safe_load(written) == {key: text}


def _lower(hint: str) -> str:
    """Return a hint as it is written where it stands alone."""
    hint = hint.removeprefix(f"{NOT_CHECKED} ")
    return hint[:1].lower() + hint[1:]


def test_a_fault_of_syntax_in_the_last_line_leaves_the_findings_before_it() -> None:
    content = f"{HEAD}  a: {{claim: x, colour: red}}\n  b: {{label: y}}\n  c: {{claim: z: z}}\n"
    assert findings(content) == [("AM012", 5, 17), ("AM016", 6, 3), ("AM001", 7, 15)]
    reading = read(Text("t", content))
    assert reading.map is not None
    assert [statement.id for statement in reading.map.statements] == ["a", "b"]
    assert not reading.complete
    assert reading.diagnostics[-1].hint is not None
    assert reading.diagnostics[-1].hint == f"{NOT_CHECKED} Write it in quotes: claim: 'z: z'"


def test_a_broken_statement_is_kept_as_far_as_it_could_be_read() -> None:
    content = f"{HEAD}  a: {{label: A}}\n  b: The text.\n  c: {{claim: x, strength: 3, note: n}}\n"
    m = read(Text("t", content)).map
    assert m is not None
    assert [(s.id, s.text, s.label, s.note) for s in m.statements] == [
        ("a", "a", "A", None),
        ("b", "The text.", None, None),
        ("c", "x", None, "n"),
    ]


def test_a_question_mark_in_braces_is_read_by_libyaml_and_explained_where_it_is_not() -> None:
    content = "argmap: 1\nstatements:\n  a: {claim: what? then}\n"
    assert findings(content, yaml.CBaseLoader) == []
    [found] = read(Text("t", content), loader=yaml.BaseLoader).diagnostics
    assert found.code == "AM001"
    assert found.hint is not None
    assert "Put the text in quotes" in found.hint


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_of_another_encoding_is_said_once_and_ends_reading(mark: bytes, codec: str) -> None:
    reading = read(Text.decode("t", mark + "argmap: 1\nstatements: {}".encode(codec)))
    [found] = reading.diagnostics
    assert (found.code, reading.map, reading.complete) == ("AM002", None, False)
    assert codec[:6].upper() in found.message
    assert "save the file as UTF-8" in (found.hint or "")


def test_of_keys_that_come_again_the_first_are_reported_and_all_are_counted() -> None:
    content = "argmap: 1\nextras:\n" + "  k: 1\n" * 10 + "statements: {}\n"
    reading = read(Text("t", content), limits=Limits(diagnostics=3))
    assert [(found.code, found.span and found.span.line) for found in reading.diagnostics] == [
        ("AM006", None),
        *(("AM013", line) for line in (4, 5, 6)),
    ]
    assert reading.diagnostics[0].message == "6 more findings of AM013 in t are not shown"


def test_of_bad_bytes_and_characters_the_first_are_reported_and_all_are_counted() -> None:
    data = b"argmap: 1\n# " + b"\xff\0" * 40_000 + b"\xe9\nstatements: {}\n"
    reading = read(Text.decode("t", data), limits=Limits(diagnostics=3))
    assert reading.map is not None
    assert [
        (found.code, found.message, found.span.column if found.span else 0)
        for found in reading.diagnostics
    ] == [
        ("AM006", "39997 more findings of AM003 in t are not shown", 0),
        ("AM006", "39998 more findings of AM002 in t are not shown", 0),
        ("AM002", "the byte 0xFF is not UTF-8", 3),
        ("AM003", "the character U+0000 cannot stand in a map", 4),
        ("AM002", "the byte 0xFF is not UTF-8", 5),
        ("AM003", "the character U+0000 cannot stand in a map", 6),
        ("AM002", "the byte 0xFF is not UTF-8", 7),
        ("AM003", "the character U+0000 cannot stand in a map", 8),
    ]


@given(st.lists(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 4)), max_size=3), max_size=8))
def test_a_section_is_refused_where_it_shares_a_place_with_one_before(
    rows: list[list[tuple[int, int]]],
) -> None:
    lines = [
        f"  s{number}: {{at: [{', '.join(f'p{begin}-{begin + more}' for begin, more in row)}]}}\n"
        for number, row in enumerate(rows)
    ]
    reading = read(Text("t", f"argmap: 1\nsections:\n{''.join(lines)}statements: {{}}\n"))
    taken: dict[int, int] = {}
    refused = set()
    for number, row in enumerate(rows):
        own = [at for begin, more in row for at in range(begin, begin + more + 1)]
        if len(set(own)) < len(own) or taken.keys() & set(own):
            refused.add(f"s{number}")
        else:
            taken.update(dict.fromkeys(own, number))
    found = [one for one in reading.diagnostics if one.code == "AM025"]
    assert {one.message.split()[0] for one in found} == refused
    for one in found:
        name, _, other = one.message.removesuffix(" share a place").split()
        mine, theirs = (
            {at for begin, more in rows[int(key[1:])] for at in range(begin, begin + more + 1)}
            for key in (name, other)
        )
        assert mine & theirs
        assert name == other or other not in refused


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("claim", "assumption", "a is a claim already and cannot be an assumption as well"),
        ("evidence", "premise", "a is evidence already and cannot be a premise as well"),
    ],
)
def test_two_kinds_are_named_as_people_name_them(first: str, second: str, message: str) -> None:
    content = f"argmap: 1\nstatements:\n  a: {{{first}: It is., {second}: It is.}}\n"
    assert [one.message for one in read(Text("t", content)).diagnostics] == [message]


def test_data_is_read_as_yaml_1_2_reads_it() -> None:
    content = (
        "argmap: 1\nstatements: {}\nextras:\n"
        "  nothing: [~, null, ]\n  flags: [true, False, yes]\n"
        "  numbers: [1, -2, 0o17, 0x1F, 1.5, 1e3]\n"
        "  texts: ['1', \"true\", 2025-05-08, 1_000, .5.5]\n  deep: {a: [{b: c}]}\n"
    )
    m = read(Text("t", content)).map
    assert m is not None
    assert m.extras is not None
    assert dict(m.extras) == {
        "nothing": (None, None),
        "flags": (True, False, "yes"),
        "numbers": (1, -2, 15, 31, 1.5, 1000.0),
        "texts": ("1", "true", "2025-05-08", "1_000", ".5.5"),
        "deep": m.extras["deep"],
    }


def test_a_layer_is_read_with_its_responses() -> None:
    content = (
        "argmap: 1\ncritic: Night Watch\nextends: ferry.argmap.yaml\n"
        "statements: {no-taxis: {claim: x}}\n"
        "responses:\n  run-at-night: {against: no-taxis, because: no-taxis}\n"
        "  safer-roads: {unless: no-taxis, backing: no-taxis,\n"
        "    answers: {likely: {fails: no-taxis}}}\n"
        "expect: {out: run-at-night}\n"
    )
    reading = read(Text("t", content))
    assert [found.code for found in reading.diagnostics] == ["AM050"]
    assert reading.map is not None
    first, second = reading.map.responses
    assert [position.value for position, _ in first.placed()] == ["because", "against"]
    assert [position.value for position, _ in second.placed()] == ["unless", "backing"]
    assert second.answers[0].by == "no-taxis"
    assert reading.map.expect is not None
    assert reading.map.expect.out == ("run-at-night",)


def test_waivers_preferences_issues_are_read() -> None:
    content = (
        "argmap: 1\nstatements: {a: {claim: x, because: [b, c]}}\n"
        "waive: [{rule: AM101, at: b>a, reason: r}, {rule: dangling-reference, reason: r}]\n"
        "preferences: [{better: b>a, worse: c>a, reason: r}]\n"
        "issues: {i: {question: q, positions: [a, b], standard: preponderance}}\n"
    )
    reading = read(Text("t", content), rules=RULES)
    assert reading.diagnostics == ()
    assert reading.map is not None
    assert [(w.rule, w.at) for w in reading.map.waivers] == [
        ("AM101", "b>a"),
        ("dangling-reference", None),
    ]
    assert (reading.map.preferences[0].better, reading.map.issues[0].positions) == (
        "b>a",
        ("a", "b"),
    )


def test_a_bare_answer_may_have_a_note() -> None:
    body = (
        "  a: {claim: x, because: {from: b, scheme: s,\n"
        "    answers: {q: {holds: , note: n}, r: fails}}}\n"
    )
    m = read(Text("t", HEAD + body)).map
    assert m is not None
    assert [(a.question, a.verdict.value, a.by, a.note) for a in m.inferences[0].answers] == [
        ("q", "holds", None, "n"),
        ("r", "fails", None, None),
    ]


def test_suggestions_end_after_twenty() -> None:
    content = HEAD + "".join(f"  s{n}: {{claim: x, lable: y}}\n" for n in range(25))
    hints = [found.hint or "" for found in read(Text("t", content)).diagnostics]
    assert sum(hint.startswith("did you mean") for hint in hints) == 20


ONE_FAULT = {
    "no name of a speaker": "  a: {claim: x, by: {speaker: }}",
    "no text of a qualifier": "  a: {claim: x, certainty: {term: }}",
    "no source of an anchor": "  a: {claim: x, at: {source: ~}}",
    "no words in an anchor": "  a: {claim: x, at: {where: }}",
    "nothing that holds": "  a: {claim: x, because: {from: b, answers: {q: {holds: ~}}}}",
    "no reason to waive": "  a: {claim: x, because: {from: b, answers: {q: {waived: }}}}",
}


@pytest.mark.parametrize("lines", ONE_FAULT.values(), ids=list(ONE_FAULT))
def test_one_empty_value_is_one_fault(lines: str) -> None:
    content = f"argmap: 1\nstatements:\n{lines}\n  b: {{claim: y}}\n"
    assert len(read(Text("t", content)).diagnostics) == 1
