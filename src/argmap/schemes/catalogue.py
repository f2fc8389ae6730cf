"""The catalogue of schemes: finding one by any name it goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from argmap.model import Effect, EvidenceType
from argmap.schemes.scheme import EvidenceNeeds, Family, PractitionerType, Scheme, folded


@frozen
class Catalogue:
    """Every scheme, in the order of the data file, and what is known of kinds of evidence.

    >>> from argmap.schemes import catalogue
    >>> catalogue().scheme("Expert_Opinion").id
    'expert-opinion'
    >>> catalogue().scheme("hunch") is None
    True
    """

    schemes: tuple[Scheme, ...]
    families: tuple[Family, ...]
    evidence_types: tuple[EvidenceNeeds, ...]
    practitioner_types: tuple[PractitionerType, ...]

    def scheme(self, name: str) -> Scheme | None:
        """Return the scheme that a name stands for, or None.

        That is the scheme with this id, else with this name, else with this alias, else the only
        one with this name in AIF. Case does not matter; `-`, `_` and space are the same.
        """
        return self._named.get(folded(name))

    def __iter__(self) -> Iterator[Scheme]:
        """Iterate over the schemes in the order of the data file."""
        return iter(self.schemes)

    def __len__(self) -> int:
        """Return how many schemes there are."""
        return len(self.schemes)

    def names(self) -> tuple[str, ...]:
        """Return the ids of all schemes, as a map writes them."""
        return tuple(scheme.id for scheme in self.schemes)

    def effect_of(self, scheme: str, question: str) -> tuple[Effect, str | None] | None:
        """Return what a failing question does, and the role it is aimed at if it undermines.

        None where there is no such scheme, or the scheme has no such question.
        """
        found = self.scheme(scheme)
        asked = None if found is None else found.question(question)
        return None if asked is None else (asked.effect, asked.role)

    def needs_of(self, evidence: EvidenceType) -> EvidenceNeeds:
        """Return what is to be said about evidence of a type."""
        return next(needs for needs in self.evidence_types if needs.type is evidence)

    @cached_property
    def _named(self) -> dict[str, Scheme]:
        named: dict[str, Scheme] = {}
        for names in (
            ((scheme.id, scheme) for scheme in self.schemes),
            ((scheme.name, scheme) for scheme in self.schemes),
            ((alias, scheme) for scheme in self.schemes for alias in scheme.aliases),
            _only_ones((scheme.aif, scheme) for scheme in self.schemes),
        ):
            for name, scheme in names:
                named.setdefault(folded(name), scheme)
        return named


def _only_ones(names: Iterable[tuple[str, Scheme]]) -> Iterator[tuple[str, Scheme]]:
    """Yield the names that one scheme has to itself."""
    holders: dict[str, list[Scheme]] = {}
    for name, scheme in names:
        holders.setdefault(folded(name), []).append(scheme)
    return ((name, schemes[0]) for name, schemes in holders.items() if len(schemes) == 1)
