"""What every test may lean on: the Hypothesis profiles, golden files, and programs it needs."""

import difflib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

GOLDEN = Path(__file__).parent / "golden"

# What the library wrote is compared, never run as a doctest.
collect_ignore = ["golden"]

# A slow draw is the fault of a busy machine, not of the map that was drawn.
_SLOW_IS_FINE = (HealthCheck.too_slow,)

# The gate: the same few examples each time, so that it fails for a reason in the change.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=40,
    suppress_health_check=_SLOW_IS_FINE,
)
# The search: the full counts, new examples each time.
settings.register_profile(
    "deep",
    deadline=None,
    max_examples=300,
    suppress_health_check=_SLOW_IS_FINE,
)
# For mutants, each of which runs these tests again: whether a law breaks is all that is asked, so
# what broke it is not made smaller.
settings.register_profile(
    "mutants",
    derandomize=True,
    deadline=None,
    max_examples=20,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=_SLOW_IS_FINE,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the golden files of the tests that run; then read the difference",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip each test whose `needs` mark names a program that this machine has not."""
    for item in items:
        for mark in item.iter_markers("needs"):
            program = mark.args[0]
            if shutil.which(program) is None:
                reason = f"needs {program}, which is not installed"
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True)
def _without_settings_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables that argmap reads are those that a test sets."""
    for name in [name for name in os.environ if name.startswith("ARGMAP_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """A function `golden(name, content)` that holds content to the file `tests/golden/<name>`.

    Text is compared as UTF-8, byte for byte. Under `--update-golden` the file is rewritten.
    """
    update: bool = request.config.getoption("--update-golden")

    def hold(name: str, content: str | bytes) -> None:
        __tracebackhide__ = True
        path = GOLDEN / name
        found = content.encode() if isinstance(content, str) else content
        again = f"pytest {request.node.nodeid.partition('[')[0]} --update-golden"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found)
        elif not path.is_file():
            pytest.fail(f"there is no tests/golden/{name} yet; write it: {again}", pytrace=False)
        elif (kept := path.read_bytes()) != found:
            difference = _difference(kept, found, name)
            hint = f"if the new one is right, keep it: {again}"
            pytest.fail(f"tests/golden/{name} differs; {hint}\n\n{difference}", pytrace=False)

    return hold


def _difference(kept: bytes, found: bytes, name: str) -> str:
    """The difference of two contents: by line if both are text, else the first byte."""
    try:
        old, new = kept.decode(), found.decode()
    except UnicodeDecodeError:
        return _first_byte(kept, found)
    if (lines := old.splitlines()) == (fresh := new.splitlines()):
        return f"only line ends differ; {_first_byte(kept, found)}"
    return "\n".join(difflib.unified_diff(lines, fresh, f"golden/{name}", "now", lineterm=""))


def _first_byte(kept: bytes, found: bytes) -> str:
    """The place where two different contents part, with a few bytes of each."""
    at = next((i for i, (a, b) in enumerate(zip(kept, found, strict=False)) if a != b), None)
    at = min(len(kept), len(found)) if at is None else at
    return (
        f"{len(kept)} bytes kept, {len(found)} now; they part at byte {at}:\n"
        f"  golden {kept[at : at + 16]!r}\n"
        f"  now    {found[at : at + 16]!r}"
    )
