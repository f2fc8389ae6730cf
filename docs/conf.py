"""How Sphinx builds the site: `sphinx-build -n -W docs build/docs/html`.

Pages that are made from the program's own records, and links into them: `_ext/argmap_docs`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from argmap.version import __version__

sys.dont_write_bytecode = True  # a build writes nothing here
sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "argmap"
author = "the argmap developers"
release = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "argmap_docs",
]
nitpicky = True
nitpick_ignore = [
    # Values that public ones hold, and that have no public name of their own.
    ("py:class", "argmap.model.source.Bibliography"),
    ("py:class", "argmap.rules.NotRun"),
    ("py:class", "argmap.sources.coverage.Fault"),
    ("py:class", "argmap.sources.coverage.LongAnchor"),
    ("py:class", "argmap.sources.coverage.Paragraph"),
    ("py:class", "argmap.sources.coverage.Sentence"),
    ("py:class", "argmap.sources.lines.Layout"),
    ("py:class", "argmap.sources.normalising.Normalised"),
    ("py:class", "argmap.sources.source_index.IndexedPiece"),
    ("py:class", "argmap.rules.waivers.Waived"),
    ("py:class", "argmap.graphs.references.Reference"),
    ("py:class", "argmap.text.Position"),
    ("py:class", "argmap.views.evaluation.Mark"),
    ("py:class", "argmap.semantics.carneades_labelling.Weighed"),
    # What evaluation passes to the constructors of its results, and what they are read off.
    ("py:class", "argmap.graphs.numbered.Numbered"),
    ("py:class", "argmap.model.identity.Index"),
    ("py:class", "argmap.semantics.carneades.Weighing"),
    ("py:class", "argmap.semantics.grounded.Model"),
    ("py:class", "argmap.semantics.gradual.whole.Whole"),
    ("py:class", "argmap.semantics.program.Program"),
    # What `**options` may hold; `diagram` says what each means.
    ("py:class", "argmap.pipeline.showing.DiagramOptions"),
    ("py:class", "DiagramOptions"),
    # What `argmap.graph` passes to the constructor, so that nobody else has to.
    ("py:class", "argmap.graphs.answers.Questions"),
]
exclude_patterns = ["_*"]

# Docstrings write code in single backticks.
default_role = "code"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
add_module_names = True
python_maximum_signature_line_length = 80
napoleon_numpy_docstring = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# The blank line that ends an example for doctest is not shown.
highlight_options = {"python": {"stripnl": True}, "pycon": {"stripnl": True}}

html_theme = "furo"
html_title = "argmap"
html_static_path = ["_static"]
html_css_files = ["argmap.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
