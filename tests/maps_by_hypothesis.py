"""Hypothesis strategies for maps with every field of every class, and with texts that bite.

`argument_maps()` draws any map that a map file can hold. What the constructors accept beyond that
is left out, each with a remark.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from argmap.model import (
    Anchor,
    Answer,
    ArgumentMap,
    Attack,
    ClaimType,
    Data,
    EvidenceType,
    Expectation,
    Grade,
    Issue,
    Kind,
    Leaves,
    Place,
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
    Support,
    Verdict,
    Waiver,
)
from argmap.text import forbidden_characters
from tests.hostile_texts import HOSTILE_TEXTS

#: Ids that YAML 1.1 would take for something else, ids that are prefixes of each other, long ones.
NAMES = [
    *["a", "b", "c", "d-1", "e_2", "F", "no", "on", "y", "null", "true", "via", "argmap", "claim"],
    *["n" * 40 + str(number) for number in range(4)],
    "x" * 120,
    "long-" * 300,
]
IDS = st.sampled_from(NAMES)
SOURCE_IDS = st.sampled_from([name for name in NAMES if name != "via"])

# Glued together they make texts that look like YAML, JSON, numbers, anchors and steps.
PIECES = [
    *["word", "a longer stretch of words", "two  spaces", "x" * 30, "y" * 110, "5", "1e3", ".5"],
    *[" ", " ", " ", "   ", "\n", "\n\n", "\t", "\u00a0", "\u3000", "\u200b", "\u202e", "\u2067"],
    *["- ", "? ", ": ", ", ", " #x", " # ", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", '"'],
    *["%", "@", "`", "=", "<<", "...", "---", "~", "+", "\\", "\\n", "\\", ":", "#", "-", "?", ","],
    *[
        "null",
        "true",
        "no",
        "p3",
        "p3.2",
        "via p2",
        "p1-3",
        "船は夜に出る",
        "e\u0301",
        "\U0001f6a2",
    ],
    *["\ufffd", "\ud7ff", "\ue000", "\U0010ffff", "שלום", "%YAML 1.1", "0x1F", "0o17", ".inf"],
]
WHOLE = [
    *[
        "The ferry runs.",
        "~",
        "null",
        "Null",
        "true",
        "FALSE",
        "no",
        "0",
        "-1",
        "+1",
        "0x1f",
        "0o7",
    ],
    *["1.", ".5", "1e5", "-.inf", ".NaN", "1" * 4001, "1e999", "=", "<<", "---", "...", "-", "?"],
    *[
        ":",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#",
        "a,b",
        "[]",
        "{}",
        "'",
        '"',
        "''",
        '""',
        "|",
        ">-",
        "&a",
    ],
    *["*a", "!a", "%a", "@a", "`a", " a", "a ", "\ta", "a\t", "\na", "a\n", "a\n\n", "\n\na\n b\n"],
    *[
        "a\n b",
        "a\n\tb",
        "a \nb",
        "a\n\n\nb",
        "a\n---\nb",
        "a\n# b",
        "- a\n- b",
        "a: b\nc: d",
        "--- a",
    ],
    *[" ".join(["words"] * 40), "  ".join(["words"] * 40), " ".join(["words"] * 40) + "\n"],
    *[
        "\n".join([" ".join(["words"] * 30)] * 3),
        "w" * 300,
        "w" * 90 + " " + "w" * 90,
        "a" + " " * 150,
    ],
    *[" ".join(["w"] * 20) + " # " + " ".join(["w"] * 40), "a\\ b " * 40, '"' * 120, "'" * 120],
    *[
        "\\ " * 60,
        "\n" * 90 + "a",
        "x\n" + " " * 110 + "y",
        "a" + "\n" * 150 + " b",
        "\t" * 60 + "a",
    ],
]
_CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\t\n"
).filter(lambda one: not any(True for _ in forbidden_characters(one)))


@st.composite
def any_texts(draw: st.DrawFn) -> str:
    """A text, now and then one of nothing but spaces."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return draw(st.sampled_from(WHOLE))
    if kind == 1:
        return draw(st.sampled_from(HOSTILE_TEXTS))
    if kind == 2:
        return "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12)))
    return draw(st.text(_CHARACTERS, min_size=1, max_size=20))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text that says something."""
    text = draw(any_texts())
    return text if text.strip() else f"{text}."


@st.composite
def words(draw: st.DrawFn) -> str:
    """What stands for a place: the reader takes `p3 ...` for one and drops outer spaces."""
    text = draw(texts()).strip()
    return f"at {text}" if text[:1] == "p" and text[1:2].isdigit() else text


TEXTS = texts()


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def named(draw: st.DrawFn, /, **fields: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Keyword arguments of which some are drawn, and the rest are left at their defaults."""
    return {key: draw(fields[key]) for key in sorted(fields) if draw(st.integers(0, 3)) == 0}


