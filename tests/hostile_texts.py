"""Texts that break what does not escape them; one set for every medium."""

HOSTILE_TEXTS = (
    "quotes \" and ' and ` and a backslash \\",
    "ends in a backslash \\",
    "\\n \\l \\r \\N \\G \\E \\T \\H \\L \\\\n",
    "<b>bold</b> <script>alert(1)</script> <!-- comment -->",
    "&amp; &lt; &#65; &unknown; AT&T",
    "]]> --> ?> */ */",
    "%s {0} ${x} {a|b} [c](d) *e* _f_ # 1. - + =",
    "digraph { graph node edge strict subgraph }",
    "\u202eright to left\u202c and \u2066isolated\u2069",
    "שלום world مرحبا",
    "船は夜に出る。船は夜に出る。船は夜に出る。船は夜に出る。",
    "e\u0301 n\u0303 a\u0327 and o\u0308",
    "\U0001f6a2 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f0\U0001f1f7",
    "x" * 200,
    "one\u00a0two\u00a0three",
    "a  b\tc\nd",
    "-",
)

#: Ids that are words of DOT or of Graphviz, or look like what it makes itself.
HOSTILE_IDS = ("node", "edge", "graph", "digraph", "strict", "n1", "s1", "node1", "graph0", "a_n1")
