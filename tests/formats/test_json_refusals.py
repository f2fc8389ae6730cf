"""What the reader of the JSON form refuses: each with its code, its line and its column."""

from __future__ import annotations

import json

import pytest

from argmap.formats import Limits, json_form
from argmap.text import Text

SYNTAX = {
    # A text, where it ends to be JSON, what is said, and what to do.
    "no end": ('{"argmap": 1,\n "statements": {}', 1, 1, "a { is opened", "close it with }"),
    "no end of a list": ('{"main": ["a"', 1, 10, "a [ is opened", "close it with ]"),
    "no end behind a comma": ('{"argmap": 1,', 1, 1, "a { is opened", "close it with }"),
    "no end behind a key": ('{"argmap"', 1, 1, "a { is opened", "close it with }"),
    "no end behind a colon": ('{"argmap":', 1, 1, "a { is opened", "close it with }"),
    "comma at the end": ('{"argmap": 1,\n}', 1, 13, "a comma stands before }", "remove the comma"),
    "comma at the end of a list": ('{"main": ["a",]}', 1, 14, "before ]", "remove the comma"),
    "no comma": ('{"argmap": 1\n "main": "a"}', 2, 2, "a comma is missing", "write a comma"),
    "no colon": ('{"argmap" 1}', 1, 11, 'behind the key "argmap"', "write a colon"),
    "no value": ('{"argmap": }', 1, 12, "a value is missing before }", "write it"),
    "no value in a list": ('{"main": [,]}', 1, 11, "a value is missing before ,", "write it"),
    "wrong bracket": ('{"main": ["a"}}', 1, 14, "a } stands where", "compare the brackets"),
    "wrong bracket in an object": ('{"main": "a"]', 1, 13, "a ] stands where", "compare"),
    "colon in a list": ('{"main": ["a": 1]}', 1, 14, "a : stands where", "compare"),
    "key without quotes": ("{argmap: 1}", 1, 2, "a key is a text", 'write it as "key": value'),
    "text without quotes": ('{"main": ferry}', 1, 10, "in double quotes", 'write "ferry"'),
    "single quotes": ("{\"main\": 'a'}", 1, 10, "in double quotes", 'write "..."'),
    "word of another language": ('{"extras": {"a": None}}', 1, 18, "knows no None", "write null"),
    "word in capitals": ('{"extras": {"a": True}}', 1, 18, "knows no True", "write true"),
    "not a number": ('{"extras": {"a": NaN}}', 1, 18, "no number NaN", "leave the entry out"),
    "infinity": ('{"extras": {"a": -Infinity}}', 1, 18, "no number -Infinity", "leave"),
    "number with a zero": ('{"extras": {"a": 01}}', 1, 18, '"01" is no number', "write it as"),
    "number with a sign": ('{"extras": {"a": +1}}', 1, 18, '"+1" is no number', "write it as"),
    "number without a digit": ('{"extras": {"a": .5}}', 1, 18, '".5" is no number', "write it"),
    "hexadecimal number": ('{"extras": {"a": 0x1F}}', 1, 18, '"0x1F" is no number', "write it"),
    "comment": ('{"argmap": 1 // the version\n}', 1, 14, "no comments", "note or extras"),
    "comment of YAML": ('{ # a map\n"argmap": 1}', 1, 3, "no comments", "note or extras"),
    "comment for a value": ('{"argmap": /* one */ 1}', 1, 12, "no comments", "note or extras"),
    "open quote": ('{"title": "open}', 1, 11, "a quote is opened", "close the quote"),
    "line break": ('{"title": "a\nb"}', 1, 13, "a line break cannot", r"write \n, or close"),
    "carriage return": ('{"title": "a\r\nb"}', 1, 13, "a line break cannot", r"write \n, or"),
    "tab": ('{"title": "a\tb"}', 1, 13, "a tab cannot stand", r"write \t, or close"),
    "escape": (r'{"title": "a\xb"}', 1, 13, r"\x stands for nothing", r"is written \\"),
    "half an escape": (r'{"title": "a\u12"}', 1, 13, r"\u stands for nothing", r"is written \\"),
    "two maps": ('{"argmap": 1}\n{"argmap": 1}', 2, 1, "more follows", "a file holds one map"),
}


@pytest.mark.parametrize("case", SYNTAX)
def test_a_fault_of_syntax_has_its_place_and_a_remedy(case: str) -> None:
    content, line, column, message, hint = SYNTAX[case]
    reading = json_form.read(Text("t", content))
    assert not reading.complete
    [found] = [one for one in reading.diagnostics if one.code == "AM001"]
    assert found.span is not None
    assert (found.span.line, found.span.column) == (line, column)
    assert found.message.startswith("this is not JSON: ")
    assert message in found.message
    assert found.hint is not None
    assert hint.lower() in found.hint.lower()
    assert found.hint.startswith("The rest of the file was not checked; mend this and check again.")


