"""`argmap check`: what is wrong with maps."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.examining import Checked, Source, checked
from argmap.cli.maps import maps, standard_input
from argmap.cli.reporting import tell
from argmap.cli.settings import SettingsOfMaps, joined, with_folders
from argmap.cli.streams import say, shown
from argmap.settings import FAIL_ON, OUTPUT_FORMATS, Settings
from argmap.text import Text

if TYPE_CHECKING:
    from argmap.reports.baseline import Baseline

# Of each pair one would have no effect, or undo what the other is for.
_APART = {
    "--diff": ("--baseline", "--write-baseline", "--output"),
    "--write-baseline": ("--baseline", "--output"),
}
# The rules that have fixes; the fixes themselves are loaded when one of these found something.
_FIXABLE = frozenset({"AM012", "AM020", "AM022", "AM101", "AM112", "AM513"})


@click.command(
    epilog="""\b
Examples:
  argmap check
  argmap check maps/ --fail-on warning --ignore AM6
  argmap check maps/ferry.argmap.yaml --fix
  argmap check --output-format sarif -o argmap.sarif
  argmap check --write-baseline baseline.json
  argmap check --baseline baseline.json
  cat ferry.argmap.yaml | argmap check - --stdin-filename ferry.argmap.yaml

CODES are separated by commas: codes (AM109), names (disconnected), beginnings of codes (AM1) or
ALL; whoever names a rule more closely decides.

