"""What is run in a round of evaluating maps and graphs: each case, size and program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

from bench.cases import frameworks, strengths
from bench.evaluation import (
    CONFLICTS,
    COUNTS,
    DEGREES,
    GROUNDED,
    GROUNDED_DEGREE,
    SECONDS,
    SEEDS,
    SLOW,
    WARM,
)
from bench.files import SMALL, framework_path, path
from bench.jobs import LARGE, Job, rounds_of
from bench.solvers import SOLVERS, package

#: argmap is not given up: the run would fail.
_ARGMAP_SECONDS = 900


def jobs(
    folder: Path, sizes: Sequence[int], rounds: int, *, python: Path, peers: Mapping[str, Path]
) -> Iterator[Job]:
    """Yield the jobs of a run.

    Args:
        folder: where the maps and graphs lie.
        sizes: of the maps that are evaluated.
        rounds: of the cases that are neither large nor slow.
        python: the interpreter that has argmap.
        peers: the interpreter that has each of the other programs, by the name of its package.
    """
    pythons = {"argmap": python, **peers}
    for size in sizes:
        some = rounds_of(rounds, size)
        for name, form in (("label", "yaml"), *((each, "conflicts") for each in CONFLICTS)):
            files = [str(path(folder, each, form)) for each in (SMALL, size)]
            command = [str(python), "-m", "bench.cases.evaluating", name, *files]
            yield Job(
                name, size, command, some, sees="conflicts" if form == "conflicts" else "argmap"
            )
        yield from _strengths(folder, size, some, pythons)
    for question in SOLVERS:
        yield from _questions(folder, question, rounds, pythons)


def _strengths(folder: Path, size: int, rounds: int, pythons: Mapping[str, Path]) -> Iterator[Job]:
    for program in strengths.PROGRAMS:
        ours = program == "argmap"
        if program not in pythons or (size > LARGE and not ours):
            continue
        limit = _limit(program)
        for shape, semantics in product(strengths.SHAPES, strengths.SEMANTICS):
            form = shape if ours else f"{shape}-graph"
            files = [str(path(folder, each, form)) for each in (SMALL, size)]
            command = [program, semantics, shape, str(limit), *files]
            yield Job(
                strengths.figure(program, semantics, shape),
                size,
                [str(pythons[program]), "-m", "bench.cases.strengths", *command],
                rounds,
                may_fail=not ours,
                sees=shape,
                program=program,
                questions=[strengths.asked(semantics, shape, size)] if size <= LARGE else [],
                seconds=limit,
            )


def _questions(
    folder: Path, question: str, rounds: int, pythons: Mapping[str, Path]
) -> Iterator[Job]:
    grounded = question == "grounded"
    programs = [name for name in SOLVERS[question] if package(name) in pythons]
    for program in programs:
        slow = package(program) in SLOW and not grounded
        limit = _limit(program)
        for degree in (GROUNDED_DEGREE,) if grounded else DEGREES:
            small = framework_path(folder, SMALL if slow else WARM, degree, 0)
            for count in GROUNDED if grounded else COUNTS:
                files = [framework_path(folder, count, degree, seed) for seed in SEEDS]
                wish = [program, question, str(degree), str(limit), *map(str, [small, *files])]
                yield Job(
                    frameworks.figure(program, question, degree),
                    count,
                    [str(pythons[package(program)]), "-m", "bench.cases.frameworks", *wish],
                    1 if slow else rounds,
                    may_fail=program != "argmap",
                    program=program,
                    questions=[frameworks.asked(question, file) for file in files],
                    seconds=limit,
                )


def _limit(program: str) -> int:
    return _ARGMAP_SECONDS if program == "argmap" else SECONDS
