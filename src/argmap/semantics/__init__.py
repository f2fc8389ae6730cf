"""What a map says: which conclusions stand, how strongly, and what they hang on.

Nothing is imported here: who labels a map has no use for what searches for its extensions.
"""
