"""Figures and tables of a page of results, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.samples import Spread


def seconds(spread: Spread | None) -> str:
    """Return seconds of CPU time; milliseconds where they are below one second."""
    if spread is None:
        return "-"
    if spread.high < 1:
        form = "{:.0f}" if spread.low > 0.1 else "{:.1f}"
        return f"{three(spread.scaled(1_000), form)} ms"
    return f"{three(spread, '{:.2f}')} s"


def three(spread: Spread | None, form: str) -> str:
    """Return the middle, and least and greatest where there was more than one round."""
    if spread is None:
        return "-"
    middle = form.format(spread.middle)
    if spread.rounds == 1:
        return f"{middle} (one run)"
    return f"{middle} ({form.format(spread.low)} to {form.format(spread.high)})"


def table(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """Return a table."""
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
