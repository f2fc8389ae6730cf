"""Strengths from 0 to 1, and what they hang on."""
