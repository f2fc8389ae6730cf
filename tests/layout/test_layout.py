"""Layout engines: those that there are, and those that fail in every way there is."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from argmap import layout
from argmap.errors import EngineMissing, LayoutError, LayoutTimeout, UnknownName
from argmap.graphs import Graph
from argmap.views.diagram import diagram
from tests.views.sample_maps import small_map

DOT = 'digraph { a [label="ferry"]; a -> b }'


@pytest.fixture
def engines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that installs an engine which runs a shell script; no other is there."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))

    def install(name: str, script: str) -> Path:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return install


@pytest.mark.parametrize(
    "engine", [None, "graphviz-pure", pytest.param("dot", marks=pytest.mark.needs("dot"))]
)
def test_an_installed_engine_draws(engine: str | None) -> None:
    svg = layout.render(DOT, "svg", engine=engine)
    assert svg.startswith("<?xml")
    assert "ferry" in svg
    assert layout.render(DOT, "png", engine=engine).startswith(b"\x89PNG")


@pytest.mark.needs("dot")
def test_pdf_is_drawn_by_graphviz() -> None:
    assert layout.render(DOT, "pdf").startswith(b"%PDF")


def test_without_an_engine_the_error_says_how_to_get_one(engines: Any) -> None:
    with pytest.raises(
        EngineMissing,
        match=r'no layout engine is installed; get one with: pip install "argmap\[dot\]"',
    ):
        layout.render(DOT, "svg")
    with pytest.raises(EngineMissing, match="the layout engine dot is not installed"):
        layout.render(DOT, "svg", engine="dot")
    with pytest.raises(EngineMissing, match="PDF needs Graphviz: apt install graphviz"):
        layout.render(DOT, "pdf")


def test_pdf_is_not_asked_of_an_engine_that_draws_none(engines: Any) -> None:
    engines("graphviz-pure", "echo drawn")
    with pytest.raises(EngineMissing, match="PDF needs Graphviz"):
        layout.render(DOT, "pdf")
    with pytest.raises(EngineMissing, match="graphviz-pure draws svg and png, not pdf"):
        layout.render(DOT, "pdf", engine="graphviz-pure")


def test_the_preferred_engine_is_taken_and_the_other_if_it_is_named(engines: Any) -> None:
    engines("graphviz-pure", "/bin/cat > /dev/null; echo '<?xml pure'")
    engines("dot", "/bin/cat > /dev/null; echo '<?xml dot'")
    assert layout.render(DOT, "svg") == "<?xml pure\n"
    assert layout.render(DOT, "svg", engine="dot") == "<?xml dot\n"


def test_names_that_are_none(engines: Any) -> None:
    with pytest.raises(
        UnknownName, match="no layout engine 'neato'; there are graphviz-pure and dot"
    ):
        layout.render(DOT, "svg", engine="neato")
    with pytest.raises(UnknownName, match='did you mean "graphviz-pure"'):
        layout.render(DOT, "svg", engine="graphviz_pure")
    with pytest.raises(UnknownName, match="pictures come as svg, png, pdf, not 'gif'"):
        layout.render(DOT, "gif")  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo one >&2; echo two >&2; exit 3", r"graphviz-pure failed \(exit code 3\): one; two$"),
        ("/bin/cat > /dev/null", "graphviz-pure drew nothing$"),
        ("echo lost >&2", "graphviz-pure drew nothing: lost$"),
        ("/bin/cat > /dev/null; echo picture", "drew no SVG: it printed 8 bytes of something else"),
        ("kill -9 $$", r"failed \(exit code -9\)"),
        ("printf '\\033[31mred\\n' >&2; exit 1", r"<U\+001B>\[31mred$"),
    ],
)
def test_an_engine_that_fails_is_reported_with_its_last_words(
    engines: Any, script: str, message: str
) -> None:
    engines("graphviz-pure", script)
    with pytest.raises(LayoutError, match=message):
        layout.render(DOT, "svg")


def test_an_engine_that_reads_nothing_of_a_large_graph_is_no_trouble(engines: Any) -> None:
    engines("graphviz-pure", "echo '<?xml'")
    assert layout.render("x" * 1_000_000, "svg") == "<?xml\n"


def test_noise_on_stderr_does_not_matter_where_there_is_a_picture(engines: Any) -> None:
    engines("graphviz-pure", "echo warning >&2; echo '<?xml'")
    assert layout.render(DOT, "svg") == "<?xml\n"


def test_an_engine_that_hangs_is_stopped_with_its_children(engines: Any, tmp_path: Path) -> None:
    engines("graphviz-pure", f"/bin/sleep 60 & echo $! > {tmp_path}/child; wait")
    begun = time.monotonic()
    with pytest.raises(LayoutTimeout, match=r"graphviz-pure took longer than 0\.5 seconds"):
        layout.render(DOT, "svg", timeout=0.5)
    assert time.monotonic() - begun < 20
    child = int((tmp_path / "child").read_text())
    for _ in range(100):
        if not _runs(child):
            break
        time.sleep(0.05)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Return whether a process runs; one that has ended and was not waited for does not."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"


def test_an_engine_that_cannot_be_run_is_reported(engines: Any, tmp_path: Path) -> None:
    path = engines("graphviz-pure", "")
    path.write_bytes(b"\x00 no program")
    with pytest.raises(LayoutError, match=r"graphviz-pure .* cannot be run"):
        layout.render(DOT, "svg")


def test_without_room_for_temporary_files_the_error_says_so(
    engines: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    engines("graphviz-pure", "echo '<?xml'")

    def full() -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("argmap.layout.TemporaryFile", full)
    with pytest.raises(LayoutError, match="temporary files, and they cannot be made: No space"):
        layout.render(DOT, "svg")


def test_an_interrupt_stops_the_engine(engines: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    engines("graphviz-pure", "exec /bin/sleep 60")
    stopped = []

    def interrupted(self: Any, **_: object) -> Any:
        stopped.append(self)
        raise KeyboardInterrupt

    monkeypatch.setattr("subprocess.Popen.communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        layout.render(DOT, "svg")
    assert stopped[0].returncode == -9


DENSE = """\
digraph m {
\tgraph [bgcolor="#FFFFFF" nodesep=0.14 rankdir=LR]
\ta [label="nodesep=0.14"]
}
"""


def test_what_an_engine_cannot_lay_out_it_tries_once_more_with_more_room(
    engines: Any, tmp_path: Path
) -> None:
    """A stand-in fails at one distance, as Graphviz does with one dense map in a thousand."""
    engines(
        "graphviz-pure",
        f"/bin/cat > {tmp_path}/asked; echo x >> {tmp_path}/runs\n"
        f"if /bin/grep -q 'nodesep=0.14 rankdir' {tmp_path}/asked; then\n"
        "echo 'lost n1 s3 edge' >&2; exit 3; fi\necho '<?xml drawn'",
    )
    assert layout.render(DENSE, "svg") == "<?xml drawn\n"
    asked = (tmp_path / "asked").read_text()
    assert asked == DENSE.replace("nodesep=0.14 rankdir", "nodesep=0.210 rankdir")
    assert (tmp_path / "runs").read_text() == "x\n" * 2


def test_what_fails_twice_or_cannot_be_given_room_fails(engines: Any, tmp_path: Path) -> None:
    engines("graphviz-pure", f"echo x >> {tmp_path}/runs; echo lost >&2; exit 3")
    with pytest.raises(LayoutError, match=r"failed \(exit code 3\): lost"):
        layout.render(DENSE, "svg")
    assert (tmp_path / "runs").read_text() == "x\n" * 2
    with pytest.raises(LayoutError, match="lost"):
        layout.render(DOT, "svg")
    assert (tmp_path / "runs").read_text() == "x\n" * 3


def test_both_attempts_share_the_time_limit(engines: Any, tmp_path: Path) -> None:
    engines("graphviz-pure", f"echo x >> {tmp_path}/runs; /bin/sleep 0.7; exit 3")
    with pytest.raises(LayoutTimeout):
        layout.render(DENSE, "svg", timeout=1.0)
    assert (tmp_path / "runs").read_text() == "x\n" * 2


def test_a_timeout_is_not_tried_again(engines: Any, tmp_path: Path) -> None:
    engines("graphviz-pure", f"echo x >> {tmp_path}/runs; exec /bin/sleep 30")
    with pytest.raises(LayoutTimeout):
        layout.render(DENSE, "svg", timeout=0.2)
    assert (tmp_path / "runs").read_text() == "x\n"


def test_no_time_is_left_for_a_second_attempt(
    engines: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engines("graphviz-pure", f"echo x >> {tmp_path}/runs; exit 3")
    clock = iter([0.0, 99.0])
    monkeypatch.setattr(layout, "monotonic", lambda: next(clock))
    with pytest.raises(LayoutError, match="exit code 3"):
        layout.render(DENSE, "svg")
    assert (tmp_path / "runs").read_text() == "x\n"


def test_a_diagram_begins_so_that_it_can_be_given_more_room() -> None:
    """The attempt with more room knows where a diagram says how far nodes stand apart."""
    m = small_map()
    dot = diagram(m, Graph(m)).dot
    changed = layout.with_more_room(dot)
    assert changed == dot.replace("nodesep=0.14", "nodesep=0.210", 1)
    assert changed != dot
