"""The catalogue of schemes: what the data file holds, and how a scheme is found."""

from __future__ import annotations

import pkgutil
import string
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ClaimType, Effect, EvidenceType, PremiseKind
from argmap.schemes import (
    Catalogue,
    Mode,
    Question,
    Scheme,
    SchemeRole,
    Use,
    catalogue,
    folded,
)

SCHEMES = 37
QUESTIONS = 155


@pytest.fixture(scope="module")
def document() -> Any:
    """The data file as PyYAML's plain loader reads it."""
    data = pkgutil.get_data("argmap.schemes", "schemes.yaml")
    assert data is not None
    return yaml.safe_load(data)


def _questions() -> Iterator[tuple[Scheme, Question]]:
    return ((scheme, question) for scheme in catalogue() for question in scheme.questions)


def test_counts() -> None:
    """The catalogue has as many schemes, questions, effects and modes as its study counted."""
    questions = [question for _, question in _questions()]
    effects = Counter(question.effect for question in questions)
    modes = Counter(question.mode for question in questions)
    assert len(catalogue()) == len(list(catalogue())) == SCHEMES
    assert len(questions) == QUESTIONS
    assert effects == {Effect.UNDERMINE: 74, Effect.UNDERCUT: 59, Effect.REBUT: 22}
    assert modes == {Mode.PREMISE: 61, Mode.ASSUMPTION: 31, Mode.EXCEPTION: 63}


def test_every_scheme_can_be_used() -> None:
    """Every scheme has roles of which one is required, questions, and something to conclude."""
    families = {family.name for family in catalogue().families}
    for scheme in catalogue():
        assert scheme.roles
        assert scheme.required_roles
        assert scheme.questions
        assert scheme.conclusion
        assert scheme.conclusion_types
        assert scheme.family in families
        assert scheme.origin in {"WRM2008", "extension"}


def test_roles_and_questions_have_names_of_their_own() -> None:
    """Within a scheme no two roles and no two questions share a name."""
    for scheme in catalogue():
        for names in ([r.name for r in scheme.roles], [q.id for q in scheme.questions]):
            assert len(set(names)) == len(names)


def test_an_undermining_question_is_aimed_at_a_role() -> None:
    """The role that a question attacks exists; questions with other effects attack none."""
    for scheme, question in _questions():
        if question.effect is Effect.UNDERMINE:
            assert question.role is not None
            assert scheme.role(question.role) is not None
        else:
            assert question.role is None
        assert question.good_answer in {"yes", "no"}


def test_texts_use_declared_variables() -> None:
    """Every variable in braces is one that the scheme declares."""
    for scheme in catalogue():
        declared = {variable.name for variable in scheme.variables}
        texts = [scheme.conclusion, *(role.text for role in scheme.roles)]
        texts += [question.text for question in scheme.questions]
        used = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
        assert used <= declared
        assert not any("{" in scheme.spelled_out(text) for text in texts)


def test_names_are_unique_after_folding() -> None:
    """No id, name or alias of one scheme is, compared as names are, one of another."""
    holders: dict[str, set[str]] = {}
    for scheme in catalogue():
        for name in (scheme.id, scheme.name, *scheme.aliases):
            holders.setdefault(folded(name), set()).add(scheme.id)
    assert {name: ids for name, ids in holders.items() if len(ids) > 1} == {}


def test_the_reader_keeps_what_the_file_says(document: Any) -> None:
    """What is read agrees with the file as an independent loader reads it."""

    def hyphened(name: str) -> str:
        return name.replace("_", "-")

    assert [s.id for s in catalogue()] == [hyphened(e["id"]) for e in document["schemes"]]
    for scheme, entry in zip(catalogue(), document["schemes"], strict=True):
        assert scheme.name == entry["name"]
        assert scheme.family == entry["family"]
        assert scheme.use.value == entry["use"]
        assert scheme.aif == entry["aif"]
        assert list(scheme.aliases) == entry["aliases"]
        assert [t.value for t in scheme.evidence_types] == entry["evidence_kinds"]
        assert dict(scheme.variables) == entry["variables"]
        assert [t.value for t in scheme.conclusion_types] == entry["conclusion_type"]
        assert scheme.conclusion == entry["conclusion"]
        assert scheme.note == entry.get("notes")
        assert [(r.name, r.text, r.kind.value, r.required) for r in scheme.roles] == [
            (hyphened(p["role"]), p["text"], p["kind"], p["required"]) for p in entry["premises"]
        ]
        for question, asked in zip(scheme.questions, entry["critical_questions"], strict=True):
            targets = {
                Effect.UNDERMINE: f"premise:{question.role}",
                Effect.UNDERCUT: "inference",
                Effect.REBUT: "conclusion",
            }[question.effect]
            assert question.id == hyphened(asked["id"])
            assert question.text == asked["question"]
            assert question.effect.value == asked["effect"]
            assert targets == hyphened(asked["targets"])
            assert question.mode.value == asked["mode"]
            assert question.good_answer == asked["good_answer"]
            assert question.evidence_hint == asked.get("evidence_hint")


