"""What the schema says of objects, keys and words, from `words.yaml`, and how it says it.

Editors show `title` and `description` of a key on hover and in completions. VS Code's YAML
extension takes the first that it finds for a value, inner schemas before outer ones, so the
definitions that keys refer to bear neither: they stand where the definition is used.

It also offers `examples` and `defaultSnippets` as completions, but for an example that is or holds
a mapping it has no better name than "[object Object]". Such examples stand under `then`, where
they are shown on hover only.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, cast

import yaml

Schema: TypeAlias = dict[str, Any]


@cache
def _words() -> dict[str, Any]:
    data = pkgutil.get_data(__package__, "words.yaml") or b""
    return cast("dict[str, Any]", yaml.safe_load(data))


def of_object(name: str) -> Schema:
    """Return title and description of an object."""
    entry = _words()["objects"][name]
    return {"title": entry["title"], "description": entry["description"]}


def snippets_of_object(name: str) -> list[Schema]:
    """Return what is offered where such an object can begin."""
    return list(_words()["objects"][name]["snippets"])


def of_names(key: str) -> Schema:
    """Return title and description of the keys in a mapping of ids and objects."""
    return dict(_words()["names"][key])


def of_key(owner: str, key: str) -> Schema:
    """Return title, description, examples and snippets of a key of an object."""
    entry = _words()["keys"][owner][key]
    plain = [example for example in entry["examples"] if not _holds_a_mapping(example)]
    mappings = [example for example in entry["examples"] if _holds_a_mapping(example)]
    made: Schema = {"title": entry["title"], "description": entry["description"]}
    if plain:
        made["examples"] = plain
    snippets = entry.get("snippets") or [
        {"label": _label(example), "body": example} for example in plain[:1]
    ]
    if snippets:
        made["defaultSnippets"] = snippets
    if mappings:
        made |= shown(mappings)
    return made


def _label(example: object) -> str:
    return example if isinstance(example, str) else json.dumps(example)


def shown(examples: list[Any]) -> Schema:
    """Return examples that are shown on hover and not offered as completions."""
    return {"if": {"type": ["array", "object"]}, "then": {"examples": examples}}


def keys_described(owner: str) -> list[str]:
    """Return the keys of an object that there are words for."""
    return list(_words()["keys"][owner])


def _holds_a_mapping(example: object) -> bool:
    inner = example if isinstance(example, list) else [example]
    return any(isinstance(one, dict) for one in inner)


def choice(name: str, values: Iterable[Any]) -> Schema:
    """Return a fixed list with what each value means."""
    known, listed = _words()["words"][name], list(values)
    return {"enum": listed, "enumDescriptions": [known[value] for value in listed]}


def choice_of(words: type[Enum]) -> Schema:
    """Return the words of an enumeration with what each means."""
    return choice(words.__name__, (member.value for member in words))
