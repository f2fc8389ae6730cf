"""A figure as a notebook asks for it, with whatever engine there is or is not."""

from __future__ import annotations

import base64
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import argmap
from argmap import layout, pipeline
from argmap.errors import LayoutError, LayoutTimeout, UnknownElement, UnknownName
from argmap.views.figure import Figure
from tests.hostile_texts import HOSTILE_TEXTS
from tests.views.sample_maps import small_map

FORMS = {"text/plain", "text/markdown", "text/html", "image/svg+xml"}
SVG = "{http://www.w3.org/2000/svg}"


class Formatter:
    """What IPython's DisplayFormatter does with an object that gives a bundle of forms."""

    def format(
        self, shown: Any, include: set[str] | None = None, exclude: set[str] | None = None
    ) -> dict[str, Any]:
        method = shown._repr_mimebundle_
        answer = method(include=include, exclude=exclude)
        data = answer[0] if isinstance(answer, tuple) else answer
        assert isinstance(data, dict)
        assert all(isinstance(form, str) for form in data.values())
        return {
            name: form
            for name, form in data.items()
            if (include is None or name in include) and name not in (exclude or ())
        }


class Page(HTMLParser):
    """The elements and texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]] = self.texts.get(self.open[-1], "") + data

    @property
    def image(self) -> dict[str, str | None]:
        return next(attributes for tag, attributes in self.tags if tag == "img")

    @property
    def picture(self) -> str:
        kind, data = str(self.image["src"]).split(",", 1)
        assert kind == "data:image/svg+xml;base64"
        return base64.b64decode(data, validate=True).decode()


@pytest.fixture
def no_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats for which an engine has been run."""
    seen: list[str] = []
    render: Any = layout.render

    def counted(dot: str, format: str, **more: Any) -> Any:
        seen.append(format)
        return render(dot, format, **more)

    monkeypatch.setattr(layout, "render", counted)
    return seen


def test_each_form_holds_the_map(drawings: list[str]) -> None:
    m = small_map()
    figure = argmap.show(m)
    assert drawings == []
    bundle = Formatter().format(figure)
    assert set(bundle) == FORMS
    assert bundle["text/plain"] == argmap.outline(m)
    assert bundle["text/markdown"] == argmap.outline(m, format="markdown")
    page = Page(bundle["text/html"])
    assert page.picture == bundle["image/svg+xml"] == figure.svg
    assert page.image["alt"] == (
        "Argument map: Why the ferry should run at night. The outline below says the same in words."
    )
    assert [tag for tag, _ in page.tags] == ["figure", "img", "details", "summary", "pre"]
    assert page.texts["pre"].strip() == argmap.outline(m).strip()
    assert "open" not in dict(page.tags)["details"]
    root = ElementTree.fromstring(bundle["image/svg+xml"])
    assert root.tag == f"{SVG}svg"
    assert figure.note is None
    assert drawings == ["svg"]


def test_nothing_is_drawn_that_is_not_wanted(drawings: list[str]) -> None:
    figure = argmap.show(small_map())
    form = Formatter().format
    assert set(form(figure, include={"text/plain"})) == {"text/plain"}
    assert set(form(figure, exclude={"text/html", "image/svg+xml"})) == {
        *("text/plain", "text/markdown"),
    }
    assert figure._repr_mimebundle_(include=["application/json"]) == {}
    assert drawings == []
    assert set(form(figure, include={"image/svg+xml", "text/html"}, exclude={"text/html"})) == {
        "image/svg+xml"
    }
    form(figure)
    assert drawings == ["svg"]


def test_options_reach_the_picture_and_the_outline() -> None:
    figure = argmap.show(small_map(), theme="dark", focus="demand-is-there", depth=1, text="id")
    bundle = Formatter().format(figure)
    assert 'fill="#16191d"' in bundle["image/svg+xml"].lower()
    assert "survey-count" in bundle["image/svg+xml"]
    assert "Shown is only what bears on" in bundle["text/plain"]
    assert "Shown are 1 level below it." in bundle["text/markdown"]


