"""Which findings are one finding, from one run to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.reports.document import whole
from argmap.reports.examined import Examined


class Identity(NamedTuple):
    """What a finding is known by: its rule, its map and the element that it is about.

    Neither line, nor folder, nor the wording of the message is part of it. So it outlasts a
    statement that moves, a map that moves with its folder, and a text that is put in better words.
    The price: a second fault of one rule at one element looks like the first. Where that matters,
    they are counted.
    """

    rule: str
    #: Id of the map, else the name of its file without the folders.
    map: str
    #: None for a finding of the whole map.
    element: str | None

    @classmethod
    def of(cls, examined: Examined, finding: Diagnostic) -> Identity:
        """Return what a finding in a map is known by."""
        subject = None if finding.subject is None else whole(finding.subject)
        return cls(whole(finding.code), whole(examined.key), subject)

    @property
    def fingerprint(self) -> str:
        """The identity as 32 hexadecimal digits.

        >>> Identity("AM101", "ferry", "demand>ferry").fingerprint
        'c8add51c9a37bd262b37dd683ccfec18'
        """
        parts = [self.rule, self.map, *([] if self.element is None else [self.element])]
        # The length in front keeps two identities apart whose parts join to the same text.
        written = "".join(f"{len(part)}:{part}" for part in parts)
        return sha256(written.encode()).hexdigest()[:32]


def numbered(identities: Iterable[Identity]) -> Iterator[str]:
    """Yield the fingerprints of findings; of equal ones the second ends in `:2`, and so on.

    >>> lone = Identity("AM108", "ferry", None)
    >>> [fingerprint[32:] for fingerprint in numbered([lone, lone])]
    ['', ':2']
    """
    seen: Counter[str] = Counter()
    for identity in identities:
        fingerprint = identity.fingerprint
        seen[fingerprint] += 1
        number = seen[fingerprint]
        yield fingerprint if number == 1 else f"{fingerprint}:{number}"
