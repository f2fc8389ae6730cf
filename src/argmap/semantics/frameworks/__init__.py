"""Abstract argumentation frameworks (Dung 1995): arguments, attacks, and what can be accepted."""
