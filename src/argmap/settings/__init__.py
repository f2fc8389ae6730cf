"""Settings: `argmap.toml`, or `[tool.argmap]` in `pyproject.toml`, nearest upward from a map.

To add one, give it a field in `Settings` and a line in `keys.KEYS`. A setting may name things, such
as an engine, and never a command: settings come along with maps of strangers. A path in a file has
to lie in the folder of that file.
"""

from argmap.settings.applied import applied, counting
from argmap.settings.invalid import InvalidSettings
from argmap.settings.keys import FAIL_ON, OUTPUT_FORMATS
from argmap.settings.resolve import resolve
from argmap.settings.settings import Settings

__all__ = [
    "FAIL_ON",
    "OUTPUT_FORMATS",
    "InvalidSettings",
    "Settings",
    "applied",
    "counting",
    "resolve",
]
