"""The register of rules and their pages: nothing is missing, and the samples do what they say."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

import argmap.rules
from argmap.diagnostics import Diagnostic, Severity
from argmap.formats.native import read
from argmap.model import ArgumentMap
from argmap.rules import RULES, Case, Rule, check
from argmap.text import Text
from tests.rules.attached_texts import attached

HERE = Path(__file__).parent
# Modules of the folder that hold no rule.
HELPERS = {"case", "circles", "limits", "objections", "standings", "waivers"}
SECTIONS = ("**What.**", "**Why.**", "**Bad**", "**Good**", "**Reference.**")
MODULES = [cast("ModuleType", rule) for rule in RULES]
# What no sample is held to: as small as can be, it names no objection.
ONE_SIDED = "AM402"
# Nor a bad one: where a fault brings the conclusion down, that is told as well.
NOT_ESTABLISHED = "AM404"
_SAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _code(rule: Rule) -> str:
    return rule.RULE.code


def _findings(sample: str) -> list[Diagnostic]:
    reading = read(Text("sample.argmap.yaml", sample))
    assert reading.map is not None
    found = check(reading.map, sources=attached(reading.map))
    return [*reading.diagnostics, *found.diagnostics]


def test_every_module_is_in_the_register() -> None:
    """Each module of the folder is a rule of the register or a known helper."""
    found = {module.name for module in pkgutil.iter_modules(argmap.rules.__path__)}
    registered = {module.__name__.rpartition(".")[2] for module in MODULES}
    assert found == registered | HELPERS
    assert len(registered) == len(RULES)


def test_codes_and_names_are_unique_and_in_order() -> None:
    """Codes ascend through the register, within the ranges of rules; names are unique."""
    codes = [rule.RULE.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"AM[1-69]\d\d", code) for code in codes)
    assert len({rule.RULE.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=_code)
def test_module_and_case_file_are_named_for_the_rule(rule: Rule) -> None:
    """The rule `self-support` is the module `self_support`, its cases `self_support.yaml`."""
    name = rule.RULE.name.replace("-", "_")
    assert import_module(f"argmap.rules.{name}") is rule
    assert (HERE / f"{name}.yaml").is_file()


@pytest.mark.parametrize("rule", RULES, ids=_code)
def test_page(rule: Rule) -> None:
    """A page begins with code, name and summary, and has each section once, in order."""
    info = rule.RULE
    first, _, rest = info.page.partition("\n")
    assert first == f"{info.code} {info.name}: {info.summary}."
    places = [rest.index(section) for section in SECTIONS]
    assert places == sorted(places)
    assert all(rest.count(section) == 1 for section in SECTIONS)
    assert len(_SAMPLE.findall(rest)) == rest.count("```") // 2 == 2


@pytest.mark.parametrize("rule", RULES, ids=_code)
def test_bad_sample(rule: Rule) -> None:
    """The bad sample breaks this rule, and no other by more than a remark."""
    bad, _ = _SAMPLE.findall(rule.RULE.page)
    findings = _findings(bad)
    assert rule.RULE.code in {found.code for found in findings}
    also = {rule.RULE.code, ONE_SIDED, NOT_ESTABLISHED}
    others = [found for found in findings if found.code not in also]
    assert [found for found in others if found.severity > Severity.INFO] == []


@pytest.mark.parametrize("rule", RULES, ids=_code)
def test_good_sample(rule: Rule) -> None:
    """The good sample is clean: not this rule's finding, nor any error or warning."""
    _, good = _SAMPLE.findall(rule.RULE.page)
    findings = _findings(good)
    assert rule.RULE.code not in {found.code for found in findings}
    others = [found for found in findings if found.code != ONE_SIDED]
    assert [found for found in others if found.severity > Severity.INFO] == []


@pytest.mark.parametrize("rule", RULES, ids=_code)
def test_needs_are_met(rule: Rule) -> None:
    """Every rule of the register can run."""
    assert Case(ArgumentMap()).lacks(rule.NEEDS) is None
