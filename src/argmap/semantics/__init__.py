"""What follows from who attacks whom: extensions of frameworks, and what they accept."""

from argmap.semantics.extensions import Acceptances, Extensions
from argmap.semantics.framework import Framework
from argmap.semantics.framework_files import FrameworkFormat, parse_framework, write_framework
from argmap.semantics.names import Acceptance, Semantics

__all__ = [
    "Acceptance",
    "Acceptances",
    "Extensions",
    "Framework",
    "FrameworkFormat",
    "Semantics",
    "parse_framework",
    "write_framework",
]
