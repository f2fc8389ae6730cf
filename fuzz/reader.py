"""Coverage-guided fuzzing of the reader: no input crashes it, and its laws hold on every input.

Run by `make fuzz` (needs atheris, which the extra `fuzz` installs). Corpora grow in `build/fuzz`.
A find is written to `build/fuzz/crash-*`: turn it into a test before mending it.
"""

from __future__ import annotations

import sys

import atheris
import yaml

with atheris.instrument_imports():
    from argmap.formats import Limits
    from argmap.formats.native import read
    from argmap.text import Text

_LIMITS = Limits(size=100_000, elements=2_000)


def one_input(data: bytes) -> None:
    """Read bytes as a map with both parsers and hold the reader to its promises."""
    text = Text.decode("fuzz", data)
    reading = read(text, limits=_LIMITS)
    size = len(text.content)
    for found in reading.diagnostics:
        assert found.code.startswith("AM0"), found
        assert found.span is None or 0 <= found.span.start <= found.span.end <= size, found
    keys = [found.sort_key for found in reading.diagnostics]
    assert keys == sorted(keys)
    assert reading.map is not None or reading.diagnostics
    if reading.map is not None:
        for step in reading.map.steps:
            assert reading.map.find(step.id) is not None, step
    if size < 2_000:
        other = read(text, limits=_LIMITS, loader=yaml.BaseLoader)
        if reading.complete and other.complete:
            assert reading.map == other.map


def main() -> None:
    """Fuzz until the time is over that libFuzzer's options give."""
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
