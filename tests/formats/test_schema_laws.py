"""The schema and the reader say the same, but for what `tests/schema_gap.yaml` lists.

Law 1: a text in which the reader finds nothing is valid, once a YAML 1.2 core loader has loaded it.
Law 2: a text that is valid has no finding but those of the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import field, frozen
from hypothesis import given, reject
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from argmap.diagnostics import Diagnostic, RuleInfo
from argmap.formats import Limits
from argmap.formats.native import FAULTS, read
from argmap.formats.schema import schema
from argmap.text import Text
from tests.documents import documents, written
from tests.formats.test_native_refusals import CASES, EXAMPLE, HEAD, MAP_CASES, RULES
from tests.formats.test_schema_core import NotJson, load

SCHEMA = schema()
MAPS = [path.read_text(encoding="utf-8") for path in sorted(Path("maps").glob("*.argmap.yaml"))]
LAYER = """\
argmap: 1
critic: Night Watch
extends: ferry.argmap.yaml
statements: {no-taxis: {claim: There are no taxis., tags: [money], scope: {place: here}}}
responses:
  run-at-night: {against: no-taxis, because: [{from: {r: no-taxis}, unless: no-taxis}]}
  a+b>c: {unless: no-taxis, answers: {likely: {fails: no-taxis}, other: {waived: r, pin: p}}}
