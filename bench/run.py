"""Measures argmap against its budgets and its peers, and writes the page of results.

python -m bench.run --sizes 1000 10000 100000 --rounds 5
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.util import cache_from_source
from pathlib import Path

import argmap
from argmap.layout import installed
from bench import budgets, evaluation, evaluation_jobs, jobs, machine, report, source_jobs
from bench.files import SMALL, path
from bench.jobs import PEERS, Failed, Job
from bench.measuring import measure, say

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 5
_RESULTS = Path(__file__).with_name("RESULTS.md")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table of budgets and write the page.

    Returns:
        1 with `--strict` where a budget is missed, else 0.
    """
    wish = _arguments(arguments)
    engines = [engine for engine in budgets.ENGINES if installed(engine)]
    before = machine.load()
    facts = machine.facts(engines)
    peers = (*PEERS, *evaluation.PEERS)
    versions = machine.peer_versions(wish.peers, (*peers, "z3-solver"))
    present = {name: wish.peers for name in peers if name in versions}
    missing = [
        f"the layout engine {name}: not installed"
        for name in budgets.ENGINES
        if name not in engines
    ]
    missing += [f"{name}: not installed" for name in peers if name not in versions]
    missing.append("Argdown, which needs Node.js: argmap should be 5 times as fast")
    sizes = sorted(wish.sizes)
    say("writing the maps")
    expected = _prepared(wish.folder, [SMALL, budgets.CHECKED, *budgets.DRAWN, *sizes])
    # The settings of a project, this one's for instance, would be read with its maps.
    with tempfile.TemporaryDirectory() as outside:
        alone = Path(shutil.copy(path(wish.folder, budgets.CHECKED, "yaml"), outside))
        planned = _planned(wish, sizes, present, engines, alone)
        samples, answers, failures = measure(planned, expected)
    if not Path(cache_from_source(argmap.__file__)).exists():
        missing.append("start-up with compiled modules, which could not be kept: B3 is too high")
    (wish.folder / "samples.json").write_text(json.dumps(samples.plain()), encoding="utf-8")
    load = f"{before} before, {machine.load()} after the run"
    run = report.Run(
        samples=samples,
        answers=answers,
        sizes=sizes,
        rounds=wish.rounds,
        rounds_of={size: jobs.rounds_of(wish.rounds, size) for size in sizes},
        date=datetime.now(UTC).date().isoformat(),
        facts=facts | versions | {"load (1, 5, 15 minutes)": load},
        missing=[*missing, *failures],
    )
    whole = set(SIZES) <= set(sizes) and wish.rounds >= ROUNDS and not wish.only
    target = _RESULTS if whole else wish.folder / _RESULTS.name
    target.write_text(report.page(run), encoding="utf-8")
    rows = budgets.rows(samples, sizes)
    sys.stdout.write(f"{report.table(rows)}\n")
    say("written: bench/RESULTS.md" if whole else f"written: {target} (not a whole run)")
    return int(wish.strict and any(row.met is False for row in rows))


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure argmap against its budgets.")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N")
    parser.add_argument("--folder", type=Path, default=Path("build/bench"), help="for the maps")
    parser.add_argument(
        "--peers",
        type=Path,
        default=Path("build/bench-venv/bin/python"),
        metavar="PYTHON",
        help="an interpreter that has the peers",
    )
    parser.add_argument(
        "--only", nargs="+", metavar="WORD", help="only jobs that have one of these in their name"
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 where a budget is missed")
    return parser.parse_args(arguments)


def _planned(
    wish: argparse.Namespace,
    sizes: Sequence[int],
    peers: Mapping[str, Path],
    engines: Sequence[str],
    alone: Path,
) -> list[Job]:
    python = Path(sys.executable)
    readers = {name: peers[name] for name in PEERS if name in peers}
    solvers = {name: peers[name] for name in evaluation.PEERS if name in peers}
    planned = [
        *jobs.jobs(
            wish.folder,
            sizes,
            wish.rounds,
            python=python,
            peers=readers,
            engines=engines,
            alone=alone,
        ),
        *evaluation_jobs.jobs(wish.folder, sizes, wish.rounds, python=python, peers=solvers),
        *source_jobs.jobs(wish.folder, wish.rounds, python=python),
    ]
    return [job for job in planned if not wish.only or any(word in job.name for word in wish.only)]


def _prepared(folder: Path, sizes: Sequence[int]) -> Mapping[int, jobs.Expected]:
    """Return what is in the maps, after a process of its own has written them.

    Raises:
        Failed: it could not.
    """
    command = [sys.executable, "-m", "bench.prepare", str(folder), *map(str, sizes)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Failed(ended.stderr)
    return {int(size): counts for size, counts in json.loads(ended.stdout).items()}


if __name__ == "__main__":
    sys.exit(main())
