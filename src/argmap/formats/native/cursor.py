"""The stream of YAML events, watched: limits, refused features, and the findings so far.

The reader pulls events and builds values at once; no tree is made in between. Each function that
reads a value gets the first event of that value and consumes the rest of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from argmap.diagnostics import Diagnostic, Related, RuleInfo
from argmap.formats.native import faults, syntax
from argmap.formats.reading import Limits
from argmap.model import Kind, Place
from argmap.spelling import did_you_mean
from argmap.text import Span, Text

Event: TypeAlias = Any  # PyYAML's events are untyped
_SUGGESTIONS = 20
_KINDS = frozenset(kind.value for kind in Kind)


class EndOfReading(Exception):
    """A signal inside the reader: nothing more can be read, and why has been recorded."""


class Cursor:
    """Events of one text, and everything that is noticed on the way."""

    def __init__(
        self,
        text: Text,
        limits: Limits,
        rules: Container[str] | None,
        loader: type[Any] | None = None,
    ) -> None:
        """Begin at the start of the text.

        Args:
            text: what is read.
            limits: how much of it.
            rules: codes and names of the rules that a waiver may name; None for any.
            loader: PyYAML loader class; by default libyaml's where PyYAML has it.
        """
        self.text = text
        self.limits = limits
        self.rules = rules
        self.found: list[Diagnostic] = []
        self.complete = True
        #: How many findings there were, those included that were only counted.
        self.reported = 0
        #: Id of the statement that is being read.
        self.subject: str | None = None
        #: Places by how they are written: most places of a map are named more than once.
        self.places: dict[str, Place] = {}
        #: Statements and steps so far.
        self.elements = 0
        self._counts: Counter[str] = Counter()
        self._suggested = 0
        #: Where the collections begin that are open.
        self._open: list[int] = []
        self._end = 0
        #: Where the part of the text begins that is being parsed.
        self._base = 0
        self._loader: Any = loader or getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        self._get_event: Callable[[], Event]

    def open(self, content: str) -> None:
        """Begin to parse; the content may differ from the text in forbidden characters only."""
        self._get_event = self._loader(content).get_event

    # Findings

    def report(
        self,
        rule: RuleInfo,
        span: Span | None,
        message: str,
        *,
        hint: str | None = None,
        related: Iterable[Related] = (),
    ) -> None:
        """Record a finding about the statement that is being read; above the limit, count it."""
        self.reported += 1
        self._counts[rule.code] += 1
        if self._counts[rule.code] <= self.limits.diagnostics:
            self.found.append(
                rule.at(span, message, subject=self.subject, hint=hint, related=related)
            )

    def count(self, rule: RuleInfo, more: int) -> None:
        """Count findings above the limit without making them."""
        self.reported += more
        self._counts[rule.code] += more

    def counts(self, rule: RuleInfo) -> bool:
        """Return whether there are so many findings of a rule that one more is only counted.

        It is counted then. A bomb has a million of them, and words and places take longest.
        """
        if self._counts[rule.code] < self.limits.diagnostics:
            return False
        self.count(rule, 1)
        return True

    def suggestion(self, name: str, candidates: Iterable[str]) -> str | None:
        """Return a did-you-mean hint for the first names that are asked for, then None."""
        self._suggested += 1
        return did_you_mean(name, candidates) if self._suggested <= _SUGGESTIONS else None

    def omitted(self) -> Iterator[Diagnostic]:
        """Yield a note for each code of which findings were only counted."""
        for code, count in sorted(self._counts.items()):
            if count > self.limits.diagnostics:
                yield faults.FINDINGS_OMITTED.at(
                    None,
                    f"{count - self.limits.diagnostics} more findings of {code} in "
                    f"{self.text.name} are not shown",
                )

    def span(self, event: Event) -> Span:
        """Return where a scalar stands, or where a collection begins."""
        base = self._base
        start, end = event.start_mark.index + base, event.end_mark.index + base
        if event.__class__ is ScalarEvent:
            if event.style in ("|", ">"):
                end = start + len(self.text.content[start:end].rstrip())
            elif start == end:  # parsers differ on where nothing stands: directly behind the key
                while start and self.text.content[start - 1] in " \t":
                    start -= 1
                end = start
            return Span(self.text, start, end)
        return Span(self.text, start, start + 1 if event.flow_style else start)

    def start(self, event: Event) -> int:
        """Return the offset at which something begins."""
        start: int = event.start_mark.index
        return start + self._base

    def end(self, event: Event) -> int:
        """Return the offset at which something ends."""
        end: int = event.end_mark.index
        return end + self._base

    def span_to_here(self, start: int) -> Span:
        """Return the span from an offset to the end of what was last read."""
        return Span(self.text, start, max(start, self._end))

    def part(self, event: Event, start: int, end: int) -> Span:
        """Return where a part of a scalar's value stands; the whole scalar if that is unclear."""
        begin = self.start(event) + (1 if event.style in ("'", '"') else 0)
        if self.text.content[begin : begin + len(event.value)] == event.value:
            return Span(self.text, begin + start, begin + end)
        return self.span(event)

    # Events

    def next(self) -> Event:
        """Return the next event.

        Raises:
            EndOfReading: the text is not YAML from here on, or nested too deeply.
        """
        try:
            event = self._get_event()
        except yaml.YAMLError as error:
            self._syntax_fault(error)
            raise EndOfReading from error
        kind = event.__class__
        if kind is ScalarEvent:
            self._end = event.end_mark.index + self._base
            if event.tag is not None or event.anchor is not None:
                self._refuse_properties(event)
            return event
        return self._watched(event)

    def _syntax_fault(self, error: yaml.YAMLError) -> None:
        self.complete = False
        if syntax.NESTING in str(error):
            # libyaml looks ahead, and from 0.2.6 on gives up 1,000 levels further on.
            deeper = self.limits.depth + 1 - len(self._open)
            start = self._open[-1] + 1 if self._open else 0
            at = syntax.bracket(self.text, start, deeper)
            self.report(faults.TOO_DEEP, Span(self.text, at, at + 1), self._too_deep())
            return
        found = syntax.diagnose(self.text, error, self._end, self._open)
        self.report(found.rule, found.span, found.message, hint=found.hint)

    def _too_deep(self) -> str:
        return f"more than {self.limits.depth} levels of nesting"

    def _watched(self, event: Event) -> Event:
        """Return an event that is no scalar, after keeping count and refusing what maps forgo."""
        kind = event.__class__
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            self._open.append(self.start(event))
            if event.tag is not None or event.anchor is not None:
                self._refuse_properties(event)
            if len(self._open) > self.limits.depth:
                self.stop(faults.TOO_DEEP, self.span(event), self._too_deep())
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._open.pop()
            if event.end_mark.index > event.start_mark.index:
                self._end = self.end(event)
        elif kind is AliasEvent:
            self._end = self.end(event)
            return self._refuse_alias(event)
        elif kind is DocumentStartEvent and event.tags:
            self.report(faults.YAML_FEATURE, self._here(event), "a map has no %TAG directives")
        return event

    def stop(self, rule: RuleInfo, span: Span | None, message: str) -> None:
        """Record a finding after which nothing more is read.

        Raises:
            EndOfReading: always.
        """
        self.complete = False
        self.report(rule, span, message, hint=syntax.NOT_CHECKED)
        raise EndOfReading

    def element(self, event: Event) -> None:
        """Count a statement or a step.

        Raises:
            EndOfReading: there are more than the limit.
        """
        self.elements += 1
        if self.elements > self.limits.elements:
            self.stop(
                faults.TOO_LARGE,
                self.span(event),
                f"more than {self.limits.elements:,} statements and steps",
            )

    def skip(self, event: Event) -> None:
        """Consume the rest of a value."""
        level = 0
        while True:
            if isinstance(event, CollectionStartEvent):
                level += 1
            elif isinstance(event, CollectionEndEvent):
                level -= 1
            if level == 0:
                return
            event = self.next()

    def items(self, _start: Event) -> Iterator[Event]:
        """Yield the first event of each item of a sequence."""
        while (event := self.next()).__class__ is not SequenceEndEvent:
            yield event

    def entries(self, _start: Event) -> Iterator[tuple[Event, Event]]:
        """Yield key and first event of the value for each entry of a mapping.

        Keys that are no texts, come twice or are merge keys are reported and left out.
        """
        seen: dict[str, Event] = {}
        previous: Event = None
        next_event = self.next
        while (key := next_event()).__class__ is not MappingEndEvent:
            if key.__class__ is not ScalarEvent:
                self.report(faults.WRONG_TYPE, self._here(key), "a key must be a text")
                self.skip(key)
                self.skip(self.next())
                continue
            value = next_event()
            name = key.value
            if name in seen or _is_merge(key) or self._is_split(key, value):
                self._refuse_entry(key, value, seen.get(name), previous)
                self.skip(value)
            else:
                seen[name] = key
                previous = value
                yield key, value

    def _refuse_entry(self, key: Event, value: Event, first: Event, previous: Event) -> None:
        if _is_merge(key):
            hint = "write the entries out in full"
            self.report(faults.YAML_FEATURE, self.span(key), "maps have no merge keys", hint=hint)
        elif self._is_split(key, value):
            self._report_split(key, previous)
        else:
            self._report_duplicate(key, first)

    def _is_split(self, key: Event, value: Event) -> bool:
        """Return whether a comma made a key of the second half of a text inside `{ }`."""
        if value.__class__ is not ScalarEvent or value.value or value.style or key.style:
            return False
        behind = self.end(key)
        before = max(self.span(value).end, behind + 1)
        return ":" not in self.text.content[behind:before]

    def _report_split(self, key: Event, previous: Event) -> None:
        spaced = syntax.spaced(key.value)
        if spaced is not None and (previous is None or spaced[0] in _KINDS):
            message = f'no space stands after the colon of "{key.value}"'
            hint = syntax.add_space(*spaced)
            self.report(faults.UNKNOWN_KEY, self.span(key), message, hint=hint)
            return
        hint = "put the text in quotes"
        span = self.span(key)
        if previous is not None and previous.end_mark.index > previous.start_mark.index:
            span = Span(self.text, self.start(previous), self.end(key))
            hint = f"write it in quotes: {syntax.quoted(span.excerpt)}"
        self.report(
            faults.SPLIT_BY_COMMA,
            span,
            f'YAML ends a value at a comma inside {{ }}: "{key.value}" is cut off',
            hint=hint,
        )

    def _report_duplicate(self, key: Event, first: Event) -> None:
        if self.counts(faults.DUPLICATE_KEY):
            return
        line = self.span(first).line
        self.report(
            faults.DUPLICATE_KEY,
            self.span(key),
            f'"{key.value}" stands here a second time; the one in line {line} is read',
            related=[Related("it stands here first", self.span(first))],
            hint="remove one of the two, or give it another name",
        )

    def _refuse_properties(self, event: Event) -> None:
        what = "a tag" if event.tag is not None else "an anchor"
        sign = "!" if event.tag is not None else "&"
        start = self.start(event)
        written = Span(self.text, start, self.end(event)).excerpt
        hint = "remove it"
        if event.__class__ is ScalarEvent and written.startswith(sign):
            hint = f"if it is part of the text, write it in quotes: {syntax.quoted(written)}"
        self.report(
            faults.YAML_FEATURE,
            Span(self.text, start, start + 1),
            f"YAML reads what begins with {sign} as {what}, which maps do without",
            hint=hint,
        )

    def _refuse_alias(self, event: Event) -> Event:
        span = Span(self.text, self.start(event), self.end(event))
        self.report(
            faults.YAML_FEATURE,
            span,
            "YAML reads what begins with * as an alias, which maps do without",
            hint=f"if it is a text, write it in quotes: {syntax.quoted(span.excerpt)}",
        )
        return ScalarEvent(
            None, None, (True, False), span.excerpt, event.start_mark, event.end_mark
        )

    def _here(self, event: Event) -> Span:
        return Span(self.text, self.start(event), self.start(event))


def _is_merge(key: Event) -> bool:
    return key.value == "<<" and not key.style
