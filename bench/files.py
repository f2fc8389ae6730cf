"""Where the generated maps and graphs lie."""

from __future__ import annotations

from pathlib import Path

#: Every case runs on the map or framework of this size first, outside of its clock.
SMALL = 12

#: What the files of each form end in.
FORMS = {
    "yaml": "argmap.yaml",
    "json": "argmap.json",
    "arguebuf": "aif.json",
    "arguebuf-untimed": "untimed.aif.json",
    "arglib": "arglib.json",
    "conflicts": "conflicts.argmap.yaml",
    "weighted": "weighted.argmap.yaml",
    "weighted-graph": "weighted.json",
    "cyclic": "cyclic.argmap.yaml",
    "cyclic-graph": "cyclic.json",
}


def path(folder: Path, size: int, form: str) -> Path:
    """Return where the map of a size lies in a form."""
    return folder / f"generated-{size}.{FORMS[form]}"


def framework_path(folder: Path, count: int, degree: int, seed: int) -> Path:
    """Return where the framework of so many arguments and attacks on each lies."""
    return folder / f"framework-{count}-{degree}-{seed}.json"


def text_path(folder: Path, characters: int) -> Path:
    """Return where the text of so many characters lies."""
    return folder / f"text-{characters}.txt"


def anchored_path(folder: Path, count: int, *, with_text: bool) -> Path:
    """Return where the map of so many anchored statements lies: in a folder with its sources."""
    return folder / f"anchored-{count}-{'with' if with_text else 'without'}" / "map.argmap.yaml"
