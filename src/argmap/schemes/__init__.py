"""Argumentation schemes: usual ways to argue, each with its roles and its critical questions.

The catalogue is data, `schemes.yaml` in this package; it is read when it is first asked for.
"""

from argmap.schemes.catalogue import Catalogue
from argmap.schemes.loading import catalogue
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
    folded,
)

__all__ = [
    "Catalogue",
    "EvidenceNeeds",
    "Family",
    "Mode",
    "PractitionerType",
    "Question",
    "Scheme",
    "SchemeRole",
    "Use",
    "Variable",
    "catalogue",
    "folded",
]
