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
from argmap.semantics.extensions import Acceptances, Extensions
from argmap.semantics.framework import Framework
from argmap.semantics.framework_files import FrameworkFormat, parse_framework, write_framework
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.hanging import HangsOn
from argmap.semantics.labelling import Label, Labelling, Reason, Standing
from argmap.semantics.names import Acceptance, Semantics
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
from argmap.semantics.why import why

__all__ = [
    "MOST_MEMBERS",
    "SOURCE_PREFIX",
    "Acceptance",
    "Acceptances",
    "Atom",
    "Basis",
    "CandidateSort",
    "Change",
    "Concessions",
    "CriticalSets",
    "Extensions",
    "Framework",
    "FrameworkFormat",
    "HangsOn",
    "Label",
    "Labelling",
    "Model",
    "Program",
    "Proof",
    "Reason",
    "Semantics",
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
    "parse_framework",
    "program_on",
    "proof",
    "rejected_on",
    "resting_on",
    "single_points_of_failure",
    "what_if",
    "why",
    "write_framework",
]
