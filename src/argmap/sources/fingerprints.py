"""Fingerprints of a text and its sentences, from which the words cannot be read.

A sentence is known again by the first 64 bits of the SHA-256 of its normal form. How alike two
sentences are is estimated by a SimHash of their word pairs: each pair of neighbouring words, in
small letters, gives 64 bits, and a bit of the SimHash is set where more than half of the pairs set
it. The angle between the two sets of pairs, seen as vectors, is estimated by the share of bits that
differ; the similarity is its cosine.

References:
    Charikar (2002), Similarity estimation techniques from rounding algorithms, section 3.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Sequence
from itertools import pairwise

#: A sentence with fewer words gets no fingerprint: it could be found by trying.
FEWEST_WORDS = 4
_BITS = 64
# A number with its marks, a word with an apostrophe, and an abbreviation are one word each.
_WORD = re.compile(r"[^\W_]+(?:['.,\u2019-][^\W_]+)*")
# The bits of a byte spread over lanes of 32 bits, so that many can be counted in one addition.
_LANE = 32
_SPREAD = [sum(1 << (bit * _LANE) for bit in range(8) if byte >> bit & 1) for byte in range(256)]


def words(text: str) -> list[str]:
    """Return the words of a text.

    >>> words("The U.S. won't pay 3.5 billion - F-35 or not.")
    ['The', 'U.S', "won't", 'pay', '3.5', 'billion', 'F-35', 'or', 'not']
    """
    return _WORD.findall(text)


def text_fingerprint(form: str) -> str:
    """Return the SHA-256 of a text in its normal form, in hexadecimal digits.

    >>> text_fingerprint("It rose.")[:8]
    'ba463c2c'
    """
    return hashlib.sha256(_bytes(form)).hexdigest()


def fingerprint(form: str) -> str:
    """Return the first 64 bits of the SHA-256 of a sentence in its normal form, in hexadecimal.

    >>> fingerprint("It rose.")
    'ba463c2c056e2996'
    """
    return hashlib.sha256(_bytes(form)).hexdigest()[:16]


def simhash(of: Sequence[str]) -> str:
    """Return the SimHash of the pairs of neighbouring words, in hexadecimal digits.

    O(n) in the number of words, of which there must be two.

    >>> simhash(["It", "rose"]) == simhash(["it", "Rose"])
    True
    """
    lanes = [0] * 8
    count = 0
    for one, other in pairwise(word.lower() for word in of):
        count += 1
        for at, byte in enumerate(hashlib.sha256(_bytes(f"{one} {other}")).digest()[:8]):
            lanes[at] += _SPREAD[byte]
    found = 0
    for lane in lanes:
        for bit in range(8):
            found = found << 1 | (2 * (lane >> (7 - bit) * _LANE & (1 << _LANE) - 1) > count)
    return f"{found:016x}"


def similarity(one: str, other: str) -> float:
    """Return how alike two sentences are, estimated from their SimHashes: from 0 to 1.

    >>> similarity("00000000000000ff", "00000000000000ff")
    1.0
    """
    differing = (int(one, 16) ^ int(other, 16)).bit_count()
    return max(0.0, math.cos(math.pi * differing / _BITS))


def _bytes(text: str) -> bytes:
    # A lone surrogate stands for a byte that was not UTF-8.
    return text.encode("utf-8", "surrogatepass")
