"""The page of the command line, made from the commands themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from argmap.cli import program
from argmap.escape import markdown

_INTRODUCTION = """\
# Command line

This page is made from the commands themselves: `argmap --help` and `argmap COMMAND --help` print
the same. `python -m argmap` is the same program.
"""


def pages() -> dict[str, str]:
    """Return the page by its path."""
    root = program._program
    with click.Context(root, info_name="argmap", **root.context_settings) as context:
        parts = [_INTRODUCTION, _epilog(root)]
        parts += [_command(command, context) for command in _commands(root, context)]
    return {"reference/command-line.md": "\n".join(parts)}


def _commands(group: click.Group, context: click.Context) -> Iterator[click.Command]:
    """Yield the commands of a group that are shown.

    Raises:
        LookupError: the group lists a command that it does not have.
    """
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        if command is None:
            msg = f"argmap lists a command {name!r} and does not have it"
            raise LookupError(msg)
        if not command.hidden:
            yield command


def _command(command: click.Command, parent: click.Context) -> str:
    """Return what is said of a command, and behind it of the commands that it has."""
    with click.Context(command, info_name=command.name, parent=parent) as context:
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        options = [parameter for parameter in command.get_params(context) if _is_shown(parameter)]
        rows = "".join(_row(option, context) for option in options)
        inner = _commands(command, context) if isinstance(command, click.Group) else ()
        more = [_command(each, context) for each in inner]
    part = (
        f"## {context.command_path}\n\n```text\n{usage}\n```\n\n"
        f"{_paragraphs(command.help or '')}\n"
        f"| option | what it does |\n|---|---|\n{rows}\n{_epilog(command)}"
    )
    return "\n".join([part, *more])


def _is_shown(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and not parameter.hidden


def _row(option: click.Parameter, context: click.Context) -> str:
    names, about = option.get_help_record(context) or ("", "")
    names = names.replace("|", "\\|")  # within code in a table as well
    told, _, rest = about.partition("[default: ")
    default = f" Default: `{rest.removesuffix(']')}`." if rest else ""
    return f"| `{names}` | {_prose(told.strip())}{default} |\n"


def _paragraphs(text: str) -> str:
    """Return a help text as Markdown: what click is told not to wrap becomes a block of code."""
    blocks = re.split(r"\n\s*\n", inspect.cleandoc(text))
    return "".join(f"{_block(block)}\n\n" for block in blocks)


def _block(block: str) -> str:
    if not block.startswith("\b\n"):
        return _prose(block)
    first, *lines = block.removeprefix("\b\n").splitlines()
    code = "\n".join(line.strip() for line in lines)
    return f"{first}\n\n```sh\n{code}\n```"


def _prose(text: str) -> str:
    """Return a text as Markdown that shows it as it is, options and patterns of files as code."""
    return re.sub(r"(?<!\w)--[a-z][a-z-]+|\\\*\.[a-z.]+\w", _code, markdown(text))


def _code(found: re.Match[str]) -> str:
    plain = found[0].lstrip("\\")
    return f"`{plain}`"


def _epilog(command: click.Command) -> str:
    return _paragraphs(command.epilog or "")
