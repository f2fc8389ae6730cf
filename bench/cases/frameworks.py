"""B5, B6: questions about frameworks of nothing but arguments and attacks, to one program.

    python -m bench.cases.frameworks PROGRAM QUESTION DEGREE SECONDS SMALL FILE...

A peer runs in an environment of its own, without argmap. The question is asked about every file,
and the times are added up. After so many seconds of CPU time the system ends the process.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from bench.answers import is_none, refusal
from bench.clock import Measured, limit_seconds, tell
from bench.graphs import Attacks
from bench.solvers import SOLVERS, Found, Solver, answer

#: A short question is asked again until so many seconds are over, and the mean counts.
_REPEATED = 0.02


def ask(program: str, question: str, degree: int, files: Sequence[Path]) -> Measured:
    """Ask one program a question about each framework.

    There is a figure if it answers about all of them.

    Raises:
        ImportError: the program, or what it needs, is not installed.
    """
    solver = SOLVERS[question][program]
    seconds = 0.0
    answers: dict[str, str] = {}
    for file in files:
        attacks = Attacks.read(file)
        key = asked(question, file)
        try:
            found, taken = _timed(solver, attacks)
        except ImportError:  # it is not installed, or not whole: that is no answer
            raise
        except Exception as error:  # noqa: BLE001  (whatever a program raises is its answer)
            answers[key] = refusal(error)
        else:
            answers[key] = answer(question, found, attacks)
            seconds += taken
    refused = any(map(is_none, answers.values()))
    figures = {} if refused else {figure(program, question, degree): seconds}
    return Measured(figures, {}, answers)


def asked(question: str, file: Path) -> str:
    """Return what a question about the framework in a file is called."""
    return f"{question} of {file.stem}"


def figure(program: str, question: str, degree: int) -> str:
    """Return what the time of a program for a question is called."""
    return f"{program}: {question}, degree {degree}"


def _timed(solver: Solver, attacks: Attacks) -> tuple[Found, float]:
    """Return what a program found, and the mean CPU seconds that it took."""
    start = process_time()
    found = solver(attacks)
    taken, turns = process_time() - start, 1
    while taken < _REPEATED:
        solver(attacks)
        taken, turns = process_time() - start, turns + 1
    return found, taken / turns


def main(program: str, question: str, degree: int, seconds: int, files: Sequence[Path]) -> None:
    """Ask about the first file outside of the clock, then about the others."""
    limit_seconds(seconds)
    small, *wanted = files
    # The small framework stands for one, and the others for one as well.
    chosen = {small: [small], wanted[0]: wanted}
    tell(lambda file: ask(program, question, degree, chosen[file]), small, wanted[0])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), [*map(Path, sys.argv[5:])])
