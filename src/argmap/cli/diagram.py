"""`argmap diagram`: a map as a picture."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeAlias, Unpack

import click

from argmap import pipeline
from argmap.cli.failure import Failure
from argmap.cli.findings import name_of, readable
from argmap.cli.maps import single_map
from argmap.cli.output import deliver, target
from argmap.cli.overlays import Wishes, overlay_of, with_overlay
from argmap.cli.sentences import sentences_of, with_sentences
from argmap.cli.settings import settings_of
from argmap.cli.streams import remark, shown
from argmap.text import Text

_Format: TypeAlias = Literal["svg", "png", "pdf", "dot"]

_FORMATS: dict[str, _Format] = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".dot": "dot",
    ".gv": "dot",
}


@click.command(
    epilog="""\b
Examples:
  argmap diagram maps/ferry.argmap.yaml -o ferry.svg
  argmap diagram maps/ferry.argmap.yaml -o ferry.png --focus demand-is-there --depth 2
  argmap diagram maps/ferry.argmap.yaml -o ferry.pdf --theme print --legend
  argmap diagram maps/ferry.argmap.yaml --fold sections -o overview.svg
  argmap diagram maps/ferry.argmap.yaml --sentences -o tooltips.svg
  argmap diagram maps/ferry.argmap.yaml --label --legend -o standing.svg
  argmap diagram maps/ferry.argmap.yaml --whatif survey -o without-survey.svg
  argmap diagram maps/ferry.argmap.yaml --format dot | dot -Tsvg -o ferry.svg"""
)
@click.argument("map", metavar="MAP")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
@click.option(
    "--format",
    type=click.Choice(["svg", "png", "pdf", "dot"]),
    help="What to draw; by default what the suffix of FILE says, or svg.",
)
@click.option(
    "--engine",
    type=click.Choice(["graphviz-pure", "dot"]),
    help="Who draws; by default the first that is installed.",
)
@click.option(
    "--direction",
    type=click.Choice(["left", "right", "up", "down"]),
    default="left",
    show_default=True,
    help="Where the main conclusion stands.",
)
@click.option("--focus", metavar="ID", help="Draw only what leads to this statement.")
@click.option("--depth", metavar="N", type=click.IntRange(min=0), help="Draw only so many steps.")
@click.option(
    "--section",
    "sections",
    metavar="ID",
    multiple=True,
    help="Draw only this section; may be given again for others.",
)
@click.option(
    "--text",
    type=click.Choice(["full", "label", "id"]),
    default="full",
    show_default=True,
    help="What a statement shows of itself.",
)
@click.option("--legend", is_flag=True, help="Add a legend of shapes and lines.")
@click.option(
    "--theme",
    type=click.Choice(["light", "dark", "print"]),
    default="light",
    show_default=True,
    help="The colours; print is black on white.",
)
@click.option(
    "--fold",
    type=click.Choice(["auto", "never", "sections", "depth"]),
    default="auto",
    show_default=True,
    help="Draw parts as closed boxes that say how much they hold: above 400 statements (auto), "
    "never, or always, by section or by depth.",
)
@with_sentences
@with_overlay
def diagram(
    *,
    map: str,
    output: str | None,
    format: _Format | None,
    engine: str | None,
    direction: Literal["left", "right", "up", "down"],
    focus: str | None,
    depth: int | None,
    sections: Sequence[str],
    text: Literal["full", "label", "id"],
    legend: bool,
    theme: Literal["light", "dark", "print"],
    fold: Literal["auto", "never", "sections", "depth"],
    sentences: bool,
    folders: Sequence[str],
    **wish: Unpack[Wishes],
) -> int:
    """Draw a map.

    MAP is a file, or - for standard input. A map that cannot be read is not drawn; one with other
    findings is. What a large map draws closed is said on standard error.
    """
    source = single_map(map)
    file = target(output, [source])
    kind = format or _format_of(file)
    if file is None:
        _spare_terminal(kind, source)
    read = readable(source)
    if read is None:
        return 1
    folded: list[str] = []
    drawn = pipeline.diagram(
        read,
        format=kind,
        engine=engine or settings_of(source).engine,
        direction=direction,
        focus=focus,
        depth=depth,
        sections=sections or None,
        text=text,
        legend=legend,
        theme=theme,
        fold=fold,
        overlay=overlay_of(read, wish),
        sentences=sentences_of(read, source, folders, wished=sentences),
        tell=folded.append,
    )
    deliver(_for_standard_output(drawn) if file is None else drawn, file)
    for said in folded:
        remark(f"note: {shown(said)}\n")
        if fold == "auto":
            remark(
                "help: draw a part with --focus, --section or --depth, or all with --fold never\n"
            )
    return 0


def _format_of(file: Path | None) -> _Format:
    """Return the format that the suffix of a file names; without a file, SVG.

    Raises:
        Failure: the suffix names none.
    """
    if file is None:
        return "svg"
    try:
        return _FORMATS[file.suffix.lower()]
    except KeyError:
        message = f"{file} does not say what to draw"
        raise Failure(message, f"end its name in {', '.join(_FORMATS)}, or give --format") from None


def _spare_terminal(kind: _Format, source: Path | Text) -> None:
    """Refuse to send to a terminal what it cannot show.

    Raises:
        Failure: the format is binary, and standard output a terminal.
    """
    if kind in {"png", "pdf"} and sys.stdout.isatty():
        stem = Path(name_of(source)).name.partition(".")[0].strip("<>")
        message = f"a terminal cannot show {kind.upper()}"
        raise Failure(message, f"name a file: -o {stem}.{kind}")


def _for_standard_output(drawn: str | bytes) -> str | bytes:
    """Return a picture as it is for a pipe, and made safe to look at for a terminal.

    SVG says that it is UTF-8, and so it is, whatever standard output uses for text.
    """
    if isinstance(drawn, bytes):
        return drawn
    return shown(drawn) if sys.stdout.isatty() else drawn.encode(errors="backslashreplace")
