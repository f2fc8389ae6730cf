"""What was measured of evaluating maps and graphs, for people."""

from __future__ import annotations

from collections.abc import Sequence

from bench import evaluation
from bench.answers import Answers
from bench.cases import evaluating, frameworks, strengths
from bench.markdown import seconds, table, three
from bench.samples import Samples
from bench.solvers import SOLVERS

#: Times of argmap on the maps, in the order of the page.
MAPS = {
    "label": "grounded labelling",
    "conflicts label": "grounded labelling, conflicts",
    **{
        f"conflicts {name}": f"{name} status of every claim, conflicts"
        for name in evaluating.SEMANTICS
    },
    **{
        strengths.figure(
            program, semantics, shape, way
        ): f"{program}: {semantics} strength, {words}{way}"
        for semantics in strengths.SEMANTICS
        for shape, words in strengths.SHAPES.items()
        for way in strengths.WAYS
        for program in strengths.PROGRAMS
    },
}
UNDECIDED = "conflicts label: undecided"


def maps(samples: Samples, sizes: Sequence[int]) -> str:
    """Return the table of times on the generated maps and weighted graphs."""
    body = []
    for name, words in MAPS.items():
        spreads = [samples.spread(name, size) for size in sizes]
        if any(spreads):
            growth = samples.growth(name)
            grown = f"n^{growth.middle:.2f}" if growth else "-"
            body.append((words, *map(seconds, spreads), grown))
    return table(("CPU time", *(f"n = {size:,}" for size in sizes), "growth"), body)


def contested(samples: Samples, sizes: Sequence[int]) -> str:
    """Return in words how much of the maps with conflicts is undecided."""
    parts = []
    for size in sizes:
        left = samples.spread(UNDECIDED, size)
        if left is not None:
            pairs = evaluation.conflicts(size)
            parts.append(f"{pairs:,} pairs leave {left.middle:,.0f} of {size:,} undecided")
    return ", ".join(parts) or "not measured"


def questions(samples: Samples) -> str:
    """Return the tables of times for questions about frameworks, one for each degree."""
    parts = []
    for degree in evaluation.DEGREES:
        body = []
        for question, words in evaluation.QUESTIONS.items():
            for program in SOLVERS[question]:
                name = frameworks.figure(program, question, degree)
                spreads = [samples.spread(name, count) for count in evaluation.COUNTS]
                if any(spreads):
                    body.append((f"{words}: {program}", *map(seconds, spreads)))
        counts = (f"{count} arguments" for count in evaluation.COUNTS)
        parts.append(
            table((f"CPU time of {len(evaluation.SEEDS)}, degree {degree}", *counts), body)
        )
    return "\n\n".join(parts)


def grounded(samples: Samples) -> str:
    """Return the table of times for the grounded extension."""
    body = []
    for program in SOLVERS["grounded"]:
        name = frameworks.figure(program, "grounded", evaluation.GROUNDED_DEGREE)
        spreads = [samples.spread(name, count) for count in evaluation.GROUNDED]
        if any(spreads):
            growth = samples.growth(name)
            grown = f"n^{growth.middle:.2f}" if growth else "-"
            body.append((program, *map(seconds, spreads), grown))
    counts = (f"{count:,} arguments" for count in evaluation.GROUNDED)
    return table((f"CPU time of {len(evaluation.SEEDS)}", *counts, "growth"), body)


def ratios(samples: Samples) -> str:
    """Return the table of the times of peers over those of argmap."""
    body = []
    for question, words in evaluation.QUESTIONS.items():
        ours, *peers = SOLVERS[question]
        for program in peers:
            for degree in evaluation.DEGREES:
                above, below = (
                    frameworks.figure(name, question, degree) for name in (program, ours)
                )
                found = [samples.ratio(above, below, count) for count in evaluation.COUNTS]
                if any(found):
                    cells = (three(ratio, "{:.2f}") for ratio in found)
                    body.append((f"{words}, degree {degree}: {program}", *cells))
    counts = (f"{count} arguments" for count in evaluation.COUNTS)
    return table(("peer / argmap", *counts), body)


def answers(given: Answers) -> str:
    """Return who answered how much, and how many answers differ from those of most programs."""
    words = {"grounded": "grounded extension", **evaluation.QUESTIONS}
    asked = [
        *(
            (question, words[question], program)
            for question in SOLVERS
            for program in SOLVERS[question]
        ),
        *(
            (semantics, f"{semantics} strengths", program)
            for semantics in strengths.SEMANTICS
            for program in strengths.PROGRAMS
        ),
    ]
    tallies = [(what, program, given.tally(program, sort)) for sort, what, program in asked]
    body = [(what, program, tally.words()) for what, program, tally in tallies if tally]
    return table(("question", "program", "answered"), body)


def notes(given: Answers) -> str:
    """Return who refused or gave up, and why, and which answers differ from most, as a list."""
    lines = [*given.reasons(), *(f"otherwise than most: {each}" for each in given.otherwise())]
    return "".join(f"- {line}\n" for line in lines) or "- everybody answered, and all alike\n"
