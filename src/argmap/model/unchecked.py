"""Making frozen values swiftly, for readers that have checked every part already.

The constructor of a frozen attrs value runs converters and validators and sets each slot through a
lookup. A reader makes half a million values of parts that it has checked. Here a value is made as
one of a subclass that is not frozen, whose slots the interpreter sets without a call, and is
frozen by giving it its class: a statement takes a quarter of the time that its constructor takes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import NOTHING, Factory, fields

Value = TypeVar("Value")


def unchecked(cls: type[Value]) -> Callable[..., Value]:
    """Return a function that makes values of a frozen class from keyword arguments, unchecked.

    Give them by name: they stand in another order than in the constructor.

    Each argument must be what the constructor would store: lists are tuples already. Fields
    without a plain default must be given.

    >>> from argmap.model import Premise
    >>> unchecked(Premise)(statement="demand") == Premise("demand")
    True
    """
    attributes: Any = fields(cls)  # type: ignore[arg-type]  # an attrs class, which TypeVar hides
    scope: dict[str, Any] = {"new": object.__new__, "thawed": _thawed(cls), "frozen": cls}
    needed, defaults, lines = [], [], []
    for attribute in attributes:
        name, default = attribute.name, attribute.default
        if default is NOTHING or isinstance(default, Factory):  # type: ignore[arg-type]  # a class
            needed.append(name)
        else:
            scope[f"default_{name}"] = (
                default if attribute.converter is None else attribute.converter(default)
            )
            defaults.append(f"{name}=default_{name}")
        lines.append(f"value.{name} = {name}")
    source = "\n ".join(
        [
            # Not keyword-only, whose defaults Python looks up one by one.
            f"def make({', '.join([*needed, *defaults])}):",
            "value = new(thawed)",
            *lines,
            "value.__class__ = frozen",
            "return value",
        ]
    )
    exec(source, scope)  # names come from the classes of this package, as in attrs itself
    make: Callable[..., Value] = scope["make"]
    return make


def _thawed(cls: type) -> type:
    """Return a subclass of the same layout whose attributes can be set."""
    methods = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(cls.__name__, (cls,), {"__slots__": (), **methods})
