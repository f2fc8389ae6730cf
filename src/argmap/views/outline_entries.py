"""The entries of an outline, before they are put into words."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, TypeAlias

from argmap.model import Premise, Statement, Step
from argmap.views.outline_ancestry import Ancestry


class Part(NamedTuple):
    """The heading of a part of the outline."""

    sort: Sort
    #: Which of how many main conclusions follows.
    nth: int = 1
    of: int = 1
    #: The number under which a tree is continued.
    continued: str = ""


class Sort(Enum):
    """What a part of an outline holds."""

    MAIN = "main"
    SINKS = "sinks"
    ALL = "all"
    ROOT = "root"
    CONTINUED = "continued"
    OTHERS = "others"


class Lead(NamedTuple):
    """The words that lead to the premises of a step."""

    #: The level of the premises.
    level: int
    step: Step
    #: The step that it is aimed at; None where it is aimed at a statement.
    target: Step | None
    #: Id of the statement under which it stands.
    under: str
    #: Which of how many alike.
    nth: int
    of: int
    #: Whether it leads to the assumptions that follow the ordinary premises.
    assumptions: bool = False


class Again(NamedTuple):
    """The words that lead to second mentions of a statement."""

    level: int


class Told(NamedTuple):
    """A statement told in full."""

    level: int
    number: str
    statement: Statement
    premise: Premise | None


class Pointed(NamedTuple):
    """A statement that is told in full elsewhere."""

    level: int
    number: str
    statement: Statement
    premise: Premise | None
    #: Id of the statement under which it is pointed to.
    under: str
    #: Whether it is told elsewhere only because the tree grows too deep here.
    continued: bool


class Missing(NamedTuple):
    """A premise that is no statement of the map."""

    level: int
    number: str
    premise: Premise


class Remarks(NamedTuple):
    """What is said of a step behind its premises: answers, preferences, its note, its words."""

    level: int
    step: Step


class Bare(NamedTuple):
    """A step without any premise."""

    level: int


class More(NamedTuple):
    """How many steps and second mentions under a statement are left out."""

    level: int
    steps: int
    mentions: int


Entry: TypeAlias = Part | Lead | Again | Told | Pointed | Missing | Remarks | Bare | More


class Plan(NamedTuple):
    """The entries of an outline, and where each statement is told."""

    entries: list[Entry]
    #: The number under which a statement is told in full, by its id.
    numbers: dict[str, str]
    #: The number of the first premise of a step, by the `id()` of the step.
    begins: dict[int, str]
    ancestry: Ancestry
