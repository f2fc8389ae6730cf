"""The site: what is made of the program's records, and that written pages speak of what there is.

`make docs` builds it and fails on any warning; these tests are about what Sphinx cannot see.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from argmap_docs import api, commands, links, rules, schemes, staging
from docutils import nodes

import argmap
from argmap.cli import program
from argmap.formats import native
from argmap.pipeline import CATALOGUE
from argmap.schemes import catalogue
from argmap.text import Text

DOCS = Path("docs")
WRITTEN = {
    path.as_posix(): path.read_text("utf-8") for path in [*DOCS.rglob("*.md"), Path("README.md")]
}
COMMANDS = {
    name: command
    for name in program._program.list_commands(click.Context(program._program))
    if (command := program._program.get_command(click.Context(program._program), name))
}
COMMANDS |= {
    f"{name} {inner}": command
    for name, group in COMMANDS.items()
    if isinstance(group, click.Group)
    for inner, command in group.commands.items()
}


# --- made pages --------------------------------------------------------------------------------


def test_each_public_name_stands_on_the_api_page_once() -> None:
    listed = Counter(name for names in api.groups().values() for name in names)
    assert listed == Counter(argmap.__all__)
    assert "More" not in api.groups(), "give the new name a group in docs/_ext/argmap_docs/api.py"
    (page,) = api.pages().values()
    for name in argmap.__all__:
        assert page.count(f":: argmap.{name}\n") == 1


def test_each_rule_has_a_page_at_its_code_and_is_listed() -> None:
    pages = rules.pages()
    listed = pages.pop("reference/rules.md")
    assert set(pages) == {f"reference/rules/{code}.md" for code in CATALOGUE}
    for code, record in CATALOGUE.items():
        page = pages[f"reference/rules/{code}.md"]
        assert page.startswith(f"# {code} {record.name}\n")
        assert record.page.partition("\n\n")[2] in page
        assert f"[{code}](rules/{code}.md)" in listed
        assert listed.count(f"\nrules/{code}\n") == 1


def test_each_command_is_told_with_each_of_its_options() -> None:
    (page,) = commands.pages().values()
    parts = dict(re.findall(r"(?ms)^## argmap ([\w -]+)\n(.*?)(?=^## |\Z)", page))
    assert set(parts) == {name for name, command in COMMANDS.items() if not command.hidden}
    for name, part in parts.items():
        options = [p for p in COMMANDS[name].params if isinstance(p, click.Option) and not p.hidden]
        for option in options:
            rows = [line for line in part.splitlines() if line.startswith("| `")]
            row = next(line for line in rows if f"{option.opts[0]}" in line)
            assert row.count("|") - row.count("\\|") == 3, row
        assert not re.search("[\b\x1b]", part)
    assert len(re.findall("^#", re.sub(r"(?ms)^```.*?^```$", "", page), re.MULTILINE)) == (
        1 + len(parts)
    )


def test_each_scheme_is_told_with_its_roles_and_questions() -> None:
    (page,) = schemes.pages().values()
    parts = dict(re.findall(r"(?ms)^### ([\w-]+)\n(.*?)(?=^##|\Z)", page))
    assert set(parts) == {scheme.id for scheme in catalogue().schemes}
    for scheme in catalogue().schemes:
        for name in [role.name for role in scheme.roles] + [q.id for q in scheme.questions]:
            assert f"`{name}`" in parts[scheme.id]


# --- staging -----------------------------------------------------------------------------------


def snapshot(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_build_reads_from_its_own_folder_and_a_second_one_writes_nothing(tmp_path: Path) -> None:
    app = SimpleNamespace(confdir=DOCS, doctreedir=tmp_path, srcdir=DOCS)
    stage = staging.stage
    stage(app, None)  # type: ignore[arg-type]  # stands in for Sphinx
    first = snapshot(tmp_path)
    assert app.srcdir == tmp_path / "source"
    assert (app.srcdir / "tutorial.md").read_bytes() == (DOCS / "tutorial.md").read_bytes()
    assert (app.srcdir / "reference/rules/AM101.md").is_file()
    assert not list(app.srcdir.rglob("*.py"))
    (app.srcdir / "of-yesterday.md").write_text("# A page that is no more\n")
    stage(app, None)  # type: ignore[arg-type]  # stands in for Sphinx
    assert snapshot(tmp_path) == first


def test_a_page_is_not_written_and_made(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference/rules.md").write_text("# Rules\n")
    app = SimpleNamespace(confdir=tmp_path, doctreedir=tmp_path / "trees")
    with pytest.raises(ValueError, match=r"reference/rules\.md"):
        staging.stage(app, None)  # type: ignore[arg-type]  # stands in for Sphinx


# --- links -------------------------------------------------------------------------------------


def linked(*parts: nodes.Node, page: str = "tutorial") -> list[tuple[str, str]]:
    document = nodes.document(None, None)  # type: ignore[arg-type]  # no settings are asked for
    document += nodes.paragraph("", "", *parts)
    builder = SimpleNamespace(get_relative_uri=lambda _, to: to)
    links.link_codes(SimpleNamespace(builder=builder), document, page)  # type: ignore[arg-type]
    assert document.astext() == "".join(part.astext() for part in parts)
    return [(node.astext(), node["refuri"]) for node in document.findall(nodes.reference)]


def test_a_code_becomes_a_link_to_its_page() -> None:
    text = nodes.Text("Such as AM101, AM999 and AM001.")
    assert linked(text) == [
        ("AM101", "reference/rules/AM101"),
        ("AM001", "reference/rules/AM001"),
    ]


def test_a_code_in_code_or_on_its_own_page_is_left_alone() -> None:
    assert linked(nodes.literal("", "AM101"), nodes.Text(" x")) == []
    assert linked(nodes.Text("AM101 and AM102"), page="reference/rules/AM101") == [
        ("AM102", "reference/rules/AM102")
    ]


# --- written pages -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", WRITTEN)
def test_pages_speak_of_rules_commands_and_options_that_exist(name: str) -> None:
    page = WRITTEN[name]
    assert set(re.findall(r"\bAM\d{3}\b", page)) - {"AM099"} <= set(CATALOGUE)
    for command, rest in re.findall(r"(?:`|\$ |run: )argmap ([a-z]+(?:-[a-z]+)*)([^`\n|]*)", page):
        inner = f"{command} {rest.split()[0]}" if rest.split() else command
        command = inner if inner in COMMANDS else command  # noqa: PLW2901 - one of a group
        assert command in COMMANDS, command
        known = {word for option in COMMANDS[command].params for word in option.opts} | {"--help"}
        assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest)) <= known, command + rest


@pytest.mark.parametrize("name", [name for name, page in WRITTEN.items() if "```yaml" in page])
def test_whole_maps_on_pages_can_be_read(name: str) -> None:
    for block in re.findall(r"^```yaml\n(.*?)^```$", WRITTEN[name], re.DOTALL | re.MULTILINE):
        if re.search(r"^argmap: 1$", block, re.MULTILINE):
            assert not native.read(Text(name, block)).diagnostics


def test_the_page_of_the_format_names_each_refusal() -> None:
    page = WRITTEN["docs/reference/map-format.md"].partition("## What the reader refuses")[2]
    assert {fault.code for fault in native.FAULTS} <= set(re.findall(r"AM\d{3}", page))
