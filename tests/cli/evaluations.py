"""A map to evaluate, and reading what the commands say of it as JSON."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

from argmap.reports.elements import schema

#: `ferry` stands on `demand`; `cost` is answered, `noise` and `calm` keep each other in balance.
FERRY = """\
argmap: 1
id: ferry
main: ferry
sources:
  poll: {title: Who would come}
statements:
  ferry:
    conclusion: The ferry should run at night.
    because: [demand, {id: jobs-step, from: jobs, unless: robots}]
    against: cost
    despite: boats
  demand: {evidence: Many would use it., at: poll p1}
  jobs: {premise: Night workers need it.}
  robots: {claim: The boats need no crew.}
  cost: {claim: It costs a lot., against: subsidy}
  subsidy: {premise: The town pays.}
  boats: {premise: Fewer boats sail by night.}
  noise: {premise: The quay would be loud., against: calm}
  calm: {premise: The quay would be calm., against: noise}
"""

_VALIDATOR = Draft7Validator(json.loads(schema()))
Draft7Validator.check_schema(json.loads(schema()))


def read_json(text: str) -> dict[str, Any]:
    """What a command wrote, held to the schema of evaluations."""
    found: dict[str, Any] = json.loads(text)
    fault = best_match(_VALIDATOR.iter_errors(found))
    assert fault is None, fault and fault.message
    assert text.isascii()
    return found


def chain(length: int) -> str:
    """A map in which each statement rests on the next."""
    rows = [f"  s{n}: {{conclusion: Number {n}., because: s{n + 1}}}" for n in range(length - 1)]
    return "\n".join(
        ["argmap: 1", "main: s0", "statements:", *rows, f"  s{length - 1}: {{premise: Last.}}", ""]
    )
