"""The native format: `*.argmap.yaml`, version 1."""

from argmap.formats.native.faults import FAULTS
from argmap.formats.native.read import read

NAME = "argmap"
SUFFIXES = (".argmap.yaml", ".argmap.yml")

__all__ = ["FAULTS", "NAME", "SUFFIXES", "read"]
