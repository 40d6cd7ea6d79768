"""The readings chosen where the sources are silent. What they leave open stands in `questions`."""

from alongside.law import Reading

from .readings_of_days import LAST_DAY
from .readings_of_monitoring import READINGS_OF_MONITORING
from .readings_of_oversight import READINGS_OF_OVERSIGHT

SINCE = Reading(
    "since", "From when the current page is applied",
    "The page carries no date. CRS became a psychosocial rehabilitation program on 1 July 2018, and the page speaks of it as such.",
    "2018-07-01", {"2018-07-01": "Everything dated 1 July 2018 or later is judged by the current page."},
)  # fmt: skip
MONTHS = Reading(
    "months", "How months are counted",
    "Three months is not 90 days. The first day is left out and the last one counts, as Wis. Stat. 990.001(4) counts.",
    "calendar", {"calendar": "Calendar months, to the last day of a shorter month; always from the original day."},
)  # fmt: skip
LEAP_BIRTHDAY = Reading(
    "leap_birthday", "When someone born on 29 February grows older",
    "The page says 14 or older and no more. A year of age is complete on the birthday.",
    "1 March", {"1 March": "In a common year the birthday is 1 March."},
)  # fmt: skip
SCREEN_BY_AGE = Reading(
    "screen_by_age", "Which functional screen counts at which age",
    "The page allows either screen from 14. The adult screen's own instructions give eligibility at 18 and let it be filled in "
    "from 16 for planning.",
    "by_age",
    {
        "by_age": "From 18 the adult screen, from 14 to 17 the children's screen; any other pairing is left to a person.",
        "either": "Either screen at any age from 14.",
    },
    (2, 30),
)  # fmt: skip
CYCLE_ANCHOR = Reading(
    "cycle_anchor", "From which day the six-month and annual updates are counted",
    "The page names a six-month update and an annual recertification and no day. Both are counted from the enrollment date; an early "
    "update does not start the cycle anew. What is owed on a day is judged by the law of that day.",
    "enrollment", {"enrollment": "Every six months from the enrollment date an update falls due, every second one an annual recertification. A "
        "document is taken for the next update after its own day. If the update before that one has no document of its kind, and the "
        "document was made in the first half of the time between the two, it is taken for the earlier update, and is late. Whether the "
        "earlier one has a document is itself looked up in this way, two updates back and no further."},
    (8, 9),
)  # fmt: skip
SCREEN_RESULTS = Reading(
    "screen_results", "Which functional screen belongs to the packet",
    "The list asks for the results of the Mental Health and Substance Use Disorder Functional Screen, and does not say what they must be. "
    "A participant of 14 to 17 is enrolled on the Children's Long Term Care Functional Screen, which the list does not name.",
    "results of either", {"results of either": "Results of either screen are results, whether they find the person eligible or not: the packet "
        "asks that they are there. Whether the person is eligible by them is asked under ELG-3."},
)  # fmt: skip
EXEMPT_HOURS = Reading(
    "exempt_hours", "Whether exempted hours count toward the ten",
    "Providers may be exempt from some or all of the training. An exemption covers its topic and, by default, its hours.",
    "count",
    {"count": "Hours of a granted exemption count toward the ten.", "topic only": "A granted exemption covers the topic only."},
    (33,),
)  # fmt: skip
EXEMPTION_WINDOW = Reading(
    "exemption_window", "From which day the last 12 months are counted back",
    "The page says within the last 12 months and not from when.",
    "request", {"request": "Back from the day the exemption is requested."}, (12,),
)  # fmt: skip
EXEMPTION_DECISION = Reading(
    "exemption_decision", "What a request that fails a test of the page is",
    "The page says when exemptions are granted, and that providers may be exempt: the Division decides on each request.",
    "the Division decides",
    {"the Division decides": "The tests are shown as advice on the request. Granted, it covers its topic; refused, it is no exemption; "
        "until then a person must decide."},
    (34,),
)  # fmt: skip
ONE_EXAMPLE = Reading(
    "one_example", "How much of the mental health and substance use topic is enough",
    "The page introduces twelve subjects with 'such as': they are examples.",
    "one", {"one": "Training on any one of the examples covers the topic."},
)  # fmt: skip
BEFORE_EMPLOYMENT = Reading(
    "before_employment", "Whether training before the first day of employment counts",
    "The page counts three months from the beginning of employment and does not speak of training before it.",
    "a person decides",
    {
        "a person decides": "Where the answer hangs on it, a person decides.",
        "count": "It counts.",
        "do not count": "It does not count.",
    },
    (11,),
)  # fmt: skip
LEFT_EARLY = Reading(
    "left_early", "Whether the training duty binds someone who left within three months",
    "The page makes no exception for staff who leave before the three months are over.",
    "judged", {"judged": "They are judged like everyone.", "does not apply": "The duty never fell due for them."},
)  # fmt: skip
TRAINED_LATE = Reading(
    "trained_late", "Until when services are exposed where the training came late",
    "The page asks for the training within three months and prints no consequence for a service given after them. By default "
    "the warning ends once the ten hours and seven topics are there, late as they are.",
    "until trained",
    {
        "until trained": "Services up to the day the training is complete.",
        "always": "Every service after the three months, for what was not held in time never is.",
    },
    (40,),
)  # fmt: skip
TWO_UPDATES = Reading(
    "two_updates", "Which two ForwardHealth Updates are meant",
    "The page's list lost their names. Its guiding documents name exactly two: 2010-94 and 2018-17.",
    "2010-94 and 2018-17", {"2010-94 and 2018-17": "The two named among the guiding documents."},
)  # fmt: skip
PLANNED = Reading(
    "planned", "What makes a discharge planned",
    "The page does not define it. The coordinator chooses and gives a reason; the choice stands.",
    "coordinator", {"coordinator": "The service coordinator's choice, with a reason."}, (14,),
)  # fmt: skip
OLDER_DISCHARGE_PAGE = Reading(
    "older_discharge_page", "Whether the older discharge page still binds",
    "It gave 90 days for lost contact and a written notice. The current page does not repeat it.",
    "not in force", {"not in force": "Shown for information only.", "in force": "Applied as it stood."}, (31,),
)  # fmt: skip
SUPPORT_PLAN = Reading(
    "support_plan", "Whether a support plan is asked for every year",
    "The page of 2018 put the support plan into the yearly packet; the current page does not name it.",
    "not asked", {"not asked": "Shown where there is one.", "yearly": "Asked for every year."}, (7,),
)  # fmt: skip
OUTCOME_LINK = Reading(
    "outcome_link", "Whether a note names the outcome it works toward",
    "Services are authorized in the plan, and the plan's parts are outcomes: a note that names none cannot show its purpose.",
    "should", {"should": "It should: advice, not a finding."},
)  # fmt: skip
MEETING_IN_PERSON = Reading(
    "meeting_in_person", "Whether a plan update must follow a meeting in person",
    "The 2018 page said so; the pages since 2020 do not.",
    "until 2020", {"until 2020": "Asked of plans up to 31 December 2019.", "still": "Asked of every plan since 1 July 2018."}, (32,),
)  # fmt: skip
PLAN_IN_FORCE = Reading(
    "plan_in_force", "Which service plan authorizes a service",
    "The agreement asks that a service is authorized in the individual service plan, and does not say in which of several.",
    "last completed", {"last completed": "The plan in force that day: the last one completed by then, with its lines and no other's, until the "
        "next is completed; an amendment counts as such a plan. It counts from its completion: a signature that is missing is asked for under "
        "PLAN-5. Of two plans completed on one day, of which neither amends the other, both authorize. A plan line that names no plan stands by "
        "itself, on its own days. What the plan of an unknown day authorizes is not known."},
)  # fmt: skip
AMENDMENT = Reading(
    "amendment", "When an amendment takes the place of what it amends",
    "The page does not speak of amendments. What was signed is what somebody stands for; what nobody signed yet is a text still being written.",
    "once signed", {"once signed": "The last signed version of a progress note, an incident report or a discharge summary counts until its "
        "amendment is signed by anybody; from then on the amendment does. Whom an incident was told to, and when, belongs to the report and counts at "
        "once. Assessments, service plans and support plans count from the day they are completed."},
)  # fmt: skip

READINGS = (
    SINCE, MONTHS, LEAP_BIRTHDAY, SCREEN_BY_AGE, CYCLE_ANCHOR, SCREEN_RESULTS, BEFORE_EMPLOYMENT, EXEMPT_HOURS, EXEMPTION_WINDOW,
    EXEMPTION_DECISION, LEFT_EARLY, ONE_EXAMPLE, TWO_UPDATES, PLANNED, SUPPORT_PLAN, OUTCOME_LINK, OLDER_DISCHARGE_PAGE, MEETING_IN_PERSON,
    PLAN_IN_FORCE, AMENDMENT,
    *READINGS_OF_OVERSIGHT,
    LAST_DAY,
    *READINGS_OF_MONITORING,
    TRAINED_LATE,
)  # fmt: skip
