"""The house keeps its registers: nothing is built that is not tested, named and explained.

Each register of the program (rules, formats, views, reports, commands, media, maps, the public
face) is held here to what must stand beside it. What a check does not find is named in its failure.
"""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
import typing
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import argmap
from argmap import escape, pipeline
from argmap.cli import program
from argmap.diagnostics import Severity
from argmap.formats import source_index
from argmap.formats.native import FAULTS
from argmap.rules import RULES
from argmap.settings import OUTPUT_FORMATS
from argmap.views.evaluation import Overlay
from tests.hostile.recipes import DEEP, GATE
from tests.test_escape_media import MEDIA

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "argmap"
MAPS = sorted((ROOT / "maps").glob("*.argmap.yaml"))
MODULES = sorted(SOURCE.rglob("*.py"))
PAGES = "\n".join(
    path.read_text("utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
)


def _short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), _short(path))


# --- rules and refusals ------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.RULE.code)
def test_a_rule_has_its_cases_and_its_page(rule: object) -> None:
    """What cases and page must hold, `tests/rules` says."""
    assert inspect.ismodule(rule)
    name = rule.__name__.rpartition(".")[2]
    cases = (ROOT / "tests" / "rules" / f"{name}.yaml").read_text("utf-8")
    assert rule.RULE.code in cases
    assert rule.__doc__ is not None
    assert rule.__doc__.startswith(f"{rule.RULE.code} {rule.RULE.name}: ")


def test_every_refusal_is_raised_by_a_hostile_file() -> None:
    said = (ROOT / "tests" / "golden" / "hostile" / "findings.txt").read_text("utf-8")
    said += "".join(recipe.says for recipe in (GATE | DEEP).values())
    assert [fault.code for fault in FAULTS if fault.code not in said] == []


def test_every_refusal_stands_on_the_page_of_the_format() -> None:
    page = (ROOT / "docs" / "reference" / "map-format.md").read_text("utf-8")
    assert [fault.code for fault in FAULTS if fault.code not in page] == []


def test_the_catalogue_holds_every_rule_once() -> None:
    assert set(pipeline.CATALOGUE) == {
        *(fault.code for fault in (*FAULTS, *source_index.FAULTS)),
        *(rule.RULE.code for rule in RULES),
    }
    names = [record.name for record in pipeline.CATALOGUE.values()]
    assert len(set(names)) == len(names)


# --- formats, views, reports, commands ---------------------------------------------------------


def _formats() -> list[str]:
    return [
        path.parent.name
        for path in (SOURCE / "formats").glob("*/__init__.py")
        if "\nNAME = " in path.read_text("utf-8")
    ]


@pytest.mark.parametrize("name", _formats())
def test_a_format_has_its_names_its_laws_and_its_page(name: str) -> None:
    room = import_module(f"argmap.formats.{name}")
    assert callable(room.read)
    assert callable(import_module(f"argmap.formats.{name}.write").write)
    for suffix in room.SUFFIXES:
        assert f"*{suffix}" in PAGES or f"`{suffix}`" in PAGES, f"{suffix} stands in no page"
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests/formats").glob("*laws.py"))
    assert f"{name}.write" in tests or f"{name} import write" in tests
    assert re.search(rf"\b{name}\b", tests)


#: How the name of a golden file of a view ends.
_OUTLINES = {"text": "outline.txt", "markdown": "outline.md", "rest": "outline.rst"}


def test_each_map_has_a_golden_file_of_each_view() -> None:
    written = typing.get_args(
        typing.get_type_hints(pipeline.outline, localns={"Overlay": Overlay})["format"]
    )
    assert set(written) == set(_OUTLINES), "give the new form a golden file"
    wanted = [f"{path.name.split('.')[0]}.{end}" for path in MAPS for end in _OUTLINES.values()]
    wanted += [f"{path.name.split('.')[0]}.dot" for path in MAPS]
    kept = {path.name for path in (ROOT / "tests" / "golden" / "views").iterdir()}
    assert sorted(set(wanted) - kept) == []


#: The module that writes each format of a report.
_REPORTS = {name: name for name in OUTPUT_FORMATS} | {"full": "frames", "json": "as_json"}


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_a_report_has_its_module_its_tests_and_its_page(name: str) -> None:
    module = _REPORTS[name]
    assert callable(getattr(import_module(f"argmap.reports.{module}"), module))
    tests = [f"test_{module}.py", f"test_{name}.py"]
    assert any((ROOT / "tests" / "reports" / test).is_file() for test in tests)
    page = (ROOT / "docs" / "reference" / "reports.md").read_text("utf-8")
    told = rf"(?im)`[^`\n]*\b{name}\b[^`\n]*`|^#+ .*\b{name}\b"
    assert re.search(told, page), "tell of it on that page"


