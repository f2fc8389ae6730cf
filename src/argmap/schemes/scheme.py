"""What the catalogue holds: schemes, their roles and questions, and kinds of evidence."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from attrs import frozen

from argmap.model import ClaimType, Effect, EvidenceType, PremiseKind


def folded(name: str) -> str:
    """Return a name in the form in which names are compared: no case, and `-` for `_` and space.

    >>> folded("Expert Opinion") == folded("expert_opinion") == "expert-opinion"
    True
    """
    return name.lower().replace("_", "-").replace(" ", "-")


class Use(Enum):
    """Whether a scheme is mostly used for a claim, against one, or both ways."""

    SUPPORT = "support"
    ATTACK = "attack"
    BOTH = "both"


class Mode(Enum):
    """Who has to move when a critical question is asked (Gordon, Prakken and Walton 2007)."""

    #: Asks whether a stated premise is true; without an answer the point is open.
    PREMISE = "premise"
    #: Once asked, the arguer has to answer it.
    ASSUMPTION = "assumption"
    #: Does no harm until the critic shows it.
    EXCEPTION = "exception"


class Family(NamedTuple):
    """A group of schemes that appeal to the same sort of thing."""

    name: str
    about: str


class Variable(NamedTuple):
    """A letter that stands in braces in the texts of a scheme, and what it stands for."""

    name: str
    meaning: str


@frozen
class SchemeRole:
    """A part that a premise plays in a scheme."""

    name: str
    #: What a premise in this role says, with variables in braces.
    text: str
    kind: PremiseKind
    #: Whether the argument is incomplete without it.
    required: bool


@frozen
class Question:
    """A critical question: what to ask of an argument of this scheme."""

    id: str
    text: str
    #: What an answer that speaks against the argument does.
    effect: Effect
    #: The role whose premise is attacked; None unless the effect is `UNDERMINE`.
    role: str | None
    mode: Mode
    #: The answer that leaves the argument standing: `yes` or `no`.
    good_answer: str
    #: What would help to answer it.
    evidence_hint: str | None = None


@frozen(kw_only=True)
class Scheme:
    """A usual way to argue (Walton, Reed and Macagno 2008).

    >>> from argmap.schemes import catalogue
    >>> scheme = catalogue().scheme("positive-consequences")
    >>> scheme.conclusion
    '{A} should be done'
    >>> [role.name for role in scheme.roles]
    ['effect', 'good']
    """

    id: str
    name: str
    #: Name of the family, such as `source` or `practical`.
    family: str
    use: Use
    #: The name that AIFdb and OVA give it.
    aif: str
    #: Other names under which it is known.
    aliases: tuple[str, ...]
    #: `WRM2008`, or `extension` for a scheme that the book does not have.
    origin: str
    #: The kinds of evidence that it mostly starts from.
    evidence_types: tuple[EvidenceType, ...]
    variables: tuple[Variable, ...]
    roles: tuple[SchemeRole, ...]
    #: What it concludes, with variables in braces.
    conclusion: str
    #: The types of claim that it can conclude.
    conclusion_types: tuple[ClaimType, ...]
    questions: tuple[Question, ...]
    note: str | None = None

    def role(self, name: str) -> SchemeRole | None:
        """Return the role with a name, or None."""
        wanted = folded(name)
        return next((role for role in self.roles if role.name == wanted), None)

    def question(self, name: str) -> Question | None:
        """Return the critical question with an id, or None."""
        wanted = folded(name)
        return next((question for question in self.questions if question.id == wanted), None)

    def spelled_out(self, text: str) -> str:
        """Return one of the scheme's texts with the meanings of its variables in their places.

        >>> from argmap.schemes import catalogue
        >>> scheme = catalogue().scheme("positive-consequences")
        >>> scheme.spelled_out(scheme.conclusion)
        '[action] should be done'
        """
        return text.format_map({name: f"[{meaning}]" for name, meaning in self.variables})

    @property
    def required_roles(self) -> tuple[SchemeRole, ...]:
        """The roles without which the argument is incomplete."""
        return tuple(role for role in self.roles if role.required)


@frozen
class EvidenceNeeds:
    """What is to be said about a piece of evidence, by its type."""

    type: EvidenceType
    means: str
    #: Id of the scheme that mostly carries it to a claim.
    scheme: str
    #: The fields to fill in.
    needs: tuple[str, ...]


@frozen
class PractitionerType:
    """What practitioners call a type of evidence: what was observed, and how it is put to use."""

    name: str
    type: EvidenceType
    #: Id of the scheme.
    scheme: str
