"""The values of all settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from attrs import field, frozen

from argmap.diagnostics import Severity
from argmap.formats import Limits
from argmap.settings.codes import EVERY
from argmap.settings.layers import Layer
from argmap.values import Value

_LIMITS = Limits()


def _none() -> Mapping[str, Layer]:
    return MappingProxyType({})


@frozen(eq=False, repr=False)
class Settings(Value):
    """What a check looks for, and how it tells of it.

    >>> Settings().fail_on, Settings().origin("fail-on")
    ('error', 'default')
    """

    #: Codes, or beginnings of codes, of the rules that count.
    select: tuple[str, ...] = (EVERY,)
    #: Codes, or beginnings of codes, of the rules that do not, where `select` is not closer.
    ignore: tuple[str, ...] = ()
    #: Codes to ignore as well in some files, by the pattern of their paths.
    per_file_ignores: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    #: The severity of rules, by code or beginning of codes, where it is not their own.
    severity: Mapping[str, Severity] = MappingProxyType({})
    #: The mildest finding that makes a check fail: a severity, or `never`.
    fail_on: str = "error"
    output_format: str = "full"
    #: Name of the layout engine; None for the first that is installed.
    engine: str | None = None
    max_size: int = _LIMITS.size
    max_elements: int = _LIMITS.elements
    #: Folders in which the indexes and texts of sources are sought, the first of them first.
    sources: tuple[str, ...] = ()
    #: The folder from which the patterns of `per-file-ignores` count.
    folder: Path = Path()
    #: Where the value of each key was set; those that were not have their defaults.
    layers: Mapping[str, Layer] = field(factory=_none, eq=False, repr=False)

    @property
    def limits(self) -> Limits:
        """How large a map may be."""
        return Limits(size=self.max_size, elements=self.max_elements)

    @property
    def fails_at(self) -> Severity | None:
        """The mildest finding that makes a check fail; None if none does."""
        return None if self.fail_on == "never" else Severity(self.fail_on)

    def origin(self, key: str) -> str:
        """Return where the value of a key comes from: file and line, variable, option, `default`.

        Finding a line reads the file again a few times.
        """
        layer = self.layers.get(key)
        return "default" if layer is None else layer.place(key)
