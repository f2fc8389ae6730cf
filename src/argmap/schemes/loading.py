"""Reads the data file of the catalogue, once, when it is first asked for."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias, cast

from argmap.model import ClaimType, Effect, EvidenceType, PremiseKind
from argmap.schemes.catalogue import Catalogue
from argmap.schemes.scheme import (
    EvidenceNeeds,
    Family,
    Mode,
    PractitionerType,
    Question,
    Scheme,
    SchemeRole,
    Use,
    Variable,
)

#: A mapping of the data file, whose shape the tests hold to the values made of it.
Entry: TypeAlias = dict[str, Any]


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of schemes that comes with argmap.

    >>> len(catalogue())
    37
    """
    return _catalogue(_document())


def _document() -> Entry:
    """Return the data file as mappings, lists and texts.

    Built from YAML events: that takes half the time of `yaml.load`, and a command line that checks
    one small map would feel the difference. The imports stand here because a map without schemes
    needs neither; `pkgutil` reads package data as `importlib.resources` does, and starts faster.
    """
    import pkgutil

    import yaml

    data = pkgutil.get_data("argmap.schemes", "schemes.yaml") or b""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(data)

    def value(event: yaml.Event) -> str | list[Any] | Entry:
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        items: list[Any] = []
        while not isinstance(inner := loader.get_event(), yaml.CollectionEndEvent):
            items.append(value(inner))
        if isinstance(event, yaml.MappingStartEvent):
            return dict(zip(items[::2], items[1::2], strict=True))
        return items

    loader.get_event()  # the stream starts
    loader.get_event()  # the document starts
    return cast("Entry", value(loader.get_event()))


def _catalogue(document: Entry) -> Catalogue:
    return Catalogue(
        schemes=tuple(_scheme(entry) for entry in document["schemes"]),
        families=tuple(Family(*item) for item in document["families"].items()),
        evidence_types=tuple(
            EvidenceNeeds(
                EvidenceType(name),
                entry["means"],
                _hyphened(entry["default_scheme"]),
                tuple(map(_hyphened, entry["needs"])),
            )
            for name, entry in document["evidence_kinds"].items()
        ),
        practitioner_types=tuple(
            PractitionerType(name, EvidenceType(evidence), _hyphened(scheme))
            for name, (evidence, scheme) in document["practitioner_types"].items()
        ),
    )


def _scheme(entry: Entry) -> Scheme:
    return Scheme(
        id=_hyphened(entry["id"]),
        name=entry["name"],
        family=entry["family"],
        use=Use(entry["use"]),
        aif=entry["aif"],
        aliases=tuple(entry["aliases"]),
        origin=entry["origin"],
        evidence_types=tuple(map(EvidenceType, entry["evidence_kinds"])),
        variables=tuple(Variable(*item) for item in entry["variables"].items()),
        roles=tuple(_role(role) for role in entry["premises"]),
        conclusion=entry["conclusion"],
        conclusion_types=tuple(map(ClaimType, entry["conclusion_type"])),
        questions=tuple(_question(question) for question in entry["critical_questions"]),
        note=entry.get("notes"),
    )


def _role(entry: Entry) -> SchemeRole:
    return SchemeRole(
        _hyphened(entry["role"]),
        entry["text"],
        PremiseKind(entry["kind"]),
        entry["required"] == "true",
    )


def _question(entry: Entry) -> Question:
    sort, _, role = entry["targets"].partition(":")
    return Question(
        id=_hyphened(entry["id"]),
        text=entry["question"],
        effect=Effect(entry["effect"]),
        role=_hyphened(role) if sort == "premise" else None,
        mode=Mode(entry["mode"]),
        good_answer=entry["good_answer"],
        evidence_hint=entry.get("evidence_hint"),
    )


def _hyphened(name: str) -> str:
    """Return a name as maps write it; the data file has `_` where they have `-`."""
    return name.replace("_", "-")
