"""Where the generated maps lie."""

from __future__ import annotations

from pathlib import Path

#: What the files of each form end in.
FORMS = {
    "yaml": "argmap.yaml",
    "json": "argmap.json",
    "arguebuf": "aif.json",
    "arguebuf-untimed": "untimed.aif.json",
    "arglib": "arglib.json",
}


def path(folder: Path, size: int, form: str) -> Path:
    """Return where the map of a size lies in a form."""
    return folder / f"generated-{size}.{FORMS[form]}"
