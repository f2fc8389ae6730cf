"""`argmap diagram`: which picture, to where, and what stands in its way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import pipeline
from argmap.errors import EngineMissing, LayoutError, LayoutTimeout, UnknownElement, UnknownName
from tests.cli.conftest import BROKEN, CLEAN, DANGLING, Result, Screen

Run = Callable[..., Result]

BINARY = b"\x89PNG\r\n\x1a\n\xff"


@pytest.fixture
def drawn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """A stand-in for the drawing, which keeps what was wished for; m.argmap.yaml is a map."""
    wishes: list[dict[str, object]] = []

    def diagram(argument_map: object, **wish: object) -> str | bytes:
        tell = wish.pop("tell")
        wishes.append(wish)
        if wish["fold"] != "never" and wish["depth"] == 7:
            tell("2 of 9 statements are not drawn \u202e.")  # type: ignore[operator]
        return BINARY if wish["format"] in {"png", "pdf"} else f"<{wish['format']}>ä\n"

    monkeypatch.setattr(pipeline, "diagram", diagram)
    (folder / "m.argmap.yaml").write_text(CLEAN)
    return wishes


Wishes = list[dict[str, object]]


@pytest.mark.parametrize(
    ("output", "kind"),
    [("x.svg", "svg"), ("x.PNG", "png"), ("x.pdf", "pdf"), ("x.dot", "dot"), ("x.gv", "dot")],
)
def test_the_suffix_names_the_format(argmap: Run, drawn: Wishes, output: str, kind: str) -> None:
    assert argmap("diagram", "m.argmap.yaml", "-o", output) == (0, "", "")
    assert drawn[0]["format"] == kind
    content = Path(output).read_bytes()
    assert content == (BINARY if kind in {"png", "pdf"} else f"<{kind}>ä\n".encode())


def test_the_option_is_above_the_suffix(argmap: Run, drawn: Wishes) -> None:
    argmap("diagram", "m.argmap.yaml", "-o", "x.txt", "--format", "dot")
    assert Path("x.txt").read_text() == "<dot>ä\n"


def test_a_suffix_that_names_nothing(argmap: Run, drawn: Wishes) -> None:
    code, out, err = argmap("diagram", "m.argmap.yaml", "-o", "x.jpeg")
    assert (code, out) == (2, "")
    assert err == (
        "error: x.jpeg does not say what to draw\n"
        "help: end its name in .svg, .png, .pdf, .dot, .gv, or give --format\n"
    )
    assert drawn == []


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_standard_output(argmap: Run, drawn: Wishes, output: list[str]) -> None:
    assert argmap("diagram", "m.argmap.yaml", *output) == (0, "<svg>ä\n", "")


def test_bytes_to_standard_output(argmap: Run, drawn: Wishes) -> None:
    with Path("out").open("w", encoding="latin-1") as out:
        out.write("before\n")
        assert argmap("diagram", "m.argmap.yaml", "--format", "png", stdout=out).code == 0
        assert argmap("diagram", "m.argmap.yaml", stdout=out).code == 0
    assert Path("out").read_bytes() == b"before\n" + BINARY + "<svg>ä\n".encode()


def test_all_wishes_are_passed_on(argmap: Run, drawn: Wishes) -> None:
    argmap("diagram", "m.argmap.yaml")
    options = "--engine dot --direction up --focus ferry --depth 2 --section a --section b"
    argmap(
        "diagram",
        "m.argmap.yaml",
        *options.split(),
        "--text",
        "id",
        "--legend",
        "--theme",
        "dark",
        "--fold",
        "never",
    )
    assert drawn == [
        {
            "format": "svg",
            "engine": None,
            "direction": "left",
            "focus": None,
            "depth": None,
            "sections": None,
            "text": "full",
            "legend": False,
            "theme": "light",
            "fold": "auto",
            "overlay": None,
            "sentences": None,
        },
        {
            "format": "svg",
            "engine": "dot",
            "direction": "up",
            "focus": "ferry",
            "depth": 2,
            "sections": ("a", "b"),
            "text": "id",
            "legend": True,
            "theme": "dark",
            "fold": "never",
            "overlay": None,
            "sentences": None,
        },
    ]


def test_what_is_folded_is_said_on_standard_error(argmap: Run, drawn: Wishes) -> None:
    code, out, err = argmap("diagram", "m.argmap.yaml", "--depth", "7")
    assert (code, out) == (0, "<svg>ä\n")
    assert err == (
        "note: 2 of 9 statements are not drawn <U+202E>.\n"
        "help: draw a part with --focus, --section or --depth, or all with --fold never\n"
    )
    err = argmap("diagram", "m.argmap.yaml", "--depth", "7", "--fold", "depth").err
    assert err == "note: 2 of 9 statements are not drawn <U+202E>.\n"
    assert argmap("diagram", "m.argmap.yaml", "--depth", "7", "--fold", "never").err == ""


def test_a_terminal_is_spared_what_it_cannot_show(
    argmap: Run, drawn: Wishes, screen: Screen
) -> None:
    code, _, err = argmap("diagram", "m.argmap.yaml", "--format", "png", stdout=screen)
    assert (code, screen.text) == (2, "")
    assert err == "error: a terminal cannot show PNG\nhelp: name a file: -o m.png\n"
    code, _, err = argmap("diagram", "-", "--format", "pdf", stdout=screen)
    assert err == "error: a terminal cannot show PDF\nhelp: name a file: -o stdin.pdf\n"
    assert drawn == []


def test_a_terminal_is_not_sent_what_it_would_obey(
    argmap: Run, drawn: Wishes, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipe the picture stays as it is: there the character is text of the map."""
    monkeypatch.setattr(pipeline, "diagram", lambda *_, **__: "<svg>\u202e</svg>\n")
    assert argmap("diagram", "m.argmap.yaml").out == "<svg>\u202e</svg>\n"
    argmap("diagram", "m.argmap.yaml", stdout=screen)
    assert screen.text == "<svg><U+202E></svg>\n"


