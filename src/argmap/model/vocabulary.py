"""The words of a map: fixed lists, spelled as the map file spells them."""

from enum import Enum


class Kind(Enum):
    """What a statement is in the structure of the argument."""

    #: Argued for in the map.
    CONCLUSION = "conclusion"
    #: Neutral: a conclusion where it has reasons, else a premise.
    CLAIM = "claim"
    #: Put forward without argument.
    PREMISE = "premise"
    #: Taken for granted, neither argued nor asserted.
    ASSUMPTION = "assumption"
    #: Reports what a source shows.
    EVIDENCE = "evidence"

    @property
    def called(self) -> str:
        """The kind in a sentence: `a claim`, `an assumption`, `evidence`."""
        article = {Kind.EVIDENCE: "", Kind.ASSUMPTION: "an "}.get(self, "a ")
        return f"{article}{self.value}"


class ClaimType(Enum):
    """What a claim is about."""

    FACT = "fact"
    CAUSAL = "causal"
    PREDICTION = "prediction"
    VALUE = "value"
    POLICY = "policy"
    DEFINITION = "definition"


class EvidenceType(Enum):
    """What was observed; why it bears on a claim is the scheme of the step that uses it."""

    STATISTIC = "statistic"
    POLL = "poll"
    STUDY = "study"
    EVENT = "event"
    DOCUMENT = "document"
    TESTIMONY = "testimony"
    EXPERT = "expert"


class Status(Enum):
    """Whether the author stands behind a statement."""

    ASSERTED = "asserted"
    #: Named, not asserted: "some fear that ...".
    RAISED = "raised"
    #: Taken away, to see what falls with it.
    REJECTED = "rejected"


class Leaves(Enum):
    """On what an unargued premise stands: the author's word, or only evidence."""

    AUTHOR = "author"
    EVIDENCE = "evidence"


class PremiseKind(Enum):
    """How a premise enters a step (Gordon, Prakken and Walton 2007); exceptions are undercuts."""

    ORDINARY = "ordinary"
    ASSUMPTION = "assumption"


class Verdict(Enum):
    """The answer to a critical question, from the step's point of view."""

    HOLDS = "holds"
    FAILS = "fails"
    WAIVED = "waived"


class ProofStandard(Enum):
    """How much it takes to establish a statement (Gordon and Walton 2009)."""

    SCINTILLA = "scintilla"
    DIALECTICAL_VALIDITY = "dialectical-validity"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"


class Grade(Enum):
    """Certainty of a body of evidence (GRADE, Guyatt et al. 2008)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"


class Effect(Enum):
    """What a critical question that fails does to a step (Pollock; Modgil and Prakken 2013)."""

    #: Attacks a premise.
    UNDERMINE = "undermine"
    #: Attacks the step itself.
    UNDERCUT = "undercut"
    #: Attacks what the step concludes.
    REBUT = "rebut"


class Position(Enum):
    """Where a step stands under its target; `AGAINST`, `DESPITE`, `UNLESS` and `ANSWER` attack."""

    #: A reason for a statement.
    BECAUSE = "because"
    #: An objection to a statement.
    AGAINST = "against"
    #: An objection that the author concedes and judges outweighed.
    DESPITE = "despite"
    #: A reason against a step (Pollock's undercut).
    UNLESS = "unless"
    #: A reason for a step (Toulmin's backing).
    BACKING = "backing"
    #: An attack made by answering a critical question with `fails`.
    ANSWER = "answer"
