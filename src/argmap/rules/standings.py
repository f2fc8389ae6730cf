"""How elements stand, in words: why one is not in, and what that goes back to in the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.diagnostics import Related
from argmap.rules.case import Case, listed

if TYPE_CHECKING:
    from argmap.semantics.labelling import Standing

# Reasons by their names: to compare with the values themselves would load the evaluation with the
# rules. Of these a cause can be named that fails for a reason of its own.
_PASSED_ON = frozenset({"unsupported", "premise-out"})


class Standings:
    """The words for how the elements of a map stand."""

    def __init__(self, case: Case) -> None:
        """Keep the case."""
        self._case = case
        self._roots: dict[str, str] = {}

    def root(self, name: str) -> str:
        """Return what it goes back to that an element is not in; often the element itself.

        Of several causes the first is followed. All questions together are O(size of the map).
        """
        path: dict[str, None] = {}
        here = name
        while here not in self._roots and here not in path:
            path[here] = None
            standing = self._case.labelling.standing(here)
            if not standing.causes or _reason(standing) not in _PASSED_ON:
                break
            here = standing.causes[0]
        root = self._roots.get(here, here)
        self._roots.update(dict.fromkeys(path, root))
        return root

    def by_a_fault(self, name: str) -> bool:
        """Return whether it goes back to a step that is not well formed, which is an error."""
        return _reason(self._case.labelling.standing(self.root(name))) == "ill-formed"

    def told(self, name: str) -> str:
        """Return label, reason and causes of an element: `out (defeated): a!b speaks against it`.

        What it goes back to is told behind it, where that is another element.
        """
        return "; ".join(self._sentences(name))

    def _sentences(self, name: str) -> Iterator[str]:
        root = self.root(name)
        if self._case.labelling.standing(name).causes == (root,):  # what is said of it says that
            label, _, _ = self._words(name).partition(":")
            yield label
        else:
            yield self._words(name)
        if root != name:
            yield f"{root} is {self._words(root)}"

    def _words(self, name: str) -> str:
        standing = self._case.labelling.standing(name)
        label = standing.label.value
        if standing.reason is None:
            return f"{label}: what speaks for it holds, and nothing that counts against it does"
        if label == "undecided":
            return f"{label}: {_why(standing)}"
        return f"{label} ({_reason(standing)}): {_why(standing)}"

    def places(self, name: str) -> list[Related]:
        """Return the places of what keeps an element from being in, and of what that goes back to.

        They name no element: else a waiver at one cause would stand for all that it causes.
        """
        found: dict[str, str] = {}
        root = self.root(name)
        if root != name:
            found[root] = f"{root} is {self._words(root)}"
        for about in dict.fromkeys((root, name)):
            for cause in self._case.labelling.standing(about).causes:
                label = self._case.labelling[cause].value
                found.setdefault(cause, f"{cause} is {label}")
        return [Related(message, self._case.place(cause)) for cause, message in found.items()]


def _reason(standing: Standing) -> str:
    return "" if standing.reason is None else standing.reason.value


def _why(standing: Standing) -> str:
    causes = standing.causes
    if not causes:
        return _WITHOUT_CAUSE[_reason(standing)]
    names, label = listed(causes), standing.label.value
    speak, are = ("speak", "are") if len(causes) > 1 else ("speaks", "is")
    against = f"{names} {speak} against it" + (f" and {are} {label}" if label != "out" else "")
    return {
        "defeated": against,
        "undercut": against,
        "premise-out": f"{names} {are} {label}",
        "unsupported": "no reason for it holds" if label == "out" else f"{names} {are} {label}",
        "circular": "all that speaks for it leads back to it",
    }[_reason(standing)]


_WITHOUT_CAUSE = {
    "rejected": "the map rejects it",
    "unsupported": "nothing that holds speaks for it",
    "ill-formed": "a premise is missing, or is no statement of the map",
}
