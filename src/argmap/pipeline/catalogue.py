"""Every rule that there is, of the reader and for maps, by its code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from argmap import rules
from argmap.diagnostics import RuleInfo
from argmap.errors import UnknownName
from argmap.formats import native, source_index
from argmap.spelling import did_you_mean

#: Every rule by its code: what the reader refuses, and the rules for maps.
CATALOGUE: Mapping[str, RuleInfo] = MappingProxyType(
    {
        record.code: record
        for record in (
            *native.FAULTS,
            *source_index.FAULTS,
            *(rule.RULE for rule in rules.RULES),
        )
    }
)


@cache
def rule_names() -> frozenset[str]:
    """Return the codes and the names of all rules."""
    return frozenset(CATALOGUE) | frozenset(record.name for record in CATALOGUE.values())


def explain(rule: str) -> RuleInfo:
    """Return the record of a rule, by its code or name; its `page` explains it.

    Raises:
        UnknownName: there is no such rule.

    >>> explain("dangling-reference").code
    'AM101'
    """
    wanted = rule.strip()
    for record in CATALOGUE.values():
        if wanted.upper() == record.code or wanted.lower().replace("_", "-") == record.name:
            return record
    hint = did_you_mean(wanted.upper(), CATALOGUE) or did_you_mean(wanted, rule_names())
    msg = f"there is no rule {rule!r}" + (f"; {hint}" if hint else "")
    raise UnknownName(msg)
