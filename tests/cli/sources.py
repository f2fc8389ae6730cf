"""What commands write of sources, held to its schema."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

from argmap.reports.sources import schema

Draft7Validator.check_schema(json.loads(schema()))
_VALIDATOR = Draft7Validator(json.loads(schema()))


def read_json(text: str) -> dict[str, Any]:
    """What a command wrote, held to the schema of sources."""
    found: dict[str, Any] = json.loads(text)
    fault = best_match(_VALIDATOR.iter_errors(found))
    assert fault is None, fault and fault.message
    assert text.isascii()
    return found