# Values


@st.composite
def places(draw: st.DrawFn) -> Place:
    number = st.integers(1, 9) | st.just(1_000_000)
    first, last = sorted([draw(number), draw(number)])
    if draw(st.booleans()):
        return Place(first, None, last)
    sentence, last_sentence = sorted([draw(number), draw(number)])
    return Place(first, sentence, last, last_sentence)


@st.composite
def anchors(draw: st.DrawFn, *, in_text: bool) -> Anchor:
    """An anchor; without a source only where the map names its text, or the reader refuses it."""
    quotes = {
        "quote": draw(optional(TEXTS)),
        "prefix": draw(optional(TEXTS)),
        "suffix": draw(optional(TEXTS)),
    }
    if in_text and draw(st.booleans()):
        return Anchor(where=draw(places()), **quotes)
    return Anchor(
        source=draw(IDS | st.just("p3")),
        where=draw(optional(st.one_of(places(), words()))),
        via=draw(optional(places())),
        **quotes,
    )


def qualifiers() -> st.SearchStrategy[Qualifier]:
    return st.builds(Qualifier, TEXTS, optional(TEXTS), optional(TEXTS))


def speakers(*, in_text: bool) -> st.SearchStrategy[Speaker]:
    return st.builds(Speaker, TEXTS, optional(TEXTS), few(anchors(in_text=in_text)))


