"""Making frozen values swiftly, for readers that have checked every part already.

The constructor of a frozen attrs value runs converters and validators and sets each slot through a
lookup. A reader makes half a million values of parts that it has checked; setting the slots
directly costs a third.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import NOTHING, Factory, fields

Value = TypeVar("Value")


def unchecked(cls: type[Value]) -> Callable[..., Value]:
    """Return a function that makes values of a frozen class from keyword arguments, unchecked.

    Each argument must be what the constructor would store: lists are tuples already. Fields
    without a plain default must be given.

    >>> from argmap.model import Premise
    >>> unchecked(Premise)(statement="demand") == Premise("demand")
    True
    """
    attributes: Any = fields(cls)  # type: ignore[arg-type]  # an attrs class, which TypeVar hides
    scope: dict[str, Any] = {"new": object.__new__, "cls": cls}
    parameters, lines = [], ["value = new(cls)"]
    for attribute in attributes:
        name, default = attribute.name, attribute.default
        if default is NOTHING or isinstance(default, Factory):  # type: ignore[arg-type]  # a class
            parameters.append(name)
        else:
            scope[f"default_{name}"] = (
                default if attribute.converter is None else attribute.converter(default)
            )
            parameters.append(f"{name}=default_{name}")
        scope[f"set_{name}"] = _slot(cls, name).__set__
        lines.append(f"set_{name}(value, {name})")
    source = f"def make(*, {', '.join(parameters)}):\n " + "\n ".join([*lines, "return value"])
    exec(source, scope)  # names come from the classes of this package, as in attrs itself
    make: Callable[..., Value] = scope["make"]
    return make


def _slot(cls: type, name: str) -> Any:  # noqa: ANN401 - a member descriptor has no type of its own
    return next(base.__dict__[name] for base in cls.__mro__ if name in base.__dict__)
