"""Maps made in code, for pictures and outlines of a real size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Attack,
    Kind,
    Place,
    Premise,
    PremiseKind,
    Qualifier,
    Section,
    Source,
    Statement,
    Support,
    Verdict,
)

_SUBJECTS = (
    "The harbour authority",
    "A night ferry to the northern bank",
    "The council's own survey of residents",
    "Every second household on the island",
    "The operator of the day service",
    "A subsidy from the regional transport fund",
)
_VERBS = (
    "has shown in each of the last three years that it can carry",
    "would be able to reduce, without any new law,",
    "does not by itself explain",
    "depends, more than most people think, on",
    "has been held back by",
    "is likely to outlast",
)
_OBJECTS = (
    "the number of late journeys by private car.",
    "the cost of keeping two crews on call through the winter.",
    "the noise that people beside the quay complain about, above all in summer.",
    "the trust of those who work shifts and have no other way home.",
    "a change of government.",
    "the growth in passengers that the port has seen since the bridge was closed to lorries.",
)


def sentence(number: int) -> str:
    """Return one of 216 sentences of 12 to 35 words, always the same for a number."""
    subject, verb, thing = number % 6, (number + number // 6) % 6, (number // 2 + number // 6) % 6
    return f"{_SUBJECTS[subject]} {_VERBS[verb]} {_OBJECTS[thing]}"


class _Writer:
    """Hands out statements with running numbers."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.number = 0

    def say(self, kind: Kind, section: str | None = None, **more: Any) -> str:
        self.number += 1
        name = f"{kind.value}-{self.number}"
        paragraph = Anchor(where=Place(self.number // 4 + 1, self.number % 4 + 1))
        anchors = () if kind is Kind.ASSUMPTION else (paragraph,)
        more.setdefault("anchors", anchors)
        self.statements.append(
            Statement(id=name, kind=kind, text=sentence(self.number), section=section, **more)
        )
        return name

    def argue(self, kind: Kind, section: str | None, depth: int, **more: Any) -> str:
        """Say a claim and what stands under it, the claim first."""
        place = len(self.statements)
        name = self.say(kind, section)
        below = dict(more)
        if depth == 0:
            evidence = self.say(Kind.EVIDENCE, section)
            below["because"] = [support(evidence)]
        elif depth == 1:
            left = self.argue(Kind.CLAIM, section, 0)
            right = self.say(Kind.PREMISE, section)
            assumed = self.say(Kind.ASSUMPTION, section)
            below["because"] = [
                support(left, right, assuming=[assumed], scheme="cause-to-effect"),
                support(self.say(Kind.EVIDENCE, section)),
            ]
            below["despite"] = [attack(self.say(Kind.PREMISE, section))]
        else:
            exception = self.say(Kind.PREMISE, section)
            shown = self.say(Kind.EVIDENCE, section)
            plain = self.say(Kind.PREMISE, section)
            below["because"] = [
                support(self.argue(Kind.CONCLUSION, section, 1), unless=[attack(exception)]),
                support(
                    self.argue(Kind.CLAIM, section, 0),
                    id=f"step-{self.number}",
                    scheme="positive-consequences",
                    backing=[support(shown)],
                ),
                support(plain),
            ]
            below["against"] = [attack(self.argue(Kind.CLAIM, section, 0))]
        said = self.statements[place]
        values = {name: getattr(said, name) for name in ("id", "kind", "text", "section")}
        self.statements[place] = Statement(**values, anchors=said.anchors, **below)
        return name


def support(*premises: str, assuming: list[str] | None = None, **more: Any) -> Support:
    """Return a support by some statements."""
    return Support(premises=tuple(_premises(premises, assuming or [])), **more)


def attack(*premises: str, assuming: list[str] | None = None, **more: Any) -> Attack:
    """Return an attack by some statements."""
    return Attack(premises=tuple(_premises(premises, assuming or [])), **more)


def _premises(ordinary: tuple[str, ...], assumed: list[str]) -> Iterator[Premise]:
    for name in ordinary:
        yield Premise(name)
    for name in assumed:
        yield Premise(name, kind=PremiseKind.ASSUMPTION)


def large_map() -> ArgumentMap:
    """Return a map of some 70 statements in four sections, with steps of every sort."""
    writer = _Writer()
    titles = ("Is there demand?", "Who pays?", "Is it safe?", "What follows?")
    sections = [Section(id=f"part-{number}", title=title) for number, title in enumerate(titles, 1)]
    parts = [writer.argue(Kind.CONCLUSION, section.id, 2) for section in sections]
    shared = writer.say(Kind.EVIDENCE, "part-2")
    for place in (6, 40):
        said = writer.statements[place]
        values = {name: getattr(said, name) for name in ("id", "kind", "text", "section")}
        writer.statements[place] = Statement(
            **values,
            anchors=said.anchors,
            because=[*said.because, support(shared)],
            against=said.against,
            despite=said.despite,
        )
    main = Statement(
        id="run-at-night",
        kind=Kind.CONCLUSION,
        text="The ferry should run until two in the morning, at least from May to October.",
        certainty=Qualifier("likely", "should"),
        because=[support(parts[0], parts[1]), support(parts[2], id="safer")],
    )
    second = Statement(
        id="start-in-may",
        kind=Kind.CONCLUSION,
        text="The council should order the first boats before the budget is closed in March.",
        because=[support(parts[3], "run-at-night", scheme="practical-reasoning")],
    )
    return ArgumentMap(
        statements=[main, second, *writer.statements],
        main=["run-at-night", "start-in-may"],
        id="harbour",
        title="Why the ferry should run at night",
        question="Should the ferry run at night?",
        text="leaflet",
        sections=sections,
        sources=[Source(id="leaflet", title="Run it at night", author="Harbour Users")],
    )


def small_map() -> ArgumentMap:
    """Return a map with each kind of statement and each sort of step."""
    likely = Answer(question="likely", verdict=Verdict.HOLDS, by="pilot-in-bergen")
    noise = Answer(question="other-effects", verdict=Verdict.FAILS, by="noise-complaints")
    statements = [
        Statement(
            id="run-at-night",
            kind=Kind.CONCLUSION,
            text="The ferry should run until two in the morning.",
            certainty=Qualifier("likely"),
            because=[
                support("demand-is-there", "subsidy-covers-it"),
                support(
                    "fewer-drunk-drivers",
                    "fewer-deaths",
                    id="safer-roads",
                    scheme="positive-consequences",
                    assuming=["drivers-would-switch"],
                    unless=[attack("ferry-stops-in-storms")],
                    backing=[support("pilot-in-bergen")],
                    answers=[likely, noise],
                ),
            ],
            against=[attack("cost-overrun")],
            despite=[attack("few-boats-at-night")],
        ),
        Statement(
            id="demand-is-there",
            kind=Kind.CLAIM,
            text="Enough people would use a night ferry.",
            anchors=[Anchor(where=Place(2, 1), quote="would use it")],
            because=[support("survey-count")],
        ),
        Statement(
            id="survey-count",
            kind=Kind.EVIDENCE,
            text="412 of 1,020 people asked said they would use it weekly.",
            anchors=[Anchor(source="survey", via=Place(2, 2))],
        ),
        _premise("subsidy-covers-it", "The transport fund would cover what the fares do not."),
        _premise("fewer-drunk-drivers", "With a night ferry fewer people would drive home drunk."),
        _premise("fewer-deaths", "Fewer deaths on the coast road are worth having."),
        Statement(
            id="drivers-would-switch",
            kind=Kind.ASSUMPTION,
            text="People who now drive home drunk would take the ferry instead.",
        ),
        _premise("ferry-stops-in-storms", "In a storm, when driving is worst, the ferry stops."),
        Statement(
            id="pilot-in-bergen",
            kind=Kind.EVIDENCE,
            text="A trial in Bergen cut night-time accidents by a fifth.",
        ),
        _premise("noise-complaints", "People beside the quay would lose their sleep."),
        Statement(
            id="cost-overrun",
            kind=Kind.CLAIM,
            text="The service would cost more than planned.",
            against=[attack("fixed-price")],
        ),
        _premise("fixed-price", "The operator has offered a fixed price for three years."),
        _premise("few-boats-at-night", "Only two boats have the lights that the law asks for."),
    ]
    return ArgumentMap(
        statements=statements,
        main="run-at-night",
        id="ferry",
        title="Why the ferry should run at night",
        text="leaflet",
        sources=[
            Source(id="leaflet", title="Run it at night", author="Harbour Users"),
            Source(id="survey", title="Harbour survey", author="Port Office"),
        ],
    )


def _premise(name: str, text: str) -> Statement:
    return Statement(id=name, kind=Kind.PREMISE, text=text)
