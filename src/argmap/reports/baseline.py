"""Baselines: the findings that a project has today, so that a check tells only of new ones."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from argmap.diagnostics import Diagnostic
from argmap.errors import InvalidValue
from argmap.reports.document import Json, line, whole
from argmap.reports.examined import Examined
from argmap.reports.fingerprint import Identity

_VERSION = 1
_ENTRY = {"rule", "map", "element", "count", "fingerprint"}


def _counts(values: Mapping[Identity, int]) -> dict[Identity, int]:
    return dict(values)


@frozen
class Baseline:
    """How often each finding was there when the baseline was written."""

    counts: Mapping[Identity, int] = field(factory=dict, converter=_counts)

    @classmethod
    def of(cls, maps: Iterable[Examined]) -> Baseline:
        """Return the findings of maps; waived ones need no baseline."""
        return cls(Counter(Identity.of(one, found) for one in maps for found in one.diagnostics))

    def new(self, maps: Iterable[Examined]) -> tuple[Examined, ...]:
        """Return maps with the findings that are not in the baseline.

        Where a finding is there more often than it was, the last of them are new. All maps are
        given at once, because two of them may go by one name.

        >>> from argmap.diagnostics import Severity
        >>> lone = Diagnostic("AM108", "main-conclusion", Severity.ERROR, "no main conclusion")
        >>> before = Baseline.of([Examined("old/ferry.argmap.yaml", [lone])])
        >>> [len(one.diagnostics) for one in before.new([Examined("ferry.argmap.yaml", [lone])])]
        [0]
        """
        left = Counter(self.counts)

        def is_new(one: Examined, found: Diagnostic) -> bool:
            identity = Identity.of(one, found)
            left[identity] -= 1
            return left[identity] < 0

        return tuple(
            evolve(one, diagnostics=[each for each in one.diagnostics if is_new(one, each)])
            for one in maps
        )

    def gone(self, maps: Iterable[Examined]) -> tuple[Identity, ...]:
        """Return the findings of the baseline that are no longer there, in their order.

        Nothing is said of maps that are not given or could not be read, nor of rules that did not
        run on one of its name.

        >>> lone = Identity("AM108", "ferry.argmap.yaml", None)
        >>> [gone.rule for gone in Baseline({lone: 1}).gone([Examined("ferry.argmap.yaml")])]
        ['AM108']
        """
        examined = [one for one in maps if one.unread is None]
        names = {whole(one.key) for one in examined}
        untried = {(whole(one.key), each.rule.code) for one in examined for each in one.not_run}
        left = Counter(self.counts)
        left.subtract(Baseline.of(examined).counts)
        return tuple(
            identity
            for identity in sorted(self.counts, key=_order)
            if left[identity] > 0
            and identity.map in names
            and (identity.map, identity.rule) not in untried
        )


def write(maps: Iterable[Examined]) -> str:
    """Return the findings of maps as the text of a baseline file.

    It holds no line numbers and no folders, and a line for each entry, sorted: it changes only
    where the findings do. The map's id, or the name of its file, stands for the map.
    """
    counts = Baseline.of(maps).counts
    entries = [
        line(
            {
                "map": identity.map,
                "rule": identity.rule,
                "element": identity.element,
                "count": counts[identity],
                "fingerprint": identity.fingerprint,
            }
        )
        for identity in sorted(counts, key=_order)
    ]
    findings = ",".join(f"\n    {entry}" for entry in entries)
    return f'{{\n  "version": {_VERSION},\n  "findings": [{findings}\n  ]\n}}\n'


def _order(identity: Identity) -> tuple[str, str, bool, str]:
    return identity.map, identity.rule, identity.element is not None, identity.element or ""


def read(text: str) -> Baseline:
    """Return the baseline that a file holds.

    Raises:
        InvalidValue: the text is no baseline; the message says why.
    """
    try:
        held = whole(json.loads(text))
    except (ValueError, RecursionError) as error:
        msg = f"the baseline is not JSON: {error}"
        raise InvalidValue(msg) from error
    if not isinstance(held, dict) or held.get("version") != _VERSION:
        msg = f"the baseline is not of version {_VERSION}, which this argmap reads"
        raise InvalidValue(msg)
    if not isinstance(held.get("findings"), list):
        msg = "the baseline has no list of findings"
        raise InvalidValue(msg)
    counts: dict[Identity, int] = {}
    for number, entry in enumerate(held["findings"], start=1):
        identity, count = _read_entry(number, entry)
        if identity in counts:
            msg = f"finding {number} of the baseline stands there twice"
            raise InvalidValue(msg)
        counts[identity] = count
    return Baseline(counts)


def _read_entry(number: int, entry: Json) -> tuple[Identity, int]:
    """Return one entry of a baseline.

    Raises:
        InvalidValue: it is not as `write` writes it.
    """
    msg = f"finding {number} of the baseline"
    if not isinstance(entry, dict) or set(entry) != _ENTRY:
        msg += f" is no mapping of {', '.join(sorted(_ENTRY))}"
        raise InvalidValue(msg)
    rule, name, element, count = (entry[key] for key in ("rule", "map", "element", "count"))
    named = isinstance(rule, str) and isinstance(name, str)
    if not named or not isinstance(element, str | None) or type(count) is not int or count < 1:
        msg += " needs texts for rule and map, a text or null for element, and a count from 1"
        raise InvalidValue(msg)
    identity = Identity(rule, name, element)
    if entry["fingerprint"] != identity.fingerprint:
        msg += " was edited: its fingerprint is another; write the baseline anew"
        raise InvalidValue(msg)
    return identity, count
