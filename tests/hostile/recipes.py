"""Files too large to keep: each is made when it is needed, from a recipe of a line or two.

`GATE` holds those that take argmap a moment; `DEEP` those that take seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

MIB = 1 << 20
HEAD = "argmap: 1\nstatements:\n"
ONE = f"main: a\n{HEAD}  a: {{claim: It runs., because: b}}\n  b: {{premise: It is so.}}\n"


class Recipe(NamedTuple):
    """How a file is made, and what is to be said of it."""

    make: Callable[[], str | bytes]
    #: What the report names; the code where there is one.
    says: str
    code: int = 1


def _many(line: str, count: int) -> str:
    """Return many lines: `#` is the number of a line, `^` the next."""
    return "".join(
        line.replace("#", str(number)).replace("^", str(number + 1)) + "\n"
        for number in range(count)
    )


def _listed(item: str, count: int) -> str:
    return ",".join(item.replace("#", str(number)) for number in range(count))


def chain(count: int) -> str:
    """Return a map in which each statement rests on the next."""
    lines = _many("  s#: {claim: Yes it is., because: s^}", count - 1)
    return f"main: s0\n{HEAD}{lines}  s{count - 1}: {{premise: It is so.}}\n"


def star(count: int) -> str:
    """Return a map in which all statements are reasons for one."""
    lines = _many("  s#: {premise: Yes it is.}", count - 1)
    return f"{HEAD}{lines}  c: {{conclusion: It is so., because: [{_listed('s#', count - 1)}]}}\n"


def _clique(count: int, key: str) -> Iterable[str]:
    yield HEAD
    for number in range(count):
        others = ",".join(f"s{other}" for other in range(count) if other != number)
        yield f"  s{number}: {{claim: Yes it is., {key}: [{others}]}}\n"


GATE = {
    "20 MiB of comment": Recipe(lambda: f"{ONE}# {'x' * (20 * MIB)}", "AM004"),
    "an opened bracket 5 million times": Recipe(lambda: "[" * (5 * MIB), "AM005"),
    "an opened brace a million times": Recipe(lambda: "{a: " * MIB, "AM005"),
    "a dash 2 million times": Recipe(lambda: "- " * (2 * MIB), "AM005"),
    "a question mark 2 million times": Recipe(lambda: "? " * (2 * MIB), "AM005"),
    "2,000 levels of block": Recipe(
        lambda: "".join(f"{' ' * level}a:\n" for level in range(2_000)), "AM005"
    ),
    "a text of 4 MiB on one line": Recipe(
        lambda: ONE.replace("It runs", "x" * (4 * MIB)), "AM402", 0
    ),
    "a key of 200,000 letters": Recipe(lambda: f"{ONE}? {'main' * 50_000}\n: 1\n", "AM012"),
    "a key of 1 MiB without a question mark": Recipe(lambda: f"{ONE}{'k' * MIB}: 1\n", "AM001"),
    "an id of 100,000 letters": Recipe(lambda: ONE.replace("b}", f"{'b' * 100_000}}}"), "AM101"),
    "a number of 200,000 digits": Recipe(lambda: f"{ONE}extras: {{n: {'9' * 200_000}}}\n", "AM023"),
    "a place of 200,000 digits": Recipe(
        lambda: f"{ONE}sections: {{s: {{at: p{'9' * 200_000}}}}}\n", "AM021"
    ),
    "16 MiB of tabs": Recipe(lambda: "\t" * (16 * MIB - 1), "AM001"),
    "4 MiB of line breaks": Recipe(lambda: "\n" * (4 * MIB), "AM008"),
    "a million directives": Recipe(lambda: "%A b\n" * MIB, "AM001"),
    "10,000 statements of one id": Recipe(
        lambda: HEAD + "  s: {claim: Yes it is.}\n" * 10_000, "AM013"
    ),
    "5,000 unknown keys": Recipe(
        lambda: f"{HEAD}{_many('  s#: {claim: Yes it is., colr: 1}', 5_000)}",
        "4,?000 more findings of AM012",
    ),
    "2 to the power of 3,000 paths": Recipe(
        lambda: (
            f"main: l0\n{HEAD}"
            + _many("  l#: {claim: So., because: [l^, r^]}", 3_000)
            + _many("  r#: {claim: So., because: [l^, r^]}", 3_000)
            + "  l3000: {premise: So.}\n  r3000: {premise: So.}\n"
        ),
        "AM109|no findings",
        0,
    ),
}

DEEP = {
    "a million unknown keys": Recipe(lambda: f"{ONE}{_many('k#: 1', 10**6)}", "AM006"),
    "a million keys of the author": Recipe(
        lambda: f"{ONE}extras:\n{_many('  k#: 1', 10**6)}", "AM402", 0
    ),
    "a million keys that are one": Recipe(lambda: f"{ONE}extras:\n" + "  k: 1\n" * 10**6, "AM013"),
    "a list of 2 million": Recipe(
        lambda: f"{ONE}extras: {{a: [{_listed('1', 2 * 10**6)}]}}\n", "AM402", 0
    ),
    "500,000 anchors": Recipe(
        lambda: f"{ONE}extras: {{a: [{_listed('&a# x', 500_000)}]}}", "AM007"
    ),
    "500,000 aliases": Recipe(lambda: f"{ONE}extras: {{a: [{_listed('*a', 500_000)}]}}", "AM007"),
    "300,000 tags": Recipe(lambda: f"{ONE}extras: {{a: [{_listed('!!x y', 300_000)}]}}", "AM007"),
    "8 MiB of empty comments": Recipe(lambda: ONE + "#\n" * (4 * MIB), "AM402", 0),
    "a circle of 50,000": Recipe(
        lambda: (
            f"{HEAD}{_many('  s#: {claim: So., because: s^}', 49_999)}"
            "  s49999: {claim: So., because: s0}\n"
        ),
        "AM107",
    ),
    "440 statements, each a reason for each": Recipe(
        lambda: "".join(_clique(440, "because")), "AM107"
    ),
    "440 statements, each against each": Recipe(lambda: "".join(_clique(440, "against")), "AM108"),
    "8 MiB of NULs": Recipe(lambda: b"\0" * (8 * MIB), "AM003"),
    "15 MiB of bytes that are no UTF-8": Recipe(lambda: b"\xff" * (15 * MIB), "AM002"),
    "a dash 500,000 times in a text before a fault of syntax": Recipe(
        lambda: f"argmap: 1\nnote: |\n  {'- ' * 500_000}\n}}\n", "AM001"
    ),
    "100,000 statements on one line": Recipe(
        lambda: f"{HEAD[:-1]} {{{_listed('a#: {claim: x, because: zz#}', 100_000)}}}",
        "AM101",
    ),
    "100,000 equal steps on one line": Recipe(
        lambda: (
            f"{HEAD}  b: {{claim: So.}}\n  a: {{claim: So., because: [{_listed('b', 100_000)}]}}"
        ),
        "AM112",
        0,
    ),
    "a step of 20,000 premises": Recipe(
        lambda: f"{HEAD}  a: {{claim: So., because: {'+'.join(f'b{n}' for n in range(20_000))}}}",
        "AM101",
    ),
    "50,000 statements for and against themselves": Recipe(
        lambda: f"{HEAD}{_many('  s#: {claim: So., because: s#, against: s#}', 50_000)}",
        "AM105",
    ),
    "50,000 waivers of nothing": Recipe(
        lambda: f"{ONE}waive: [{_listed('{rule: AM109, at: a#, reason: So.}', 50_000)}]",
        "AM101",
    ),
    "20,000 ambiguous references": Recipe(
        lambda: (
            f"{HEAD}  h: {{claim: So.}}\n{_many('  b#: {claim: So.}', 20_000)}"
            f"  a: {{claim: So., because: [{_listed('h+b#', 20_000)}]}}\n"
            f"expect: {{in: [{_listed('h>a', 20_000)}]}}\n"
        ),
        "AM10",
    ),
    "20,000 sections": Recipe(
        lambda: (
            f"argmap: 1\ntext: t\nsources: {{t: {{title: T}}}}\n"
            f"sections: {{{','.join(f's{n}: {{at: p{n + 1}}}' for n in range(20_000))}}}\n"
            "statements: {a: {claim: So., at: p1}}\n"
        ),
        "AM108",
    ),
}
