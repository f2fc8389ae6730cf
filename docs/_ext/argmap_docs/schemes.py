"""The page of the argumentation schemes, made from the catalogue."""

from __future__ import annotations

from argmap.model import PremiseKind
from argmap.schemes import catalogue
from argmap.schemes.scheme import EvidenceNeeds, Question, Scheme, SchemeRole

_INTRODUCTION = """\
# Argumentation schemes

A scheme is a usual way to argue, with the parts that its premises play and the questions that a
critic would ask of it (Walton, Reed and Macagno 2008). A step names its scheme, says which premise
plays which part, and may answer the questions:

```yaml
because:
  scheme: expert-opinion
  from: {expertise: she-studied-ferries, assertion: she-says-so}
  answers: {independence: {fails: port-pays-her}}
```

An answer `{fails: id}` is an attack on the step (undercut), on what it concludes (rebut) or on the
premise in a role (undermine): the last column says which. Roles in *italics* are taken for granted
unless a premise fills them. Words in [brackets] stand for what the argument is about.
"""


def pages() -> dict[str, str]:
    """Return the page by its path."""
    known = catalogue()
    parts = [_INTRODUCTION]
    for family in known.families:
        members = [scheme for scheme in known.schemes if scheme.family == family.name]
        parts.append(f"## {_capital(family.name)}\n\n{_capital(family.about)}.\n")
        parts += [_scheme(scheme) for scheme in members]
    parts.append(_evidence(known.evidence_types))
    return {"reference/schemes.md": "\n".join(parts)}


def _capital(text: str) -> str:
    return text[0].upper() + text[1:].rstrip(".")


def _scheme(scheme: Scheme) -> str:
    conclusion = _spelled(scheme, scheme.conclusion)
    heading = f"### {scheme.id}\n\n{scheme.name}. It concludes: “{conclusion}”."
    roles = "".join(f"| {_role(role)} | {_spelled(scheme, role.text)} |\n" for role in scheme.roles)
    questions = "".join(
        f"| `{question.id}` | {_spelled(scheme, question.text)} | {_effect(question)} |\n"
        for question in scheme.questions
    )
    return (
        f"{heading}\n\n| role | what its premise says |\n|---|---|\n{roles}\n"
        f"| question | asks | a failing answer |\n|---|---|---|\n{questions}"
    )


def _spelled(scheme: Scheme, text: str) -> str:
    return scheme.spelled_out(text).replace("[", "\\[").replace("|", "\\|")


def _role(role: SchemeRole) -> str:
    return f"*`{role.name}`*" if role.kind is PremiseKind.ASSUMPTION else f"`{role.name}`"


def _effect(question: Question) -> str:
    return f"{question.effect.value}s" + (f" `{question.role}`" if question.role else "")


def _evidence(types: tuple[EvidenceNeeds, ...]) -> str:
    rows = "".join(
        f"| `{needs.type.value}` | {needs.means} | {' '.join(f'`{n}`' for n in needs.needs)} "
        f"| [{needs.scheme}](#{needs.scheme}) |\n"
        for needs in types
    )
    return (
        "## Types of evidence\n\nWhat a statement of kind `evidence` reports, by its `type`, and "
        "what is worth saying about it under `data`.\n\n"
        f"| type | means | `data` | mostly used in |\n|---|---|---|---|\n{rows}"
    )
