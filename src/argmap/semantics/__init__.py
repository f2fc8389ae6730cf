"""What a map says: which conclusions stand, how strongly, and what they hang on."""

from argmap.semantics.basis import Basis, bases
from argmap.semantics.compilation import compiled
from argmap.semantics.extensions import Acceptances, Extensions
from argmap.semantics.framework import Framework
from argmap.semantics.framework_files import FrameworkFormat, parse_framework, write_framework
from argmap.semantics.grounded import Model, grounded
from argmap.semantics.labelling import Label, Labelling, Reason, Standing
from argmap.semantics.names import Acceptance, Semantics
from argmap.semantics.program import Atom, Program, Way
from argmap.semantics.terms import (
    SOURCE_PREFIX,
    Concessions,
    Terms,
    bases_on,
    program_on,
    rejected_on,
)
from argmap.semantics.why import why

__all__ = [
    "SOURCE_PREFIX",
    "Acceptance",
    "Acceptances",
    "Atom",
    "Basis",
    "Concessions",
    "Extensions",
    "Framework",
    "FrameworkFormat",
    "Label",
    "Labelling",
    "Model",
    "Program",
    "Reason",
    "Semantics",
    "Standing",
    "Terms",
    "Way",
    "bases",
    "bases_on",
    "compiled",
    "grounded",
    "parse_framework",
    "program_on",
    "rejected_on",
    "why",
    "write_framework",
]
