"""The public face as a type checker sees it.

`mypy` runs over this file in the gate; nothing here is executed but its imports. Each call is one
that a user makes, with the type that it must have. In `wrong`, each line must be an error: an
ignore that is not needed is an error itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import assert_type

import argmap
from argmap import (
    Acceptance,
    Acceptances,
    Anchor,
    Answer,
    ArgmapError,
    ArgumentMap,
    Attack,
    Basis,
    CarneadesLabelling,
    Change,
    ClaimType,
    Concessions,
    CriticalSets,
    Data,
    Diagnostic,
    Effect,
    EngineMissing,
    EvidenceType,
    Examination,
    Expectation,
    Extensions,
    Figure,
    Framework,
    Grade,
    Graph,
    HangsOn,
    InapplicableSemantics,
    Inference,
    InvalidFramework,
    InvalidMap,
    InvalidValue,
    Issue,
    Kind,
    Label,
    Labelling,
    Labellings,
    LayoutError,
    LayoutTimeout,
    Leaves,
    Limits,
    Place,
    Position,
    Preference,
    Premise,
    PremiseKind,
    ProofStandard,
    ProofVerdict,
    Qualifier,
    Reading,
    Reason,
    Related,
    Response,
    Role,
    RuleInfo,
    Scope,
    Section,
    Semantics,
    Sensitivity,
    Severity,
    SinglePoints,
    SolverMissing,
    Source,
    Span,
    Speaker,
    Standing,
    Statement,
    Status,
    Step,
    Strengths,
    Support,
    Terms,
    Text,
    Thresholds,
    UnknownElement,
    UnknownName,
    Verdict,
    Waiver,
    WhatIf,
)


def verbs(path: Path) -> None:
    """What each verb takes and returns."""
    m = argmap.load("ferry.argmap.yaml")
    assert_type(m, ArgumentMap)
    assert_type(argmap.load(path), ArgumentMap)
    assert_type(argmap.loads("argmap: 1", name="ferry"), ArgumentMap)
    assert_type(argmap.read(Text("ferry", "argmap: 1"), limits=Limits(depth=8)), Reading)
    assert_type(argmap.examine("ferry.argmap.yaml"), Examination)
    assert_type(argmap.check(m), tuple[Diagnostic, ...])
    assert_type(argmap.dumps(m, format="json"), str)
    argmap.dump(m, path)
    assert_type(argmap.graph(m), Graph)
    assert_type(argmap.outline(m, root="ferry", depth=2, format="markdown"), str)
    assert_type(argmap.diagram(m), str)
    assert_type(argmap.diagram(m, format="dot", text="id", direction="up"), str)
    assert_type(argmap.diagram(m, format="png", engine="dot", timeout=5), bytes)
    assert_type(argmap.diagram(m, format="pdf", sections=["demand"], legend=True), bytes)
    assert_type(argmap.show(m, focus="ferry"), Figure)
    overlay = argmap.overlay(argmap.label(m), strengths=argmap.strength(m))
    assert_type(overlay, argmap.Overlay)
    assert_type(argmap.outline(m, overlay=overlay), str)
    assert_type(argmap.diagram(m, format="png", overlay=overlay), bytes)
    index = argmap.index_source(Text("leaflet", "It rains."))
    assert_type(index, argmap.SourceIndex)
    assert_type(argmap.load_index(path), argmap.SourceIndex)
    assert_type(argmap.coverage(m, ["sources"]), argmap.Coverage)
    assert_type(argmap.sentences(m, [path]), Mapping[str, str])
    assert_type(argmap.Fate("moved"), argmap.Fate)
    assert_type(argmap.drift(index, index), Mapping[tuple[int, int], argmap.Drift])
    assert_type(argmap.check(m, sources=[path]), tuple[Diagnostic, ...])
    assert_type(argmap.explain("AM101"), RuleInfo)
    assert_type(argmap.CATALOGUE, Mapping[str, RuleInfo])
    assert_type(argmap.__version__, str)


def findings(examination: Examination, reading: Reading) -> None:
    """What a finding holds."""
    assert_type(examination.map, ArgumentMap | None)
    assert_type(reading.map, ArgumentMap | None)
    assert_type(reading.complete, bool)
    for finding in examination.diagnostics:
        assert_type(finding, Diagnostic)
        assert_type(finding.code, str)
        assert_type(finding.severity, Severity)
        assert_type(finding.severity >= Severity.WARNING, bool)
        assert_type(finding.span, Span | None)
        assert_type(finding.related, tuple[Related, ...])
        assert_type(finding.hint, str | None)
        if finding.span is not None:
            assert_type(finding.span.line, int)
            assert_type(finding.span.text, Text)
    for skipped in examination.not_run:
        assert_type(skipped.rule, RuleInfo)
    for waived in examination.waived:
        assert_type(waived.waiver, Waiver)


def values(m: ArgumentMap) -> None:
    """What a map is made of."""
    assert_type(m["ferry"].text if isinstance(m["ferry"], Statement) else "", str)
    assert_type("ferry" in m, bool)
    assert_type(m.main, tuple[str, ...])
    assert_type(m.leaves, Leaves)
    assert_type(m.sections, tuple[Section, ...])
    assert_type(m.sources, tuple[Source, ...])
    assert_type(m.issues, tuple[Issue, ...])
    assert_type(m.preferences, tuple[Preference, ...])
    assert_type(m.responses, tuple[Response, ...])
    assert_type(m.expect, Expectation | None)
    assert_type(m.waivers, tuple[Waiver, ...])
    assert_type(m.extras, Data | None)
    for source in m.sources:
        assert_type(source.grade, Grade | None)
    for statement in m.statements:
        assert_type(statement, Statement)
        assert_type(statement.kind, Kind)
        assert_type(statement.type, ClaimType | EvidenceType | None)
        assert_type(statement.certainty, Qualifier | None)
        assert_type(statement.standard, ProofStandard | None)
        assert_type(statement.status, Status)
        assert_type(statement.scope, Scope | None)
        assert_type(statement.by, tuple[Speaker, ...])
        assert_type(statement.anchors, tuple[Anchor, ...])
        assert_type(statement.because, tuple[Support, ...])
        assert_type(statement.against, tuple[Attack, ...])
        for anchor in statement.anchors:
            assert_type(anchor.where, Place | str | None)
        for support in statement.because:
            assert_type(support.premises, tuple[Premise, ...])
            assert_type(support.answers, tuple[Answer, ...])
            for premise in support.premises:
                assert_type(premise.kind, PremiseKind)
            for answer in support.answers:
                assert_type(answer.verdict, Verdict)


def constructors() -> ArgumentMap:
    """How a map is made by a program: any iterable will do for a tuple."""
    reason = Support(premises=[Premise("demand")], scheme="sign", weight=0.5)
    ferry = Statement(id="ferry", kind=Kind.CLAIM, text="The ferry runs.", because=[reason])
    demand = Statement(
        id="demand",
        kind=Kind.EVIDENCE,
        text="Many asked for it.",
        type=EvidenceType.POLL,
        anchors=[Anchor(source="survey", where=Place(2, 3))],
    )
    return ArgumentMap(
        statements=[ferry, demand],
        main=["ferry"],
        sources=[Source(id="survey", title="Harbour survey", reliability="B")],
        waivers=[Waiver(rule="AM109", at="demand", reason="An example.")],
    )


def edges(graph: Graph) -> None:
    """What a graph tells."""
    assert_type(graph.main, tuple[str, ...])
    assert_type(graph.ancestors("ferry"), frozenset[str])
    assert_type(graph.role_of("ferry"), frozenset[Role])
    assert_type(graph.premises_of("demand>ferry"), tuple[Premise, ...])
    for step in graph.supports("ferry"):
        assert_type(step, Step)
        assert_type(step.inference, Support | Attack)
        assert_type(step.position, Position)
    for attack in graph.attacks("ferry"):
        inference: Inference = attack.inference
        assert_type(inference, Support | Attack)


def evaluations(m: ArgumentMap) -> None:
    """What evaluation takes and gives."""
    terms = Terms(
        leaves=Leaves.EVIDENCE,
        concessions=Concessions.COUNT,
        bases={"demand": Basis.ASSUMED},
        reject=["cost"],
    )
    labelling = argmap.label(m, terms)
    assert_type(labelling, Labelling)
    assert_type(labelling["ferry"], Label)
    standing = labelling.standing("ferry")
    assert_type(standing, Standing)
    assert_type(standing.reason, Reason | None)
    assert_type(argmap.why(labelling, "ferry", most=3), str)
    weighed = argmap.label(m, semantics="carneades", thresholds=Thresholds(alpha=0.6))
    assert_type(weighed, CarneadesLabelling)
    assert_type(weighed.verdict("ferry"), ProofVerdict)
    assert_type(argmap.acceptance(m, "stable", terms, seconds=1.5), Acceptances)
    listed = argmap.labellings(m, Semantics.PREFERRED, most=7)
    assert_type(listed, Labellings)
    assert_type(listed.labellings, tuple[Mapping[str, Label], ...])
    found = argmap.what_if(m, ["demand"], terms)
    assert_type(found, WhatIf)
    assert_type(found.fallen, tuple[Change, ...])
    assert_type(argmap.critical_sets(m, "ferry", candidates="sources", most=2), CriticalSets)
    (hanging,) = argmap.hangs_on(m, "ferry")
    assert_type(hanging, HangsOn)
    assert_type(hanging.single_points, SinglePoints)
    strengths = argmap.strength(m, semantics="df-quad", tnorm="product")
    assert_type(strengths, Strengths)
    assert_type(strengths["ferry"], float)
    assert_type(argmap.sensitivity(m, "ferry", samples=10), Sensitivity)


def frameworks(framework: Framework) -> None:
    """What abstract argumentation takes and gives."""
    assert_type(Framework("ab", [("a", "b")]), Framework)
    assert_type(Framework.of_indices([[], (0,)], names=["a", "b"]), Framework)
    assert_type(argmap.parse_framework("p af 0", "iccma"), Framework)
    assert_type(argmap.write_framework(framework, "apx"), str)
    assert_type(framework.grounded(), frozenset[str])
    assert_type(framework.attacks, tuple[tuple[str, str], ...])
    found = framework.extensions(Semantics.PREFERRED, most=None, expired=lambda: False)
    assert_type(found, Extensions)
    assert_type(found.sets, tuple[frozenset[str], ...])
    accepted = framework.acceptance("semi-stable")
    assert_type(accepted, Acceptances)
    assert_type(accepted["a"], Acceptance)
    assert_type(accepted.exist, bool | None)


def errors() -> None:
    """Which exception is which."""
    root: list[type[ArgmapError]] = [
        InapplicableSemantics,
        InvalidFramework,
        argmap.InvalidIndex,
        InvalidMap,
        InvalidValue,
        SolverMissing,
        UnknownElement,
        UnknownName,
        LayoutError,
        EngineMissing,
        LayoutTimeout,
    ]
    ordinary: list[type[ValueError]] = [InvalidMap, InvalidValue, UnknownName]
    drawing: list[type[LayoutError]] = [EngineMissing, LayoutTimeout]
    looking_up: type[KeyError] = UnknownElement
    try:
        argmap.load("ferry.argmap.yaml")
    except InvalidMap as error:
        assert_type(error.diagnostics, tuple[Diagnostic, ...])
    assert_type((root, ordinary, drawing, looking_up)[1][0], type[ValueError])
    effects: list[Effect] = [Effect.REBUT, Effect.UNDERCUT, Effect.UNDERMINE]
    assert_type(effects[0], Effect)


def wrong(m: ArgumentMap, finding: Diagnostic) -> tuple[Statement, int]:
    """What a type checker must refuse."""
    argmap.load(b"ferry.argmap.yaml")  # type: ignore[arg-type]
    argmap.loads(Path("ferry.argmap.yaml"))  # type: ignore[arg-type]
    argmap.check("ferry.argmap.yaml")  # type: ignore[arg-type]
    argmap.outline(m, format="html")  # type: ignore[arg-type]
    argmap.outline(m, "ferry")  # type: ignore[call-arg]
    argmap.diagram(m, format="gif")  # type: ignore[call-overload]
    argmap.diagram(m, direction="sideways")  # type: ignore[call-overload]
    argmap.show(m, colour="red")  # type: ignore[call-arg]
    argmap.dumps(m, format="toml")  # type: ignore[arg-type]
    argmap.worksheet(m)  # type: ignore[attr-defined]
    m.title = "Another"  # type: ignore[misc]
    finding.code = "AM102"  # type: ignore[misc]
    m.statements.append(m.statements[0])  # type: ignore[attr-defined]
    Statement(id="ferry", text="The ferry runs.")  # type: ignore[call-arg]
    Statement(id="ferry", kind="claim", text="It runs.")  # type: ignore[arg-type]
    Support(premises=[Attack()])  # type: ignore[list-item]
    statement: Statement = m["ferry"]  # type: ignore[assignment]
    size: int = argmap.diagram(m, format="png")  # type: ignore[assignment]
    return statement, size
