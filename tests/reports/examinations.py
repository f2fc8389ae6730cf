"""What was found in maps, some of it in texts that do their best to break a report."""

from typing import Any

from hypothesis import strategies as st

from argmap import pipeline
from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Waiver
from argmap.model.unchecked import unchecked
from argmap.reports.examined import Examined
from argmap.rules import NotRun, Waived
from argmap.text import Span, Text

# What means something in XML, JSON, SARIF, a workflow command or a path, beside line ends, controls
# and characters that stand alone; sampled, because drawing text letter by letter takes far longer.
PIECES = [
    *("\n", "\r\n", "\r", "\t", "\x00", "\x1b[31m", "\x7f", "\x85", "\x9b", "\u2028", "\u202e"),
    *(
        "\ud800",
        "\udce9",
        "\uffff",
        "\ufeff",
        "\U0010ffff",
        "船",
        "e\u0301",
        "\U0001f6a2",
        "\u200d",
    ),
    *("<", "&amp;", "]]>", "-->", '"', "'", "\\", "{0}", "}", "{{", "[a](1)", "[", "](", ")", "`"),
    *(
        "%",
        "%0A",
        "::",
        ":",
        ",",
        "::error file=x::",
        "##[error]",
        "/",
        "..",
        "C:",
        "#",
        "?",
        "=",
        ";",
    ),
    *(" ", "  ", "a", "ferry", "AM101"),
]
words = st.lists(st.sampled_from(PIECES), max_size=5).map("".join) | st.text(max_size=5)
texts = st.builds(Text, words, st.lists(words, max_size=4).map("\n".join))
# Inside their text or beyond its end.
spans = texts.flatmap(
    lambda text: st.tuples(st.integers(0, 9), st.integers(0, 9)).map(
        lambda ends: Span(text, min(ends), max(ends))
    )
)
names = st.sampled_from(["maps/ferry.argmap.yaml", "<stdin>", "a b/ü?.yaml", "", "."]) | words
severities = st.sampled_from(Severity)
related = st.builds(Related, words, st.none() | spans, st.none() | words)
diagnostics = st.builds(
    Diagnostic,
    st.sampled_from(["AM001", "AM101"]) | words,
    st.sampled_from(["some-rule"]) | words,
    severities,
    words,
    st.none() | spans,
    st.none() | words,
    st.lists(related, max_size=2).map(tuple),
    st.none() | words,
)
rules = st.builds(RuleInfo, words, words, severities, words, words)

# Texts that no map may hold too: a report must not lean on the model for its safety.
_waiver: Any = unchecked(Waiver)
waivers = st.builds(
    lambda rule, at, reason, span: _waiver(rule=rule, at=at, reason=reason, span=span),
    words,
    st.none() | words,
    st.none() | words,
    st.none() | spans,
)
examined = st.builds(
    Examined,
    names,
    st.lists(diagnostics, max_size=3),
    st.none() | words.filter(bool),
    st.lists(st.builds(Waived, diagnostics, waivers), max_size=2),
    st.lists(st.builds(NotRun, rules, words), max_size=2),
    st.none() | words,
    st.none() | severities,
)
maps = st.lists(examined, max_size=3)


def examine(content: str, name: str = "maps/ferry.argmap.yaml") -> Examined:
    """What argmap finds in a map."""
    return Examined.of(name, pipeline.examine(Text(name, content)))


FAULTY = """\
argmap: 1
main: ferry
waive: [{rule: question-as-claim, at: demand, reason: 'It is <quoted>.'}]
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: demand + subsidy
  demand:
    premise: Would many use it?
    against: ferry
    at: survey
  lonely:
    claim: Boats are blue.
sources: {survey: {title: Harbour survey}}
"""


def _sample() -> list[Examined]:
    """One of everything that a report tells; made by hand, so that it outlasts changes of rules."""
    ferry = Text("maps/ferry.argmap.yaml", "main: fery\nnote: a \U0001f6a2 < b & {c}\n")
    dangling, late = (
        RuleInfo("AM101", "dangling-reference", Severity.ERROR, "a name of nothing", PAGE),
        RuleInfo("AM401", "open-question", Severity.WARNING, "a question without an answer", ""),
    )
    found = dangling.at(
        Span(ferry, 6, 10),
        "main refers to fery, which is not defined",
        subject="ferry",
        related=[Related("near to it", Span(ferry, 17, 21), "demand"), Related("and nowhere")],
        hint='did you mean "ferry"?',
    )
    mild = late.at(None, "100% open, {0} answered: [why](1)", severity=Severity.INFO)
    waiver = Waiver(rule="AM401", at="demand", reason="It is <meant>.", span=Span(ferry, 11, 15))
    waived = Waived(late.at(Span(ferry, 19, 20), "nobody asks", subject="demand"), waiver)
    return [
        Examined(ferry.name, [found, found, mild], "ferry", [waived], [NotRun(late, "no labels")]),
        Examined("maps/clean.argmap.yaml"),
        Examined("<stdin>", [mild]),
        Examined("maps/gone.argmap.yaml", unread="no such file or directory"),
    ]


PAGE = """AM101 dangling-reference: a name of nothing.

**What.** A name such as `fery` names
nothing.

**Bad**

```yaml
main: fery
```
"""
SAMPLE = _sample()
