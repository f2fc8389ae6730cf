"""Values made without their constructors are the values that the constructors make."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from argmap.model import Anchor, Attack, Kind, Place, Position, Premise, Statement, Step, Support
from argmap.model.unchecked import unchecked

VALUES: dict[type, dict[str, Any]] = {
    Premise: {"statement": "a", "role": "effect"},
    Place: {"paragraph": 1, "sentence": 2, "last_paragraph": 3, "last_sentence": 4},
    Anchor: {"source": "s", "quote": "q"},
    Support: {"premises": (Premise("a"),), "linked": False},
    Attack: {"premises": (Premise("a"), Premise("b")), "linked": True, "weight": 0.5},
    Statement: {"id": "a", "kind": Kind.CLAIM, "text": "x", "tags": ("t",)},
    Step: {
        "id": "a>b",
        "target": "b",
        "position": Position.BECAUSE,
        "inference": Support(premises=[Premise("a")]),
    },
}


@pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
def test_they_are_equal_of_the_same_class_and_frozen(cls: Any) -> None:
    given = VALUES[cls]
    made, meant = unchecked(cls)(**given), cls(**given)
    assert made == meant
    assert made.__class__ is cls
    assert repr(made) == repr(meant)
    assert hash(made) == hash(meant)
    for field in attrs.fields(cls):
        assert getattr(made, field.name) == getattr(meant, field.name)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(made, field.name)
