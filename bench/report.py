"""What was measured, for people: the table of a run, and the page that keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bench import budgets, evaluation, evaluation_report, markdown, source_report
from bench.answers import Answers
from bench.budgets import Row
from bench.markdown import seconds, three
from bench.page_text import PAGE
from bench.samples import Samples

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
    answers: Answers
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
    return PAGE.format(
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
        facts=markdown.table(("what", "which"), run.facts.items()),
        checked=budgets.CHECKED,
        maps=evaluation_report.maps(run.samples, run.sizes),
        contested=evaluation_report.contested(run.samples, run.sizes),
        grounded=evaluation_report.grounded(run.samples),
        questions=evaluation_report.questions(run.samples),
        peer_ratios=evaluation_report.ratios(run.samples),
        answers=evaluation_report.answers(run.answers),
        notes=evaluation_report.notes(run.answers),
        texts=source_report.texts(run.samples),
        anchors=source_report.anchors(run.samples),
        conflicts_per=evaluation.CONFLICTS_PER,
        seeds=len(evaluation.SEEDS),
        limit=evaluation.SECONDS,
        counts=", ".join(map(str, evaluation.COUNTS)),
        degrees=" or ".join(map(str, evaluation.DEGREES)),
        degree=evaluation.GROUNDED_DEGREE,
        warm=evaluation.WARM,
        cycles_per=evaluation.CYCLES_PER,
    )


def _budgets(run: Run) -> str:
    rows = budgets.rows(run.samples, run.sizes)
    body = [(*_cells(row)[:5], _ends(row), _cells(row)[5]) for row in rows]
    head = ("", "work", "case", "budget", "figure", "least to greatest", "")
    return markdown.table(head, body)


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
            body.append((words, *map(seconds, spreads), grown))
    return markdown.table(head, body)


def _ratios(run: Run) -> str:
    head = ("ratio", *(f"n = {size:,}" for size in run.sizes))
    body = []
    for words, above, below in _RATIOS:
        spreads = [run.samples.ratio(above, below, size) for size in run.sizes]
        if any(spreads):
            body.append((words, *(three(spread, "{:.2f}") for spread in spreads)))
    return markdown.table(head, body)


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
    return markdown.table(head, body)


def _startup(run: Run) -> str:
    body = [(name, seconds(run.samples.spread(name, 0))) for name in STARTUP]
    return markdown.table(("process", "CPU time"), body)


def _drawing(run: Run) -> str:
    head = ("CPU time", *(f"n = {size:,}" for size in budgets.DRAWN))
    body = []
    for engine in budgets.ENGINES:
        for name, words in PARTS.items():
            spreads = [run.samples.spread(f"{engine}: {name}", size) for size in budgets.DRAWN]
            if any(spreads):
                body.append((f"{engine}: {words}", *map(seconds, spreads)))
        shares = [
            run.samples.ratio(f"{engine}: all of ours", f"{engine}: engine", size)
            for size in budgets.DRAWN
        ]
        if any(shares):
            cells = [three(share and share.scaled(100), "{:.1f}") for share in shares]
            body.append((f"{engine}: our share with the description, %", *cells))
    return markdown.table(head, body)
