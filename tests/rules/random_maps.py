"""Hypothesis strategies for maps in which names collide, dangle and lead round in circles."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Attack,
    Issue,
    Kind,
    Preference,
    Premise,
    PremiseKind,
    Source,
    Speaker,
    Statement,
    Support,
    Verdict,
    Waiver,
)
from argmap.text import Span, Text

PAGE = Text("random.yaml", "x" * 40)

IDS = "abcdef"
SPANS = st.none() | st.integers(0, 40).map(lambda start: Span(PAGE, start, start))
TEXTS = st.sampled_from(["It runs.", "It runs.", "Who would not?", " ".join(["word"] * 61)])
DERIVED = ("a>b", "b>a", "b+c>a", "a!b", "c!b>a")


def _rarely(strategy: st.SearchStrategy[Any], otherwise: Any) -> st.SearchStrategy[Any]:
    usual = st.just(otherwise)
    return st.one_of(usual, usual, strategy)


@frozen
class Names:
    """The names that a map may use: those of its statements, and a few that go wrong."""

    ids: str
    #: Whether two elements may share a name, and steps stand where statements belong.
    tangled: bool

    @cached_property
    def statements(self) -> st.SearchStrategy[str]:
        wrong = ["alias", "undefined", *(["step"] if self.tangled else [])]
        return st.sampled_from([*self.ids * 4, *wrong])

    @cached_property
    def elements(self) -> st.SearchStrategy[str]:
        return st.one_of(self.statements, st.sampled_from(DERIVED))

    @cached_property
    def restated(self) -> st.SearchStrategy[str | None]:
        return _rarely(_rarely(self.statements, None), None)

    @cached_property
    def of_steps(self) -> st.SearchStrategy[str | None]:
        own = st.sampled_from(["step", *self.ids]) if self.tangled else st.none()
        return _rarely(own, None)

    @cached_property
    def premises(self) -> st.SearchStrategy[list[Premise]]:
        premise = st.builds(
            Premise,
            self.statements,
            st.sampled_from([None, "effect", "good", "warrant"]),
            st.sampled_from([PremiseKind.ORDINARY] * 3 + [PremiseKind.ASSUMPTION]),
            SPANS,
        )
        few, many = (
            st.lists(premise, min_size=least, max_size=most, unique_by=lambda p: p.statement)
            for least, most in ((1, 2), (0, 7))
        )
        return st.one_of(few, few, few, many)

    @cached_property
    def answers(self) -> st.SearchStrategy[list[Answer]]:
        answer = st.builds(
            lambda question, verdict, by: Answer(question=question, verdict=verdict, by=by),
            st.sampled_from(["likely", "other-effects", "counterfactual", "unheard-of"]),
            st.sampled_from([Verdict.HOLDS, Verdict.FAILS, Verdict.FAILS]),
            st.none() | self.statements,
        )
        some = st.lists(answer, min_size=1, max_size=2, unique_by=lambda a: a.question)
        return _rarely(some, [])

    @cached_property
    def supports(self) -> st.SearchStrategy[Support]:
        return st.builds(Support, **self._parts, **self._below)

    @cached_property
    def attacks(self) -> st.SearchStrategy[Attack]:
        return st.builds(Attack, **self._parts, **self._below)

    @cached_property
    def reasons(self) -> st.SearchStrategy[list[Support]]:
        return st.lists(self.supports, max_size=2)

    @cached_property
    def objections(self) -> st.SearchStrategy[list[Attack]]:
        return _rarely(st.lists(self.attacks, max_size=1), [])

    @cached_property
    def _below(self) -> dict[str, st.SearchStrategy[Any]]:
        """The steps under a step."""
        attack = st.lists(st.builds(Attack, **self._parts), min_size=1, max_size=1)
        support = st.lists(st.builds(Support, **self._parts), min_size=1, max_size=1)
        return {"unless": _rarely(attack, []), "backing": _rarely(support, [])}

    @cached_property
    def _parts(self) -> dict[str, st.SearchStrategy[Any]]:
        schemes = ["positive-consequences", "positive-consequences", "bias", "unknown"]
        return {
            "premises": self.premises,
            "id": self.of_steps,
            "scheme": st.none() | st.sampled_from(schemes),
            "answers": self.answers,
            "strict": _rarely(st.just(True), False),
            "span": SPANS,
        }


_names = cache(Names)


@st.composite
def statements(draw: st.DrawFn, name: str, names: Names) -> Statement:
    anchors = draw(st.sampled_from([(), (), (Anchor(source="survey"),)]))
    more: dict[str, Any] = {"restates": draw(names.restated)}
    if more["restates"] is None:
        more["because"] = draw(names.reasons)
        more["against"] = draw(names.objections)
        more["despite"] = draw(names.objections)
    aliases = ["alias", "a"] if names.tangled else [f"former-{name}", name]
    return Statement(
        id=name,
        kind=draw(st.sampled_from(Kind)),
        text=draw(TEXTS),
        anchors=anchors,
        by=[Speaker("Port Office", None, anchors)] if draw(st.booleans()) else [],
        given=draw(_rarely(st.just(True), False)),
        questioned=draw(st.booleans()),
        tags=draw(_rarely(st.sampled_from([("background",), ("history",)]), ())),
        aliases=["alias"] if name == "b" else draw(_rarely(st.just(aliases), [])),
        span=draw(SPANS),
        text_span=draw(SPANS),
        **more,
    )


@st.composite
def maps(draw: st.DrawFn, *, tangled: bool = True, waived: bool = True) -> ArgumentMap:
    """Maps of up to six statements; where they are not `tangled`, each name has one bearer."""
    names = _names(IDS[: draw(st.integers(1, len(IDS)))], tangled)
    waivers = st.builds(
        lambda rule, at, reason: Waiver(rule=rule, at=at, reason=reason),
        st.sampled_from(["AM101", "AM107", "disconnected", "AM108", "AM602", "AM999", "nothing"]),
        st.none() | names.elements,
        st.sampled_from(["It is meant.", None]),
    )
    preferences = st.builds(
        lambda better, worse, span: Preference(better=better, worse=worse, span=span),
        names.elements,
        names.elements,
        SPANS,
    )
    issues = draw(_rarely(st.lists(st.lists(names.elements, max_size=3), max_size=2), []))
    return ArgumentMap(
        statements=[draw(statements(name, names)) for name in names.ids],
        main=draw(st.one_of(st.just("a"), st.lists(names.statements, max_size=2))),
        sources=draw(st.sampled_from([(), (Source(id="survey"),)])),
        issues=[Issue(id=f"i{n}", positions=positions) for n, positions in enumerate(issues)],
        preferences=draw(_rarely(st.lists(preferences, max_size=5), [])),
        waivers=draw(st.lists(waivers, max_size=3)) if waived else [],
        span=draw(SPANS),
    )