Exit codes: 0 nothing as bad as --fail-on says, 1 something is, or --diff shows a change, 2 wrong
usage or settings, or a file that cannot be read or written, 3 a bug of argmap."""
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Not these rules.")
@click.option(
    "--severity",
    metavar="CODE=SEVERITY",
    multiple=True,
    help="Take findings of a rule as error, warning or info.",
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="The mildest finding that makes the exit code 1; error, if no setting says otherwise.",
)
@click.option("--exit-zero", is_flag=True, help="Do not let findings change the exit code.")
@click.option(
    "--output-format",
    type=click.Choice(OUTPUT_FORMATS),
    help="How to tell findings; full, if no setting says otherwise.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to use colour; auto heeds NO_COLOR and FORCE_COLOR.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write the findings to a file; the summary goes to standard error.",
)
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended for certain.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: mend also what may be meant so."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--baseline", metavar="FILE", help="Tell only of findings that are not in this file.")
@click.option("--write-baseline", metavar="FILE", help="Write all findings to this file.")
@with_folders
@click.option(
    "--stdin-filename",
    metavar="NAME",
    default="<stdin>",
    help="What to call the map on standard input; its settings are those of the folder in NAME.",
)
@click.option("--isolated", is_flag=True, help="Leave settings files aside.")
@click.option(
    "--show-settings", is_flag=True, help="Show each setting and where it comes from, and end."
)
def check(
    *,
    paths: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
    severity: Sequence[str],
    fail_on: str | None,
    exit_zero: bool,
    output_format: str | None,
    color: str,
    output: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    baseline: str | None,
    write_baseline: str | None,
    folders: Sequence[str],
    stdin_filename: str,
    isolated: bool,
    show_settings: bool,
) -> int:
    """Find what is wrong with maps.

    PATHS are files, folders, patterns, or - for standard input. In a folder and its folders every
    *.argmap.yaml, *.argmap.yml and *.argmap.json is checked; hidden ones are left out. Without
    PATHS, the current folder is checked.

    Settings stand in argmap.toml or in pyproject.toml under [tool.argmap], nearest upward from the
    map; variables such as ARGMAP_FAIL_ON go before them, and options before those.
    """
    given = {
        "--diff": diff,
        "--fix": fix,
        "--baseline": baseline is not None,
        "--write-baseline": write_baseline is not None,
        "--output": output is not None,
    }
    _refuse_what_does_not_go_together({name for name in given if given[name]}, unsafe=unsafe_fixes)
    settings = SettingsOfMaps(
        {
            "select": _joined(select),
            "ignore": _joined(ignore),
            "severity": _joined(severity),
            "fail-on": fail_on,
            "output-format": output_format,
            "sources": joined(folders),
        },
        isolated=isolated,
    )
    of_run = settings.of_folder(Path())
    if show_settings and not paths:
        return _show([("", of_run)])
    received = _Received(settings)
    found = maps(paths or ["."], stdin_filename, received)
    sources = [Source(each, settings.of(each)) for each in found]
    if show_settings:
        return _show([(each.name, each.settings) for each in sources])
    file, baseline_file = (_target(name, found) for name in (output, write_baseline))
    known = None if baseline is None else _baseline_in(baseline)
    if diff:
        code = _difference(sources, received.data, unsafe=unsafe_fixes)
        return 0 if exit_zero and code == 1 else code
    stream, written = sys.stdout, True
    if fix:
        written = _mend(sources, received.data, unsafe=unsafe_fixes)
        # The mended map takes standard output.
        stream = sys.stderr if received.data is not None else stream
    outcome = checked(sources)
    if baseline_file is not None:
        _write_baseline(outcome, baseline_file)
        return 0 if written else 2
    if known is not None and baseline is not None:
        outcome = _without_known(outcome, known, baseline)
    form = of_run.output_format
    closing = outcome.summary() + (_offered(outcome, sources) if form == "full" else "")
    tell(outcome.maps, closing, form=form, color=color, file=file, stream=stream)
    code = outcome.exit_code if written else 2
    return 0 if exit_zero and code == 1 else code


def _joined(codes: Sequence[str]) -> str | None:
    return ",".join(codes) if codes else None


def _refuse_what_does_not_go_together(given: set[str], *, unsafe: bool) -> None:
    """Refuse options of which one would have no effect.

    Raises:
        UsageError: two of them, or one alone, make no sense.
    """
    if unsafe and not given & {"--fix", "--diff"}:
        message = "--unsafe-fixes goes with --fix or --diff"
        raise click.UsageError(message)
    for one, others in _APART.items():
        for other in others:
            if {one, other} <= given:
                message = f"{one} and {other} do not go together"
                raise click.UsageError(message)


class _Received:
    """Reads the map on standard input, and keeps its bytes."""

    def __init__(self, settings: SettingsOfMaps) -> None:
        self._settings = settings
        self.data: bytes | None = None

    def __call__(self, name: str) -> Text:
        self.data = standard_input(self._settings.of(name).max_size)
        return Text.decode(name, self.data)


def _show(settings: Iterable[tuple[str, Settings]]) -> int:
    """Show settings as TOML; those that are the same for several maps once."""
    from argmap.escape import terminal  # as in `shown`
    from argmap.settings.shown import shown as toml

    names: dict[str, list[str]] = {}
    for name, each in settings:
        names.setdefault(toml(each), []).append(name)
    blocks = []
    for block, of in names.items():
        more = f" and {len(of) - 1:,} more" if len(of) > 1 else ""
        blocks.append(f"# {terminal(of[0])}{more}\n{block}" if of[0] else block)
    say(shown("\n".join(blocks)))
    return 0


def _target(name: str | None, sources: Iterable[Path | Text]) -> Path | None:
    if name is None:
        return None
    from argmap.cli.output import target  # most checks write no file

    return target(name, sources)


def _difference(sources: Sequence[Source], stdin: bytes | None, *, unsafe: bool) -> int:
    """Show what fixes would change, and return the exit code."""
    from argmap.cli.fixing import mended, show  # most checks fix nothing

    changed = show(mended(sources, stdin, unsafe=unsafe))
    return 2 if checked(sources).unread else int(changed)


def _mend(sources: list[Source], stdin: bytes | None, *, unsafe: bool) -> bool:
    """Mend maps, those among the sources too; return whether all could be written."""
    from argmap.cli.fixing import mended, write  # most checks fix nothing

    done = mended(sources, stdin, unsafe=unsafe)
    after = {one.source.name: one.after for one in done if isinstance(one.source.map, Text)}
    for number, source in enumerate(sources):
        if isinstance(source.map, Text):
            now = after.get(source.name, source.map)
            sources[number] = Source(now, source.settings)
    return write(done)


def _offered(outcome: Checked, sources: Sequence[Source]) -> str:
    """Return a line that says what could be fixed, if anything could."""
    codes = {found.code for one in outcome.maps for found in one.diagnostics}
    if not codes & _FIXABLE:
        return ""
    from argmap.cli.fixing import offered  # reads the maps again

    return offered(outcome.maps, sources)


def _baseline_in(file: str) -> Baseline:
    from argmap.cli.baselines import baseline_in

    return baseline_in(file)


def _without_known(outcome: Checked, known: Baseline, file: str) -> Checked:
    from argmap.cli.baselines import without_known

    return without_known(outcome, known, file)


def _write_baseline(outcome: Checked, file: Path) -> None:
    from argmap.cli.baselines import write_baseline

    write_baseline(outcome, file)
