"""What a map says: which conclusions stand, how strongly, and what they hang on."""

from argmap.semantics.basis import Basis, bases
from argmap.semantics.candidates import CandidateSort
from argmap.semantics.compilation import compiled
from argmap.semantics.critical_sets import (
    MOST_MEMBERS,
    CriticalSets,
    SinglePoints,
    critical_sets,
    single_points_of_failure,
)
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.hanging import HangsOn
from argmap.semantics.labelling import Label, Labelling, Reason, Standing
from argmap.semantics.program import Atom, Program, Way
from argmap.semantics.proofs import Proof, proof
from argmap.semantics.source_rejection import resting_on
from argmap.semantics.terms import (
    SOURCE_PREFIX,
    Concessions,
    Terms,
    bases_on,
    program_on,
    rejected_on,
)
from argmap.semantics.what_if import Change, WhatIf, what_if

__all__ = [
    "MOST_MEMBERS",
    "SOURCE_PREFIX",
    "Atom",
    "Basis",
    "CandidateSort",
    "Change",
    "Concessions",
    "CriticalSets",
    "HangsOn",
    "Label",
    "Labelling",
    "Model",
    "Program",
    "Proof",
    "Reason",
    "SinglePoints",
    "Standing",
    "Terms",
    "Way",
    "WhatIf",
    "bases",
    "bases_on",
    "compiled",
    "critical_sets",
    "grounded",
    "program_on",
    "proof",
    "rejected_on",
    "resting_on",
    "single_points_of_failure",
    "what_if",
]
