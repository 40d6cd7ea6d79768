"""What the sources leave open, numbered as in the domain research."""

from alongside.law import Question

from .readings_of_monitoring import QUESTIONS_OF_MONITORING

QUESTIONS = tuple(
    Question(number, text)
    for number, text in {
        1: "Whether a short stay in jail, a hospital, a nursing home or another institution ends residence in the community.",
        2: "Which result of the Children's Long Term Care Functional Screen means eligible for CRS.",
        4: "The last acceptable day for the annual functional screen.",
        5: "Which license, certificate, education or experience each kind of provider must have by ForwardHealth Update 2010-94.",
        6: "What F-02565 asks, and how often it asks a background check to be done again.",
        7: "Whether the support plan of the older page is still asked for.",
        8: "Whether the six-month and annual updates have a grace period.",
        9: "Whether an early update starts the cycle anew.",
        10: "How soon a note must be written, who must sign besides its writer, and how groups and travel are noted.",
        11: "Whether training before employment, or before a transfer into CRS, counts.",
        12: "From which day the last 12 months of a training exemption are counted back.",
        13: "By when the discharge summary must be written.",
        14: "What makes a discharge planned or unplanned, and whether a guardian signs in the participant's place.",
        15: "Whether the provider or the county or Tribal agency sends the incident form to the Division.",
        16: "Which incidents belong to which category, and by when each must be reported.",
        17: "By when the list of enrollments and discharges must be returned.",
        18: "How 20 percent is rounded, and whether at least one participant is drawn.",
        23: "Which codes, units and limits apply, and how minutes are rounded to 15-minute units.",
        24: "What the room and board rate spreadsheet asks for, and how it reckons.",
        25: "What a business day is, and whether a last day on a weekend or a holiday moves on.",
        26: "Whether the duties of Action Memo 2019-15 that the current page does not repeat still bind.",
        27: 'Which twelve months "served within the last year" means.',
        28: "Since when Action Memo 2023-10, and with it one sample of 20 percent, is in force.",
        30: "Which functional screen counts at which age: the page allows either, the adult screen's instructions begin at 18.",
        31: "Whether the older discharge page, with its 90 days and its written notice, still binds.",
        32: "Whether a service plan update must still follow a meeting in person.",
        33: "Whether exempted hours count toward the ten.",
        34: "Whether the Division grants the exemption: it decides on each request.",
        35: "Which places, besides the settings the page names, are in the community.",
        36: "How soon after a participant says they want to work the search for a job must begin.",
        37: "Which activities, besides those the page lists, its services cover.",
        40: "Whether a service given by somebody whose orientation training is open may be billed, and whether training after the three months mends it.",
        60: "Which providers are non-specified ones, whose agreement is on F-00312A.",
        70: "Whether a packet needs the notice of 42 CFR 2.32, which is asked of disclosures with consent: an audit is one "
        "without. It goes with the packet unless the program says that no such records are in it.",
        **QUESTIONS_OF_MONITORING,
    }.items()
)
_BY_NUMBER = {question.number: question for question in QUESTIONS}


def question(number: int) -> Question:
    """The open question with this number."""
    return _BY_NUMBER[number]
