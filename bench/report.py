"""What was measured, for people: the table of a run, and the page that keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bench import budgets
from bench.budgets import Row
from bench.samples import Samples, Spread

TIMES = {
    "events": "bare events of libyaml",
    "yaml read": "argmap: read YAML",
    "yaml checked": "argmap: read YAML, check structure",
    "yaml every rule": "argmap: read YAML, every rule",
    "json read": "argmap: read JSON form",
    "json checked": "argmap: read JSON form, check structure",
    "arguebuf read": "arguebuf: read AIF",
    "arguebuf read untimed": "arguebuf: read AIF without timestamps",
    "arglib read": "arglib: read and validate its JSON",
    "arglib checked": "arglib: the same, and diagnostics",
}
MEMORY = {
    "yaml bytes": "argmap: YAML, places kept",
    "json bytes": "argmap: JSON form",
    "arguebuf bytes": "arguebuf: AIF",
    "arglib bytes": "arglib: its JSON",
}
_RATIOS = (
    ("argmap: read YAML / bare events", "yaml read", "events"),
    ("argmap: read JSON form / bare events", "json read", "events"),
    ("arguebuf: read AIF / argmap: read JSON form, check", "arguebuf read", "json checked"),
    (
        "arguebuf: read AIF without timestamps / argmap: read YAML, check",
        "arguebuf read untimed",
        "yaml checked",
    ),
    ("arglib: read, validate / argmap: read YAML, check", "arglib read", "yaml checked"),
    ("arglib: and diagnostics / argmap: read YAML, check", "arglib checked", "yaml checked"),
    ("arglib: and diagnostics / argmap: read JSON, check", "arglib checked", "json checked"),
)
STARTUP = (
    "pass",
    "version",
    "version by python -m",
    "check",
    "check by python -m",
)
PARTS = {
    "engine": "the layout engine",
    "ours": "DOT text, running the engine, finishing the SVG",
    "DOT text": "of it DOT text",
    "description": "description in words",
}
_VERDICTS = {True: "met", False: "MISSED", None: "not measured"}


class Run(NamedTuple):
    """What a page tells of a run."""

    samples: Samples
    sizes: Sequence[int]
    rounds: int
    #: The rounds of each size that is read.
    rounds_of: Mapping[int, int]
    date: str
    #: What the figures depend on, by name.
    facts: Mapping[str, str]
    #: What could not be measured, and why.
    missing: Sequence[str]


def table(rows: Iterable[Row]) -> str:
    """Return the budgets as lines for a terminal."""
    return _aligned([("", "work", "case", "budget", "figure", ""), *map(_cells, rows)])


def _cells(row: Row) -> tuple[str, ...]:
    figure = "-" if row.figure is None else _figure(row.figure.middle, row)
    limit = f"{'>=' if row.least else '<='} {_figure(row.limit, row)}"
    return (row.code, row.what, row.case, limit, figure, _VERDICTS[row.met])


def _figure(value: float, row: Row) -> str:
    if row.unit == "%":
        return f"{value:.1f} %"
    if row.unit == "exponent":
        return f"n^{value:.3f}"
    return f"{value:.2f}" if row.unit == "times" else f"{value:.2f} {row.unit}"


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def page(run: Run) -> str:
    """Return the page of a run, in Markdown."""
    return _PAGE.format(
        date=run.date,
        rounds=run.rounds,
        rounds_of=", ".join(f"{many} at n = {size:,}" for size, many in run.rounds_of.items()),
        budgets=_budgets(run),
        times=_times(run),
        ratios=_ratios(run),
        memory=_memory(run),
        startup=_startup(run),
        drawing=_drawing(run),
        missing="".join(f"- {sentence}\n" for sentence in run.missing) or "- nothing\n",
        facts=_markdown(("what", "which"), run.facts.items()),
        checked=budgets.CHECKED,
    )


def _budgets(run: Run) -> str:
    rows = budgets.rows(run.samples, run.sizes)
    body = [(*_cells(row)[:5], _ends(row), _cells(row)[5]) for row in rows]
    head = ("", "work", "case", "budget", "figure", "least to greatest", "")
    return _markdown(head, body)


def _ends(row: Row) -> str:
    if row.figure is None:
        return ""
    return f"{_figure(row.figure.low, row)} to {_figure(row.figure.high, row)}"


def _times(run: Run) -> str:
    head = ("CPU time", *(f"n = {size:,}" for size in run.sizes), "growth")
    body = []
    for name, words in TIMES.items():
        spreads = [run.samples.spread(name, size) for size in run.sizes]
        if any(spreads):
            growth = run.samples.growth(name)
            grown = f"n^{growth.middle:.2f}" if growth else "-"
            body.append((words, *map(_seconds, spreads), grown))
    return _markdown(head, body)


def _ratios(run: Run) -> str:
    head = ("ratio", *(f"n = {size:,}" for size in run.sizes))
    body = []
    for words, above, below in _RATIOS:
        spreads = [run.samples.ratio(above, below, size) for size in run.sizes]
        if any(spreads):
            body.append((words, *(_three(spread, "{:.2f}") for spread in spreads)))
    return _markdown(head, body)


def _memory(run: Run) -> str:
    head = ("kB per statement", *(f"n = {size:,}" for size in run.sizes))
    body = []
    for name, words in MEMORY.items():
        spreads = [run.samples.spread(name, size) for size in run.sizes]
        if any(spreads):
            cells = [
                f"{spread.middle / size / 1_000:.2f}" if spread else "-"
                for spread, size in zip(spreads, run.sizes, strict=True)
            ]
            body.append((words, *cells))
    return _markdown(head, body)


def _startup(run: Run) -> str:
    body = [(name, _seconds(run.samples.spread(name, 0))) for name in STARTUP]
    return _markdown(("process", "CPU time"), body)


def _drawing(run: Run) -> str:
    head = ("CPU time", *(f"n = {size:,}" for size in budgets.DRAWN))
    body = []
    for engine in budgets.ENGINES:
        for name, words in PARTS.items():
            spreads = [run.samples.spread(f"{engine}: {name}", size) for size in budgets.DRAWN]
            if any(spreads):
                body.append((f"{engine}: {words}", *map(_seconds, spreads)))
        shares = [
            run.samples.ratio(f"{engine}: all of ours", f"{engine}: engine", size)
            for size in budgets.DRAWN
        ]
        if any(shares):
            cells = [_three(share and share.scaled(100), "{:.1f}") for share in shares]
            body.append((f"{engine}: our share with the description, %", *cells))
    return _markdown(head, body)


def _seconds(spread: Spread | None) -> str:
    if spread is None:
        return "-"
    if spread.high < 1:
        form = "{:.0f}" if spread.low > 0.1 else "{:.1f}"
        return f"{_three(spread.scaled(1_000), form)} ms"
    return f"{_three(spread, '{:.2f}')} s"


def _three(spread: Spread | None, form: str) -> str:
    """Return the middle, and least and greatest where there was more than one round."""
    if spread is None:
        return "-"
    middle = form.format(spread.middle)
    if spread.rounds == 1:
        return f"{middle} (one run)"
    return f"{middle} ({form.format(spread.low)} to {form.format(spread.high)})"


def _markdown(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


_PAGE = """\
# Results of `make bench`

