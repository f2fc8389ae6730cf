"""The budgets, and whether what was measured keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, product
from typing import Literal, NamedTuple

from bench import evaluation
from bench.cases import evaluating, strengths
from bench.cases.frameworks import figure
from bench.samples import Samples, Spread
from bench.solvers import SOLVERS

#: Sizes of the maps that are drawn.
DRAWN = (200, 1_000)
#: The size of the map whose strengths are measured beside a peer.
WEIGHED = 10_000
#: The size of the map that the command line checks.
CHECKED = 60
ENGINES = ("graphviz-pure", "dot")

# Code, words, one figure, over another, limit, and whether the limit is the least.
_RATIOS = (
    ("B1", "read YAML and check structure / bare events", "yaml checked", "events", 2.5, False),
    ("B1t", "read YAML and run every rule / bare events", "yaml every rule", "events", 6, False),
    ("B1j", "read YAML / read JSON", "yaml read", "json read", 2, True),
    ("B1p", "arguebuf reads AIF / B1's work", "arguebuf read", "yaml checked", 3, True),
)

Unit = Literal["times", "exponent", "kB", "%"]


class Row(NamedTuple):
    """One figure beside its budget."""

    code: str
    what: str
    case: str
    #: None where it could not be measured.
    figure: Spread | None
    #: How much the middle may be.
    limit: float
    unit: Unit = "times"
    #: Whether the limit is the least that is wanted, and not the most.
    least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the budget is kept; None where it could not be measured."""
        if self.figure is None:
            return None
        middle = self.figure.middle
        return middle >= self.limit if self.least else middle <= self.limit


def rows(samples: Samples, sizes: Iterable[int]) -> list[Row]:
    """Return every budget with what was measured, in the order of the codes."""
    sizes = list(sizes)
    found = (
        _reading(samples, sizes),
        _memory(samples, sizes),
        _startup(samples),
        _drawing(samples),
        _labelling(samples, sizes),
        _status(samples, sizes),
        _frameworks(samples),
        _strength(samples),
    )
    return sorted(chain(*found), key=lambda row: row.code)


def _reading(samples: Samples, sizes: list[int]) -> Iterator[Row]:
    for code, what, above, below, limit, least in _RATIOS:
        for size in sizes:
            ratio = samples.ratio(above, below, size)
            yield Row(code, what, f"n = {size:,}", ratio, limit, least=least)
    if len(sizes) > 1:
        growth = samples.growth("yaml checked")
        yield Row("B1", "growth of B1 over n", _range(sizes), growth, 1.15, "exponent")


def _range(sizes: list[int]) -> str:
    return f"{min(sizes):,} to {max(sizes):,}"


def _memory(samples: Samples, sizes: list[int]) -> Iterator[Row]:
    for size in sizes:
        used = samples.spread("yaml bytes", size)
        each = used and used.scaled(1 / size / 1_000)
        yield Row("B2", "memory per statement, YAML", f"n = {size:,}", each, 4.5, "kB")


def _startup(samples: Samples) -> Iterator[Row]:
    for command, limit in (("version", 5), ("check", 10)):
        what = "argmap --version" if command == "version" else f"argmap check, n = {CHECKED}"
        for way, name in (("script", command), ("python -m", f"{command} by python -m")):
            ratio = samples.ratio(name, "pass", 0)
            yield Row("B3", f"{what} / python -c pass", way, ratio, limit)


def _drawing(samples: Samples) -> Iterator[Row]:
    for engine in ENGINES:
        for size in DRAWN:
            share = samples.combined(
                f"{engine}: ours", f"{engine}: engine", size, lambda ours, its: 100 * ours / its
            )
            what = f"our share of a diagram / {engine}"
            yield Row("B4", what, f"n = {size:,}", share, 30, "%")


def _labelling(samples: Samples, sizes: list[int]) -> Iterator[Row]:
    for size in sizes:
        ratio = samples.ratio("label", "yaml checked", size)
        yield Row("B5", "grounded labelling / B1's work", f"n = {size:,}", ratio, 0.5)
    if len(sizes) > 1:
        growth = samples.growth("label")
        what = "growth of the grounded labelling over n"
        yield Row("B5", what, _range(sizes), growth, 1.15, "exponent")
    peer, ours = (
        figure(program, "grounded", evaluation.GROUNDED_DEGREE)
        for program in ("formal-argumentation", "argmap")
    )
    most = max(evaluation.GROUNDED)
    ratio = samples.ratio(peer, ours, most)
    what = "grounded extension: formal-argumentation / argmap"
    yield Row("B5", what, f"{most:,} arguments", ratio, 2, least=True)


def _status(samples: Samples, sizes: list[int]) -> Iterator[Row]:
    for semantics in evaluating.SEMANTICS:
        for size in sizes:
            ratio = samples.ratio(f"conflicts {semantics}", "conflicts label", size)
            what = f"{semantics} status of every claim / grounded labelling"
            yield Row("B6", what, f"n = {size:,}, conflicts", ratio, 4)


def _frameworks(samples: Samples) -> Iterator[Row]:
    for question, words in evaluation.QUESTIONS.items():
        for count in evaluation.COUNTS[1:]:
            for degree in evaluation.DEGREES:
                ours, *others = (figure(name, question, degree) for name in SOLVERS[question])
                ratio = samples.over_least(ours, others, count)
                what = f"{words}: argmap / fastest peer"
                yield Row("B6", what, f"{count} arguments, degree {degree}", ratio, 1)


def _strength(samples: Samples) -> Iterator[Row]:
    for semantics, shape in product(strengths.SEMANTICS, strengths.SHAPES):
        peer, ours = (
            strengths.figure(program, semantics, shape)
            for program in ("formal-argumentation", "argmap")
        )
        ratio = samples.ratio(peer, ours, WEIGHED)
        what = f"{semantics}, from memory: formal-argumentation / argmap"
        case = f"n = {WEIGHED:,}, {strengths.SHAPES[shape]}"
        yield Row("B6g", what, case, ratio, 10, least=True)
