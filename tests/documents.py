"""Hypothesis strategies for map files: documents as plain data, which PyYAML writes.

The documents are built without argmap, so that what is read can be compared with what was meant.
"""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import strategies as st

IDS = st.sampled_from(["a", "b", "c", "d-1", "e_2", "F", "no", "on", "y", "null"])
PLACES = st.sampled_from(["p1", "p3.2", "p3.2-4", "p3.2-p4.1", "p6-8"])
TEXTS = st.one_of(
    st.sampled_from(
        [
            "The ferry runs.",
            "no",
            "2025-05-08",
            "1e3",
            "~",
            "a: b",
            "# not a comment",
            "'quoted'",
            '"half',
            "&anchor *alias !tag",
            "line\nbreak",
            "- dash",
            "? what",
            "{a, b}",
            "ends with space ",
            "船は夜に出る",
            "e\u0301 \U0001f6a2",
        ]
    ),
    st.text(
        st.characters(
            exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
        ),
        min_size=1,
        max_size=30,
    ).filter(lambda text: bool(text.strip()) and all(ord(c) & 0xFFFE != 0xFFFE for c in text)),
)
KINDS = st.sampled_from(["conclusion", "claim", "premise", "assumption", "evidence"])


# PyYAML writes YAML 1.1, in which 1e3 is a text that needs no quotes; in YAML 1.2 it is a number.
JSON = st.one_of(st.none(), st.booleans(), st.integers(), TEXTS.filter(lambda text: text != "1e3"))


@st.composite
def steps(draw: st.DrawFn, depth: int = 2) -> Any:
    """A step: an id, ids joined by +, or a mapping."""
    premises = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from([" + ", "+"])).join(premises)
    step: dict[str, Any] = {"from": draw(st.sampled_from([premises[0], premises]))}
    if draw(st.booleans()):
        step["from"] = {"effect": premises[0], "good": premises[1:]} if premises[1:] else premises
    if draw(st.booleans()):
        step["unless"] = draw(steps(depth=depth - 1))
    if draw(st.booleans()):
        step["backing"] = [draw(steps(depth=depth - 1))]
    if draw(st.booleans()):
        step["note"] = draw(TEXTS)
    if draw(st.booleans()):
        step["answers"] = {"likely": {"fails": draw(IDS)}, "other-effects": "holds"}
        step["scheme"] = "positive-consequences"
    return step


@st.composite
def statements(draw: st.DrawFn) -> dict[str, Any]:
    """A statement with some of the keys that it can have."""
    statement: dict[str, Any] = {draw(KINDS): draw(TEXTS)}
    optional = {
        "label": TEXTS,
        "at": st.lists(PLACES, min_size=1, max_size=2),
        "because": st.lists(steps(), min_size=1, max_size=2),
        "against": steps(),
        "despite": steps(depth=0),
        "certainty": TEXTS,
        "note": TEXTS,
        "extras": st.dictionaries(IDS, JSON, max_size=2),
    }
    for key in draw(st.lists(st.sampled_from(sorted(optional)), unique=True, max_size=4)):
        statement[key] = draw(optional[key])
    return statement


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A map as plain data; names may be undefined, steps may run in circles."""
    return {
        "argmap": 1,
        "title": draw(TEXTS),
        "text": "src",
        "sources": {"src": {"title": draw(TEXTS)}},
        "statements": draw(st.dictionaries(IDS, statements(), max_size=6)),
    }


def written(document: dict[str, Any], *, flow: bool | None = False) -> str:
    """Return a document as YAML."""
    return yaml.safe_dump(
        document, sort_keys=False, allow_unicode=True, default_flow_style=flow, width=60
    )
