"""What the site adds to Sphinx: pages made from the program's own records, and links into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap_docs.docstrings import keep, restore, tidy
from argmap_docs.links import link_codes, resolve
from argmap_docs.offline import check
from argmap_docs.staging import stage

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect the parts to Sphinx."""
    app.connect("config-inited", stage)
    app.connect("autodoc-process-docstring", keep, priority=100)
    app.connect("autodoc-process-docstring", restore, priority=900)
    app.connect("autodoc-process-signature", tidy)
    app.connect("missing-reference", resolve)
    app.connect("doctree-resolved", link_codes)
    app.connect("build-finished", check)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
