"""What a rule is given, what a rule is, and the words that rules share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from argmap.diagnostics import Diagnostic, Related, RuleInfo
from argmap.graphs import Graph, ResolvedStep
from argmap.model import ArgumentMap, Premise, PremiseKind, Statement, Step
from argmap.text import Span

if TYPE_CHECKING:
    from argmap.schemes import Catalogue
    from argmap.semantics.labelling import Labelling
    from argmap.semantics.terms import Concessions
    from argmap.sources.attached import Attached
    from argmap.sources.citations import Quotation
    from argmap.sources.grounds import Ground
    from argmap.sources.origins import Origins
    from argmap.sources.repeats import Repeats
    from argmap.sources.source_index import IndexedPiece

#: How many names a message lists before it says how many there are.
NAMES_IN_A_MESSAGE = 5

# What a case can always offer beside map and graph.
_OFFERED = frozenset({"labelling", "schemes"})


class Case:
    """A map and what rules want to know of it, each computed once, when first asked for."""

    def __init__(self, argument_map: ArgumentMap, sources: Attached | None = None) -> None:
        """Keep the map, and its sources as far as they are at hand; None if nobody looked."""
        self.map = argument_map
        self._sources = sources

    def lacks(self, needs: Iterable[str]) -> str | None:
        """Return why a rule with these needs cannot run on the map, or None if it can."""
        missing = sorted(set(needs) - _OFFERED)
        if "sources" in missing and self._has_sources:
            missing.remove("sources")
        return f"it needs {listed(missing)}" if missing else None

    @property
    def _has_sources(self) -> bool:
        """Whether the sources that the map ties itself to were sought."""
        return self._sources is not None or not any(source.index for source in self.map.sources)

    @property
    def sources(self) -> Attached:
        """The sources of the map whose index is at hand, by their ids."""
        return self._sources or {}

    @cached_property
    def schemes(self) -> Catalogue:
        """The argumentation schemes."""
        from argmap.schemes import catalogue  # most maps are checked without it

        return catalogue()

    @cached_property
    def graph(self) -> Graph:
        """The map as a graph, attacks by answers included."""
        # Reading the catalogue takes longer than checking a small map; without answers to
        # critical questions the graph has no use for it.
        answered = any(step.inference.answers for step in self.map.steps)
        return Graph(self.map, self.schemes if answered else None)

    @cached_property
    def labelling(self) -> Labelling:
        """The grounded labelling of the map, on the terms that it sets itself."""
        from argmap.semantics.terms import Concessions

        return self._labelled(Concessions.OUTWEIGHED)

    @cached_property
    def labelling_with_concessions(self) -> Labelling:
        """The grounded labelling in which conceded objections count as all others do."""
        from argmap.semantics.terms import Concessions

        return self._labelled(Concessions.COUNT)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What was found of every quote in a source that is at hand."""
        if not self.sources:
            return ()
        from argmap.sources.citations import quotations  # only where a source is at hand

        return tuple(quotations(self.map, self.sources))

    @cached_property
    def misplaced(self) -> Mapping[int, Quotation]:
        """The quotes that stand in one other place than is named, by the `id()` of the anchor."""
        return {id(one.citation.anchor): one for one in self.quotations if one.is_misplaced}

    def held_to(self, statement: Statement) -> tuple[tuple[str, IndexedPiece], ...]:
        """Return the sentences that a statement is held to, each with the id of its source."""
        if not statement.anchors or not self.sources:
            return ()
        from argmap.sources.citations import held_to  # only where a source is at hand

        return held_to(self.map, statement, self.sources, self.misplaced)

    def _labelled(self, concessions: Concessions) -> Labelling:
        # Half of the rules and many a map can do without; those who ask load it.
        from argmap.semantics.grounded import grounded
        from argmap.semantics.labelling import Labelling
        from argmap.semantics.terms import Terms, program_on

        return Labelling(grounded(program_on(self.graph, Terms(concessions=concessions))))

    @cached_property
    def origins(self) -> Origins:
        """The sources of the map as origins of what its statements say."""
        from argmap.sources.origins import Origins  # of no use to a map without sources

        return Origins(self.map)

    @cached_property
    def grounds(self) -> Mapping[int, Ground]:
        """What evidence lies under the nodes of `graph.numbered`, where some does."""
        from argmap.sources.grounds import grounds

        return grounds(self.graph, self.origins)

    @cached_property
    def repeats(self) -> Repeats:
        """Which evidence reaches a statement along more than one of its reasons."""
        from argmap.sources.repeats import Repeats  # of no use to a map without evidence

        return Repeats(self.graph)

    @cached_property
    def evidence(self) -> tuple[Statement, ...]:
        """The statements that report what a source shows."""
        return tuple([statement for statement in self.map.statements if statement.is_evidence])

    def stands(self, name: str) -> bool:
        """Return whether an element is in, on the terms of the map."""
        return self.labelling[name].value == "in"

    @property
    def steps(self) -> tuple[ResolvedStep, ...]:
        """Every step, those made by answers last, with the ids that its premises stand for."""
        return self.graph.resolved

    @cached_property
    def about_themselves(self) -> tuple[Step, ...]:
        """The steps that start from what they are aimed at."""
        numbered = self.graph.numbered
        steps = zip(self.graph.steps, numbered.targets, numbered.premises, strict=True)
        return tuple([step for step, target, premises in steps if target in premises])

    @cached_property
    def aimed_alike(self) -> tuple[tuple[ResolvedStep, ...], ...]:
        """The steps aimed at one element, where two of them start from the same premises."""
        numbered = self.graph.numbered
        found = []
        for number, target in enumerate(numbered.targets):
            together = numbered.aimed_at[target]
            if len(together) > 1 and together[0] == number:
                bases = {frozenset(numbered.premises[step]) for step in together}
                if len(bases) < len(together):
                    found.append(tuple([self.steps[step] for step in together]))
        return tuple(found)

    @cached_property
    def assumed(self) -> tuple[tuple[Step, Premise, str], ...]:
        """Every premise that a step assumes, with the id that it stands for."""
        assumption = PremiseKind.ASSUMPTION
        return tuple(
            [
                (step, premise, name)
                for step, names in map(self.steps.__getitem__, self.map.index.assuming)
                for premise, name in zip(step.inference.premises, names, strict=True)
                if premise.kind is assumption
            ]
        )

    def place(self, name: str) -> Span | None:
        """Return where an element stands; None if nothing goes by the name."""
        found = self.graph.find(name)
        if isinstance(found, Step):
            return found.inference.span
        return None if found is None else found.span

    def related(self, name: str, message: str) -> Related:
        """Return the place of an element as one that a finding speaks of."""
        return Related(message, self.place(name), name)

    def reasons_for(self, statement: Statement) -> list[Related]:
        """Return the places of the reasons for a statement."""
        return [
            self.related(step.id, f"a reason for {statement.id}")
            for step in self.graph.supports(statement.id)
        ]


