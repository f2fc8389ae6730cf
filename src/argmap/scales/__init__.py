"""Published scales on which sources and statements are rated.

They are data, `scales.yaml` in this package; it is read when a scale is first asked for.
"""

from argmap.scales.admiralty import Admiralty, Judgement, Mark
from argmap.scales.loading import admiralty

__all__ = ["Admiralty", "Judgement", "Mark", "admiralty"]
