"""Findings in texts that do their best to break a report."""

from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.text import Span, Text

# Line ends, tabs, controls, bidirectional and zero-width characters, wide and combining ones, marks
# with nothing to stand on, sequences of emoji, surrogates, noncharacters.
HOSTILE = (
    "\n\r\t \x00\x07\x1b\x7f\x85\x9b\u200b\u200d\u200e\u202e\u2028\u2066\ufeff\ud800\uffff"
    "aä…<船ｶ가ᄀ\u1160\u0301\u0903\u0600क्ष\u094d😀👍\U0001f3fb❤\ufe0f🇸🇪1\u20e3\U000e0041\U0010ffff\u3000\u2800"
)

characters = st.one_of(st.sampled_from(HOSTILE), st.characters(exclude_categories=()))
words = st.text(characters, max_size=60)
contents = st.one_of(
    st.text(characters, max_size=200),
    st.lists(words, max_size=8).map("\n".join),
    st.builds(str.__mul__, words, st.integers(0, 40)),
)
texts = st.builds(Text, words, contents)


@st.composite
def spans(draw: st.DrawFn, text: Text) -> Span:
    """A span of a text: inside it mostly, sometimes empty, sometimes beyond its end."""
    length = len(text.content)
    start = draw(st.integers(0, length + 2))
    return Span(text, start, draw(st.integers(start, max(length + 3, start))))


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    """A finding with up to eight related places, in one text or in two."""
    known = [draw(texts), draw(texts)]
    places = st.none() | st.sampled_from(known).flatmap(spans)
    code = st.sampled_from(["AM001", "AM101"]) | words
    return Diagnostic(
        draw(code),
        "some-rule",
        draw(st.sampled_from(Severity)),
        draw(words),
        draw(places),
        draw(st.none() | words),
        tuple(draw(st.lists(st.builds(Related, words, places), max_size=8))),
        draw(st.none() | words),
    )


findings = st.lists(diagnostics(), max_size=3)
