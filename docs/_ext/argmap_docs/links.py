"""Links that nobody has to write: codes of rules, names of the face, names of Python's library."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.nodes import make_refnode

import argmap
from argmap.pipeline import CATALOGUE
from argmap_docs.rules import FOLDER

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_CODE = re.compile(r"\bAM\d{3}\b")
# Where a code stays as it is.
_LEFT_ALONE = (nodes.literal, nodes.literal_block, nodes.reference, nodes.title)


def link_codes(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Make each code of a rule in the text of a page a link to the page of the rule."""
    for text in list(doctree.findall(nodes.Text)):
        if _CODE.search(text) and not _is_inside(text, _LEFT_ALONE):
            text.parent.replace(text, list(_linked(app, str(text), page)))


def _is_inside(node: nodes.Node, kinds: tuple[type[nodes.Node], ...]) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, kinds):
            return True
    return False


def _linked(app: Sphinx, text: str, page: str) -> Iterator[nodes.Node]:
    end = 0
    for found in _CODE.finditer(text):
        record = CATALOGUE.get(found[0])
        if record is None or page == f"{FOLDER}/{record.code}":
            continue
        yield nodes.Text(text[end : found.start()])
        shown = nodes.Text(record.code)
        target = f"{FOLDER}/{record.code}"
        yield make_refnode(app.builder, page, target, "", shown, record.summary)
        end = found.end()
    yield nodes.Text(text[end:])


def _public_names() -> dict[str, str]:
    """Return the names under which values are public, by those of the modules they stand in."""
    values = {name: getattr(argmap, name) for name in argmap.__all__}
    return {
        f"{value.__module__}.{value.__qualname__}": name
        for name, value in values.items()
        if hasattr(value, "__qualname__")
    }


_PUBLIC = _public_names()


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.TextElement
) -> nodes.Node | None:
    """Resolve a name that Sphinx does not know, or leave it.

    A class is documented as `argmap.Statement`, while annotations name the module it is written in;
    and what Python's own library holds is documented elsewhere.
    """
    if node.get("refdomain") != "py":
        return None
    target: str = node["reftarget"]
    if target in _PUBLIC:
        domain = env.get_domain("py")
        public = f"argmap.{_PUBLIC[target]}"
        return domain.resolve_xref(
            env, node["refdoc"], app.builder, node["reftype"], public, node, shown
        )
    module = target.rpartition(".")[0]
    if module.partition(".")[0] in sys.stdlib_module_names:
        address = f"https://docs.python.org/3/library/{module}.html#{target}"
        return nodes.reference("", "", shown, internal=False, refuri=address)
    return None
