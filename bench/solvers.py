"""Programs that answer questions about frameworks, each as its documentation has it called.

The questions: `grounded` (the grounded extension), `status` (which arguments are in every, and
which in some preferred extension) and `stable` (one stable extension, if there is one). Making the
program's own structure of the framework is part of the work. None of the programs but argmap has
annotations that a type checker could find here, and each is imported only where it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, TypeAlias

from bench.graphs import Attacks

#: The grounded extension, those in every and those in some preferred extension, or one stable
#: extension or none.
Found: TypeAlias = Any
Solver: TypeAlias = Callable[[Attacks], Found]


class Refused(Exception):
    """A program says that it cannot answer."""


# --- argmap ------------------------------------------------------------------------------------


def _argmap(attacks: Attacks) -> Any:  # noqa: ANN401  (the peers' environment has no argmap)
    return import_module("argmap.semantics.frameworks.framework").Framework(
        attacks.names, attacks.pairs
    )


def _argmap_grounded(attacks: Attacks) -> Found:
    return _argmap(attacks).grounded()


def _argmap_status(attacks: Attacks) -> Found:
    held = [(name, one.value) for name, one in _argmap(attacks).acceptance("preferred").items()]
    every = [name for name, value in held if value == "sceptical"]
    return every, [*every, *(name for name, value in held if value == "credulous")]


def _argmap_stable(attacks: Attacks) -> Found:
    sets = _argmap(attacks).extensions("stable", most=1).sets
    return sets[0] if sets else None


# --- pygarg ------------------------------------------------------------------------------------


def _pygarg_status(attacks: Attacks) -> Found:
    solver = import_module("pygarg.dung.solver")
    pairs = [list(pair) for pair in attacks.pairs]
    names = list(attacks.names)
    every, some = (
        [name for name in names if accepted(names, pairs, name, "PR")[0]]
        for accepted in (solver.skeptical_acceptability, solver.credulous_acceptability)
    )
    return every, some


def _pygarg_listed(attacks: Attacks) -> Found:
    solver = import_module("pygarg.dung.solver")
    pairs = [list(pair) for pair in attacks.pairs]
    return _all_and_some(solver.extension_enumeration(list(attacks.names), pairs, "PR"))


def _pygarg_stable(attacks: Attacks) -> Found:
    solver = import_module("pygarg.dung.solver")
    pairs = [list(pair) for pair in attacks.pairs]
    found = solver.compute_some_extension(list(attacks.names), pairs, "ST")
    return None if found == "NO" else found


# --- clingo ------------------------------------------------------------------------------------

_CONFLICT_FREE = """
{ accepted(A) } :- argument(A).
beaten(A) :- attack(B, A), accepted(B).
:- accepted(A), beaten(A).
#show accepted/1.
"""
_ADMISSIBLE = _CONFLICT_FREE + ":- accepted(A), attack(B, A), not beaten(B).\n"
# Accepting whatever can be accepted, and no part of what was found before, gives the largest sets.
_PREFERRED = _ADMISSIBLE + "#heuristic accepted(A) : argument(A). [1, true]\n"
_STABLE = _CONFLICT_FREE + ":- argument(A), not accepted(A), not beaten(A).\n"


def _clingo(attacks: Attacks, program: str, *options: str) -> list[list[str]]:
    """Return the sets that answer a program."""
    facts = [f"argument({name})." for name in attacks.names]
    facts += [f"attack({source}, {target})." for source, target in attacks.pairs]
    control = import_module("clingo").Control(["--warn=none", *options])
    control.add("base", [], program + "".join(facts))
    control.ground([("base", [])])
    with control.solve(yield_=True) as models:
        return [
            [str(symbol.arguments[0]) for symbol in model.symbols(shown=True)] for model in models
        ]


def _clingo_status(attacks: Attacks) -> Found:
    options = ("--heuristic=Domain", "--enum-mode=domRec", "--models=0")
    return _all_and_some(_clingo(attacks, _PREFERRED, *options))


def _clingo_stable(attacks: Attacks) -> Found:
    found = _clingo(attacks, _STABLE, "--models=1")
    return found[0] if found else None


# --- formal-argumentation ----------------------------------------------------------------------


def _formal(attacks: Attacks) -> Any:  # noqa: ANN401  (it is not installed for type checkers)
    dung = import_module("argumentation.core.dung")
    return dung.ArgumentationFramework(frozenset(attacks.names), frozenset(attacks.pairs))


def _formal_grounded(attacks: Attacks) -> Found:
    return import_module("argumentation.core.dung").grounded_extension(_formal(attacks))


def _formal_status(attacks: Attacks) -> Found:
    solver = import_module("argumentation.solving.solver")
    framework = _formal(attacks)
    return tuple(
        [
            name
            for name in attacks.names
            if _said(
                solver.solve_dung_acceptance(
                    framework, semantics="preferred", task=task, query=name
                ),
                "answer",
            )
        ]
        for task in ("skeptical", "credulous")
    )


def _formal_listed(attacks: Attacks) -> Found:
    dung = import_module("argumentation.core.dung")
    return _all_and_some(dung.preferred_extensions(_formal(attacks)))


def _formal_stable(attacks: Attacks) -> Found:
    solver = import_module("argumentation.solving.solver")
    return _said(
        solver.solve_dung_single_extension(_formal(attacks), semantics="stable"), "extension"
    )


def _said(result: Any, what: str) -> Any:  # noqa: ANN401  (its results have no common type)
    """Return what a result of formal-argumentation says.

    Raises:
        Refused: it says why there is none.
    """
    if not hasattr(result, what):
        raise Refused(getattr(result, "reason", type(result).__name__))
    return getattr(result, what)


# --- PyArg -------------------------------------------------------------------------------------


def _pyarg(attacks: Attacks) -> Any:  # noqa: ANN401  (it is not installed for type checkers)
    classes = "py_arg.abstract_argumentation_classes"
    argument, defeat = (
        getattr(import_module(f"{classes}.{name.lower()}"), name) for name in ("Argument", "Defeat")
    )
    framework = import_module(f"{classes}.abstract_argumentation_framework")
    made = {name: argument(name) for name in attacks.names}
    defeats = [defeat(made[source], made[target]) for source, target in attacks.pairs]
    return framework.AbstractArgumentationFramework("", list(made.values()), defeats)


def _pyarg_extensions(attacks: Attacks, semantics: str) -> list[list[str]]:
    name = f"get_{semantics}_extensions"
    extensions = getattr(import_module(f"py_arg.algorithms.semantics.{name}"), name)
    return [[argument.name for argument in found] for found in extensions(_pyarg(attacks))]


def _pyarg_status(attacks: Attacks) -> Found:
    return _all_and_some(_pyarg_extensions(attacks, "preferred"))


def _pyarg_stable(attacks: Attacks) -> Found:
    found = _pyarg_extensions(attacks, "stable")
    return found[0] if found else None


def _all_and_some(extensions: Iterable[Iterable[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what is in all of the extensions, and what is in some; there is at least one."""
    sets = [frozenset(one) for one in extensions]
    return frozenset.intersection(*sets), frozenset.union(*sets)


