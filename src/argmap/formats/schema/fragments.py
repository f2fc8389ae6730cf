"""The parts of the schema for single values: texts, ids, dates, numbers, data.

The reader takes plain scalars as text where it wants text; what loads YAML for a schema makes
numbers, true, false and null of some of them. Each part takes those that the reader takes:
`note: 2025` is a text, `main: null` an id.

These parts are written out wherever they are used. As definitions they would make a smaller file,
but VS Code keeps in a definition the title of the key that it was last used for, and shows that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.formats.schema import patterns, words
from argmap.formats.schema.words import Schema
from argmap.model.data import DEEPEST_DATA

AN_ID = "an id is a letter, then letters, digits, _ and -"
A_REFERENCE = "an id, or a derived id such as a+b>c or a!c"
_PLAIN = ("number", "boolean", "null")
_JSON_TYPES = ("string", "number", "boolean", "null", "array", "object")


def ref(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def several(one: Schema) -> Schema:
    """Return a value, or a list of such values."""
    return {"if": {"type": "array"}, "then": {"items": one}, "else": one}


def string(pattern: str, message: str) -> Schema:
    """Return a text of a certain form, and what an editor says of others."""
    return {"type": "string", "pattern": pattern, "errorMessage": message}


def scalar(pattern: str, message: str, *others: str) -> Schema:
    """Return a text of a certain form, or what a loader makes of a plain scalar.

    A list of types would say the same, but then editors offer true, false and null everywhere.
    """
    rest = [kind for kind in _JSON_TYPES if kind not in others]
    return {"if": {"type": rest}, "then": string(pattern, message)}


def name(pattern: str, message: str) -> Schema:
    """Return what names something in the map: `null` and `true` are ids as good as others."""
    return scalar(pattern, message, "boolean", "null")


def _or_in_quotes(of_type: Schema, pattern: str, message: str) -> Schema:
    """Return a number or a truth value, which may also stand in quotes."""
    quoted, bare = string(pattern, message), {**of_type, "errorMessage": message}
    return {"if": {"type": "string"}, "then": quoted, "else": bare}


def _or_spelled(listed: Schema, pattern: str, message: str) -> Schema:
    """Return what is on a list, or the same in another spelling.

    Editors complete what is on a list in `anyOf`. Were the two not told apart by a description,
    VS Code would show the title of the key once for each.
    """
    spelled = {"description": "Another spelling.", **string(pattern, message)}
    return {"anyOf": [{**listed, "errorMessage": message}, spelled]}


def digits(name: str, values: range) -> Schema:
    """Return one of a few digits."""
    listed = "|".join(str(value) for value in values)
    message = f"a number from {values[0]} to {values[-1]}"
    return _or_spelled(words.choice(name, values), f"^(?:{listed})$", message)


def one_of(listed: Schema) -> Schema:
    """Return one of a few words, in which `_` may stand for `-`."""
    hyphened = [word for word in listed["enum"] if "-" in word]
    if not hyphened:
        return listed
    message = f"one of {', '.join(listed['enum'])}"
    return _or_spelled(listed, patterns.words(hyphened), message)


def used(object_name: str) -> Schema:
    """Return an object by reference, with its words."""
    return {**words.of_object(object_name), **ref(object_name)}


def one_or_more(object_name: str, *lines: Schema) -> Schema:
    """Return an object that may have a short form, or a list of either."""
    either = [*lines, ref(object_name)]
    item = {**words.of_object(object_name), **({"anyOf": either} if lines else ref(object_name))}
    return {"anyOf": [*either, {"type": "array", "items": item}]}


def named(key: str, pattern: str, message: str, value: Schema) -> Schema:
    """Return a mapping whose keys are free to choose."""
    names = {**words.of_names(key), **name(pattern, message)}
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


def version(number: str) -> Schema:
    """Return the format version."""
    return _or_in_quotes({"const": int(number)}, f"^{number}$", f"the format version is {number}")


def text() -> Schema:
    """Return a text that a person writes."""
    message = "a text that is not empty and holds no control characters"
    return scalar(patterns.TEXT, message, *_PLAIN)


def identifier() -> Schema:
    """Return an id."""
    return name(patterns.ID, AN_ID)


def reference() -> Schema:
    """Return the name of an element."""
    return name(patterns.REFERENCE, A_REFERENCE)


def joined() -> Schema:
    """Return an id, or ids joined by `+`."""
    message = "an id, ids joined by +, or a mapping with the keys offered here"
    return name(patterns.JOINED, message)


def base() -> Schema:
    """Return the path of the map that a layer extends."""
    message = "a relative path to a file in this folder or below, with /"
    return scalar(patterns.BASE, message, *_PLAIN)


def index() -> Schema:
    """Return the name of an index; what begins with a sign is none."""
    message = "the name of an index, never a path"
    return {**scalar(patterns.INDEX, message, *_PLAIN), "minimum": 0}


def url() -> Schema:
    """Return an address."""
    return string(patterns.URL, "an address with http or https")


def doi() -> Schema:
    """Return a DOI."""
    return string(patterns.DOI, "a DOI such as 10.1000/182")


def date() -> Schema:
    """Return a date; a year alone is a number to those who load YAML."""
    year = {"type": "integer", "minimum": 1, "maximum": 9999}
    return _or_in_quotes(year, patterns.DATE, "a date such as 2025, 2025-05 or 2025-05-08")


def boolean() -> Schema:
    """Return true or false."""
    pattern = "^(?:true|True|TRUE|false|False|FALSE)$"
    return _or_in_quotes({"type": "boolean"}, pattern, "true or false")


def share() -> Schema:
    """Return a number from 0 to 1."""
    number = {"type": "number", "minimum": 0, "maximum": 1}
    return _or_in_quotes(number, patterns.NUMBER, "a number from 0 to 1")


def place() -> Schema:
    """Return a place in the text."""
    return string(patterns.PLACE, "a place such as p3, p3.2, p3.2-4, p3.2-p4.1 or p6-8")


def where() -> Schema:
    """Return a place, or other words."""
    return scalar(patterns.WHERE, "a place such as p3.2, or other words", *_PLAIN)


def anchor() -> Schema:
    """Return an anchor in one line."""
    message = 'a place such as p3.2, a source, or a source and a place, with a "quote" behind it'
    return name(patterns.ANCHOR, message)


def data() -> Schema:
    """Return the definitions of JSON data, one for each number of levels that it may still have.

    Draft-07 cannot count levels, so that each is written out.
    """
    names: Schema = {"title": "name", "pattern": patterns.ANYTHING}
    made: Schema = {
        "data": {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": ref(f"data-{DEEPEST_DATA - 1}"),
        },
        "data-0": {
            "type": ["string", *_PLAIN],
            "pattern": patterns.ANYTHING,
            "errorMessage": f"data is nested more than {DEEPEST_DATA} deep",
        },
    }
    for levels in range(1, DEEPEST_DATA):
        inner = ref(f"data-{levels - 1}")
        made[f"data-{levels}"] = {
            "pattern": patterns.ANYTHING,
            "items": inner,
            "propertyNames": names,
            "additionalProperties": inner,
        }
    return made


def only(keys: Iterable[str], schema: Schema) -> Schema:
    """Return what says something of a few keys, in a way that offers no key in completions."""
    return {"patternProperties": {f"^(?:{'|'.join(keys)})$": schema}}


def depth(under: Sequence[str], deepest: int) -> Schema:
    """Return definitions of steps that nest so deep and no deeper: `steps-1` to `steps-N`.

    A definition whose items refer to itself would say it in half as many, and sends completion in
    VS Code round in a circle.

    Args:
        under: the keys of a step that hold steps.
        deepest: N.
    """
    message = f"steps against and for steps are nested more than {deepest} deep"
    made: Schema = {"steps-0": {"type": "array", "maxItems": 0, "errorMessage": message}}
    for levels in range(1, deepest + 1):
        inner = only(under, ref(f"steps-{levels - 1}"))
        made[f"step-{levels}"] = inner
        made[f"steps-{levels}"] = {"items": ref(f"step-{levels}"), **inner}
    return made
