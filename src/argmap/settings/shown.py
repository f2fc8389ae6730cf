"""Settings as TOML, each with the place that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.diagnostics import Severity
from argmap.settings.codes import EVERY
from argmap.settings.keys import KEYS
from argmap.settings.settings import Settings

# Beyond this a line would be all blanks up to its comment.
_COLUMN = 40


def shown(settings: Settings) -> str:
    r"""Return all settings as a settings file would have them, with a comment where each is set.

    >>> print(shown(Settings(fail_on="warning")), end="")
    select = ["ALL"]             # default
    ignore = []                  # default
    per-file-ignores = {}        # default
    severity = {}                # default
    fail-on = "warning"          # default
    output-format = "full"       # default
    # engine: the first found    # default
    max-size = 16777216          # default
    max-elements = 200000        # default
    sources = []                 # default
    """
    lines = list(_lines(settings))
    fitting = [len(line) for line, _ in lines if len(line) <= _COLUMN]
    column = max(fitting, default=0)
    return "".join(f"{line:{column}}    # {origin}\n" for line, origin in lines)


def _lines(settings: Settings) -> Iterator[tuple[str, str]]:
    for key in KEYS:
        value = getattr(settings, key.replace("-", "_"))
        line = f"# {key}: the first found" if value is None else f"{key} = {_toml(value)}"
        yield line, settings.origin(key)


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{_quoted(key)} = {_toml(inner)}" for key, inner in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(inner) for inner in value)}]"
    if isinstance(value, int):
        return str(value)
    return _quoted(value.value if isinstance(value, Severity) else str(value))


def _quoted(text: str) -> str:
    """Return a text as a basic string; that of all rules is the word that settings have for it."""
    import json  # most checks show no settings

    written = "ALL" if text == EVERY else text
    return json.dumps(written, ensure_ascii=False).replace("\x7f", "\\u007f")