def test_one_scheme_in_full() -> None:
    """A scheme as the library's users see it."""
    scheme = catalogue().scheme("expert-opinion")
    assert scheme is not None
    assert scheme.use is Use.SUPPORT
    assert scheme.evidence_types == (EvidenceType.EXPERT,)
    assert scheme.conclusion_types == (ClaimType.FACT, ClaimType.CAUSAL, ClaimType.PREDICTION)
    assert [role.name for role in scheme.required_roles] == ["expertise", "assertion"]
    assert scheme.role("field") == SchemeRole(
        "field", "{A} lies within {D}", PremiseKind.ASSUMPTION, required=False
    )
    assert scheme.question("said_it") == scheme.question("said-it") == scheme.questions[1]
    assert scheme.role("goal") is None
    assert scheme.question("goal-held") is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("positive-consequences", "positive-consequences"),
        ("positive_consequences", "positive-consequences"),
        ("Positive_Consequences", "positive-consequences"),
        ("Argument from Positive Consequences", "positive-consequences"),
        ("PositiveConsequences", "positive-consequences"),
        ("Poll", "sample-to-population"),
        ("Danger Appeal", "danger-appeal"),
        # An id comes before the names that others have in AIF.
        ("Sign", "sign"),
        ("Example", "example"),
        ("Position To Know", "position-to-know"),
        ("Cause To Effect", "cause-to-effect"),
        ("hunch", None),
        ("", None),
    ],
)
def test_lookup(name: str, found: str | None) -> None:
    """A scheme goes by id, name and alias; case and `-`, `_`, space make no difference."""
    scheme = catalogue().scheme(name)
    assert (None if scheme is None else scheme.id) == found


def test_an_aif_name_of_two_schemes_names_neither() -> None:
    """A name in AIF finds a scheme only where no other has it."""
    one, other, third = list(catalogue())[:3]
    two = Catalogue(
        schemes=tuple(
            attrs.evolve(scheme, aif=aif)
            for scheme, aif in ((one, "Shared"), (other, "shared"), (third, "Alone"))
        ),
        families=(),
        evidence_types=(),
        practitioner_types=(),
    )
    assert two.scheme("Shared") is None
    assert two.scheme("alone") == attrs.evolve(third, aif="Alone")


@given(st.sampled_from([scheme.id for scheme in catalogue()]), st.data())
def test_spelling_makes_no_difference(name: str, data: st.DataObject) -> None:
    """Any mixture of case, `-`, `_` and space finds the same scheme."""
    spelled = "".join(
        data.draw(st.sampled_from(["-", "_", " "] if c == "-" else [c, c.upper()])) for c in name
    )
    assert catalogue().scheme(spelled) is catalogue().scheme(name)


def test_names_are_written_with_hyphens() -> None:
    """Every id that is shown can stand in a map file, and has `-`, never `_`."""
    names = [*catalogue().names()]
    names += [role.name for scheme in catalogue() for role in scheme.roles]
    names += [question.id for _, question in _questions()]
    names += [field for needs in catalogue().evidence_types for field in needs.needs]
    allowed = set(string.ascii_lowercase + string.digits + "-")
    assert all(name and set(name) <= allowed for name in names)


def test_effect_of() -> None:
    """What a failing question does; None where the scheme or the question is not known."""
    schemes = catalogue()
    assert schemes.effect_of("positive_consequences", "likely") == (Effect.UNDERMINE, "effect")
    assert schemes.effect_of("analogy", "source-true") == (Effect.UNDERMINE, "source-fact")
    assert schemes.effect_of("analogy", "differences") == (Effect.UNDERCUT, None)
    assert schemes.effect_of("analogy", "rival_analogy") == (Effect.REBUT, None)
    assert schemes.effect_of("analogy", "likely") is None
    assert schemes.effect_of("hunch", "likely") is None


def test_kinds_of_evidence() -> None:
    """Every type of evidence says what it needs, and names a scheme that exists."""
    schemes = catalogue()
    assert [needs.type for needs in schemes.evidence_types] == list(EvidenceType)
    for evidence in EvidenceType:
        needs = schemes.needs_of(evidence)
        assert needs.means
        assert needs.needs
        assert schemes.scheme(needs.scheme) is not None
    assert "fieldwork-dates" in schemes.needs_of(EvidenceType.POLL).needs


def test_practitioner_types() -> None:
    """What practitioners call evidence is a type and a scheme that exists."""
    names = [practitioner.name for practitioner in catalogue().practitioner_types]
    assert len(set(names)) == len(names)
    for practitioner in catalogue().practitioner_types:
        scheme = catalogue().scheme(practitioner.scheme)
        assert scheme is not None
        assert scheme.id == practitioner.scheme


def test_importing_does_not_read_the_file() -> None:
    """The package loads neither PyYAML nor the data file until the catalogue is asked for."""
    program = (
        "import sys, argmap.schemes as schemes\n"
        "assert 'yaml' not in sys.modules\n"
        "assert schemes.catalogue() is schemes.catalogue()\n"
        "assert 'yaml' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without its C part reads the same catalogue."""
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert catalogue.__wrapped__() == catalogue()
