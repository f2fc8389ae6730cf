"""What is found wrong with maps, told to people and to programs: diagnostics in, text out."""

from argmap.reports.concise import concise
from argmap.reports.frames import frames
from argmap.reports.summary import Skipped, summary

__all__ = ["Skipped", "concise", "frames", "summary"]
