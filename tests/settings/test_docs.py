"""What the pages say of settings and hooks is so."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from argmap.cli.program import main
from argmap.formats import Limits
from argmap.pipeline import CATALOGUE
from argmap.settings import Settings, resolve
from argmap.settings.keys import ENGINES, FAIL_ON, KEYS, OUTPUT_FORMATS
from argmap.settings.shown import shown

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs/reference/settings.md").read_text("utf-8")
ROWS = {
    found["key"]: (found["value"], found["default"])
    for found in re.finditer(
        r"^\| `(?P<key>\S+)` \| (?P<value>.*) \| (?P<default>.*) \|$", PAGE, re.MULTILINE
    )
}
TOML = re.findall(
    r"^```\{code-block\} toml\n:caption: argmap.toml\n\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
)


def test_every_key_has_its_row_with_its_default() -> None:
    assert list(ROWS)[: len(KEYS)] == list(KEYS)
    defaults = tomllib.loads(shown(Settings()))
    for key in KEYS:
        if key != "engine":
            assert tomllib.loads(f"x = {ROWS[key][1].strip('`')}")["x"] == defaults[key]
    assert defaults["max-size"] == Limits().size


@pytest.mark.parametrize(
    ("key", "words"),
    [("fail-on", FAIL_ON), ("output-format", OUTPUT_FORMATS), ("engine", ENGINES)],
)
def test_every_word_is_listed(key: str, words: tuple[str, ...]) -> None:
    assert tuple(re.findall(r"`([a-z-]+)`", ROWS[key][0])) == words


def test_the_examples_are_settings(tmp_path: Path) -> None:
    assert TOML
    for number, example in enumerate(TOML):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "argmap.toml").write_text(example)
        table = tomllib.loads(example)
        settings = resolve(folder, CATALOGUE)
        assert {key for key in KEYS if settings.origin(key) != "default"} == set(table)


def test_the_hooks_are_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As pre-commit calls them: the entry, and behind it the files whose names match."""
    monkeypatch.chdir(tmp_path)
    ferry = (ROOT / "maps/ferry.argmap.yaml").read_text("utf-8")
    Path("ferry.argmap.yaml").write_text(ferry, "utf-8")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["argmap-check", "argmap-fmt"]
    for hook in hooks:
        assert re.search(hook["files"], "maps/ferry.argmap.yaml")
        assert not re.search(hook["files"], "mkdocs.yaml")
        program, *arguments = hook["entry"].split()
        assert program == "argmap"
        assert main([*arguments, "ferry.argmap.yaml"]) == 0