class Rule(Protocol):
    """A rule is a module: its docstring is its page, and these are its names.

    `NEEDS` names what the rule wants beside map and graph: `schemes`, `labelling`, and in time
    `sources` and others. A rule whose need cannot be met is skipped and said to be.
    """

    RULE: RuleInfo
    NEEDS: frozenset[str]

    def check(self, case: Case) -> Iterator[Diagnostic]:
        """Yield a finding for each place where the map breaks the rule, in any order."""


def listed(names: Sequence[str]) -> str:
    """Return names as running text, of more than five the first five and how many follow.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    >>> listed("abcdefgh")
    'a, b, c, d, e and 3 more'
    """
    if len(names) > NAMES_IN_A_MESSAGE:
        shown, last = names[:NAMES_IN_A_MESSAGE], f"{len(names) - NAMES_IN_A_MESSAGE} more"
    else:
        shown, last = names[:-1], names[-1]
    return f"{', '.join(shown)} and {last}" if shown else last


def place_of_text(statement: Statement) -> Span | None:
    """Return where the text of a statement stands, else where the statement does."""
    return statement.text_span or statement.span


def part_of_text(statement: Statement, start: int, end: int) -> Span | None:
    """Return where a part of the text of a statement stands, else where the text does.

    The part is told exactly where the file has the text as it is read, without breaks of lines or
    quotes inside it.
    """
    span = place_of_text(statement)
    if span is not None and statement.text_span is not None:
        at = span.excerpt.find(statement.text)
        if at >= 0:
            return Span(span.text, span.start + at + start, span.start + at + end)
    return span
