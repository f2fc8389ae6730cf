"""The command line: a guest that reads a wish, calls the pipeline and prints."""

from argmap.cli.program import main, run

__all__ = ["main", "run"]
