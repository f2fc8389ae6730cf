"""What argmap raises. A fault of the caller is an exception; a fault of the map is a diagnostic.

```
ArgmapError
├── InvalidMap          (ValueError)    a map that cannot be read (in `argmap.diagnostics`)
├── InvalidValue        (ValueError)    a value that no map file could hold
├── InvalidFramework    (ValueError)    a text that is no argumentation framework
├── UnknownElement      (KeyError)      an id that the map does not have
├── UnknownName         (ValueError)    a rule, format, engine or scheme that does not exist
├── SolverMissing       (RuntimeError)  a question that needs a SAT solver, and none is installed
├── InapplicableSemantics (ValueError)  a semantics that does not know all that the map has in it
└── LayoutError         (RuntimeError)  a picture could not be drawn
    ├── EngineMissing                   no layout engine is installed
    └── LayoutTimeout                   the engine took longer than allowed
```

Files that cannot be opened raise the `OSError` that Python raises.
"""

from __future__ import annotations


class ArgmapError(Exception):
    """The root of every exception that argmap raises itself."""


class InvalidValue(ArgmapError, ValueError):
    """A value that the format cannot hold, refused by the constructor of a model class."""


class InvalidFramework(ArgmapError, ValueError):
    """A text that its format does not allow; `line` says where, counted from 1."""

    def __init__(self, message: str, line: int) -> None:
        """Keep the message, with the line before it, and the line."""
        super().__init__(f"line {line}: {message}")
        self.line = line


class UnknownElement(ArgmapError, KeyError):
    """An id that names nothing in the map."""

    def __str__(self) -> str:
        """Return the message without the quotes that KeyError puts around it."""
        return str(self.args[0])


class UnknownName(ArgmapError, ValueError):
    """A name from a fixed list (rule, format, engine, scheme) that is not on it."""


class SolverMissing(ArgmapError, RuntimeError):
    """No SAT solver is installed; the message says how to get one."""


class InapplicableSemantics(ArgmapError, ValueError):
    """A semantics that knows nothing of what the map has in it; the message says of what."""


class LayoutError(ArgmapError, RuntimeError):
    """The layout engine failed; the message says how."""


class EngineMissing(LayoutError):
    """No layout engine is installed; the message says how to get one."""


class LayoutTimeout(LayoutError):
    """The layout engine took longer than the time limit."""