@pytest.mark.parametrize("name", program._COMMANDS)
def test_a_command_has_its_module_its_tests_and_its_examples(name: str) -> None:
    module = name.replace("-", "_")
    command = getattr(import_module(f"argmap.cli.{module}"), module)
    assert "Examples:" in (command.epilog or ""), "the help shows how it is used"
    assert f"argmap {name}" in command.epilog
    assert re.search(rf"argmap {name}\b", PAGES), "it stands in the README or the docs"
    assert (ROOT / "tests" / "cli" / f"test_{module}.py").is_file()


def test_every_medium_is_read_back() -> None:
    """Each function that escapes is in the register whose texts are parsed back."""
    functions = {
        name
        for name, value in vars(escape).items()
        if inspect.isfunction(value) and value.__module__ == escape.__name__ and name[0] != "_"
    }
    assert functions - set(MEDIA) == set(), "give it a parser in tests/test_escape_media.py"


def test_markup_is_escaped_in_one_module_only() -> None:
    ours = re.compile(r"&(?:amp|lt|quot);|html\.escape|saxutils")
    found = [_short(path) for path in MODULES if ours.search(path.read_text("utf-8"))]
    assert found == ["src/argmap/escape.py"]


# --- the face ----------------------------------------------------------------------------------

#: `dump` is left out: an example would leave a file behind.
VERBS = [
    name for name in argmap.__all__ if inspect.isfunction(getattr(argmap, name)) and name != "dump"
]


@pytest.mark.parametrize("name", argmap.__all__)
def test_a_public_name_is_documented_and_its_types_are_checked(name: str) -> None:
    value = getattr(argmap, name)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert value.__doc__
        assert value.__doc__[0].isupper()
    assert re.search(rf"\b{name}\b", (ROOT / "tests" / "typing" / "api.py").read_text("utf-8")), (
        "use it in tests/typing/api.py"
    )


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_shows_an_example(name: str) -> None:
    assert ">>> " in (getattr(argmap, name).__doc__ or "")


# --- files and functions -----------------------------------------------------------------------

#: Files of more than 300 lines, and why they are not two.
LONG = {
    "src/argmap/formats/native/cursor.py": "limits, refusals and findings of one stream of events",
    "src/argmap/formats/native/faults.py": "a table: one record for each refusal",
    "src/argmap/formats/native/structure.py": "each value of the model, written once",
    "src/argmap/formats/native/values.py": "each kind of single value, read once",
    "src/argmap/graphs/structure.py": "one class, each of whose questions is a few lines",
    "src/argmap/semantics/frameworks/framework.py": "one class, each question a few lines",
    "src/argmap/views/drawing.py": "one pass over the map that yields the lines of DOT",
}
#: Files of less than 30 lines that are no `__init__`, and why they are not part of another.
SMALL = {
    "src/argmap/__main__.py": "what Python asks for",
    "src/argmap/cli/failure.py": "what every command raises, loaded before all else",
    "src/argmap/fixes/words.py": "words of hints that every fix shares",
    "src/argmap/formats/json_form/write.py": "every format has a module of this name",
    "src/argmap/version.py": "read by the build, which imports nothing",
}


def _size(path: Path) -> int:
    return path.read_text("utf-8").count("\n")


@pytest.mark.parametrize("path", MODULES, ids=_short)
def test_a_file_holds_one_idea(path: Path) -> None:
    size, name = _size(path), _short(path)
    if size > 300:
        assert name in LONG, f"{size} lines: split it"
        assert size <= 400, f"{size} lines: split it"
    if size < 30 and path.name != "__init__.py":
        assert name in SMALL, f"{size} lines: it belongs to another"


def test_the_lists_of_long_and_small_files_name_files() -> None:
    assert [name for name in (*LONG, *SMALL) if not (ROOT / name).is_file()] == []


def test_no_function_is_longer_than_60_lines() -> None:
    """Counted from its first statement: signature and docstring are for the reader."""
    found = []
    for path in MODULES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) is not None else node.body
                lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
                if lines > 60:
                    found.append(f"{_short(path)}: {node.name}, {lines} lines")
    assert found == []


# --- below floor 5 -----------------------------------------------------------------------------

#: Package data may be read, and a class may be made of generated source, as attrs does.
_ALLOWED = {
    ("src/argmap/formats/schema/__init__.py", "read_text"),
    ("src/argmap/model/unchecked.py", "exec"),
    ("src/argmap/reports/as_json.py", "read_text"),
    ("src/argmap/schemes/catalogue.py", "read_text"),
    ("src/argmap/schemes/loading.py", "read_text"),
}
_BUILT_IN = {"__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print"}
_METHODS = {"read_bytes", "read_text", "write_bytes", "write_text", "getenv", "now", "today"}
_WORLD = {"io", "os", "secrets", "shutil", "sys", "tempfile", "threading", "uuid"}


