"""The source folder of a build: the written pages, and beside them those that are made.

It lies in the folder of the build, so that a build writes nothing into `docs/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap_docs import api, commands, rules, schemes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_WRITTEN = (".md", ".svg", ".yaml")


def made() -> dict[str, bytes]:
    """Return the pages and files that are made, by their paths."""
    from argmap.formats import schema
    from argmap.reports import as_json

    pages = {**api.pages(), **commands.pages(), **rules.pages(), **schemes.pages()}
    report = Path(as_json.__file__).with_name("report.schema.json")
    others = [report.with_name(f"{name}.schema.json") for name in ("evaluation", "source")]
    return {
        **{path: page.encode() for path, page in pages.items()},
        f"reference/{schema.FILE_NAME}": schema.content().encode(),
        **{f"reference/{file.name}": file.read_bytes() for file in (report, *others)},
    }


def written(docs: Path) -> dict[str, bytes]:
    """Return the pages of a folder, and the pictures and maps that they show, by their paths."""
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.suffix in _WRITTEN and path.relative_to(docs).parts[0][0] not in "._"
    }


def stage(app: Sphinx, _config: Config) -> None:
    """Let Sphinx read the written and the made pages from the folder of the build.

    A file that is as it should be is left alone, so that a second build has nothing to do.

    Raises:
        ValueError: a page is both written and made.
    """
    pages, more = written(Path(app.confdir)), made()
    if both := pages.keys() & more.keys():
        msg = f"written by hand, and made as well: {', '.join(sorted(both))}"
        raise ValueError(msg)
    pages |= more
    source = Path(app.doctreedir) / "source"
    for file in source.rglob("*"):
        if file.is_file() and file.relative_to(source).as_posix() not in pages:
            file.unlink()
    for path, content in pages.items():
        file = source / path
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    app.srcdir = source
