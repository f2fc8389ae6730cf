"""Trying fixes: what is wrong with a text after them, and whether that is less than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from argmap import rules
from argmap.diagnostics import Diagnostic, Severity
from argmap.fixes.edits import apart, apply
from argmap.fixes.fix import Fix
from argmap.formats import Limits, native
from argmap.model import ArgumentMap
from argmap.sources.attached import Attached
from argmap.text import Text

# Every finding counts: the usual limit would show others where some are mended.
_LIMITS = Limits(diagnostics=1_000_000_000)


@frozen
class State:
    """A text, and how much is wrong with it."""

    text: Text
    #: How many findings there are of each rule, by its code.
    counts: Counter[str]
    #: Codes of which a finding is an error.
    errors: frozenset[str]
    #: The sources of the map as far as they are at hand; None if nobody looked for them.
    sources: Attached | None = None

    @classmethod
    def of(cls, text: Text, sources: Attached | None = None) -> State | None:
        """Return the state of a text; None where it cannot be read to its end."""
        found = findings(text, sources, _LIMITS)
        if found is None:
            return None
        _, diagnostics = found
        return cls(
            text,
            Counter(finding.code for finding in diagnostics),
            frozenset(each.code for each in diagnostics if each.severity is Severity.ERROR),
            sources,
        )


def findings(
    text: Text, sources: Attached | None = None, limits: Limits | None = None
) -> tuple[ArgumentMap, Sequence[Diagnostic]] | None:
    """Return a map and what is wrong with it; None where it cannot be read to its end."""
    reading = native.read(text, limits=limits)
    if reading.map is None or not reading.complete:
        return None
    if reading.map.extends is not None:
        return reading.map, reading.diagnostics
    found = rules.check(reading.map, sources=sources)
    return reading.map, (*reading.diagnostics, *found.diagnostics)


def with_content(text: Text, content: str) -> Text:
    r"""Return a text with other content, of which nothing is dropped.

    `Text` drops a byte order mark in front, as it should of a file; here it is gone already, and
    what stands in front is a second one.
    """
    return Text(text.name, f"\ufeff{content}")


def harmless(state: State, fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    """Return those of the fixes that mend what they say and break nothing, all taken together.

    Of two that do not go together the first is kept. All are tried at once, and only where that
    fails half of them: where all is well, the text is read once.
    """
    kept: list[Fix] = []
    now = state
    waiting = [list(fixes)]
    while waiting:
        group, barred = apart(state.text, kept, waiting.pop())
        if not group:
            continue
        if barred:  # until it is known whether what bars them is kept
            waiting.append(barred)
        mended = with_content(state.text, apply(state.text, [*kept, *group]))
        after = State.of(mended, state.sources)
        if after is not None and _is_better(now, after, group):
            kept += group
            now = after
        elif len(group) > 1:
            middle = len(group) // 2
            waiting += [group[middle:], group[:middle]]
    return tuple(kept)


def _is_better(before: State, after: State, group: Sequence[Fix]) -> bool:
    """Return whether each fix of a group took its finding away, and none brought another.

    What counts against a fix is a finding of the reader. An error of the rules counts too, but not
    against a fix of what the reader found: what could not be read before is looked at for the first
    time.
    """
    mended = Counter(fix.rule for fix in group)
    of_rules = not all(map(_is_of_reader, mended))
    for code in before.counts | after.counts:
        more = after.counts[code] - before.counts[code]
        if code in mended:
            if more > -mended[code]:
                return False
        elif more > 0 and (_is_of_reader(code) or (of_rules and code in after.errors)):
            return False
    return True


def _is_of_reader(code: str) -> bool:
    return code.startswith("AM0")
