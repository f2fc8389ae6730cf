"""The command line: a guest that reads a wish, calls the pipeline and prints."""

from argmap.cli.program import main

__all__ = ["main"]
