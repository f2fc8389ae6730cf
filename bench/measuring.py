"""Running the jobs of a run, round by round."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import jobs
from bench.answers import NOT_ASKED, Answers
from bench.jobs import Failed, GaveUp, Job
from bench.samples import Samples


class Outcome(NamedTuple):
    """What came of the jobs of a run."""

    samples: Samples
    answers: Answers
    #: Which jobs failed, and why.
    failures: list[str]


def measure(planned: Sequence[Job], expected: Mapping[int, jobs.Expected]) -> Outcome:
    """Run all jobs, round by round, and return what they measured and answered.

    A job that failed is not run again, nor is one that gave up run with a greater size.

    Raises:
        Failed: a job failed that may not.
    """
    # Once outside of the clock, so that caches are warm.
    for job in planned:
        if job.whole:
            jobs.outcome(job, {})
    found = _Found()
    rounds = max(job.rounds for job in planned)
    for turn in range(rounds):
        now = [job for job in planned if turn < job.rounds]
        say(f"round {turn + 1} of {rounds}: {len(now)} processes")
        for job in now:
            if found.wants(job):
                found.take(turn, job, expected.get(job.size, {}))
    failures = [f"{label}: {why}" for label, why in found.failed.items()]
    return Outcome(found.samples, found.answers, failures)


class _Found:
    """What the jobs have measured so far, and which failed."""

    def __init__(self) -> None:
        self.samples, self.answers = Samples(), Answers()
        self.failed: dict[str, str] = {}
        #: The size at which the jobs of a name gave up.
        self._given_up: dict[str, int] = {}

    def wants(self, job: Job) -> bool:
        """Return whether a job should be run, as neither it nor its like has failed before."""
        if _label(job) in self.failed:
            return False
        smaller = self._given_up.get(job.name, job.size)
        if smaller < job.size:
            why = f"{NOT_ASKED}it gave up at {smaller:,}"
            self.answers.add(job.program, dict.fromkeys(job.questions, why))
        return smaller >= job.size

    def take(self, turn: int, job: Job, expected: jobs.Expected) -> None:
        """Run a job and keep what comes of it.

        Raises:
            Failed: the job failed, and it may not.
        """
        try:
            measured = jobs.outcome(job, expected)
        except Failed as failure:
            if not job.may_fail:
                raise
            self.failed[_label(job)] = str(failure).replace(str(Path.cwd()), ".")
            if isinstance(failure, GaveUp):
                self._given_up[job.name] = job.size
                self.answers.add(job.program, dict.fromkeys(job.questions, str(failure)))
        else:
            self.samples.add(turn, job.size, measured.figures)
            self.answers.add(job.program, measured.answers)


def _label(job: Job) -> str:
    return f"{job.name} at {job.size:,}"


def say(words: str) -> None:
    """Tell who waits for a run what it is at."""
    sys.stderr.write(f"{words}\n")
