"""`argmap explain`: the page of a rule, or the list of all."""

from __future__ import annotations

import click

from argmap import pipeline
from argmap.cli.failure import Failure
from argmap.cli.streams import say, shown
from argmap.diagnostics import RuleInfo
from argmap.errors import UnknownName


@click.command(
    epilog="""\b
Examples:
  argmap explain AM101
  argmap explain dangling-reference
  argmap explain"""
)
@click.argument("rule", metavar="CODE_OR_NAME", required=False)
def explain(rule: str | None) -> int:
    """Explain a rule: what it finds, why that matters, and how to mend it.

    Without a rule, list all of them.
    """
    say(shown(_list() if rule is None else _page(_record(rule))))
    return 0


def _record(rule: str) -> RuleInfo:
    """Return the record of a rule.

    Raises:
        Failure: there is no such rule.
    """
    try:
        return pipeline.explain(rule)
    except UnknownName as error:
        raise Failure(str(error), "argmap explain") from error


def _list() -> str:
    """Return a line for each rule: code, severity, name and summary, in columns."""
    rules = list(pipeline.CATALOGUE.values())
    widest = max(len(rule.name) for rule in rules)
    return "".join(
        f"{rule.code}  {rule.severity.value:7}  {rule.name:{widest}}  {rule.summary}\n"
        for rule in rules
    )


def _page(rule: RuleInfo) -> str:
    """Return the page of a rule under a heading; its own first paragraph, if it is one, is cut."""
    first, _, rest = rule.page.partition("\n\n")
    body = rest if first.startswith(f"{rule.code} {rule.name}") else rule.page
    heading = f"{rule.code} {rule.name} ({rule.severity.value})\n{rule.summary}\n"
    return f"{heading}\n{body}\n" if body else heading
