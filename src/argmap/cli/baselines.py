"""Baseline files: reading what was found before, and writing what is found now."""

from __future__ import annotations

from pathlib import Path

from argmap.cli.examining import Checked
from argmap.cli.failure import Failure, reason
from argmap.cli.output import deliver
from argmap.cli.streams import remark, shown
from argmap.errors import InvalidValue
from argmap.reports.baseline import Baseline, read, write


def baseline_in(file: str) -> Baseline:
    """Return the baseline in a file.

    Raises:
        Failure: there is none that can be read.
    """
    again = f"write it anew: argmap check --write-baseline {file}"
    try:
        return read(Path(file).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        message = f"the baseline {file} does not exist"
        raise Failure(message, f"write it: argmap check --write-baseline {file}") from error
    except OSError as error:
        message = f"the baseline {file} cannot be read: {reason(error)}"
        raise Failure(message) from error
    except UnicodeDecodeError as error:
        message = f"{file}: the baseline is not UTF-8"
        raise Failure(message, again) from error
    except InvalidValue as error:
        message = f"{file}: {error}"
        raise Failure(message, again) from error


def without_known(checked: Checked, baseline: Baseline, file: str) -> Checked:
    """Return what is new, and say how much of the baseline is gone."""
    gone = len(baseline.gone(checked.whole))
    if gone:
        entries = "1 finding" if gone == 1 else f"{gone:,} findings"
        remark(f"note: no longer there: {entries} of {shown(file)}\n")
        remark(f"help: write it anew: argmap check --write-baseline {shown(file)}\n")
    new = baseline.new(checked.maps)
    known = sum(len(one.diagnostics) for one in checked.maps)
    known -= sum(len(one.diagnostics) for one in new)
    return Checked(new, checked.whole, known)


def write_baseline(checked: Checked, path: Path) -> None:
    """Write all findings that count as the baseline of the next check.

    Raises:
        Failure: it cannot be written, or some map could not be read.
    """
    if checked.unread:
        message = f"{path} is not written: what could not be read has findings that nobody knows"
        raise Failure(message)
    deliver(write(checked.maps), path)
    count = sum(len(one.diagnostics) for one in checked.maps)
    findings = "1 finding" if count == 1 else f"{count:,} findings"
    places = "1 map" if len(checked.maps) == 1 else f"{len(checked.maps):,} maps"
    remark(f"Wrote {findings} of {places} to {shown(str(path))}.\n")
