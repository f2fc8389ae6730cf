"""What a map says: which conclusions stand, how strongly, and what they hang on."""

from argmap.semantics.basis import Basis, bases
from argmap.semantics.compilation import compiled
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.labelling import Label, Labelling, Reason, Standing
from argmap.semantics.program import Atom, Program, Rule, Way
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
    "Standing",
    "Terms",
    "Way",
    "bases",
    "bases_on",
    "compiled",
    "grounded",
    "program_on",
    "rejected_on",
]