def _ids(svg: str) -> set[str]:
    root = ElementTree.fromstring(svg)
    found = [element.get("id", "") for element in root.iter() if element.get("id")]
    assert len(found) == len(set(found))
    told = {root.get("aria-labelledby"), root.get("aria-describedby")}
    assert told <= set(found)
    return set(found)


def test_two_figures_in_a_page_have_ids_of_their_own() -> None:
    m = small_map()
    one, other, again = (
        str(argmap.show(m, **wish).svg)  # type: ignore[arg-type]  # a dict of literals
        for wish in ({}, {"theme": "dark"}, {})
    )
    assert _ids(one).isdisjoint(_ids(other))
    assert one == again


def test_a_text_that_looks_like_an_id_is_left_alone() -> None:
    words = 'He wrote id="x" aria-labelledby="y".'
    m = argmap.ArgumentMap(
        statements=[argmap.Statement(id="a", kind=argmap.Kind.CLAIM, text=words)], title=words
    )
    root = ElementTree.fromstring(str(argmap.show(m).svg))
    assert root.findtext(f"{SVG}title") == words


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_texts_are_texts_in_every_form(text: str) -> None:
    statements = [argmap.Statement(id="a", kind=argmap.Kind.CLAIM, text=text)]
    m = argmap.ArgumentMap(statements=statements, title=text)
    page = Page(Formatter().format(argmap.show(m))["text/html"])
    assert [tag for tag, _ in page.tags] == ["figure", "img", "details", "summary", "pre"]
    assert str(page.image["alt"]).split() == (
        f"Argument map: {text}. The outline below says the same in words.".split()
    )
    assert page.texts["pre"].strip() == argmap.outline(m).strip()
    assert ElementTree.fromstring(page.picture).findtext(f"{SVG}title") == text


def test_without_an_engine_there_is_text_and_a_note(no_engine: None) -> None:
    m = small_map()
    figure = argmap.show(m)
    bundle = Formatter().format(figure)
    assert set(bundle) == FORMS - {"image/svg+xml"}
    assert figure.svg is None
    assert str(figure.note).startswith("no layout engine is installed; get one with: pip install")
    page = Page(bundle["text/html"])
    assert page.texts["p"] == f"There is no picture: {figure.note}"
    assert "open" in dict(page.tags)["details"]
    assert page.texts["pre"].strip() == argmap.outline(m).strip()


@pytest.mark.parametrize(
    "error", [LayoutTimeout("dot took longer <b>than</b> 1 second"), LayoutError("dot failed")]
)
def test_an_engine_that_fails_is_a_note(
    monkeypatch: pytest.MonkeyPatch, error: LayoutError
) -> None:
    calls: list[int] = []

    def fail(*_: object, **__: object) -> str:
        calls.append(1)
        raise error

    monkeypatch.setattr(layout, "render", fail)
    figure = argmap.show(small_map())
    for _ in range(3):
        assert "image/svg+xml" not in Formatter().format(figure)
    assert len(calls) == 1
    assert figure.note == str(error)
    assert Page(figure.html).texts["p"] == f"There is no picture: {error}"


def test_a_wish_that_cannot_be_met_is_told_at_once() -> None:
    m = small_map()
    with pytest.raises(UnknownElement, match="no statement 'fery'"):
        argmap.show(m, focus="fery")
    with pytest.raises(UnknownName, match="no theme 'drak'"):
        argmap.show(m, theme="drak")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="no layout engine 'neato'"):
        argmap.show(m, engine="neato")
    assert argmap.show(m, engine="graphviz-pure").svg


def test_it_says_what_it_is_in_a_line() -> None:
    assert repr(argmap.show(small_map())) == (
        "<Figure of “Why the ferry should run at night”: 13 statements>"
    )
    m = argmap.ArgumentMap(statements=[argmap.Statement(id="a", kind=argmap.Kind.CLAIM, text="b")])
    assert repr(argmap.show(m)) == "<Figure of “Argument map”: 1 statement>"
    assert isinstance(argmap.show(m), Figure)
    assert isinstance(pipeline.show(m), Figure)
