"""What a conclusion hangs on."""

from __future__ import annotations

from attrs import frozen

from argmap.semantics.critical_sets import CriticalSets, SinglePoints
from argmap.semantics.labelling import Standing


@frozen(kw_only=True)
class HangsOn:
    """What one element hangs on: what it falls with, alone or together."""

    #: Id of the element, as a rule a main conclusion.
    target: str
    standing: Standing
    #: What it falls with, each by itself.
    single_points: SinglePoints
    #: The smallest sets that it falls with.
    critical_sets: CriticalSets
