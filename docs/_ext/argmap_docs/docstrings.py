"""What autodoc shows, mended: comments on attributes, and signatures of attrs classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_ATTRIBUTES = {"attribute", "data", "property"}
_kept: dict[str, list[str]] = {}


def keep(
    _app: Sphinx, what: str, name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Remember what is said about an attribute: napoleon takes `Ids: of the map` for a type."""
    if what in _ATTRIBUTES:
        _kept[name] = list(lines)


def restore(
    _app: Sphinx, what: str, name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Put back what was said."""
    if what in _ATTRIBUTES:
        lines[:] = _kept.pop(name)


def tidy(
    _app: Sphinx,
    _what: str,
    _name: str,
    _value: object,
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """Return a signature without the mark that attrs sets where a default is worked out."""
    return (signature and signature.replace("= NOTHING", "= ...")), returns