def _below_floor_5() -> Iterator[Path]:
    """Every module of the rooms that the import contract names."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    [rooms] = [one["source_modules"] for one in contracts if one["id"] == "world"]
    for room in rooms:
        path = SOURCE.joinpath(*room.split(".")[1:])
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]


def _touches(tree: ast.Module) -> Iterator[str]:
    """What a module does that reaches the world outside."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in _BUILT_IN:
                yield name
            case ast.Call(func=ast.Attribute(attr=name)) if name in _METHODS:
                yield name
            case ast.Import(names=names):
                yield from (one.name for one in names if one.name.split(".")[0] in _WORLD)
            case ast.ImportFrom(module=str(module), names=names):
                if module.split(".")[0] in _WORLD:
                    yield module
                if module == "pathlib":
                    yield from (one.name for one in names if not one.name.startswith("Pure"))
            case _:
                pass


@pytest.mark.parametrize("path", list(_below_floor_5()), ids=_short)
def test_below_floor_5_nothing_touches_the_world(path: Path) -> None:
    found = {(_short(path), what) for what in _touches(_tree(path))}
    assert found - _ALLOWED == set()


def test_a_module_that_opens_or_prints_would_be_found() -> None:
    lines = ("import os.path", "from pathlib import Path, PurePath", "print(open('x'))")
    tree = ast.parse("\n".join([*lines, "Path('x').read_text()"]))
    assert sorted(_touches(tree)) == ["Path", "open", "os.path", "print", "read_text"]


# --- maps, pages, the log of changes -----------------------------------------------------------


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_a_map_is_clean_and_shown(path: Path) -> None:
    examination = pipeline.examine(path, sources=[ROOT / "seeds"])
    assert [str(one) for one in examination.diagnostics if one.severity > Severity.INFO] == []
    assert [one for one in examination.not_run if "not at hand" not in one.why] == []
    assert examination.map is not None
    assert len(examination.map.waivers) <= 5
    assert path.name in PAGES, "it stands in the README or the docs"
    assert f"images/{path.name.split('.')[0]}.svg" in PAGES, "so does its picture"


@pytest.mark.parametrize("name", ["ferry", "us-rok-2025", "us-rok-2025-folded"])
def test_a_picture_in_the_docs_is_of_the_map_as_it_is(name: str) -> None:
    """Each holds the outline of its map; where an engine puts a box is of no account."""
    argument_map = pipeline.load(ROOT / "maps" / f"{name.removesuffix('-folded')}.argmap.yaml")
    picture = (ROOT / "docs" / "images" / f"{name}.svg").read_text(encoding="utf-8")
    told = escape.xml(pipeline.outline(argument_map).strip())
    assert told in picture, f"draw it again: argmap diagram -o docs/images/{name}.svg"


@pytest.mark.parametrize("page", ["docs/explanation/architecture.md", "CONTRIBUTING.md"])
def test_every_room_stands_in_the_plan_of_the_house(page: str) -> None:
    rooms = {
        path.stem
        for path in SOURCE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    } - {"__init__", "__main__", "version"}
    plan = (ROOT / page).read_text("utf-8")
    assert sorted(room for room in rooms if f"`{room}`" not in plan) == []


def test_the_log_of_changes_has_a_place_for_the_next() -> None:
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(r"(?m)^## (Unreleased|\d+\.\d+\.\d+)", log)
    assert argmap.__version__ in log


#: Paths of the machine that something was made on.
_MACHINE = re.compile(r"(?<![\w.~-])/(?:home|root|Users|work|tmp|mnt|opt|srv|var)/\w")
#: Where such a path is an example.
_EXAMPLES = {"src/argmap/reports/uris.py"}
_TEXTS = {"", ".cfg", ".css", ".html", ".json", ".md", ".py", ".toml", ".txt", ".yaml", ".yml"}


def test_no_file_names_a_path_of_the_machine_that_it_was_made_on() -> None:
    found = []
    for top in ("src", "docs", "maps", "bench", "fuzz", "seeds", ".ci", "README.md", "Makefile"):
        paths = (ROOT / top).rglob("*") if (ROOT / top).is_dir() else [ROOT / top]
        for path in paths:
            if path.suffix in _TEXTS and path.is_file() and _short(path) not in _EXAMPLES:
                lines = path.read_text("utf-8").splitlines()
                found += [
                    f"{_short(path)}:{n}: {line.strip()}"
                    for n, line in enumerate(lines, 1)
                    if _MACHINE.search(line)
                ]
    assert found == []
