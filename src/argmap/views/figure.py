"""A map in a notebook: its picture and its outline, each in the forms that a page can show."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Collection
from functools import cached_property
from hashlib import sha256

from attrs import field, frozen

from argmap.errors import ArgmapError
from argmap.escape import xml
from argmap.views.outline_phrases import counted

_ID = re.compile(r'(?<= id=")(?=[^"])|(?<=aria-labelledby=")|(?<=aria-describedby=")')


@frozen(eq=False, repr=False)
class Figure:
    """A map for a notebook; `argmap.show` makes it.

    Whatever shows it chooses among `text/plain`, `text/markdown`, `text/html` and `image/svg+xml`.
    The picture is drawn once, when it is first wanted. Where it cannot be drawn, `note` says why,
    and the outline stands alone: no way of showing it raises.
    """

    title: str
    #: How many statements the map has.
    size: int
    _draw: Callable[[], str] = field(alias="draw")
    _tell: Callable[..., str] = field(alias="tell")

    @cached_property
    def _drawn(self) -> tuple[str | None, str | None]:
        """The picture, or why there is none."""
        try:
            svg = self._draw()
        except ArgmapError as error:
            return None, str(error)
        # Two figures of one map may stand in a page: ids are told apart by what the picture holds.
        prefix = f"f{sha256(svg.encode(errors='replace')).hexdigest()[:12]}-"
        return _ID.sub(prefix, svg), None

    @property
    def svg(self) -> str | None:
        """The picture; None where it cannot be drawn."""
        return self._drawn[0]

    @property
    def note(self) -> str | None:
        """Why there is no picture; None where there is one."""
        return self._drawn[1]

    @property
    def html(self) -> str:
        """The picture as an image, with the outline below it to be opened."""
        name = xml(f"Argument map: {self.title}. The outline below says the same in words.")
        if self.svg is None:
            shown = f"<p>There is no picture: {xml(str(self.note))}</p>"
        else:
            data = b64encode(self.svg.encode(errors="replace")).decode()
            source = f"data:image/svg+xml;base64,{data}"
            shown = f'<img alt="{name}" src="{source}" style="max-width: none">'
        opened = " open" if self.svg is None else ""
        words = xml(self._tell(format="text"))
        return (
            f'<figure style="margin: 0; overflow: auto">{shown}</figure>\n'
            f"<details{opened}><summary>Outline in words</summary>\n"
            f'<pre style="white-space: pre-wrap">{words}</pre></details>'
        )

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """Return each form that is wanted; nothing is drawn for those that are not."""
        forms: dict[str, Callable[[], str | None]] = {
            "text/plain": lambda: self._tell(format="text"),
            "text/markdown": lambda: self._tell(format="markdown"),
            "text/html": lambda: self.html,
            "image/svg+xml": lambda: self.svg,
        }
        bundle = {
            name: form()
            for name, form in forms.items()
            if (include is None or name in include) and name not in (exclude or ())
        }
        return {name: shown for name, shown in bundle.items() if shown is not None}

    def __repr__(self) -> str:
        """Return what it is a figure of."""
        return f"<Figure of “{self.title}”: {counted(self.size, 'statement', 'statements')}>"
