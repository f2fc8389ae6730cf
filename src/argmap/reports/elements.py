"""What reports of an evaluation say of the elements of a map, and of the evaluation as a whole."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.graphs import Graph
from argmap.model import Statement, Step
from argmap.reports.document import Json
from argmap.semantics.labelling import Label, Labels, Standing
from argmap.semantics.terms import Terms

_VERSION = 1


class Evaluated(NamedTuple):
    """A map that was evaluated, and on which terms."""

    #: What the map goes by: mostly the path of its file.
    name: str
    graph: Graph
    terms: Terms
    #: The name of the way in which it was evaluated.
    semantics: str
    #: That of argmap.
    version: str

    def head(self, evaluation: str, **more: Json) -> dict[str, Json]:
        """Return with what each JSON document of an evaluation begins."""
        terms, of_map = self.terms, self.graph.map
        leaves = of_map.leaves if terms.leaves is None else terms.leaves
        return {
            "version": _VERSION,
            "tool": {"name": "argmap", "version": self.version},
            "evaluation": evaluation,
            "map": {"file": self.name, "id": of_map.id},
            "terms": {
                "semantics": self.semantics,
                "leaves": leaves.value,
                "concessions": terms.concessions.value,
                "reject": list(terms.reject),
                **more,
            },
        }

    def ids(self, *, steps: bool) -> list[str]:
        """Return the ids of the main conclusions, the other statements, and the steps; each once.

        Of two elements with one id (AM102) it stands for the first.
        """
        names = [*self.graph.main, *(one.id for one in self.graph.map.statements)]
        names += [step.id for step in self.graph.steps] if steps else []
        return list(dict.fromkeys(names))

    def element(self, name: str) -> Statement | Step:
        """Return the statement or step of an id."""
        found = self.graph.find(name)
        assert found is not None  # these are ids of the map
        return found

    def kind(self, name: str) -> str:
        """Return what an element is, in a word or two; of a step, where it stands."""
        found = self.element(name)
        if isinstance(found, Step):
            return found.position.value
        main = "main " if found.id in self.graph.main else ""
        return f"{main}{found.kind.value}"

    def is_supportive(self, name: str) -> bool:
        """Return whether an element is no attack."""
        found = self.element(name)
        return not isinstance(found, Step) or found.is_support

    def described(self, name: str) -> dict[str, Json]:
        """Return what a JSON document says of an element in any case."""
        found = self.element(name)
        if isinstance(found, Step):
            return {
                "id": name,
                "sort": "step",
                "kind": found.position.value,
                "main": False,
                "target": found.target,
                "text": None,
            }
        return {
            "id": name,
            "sort": "statement",
            "kind": found.kind.value,
            "main": found.id in self.graph.main,
            "target": None,
            "text": found.text,
        }


def schema() -> str:
    """Return the JSON Schema (draft-07) of what is written of evaluations."""
    return (pkgutil.get_data("argmap.reports", "evaluation.schema.json") or b"").decode()


def standing_in_json(standing: Standing) -> dict[str, Json]:
    """Return a label, why it is so, and what causes it."""
    return {
        "label": standing.label.value,
        "reason": None if standing.reason is None else standing.reason.value,
        "causes": list(standing.causes),
    }


def summary(evaluated: Evaluated, labelling: Labels) -> Iterator[str]:
    """Yield how many main conclusions, statements and steps have each label, on one line."""
    graph = evaluated.graph
    groups: list[tuple[str, Iterable[str]]] = [
        ("main conclusion", graph.main),
        ("statement", dict.fromkeys(one.id for one in graph.map.statements)),
        ("step", dict.fromkeys(step.id for step in graph.steps)),
    ]
    told = [_counted(word, list(names), labelling) for word, names in groups if names]
    if told:
        yield " ".join(told)


def _counted(word: str, names: list[str], labelling: Labels) -> str:
    counts = Counter(labelling[name] for name in names)
    told = ", ".join(f"{counts[label]:,} {label.value}" for label in Label if counts[label])
    return f"{len(names):,} {word}{'' if len(names) == 1 else 's'}: {told}."


def label_counts(labelling: Labels, names: Iterable[str]) -> dict[str, Json]:
    """Return how many elements have each label."""
    counts = Counter(labelling[name] for name in names)
    return {label.value: counts[label] for label in Label}


#: What closes a table in which something may be out.
OUT = "What is out is not established, which does not say that it is false."
