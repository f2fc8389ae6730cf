"""The command `argmap`: its commands, and how every fault becomes a message and an exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

import click

from argmap.cli.failure import Failure, reason
from argmap.cli.streams import (
    Closed,
    accept_any_character,
    complain,
    remark,
    settle,
    shown,
)
from argmap.errors import (
    InapplicableSemantics,
    LayoutError,
    SolverMissing,
    UnknownElement,
    UnknownName,
)
from argmap.version import __version__

# Each is a module of this package that defines a function of the same name, with _ for -.
_COMMANDS = {
    "check": "Find what is wrong with maps.",
    "convert": "Write a map in another form.",
    "diagram": "Draw a map.",
    "explain": "Explain a rule.",
    "fmt": "Lay out maps in one form.",
    "hangs-on": "Say what conclusions hang on.",
    "label": "Say which statements stand.",
    "locate": "Find words in sources.",
    "new": "Begin a map.",
    "outline": "Write a map as an outline.",
    "schema": "Print the JSON Schema of maps.",
    "source": "Index and audit sources; say what a map covers.",
    "strength": "Say how strong statements are.",
    "whatif": "Say what changes without something.",
    "why": "Say why a statement stands or does not.",
}

_USAGE, _INTERNAL, _INTERRUPTED, _CLOSED = 2, 3, 130, 141


class _Commands(click.Group):
    """A group that imports a command only when it is invoked."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"argmap.cli.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command, offering the nearest for one that does not exist.

        Raises:
            UsageError: there is no such command.
        """
        name = args[0]
        if name in _COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from argmap.spelling import did_you_mean  # of use only when something is misspelt

        hint = did_you_mean(name, _COMMANDS)
        message = f"there is no command {name!r}" + (f"; {hint}" if hint else "")
        raise click.UsageError(message, ctx)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  argmap check maps/
  argmap diagram maps/ferry.argmap.yaml -o ferry.svg
  argmap explain AM101

Exit codes: 0 clean, 1 findings or an invalid map, 2 wrong usage or a file that cannot be opened or
written, 3 a bug of argmap.""",
)
@click.version_option(__version__, message="argmap %(version)s")
@click.pass_context
def _program(context: click.Context) -> None:
    """Check, draw, outline and evaluate argument maps."""
    if context.invoked_subcommand is None:
        remark(f"{context.get_help()}\n")
        context.exit(_USAGE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    0 clean, 1 findings or an invalid map, 2 wrong usage or a file that cannot be opened or written,
    3 a bug of argmap; 130 when interrupted, 141 when the reader of standard output has gone.

    Args:
        arguments: without the name of the program; those of the process when not given.

    >>> main(["--version"])
    argmap 0.1.0
    0
    """
    accept_any_character()
    try:
        code = _program.main(arguments, prog_name="argmap", standalone_mode=False)
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except SystemExit as left:
        # click leaves by itself: well, having completed a word for a shell, or because whoever
        # read a help text has gone.
        return _CLOSED if left.code else 0
    except Closed:
        return _CLOSED
    except Exception as error:  # noqa: BLE001  (every other fault is told here, and only here)
        return _told(error)
    finally:
        settle()
    return int(code or 0)


def _told(error: Exception) -> int:
    """Say what went wrong and return the exit code."""
    match error:
        case click.UsageError():
            complain(error.format_message(), _try_help(error.ctx))
        case click.ClickException():
            complain(error.format_message())
        case Failure():
            complain(str(error), error.hint)
        case UnknownElement() | UnknownName() | InapplicableSemantics():
            complain(str(error))
        case LayoutError() | SolverMissing():
            complain(str(error))
        case OSError():
            complain(f"{error.filename}: {reason(error)}" if error.filename else reason(error))
        case _:
            _own_fault(error)
            return _INTERNAL
    return _USAGE


def _try_help(context: click.Context | None) -> str:
    return f"{context.command_path if context else 'argmap'} --help"


def _own_fault(error: Exception) -> None:
    if os.environ.get("ARGMAP_TRACEBACK"):
        import traceback  # takes as long to load as a small map takes to check

        remark(shown("".join(traceback.format_exception(error))))
    complain(
        f"internal error of argmap {__version__}: {type(error).__name__}: {error}",
        "this is a bug, not a fault of the map: please report it; "
        "with ARGMAP_TRACEBACK=1 argmap shows where it happened",
    )
