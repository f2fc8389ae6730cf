"""A map that says the same text in every place that an outline tells."""

from __future__ import annotations

from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Attack,
    Issue,
    Kind,
    Place,
    Preference,
    Premise,
    Qualifier,
    Scope,
    Section,
    Source,
    Speaker,
    Statement,
    Support,
    Verdict,
)


def hostile_map(text: str) -> ArgumentMap:
    """Return a map with a text in every place that takes one."""
    step = Support(
        premises=[Premise("b")],
        id="step",
        label=text,
        scheme=text,
        note=text,
        tags=[text],
        section="one",
        answers=[Answer(question="why", verdict=Verdict.WAIVED, reason=text, note=text)],
        unless=[Attack(premises=[Premise("c")], note=text)],
        anchors=[Anchor(where=Place(2), quote=text)],
    )
    return ArgumentMap(
        title=text,
        question=text,
        description=text,
        critic=text,
        scale=text,
        text="s",
        statements=[
            Statement(id="a", kind=Kind.CONCLUSION, text=text, note=text, because=[step]),
            Statement(
                id="b",
                kind=Kind.CLAIM,
                text=text,
                label=text,
                by=[Speaker(text, text, [Anchor(source="s", where=f"ch. {text}", quote=text)])],
                certainty=Qualifier(text, text, text),
            ),
            Statement(
                id="c",
                kind=Kind.CLAIM,
                text=text,
                scope=Scope(text, text, text),
                tags=[text],
                anchors=[Anchor(source="s", where=f"art. {text}", quote=text, prefix=text)],
                because=[Support(premises=[Premise("b")])],
            ),
        ],
        sources=[Source(id="s", title=text, author=text, publisher=text, note=text)],
        sections=[Section(id="one", title=text, at=[Place(1, None, 3)])],
        issues=[Issue(id="i", question=text, positions=["b", "c"]), Issue(id="j")],
        preferences=[
            Preference(better="step", worse="b>c", reason=text),
            Preference(better="a", worse="b", reason=text),
        ],
    )
