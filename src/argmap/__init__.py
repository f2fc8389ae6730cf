"""Model the reasoning of an article as a typed argument map.

>>> import argmap
>>> m = argmap.loads('''
... argmap: 1
... statements:
...   ferry: {conclusion: The ferry should run at night., because: demand, against: cost}
...   demand: {premise: Enough people would use it.}
...   cost: {claim: It costs more than it brings., against: subsidy}
...   subsidy: {premise: The port pays what is missing.}
... ''')
>>> [finding.message for finding in argmap.check(m)]
['the map names no source, so nothing can be traced']

Verbs: `load`, `loads`, `read`, `dump`, `dumps`, `check`, `examine`, `graph`, `outline`, `diagram`,
`show`, `explain`. Of evaluation: `label`, `why`, `strength`, `sensitivity`, `what_if`,
`critical_sets`, `hangs_on`, `acceptance`, `labellings`. Of sources: `index_source`, `load_index`,
`sentences`, `coverage`, `drift`.
Values: `ArgumentMap`, `Statement`, `Support`, `Attack` and what they are made of; `Text`, `Span`;
`Diagnostic`, `Severity`, `RuleInfo`. Errors: `ArgmapError` and its kind.
Abstract argumentation: `Framework`, `Semantics`, `parse_framework`, `write_framework`.

Each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module

from argmap.version import __version__

# `__init__.pyi` says the same to type checkers; a test holds the two together.
_HOMES = {
    "argmap.diagnostics": (
        "Diagnostic",
        "InvalidIndex",
        "InvalidMap",
        "Related",
        "RuleInfo",
        "Severity",
    ),
    "argmap.errors": (
        "ArgmapError",
        "EngineMissing",
        "InapplicableSemantics",
        "InvalidFramework",
        "InvalidValue",
        "LayoutError",
        "LayoutTimeout",
        "SolverMissing",
        "UnknownElement",
        "UnknownName",
    ),
    "argmap.formats": ("Limits", "Reading"),
    "argmap.graphs": ("Graph", "Role"),
    "argmap.model": (
        "Anchor",
        "Answer",
        "ArgumentMap",
        "Attack",
        "ClaimType",
        "Data",
        "Effect",
        "EvidenceType",
        "Expectation",
        "Grade",
        "Inference",
        "Issue",
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
    ),
    "argmap.pipeline": (
        "CATALOGUE",
        "Examination",
        "check",
        "diagram",
        "dump",
        "dumps",
        "examine",
        "explain",
        "graph",
        "load",
        "loads",
        "outline",
        "read",
        "show",
    ),
    "argmap.pipeline.evaluating": (
        "acceptance",
        "label",
        "labellings",
    ),
    "argmap.pipeline.overlaying": ("overlay",),
    "argmap.pipeline.sourcing": (
        "coverage",
        "index_source",
        "load_index",
        "sentences",
    ),
    "argmap.pipeline.supposing": (
        "critical_sets",
        "hangs_on",
        "what_if",
    ),
    "argmap.pipeline.weighing": (
        "sensitivity",
        "strength",
    ),
    "argmap.semantics.basis": ("Basis",),
    "argmap.semantics.carneades_labelling": (
        "CarneadesLabelling",
        "ProofVerdict",
    ),
    "argmap.semantics.critical_sets": (
        "CriticalSets",
        "SinglePoints",
    ),
    "argmap.semantics.frameworks.extensions": (
        "Acceptances",
        "Extensions",
    ),
    "argmap.semantics.frameworks.framework": ("Framework",),
    "argmap.semantics.frameworks.framework_files": (
        "parse_framework",
        "write_framework",
    ),
    "argmap.semantics.frameworks.names": (
        "Acceptance",
        "Semantics",
    ),
    "argmap.semantics.gradual.sensitivity": ("Sensitivity",),
    "argmap.semantics.gradual.strengths": ("Strengths",),
    "argmap.semantics.hanging": ("HangsOn",),
    "argmap.semantics.labelling": (
        "Label",
        "Labelling",
        "Reason",
        "Standing",
    ),
    "argmap.semantics.labellings": ("Labellings",),
    "argmap.semantics.standards": ("Thresholds",),
    "argmap.semantics.terms": (
        "Concessions",
        "Terms",
    ),
    "argmap.semantics.what_if": (
        "Change",
        "WhatIf",
    ),
    "argmap.semantics.why": ("why",),
    "argmap.sources.coverage": ("Coverage",),
    "argmap.sources.drift": (
        "Drift",
        "Fate",
        "drift",
    ),
    "argmap.sources.source_index": ("SourceIndex",),
    "argmap.text": ("Span", "Text"),
    "argmap.views.evaluation": ("Overlay",),
    "argmap.views.figure": ("Figure",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [*sorted(_HOME_OF), "__version__"]


def __getattr__(name: str) -> object:
    """Load a name of the face when it is first used.

    Raises:
        AttributeError: argmap has no such name.
    """
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module 'argmap' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the names of the face."""
    return sorted(__all__)
