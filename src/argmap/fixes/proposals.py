"""Which findings can be fixed, and how: a fix is proposed, then tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from argmap.diagnostics import Diagnostic
from argmap.fixes import repeats, words
from argmap.fixes.fix import Fix
from argmap.fixes.names import Names
from argmap.fixes.places_of_quotes import PlacesOfQuotes
from argmap.fixes.trial import State, harmless
from argmap.model import ArgumentMap
from argmap.sources.attached import Attached
from argmap.text import Text

#: What makes a fix of a finding that the text alone can mend, by the code of the rule.
PROPOSALS: Mapping[str, Callable[[Diagnostic], Fix | None]] = MappingProxyType(
    {
        "AM012": words.fix,
        "AM020": repeats.fix_premise,
        "AM022": words.fix,
        "AM112": repeats.fix_step,
    }
)
_NAMES, _PLACES = "AM101", "AM513"


def fixes(
    diagnostics: Iterable[Diagnostic],
    argument_map: ArgumentMap | None = None,
    *,
    sources: Attached | None = None,
    unsafe: bool = True,
) -> tuple[Fix, ...]:
    r"""Return fixes for findings, in the order of their places, to be applied together.

    They were tried: with them the findings are gone, nothing is refused that was read before, and
    there is no new error, save what shows where something could not be read before. Who wants to
    apply one alone gives its finding alone: one fix may lean on another. A text that cannot be read
    to its end gets none.

    Args:
        diagnostics: findings with places, of one map.
        argument_map: the map, without which no name can be mended.
        sources: its sources as far as they are at hand, without which no place can be mended.
        unsafe: whether to return also those that should be looked at before they are made.

    >>> from argmap.formats.native import read
    >>> text = "argmap: 1\nstatements:\n  ferry: {clam: The ferry runs.}\n"
    >>> reading = read(Text("m.yaml", text))
    >>> [fix.description for fix in fixes(reading.diagnostics)]
    ['write "claim" for "clam"']
    """
    if argument_map is None:
        argument_map = ArgumentMap()
    names = Names(argument_map)
    places = PlacesOfQuotes.of(argument_map, sources or {})
    proposed: dict[Text, list[Fix]] = {}
    for finding in diagnostics:
        if finding.code == _NAMES:
            fix = names.fix(finding)
        elif finding.code == _PLACES:
            fix = places.fix(finding)
        else:
            propose = PROPOSALS.get(finding.code)
            fix = None if propose is None else propose(finding)
        if fix is not None and (fix.safe or unsafe):
            proposed.setdefault(fix.edits[0].span.text, []).append(fix)
    found: list[Fix] = []
    for text, group in proposed.items():
        state = State.of(text, sources)
        if state is not None:
            found += harmless(state, sorted(group, key=lambda fix: (not fix.safe, _place(fix))))
    return tuple(sorted(found, key=_place))


def _place(fix: Fix) -> tuple[str, int, int, str]:
    span = fix.edits[0].span
    return span.text.name, span.start, span.end, fix.rule