issues: {i: {question: q, positions: [a, b>c], standard: clear_and_convincing}}
preferences: {better: a>b, worse: b!a, reason: r}
waive: [{rule: AM101, at: a>b, reason: r}]
expect: {in: run-at-night, out: [no-taxis], undecided: []}
"""


@frozen
class Gap:
    """A finding that the schema cannot make."""

    code: str
    says: str
    reason: str
    example: str
    limits: dict[str, int] = field(factory=dict)
    #: What is written at the place of the finding.
    at: str = ""
    #: Codes of which one must be found as well: this finding comes of that one.
    follows: list[str] = field(factory=list)

    def excuses(self, finding: Diagnostic, found: Iterable[Diagnostic]) -> bool:
        if finding.code != self.code or not re.search(self.says, finding.message):
            return False
        others = {other.code for other in found if other is not finding}
        at_hand = "" if finding.span is None else finding.span.excerpt
        return bool(re.search(self.at, at_hand)) and bool(
            not self.follows or others & set(self.follows)
        )


GAPS = [
    Gap(**entry)
    for entry in yaml.safe_load(Path("tests/schema_gap.yaml").read_text(encoding="utf-8"))
]


def _ecma(pattern: str) -> re.Pattern[str]:
    """Compile a pattern as ECMA 262 reads it: `$` is the end, also before a last line break."""
    return re.compile(pattern.replace("$", r"\Z"))


def _pattern(_: object, pattern: str, instance: object, __: object) -> Any:
    if isinstance(instance, str) and not _ecma(pattern).search(instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_AS_ECMA: Any = extend  # its annotations stop at the name
VALIDATOR: Draft7Validator = _AS_ECMA(Draft7Validator, {"pattern": _pattern})(SCHEMA)


def findings(content: str, limits: Limits | None = None) -> tuple[Diagnostic, ...]:
    return read(Text("t", content), rules=RULES, limits=limits).diagnostics


def hold(content: str) -> None:
    """Hold both laws to a text."""
    found = findings(content)
    try:
        document = load(content)
    except (yaml.YAMLError, NotJson):
        assert found, content
        return
    valid = VALIDATOR.is_valid(document)
    if all(finding.code == "AM050" for finding in found):
        assert valid, [error.message for error in VALIDATOR.iter_errors(document)]
    if valid:
        left = [str(one) for one in found if not any(gap.excuses(one, found) for gap in GAPS)]
        assert not left, content


# Texts that people wrote.


@pytest.mark.parametrize("content", [*MAPS, LAYER], ids=lambda text: text.splitlines()[1][:30])
def test_the_laws_hold_for_the_maps(content: str) -> None:
    hold(content)


@pytest.mark.parametrize("page", sorted(Path("docs").rglob("*.md")), ids=str)
def test_the_laws_hold_for_the_samples_in_the_docs(page: Path) -> None:
    content = page.read_text(encoding="utf-8")
    for sample in re.findall(r"```yaml\n(argmap:.*?)```", content, re.DOTALL):
        hold(sample)


@pytest.mark.parametrize("record", FAULTS, ids=lambda record: record.code)
def test_the_laws_hold_for_the_examples_of_refusals(record: RuleInfo) -> None:
    for _, content in EXAMPLE.findall(record.page):
        hold(content)


@pytest.mark.parametrize("case", CASES)
def test_the_laws_hold_for_faults_of_statements(case: str) -> None:
    hold(f"{HEAD}{CASES[case][0]}\n")


@pytest.mark.parametrize("case", MAP_CASES)
def test_the_laws_hold_for_faults_of_maps(case: str) -> None:
    hold(MAP_CASES[case][0])


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: gap.code)
def test_each_gap_is_one(gap: Gap) -> None:
    assert VALIDATOR.is_valid(load(gap.example))
    found = findings(gap.example, Limits(**gap.limits))
    assert any(gap.excuses(finding, found) for finding in found), [str(one) for one in found]


def nested(steps: int, data: int) -> str:
    """Return a map with steps under steps and data in the innermost, each in a list."""
    inside: Any = 1
    for level in range(data):
        inside = [inside] if level % 2 and level < data - 1 else {"k": inside}
    step: Any = {"from": {"r": ["b"]}, "extras": inside}
    for _ in range(steps - 1):
        step = {"from": "b", "unless": [step]}
    statements = {"a": {"claim": "x", "against": [step]}}
    return written({"argmap": 1, "statements": statements}, flow=True)


@pytest.mark.parametrize(("steps", "data"), [(8, 12), (9, 1), (1, 13)])
def test_the_laws_hold_at_the_deepest(steps: int, data: int) -> None:
    content = nested(steps, data)
    hold(content)
    fits = (steps, data) == (8, 12)
    assert VALIDATOR.is_valid(load(content)) == fits
    assert [finding.code for finding in findings(content)] == ([] if fits else ["AM005"])


# Each value under each key.

#: Values as they are written, each of which some key takes and others refuse.
WRITTEN = r"""
null | ~ | Null | true | FALSE | yes | 'True' | "true" | '' | ' ' | "x\ty" | "x\ry" | "\N"
2025 | 999 | 0000 | 12025 | 2025-05 | 2025-02-30 | 2024-02-29 | 1e3 | 0x1F | 0o17 | .5 | 1. | 1.0
1 | 3 | 7 | 01 | -0 | -1 | +1 | .inf | -.INF | .nan | '7' | '2' | '0.5' | "1e0" | '9' | "01"
p3 | p0 | p9-8 | p3.2-p4.1 | p1000001 | src | via | src p3 | src via p3 | src via x | 'p3 "q"'
'p3 "q' | src art. 5(2) | a | ' a ' | 1a | a b | a + b | a+a | a+ | a>b | a> | a!b#2>c | [] | {}
[a, b] | [[a]] | [1] | [p3] | [p0] | [''] | [a b] | [1a] | [{}] | [{speaker: S, at: [p0]}]
{a: b} | {1: b} | {a: [b]} | {a: ''} | {a: 1a} | {a: [1]} | {a: [1a]} | {a: holds} | {a: {holds: b}}
very_low | clear_and-convincing | preponderance | policy | poll | raised | author | fails | waived
A | http://a/b | ftp://a | 10.1/2 | 10.1000/182 | x.yaml | ../a | /a | ~/a | a:b
The ferry runs. | 'a: b' | a #b | &x y | !x y | *x
""".replace("\n", " | ").split(" | ")


def _in_a_statement(key: str) -> Callable[[Any], dict[str, Any]]:
    return lambda value: {"statements": {"a": {"claim": "x", key: value}}}


def _in_a_step(key: str) -> Callable[[Any], dict[str, Any]]:
    return lambda value: {"statements": {"a": {"claim": "x", "because": {"from": "b", key: value}}}}


#: Where each object stands in a map.
HOMES: dict[str, Callable[[Any], dict[str, Any]]] = {
    "statement": lambda value: {"statements": {"a": value}},
    "step": _in_a_statement("because"),
    "anchor": _in_a_statement("at"),
    "speaker": _in_a_statement("by"),
    "qualifier": _in_a_statement("certainty"),
    "scope": _in_a_statement("scope"),
    "data": _in_a_statement("extras"),
    "answer": lambda value: _in_a_step("answers")({"q": value}),
    "source": lambda value: {"sources": {"s": value}},
    "section": lambda value: {"sections": {"s": value}},
    "issue": lambda value: {"issues": {"i": value}},
    "preference": lambda value: {"preferences": value},
    "waiver": lambda value: {"waive": value},
    "expectation": lambda value: {"expect": value},
    "response": lambda value: {"extends": "ferry.argmap.yaml", "responses": {"a": value}},
}


def placed(name: str, value: Any) -> dict[str, Any]:
    """Return a map with an object in its home, and as little else as a map can have."""
    document = {"argmap": 1, "text": "src", "statements": {}, **HOMES[name](value)}
    if "extends" in document:
        del document["text"]
    return document


#: What an object needs beside a key that is tried out; nothing, if that key is one of these.
NEEDS: dict[str, list[dict[str, Any]]] = {
    "statement": [{kind: "x"} for kind in ("claim", "evidence")],
    "preference": [{"better": "a", "worse": "b"}],
    "waiver": [{"rule": "AM101"}],
    "speaker": [{"speaker": "S"}],
    "qualifier": [{"term": "t"}],
    "anchor": [{"source": "s"}, {"where": "p3"}],
    "answer": [{"holds": "b"}, {}],
}
KEYS = [
    *((name, key) for name in HOMES for key in SCHEMA["definitions"][name].get("properties", [])),
    *(("map", key) for key in SCHEMA["properties"]),
]


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_the_laws_hold_for_each_value_under_each_key(name: str, key: str) -> None:
    for needed in NEEDS.get(name, [{}]):
        if name == "map":
            document = {"argmap": 1, "text": "src", "statements": {}, key: "VALUE"}
        else:
            alone = name == "statement" and key in ("conclusion", "premise", "assumption")
            document = placed(name, {**({} if alone else needed), key: "VALUE"})
        for flow in (True, False):
            content = written(document, flow=flow)
            for value in WRITTEN if flow else ["", "VALUE"]:
                hold(content.replace("VALUE", value))


@pytest.mark.parametrize("name", HOMES)
def test_the_laws_hold_for_a_key_that_no_object_has(name: str) -> None:
    for needed in NEEDS.get(name, [{}]):
        hold(written(placed(name, {**needed, "colour": "red"})))
    hold(written({"argmap": 1, "statements": {}, "colour": "red"}))


NAMED = {
    "statements": {"claim": "x"},
    "sources": {},
    "sections": {},
    "issues": {},
    "responses": {},
    "answers": "holds",
    "from": "a",
    "assuming": "a",
}


@pytest.mark.parametrize("key", NAMED)
def test_the_laws_hold_for_each_name_of_an_object(key: str) -> None:
    for name in ("a", "a_b", "_a", "1a", "a b", "null", "p3", "pa", "via", "a>b", "a+b", ""):
        value = {name: NAMED[key]}
        if key in SCHEMA["properties"]:
            layer = {"extends": "ferry.argmap.yaml"} if key == "responses" else {}
            hold(written({"argmap": 1, "statements": {}, **layer, key: value}))
        else:
            hold(written(placed("step", {key: value})))
            if key == "answers":
                hold(written(placed("response", {key: value})))


# Texts that nobody wrote.


@given(documents(), st.sampled_from([False, True, None]))
def test_the_laws_hold_for_what_is_written_without_the_schema(
    document: dict[str, Any], flow: bool | None
) -> None:
    hold(written(document, flow=flow))


ODD = [None, True, False, 0, 1, 2, 5, 7, -1, 2025, 0.5, 1.5, 1000.0]
TEXTS = [
    *("a", "b", "c", "src", "no", "p3", "p3.2-4", "p6-5", "src p3.2", 'src via p2 "x, y"'),
    *("a+b", "a + c", "a>b", "a!b>c", "b#2>a", "2025", "2025-05", "2024-02-29", "0.5", "7"),
    *("https://example.org/a", "10.1000/182", "ferry.argmap.yaml", "../a", "AM101", "leaflet"),
    *("The ferry runs.", "a: b", "# no", "~", "true", "船", "line\nbreak", " space ", "", " "),
]


@cache
def texts(pattern: str) -> st.SearchStrategy[str]:
    """Return a strategy for texts that match a pattern."""
    known = [text for text in TEXTS if _ecma(pattern).search(text)]
    alphabet = st.characters(
        exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
    )
    free = st.from_regex(pattern, fullmatch=True, alphabet=alphabet)
    return st.one_of(st.sampled_from(known), free) if known else free


class Sketcher:
    """Draws values that are valid by a part of the schema."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def value(self, part: Any, room: int) -> Any:
        """Draw a value: a sketch that meets the part's keywords one by one, checked as a whole."""
        while "$ref" in part:
            part = SCHEMA["definitions"][part["$ref"].rpartition("/")[2]]
        for _ in range(3):
            sketch = self.sketch(part, room)
            if VALIDATOR.evolve(schema=part).is_valid(sketch):
                return sketch
        return reject()

    def sketch(self, part: dict[str, Any], room: int) -> Any:
        if "enum" in part or "const" in part:
            return self.one(part.get("enum") or [part["const"]])
        if part.get("type") == "object":
            return self.mapping(part, room)
        branches = [
            branch
            for branch in (*part.get("anyOf", []), part.get("then", {}), part.get("else", {}))
            if set(branch) - {"examples", "required", "errorMessage", "properties"}
        ]
        if branches:
            branch = self.one([*branches, None] if "if" in part else branches)
            return self.one(ODD) if branch is None else self.value(branch, room)
        return self.value(part["allOf"][0], room) if "allOf" in part else self.leaf(part, room)

    def leaf(self, part: dict[str, Any], room: int) -> Any:
        """Draw a text, a list, data or a plain scalar."""
        kinds: list[str] = [
            key for key in ("pattern", "items", "additionalProperties") if key in part
        ]
        if part.get("type", "boolean") not in ("string", "array") or not kinds:
            kinds.append("scalar")
        kind = self.one(kinds if room > 0 else [*kinds[:1], *kinds[-1:]])
        if kind == "pattern":
            return self.draw(texts(part["pattern"]))
        if kind == "items":
            size = self.draw(st.integers(0, 2))
            return [self.value(part["items"], room - 2) for _ in range(size)]
        return self.one(ODD) if kind == "scalar" else self.mapping(part, room)

    def mapping(self, part: dict[str, Any], room: int) -> dict[str, Any]:
        """Draw a mapping with the keys that it needs and some of the others."""
        keys = [*part.get("required", []), *self.one(part.get("oneOf", [{}])).get("required", [])]
        if_so = VALIDATOR.evolve(schema=part.get("if", True)).is_valid(dict.fromkeys(keys))
        branch = part.get("then" if if_so else "else", {})
        fixed = {**part.get("properties", {}), **branch.get("properties", {})}
        free = [key for key in fixed if key not in keys and fixed[key] is not False]
        if free:
            most = max(0, room // 2)
            least = min(most, 1, len(free))
            some = st.lists(st.sampled_from(free), min_size=least, max_size=most, unique=True)
            keys += self.draw(some)
        made = {key: self.value(fixed[key], room - 1) for key in keys}
        if part.get("additionalProperties") and room > 0:
            names = part["propertyNames"].get("then", part["propertyNames"])["pattern"]
            for name in self.draw(st.lists(texts(names), max_size=3, unique=True)):
                made[name] = self.value(part["additionalProperties"], room - 1)
        return made

    def one(self, choices: list[Any]) -> Any:
        return choices[self.draw(st.integers(0, len(choices) - 1))]


@st.composite
def valid(draw: st.DrawFn) -> Any:
    """A document that is valid by the schema: an object in its home, or a key of the map."""
    sketcher = Sketcher(draw)
    often = ["statement"] * 10 + ["step"] * 8 + ["source"] * 4
    name = draw(st.sampled_from([*HOMES, *SCHEMA["properties"], *often]))
    if name in HOMES:
        document = placed(name, sketcher.value(SCHEMA["definitions"][name], room=8))
    else:
        part = SCHEMA["properties"][name]
        document = {"argmap": 1, "text": "src", "statements": {}, name: sketcher.value(part, 8)}
    return document if VALIDATOR.is_valid(document) else reject()


def test_every_object_has_a_home() -> None:
    objects = {name for name, part in SCHEMA["definitions"].items() if part.get("type") == "object"}
    assert objects == set(HOMES)


@given(valid(), st.sampled_from([False, True, None]))
def test_the_laws_hold_for_what_is_written_by_the_schema(
    document: dict[str, Any], flow: bool | None
) -> None:
    hold(written(document, flow=flow))


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to each value inside a value."""
    found = [path] if path else []
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            found += paths(inner, (*path, key))
    return found


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A map as plain data in which some values and keys were changed."""
    document = load(draw(st.sampled_from([*MAPS[:1], LAYER])))
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(paths(document)))
        inside = document
        for key in way:
            inside = inside[key]
        deed = draw(st.sampled_from(["drop", "put", "move", "name"]))
        if deed == "drop":
            del inside[last]
        elif deed == "put":
            inside[last] = draw(st.sampled_from([*ODD, *TEXTS, [], {}, ["a"], {"a": "b"}]))
        elif deed == "move":
            source = draw(st.sampled_from(paths(document)))
            taken = document
            for key in source:
                taken = taken[key]
            inside[last] = deepcopy(taken)
        elif isinstance(inside, dict):
            inside[draw(st.sampled_from(KEYS))[1]] = inside.pop(last)
    return document


@given(damaged())
def test_the_laws_hold_for_damaged_maps(document: Any) -> None:
    hold(written(document))


@st.composite
def rewritten(draw: st.DrawFn) -> str:
    """The text of a map in which some scalars were replaced by others, as they are written."""
    content = draw(st.sampled_from([*MAPS[:1], LAYER]))
    for _ in range(draw(st.integers(1, 3))):
        try:
            events: list[Any] = list(yaml.parse(content, Loader=yaml.CBaseLoader))
        except yaml.YAMLError:
            break
        scalars: list[Any] = [one for one in events if isinstance(one, yaml.ScalarEvent)]
        event = draw(st.sampled_from(scalars))
        start, end = event.start_mark.index, event.end_mark.index
        content = content[:start] + draw(st.sampled_from(WRITTEN)) + content[end:]
    return content


@given(rewritten())
def test_the_laws_hold_for_rewritten_maps(content: str) -> None:
    hold(content)
