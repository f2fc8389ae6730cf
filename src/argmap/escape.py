"""Making text safe for a medium: one function for each, used at the last step before output.

What comes out holds the same text for a reader of that medium, and no instruction to it.
"""

from __future__ import annotations

import re

# All that can move, hide or reorder what a terminal shows: controls (C0, C1, DEL), line
# separators, bidirectional and other format characters, blank fillers, lone surrogates,
# noncharacters and tags. A joiner is shown only where it joins nothing, after ASCII or in front:
# emoji and several scripts need it, an id does not. Left alone are variation selectors, soft
# hyphens, and the number signs of Arabic script, which Unicode files under format characters
# although they are visible.
# Patterns, not compiled: `re` does that when one is used, and a command uses few of them.
_UNSEEN = (
    "[\x00-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]|(?<![^\x00-\x7f])[\u200c\u200d]+"
)
_NOT_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_LINE_BREAK = r"\r\n|\r|\n"
_COMMAND = r"(?m)^([^\S\n]*)::"
_MARKDOWN_SPACE = "[ \t\n\r\f\v]+"
_MARKDOWN_INLINE = r"([\\`*_\[\]<>|~&$])"
# What makes a link of its own on GitHub, without any brackets.
_MARKDOWN_LINK = r"(?i)(?<=www)\.|:(?=//)|@"
# What begins or ends a mark-up, a link or a role within a line of reST.
_REST_INLINE = r"([\\`*_|@]|:(?=\S))"
# docutils strips blanks of any script from the ends of a line.
_REST_BLANK = "([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
# Where a list, a directive, a table, a line of a block or an underline may begin.
_REST_BEGIN = (
    r"^(?:\(?(?:[A-Za-z]|[0-9]+|[ivxlcdmIVXLCDM]+)(?=[.)])|(?=[!-/:-@[\]^{-~\u2022\u2023\u2043]))"
)
# Where a list, a heading, the underline of a heading or of a table may begin, and a heading ends.
_MARKDOWN_BEGIN = r"^(?:[0-9]+(?=[.)](?: |$))|(?=[#+=:-]))"
_MARKDOWN_END = r"(?<= )#+$"


def terminal(text: str, *, encoding: str = "utf-8") -> str:
    r"""Return text in which control and bidirectional characters are shown, not sent.

    So are tabs and line breaks: whoever lays out lines takes them out first.

    Args:
        text: what is to be shown.
        encoding: that of the terminal; a character that it cannot hold is shown in the same way.

    >>> terminal("red \x1b[31m alert")
    'red <U+001B>[31m alert'
    >>> terminal("F\xe4rja", encoding="ascii")
    'F<U+00E4>rja'
    """
    if text.isascii() and text.isprintable():
        return text
    shown = re.sub(_UNSEEN, lambda found: "".join(map(_code_point, found[0])), text)
    if _holds(encoding, shown):
        return shown
    return "".join(char if _holds(encoding, char) else _code_point(char) for char in shown)


def _code_point(char: str) -> str:
    return f"<U+{ord(char):04X}>"


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def dot(text: str) -> str:
    r"""Return text for the inside of a double-quoted Graphviz string that is used as a label.

    Backslashes and entities lose their meaning; a line feed becomes a centred line break.

    >>> print(dot('a\\b "c" &lt;'))
    a\\b \"c\" &amp;lt;
    """
    plain = text.isascii() and text.isprintable()  # so are most
    if not plain:
        text = re.sub(_NOT_XML, "\N{REPLACEMENT CHARACTER}", text).replace("\r", " ")
    text = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return text if plain else text.replace("\n", "\\n")


def xml(text: str) -> str:
    """Return text for an XML (SVG, HTML) text node or quoted attribute value.

    >>> xml('a < b & "c"')
    'a &lt; b &amp; &quot;c&quot;'
    """
    return (
        re.sub(_NOT_XML, "\N{REPLACEMENT CHARACTER}", text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def markdown(text: str) -> str:
    r"""Return text for one line of Markdown (CommonMark, GitHub), line breaks as spaces.

    >>> print(markdown("1. *Stars* & [links](x)"))
    1\. \*Stars\* \& \[links\](x)
    >>> print(markdown("see https://a.test # 1"))
    see https\://a.test # 1
    """
    line = " ".join(terminal(part) for part in re.split(_MARKDOWN_SPACE, text) if part)
    line = re.sub(_MARKDOWN_INLINE, r"\\\1", line)
    line = re.sub(_MARKDOWN_LINK, r"\\\g<0>", line)
    return re.sub(_MARKDOWN_END, r"\\\g<0>", re.sub(_MARKDOWN_BEGIN, r"\g<0>\\", line))


def github(text: str) -> str:
    r"""Return text for the data of a workflow command of GitHub Actions.

    A runner decodes it to the same lines, in which controls are shown as in a terminal.

    >>> github("50 %\r\n::error::two")
    '50 %25%0A::error::two'
    """
    shown = "\n".join(terminal(line) for line in re.split(_LINE_BREAK, text))
    return shown.replace("%", "%25").replace("\n", "%0A")


def github_property(text: str) -> str:
    """Return text for a property of a workflow command, such as the name of a file.

    >>> github_property("a,b:c.yaml")
    'a%2Cb%3Ac.yaml'
    """
    return github(text).replace(":", "%3A").replace(",", "%2C")


def github_log(text: str) -> str:
    r"""Return lines for the log of GitHub Actions, none of which is a workflow command.

    A runner takes `##[error]` for one wherever it stands, and `::error::` at the beginning of a
    line, blanks aside; it reads standard output and standard error alike.

    >>> print(github_log("a ##[error] b\n :: c"))
    a #<U+0023>[error] b
     <U+003A>: c
    """
    return re.sub(_COMMAND, r"\g<1><U+003A>:", text.replace("##[", "#<U+0023>["))


def rest(text: str) -> str:
    r"""Return text for one line of reStructuredText, line breaks as spaces.

    >>> print(rest("1. *Stars* & links_ to https://a.test"))
    1\. \*Stars\* & links\_ to https\://a.test
    """
    line = " ".join(terminal(part) for part in re.split(_MARKDOWN_SPACE, text) if part)
    line = re.sub(_REST_INLINE, r"\\\1", line)
    line = re.sub(_REST_BLANK, r"\\\1\\ ", line)
    if not line.strip("\\"):
        return f"\\ {line}" if line else line  # a line of one sign is an underline
    return re.sub(_REST_BEGIN, r"\g<0>\\", line)
