"""AM204 linked-with-one-premise: half of a linked step.

**What.** `from` is a list or a mapping, which says that the premises only work together, and there
is only one premise, assumptions included. Either the scheme of the step has two or more required
roles, or the step names no scheme. Where the scheme gets by with one premise, or is not known,
nothing is reported.

**Why.** The premise that is not stated is often the one that a critic would doubt. Writing it down,
if only as an assumption, makes it possible to ask for its grounds.

**Bad**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      from: {effect: safer-roads}
      scheme: positive-consequences
  safer-roads:
    premise: Fewer people would drive home drunk.
```

**Good**

```yaml
argmap: 1
statements:
  ferry:
    conclusion: The ferry should run at night.
    because:
      from: {effect: safer-roads, good: fewer-deaths}
      scheme: positive-consequences
  safer-roads:
    premise: Fewer people would drive home drunk.
  fewer-deaths:
    premise: It is good when fewer people die on the road.
```

**Reference.** Freeman 1991, Dialectics and the Macrostructure of Arguments; Walton 2006,
Fundamentals of Critical Argumentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, RuleInfo, Severity
from argmap.model import Inference
from argmap.rules.case import Case

if TYPE_CHECKING:
    from argmap.schemes import Scheme

RULE = RuleInfo(
    "AM204",
    "linked-with-one-premise",
    Severity.INFO,
    "half of a linked step",
    __doc__,
)
NEEDS: frozenset[str] = frozenset({"schemes"})


def check(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each linked step that has one premise and needs another."""
    for step, premises in case.steps:
        if len(premises) != 1 or not step.inference.linked:
            continue
        scheme = _scheme(case, step.inference)
        if step.inference.scheme is None or (scheme and len(scheme.required_roles) > 1):
            yield RULE.at(
                step.inference.span,
                f"{step.id} is marked linked but has one premise; state the missing one",
                subject=step.id,
                related=[case.related(premises[0], "its only premise")],
                hint=_hint(step.inference, scheme),
            )


def _scheme(case: Case, step: Inference) -> Scheme | None:
    return None if step.scheme is None else case.schemes.scheme(step.scheme)


def _hint(step: Inference, scheme: Scheme | None) -> str:
    if scheme is None:
        return "add the premise that makes the other one a reason, or write the id without a list"
    roles = {role.name: role for role in scheme.required_roles}
    for premise in step.premises:
        found = None if premise.role is None else scheme.role(premise.role)
        if found is not None:
            roles.pop(found.name, None)
    needed = "; ".join(f"{r.name}: {scheme.spelled_out(r.text)}" for r in roles.values())
    return f"{scheme.id} needs {needed}"
