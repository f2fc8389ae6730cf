from argmap.diagnostics import (
    Diagnostic,
    InvalidIndex,
    InvalidMap,
    Related,
    RuleInfo,
    Severity,
)
from argmap.errors import (
    ArgmapError,
    EngineMissing,
    InapplicableSemantics,
    InvalidFramework,
    InvalidValue,
    LayoutError,
    LayoutTimeout,
    SolverMissing,
    UnknownElement,
    UnknownName,
)
from argmap.formats import (
    Limits,
    Reading,
)
from argmap.graphs import (
    Graph,
    Role,
)
from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Attack,
    ClaimType,
    Data,
    Effect,
    EvidenceType,
    Expectation,
    Grade,
    Inference,
    Issue,
    Kind,
    Leaves,
    Place,
    Position,
    Preference,
    Premise,
    PremiseKind,
    ProofStandard,
    Qualifier,
    Response,
    Scope,
    Section,
    Source,
    Speaker,
    Statement,
    Status,
    Step,
    Support,
    Verdict,
    Waiver,
)
from argmap.pipeline import (
    CATALOGUE,
    Examination,
    check,
    diagram,
    dump,
    dumps,
    examine,
    explain,
    graph,
    load,
    loads,
    outline,
    read,
    show,
)
from argmap.pipeline.evaluating import (
    acceptance,
    label,
    labellings,
)
from argmap.pipeline.overlaying import (
    overlay,
)
from argmap.pipeline.sourcing import (
    coverage,
    index_source,
    load_index,
    sentences,
)
from argmap.pipeline.supposing import (
    critical_sets,
    hangs_on,
    what_if,
)
from argmap.pipeline.weighing import (
    sensitivity,
    strength,
)
from argmap.semantics.basis import (
    Basis,
)
from argmap.semantics.carneades_labelling import (
    CarneadesLabelling,
    ProofVerdict,
)
from argmap.semantics.critical_sets import (
    CriticalSets,
    SinglePoints,
)
from argmap.semantics.frameworks.extensions import (
    Acceptances,
    Extensions,
)
from argmap.semantics.frameworks.framework import (
    Framework,
)
from argmap.semantics.frameworks.framework_files import (
    parse_framework,
    write_framework,
)
from argmap.semantics.frameworks.names import (
    Acceptance,
    Semantics,
)
from argmap.semantics.gradual.sensitivity import (
    Sensitivity,
)
from argmap.semantics.gradual.strengths import (
    Strengths,
)
from argmap.semantics.hanging import (
    HangsOn,
)
from argmap.semantics.labelling import (
    Label,
    Labelling,
    Reason,
    Standing,
)
from argmap.semantics.labellings import (
    Labellings,
)
from argmap.semantics.standards import (
    Thresholds,
)
from argmap.semantics.terms import (
    Concessions,
    Terms,
)
from argmap.semantics.what_if import (
    Change,
    WhatIf,
)
from argmap.semantics.why import (
    why,
)
from argmap.sources.coverage import (
    Coverage,
)
from argmap.sources.drift import (
    Drift,
    Fate,
    drift,
)
from argmap.sources.source_index import (
    SourceIndex,
)
from argmap.text import (
    Span,
    Text,
)
from argmap.version import __version__
from argmap.views.evaluation import (
    Overlay,
)
from argmap.views.figure import (
    Figure,
)

__all__ = [
    "CATALOGUE",
    "Acceptance",
    "Acceptances",
    "Anchor",
    "Answer",
    "ArgmapError",
    "ArgumentMap",
    "Attack",
    "Basis",
    "CarneadesLabelling",
    "Change",
    "ClaimType",
    "Concessions",
    "Coverage",
    "CriticalSets",
    "Data",
    "Diagnostic",
    "Drift",
    "Effect",
    "EngineMissing",
    "EvidenceType",
    "Examination",
    "Expectation",
    "Extensions",
    "Fate",
    "Figure",
    "Framework",
    "Grade",
    "Graph",
    "HangsOn",
    "InapplicableSemantics",
    "Inference",
    "InvalidFramework",
    "InvalidIndex",
    "InvalidMap",
    "InvalidValue",
    "Issue",
    "Kind",
    "Label",
    "Labelling",
    "Labellings",
    "LayoutError",
    "LayoutTimeout",
    "Leaves",
    "Limits",
    "Overlay",
    "Place",
    "Position",
    "Preference",
    "Premise",
    "PremiseKind",
    "ProofStandard",
    "ProofVerdict",
    "Qualifier",
    "Reading",
    "Reason",
    "Related",
    "Response",
    "Role",
    "RuleInfo",
    "Scope",
    "Section",
    "Semantics",
    "Sensitivity",
    "Severity",
    "SinglePoints",
    "SolverMissing",
    "Source",
    "SourceIndex",
    "Span",
    "Speaker",
    "Standing",
    "Statement",
    "Status",
    "Step",
    "Strengths",
    "Support",
    "Terms",
    "Text",
    "Thresholds",
    "UnknownElement",
    "UnknownName",
    "Verdict",
    "Waiver",
    "WhatIf",
    "__version__",
    "acceptance",
    "check",
    "coverage",
    "critical_sets",
    "diagram",
    "drift",
    "dump",
    "dumps",
    "examine",
    "explain",
    "graph",
    "hangs_on",
    "index_source",
    "label",
    "labellings",
    "load",
    "load_index",
    "loads",
    "outline",
    "overlay",
    "parse_framework",
    "read",
    "sensitivity",
    "sentences",
    "show",
    "strength",
    "what_if",
    "why",
    "write_framework",
]
