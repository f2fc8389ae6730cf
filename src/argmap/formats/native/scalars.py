r"""Texts, numbers and truth values as YAML writes them: plain, quoted, folded or literal.

A text is written plain where every parser reads it back as it is, YAML 1.1 (libyaml and pure
PyYAML) and 1.2 alike, else in quotes. A text that does not fit into its line is folded at spaces
under `>-`, one of several lines stands under `|-`; what neither can hold (tabs, spaces at the ends
of lines) is folded between double quotes. Columns are characters.
"""

from __future__ import annotations

import re

#: Columns of a line; only a single word may be longer.
WIDTH = 100

# What is never plain: an indicator or a space in front, `: `, ` #`, a colon or a space at the end,
# line breaks and tabs, and the two words that YAML 1.1 gives a meaning of their own.
_NOT_PLAIN = re.compile(
    r"\A[\s\-?:,\[\]{}#&*!|>'\"%@`]|\A(?:=|<<)\Z|[\t\n]|: | #|:\Z|\s\Z",
)
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?]")
# What YAML 1.2 reads as null, a truth value or a number where no type is asked for.
_TYPED = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\t": r"\t", "\n": r"\n"})
# A word, with those behind it that more than one space parts from it.
_WORD = re.compile(r"[^ ]+(?: {2,}[^ ]+)*")
# A word, or a few line breaks, with the spaces behind them.
_PIECE = re.compile(r"[^ \n]+ {0,20}|\n{1,20} {0,20}| {1,20}")


def number(value: float) -> str:
    """Return a truth value or a number.

    >>> number(True), number(12), number(1e300)
    ('true', '12', '1.0e+300')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    written = float.__repr__(value)
    # YAML 1.1 knows no float without a point.
    return written if "." in written else written.replace("e", ".0e")


def inline(text: str, *, flow: bool = False, data: bool = False) -> str:
    r"""Return a text on one line: plain if it can be, else in quotes.

    Args:
        text: what is to be written.
        flow: whether it stands inside `{ }` or `[ ]`.
        data: whether a plain scalar would be read as a JSON value.

    >>> print(inline("Who pays?"), inline("Who pays?", flow=True), inline("12", data=True))
    Who pays? 'Who pays?' '12'
    """
    if is_plain(text, flow=flow) and not (data and _TYPED.fullmatch(text)):
        return text
    if "\n" in text or "\t" in text or ("'" in text and '"' not in text and "\\" not in text):
        return quoted(text)
    return "'" + text.replace("'", "''") + "'"


def quoted(text: str) -> str:
    """Return a text on one line between double quotes."""
    return f'"{text.translate(_ESCAPES)}"'


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Return whether a text can stand without quotes; an odd `"` in a list looks cut in two."""
    if not text or _NOT_PLAIN.search(text):
        return False
    return not flow or not (_NOT_PLAIN_IN_FLOW.search(text) or text.count('"') % 2)


def lines(text: str, column: int, indent: int, *, data: bool = False) -> list[str]:
    """Return a text in block style, as the rest of a line and the lines that follow.

    Args:
        text: what is to be written.
        column: how many characters stand before it on its first line.
        indent: by how many spaces the lines that follow are indented.
        data: whether a plain scalar would be read as a JSON value.

    >>> lines("The ferry runs.", 7, 2)
    ['The ferry runs.']
    """
    if "\n" not in text:
        only = inline(text, data=data)
        hopeless = " " not in text and indent + len(text) > WIDTH
        if column + len(only) <= WIDTH or hopeless:
            return [only]
    elif (block := literal(text, indent)) is not None:
        return block
    block = folded(text, indent)
    return _folded_in_quotes(text, column, indent) if block is None else block


def literal(text: str, indent: int) -> list[str] | None:
    """Return a text of several lines under `|`, or None where that would not hold it."""
    parts = _parts_of_block(text)
    if parts is None or any(indent + len(part) > WIDTH for part in parts):
        return None
    margin = " " * indent
    header = "|" if text.endswith("\n") else "|-"
    return [header, *(f"{margin}{part}" if part else "" for part in parts)]


def folded(text: str, indent: int) -> list[str] | None:
    """Return a text folded at spaces under `>`, or None where that would not hold it."""
    parts = _parts_of_block(text)
    if parts is None or any(part.startswith(" ") for part in parts):
        return None
    margin = " " * indent
    found = [">" if text.endswith("\n") else ">-"]
    for position, part in enumerate(parts):
        if position:
            found.append("")
        found.extend(f"{margin}{line}" for line in _wrapped(part, WIDTH - indent))
    if any(len(line) > WIDTH and " " in line[indent:] for line in found):
        return None
    return found


def _parts_of_block(text: str) -> list[str] | None:
    """Return the lines of a text, if a block can hold them as they are."""
    body = text.removesuffix("\n")
    if "\t" in text or " \n" in text or body[:1] in ("", " ", "\n") or body[-1] in " \n":
        return None
    return body.split("\n")


def _wrapped(part: str, room: int) -> list[str]:
    """Return a line of text as several, broken only where a single space stands."""
    found: list[str] = []
    line = ""
    for word in _WORD.findall(part):
        if not line:
            line = word
        elif len(line) + 1 + len(word) <= room:
            line += f" {word}"
        else:
            found.append(line)
            line = word
    return [*found, line] if line else []


def _folded_in_quotes(text: str, column: int, indent: int) -> list[str]:
    """Return a text between double quotes, broken behind spaces and line breaks."""
    pieces = _PIECE.findall(text)
    margin = " " * indent
    found: list[str] = []
    line, start = '"', column
    for number_of_piece, piece in enumerate(pieces, 1):
        escaped = piece.translate(_ESCAPES)
        longer = line + escaped
        ended = f'{longer}"' if number_of_piece == len(pieces) else _broken(longer)
        if start + len(ended) <= WIDTH:
            line = longer
        elif piece[0] == " ":  # a line that goes on with a space would lose it
            found.append(f"{line}\\")
            line, start = f"{margin}\\{escaped}", 0
        else:
            found.append(_broken(line))
            line, start = f"{margin}{escaped}", 0
    return [*found, f'{line}"']


def _broken(line: str) -> str:
    """Return a line between double quotes as it ends where the text goes on in the next.

    A line break there stands for one space.
    """
    if line.endswith(" ") and not line.endswith(("  ", "\\ ")) and line != '" ':
        return line[:-1]
    return f"{line}\\"
