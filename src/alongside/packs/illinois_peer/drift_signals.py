"""The signals that somebody's role drifts, each with the line it comes from. No source gives a number, so none is a score."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.law import Citation

from .sources_of_writing import answered, not_in_discharge, not_in_reports


@dataclass(frozen=True)
class Signal:
    """One signal. `says` is our sentence, `cite` the line it goes by, `ask` what a supervisor may ask about it."""

    id: str
    says: str
    cite: Citation
    ask: str

    @property
    def lines(self) -> tuple[Citation, ...]:
        """The line, for a page that prints several."""
        return (self.cite,)


PLANS = Signal(
    "plans", "Completed or signed treatment plans",
    answered(1, "the peer specialist should not be the person completing the treatment plan as it is misaligned with their role"),
    "Who could complete the plan, with the peer beside the person?",
)  # fmt: skip
LANGUAGE = Signal(
    "language", "Wrote of risk, intent or diagnosis",
    not_in_reports("Make clinical judgments (risk level, intent, diagnosis)"),
    "What was seen or said, and could the person be quoted?",
)  # fmt: skip
CONCLUSIONS = Signal(
    "conclusions", "Concluded about compliance or readiness",
    not_in_reports("Write conclusions about treatment compliance or readiness"),
    "What did the person do or say, and on which day?",
)  # fmt: skip
SIGN_OFFS = Signal(
    "sign_offs", "Signed off a discharge or an outcome",
    not_in_discharge("Sign off on discharge summaries or treatment outcomes"),
    "Who in the team signs, and what does the peer add, labeled?",
)  # fmt: skip
CLINICAL = Signal(
    "clinical_services", "Gave clinical services in a peer’s role",
    answered(4, "this does not mean that they should provide those services"),
    "Which of these would the peer rather have done as a peer, and who could do the rest?",
)  # fmt: skip
GROUPS = Signal(
    "groups", "Gave groups in the role of a CPRS that Medicaid is to pay",
    answered(2, "CPRS billing in substance use Medicaid is only for individuals."),
    "What pays for the group?",
)  # fmt: skip
ALONE = Signal(
    "alone", "The only or the last to report where clinical authority was needed",
    not_in_reports("Act as the sole or final reporter in situations requiring clinical authority"),
    "Who completed the clinical part, and how soon?",
)  # fmt: skip
DISCLOSURE = Signal(
    "disclosure", "Shared experience that was not relevant, or gave no hope",
    answered(5, "It is important that peer specialists only share lived experience that is relevant and that may offer an individual hope"),
    "What did the person need then, and what did they take away?",
)  # fmt: skip
SIGNALS = (PLANS, LANGUAGE, CONCLUSIONS, SIGN_OFFS, CLINICAL, GROUPS, ALONE, DISCLOSURE)
