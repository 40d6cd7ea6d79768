"""What the sources leave open, numbered as in the domain research: O1 is question 1."""

from alongside.law import Question

QUESTIONS = tuple(
    Question(number, text)
    for number, text in {
        1: "What 140.453(b)(4) to (8) says of QMHP, RSA and Peer Support Worker, and which tier supervises each.",
        2: "What 140.453 says in full of ACT and CST teams: composition, caseload, and whether a Peer Support Worker counts.",
        3: "What 132.145 says, and what follows when the only CRSS leaves: any time to cure it, any notice.",
        4: "How many hours of supervision 132.55(g)(4) asks for, and what is signed off: each note, the plan or the claim.",
        5: "Who completes and signs the IATP, from which day its 180 days count, and whether a crisis service needs a plan first.",
        6: "Which codes, modifiers, units, rates and group sizes apply, on site and off.",
        7: "What the HFS notice of 4 September 2024 says: whether a CRSS may give peer recovery support, unit, rate, supervision.",
        8: "Whether the bar on the same staff for the same patient reaches peer recovery support paid by Medicaid.",
        9: "Which hours of work and supervision a CPRS needs, what a CFPP needs, and from which day renewal counts.",
        10: "What follows from an ACT window that has passed, and how far back.",
        11: "Whether a last day at a month's end or on a weekend moves on, and what rehiring does.",
        12: "What the 590 opportunity says in each fiscal year, and how flexibility is recorded.",
        13: "Whether a CRSS who is an independent contractor may be billed as an MHP.",
        14: "Whether earlier or later documents of this Q & A series exist.",
        15: "What 140.452, 140.454 to 140.456 and 140.499 say, among it which services an independent practitioner may give.",
        16: "Whether 100 hours of training are enough, as the comparison of credentials says, or 110, as accredited programs are asked for.",
    }.items()
)  # fmt: skip
_BY_NUMBER = {question.number: question for question in QUESTIONS}


def question(number: int) -> Question:
    """The open question with this number."""
    return _BY_NUMBER[number]