def test_an_invalid_map_is_not_drawn(argmap: Run, drawn: Wishes) -> None:
    Path("m.argmap.yaml").write_text(BROKEN)
    Path("x.svg").write_text("old")
    code, out, err = argmap("diagram", "m.argmap.yaml", "-o", "x.svg")
    assert (code, out) == (1, "")
    assert err.startswith("error[AM012]: ")
    assert "\n --> m.argmap.yaml:8:1\n" in err
    assert err.splitlines()[-2:] == [
        "error: m.argmap.yaml is not a map that can be shown",
        "help: argmap check m.argmap.yaml",
    ]
    assert Path("x.svg").read_text() == "old"
    assert drawn == []


def test_a_map_with_other_findings_is_drawn(argmap: Run, drawn: Wishes) -> None:
    Path("m.argmap.yaml").write_text(DANGLING)
    assert argmap("diagram", "m.argmap.yaml") == (0, "<svg>ä\n", "")


@pytest.mark.parametrize(
    "error",
    [
        EngineMissing("no layout engine is installed; pip install argmap[dot]"),
        LayoutTimeout("dot took longer than 60 seconds"),
        LayoutError("dot failed: syntax error"),
        UnknownElement("the map has no element 'fery'; did you mean \"ferry\"?"),
        UnknownName("there is no section 'x'"),
    ],
)
def test_a_failure_costs_nothing(
    argmap: Run, drawn: Wishes, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise error

    monkeypatch.setattr(pipeline, "diagram", fail)
    Path("x.svg").write_text("old")
    assert argmap("diagram", "m.argmap.yaml", "-o", "x.svg") == (2, "", f"error: {error}\n")
    assert Path("x.svg").read_text() == "old"
    assert sorted(map(str, Path().iterdir())) == ["m.argmap.yaml", "x.svg"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "no/x.svg"], "error: no/x.svg cannot be written: no is not a folder"),
        (["-o", "."], "error: . is a folder"),
        (["-o", "m.argmap.yaml"], "error: m.argmap.yaml is a map, and would be lost"),
        (["--depth", "-1"], "error: Invalid value for '--depth': -1 is not in the range x>=0."),
        (["--engine", "/bin/sh"], "error: Invalid value for '--engine'"),
        (["--format", "gif"], "error: Invalid value for '--format'"),
        (["--theme", "pink"], "error: Invalid value for '--theme'"),
        (["--fold", "twice"], "error: Invalid value for '--fold'"),
    ],
)
def test_wrong_usage_is_told_before_any_work(
    argmap: Run, drawn: Wishes, arguments: list[str], message: str
) -> None:
    code, out, err = argmap("diagram", "m.argmap.yaml", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert drawn == []
    assert Path("m.argmap.yaml").read_text() == CLEAN


def test_dot_of_a_real_map(argmap: Run, folder: Path) -> None:
    dot = argmap("diagram", "-", "--format", "dot", stdin=CLEAN.encode()).out
    assert dot.startswith("digraph")
    assert "The ferry should run at night." in dot.replace("\\n", " ")


@pytest.mark.needs("dot")
def test_svg_of_a_real_map(argmap: Run, folder: Path) -> None:
    (folder / "m.argmap.yaml").write_text(CLEAN)
    assert argmap("diagram", "m.argmap.yaml", "-o", "m.svg", "--engine", "dot") == (0, "", "")
    svg = Path("m.svg").read_text()
    assert svg.startswith("<svg ")
    assert svg.rstrip().endswith("</svg>")


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_an_engine_that_breaks_off_costs_nothing(
    argmap: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """A stand-in for Graphviz writes half a picture and fails."""
    engine = folder / "bin" / "dot"
    engine.parent.mkdir()
    engine.write_text("#!/bin/sh\nprintf '<svg'\necho 'out of \033[31m memory' >&2\nexit 1\n")
    engine.chmod(0o755)
    monkeypatch.setenv("PATH", f"{engine.parent}:/usr/bin:/bin")
    Path("m.argmap.yaml").write_text(CLEAN)
    Path(f"x.{suffix}").write_text("old")
    arguments = ["diagram", "m.argmap.yaml", "-o", f"x.{suffix}", "--engine", "dot"]
    code, out, err = argmap(*arguments)
    assert (code, out) == (2, "")
    assert "out of" in err
    assert "\x1b" not in err
    assert Path(f"x.{suffix}").read_text() == "old"
    assert {path.name for path in Path().iterdir()} == {"bin", "m.argmap.yaml", f"x.{suffix}"}


def test_no_engine_at_all(argmap: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    Path("m.argmap.yaml").write_text(CLEAN)
    code, out, err = argmap("diagram", "m.argmap.yaml", "-o", "x.svg", "--engine", "dot")
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert not Path("x.svg").exists()
