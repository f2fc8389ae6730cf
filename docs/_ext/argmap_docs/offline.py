"""A check of what was built: a page loads nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOADED = re.compile(r"""<(?:script|img|iframe|link|source)\b[^>]*?["'](?:https?:)?//[^>]*>""")
_logger = logging.getLogger(__name__)


def loaded_from_elsewhere(page: str) -> list[str]:
    """Return the tags of a page that make a browser fetch something over the network.

    >>> loaded_from_elsewhere('<a href="https://a.test">far</a><img src="near.svg">')
    []
    >>> loaded_from_elsewhere('<script src="//a.test/x.js"></script>')
    ['<script src="//a.test/x.js">']
    """
    return _LOADED.findall(page)


def check(app: Sphinx, failure: Exception | None) -> None:
    """Warn of each page that loads something from elsewhere."""
    if failure is not None:
        return
    for page in sorted(Path(app.outdir).rglob("*.html")):
        for tag in loaded_from_elsewhere(page.read_text(encoding="utf-8")):
            _logger.warning("%s loads from elsewhere: %s", page.name, tag)
