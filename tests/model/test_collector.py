"""Pausing the garbage collector: whatever happens inside, it is afterwards as it was before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from argmap.model.collector import collector_paused


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was_enabled else gc.disable)()


def test_it_goes_on_afterwards() -> None:
    gc.enable()
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_exception() -> None:
    gc.enable()
    with pytest.raises(ZeroDivisionError), collector_paused():
        _ = 1 / 0
    assert gc.isenabled()


def test_a_pause_inside_a_pause_does_not_end_it() -> None:
    gc.enable()
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    with collector_paused():
        pass
    assert not gc.isenabled()


def test_what_was_made_is_old_and_garbage_among_it_is_still_collected() -> None:
    gc.enable()
    with collector_paused():
        made: list[object] = [[] for _ in range(10_000)]
        made.append(made)
    assert gc.get_count()[0] < 1_000
    assert gc.get_freeze_count() == 0
    del made
    assert gc.collect() > 0


def test_what_the_caller_has_frozen_stays_frozen() -> None:
    gc.enable()
    gc.freeze()
    frozen = gc.get_freeze_count()
    with collector_paused():
        made = [[] for _ in range(100)]  # type: ignore[var-annotated]  # what is in them is all one
    assert gc.get_freeze_count() == frozen
    assert len(made) == 100
