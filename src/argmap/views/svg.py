"""A picture that stands alone: the SVG of a layout engine, made accessible and safe to embed.

Text is replaced, nothing is parsed and written anew: that would cost as much as the layout. What
the engines write was read in 2.43 and 16.1; each element stands on a line of its own.

The root is a `graphics-document`, not an `img`: an image has no parts for assistive technology, and
here each statement is one, with its kind and text as its name. Lines and joints are hidden from it,
because how statements hang together is told by the description, in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from argmap.errors import LayoutError
from argmap.escape import xml

_ROOT = re.compile(
    r'<svg width="(?P<width>[0-9.]+)pt" height="(?P<height>[0-9.]+)pt"\s+'
    r'viewBox="(?P<box>[-0-9. ]+)"[^>]*>\s*'
    r'<g id="[^"]*" class="graph" (?P<move>transform="[^"]*")>\s*'
    r"(?:<title>(?P<name>[^<]*)</title>\s*)?"
    r'<polygon fill="(?P<paper>[^"]*)" stroke="[^"]*" points="(?P<corners>[^"]*)"/>'
)
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_GROUP = re.compile(
    r'<g id="(?P<id>[^"]*)" class="(?P<sort>node|edge|cluster) ?(?P<names>[^"]*)">\n'
    r"<title>[^<]*</title>\n"
    r'(?:<g id="a_[^"]*"><a xlink:title="(?P<tip>[^"]*)">\n)?'
)
# Joints and the words on lines.
_HIDDEN = re.compile(r"argmap-(?:step|word)\b")
_LINK_END = "</a>\n</g>\n</g>"
_WORD = re.compile(
    r'(<g [^>]*class="edge argmap-step[^>]*>\n(?:<(?!text)[^>]*/>\n)+<text)(?= [^>]*>[^<]*</text>)'
)
# CSS pixels in a point.
_PIXELS = 4 / 3

_FONTS = 'font-family="Arial, Helvetica, Liberation Sans, Arimo, sans-serif"'
# A rim in the colour of the paper: words stay readable where lines cross them.
_RIM = r'\1 stroke="{}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'


def finish(
    svg: str, *, title: str, description: str, language: str | None = None, prefix: str = ""
) -> str:
    """Return the SVG of a diagram as an accessible picture of natural size.

    Args:
        svg: what a layout engine made of `diagram`.
        title: the name of the picture.
        description: what it shows, in words: the outline of the map.
        language: the language of both and of the map, such as `en`.
        prefix: put before each id, where a page holds two pictures of one map.

    Returns:
        SVG without XML declaration and document type, so that it can stand in a page as well.

    Raises:
        LayoutError: the text is no SVG that a layout engine has made.
    """
    root = _ROOT.search(svg)
    if root is None:
        msg = "the layout engine drew something else than the SVG of a diagram"
        raise LayoutError(msg)
    prefix = xml(prefix)
    body = _COMMENT.sub("", svg[root.end() :]).replace("&#45;", "-")
    body = _GROUP.sub(_opened(prefix), body).replace(_LINK_END, "</g>")
    body = _WORD.sub(_RIM.format(root["paper"]), body).replace(' font-family="Arial"', "")
    return f"{_head(root, title, description, language, prefix)}{body}"


def _head(
    root: re.Match[str], title: str, description: str, language: str | None, prefix: str
) -> str:
    """Return the opening tags with title and description."""
    # No statement has an id with two full stops.
    name = f"{prefix}{(root['name'] or 'argmap').replace('&#45;', '-')}.."
    width, height = (round(float(root[side]) * _PIXELS) for side in ("width", "height"))
    spoken = f' lang="{xml(language)}" xml:lang="{xml(language)}"' if language else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="argmap" width="{width}"'
        f' height="{height}" viewBox="{root["box"]}" {_FONTS}'
        f' role="graphics-document document"{spoken}'
        f' aria-labelledby="{name}title" aria-describedby="{name}desc">\n'
        f'<title id="{name}title">{xml(title)}</title>\n'
        f'<desc id="{name}desc">{xml(description.strip())}</desc>\n'
        f"<g {root['move']}>\n"
        f'<polygon class="argmap-paper" fill="{root["paper"]}" stroke="none"'
        f' points="{root["corners"]}"/>'
    )


def _opened(prefix: str) -> Callable[[re.Match[str]], str]:
    """Return what writes the opening tag of a node, an edge or a section."""

    def written(found: re.Match[str]) -> str:
        name, sort, classes, tip = found.groups()
        names = f"{sort} {classes}".strip()
        own = f'id="{prefix}{name}" ' if "argmap-" in names else ""
        if sort == "cluster":
            return f'<g {own}class="{names}">\n'
        if sort == "edge":
            named = own if "argmap-step" in names else ""
            return f'<g {named}class="{names}" aria-hidden="true">\n'
        role = 'aria-hidden="true"' if _HIDDEN.search(names) else 'role="img"'
        title = f"<title>{tip}</title>\n" if tip else ""
        return f'<g {own}class="{names}" {role}>\n{title}'

    return written
