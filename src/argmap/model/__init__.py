"""The argument map as frozen values. They know no format, no file and no clock."""

from argmap.model.argument_map import ArgumentMap, anchors_of
from argmap.model.data import Data, Json
from argmap.model.declarations import (
    Expectation,
    Issue,
    Preference,
    Response,
    Section,
    Waiver,
)
from argmap.model.identity import Element, Step
from argmap.model.places import Anchor, Place
from argmap.model.source import Source
from argmap.model.speech import Qualifier, Speaker
from argmap.model.statement import Scope, Statement
from argmap.model.steps import Answer, Attack, Inference, Premise, Support
from argmap.model.vocabulary import (
    ClaimType,
    Effect,
    EvidenceType,
    Grade,
    Kind,
    Leaves,
    Position,
    PremiseKind,
    ProofStandard,
    Status,
    Verdict,
)

__all__ = [
    "Anchor",
    "Answer",
    "ArgumentMap",
    "Attack",
    "ClaimType",
    "Data",
    "Effect",
    "Element",
    "EvidenceType",
    "Expectation",
    "Grade",
    "Inference",
    "Issue",
    "Json",
    "Kind",
    "Leaves",
    "Place",
    "Position",
    "Preference",
    "Premise",
    "PremiseKind",
    "ProofStandard",
    "Qualifier",
    "Response",
    "Scope",
    "Section",
    "Source",
    "Speaker",
    "Statement",
    "Status",
    "Step",
    "Support",
    "Verdict",
    "Waiver",
    "anchors_of",
]
