"""Writing the JSON form: the keys, their order and what is left out are those of the YAML."""

from __future__ import annotations

import json

from argmap.formats.native.structure import document
from argmap.formats.native.write import Written
from argmap.model import ArgumentMap


def write(argument_map: ArgumentMap) -> Written:
    r"""Return a map as JSON. Reading it gives an equal map. Linear in the size of the map.

    >>> from argmap.model import Kind, Statement
    >>> ferry = Statement(id="ferry", kind=Kind.CLAIM, text="The ferry runs.")
    >>> print(write(ArgumentMap(statements=[ferry])).text, end="")
    {
      "argmap": 1,
      "statements": {
        "ferry": {
          "claim": "The ferry runs."
        }
      }
    }
    """
    # `default` is asked for what is no dict, list or value: Data, an object of JSON.
    tree = document(argument_map)
    return Written(json.dumps(tree, ensure_ascii=False, indent=2, default=dict) + "\n")
