"""What is found wrong with maps, told to people and to programs: diagnostics in, text out.

Each report is imported from its module: a clean map needs none of them, and a command that checks
it starts a good deal sooner.
"""
