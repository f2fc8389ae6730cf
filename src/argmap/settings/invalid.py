"""What is raised for settings that cannot be."""

from __future__ import annotations

from argmap.errors import ArgmapError


class InvalidSettings(ArgmapError, ValueError):
    """A settings file, variable or option that says what cannot be.

    The message says where, and what is wrong; `hint` what can be written instead.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep the message and the hint."""
        super().__init__(message)
        self.hint = hint


class Wrong(Exception):
    """A value that a setting cannot have; whoever knows where it stands says so.

    `inner` are the keys that lead to it inside the value of the setting.
    """

    def __init__(self, message: str, hint: str | None = None, inner: tuple[str, ...] = ()) -> None:
        """Keep the message, the hint and the keys."""
        super().__init__(message)
        self.hint = hint
        self.inner = inner
