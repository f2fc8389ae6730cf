"""The command line: a guest that reads a wish, calls the pipeline and prints."""

from __future__ import annotations

import gc
import os
from typing import NoReturn

__all__ = ["run"]


def run() -> NoReturn:
    """Be the process `argmap`: run the command line of this process, and end it.

    A command lives for a moment. The collector looks for circles of dead values at its leisure, and
    the interpreter is not taken down piece by piece: each of the two costs as much time as checking
    a small map.
    """
    gc.set_threshold(100_000, 50, 100)
    from argmap.cli.program import main  # only now: loading it makes many values, and no garbage

    code = main()  # which leaves nothing unwritten
    os._exit(code)
