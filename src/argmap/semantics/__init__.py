"""What a map says: which conclusions stand, how strongly, and what they hang on."""

from argmap.semantics.basis import Basis, bases
from argmap.semantics.candidates import CandidateSort
from argmap.semantics.carneades_labelling import (
    CarneadesLabelling,
    ProofVerdict,
    Weighed,
    carneades,
)
from argmap.semantics.compilation import compiled
from argmap.semantics.critical_sets import (
    MOST_MEMBERS,
    CriticalSets,
    SinglePoints,
    critical_sets,
    single_points_of_failure,
)
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.hanging import HangsOn, hangs_on
from argmap.semantics.labelling import Label, Labelling, Labels, Reason, Standing
from argmap.semantics.program import Atom, Program, Way
from argmap.semantics.proofs import Proof, proof
from argmap.semantics.source_rejection import resting_on
from argmap.semantics.standards import Thresholds, meets
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
    "CarneadesLabelling",
    "Change",
    "Concessions",
    "CriticalSets",
    "HangsOn",
    "Label",
    "Labelling",
    "Labels",
    "Model",
    "Program",
    "Proof",
    "ProofVerdict",
    "Reason",
    "SinglePoints",
    "Standing",
    "Terms",
    "Thresholds",
    "Way",
    "Weighed",
    "WhatIf",
    "bases",
    "bases_on",
    "carneades",
    "compiled",
    "critical_sets",
    "grounded",
    "hangs_on",
    "meets",
    "program_on",
    "proof",
    "rejected_on",
    "resting_on",
    "single_points_of_failure",
    "what_if",
]
