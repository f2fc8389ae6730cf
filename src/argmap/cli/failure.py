"""What stops a command although argmap and the map are both in order."""

from __future__ import annotations


class Failure(Exception):
    """Something that whoever typed the command can mend: exit code 2.

    The message says what is wrong and where; `hint` says what to do.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep the message and the hint."""
        super().__init__(message)
        self.hint = hint


def reason(error: OSError) -> str:
    """Return why the operating system refused, in its words.

    >>> reason(FileNotFoundError(2, "No such file or directory", "maps/fery.argmap.yaml"))
    'no such file or directory'
    """
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]
