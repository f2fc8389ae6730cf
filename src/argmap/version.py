"""The version, as a literal: asking the installed metadata costs half of the start-up."""

__version__ = "0.1.0"
