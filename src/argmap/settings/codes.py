"""Which rules are meant: by code, by name, or by the beginning of codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from argmap.diagnostics import RuleInfo, Severity
from argmap.settings.invalid import Wrong
from argmap.spelling import did_you_mean

#: Every rule by its code.
Catalogue: TypeAlias = Mapping[str, RuleInfo]

#: What every code begins with; `ALL` in settings.
EVERY = "AM"
# What could not be read cannot be wished away.
_READER = "AM0"


def selector(written: object, catalogue: Catalogue) -> str:
    """Return the code, or beginning of codes, that a word of the settings means.

    Args:
        written: a code (`AM109`), a name (`disconnected`), a beginning (`AM1`), or `ALL`.
        catalogue: every rule by its code.

    Raises:
        Wrong: no rule goes by it.
    """
    if not isinstance(written, str):
        msg = f"{written!r} is no code of a rule"
        raise Wrong(msg, 'write codes in quotes, such as "AM109"')
    word = written.strip()
    code, name = word.upper(), word.lower().replace("_", "-")
    if code == "ALL":
        return EVERY
    if code.startswith(EVERY) and any(each.startswith(code) for each in catalogue):
        return code
    names = {rule.name: rule.code for rule in catalogue.values()}
    if name in names:
        return names[name]
    # Digits are no spelling: near to a code are those of its hundred.
    hundred = [each for each in catalogue if each[:3] == code[:3]]
    hint = did_you_mean(code, hundred) or did_you_mean(name, names)
    msg = f'no rule goes by "{written}"'
    raise Wrong(msg, hint or "argmap explain lists the codes; AM1 means all that begin so")


def ignorable(written: object, catalogue: Catalogue) -> str:
    """Return the code, or beginning of codes, of rules that may be ignored.

    Raises:
        Wrong: no rule goes by it, or what it finds always counts.
    """
    code = selector(written, catalogue)
    if code.startswith(_READER):
        msg = f'"{written}" cannot be ignored: a map that cannot be read cannot be checked'
        raise Wrong(msg)
    return code


def adjustable(written: object, catalogue: Catalogue) -> str:
    """Return the code, or beginning of codes, of rules whose severity may be another.

    Raises:
        Wrong: no rule goes by it, or what it finds is always an error.
    """
    code = selector(written, catalogue)
    if all(is_fixed(rule) for rule in catalogue.values() if rule.code.startswith(code)):
        msg = f'"{written}" stays an error: a map that cannot be read cannot be checked'
        raise Wrong(msg)
    return code


def is_fixed(rule: RuleInfo) -> bool:
    """Return whether findings of a rule are errors whatever the settings say."""
    return rule.code.startswith(_READER) and rule.severity is Severity.ERROR


def counts(code: str, select: Iterable[str], ignore: Iterable[str]) -> bool:
    """Return whether findings of a rule count: whoever names it more closely decides.

    Where both name it as closely, it is ignored. What the reader finds (AM0xx) always counts.

    >>> counts("AM109", ["AM"], ["AM1"]), counts("AM109", ["AM", "AM109"], ["AM1"])
    (False, True)
    >>> counts("AM109", ["AM109"], ["AM109"]), counts("AM012", [], ["AM"])
    (False, True)
    """
    return code.startswith(_READER) or _closest(code, select) > _closest(code, ignore)


def severities(chosen: Mapping[str, Severity], catalogue: Catalogue) -> Mapping[str, Severity]:
    """Return the severity of each rule that has not its own, by its code."""
    found: dict[str, Severity] = {}
    for code, rule in catalogue.items():
        length = _closest(code, chosen)
        if length and not is_fixed(rule):
            found[code] = chosen[code[:length]]
    return MappingProxyType(found)


def _closest(code: str, selectors: Iterable[str]) -> int:
    """Return the length of the longest beginning of a code among selectors; 0 for none."""
    return max((len(each) for each in selectors if code.startswith(each)), default=0)