HEAD = '{"argmap": 1, "text": "src", "statements": {\n'
CASES = {
    "empty file": (" \n", "AM008", 1, 1),
    "list": ("[1]", "AM008", 1, 1),
    "nothing": ("null", "AM008", 1, 1),
    "no version": ('{"statements": {}}', "AM011", 1, 1),
    "later version": ('{"argmap": 2, "statements": {}}', "AM011", 1, 12),
    "unknown key": ('{"argmap": 1, "statements": {}, "titel": 1}', "AM012", 1, 33),
    "key twice": ('{"argmap": 1, "statements": {}, "argmap": 1}', "AM013", 1, 33),
    "statement twice": (f'{HEAD}"a": {{"claim": "x"}},\n"a": {{"claim": "x"}}}}}}', "AM013", 3, 1),
    "key of data twice": (f'{HEAD}}}, "extras": {{"k": 1,\n"k": 1}}}}', "AM013", 3, 1),
    "wrong type": (f'{HEAD}"a": 5}}}}', "AM014", 2, 6),
    "nothing for a text": (f'{HEAD}"a": {{"claim": null}}}}}}', "AM017", 2, 16),
    "empty text": (f'{HEAD}"a": {{"claim": ""}}}}}}', "AM017", 2, 16),
    "no kind": (f'{HEAD}"a": {{}}}}}}', "AM016", 2, 1),
    "bad id": (f'{HEAD}"1": {{"claim": "x"}}}}}}', "AM018", 2, 1),
    "bad step": (f'{HEAD}"a": {{"claim": "x", "because": "b + "}}}}}}', "AM019", 2, 37),
    "premise twice": (f'{HEAD}"a": {{"claim": "x", "because": "b + b"}}}}}}', "AM020", 2, 37),
    "bad anchor": (f'{HEAD}"a": {{"claim": "x", "at": ["p1", "p0"]}}}}}}', "AM021", 2, 34),
    "bad word": (f'{HEAD}"a": {{"claim": "x", "type": "polcy"}}}}}}', "AM022", 2, 29),
    "bad number": (f'{HEAD}"a": {{"claim": "x", "strength": 2}}}}}}', "AM023", 2, 33),
    "huge number": (f'{HEAD}}}, "extras": {{"n": {"9" * 5000}}}}}', "AM023", 2, 20),
    "huge exponent": (f'{HEAD}}}, "extras": {{"n": 1e999}}}}', "AM023", 2, 20),
    "key out of place": (f'{HEAD}}}, "responses": {{}}}}', "AM026", 2, 4),
    "layer": (f'{HEAD}}}, "extends": "a.yaml"}}', "AM050", 2, 4),
    "byte that is not UTF-8": ('{"argmap": 1, "title": "a\udce9"}', "AM002", 1, 26),
    "half a character": ('{"argmap": 1, "title": "a\ud83d"}', "AM003", 1, 26),
    "control character": ('{"argmap": 1, "title": "a\x07"}', "AM003", 1, 26),
    "escaped half a character": ('{"argmap": 1, "title": "\\ud83d"}', "AM003", 1, 24),
    "escaped control character": ('{"argmap": 1, "title": "\\u0007"}', "AM003", 1, 24),
    "escaped carriage return": ('{"argmap": 1, "title": "a\\rb"}', "AM003", 1, 24),
    "escape in data": ('{"argmap": 1, "extras": {"k\\b": 1}}', "AM003", 1, 26),
    "too deep": ('{"argmap": 1, "extras": ' + "[" * 40 + "]" * 40 + "}", "AM005", 1, 56),
    "deep bomb": ("[" * 200_000, "AM005", 1, 33),
    "deep bomb of objects": ('{"a":' * 100_000, "AM012", 1, 2),
}


@pytest.mark.parametrize("case", CASES)
def test_a_finding_has_its_place_in_the_json(case: str) -> None:
    content, code, line, column = CASES[case]
    reading = json_form.read(Text("t", content), rules=frozenset())
    found = [(f.code, f.span.line, f.span.column) for f in reading.diagnostics if f.span]
    assert (code, line, column) in found, found


def test_what_stands_before_a_fault_of_syntax_is_read() -> None:
    content = f'{HEAD}"a": {{"claim": "x"}}, "b": {{"claim" "y"}}}}}}'
    reading = json_form.read(Text("t", content))
    assert reading.map is not None
    assert [statement.id for statement in reading.map.statements] == ["a"]


@pytest.mark.parametrize(
    ("limits", "code"),
    [(Limits(size=100), "AM004"), (Limits(elements=3), "AM004"), (Limits(depth=3), "AM005")],
)
def test_a_limit_ends_the_reading_and_says_so(limits: Limits, code: str) -> None:
    document = {"argmap": 1, "statements": {f"s{n}": {"claim": "x"} for n in range(4)}}
    document["extras"] = {"a": {"b": {}}}
    reading = json_form.read(Text("t", json.dumps(document)), limits=limits)
    assert [found.code for found in reading.diagnostics] == [code]
    assert not reading.complete


def test_values_have_places_only_where_they_are_asked_for_or_needed() -> None:
    content = f'{HEAD}"a": {{"claim": "x", "at": "p1", "because": "b + c"}}}}}}'
    swift = json_form.read(Text("t", content)).map
    placed = json_form.read(Text("t", content), places=True).map
    assert swift is not None
    assert placed is not None
    assert swift == placed
    assert swift.statements[0].span is None
    [statement] = placed.statements
    assert statement.text_span is not None
    assert statement.text_span.excerpt == '"x"'
    [step] = statement.because
    assert [one.span.excerpt for one in step.premises if one.span] == ["b", "c"]
    assert json_form.read(Text("t", content[:-1])).map == swift


def test_numbers_stand_where_texts_are_asked_for() -> None:
    content = '{"argmap": 1, "as-of": 2025, "title": 12, "extras": {"n": 1.50, "m": "1.50"}, '
    reading = json_form.read(Text("t", content + '"statements": {}}'))
    assert reading.diagnostics == ()
    assert reading.map is not None
    assert (reading.map.as_of, reading.map.title) == ("2025", "12")
    assert dict(reading.map.extras or {}) == {"n": 1.5, "m": "1.50"}
