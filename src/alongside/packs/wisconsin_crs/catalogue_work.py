"""Supported employment in the catalogue: what it covers, and the principles it follows, each a check."""

from alongside.packs.catalogue import Entry, Limit, Topic

from .sources import page

TERMS = "Terms and definitions"
COMPETITIVE = page(TERMS, "The focus is community jobs anyone can apply for that pay at least minimum wage.")


def _helps(quote: str, looks_like: str) -> Topic:
    return Topic(page(TERMS, quote), looks_like)


SUPPORTED_EMPLOYMENT = Entry(
    kind="supported_employment",
    name="Supported employment",
    summary="Help to get and keep a good job, soon, and for as long as it is wanted. It follows Individual Placement and "
    "Support (IPS).",
    cite=page(TERMS, "This service covers activities needed to help participants get and keep a good job."),
    covers=(
        Limit(
            "An agency, or an employment specialist working alone.",
            page(
                TERMS,
                "A supported employment program agency or individual employment specialist may provide this service.",
            ),
        ),
        Limit(
            "Time with the treatment team and the vocational counselor, also when the participant is not in the room.",
            page(
                TERMS,
                "Time spent with the client’s mental health treatment team and vocational rehabilitation counselor",
            ),
            ("BIL-1.activity",),
        ),
    ),
    leaves_out=(
        Limit("Segregated workshops, and pay below the minimum wage.", COMPETITIVE, ("IPS-2.open", "IPS-2.wage")),
        Limit(
            "Tests, courses or practice work that come before the search.",
            page(TERMS, "There are no required assessments, trainings, or intermediate work experiences"),
            ("IPS-4",),
        ),
    ),
    topics_are="What an employment specialist helps with",
    topics=(
        _helps("Employment intake", "Asking which job somebody wants, and why that one."),
        _helps("Assessment", "Talking over strengths and past jobs, while the search has already begun."),
        _helps("Job development", "Visiting employers, with the participant’s leave."),
        _helps("Job placement", "Going through the offer, and the first day."),
        _helps("Work-related symptom management", "Planning what to do when voices come at work."),
        _helps("Employment crisis support", "Coming by when a job is about to be lost."),
        _helps("Follow-along supports", "A call each week, then each month, as long as it is wanted."),
    ),
    suitable=(
        "Practiced two answers for Tuesday’s interview at the garden center.",
        "An hour with the treatment team about changing the time of the medicine to fit the early shift.",
    ),
    unsuitable=(
        "Told him to come back after three months without a hospital stay.",
        "Placed her in a workshop at a piece rate below the minimum wage.",
    ),
    provider_kinds=("supported_employment", "program_agency", "individual"),
    principles=(
        Limit(
            "Whoever wants to work is served. Hospital stays, symptoms, substance use and work history keep nobody out.",
            page(TERMS, "No one is removed because of prior work history, hospitalization history, substance use"),
            ("IPS-1",),
        ),
        Limit(
            "The specialist and the treatment team plan together.",
            page(
                TERMS,
                "Employment specialists meet with the participant’s mental health treatment team to coordinate plans.",
            ),
        ),
        Limit(
            "The goal is a job anyone can apply for, at the minimum wage or more, full or part time.",
            COMPETITIVE,
            ("IPS-2.open", "IPS-2.wage"),
        ),
        Limit(
            "The search starts soon after somebody says they want to work. How soon, no text says.",
            page(TERMS, "The job search starts soon after a participant says they want to work."),
            ("IPS-3",),
        ),
        Limit(
            "Nothing has to be passed, learned or tried out first.",
            page(TERMS, "There are no required assessments, trainings, or intermediate work experiences"),
            ("IPS-4",),
        ),
        Limit(
            "Support has no time limit.",
            page(TERMS, "Follow-along supports continue as long as the participant wants and needs support."),
            ("IPS-5",),
        ),
        Limit(
            "What the participant prefers decides.",
            page(TERMS, "Participant preferences are important."),
            ("IPS-6", "IPS-6.goal"),
        ),
    ),
)
