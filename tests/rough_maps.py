"""Map files as nobody should write them: each way that YAML leaves open, and comments everywhere.

`rough_files()` draws a map and writes it with odd indentation, odd spaces and blank lines, block
and flow style, all kinds of quotes and folding, and comments in every place where one may stand.
It is written from the plain data of the map and shares no code with the formatter.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, NamedTuple

from hypothesis import assume
from hypothesis import strategies as st

from argmap.formats.native import read, scalars, structure
from argmap.model import ArgumentMap, Data
from argmap.text import Text
from tests.maps_by_hypothesis import argument_maps

FEATURES = (
    *("comments", "indent", "spaces", "blanks", "flow", "quotes", "folds", "marks", "breaks"),
    *("explicit", "keys"),
)


class RoughFile(NamedTuple):
    """A map file, the map it holds, and its comments in their order."""

    content: str
    map: ArgumentMap
    comments: list[str]


@st.composite
def rough_files(draw: st.DrawFn) -> RoughFile:
    """A map file laid out at random; every feature can be off, so that a failure shrinks."""
    m = draw(argument_maps())
    features = frozenset(draw(st.sets(st.sampled_from(FEATURES))))
    rough = _Rough(random.Random(draw(st.integers(0, 2**32))), features)
    content = rough.file(structure.document(m))
    reading = read(Text("t", content))
    # A comment may make a text look cut off, and quotes next to commas look like a text cut in two.
    found = [finding for finding in reading.diagnostics if finding.code != "AM050"]
    assume(not any(finding.code in ("AM009", "AM010", "AM021") for finding in found))
    assert [str(finding) for finding in found] == [], content
    assert reading.map == m, content
    return RoughFile(content, m, rough.comments)


class _Rough:
    """Writes one file."""

    def __init__(self, dice: random.Random, features: frozenset[str]) -> None:
        self.dice = dice
        self.features = features
        self.comments: list[str] = []
        self.out: list[str] = []

    # Chances

    def does(self, feature: str, chance: float = 0.3) -> bool:
        return feature in self.features and self.dice.random() < chance

    def deeper(self, column: int, least: int = 1) -> int:
        """Return a column to the right of another."""
        more = self.dice.choice([1, 2, 3, 4, 7]) if "indent" in self.features else 2
        return column + max(more, least)

    def space(self) -> str:
        return self.dice.choice([" ", "  ", "     ", "\t"]) if self.does("spaces") else " "

    # Lines and comments

    def comment(self) -> str:
        """Return a comment unlike any other, with what YAML would read were it none."""
        before = self.dice.choice(
            ["# ", "# ", "# ", "#", "#  ", "#: ", "# - ", "# a: ", '# "', "##"]
        )
        text = f"{before}{len(self.comments) + 1}"
        text += self.dice.choice(["", "", ", with words", " # and more", ": }", "x" * 90, " {a: ["])
        self.comments.append(text)
        return text + self.dice.choice(["", "", "  ", "\t"])

    def end(self, most: int = 40) -> None:
        """End a line, with a comment behind it now and then, and with lines that say nothing.

        Args:
            most: where comments below it may stand at most.
        """
        start = len("".join(self.out[-50:]).rpartition("\n")[2])
        if self.does("comments", 0.25):
            self.out.append(self.dice.choice([" ", "  ", "      ", " " * max(1, 50 - start)]))
            column = len("".join(self.out[-51:]).rpartition("\n")[2])
            self.out.append(self.comment())
            if self.does("comments", 0.2) and column <= most:
                self.out.append("\n" + " " * column + self.comment())
        elif self.does("spaces", 0.1):
            self.out.append("   ")
        self.out.append("\n")
        self.nothing(most)

    def nothing(self, most: int = 40) -> None:
        """Write lines that say nothing."""
        while self.does("blanks", 0.2):
            self.out.append(self.dice.choice(["\n", "  \n" if most > 1 else "\n"]))
        while self.does("comments", 0.15):
            column = self.dice.choice([0, 1, 2, 3, 4, 6, 8, 20, 50])
            self.out.append(" " * min(column, most) + self.comment() + "\n")
            while self.does("blanks", 0.2):
                self.out.append("\n")

    # The file

    def file(self, document: Mapping[str, Any]) -> str:
        self.nothing()
        marks = self.does("marks", 0.5)
        if marks:
            if self.does("marks"):
                self.out.append("%YAML 1.1")
                self.end()
            self.out.append("---")
            self.end()
        if self.does("flow", 0.1):
            self.flow(document, 0, data=False)
            self.end()
        else:
            column = self.deeper(-1) if self.does("indent") else 0
            self.out.append(" " * column)
            self.block(document, column, data=False)
        if marks:
            self.out.append("...")
            self.end()
        content = "".join(self.out)
        if self.does("spaces", 0.1) and content.endswith("\n"):
            content = content.rstrip()
        if self.does("breaks", 0.5):
            content = content.replace("\n", self.dice.choice(["\r\n", "\r"]))
        return content

    # Block style

    def block(self, value: Any, column: int, *, data: bool) -> None:
        """Write a collection; the first line has been begun as far as its column."""
        entries = value.items() if isinstance(value, Mapping) else [(None, one) for one in value]
        for position, (key, one) in enumerate(entries):
            if position:
                self.out.append(" " * column)
            inner = data or isinstance(one, Data)
            if key is None:
                self.out.append("-")
                self.behind_dash(one, column, data=inner)
            elif len(key) > 900 or self.does("explicit", 0.1):
                self.out.append("?")
                self.behind_dash(key, column, data=False)
                self.out.append(" " * column + ":")
                self.behind_dash(one, column, data=inner)
            else:
                self.out.append(self.key(key, flow=False))
                self.behind_key(one, column, data=inner)

    def behind_key(self, value: Any, column: int, *, data: bool) -> None:
        if self.is_block(value):
            self.end()
            least = 0 if isinstance(value, list | tuple) and "indent" in self.features else 1
            below = column if not least and self.dice.random() < 0.4 else self.deeper(column)
            self.out.append(" " * below)
            self.block(value, below, data=data)
        else:
            self.inline(value, column, data=data, behind_key=True)

    def behind_dash(self, value: Any, column: int, *, data: bool) -> None:
        """Write what stands behind a dash, a question mark, or the colon that answers one."""
        if not self.is_block(value):
            self.inline(value, column, data=data)
        elif self.does("indent"):
            self.end()
            below = self.deeper(column)
            self.out.append(" " * below)
            self.block(value, below, data=data)
        else:
            gap = self.dice.choice([1, 1, 3]) if "indent" in self.features else 1
            self.out.append(" " * gap)
            self.block(value, column + 1 + gap, data=data)

    def is_block(self, value: Any) -> bool:
        if not isinstance(value, Mapping | list | tuple) or not value:
            return False
        return not self.does("flow", 0.4)

    def inline(self, value: Any, column: int, *, data: bool, behind_key: bool = False) -> None:
        """Write a value on the rest of a line, or from the next line on."""
        below = self.deeper(column)
        if self.does("indent", 0.1):
            self.end()
            self.out.append(" " * below)
        elif value is not None or data:
            self.out.append(self.space() if behind_key else " ")  # no tab behind a dash
        if isinstance(value, Mapping | list | tuple):
            self.flow(value, below, data=data)
        elif isinstance(value, str) and self.does("folds", 0.4) and self.under_sign(value, column):
            return
        else:
            self.out.append(self.scalar(value, below, flow=False, data=data))
        self.end()

    def under_sign(self, text: str, column: int) -> bool:
        """Write a text under `|` or `>`, if it can be; the comments below stand further left."""
        if not text.strip() or "\r" in text:
            return False
        below = self.deeper(column)
        if below - column > 9 or any(line.strip(" ") == "" and line for line in text.split("\n")):
            return False
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        indicator = str(below - column) if body.lstrip("\n")[0] in " \t" else ""
        chomping = ("-", "", "+")[min(ends, 2)]
        folded = "\n" not in body and body[0] not in " \t" and self.dice.random() < 0.6
        lines = self.broken(body) if folded else body.split("\n")
        header = f"{'>' if folded else '|'}{indicator}{chomping}"
        self.out.append(self.dice.choice([header, header[0] + header[1:][::-1]]))
        if self.does("comments", 0.2):
            self.out.append(f"  {self.comment()}")
        self.out.append("\n")
        self.out.extend(f"{' ' * below}{line}\n" if line else "\n" for line in lines)
        self.out.append("\n" * max(0, ends - 1))
        if chomping != "+":
            self.nothing(max(column, 0))
        elif self.does("comments"):
            self.out.append(" " * max(column, 0) + self.comment() + "\n")
            self.nothing(max(column, 0))
        return True

    def broken(self, text: str) -> list[str]:
        """Return a text as lines, broken at some of its single spaces."""
        lines = [""]
        for position, word in enumerate(text.split(" ")):
            safe = lines[-1] and lines[-1][-1] not in " \t" and word and word[0] != "\t"
            if position and safe and self.dice.random() < 0.2:
                lines.append(word)
            else:
                lines[-1] += f" {word}" if position else word
        return [*lines] if all(line.strip() and line[0] not in " \t" for line in lines) else [text]

    # Flow style

    def flow(self, value: Any, column: int, *, data: bool) -> None:
        if not isinstance(value, Mapping | list | tuple):
            self.out.append(self.scalar(value, column, flow=True, data=data))
            return
        is_mapping = isinstance(value, Mapping)
        entries = value.items() if isinstance(value, Mapping) else [(None, one) for one in value]
        self.out.append("{" if is_mapping else "[")
        self.gap(column)
        for position, (key, one) in enumerate(entries):
            if position:
                self.out.append(",")
                self.gap(column)
            inner = data or isinstance(one, Data)
            if key is not None:
                if len(key) > 900 or self.does("explicit", 0.1):
                    self.out.append("? ")
                self.out.append(self.key(key, flow=True))
                self.out.append(" ")
                self.gap(column)
            self.flow(one, column, data=inner)
            self.gap(column)
        if entries and self.does("spaces", 0.2):
            self.out.append(",")
            self.gap(column)
        self.out.append("}" if is_mapping else "]")

    def gap(self, column: int) -> None:
        """Write what may stand between two parts of a collection in brackets."""
        if self.does("folds", 0.15) or self.does("comments", 0.05):
            self.end()
            self.out.append(" " * self.deeper(column))
        elif self.does("spaces"):
            self.out.append(self.dice.choice(["", " ", "   "]))

    # Scalars

    def key(self, key: str, *, flow: bool) -> str:
        plain = scalars.is_plain(key, flow=flow)
        if plain and not self.does("quotes", 0.1):
            written = key
        elif "\n" in key or "\t" in key or self.dice.random() < 0.5:
            written = self.double_quoted(key)
        else:
            written = "'" + key.replace("'", "''") + "'"
        return f"{written} :" if self.does("keys") else f"{written}:"

    def scalar(self, value: Any, column: int, *, flow: bool, data: bool) -> str:
        if value is None:
            return self.dice.choice(["null", "~"]) if data else ""
        if not isinstance(value, str):
            return scalars.number(value)
        if isinstance(value, structure.Joined) and self.does("spaces"):
            return value.replace(" + ", self.dice.choice(["+", "  +", "+ ", "   +   "]))
        lines = self.broken(value) if self.does("folds") and "\n" not in value else [value]
        between = "\n" + " " * column
        if scalars.inline(value, flow=flow, data=data) == value and not self.does("quotes"):
            # A line in the midst of a plain text may not begin or end like a part of YAML.
            safe = all(line[0] not in "#-?:&*!" and not line.endswith(":") for line in lines)
            return between.join(lines) if safe else value
        if "\n" not in value and "\t" not in value and self.dice.random() < 0.5:
            return "'" + between.join(lines).replace("'", "''") + "'"
        return '"' + between.join(self.double_quoted(line)[1:-1] for line in lines) + '"'

    def double_quoted(self, text: str) -> str:
        written = text.replace("\\", "\\\\").replace('"', '\\"')
        written = written.replace("\t", "\\t").replace("\n", "\\n")
        if "quotes" in self.features:
            written = "".join(
                f"\\u{ord(one):04x}"
                if 0xA0 <= ord(one) < 0xD800 and self.dice.random() < 0.5
                else one
                for one in written
            )
        return f'"{written}"'
