"""What a label rests on: the proof that an element is in."""

from __future__ import annotations

from typing import NamedTuple

from argmap.semantics.grounded import TRUE, Model
from argmap.semantics.program import Atom


class Proof(NamedTuple):
    """Why something holds.

    Whatever else is rejected, it holds as long as nothing in `needs` is, and all in `without` is.
    """

    #: The statements and steps that hold and are used, what is proved included.
    needs: frozenset[Atom]
    #: Statements and steps that would be in the way, were they not rejected.
    without: frozenset[Atom]


def proof(model: Model, atom: Atom) -> Proof:
    """Return what a statement or step that holds rests on. Linear in the size of the proof.

    What holds rests on the first rule that derived it: on what that rule needs to hold, and on why
    what it needs not to hold fails. What fails does so because each rule for it does: one thing
    that this rule needs fails, or one that it needs not to holds. Each was settled before, or fails
    together with it as they rest on nothing but each other, so that no proof goes in a circle.

    Args:
        model: the model, in which the atom holds.
        atom: what is to be proved.
    """
    program, values = model.program, model.values
    needs: set[Atom] = set()
    without: set[Atom] = set()
    seen = {atom}
    waiting = [atom]
    while waiting:
        here = waiting.pop()
        way = program.ways.get(here)
        element = here if way is None else way.statement
        causes: list[Atom] = []
        if values[here] == TRUE:
            rule = model.proved_by[here]
            causes = [*program.positive[rule], *program.negative[rule]]
            if element < program.elements:
                needs.add(element)
        elif here in model.rejected:
            without.add(element)
        else:
            causes = [model.failed_by[rule] for rule in program.rules_of[here]]
        for cause in causes:
            if cause not in seen:
                seen.add(cause)
                waiting.append(cause)
    return Proof(frozenset(needs), frozenset(without))