Written by `make bench` on {date}. Do not edit: run it again.

## Budgets

The figure is the median of the ratios of all rounds.

{budgets}

Not measured in this run:

{missing}
## How to repeat

```sh
make bench                         # everything: four minutes of CPU time
make bench SIZES="1000 10000"      # fewer sizes: the page goes to build/bench/ instead
make bench ROUNDS=9                # more rounds
make bench ARGS=--strict           # exit code 1 where a budget is missed
```

The target makes `.venv` with argmap and `build/bench-venv` with the peers. The gate measures no
time.

## What was measured

**How.** Every figure is the CPU time (user and system) of one process. Each case and size runs in a
fresh process. A round runs all of them in turn, so that an hour of a busy machine falls on all of
them alike; ratios are taken within a round, and the median over the rounds counts. Rounds:
{rounds_of}; {rounds} for diagrams; three
times as many for start-up; above 20,000 statements one for arguebuf and for memory. Every case
first runs on a map of 12 statements, outside of its clock, so that imports do not count, except for
start-up. Garbage collection is as Python and each library have it.

**The maps** are made by `bench/generate.py`: the same number gives the same map. A tree of
conclusions with two reasons each, half of them linked; one statement in twelve is attacked, one
linked step in ten is undercut; most statements have a type, a place and a quotation. 100,000
statements are 18 MB, more than argmap reads by default: the cases raise its limit of size.

- **B1**: `argmap.read` of a file, places kept, and `argmap.rules.check` with the rules AM1xx and
  AM2xx that need nothing but the map and the schemes; over `yaml.CBaseLoader` of the same bytes and
  a loop over `get_event`, of which nothing is made. Growth: least squares over the logarithms.
- **B1t**: `argmap.examine`: the same with every rule.
- **B1j**: reading the JSON form of the same map, without checks, places only where something is
  wrong; the YAML form without checks over it. Higher is better.
- **B1p**: a peer reading the same graph in its own format, over B1's work. Higher is better.
- **B2**: resident memory after reading less before, after a full garbage collection each, the map
  held; what the allocator does not give back counts. 1 kB is 1,000 bytes.
- **B3**: whole processes, with warm caches and compiled modules, over `python -c pass` of the same
  environment. The script is the installed command `argmap`. The map that is checked has {checked}
  statements.
- **B4**: CPU time of the steps of `argmap.diagram` in its own process (graph, wrapping, DOT text,
  running the engine, finishing of the SVG) over the CPU time of the layout engine. The description
  in words, which is the outline of the map, is measured apart.

**The peers**, as they are shipped, on the same statements, steps and texts; each run makes sure
that the peer sees as many nodes and edges as were written. They get texts, kinds and edges, and no
types, places or sources, so they have less to read than argmap.

- **arguebuf** reads AIF JSON with `arguebuf.load.file`. It validates nothing and keeps no places in
  the file. Every node has a timestamp, as in the files that AIFdb hands out; arguebuf parses them,
  which takes about half of its time, so files without them were measured as well.
- **arglib** reads its own JSON with `arglib.io.load(validate=True)`, which looks for missing fields
  and undefined ids; `diagnostics()` adds cycles, components, degrees and reachability. It keeps no
  places in the file, and duplicate keys go unseen. Its format has no step of several premises: a
  warrant with the gate AND ties their relations together.

## Times

Median (least to greatest).

{times}

{ratios}

## Memory

{memory}

## Start-up

{startup}

## Diagrams

{drawing}

## Machine

{facts}
"""