#: By question and program. A program with two ways to an answer is there twice.
SOLVERS: Mapping[str, Mapping[str, Solver]] = {
    "grounded": {
        "argmap": _argmap_grounded,
        "formal-argumentation": _formal_grounded,
    },
    "status": {
        "argmap": _argmap_status,
        "pygarg": _pygarg_status,
        "pygarg, listing": _pygarg_listed,
        "clingo": _clingo_status,
        "python-argumentation": _pyarg_status,
        "formal-argumentation": _formal_status,
        "formal-argumentation, listing": _formal_listed,
    },
    "stable": {
        "argmap": _argmap_stable,
        "pygarg": _pygarg_stable,
        "clingo": _clingo_stable,
        "python-argumentation": _pyarg_stable,
        "formal-argumentation": _formal_stable,
    },
}


def answer(question: str, found: Found, attacks: Attacks) -> str:
    """Return what was found in the same words for every program.

    Of stable extensions any will do; whether it is one, is looked into here.
    """
    if question == "grounded":
        return _joined(found)
    if question == "status":
        return " | ".join(_joined(names) for names in found)
    if found is None:
        return "there is none"
    return "there is one" if is_stable(found, attacks) else f"{_joined(found)}, which is not stable"


def _joined(names: Iterable[str]) -> str:
    return " ".join(sorted(names))


def is_stable(names: Iterable[str], attacks: Attacks) -> bool:
    """Return whether these arguments attack all others, and none of themselves."""
    inside = frozenset(names)
    beaten = {target for source, target in attacks.pairs if source in inside}
    return inside.isdisjoint(beaten) and inside | beaten == frozenset(attacks.names)


def package(program: str) -> str:
    """Return the package that a program is in."""
    return program.split(",")[0]