SHARES = st.one_of(st.sampled_from([0, 1, 0.0, -0.0, 1.0, 0.5, 1e-300, 5e-324]), st.floats(0, 1))
_NUMBERS = st.one_of(
    st.integers(),
    st.sampled_from([10**400, -(10**400), 10**3999]),  # the reader takes up to 4,000 digits
    st.floats(allow_nan=False, allow_infinity=False),
)
_LEAVES = st.one_of(st.none(), st.booleans(), _NUMBERS, any_texts(), st.just(""))
_JSON = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(any_texts() | st.just(""), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def data(draw: st.DrawFn) -> Data:
    """A JSON object, now and then as deep as it can be."""
    if draw(st.integers(0, 9)):
        return Data(draw(st.dictionaries(any_texts(), _JSON, max_size=3)))
    value: Any = draw(_LEAVES)
    for _ in range(11):
        value = draw(st.sampled_from([[value], {"k": value}, [value, value]]))
    return Data({"deep": value})


# Steps


@st.composite
def premises(draw: st.DrawFn) -> dict[str, Any]:
    """Premises and whether they are linked, as a map file can hold them.

    The ordinary ones come first; either all of a kind have roles or none has, and those of one role
    stand together; one premise with a role is linked.
    """
    names = draw(st.lists(IDS, unique=True, max_size=4))
    cut = draw(st.integers(0, len(names)))
    found = [
        *_with_roles(draw, names[:cut], PremiseKind.ORDINARY),
        *_with_roles(draw, names[cut:], PremiseKind.ASSUMPTION),
    ]
    linked = cut > 1 or any(one.role for one in found[:cut]) or draw(st.booleans())
    return {"premises": found, "linked": linked}


def _with_roles(draw: st.DrawFn, names: list[str], kind: PremiseKind) -> list[Premise]:
    if draw(st.booleans()):
        return [Premise(name, None, kind) for name in names]
    roles = ["effect", "null", "warrant", "r" * 30]
    taken = sorted(draw(st.integers(0, 3)) for _ in names)
    return [Premise(name, roles[one], kind) for name, one in zip(names, taken, strict=True)]


def answers() -> st.SearchStrategy[tuple[Answer, ...]]:
    more = {"note": optional(TEXTS), "pin": optional(TEXTS), "question": IDS}
    shown = st.builds(
        Answer,
        verdict=st.sampled_from([Verdict.HOLDS, Verdict.FAILS]),
        by=optional(IDS),
        **more,
    )
    waived = st.builds(Answer, verdict=st.just(Verdict.WAIVED), reason=TEXTS, **more)
    return st.lists(
        shown | waived, max_size=2, unique_by=lambda one: one.question.replace("_", "-")
    ).map(tuple)


@st.composite
def steps(draw: st.DrawFn, made: Any, *, in_text: bool, depth: int = 2) -> Any:
    """A support or attack with steps against and for it, `depth` deep."""
    if draw(st.booleans()):
        ids = draw(st.lists(IDS, unique=True, min_size=1, max_size=3))
        return made(premises=[Premise(name) for name in ids])
    fields = {
        "id": IDS,
        "label": TEXTS,
        "scheme": TEXTS,
        "answers": answers(),
        "strict": st.booleans(),
        "weight": SHARES,
        "certainty": qualifiers(),
        "section": IDS,
        "anchors": few(anchors(in_text=in_text)),
        "by": few(speakers(in_text=in_text)),
        "note": TEXTS,
        "tags": few(TEXTS),
        "extras": data(),
    }
    if depth:
        fields["unless"] = few(steps(Attack, in_text=in_text, depth=depth - 1))
        fields["backing"] = few(steps(Support, in_text=in_text, depth=depth - 1))
    return made(**draw(premises()), **draw(named(**fields)))


@st.composite
def towers(draw: st.DrawFn, made: Any) -> Any:
    """A step with steps on it, as high as can be, and data on the top."""
    kinds = draw(st.lists(st.sampled_from([Attack, Support]), min_size=7, max_size=7))
    step = kinds[0](premises=[Premise("a")], extras=draw(data()))
    for kind in [*kinds[1:], made]:
        key = "unless" if isinstance(step, Attack) else "backing"
        step = kind(premises=[Premise("a")], **{key: [step] * draw(st.integers(1, 2))})
    return step


# Statements


@st.composite
def statements(draw: st.DrawFn, name: str, *, in_text: bool) -> Statement:
    kind = draw(st.sampled_from(Kind))
    evidence = kind is Kind.EVIDENCE
    always = {"id": name, "kind": kind, "text": draw(TEXTS)}
    of_a_mention = {
        "certainty": qualifiers(),
        "by": few(speakers(in_text=in_text)),
        "anchors": few(anchors(in_text=in_text)),
    }
    if not draw(st.integers(0, 9)):  # the reader lets a second mention have nothing else
        return Statement(**always, restates=draw(IDS), **draw(named(**of_a_mention)))
    attacks = few(steps(Attack, in_text=in_text))
    fields = {
        **of_a_mention,
        "label": TEXTS,
        "type": st.sampled_from(EvidenceType if evidence else ClaimType),
        "claim_type": st.sampled_from(ClaimType) if evidence else st.none(),
        "section": IDS,
        "standard": st.sampled_from(ProofStandard),
        "because": few(steps(Support, in_text=in_text)),
        "against": attacks,
        "despite": attacks,
        "status": st.sampled_from(Status),
        "given": st.booleans(),
        "questioned": st.booleans(),
        "strength": SHARES,
        "scope": st.builds(Scope, optional(TEXTS), optional(TEXTS), optional(TEXTS)),
        "tags": few(TEXTS),
        "note": TEXTS,
        "data": data(),
        "aliases": few(IDS),
        "extras": data(),
    }
    more = draw(named(**fields))
    if not draw(st.integers(0, 39)):
        more["because"] = [draw(towers(Support))]
    return Statement(**always, **more)


# What a map declares beside statements

DATES = st.sampled_from(["2025", "2025-05", "2025-05-08", "0001", "9999-12-31"])
REFERENCES = st.one_of(IDS, st.sampled_from(["a>b", "a+b#2>c", "u!a+b#2>c", "no!null", "a#9!b"]))
#: An address and a DOI without control characters, which the constructor of a source lets in.
URLS = st.sampled_from(
    ["https://a", "http://a:", "https://a?b=c&d#e", "https://[::1]/{x},y", "https://" + "a" * 150]
)
DOIS = st.sampled_from(["10.1000/182", "10.1000/a:b#c", "10.123456789/[x],{y}?'", '10.1000/"'])


def sources(name: str) -> st.SearchStrategy[Source]:
    fields = {
        "title": TEXTS,
        "author": few(TEXTS),
        "publisher": TEXTS,
        "date": DATES,
        "accessed": DATES,
        "url": URLS,
        "doi": DOIS,
        "kind": TEXTS,
        "language": TEXTS,
        "index": st.sampled_from(["leaflet", "0", "1.5", "null", "a.b-c_d"]),
        "reliability": st.sampled_from("ABCDEF"),
        "credibility": st.integers(1, 6),
        "grade": st.sampled_from(Grade),
        "sms": st.integers(1, 5),
        "primary": st.booleans(),
        "unnamed": st.booleans(),
        "derived_from": few(IDS),
        "note": TEXTS,
        "extras": data(),
    }
    return named(**fields).map(lambda more: Source(id=name, **more))


@st.composite
def sections(draw: st.DrawFn) -> tuple[Section, ...]:
    """Sections that share no place."""
    found: list[Section] = []
    paragraph = 1
    for name in draw(st.lists(IDS, unique=True, max_size=3)):
        at: list[Place] = []
        for _ in range(draw(st.integers(0, 2))):
            last = paragraph + draw(st.integers(0, 2))
            at.append(Place(paragraph, None, last))
            paragraph = last + draw(st.integers(1, 2))
        found.append(Section(id=name, title=draw(optional(TEXTS)), at=at))
    return tuple(draw(st.permutations(found)))


@st.composite
def responses(draw: st.DrawFn) -> tuple[Response, ...]:
    fields = {
        "because": few(steps(Support, in_text=True, depth=1)),
        "against": few(steps(Attack, in_text=True, depth=1)),
        "unless": few(steps(Attack, in_text=True, depth=1)),
        "backing": few(steps(Support, in_text=True, depth=1)),
        "answers": answers(),
    }
    targets = draw(st.lists(REFERENCES, unique=True, min_size=1, max_size=2))
    return tuple(Response(target=target, **draw(named(**fields))) for target in targets)


@st.composite
def argument_maps(draw: st.DrawFn, *, layers: bool = True) -> ArgumentMap:
    """Any map that a map file can hold; with `layers`, now and then a critic's layer."""
    layer = layers and not draw(st.integers(0, 5))
    names = st.lists(IDS, unique=True, min_size=1, max_size=3)
    references = few(REFERENCES)
    fields = {
        "id": IDS,
        "description": TEXTS,
        "leaves": st.sampled_from(Leaves),
        "critic": TEXTS,
        "sections": sections(),
        "sources": st.lists(SOURCE_IDS, unique=True, max_size=2).flatmap(
            lambda ids: st.tuples(*map(sources, ids))
        ),
        "issues": names.flatmap(lambda ids: st.tuples(*map(_issue, ids))),
        "preferences": few(
            st.builds(Preference, better=REFERENCES, worse=REFERENCES, reason=optional(TEXTS))
        ),
        "expect": st.builds(Expectation, accepted=references, out=references, undecided=references),
        "waivers": few(
            st.builds(Waiver, rule=TEXTS, at=optional(REFERENCES), reason=optional(TEXTS))
        ),
        "extras": data(),
    }
    if layer:  # only a layer has responses, and it leaves alone what its base says
        fields["responses"] = responses()
        fields["extends"] = st.just("ferry.argmap.yaml")
    else:
        fields |= {
            "main": few(IDS),
            "title": TEXTS,
            "question": TEXTS,
            "as_of": DATES,
            "scale": TEXTS,
            "language": TEXTS,
        }
    more = draw(named(**fields))
    if layer:
        more.setdefault("extends", "maps/a b #1 'c'.argmap.yaml")
    in_text = layer or draw(st.booleans())
    if in_text and not layer:
        more["text"] = draw(IDS)
    made = [draw(statements(name, in_text=in_text)) for name in draw(names)]
    return ArgumentMap(statements=made, **more)


def _issue(name: str) -> st.SearchStrategy[Issue]:
    return st.builds(
        Issue,
        id=st.just(name),
        question=optional(TEXTS),
        positions=few(REFERENCES),
        standard=optional(st.sampled_from(ProofStandard)),
    )
