"""The face: what `import argmap` offers, and that it loads nothing before it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import argmap

STUB = ast.parse(Path(argmap.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))


def test_type_checkers_are_told_what_there_is() -> None:
    homes = {
        alias.name: node.module
        for node in STUB.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert homes == {**vars(argmap)["_HOME_OF"], "__version__": "argmap.version"}
    assigned = next(node for node in STUB.body if isinstance(node, ast.Assign))
    assert set(ast.literal_eval(assigned.value)) == set(argmap.__all__)


@pytest.mark.parametrize("name", argmap.__all__)
def test_each_name_is_there_and_documented(name: str) -> None:
    value = getattr(argmap, name)
    assert name in dir(argmap)
    if callable(value) and not isinstance(value, type):
        assert value.__doc__


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'worksheet'"):
        getattr(argmap, "worksheet")  # noqa: B009 - mypy knows that it is not there


def test_importing_loads_nothing() -> None:
    code = (
        "import argmap, sys; "
        "print(sorted(m for m in sys.modules if m.startswith(('argmap', 'yaml', 'attr'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['argmap', 'argmap.version']"


def test_verbs_are_not_shadowed_by_rooms() -> None:
    code = (
        "import argmap; m = argmap.loads('argmap: 1\\nstatements: {a: {claim: x}}'); "
        "argmap.check(m); argmap.outline(m); print(argmap.graph(m).main, callable(argmap.graph))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "() True"
