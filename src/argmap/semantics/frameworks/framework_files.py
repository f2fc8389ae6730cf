"""The text formats in which argumentation frameworks are exchanged: ICCMA, APX and TGF.

| name | a framework in which a attacks b | where it is from |
|---|---|---|
| `iccma` | `p af 2`, then `1 2` | the International Competition on Computational Models of \
Argumentation, since 2023 |
| `apx` | `arg(a).` `arg(b).` `att(a,b).` | ASPARTIX (Egly, Gaggl & Woltran 2010) |
| `tgf` | `a`, `b`, `#`, `a b` | the Trivial Graph Format |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from argmap.errors import InvalidFramework, InvalidValue, UnknownName
from argmap.escape import terminal
from argmap.semantics.frameworks.framework import Framework
from argmap.spelling import did_you_mean

FrameworkFormat: TypeAlias = Literal["iccma", "apx", "tgf"]

#: A text of one line can name so many arguments, so there must be a limit.
MOST_ARGUMENTS = 1_000_000
_SHOWN = 60
_FACT = re.compile(
    r"\s*(?:arg\(\s*([^\s(),]+)\s*\)|att\(\s*([^\s(),]+)\s*,\s*([^\s(),]+)\s*\))\s*\.\s*"
)
_APX_NAME = re.compile(r"[^\s(),]+")


def parse_framework(text: str, format: FrameworkFormat) -> Framework:
    r"""Return the framework that a text holds, in time linear in its length.

    Args:
        text: what a file of the format holds.
        format: `iccma`, `apx` or `tgf`.

    Returns:
        The framework; in `iccma` the arguments are called "1", "2" and so on.

    Raises:
        InvalidFramework: the text breaks the rules of the format; the message names the line.
        UnknownName: there is no such format.

    >>> parse_framework("arg(a). arg(b).\natt(a,b).", "apx").attacks
    (('a', 'b'),)
    >>> parse_framework("p af 2\n1 3\n", "iccma")
    Traceback (most recent call last):
    argmap.errors.InvalidFramework: line 2: "3" is no argument; they are numbered from 1 to 2
    """
    read, _ = _format(format)
    return read(text.removeprefix("\ufeff"))


def write_framework(framework: Framework, format: FrameworkFormat) -> str:
    """Return a framework as text; `parse_framework` makes an equal one of it.

    Args:
        framework: what to write.
        format: `iccma`, `apx` or `tgf`.

    Returns:
        Lines, each ended by a line feed.

    Raises:
        InvalidValue: a name cannot be written in the format.
        UnknownName: there is no such format.

    >>> print(write_framework(Framework("ab", [("a", "b")]), "tgf"), end="")
    a
    b
    #
    a b
    """
    _, write = _format(format)
    return "".join(f"{line}\n" for line in write(framework))


def _format(name: str) -> tuple[Callable[[str], Framework], Callable[[Framework], Iterator[str]]]:
    if name not in _FORMATS:
        hint = did_you_mean(str(name), _FORMATS) or f"there are {', '.join(_FORMATS)}"
        msg = f'there is no format "{terminal(str(name))}" of frameworks; {hint}'
        raise UnknownName(msg)
    return _FORMATS[name]


class _Arguments:
    """Names, and attacks between them, noted as they are read."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.index: dict[str, int] = {}
        self.attackers: list[list[int]] = []

    def add(self, name: str, line: int) -> None:
        """Note an argument.

        Raises:
            InvalidFramework: it is noted already.
        """
        if name in self.index:
            msg = f"{_shown(name)} is an argument already; name it once"
            raise InvalidFramework(msg, line)
        self.index[name] = len(self.attackers)
        self.attackers.append([])

    def attack(self, source: str, target: str, line: int) -> None:
        """Note an attack between two arguments.

        Raises:
            InvalidFramework: one of them is not noted.
        """
        for name in (source, target):
            if name not in self.index:
                hint = did_you_mean(name[:_SHOWN], self.index)
                msg = f"{_shown(name)} is no argument; {hint or 'name it among the arguments'}"
                raise InvalidFramework(msg, line)
        self.attackers[self.index[target]].append(self.index[source])

    def framework(self) -> Framework:
        """Return what was noted."""
        return Framework.of_indices(self.attackers, tuple(self.index))


# --- ICCMA -------------------------------------------------------------------------------------


