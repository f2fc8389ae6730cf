"""The page of the Python API: every name of the face, in groups by task."""

from __future__ import annotations

import inspect
import sys
from enum import Enum
from types import ModuleType, UnionType
from typing import get_args, get_type_hints

from sphinx.pycode import ModuleAnalyzer
from sphinx.util.typing import stringify_annotation

import argmap

_INTRODUCTION = """\
# Python API

Everything here is a name of `argmap`: `import argmap`, then `argmap.load(...)`, or
`from argmap import Statement`. What is not on this page is not public and may change.

The values are frozen [attrs](https://www.attrs.org/) classes: they compare by content, can be
hashed and pickled, and `attrs.evolve` makes a changed copy.
"""

_GROUPS = {
    "Read and write": ("load", "loads", "read", "dump", "dumps", "Reading", "Limits"),
    "Check": (
        "check",
        "examine",
        "Examination",
        "Diagnostic",
        "Related",
        "Severity",
        "explain",
        "RuleInfo",
        "CATALOGUE",
    ),
    "Walk": ("graph", "Graph", "Role"),
    "Show": ("outline", "diagram", "show", "Figure", "overlay", "Overlay"),
    "The map": (
        "ArgumentMap",
        "Statement",
        "Inference",
        "Support",
        "Attack",
        "Premise",
        "Answer",
        "Step",
        "Position",
    ),
    "What is said about a statement": ("Qualifier", "Speaker", "Scope", "Data"),
    "Sources and places": ("Source", "Anchor", "Place", "Section", "Text", "Span"),
    "Read sources": (
        "sentences",
        "coverage",
        "Coverage",
        "index_source",
        "load_index",
        "SourceIndex",
        "drift",
        "Drift",
        "Fate",
    ),
    "What is said about the whole map": (
        "Issue",
        "Preference",
        "Expectation",
        "Waiver",
        "Response",
    ),
    "Which conclusions stand": (
        "label",
        "why",
        "Labelling",
        "Standing",
        "Label",
        "Reason",
        "Terms",
        "Concessions",
        "Basis",
        "CarneadesLabelling",
        "ProofVerdict",
        "Thresholds",
        "acceptance",
        "labellings",
        "Labellings",
    ),
    "What they hang on": (
        "what_if",
        "WhatIf",
        "Change",
        "hangs_on",
        "HangsOn",
        "SinglePoints",
        "critical_sets",
        "CriticalSets",
    ),
    "How strong they are": ("strength", "Strengths", "sensitivity", "Sensitivity"),
    "Abstract argumentation": (
        "Framework",
        "Semantics",
        "Extensions",
        "Acceptance",
        "Acceptances",
        "parse_framework",
        "write_framework",
    ),
    "Words of the format": (),  # every enumeration that no other group lists
    "Errors": (),
    "The version": ("__version__",),
}


def groups() -> dict[str, list[str]]:
    """Return the names of the face by the heading under which they stand.

    Names that no group lists stand with their like: words of the format, errors, or the rest.
    """
    listed = {name for names in _GROUPS.values() for name in names}
    found = {
        heading: [name for name in names if name in argmap.__all__]
        for heading, names in _GROUPS.items()
    }
    for name in sorted(set(argmap.__all__) - listed, key=str.lower):
        found.setdefault(_heading(getattr(argmap, name)), []).append(name)
    return found


def _heading(value: object) -> str:
    if isinstance(value, type) and issubclass(value, Enum):
        return "Words of the format"
    if isinstance(value, type) and issubclass(value, Exception):
        return "Errors"
    return "More"


def pages() -> dict[str, str]:
    """Return the page by its path."""
    parts = [_INTRODUCTION]
    for heading, names in groups().items():
        directives = "\n".join(_directive(name) for name in names)
        parts.append(f"## {heading}\n\n```{{eval-rst}}\n{directives}```\n")
    return {"reference/python-api.md": "\n".join(parts)}


def _directive(name: str) -> str:
    value = getattr(argmap, name)
    if inspect.isfunction(value):
        return f".. autofunction:: argmap.{name}\n"
    if not isinstance(value, type):
        return _data(name)
    if issubclass(value, Exception):
        return f".. autoexception:: argmap.{name}\n   :show-inheritance:\n"
    members = "   :members:\n   :undoc-members:\n   :member-order: bysource\n"
    return f".. autoclass:: argmap.{name}\n{members}"


def _data(name: str) -> str:
    """Return what is said of a constant or an alias in the module where it is written.

    Autodoc would look for it in the face, which only passes it on.
    """
    value = getattr(argmap, name)
    if isinstance(value, UnionType):
        what = f":value: {' | '.join(member.__name__ for member in get_args(value))}"
    else:
        what = f":type: {stringify_annotation(_type(name, type(value)), 'smart')}"
    return f".. py:data:: argmap.{name}\n   {what}\n\n   {_comment(name)}\n"


def _type(name: str, otherwise: type) -> object:
    hints = (get_type_hints(module).get(name) for module in _modules_with(name))
    return next((hint for hint in hints if hint is not None), otherwise)


def _comment(name: str) -> str:
    if name == "__version__":
        return "The version of argmap."
    for module in _modules_with(name):
        analyzer = ModuleAnalyzer.for_module(module.__name__)
        analyzer.analyze()
        if lines := analyzer.attr_docs.get(("", name)):
            return " ".join(lines).strip()
    return ""


def _modules_with(name: str) -> list[ModuleType]:
    """Return the modules that have a name, whether it is written there or passed on."""
    modules = [value for key, value in sorted(sys.modules.items()) if key.startswith("argmap.")]
    return [module for module in modules if name in vars(module)]
