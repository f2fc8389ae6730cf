"""Files that are small to describe and large to read: answered within time and memory all the same.

The gate checks those that take a moment; `make deep` all of them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.hostile.recipes import DEEP, GATE
from tests.hostile.running import apart, assert_held

RECIPES = GATE | DEEP if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else GATE


@pytest.mark.parametrize("name", RECIPES)
def test_a_bomb_is_answered_within_time_and_memory(tmp_path: Path, name: str) -> None:
    recipe = RECIPES[name]
    made = recipe.make()
    path = tmp_path / "bomb.argmap.yaml"
    path.write_bytes(made.encode() if isinstance(made, str) else made)
    ended = apart("check", path)
    assert_held(ended, (recipe.code,))
    assert re.search(recipe.says, ended.said)
