"""What a map says: which conclusions stand, how strongly, and what they hang on."""

from argmap.semantics.basis import Basis, bases
from argmap.semantics.compilation import compiled
from argmap.semantics.formulas import SemanticsName, TNorm
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.labelling import Label, Labelling, Reason, Standing
from argmap.semantics.program import Atom, Program, Rule, Way
from argmap.semantics.sensitivity import Sensitivity, sensitivity_on
from argmap.semantics.strengths import Strengths, strengths_on
from argmap.semantics.terms import (
    SOURCE_PREFIX,
    Concessions,
    Terms,
    bases_on,
    program_on,
    rejected_on,
)

__all__ = [
    "SOURCE_PREFIX",
    "Atom",
    "Basis",
    "Concessions",
    "Label",
    "Labelling",
    "Model",
    "Program",
    "Reason",
    "Rule",
    "SemanticsName",
    "Sensitivity",
    "Standing",
    "Strengths",
    "TNorm",
    "Terms",
    "Way",
    "bases",
    "bases_on",
    "compiled",
    "grounded",
    "program_on",
    "rejected_on",
    "sensitivity_on",
    "strengths_on",
]
