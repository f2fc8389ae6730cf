"""Standard output and standard error, which may be terminals, pipes, full disks, or gone."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from argmap.cli.failure import Failure, reason


class Closed(Exception):
    """Whoever read standard output has gone, as `head` does when it has enough."""


def say(text: str | bytes) -> None:
    """Write to standard output, at once.

    Raises:
        Closed: the reader has gone.
        Failure: it cannot be written to, say because the disk is full.
    """
    try:
        if isinstance(text, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(text)
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise Closed from None
    except OSError as error:
        message = f"standard output cannot be written to: {reason(error)}"
        raise Failure(message) from error


def remark(text: str, *, commands: bool = False) -> None:
    """Write to standard error; where that is not possible there is nobody left to tell.

    Args:
        text: what to write.
        commands: whether a runner of GitHub Actions may take lines of it for workflow commands; it
            reads standard error too.
    """
    if not commands and on_github():
        text = without_commands(text)
    with suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def complain(message: str, hint: str | None = None) -> None:
    """Write what is wrong, and what to do about it, to standard error."""
    remark(f"error: {shown(message)}\n")
    if hint is not None:
        remark(f"help: {shown(hint)}\n")


def on_github() -> bool:
    """Return whether a runner of GitHub Actions reads what is written."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def without_commands(text: str) -> str:
    """Return text in which a runner of GitHub Actions finds no command."""
    from argmap.escape import github_log  # as in `shown`

    return github_log(text)


def shown(text: str) -> str:
    r"""Return text of several lines in which nothing moves, hides or reorders what is shown.

    >>> shown("two\n\tlines \x1b[31m")
    'two\n    lines <U+001B>[31m'
    """
    # Compiling the patterns in there takes longer than all else of ours that `--version` needs.
    from argmap.escape import terminal

    return "\n".join(terminal(line.expandtabs(4)) for line in text.split("\n"))


def coloured(choice: str, stream: TextIO) -> bool:
    """Return whether to write colour to a stream.

    Args:
        choice: `always`, `never`, or `auto`: `NO_COLOR`, then `FORCE_COLOR`, then whether the
            stream is a terminal that can do it. Both variables count when they are not empty.
        stream: where it will be written.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def accept_any_character() -> None:
    """Have a character that a stream cannot hold written as its escape sequence in Python."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def settle() -> None:
    """Write what is still held back; what cannot be written is dropped without a word.

    Without this the interpreter would try on leaving, fail, and say so.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