def _read_iccma(text: str) -> Framework:
    attackers: list[list[int]] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if attackers is None:
            attackers = [[] for _ in range(_count(words, number))]
            continue
        if len(words) != 2:
            msg = f"{_shown(line)} is not an attack; write the numbers of two arguments"
            raise InvalidFramework(msg, number)
        for word in words:
            if not 0 < _number(word) <= len(attackers):
                msg = f"{_shown(word)} is no argument; they are numbered from 1 to {len(attackers)}"
                raise InvalidFramework(msg, number)
        attackers[_number(words[1]) - 1].append(_number(words[0]) - 1)
    if attackers is None:
        msg = 'there is no framework; begin with "p af" and the number of arguments'
        raise InvalidFramework(msg, text.count("\n") + 1)
    return Framework.of_indices(attackers, [str(n) for n in range(1, len(attackers) + 1)])


def _count(words: list[str], line: int) -> int:
    """Return the number of arguments that the first line promises.

    Raises:
        InvalidFramework: it promises none, or too many.
    """
    if words[:2] != ["p", "af"] or len(words) != 3 or _number(words[2]) < 0:
        shown = _shown(" ".join(words))
        msg = f'{shown} is no beginning; write "p af" and the number of arguments'
        raise InvalidFramework(msg, line)
    if _number(words[2]) > MOST_ARGUMENTS:
        msg = f"{_shown(words[2])} arguments are too many; at most {MOST_ARGUMENTS:,} are read"
        raise InvalidFramework(msg, line)
    return _number(words[2])


def _number(word: str) -> int:
    """Return the number that a word is, or -1; numbers of ten digits and more are all one."""
    if not (word.isascii() and word.isdigit()):
        return -1
    return int(word) if len(word) < 10 else 10**9


def _write_iccma(framework: Framework) -> Iterator[str]:
    for number, name in enumerate(framework.arguments, 1):
        if name != str(number):
            msg = (
                f"argument {number} is called {_shown(name)}, and this format has only the "
                f"numbers from 1; write framework.numbered() instead"
            )
            raise InvalidValue(msg)
    yield f"p af {len(framework.arguments)}"
    for source, target in framework.attacks:
        yield f"{source} {target}"


# --- APX ---------------------------------------------------------------------------------------


def _read_apx(text: str) -> Framework:
    arguments = _Arguments()
    attacks: list[tuple[str, str, int]] = []
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        place = 0
        while place < len(line) and line[place] != "%":
            fact = _FACT.match(line, place)
            if fact is None:
                shown = _shown(line[place : place + _SHOWN + 1])
                msg = f"{shown} is no fact; write arg(a). or att(a,b)."
                raise InvalidFramework(msg, number)
            name, source, target = fact.groups()
            if name is not None:
                arguments.add(name, number)
            else:
                attacks.append((source, target, number))
            place = fact.end()
    for source, target, number in attacks:
        arguments.attack(source, target, number)
    return arguments.framework()


def _write_apx(framework: Framework) -> Iterator[str]:
    for name in framework.arguments:
        if not _APX_NAME.fullmatch(name):
            raise _unwritable(name, "blanks, commas and parentheses")
        yield f"arg({name})."
    for source, target in framework.attacks:
        yield f"att({source},{target})."


# --- TGF ---------------------------------------------------------------------------------------


def _read_tgf(text: str) -> Framework:
    arguments = _Arguments()
    parted = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if not words:
            continue
        if words == ["#"] and not parted:
            parted = True
        elif parted and len(words) == 2:
            arguments.attack(words[0], words[1], number)
        elif not parted and len(words) == 1:
            arguments.add(words[0], number)
        else:
            what = "two arguments" if parted else "one argument, and # after the last"
            msg = f"{_shown(line)} does not fit; write {what}, without labels"
            raise InvalidFramework(msg, number)
    if not parted:
        msg = "there is no line with # after the last argument; add one"
        raise InvalidFramework(msg, text.count("\n") + 1)
    return arguments.framework()


def _write_tgf(framework: Framework) -> Iterator[str]:
    for name in framework.arguments:
        # A mark of the order of bytes, U+FEFF, would be lost in front of the first name.
        if name.split() != [name] or name == "#" or name[0] == "\ufeff":
            raise _unwritable(name, 'blanks, and the name "#"')
        yield name
    yield "#"
    for source, target in framework.attacks:
        yield f"{source} {target}"


def _unwritable(name: str, never: str) -> InvalidValue:
    return InvalidValue(
        f"{_shown(name)} cannot be written in this format, which has no empty names, no {never}; "
        "write framework.numbered() instead"
    )


def _shown(text: str) -> str:
    """Return a text in quotes, short and safe to print."""
    short = text.strip()
    return f'"{terminal(short[:_SHOWN])}{"…" if len(short) > _SHOWN else ""}"'


_FORMATS: Mapping[str, tuple[Callable[[str], Framework], Callable[[Framework], Iterator[str]]]] = (
    MappingProxyType(
        {
            "iccma": (_read_iccma, _write_iccma),
            "apx": (_read_apx, _write_apx),
            "tgf": (_read_tgf, _write_tgf),
        }
    )
)
