"""Fixes: what can be mended in the text of a map, for certain or probably, and mending it.

To add one, write a function that makes a `Fix` of a finding, or None, and enter it by the code of
its rule in `proposals.PROPOSALS`. Whether the fix does any harm is tried for all of them alike.
"""

from argmap.fixes.edits import apply, chosen
from argmap.fixes.fix import Edit, Fix
from argmap.fixes.proposals import fixes
from argmap.fixes.repair import Repair, as_bytes, fixed
from argmap.fixes.unified import diff

__all__ = ["Edit", "Fix", "Repair", "apply", "as_bytes", "chosen", "diff", "fixed", "fixes"]
