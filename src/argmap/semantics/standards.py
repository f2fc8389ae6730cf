"""Proof standards: how much better the reasons for a statement must be than those against it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import field, frozen

from argmap.errors import InvalidValue
from argmap.model import ProofStandard


def _share(_: object, attribute: object, value: float) -> None:
    if not 0 <= value <= 1:
        msg = f"a threshold of a proof standard is from 0 to 1, not {value!r}"
        raise InvalidValue(msg)


@frozen(kw_only=True)
class Thresholds:
    """What clear and convincing proof, and proof beyond reasonable doubt, ask for.

    Gordon and Walton leave the numbers open; whoever shows a verdict shows them with it.
    """

    #: The best reason for a statement is above this.
    alpha: float = field(default=0.5, validator=_share)
    #: It is better than the best one against the statement by more than this.
    beta: float = field(default=0.3, validator=_share)
    #: Beyond reasonable doubt, the best reason against it is below this.
    gamma: float = field(default=0.3, validator=_share)


def meets(
    standard: ProofStandard,
    pro: Sequence[float],
    con: Sequence[float],
    thresholds: Thresholds | None = None,
) -> bool:
    """Return whether reasons of some weights meet a proof standard.

    With P and C the greatest weights for and against, 0 where there is none, a reason for the
    statement, and: for a scintilla nothing more; for dialectical validity nothing against it; for
    the preponderance of the evidence P > C; for clear and convincing proof also P > alpha and
    P - C > beta; beyond reasonable doubt also C < gamma. More for it never breaks a standard, nor
    does less against it. Weights are compared as they are written: .8 is not more than .3 above .5.

    Args:
        standard: the proof standard.
        pro: the weights, from 0 to 1, of the reasons for the statement that hold.
        con: the weights of those against it.
        thresholds: alpha, beta and gamma.

    References:
        Gordon and Walton 2009, Proof burdens and standards.

    >>> meets(ProofStandard.CLEAR_AND_CONVINCING, [0.8, 0.3], [0.4])
    True
    >>> meets(ProofStandard.BEYOND_REASONABLE_DOUBT, [0.8, 0.3], [0.4])
    False
    """
    if not pro:
        return False
    if standard is ProofStandard.SCINTILLA:
        return True
    if standard is ProofStandard.DIALECTICAL_VALIDITY:
        return not con
    best, worst = _decimal(max(pro)), _decimal(max(con, default=0.0))
    if standard is ProofStandard.PREPONDERANCE:
        return best > worst
    asked = thresholds or Thresholds()
    clear = best > _decimal(asked.alpha) and best - worst > _decimal(asked.beta)
    if standard is ProofStandard.CLEAR_AND_CONVINCING:
        return clear
    return clear and worst < _decimal(asked.gamma)


def _decimal(number: float) -> Decimal:
    return Decimal(repr(float(number)))
