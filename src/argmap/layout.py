"""Layout engines: Graphviz in one form or another, run as a process with a time limit.

`graphviz-pure` comes with the extra `argmap[dot]` and draws SVG and PNG; `dot` is Graphviz itself
and draws PDF as well. The first that is installed is taken, unless one is named.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from types import MappingProxyType
from typing import IO, Literal, TypeAlias, overload

from argmap.errors import EngineMissing, LayoutError, LayoutTimeout, UnknownName
from argmap.escape import terminal
from argmap.spelling import did_you_mean

Format: TypeAlias = Literal["svg", "png", "pdf"]

#: The formats that each engine draws, the preferred engine first.
ENGINES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"graphviz-pure": ("svg", "png"), "dot": ("svg", "png", "pdf")}
)
_HOW_TO_GET = (
    'get one with: pip install "argmap[dot]", or install Graphviz (apt install graphviz, '
    "brew install graphviz, https://graphviz.org/download)"
)
# Pictures begin with these bytes; an engine that prints anything else has failed.
_BEGINNINGS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}
# Dots per inch of a PNG: twice the natural size, so that small type stays sharp on paper.
_DPI = 192
_LINES_OF_COMPLAINT = 5
# How far nodes stand apart, in the attributes with which a graph begins.
_NODESEP = re.compile(r"\A([^\n]*\n\tgraph \[[^\n]*?\bnodesep=)([0-9.]+)")


@overload
def render(
    dot: str, format: Literal["svg"], *, engine: str | None = ..., timeout: float = ...
) -> str: ...
@overload
def render(
    dot: str, format: Literal["png", "pdf"], *, engine: str | None = ..., timeout: float = ...
) -> bytes: ...
def render(
    dot: str, format: Format, *, engine: str | None = None, timeout: float = 60.0
) -> str | bytes:
    """Return the picture that an engine makes of a DOT text: text for SVG, else bytes.

    Args:
        dot: the graph in the DOT language.
        format: `svg`, `png` or `pdf`.
        engine: `graphviz-pure` or `dot`; by default the first that is installed and can do it.
        timeout: seconds that the engine may take.

    Raises:
        EngineMissing: no engine is installed that draws the format.
        LayoutError: the engine failed; the message ends with what it said.
        LayoutTimeout: the engine took longer than allowed, and was stopped.
        UnknownName: there is no such engine or format.
    """
    if format not in _BEGINNINGS:
        hint = did_you_mean(format, _BEGINNINGS)
        msg = f"pictures come as {', '.join(_BEGINNINGS)}, not {format!r}"
        raise UnknownName(msg + (f"; {hint}" if hint else ""))
    name, program = _engine(format, engine)
    command = [program, f"-T{format}"]
    if format == "png":
        command.append(f"-Gdpi={_DPI}")
    picture = _drawn(name, command, dot, timeout)
    if not picture.startswith(_BEGINNINGS[format]):
        msg = f"{name} drew no {format.upper()}: it printed {len(picture)} bytes of something else"
        raise LayoutError(msg)
    return picture.decode(errors="replace") if format == "svg" else picture


def installed(engine: str) -> str | None:
    """Return the path of an engine, or None.

    The folder of the running Python comes first: that is where an extra of argmap installs it.
    """
    here = os.path.dirname(sys.executable)  # noqa: PTH120 - a string, as shutil.which wants it
    return shutil.which(engine, path=here) or shutil.which(engine)


def known(engine: str) -> None:
    """Accept the name of an engine, be it installed or not.

    Raises:
        UnknownName: there is no engine of the name.
    """
    if engine not in ENGINES:
        hint = did_you_mean(engine, ENGINES) or f"there are {' and '.join(ENGINES)}"
        msg = f"there is no layout engine {engine!r}; {hint}"
        raise UnknownName(msg)


def _engine(format: str, wanted: str | None) -> tuple[str, str]:
    """Return name and path of the engine to use.

    Raises:
        EngineMissing: it is not installed, or does not draw the format.
        UnknownName: there is no engine of the name.
    """
    if wanted is not None:
        known(wanted)
    for name in [wanted] if wanted else ENGINES:
        path = installed(name)
        if path is not None and format in ENGINES[name]:
            return name, path
    if wanted is not None and format not in ENGINES[wanted]:
        msg = f"{wanted} draws {' and '.join(ENGINES[wanted])}, not {format}; dot (Graphviz) does"
        raise EngineMissing(msg)
    if format == "pdf":
        msg = (
            "PDF needs Graphviz: apt install graphviz, brew install graphviz, "
            "https://graphviz.org/download"
        )
        raise EngineMissing(msg)
    what = f"the layout engine {wanted} is" if wanted else "no layout engine is"
    msg = f"{what} not installed; {_HOW_TO_GET}" if wanted else f"{what} installed; {_HOW_TO_GET}"
    raise EngineMissing(msg)


def _drawn(name: str, command: Sequence[str], dot: str, timeout: float) -> bytes:
    """Return what the engine prints, at the second attempt if the first fails.

    In about one of a thousand very dense maps Graphviz loses an edge while it routes it, and gives
    up. With nodes that stand a little further apart it does not.

    Raises:
        LayoutError: it failed twice, or where there is nothing to try.
        LayoutTimeout: it took too long, both attempts together.
    """
    begun = monotonic()
    try:
        return _run(name, command, dot.encode(errors="replace"), timeout)
    except LayoutTimeout:
        raise
    except LayoutError:
        looser = with_more_room(dot)
        left = timeout - (monotonic() - begun)
        if looser == dot or left <= 0:
            raise
        return _run(name, command, looser.encode(errors="replace"), left)


def with_more_room(dot: str) -> str:
    """Return a diagram whose nodes stand half as far again apart; as it is if it does not say."""
    return _NODESEP.sub(lambda found: f"{found[1]}{float(found[2]) * 1.5:.3f}", dot, count=1)


def _run(name: str, command: Sequence[str], dot: bytes, timeout: float) -> bytes:
    """Return what the engine prints.

    It reads and writes files: pipes hold 4 kB at a time, and for a large map this process would
    wake hundreds of times and take as long as it took to write the DOT text.

    Raises:
        LayoutError: it failed.
        LayoutTimeout: it took too long.
    """
    try:
        with TemporaryFile() as graph, TemporaryFile() as drawn:
            graph.write(dot)
            graph.seek(0)
            complaint = _run_on_files(name, command, graph, drawn, timeout)
            drawn.seek(0)
            picture = drawn.read()
    except OSError as error:
        msg = f"{name} needs temporary files, and they cannot be made: {error.strerror or error}"
        raise LayoutError(msg) from error
    if not picture:
        msg = f"{name} drew nothing{_last_words(complaint)}"
        raise LayoutError(msg)
    return picture


def _run_on_files(
    name: str, command: Sequence[str], graph: IO[bytes], drawn: IO[bytes], timeout: float
) -> bytes:
    """Return what the engine complains of.

    Raises:
        LayoutError: it failed.
        LayoutTimeout: it took too long.
    """
    try:
        # A session of its own, so that children of the engine can be stopped with it.
        process = subprocess.Popen(
            command,
            stdin=graph,
            stdout=drawn,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        msg = f"{name} ({Path(command[0]).name}) cannot be run: {error.strerror or error}"
        raise LayoutError(msg) from error
    with process:
        try:
            _, complaint = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired as error:
            _stop(process)
            msg = f"{name} took longer than {timeout:g} seconds; draw less (focus, depth, sections)"
            raise LayoutTimeout(msg) from error
        except BaseException:
            _stop(process)
            raise
    if process.returncode:
        msg = f"{name} failed (exit code {process.returncode}){_last_words(complaint)}"
        raise LayoutError(msg)
    return complaint


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process and those that it started."""
    if sys.platform == "win32":  # which has no process groups of this kind
        process.kill()
    else:
        with suppress(ProcessLookupError):  # it has ended meanwhile
            os.killpg(process.pid, signal.SIGKILL)


def _last_words(complaint: bytes) -> str:
    lines = [line for line in complaint.decode(errors="replace").splitlines() if line.strip()]
    said = "; ".join(terminal(line.strip()) for line in lines[-_LINES_OF_COMPLAINT:])
    return f": {said}" if said else ""
