"""Texts that break what does not escape them; one set for every medium."""

#: What a map can hold: any of these may be a statement.
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
    # GitHub: commands of a workflow, links that need no brackets, mentions.
    "::error file=x,line=1::owned %0A::set-output name=a::b ##[error]x",
    "::error::first of its line",
    "and\n \t::warning::behind blanks",
    "see https://evil.test, www.evil.test, mail a@evil.test, tell @all, #1 and :tada:",
    "[a](javascript:alert(1)) ![i](file:///etc/passwd) <https://evil.test> [r]: x",
    # Markdown: blocks.
    "```\ncode\n```",
    "1) one\n2) two\n- [ ] three\n+ four\n* five\n> six",
    "| a | b |\n|---|---|\n| c | d |",
    "Title\n=====\nand\n---",
    "    indented",
    "## heading ##",
    "~~struck~~ ==marked== $x^2$ $$y$$ [^1] \\( z \\)",
    # reStructuredText.
    ".. raw:: html",
    "|sub| `text`_ :math:`x` _target: [1]_ word_ anon__ ``code`` **b**",
    "a::\n\n   literal",
    # LaTeX, CSV, templates, shells.
    "\\input{/etc/passwd} \\end{document} $x$ ~ ^ _ # & %",
    "=cmd|' /C calc'!A0",
    "{{ x }} {% y %} {0.__class__} %(x)s $(id) `id` ${HOME}",
    # YAML.
    "!!python/object/apply:os.system [id]",
    "&anchor *alias ? key : value, {flow} [list] | > @ ` %",
    "a: b #c",
    "--- # a document",
    "...",
    "null",
    "true",
    "1e3",
    "2025-05-08",
    "~",
    "<<",
    "=",
    "'",
    '"',
    'it\'s "so": #no, [yes]',
    "? a",
    "ends in a colon:",
    # XML and JSON.
    "<![CDATA[ x ]]> <?php y ?> <!DOCTYPE z [<!ENTITY a 'b'>]> &a;",
    '{"a": "\\u0000", "b": [null]}',
    # What is not seen, or seen too well.
    "<U+202E> is what a terminal shows of it",
    "zero\u200bwidth\u2060and\u00adsoft",
    "\u0301first a mark, then " + "z\u0334\u0316\u0301" * 12,
    "\U000e0041\U000e007f \u115f\u1160\u3164\uffa0 \u034f",
    "\ufdfa \u2800 \u3000 \u1680",
    "\U00010ffd \ue000 \U000f0000",
)

#: What no map can hold, and what reaches a medium in a finding that says so.
FORBIDDEN_TEXTS = (
    "\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "\x1b]8;;https://evil.test\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31m \x90 \x9d0;title\x9c",
    "nul \x00, delete \x7f, backspace \b, form feed \f and \v",
    "\x85 \u2028 \u2029",
    "one\r\ntwo\rthree\n",
    "\ufeffmark \ufffe \uffff \ufdd0 \U0010ffff",
    "half \ud800 a \udfff character \udce9",
    "\n\n\t ",
    "",
)

#: Ids that are words of DOT or of Graphviz, or look like what it makes itself.
HOSTILE_IDS = ("node", "edge", "graph", "digraph", "strict", "n1", "s1", "node1", "graph0", "a_n1")
