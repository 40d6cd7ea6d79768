"""The catalogue of the provider page: three services and where they are given. Summaries and examples are ours."""

from alongside.packs.catalogue import Catalogue, Entry, Limit, Place, Topic

from .catalogue_work import SUPPORTED_EMPLOYMENT
from .sources import RESIDENTIAL_OPTIONS, page

TERMS = "Terms and definitions"


def _says(quote: str, looks_like: str) -> Topic:
    return Topic(page(TERMS, quote), looks_like)


LIVING = Entry(
    kind="clss",
    name="Community living supportive services",
    summary="Help to live as independently as possible. Staff teach, cue and stay near; the participant does the task.",
    cite=page(TERMS, "to live with the most independence in community integrated housing"),
    covers=(
        Limit(
            "Training, cueing and supervision, so that the person grows more independent.",
            page(TERMS, "participants get these services through training, cueing, and supervision"),
            ("NOTE-6",),
        ),
        Limit(
            "What this one person needs, as the person-centered assessment says.",
            page(TERMS, "A person-centered assessment defines what the participant needs."),
            ("SET-3",),
        ),
        Limit(
            "At home, and out where life happens: shops, offices, a ball game.",
            page(TERMS, "including residential, business, social, and recreational settings"),
            ("NOTE-3.place",),
        ),
    ),
    leaves_out=(
        Limit(
            "Doing the task for somebody, however kindly.",
            page(TERMS, "Others don’t do tasks for participant."),
            ("NOTE-6", "NOTE-6.words"),
        ),
        Limit(
            "Rent, food and upkeep of the building.",
            page(TERMS, "The cost of room and board and building maintenance is not included."),
            ("BIL-4",),
        ),
        Limit(
            "What another state plan service gives at the same time. Learning to use the bus is a skill; a ride that another "
            "benefit covers is not.",
            page(TERMS, "Services also shouldn’t repeat other state plan services"),
            ("BIL-5",),
        ),
    ),
    topics_are="What may be taught, among other things",
    topics=(
        _says("Access to community resources", "Finding the food pantry, the library or the clinic, and going there."),
        _says("House cleaning", "Working down a cleaning checklist while staff coach."),
        _says("Meal planning and cooking", "Planning three suppers from what is in the cupboard, then cooking one."),
        _says("Medicine reminders", "Setting a phone alarm, and being asked whether it worked."),
        _says("Help with watching medicine side effects", "Keeping a short diary to take along to the prescriber."),
        _says("Money management", "Reading a bill together and choosing which to pay first."),
        _says("Personal hygiene", "A morning routine on the bathroom mirror, and a cue to begin it."),
        _says("Shopping", "Writing the list, comparing prices, paying at the counter."),
        _says("Social and fun activities", "Choosing a club, going along the first time, then less."),
        _says("Skill development", "Practicing one new step until it goes by itself."),
        _says("Crisis coping", "Rehearsing the support plan: what to do first, whom to call."),
        _says("Emotional regulation", "Noticing the first signs, and trying two ways to settle."),
        _says("Interpersonal", "Practicing how to ask a roommate for quiet."),
        _says("Parenting", "Planning a bedtime, and talking over how it went."),
        _says("Recovery management", "Writing down what helps in a hard week."),
        _says("Transportation", "Learning the bus route, first together and then alone."),
    ),
    suitable=(
        "Coached her through the cleaning checklist; she did each step and set the timer herself.",
        "Stood by while he called the landlord, with the three points he had written down.",
    ),
    unsuitable=(
        "I cleaned her apartment while she was out.",
        "Drove him to the dentist; nothing was taught or practiced.",
    ),
    provider_kinds=("adult_family_home", "cbrf", "rcac", "supportive_home_care", "program_agency", "individual"),
)

PEER_SUPPORT = Entry(
    kind="peer_support",
    name="Peer support",
    summary="Somebody with a recovery of their own, trained and certified, walks beside: advocate, guide and example.",
    cite=page(TERMS, "Providers trained and certified as peer specialists serve as advocates."),
    covers=(
        Limit(
            "Given by a peer specialist whose certificate is in force that day.",
            page(TERMS, "Providers trained and certified as peer specialists serve as advocates."),
            ("BIL-13",),
        ),
        Limit(
            "For people who live at home or in a community setting.",
            page(TERMS, "All participants who get peer support services live at home or in a community setting."),
            ("ELG-4",),
        ),
    ),
    leaves_out=(
        Limit(
            "A service on a day without a certificate in force.",
            page(TERMS, "Providers trained and certified as peer specialists serve as advocates."),
            ("BIL-13",),
        ),
    ),
    topics_are="What peer specialists do",
    topics=(
        _says(
            "They help participants find self-help groups.", "Looking up a group, and going to the first evening along."
        ),
        _says(
            "They help participants get services that suit their recovery needs.",
            "Preparing what to ask for before a plan meeting.",
        ),
        _says("They teach problem- solving techniques.", "Taking one worry apart into steps on a sheet of paper."),
        _says(
            "They teach participants how to find and combat negative self-talk.",
            "Noticing the sentence, and writing the answer to it.",
        ),
        _says("They help participants build social skills in the community", "Practicing how to start a conversation."),
        _says(
            "They lend unique insight into mental illness and what makes recovery possible.",
            "Telling what helped in one’s own worst month.",
        ),
        _says(
            "They attend treatment team and crisis plan development meetings",
            "Sitting beside, and making room to speak.",
        ),
        _says(
            "They inform participant about community and natural supports", "Drawing the map of who is already there."
        ),
        _says(
            "through activities that promote self-advocacy and removing stigmas",
            "Writing the letter of complaint together.",
        ),
    ),
    suitable=(
        "Talked over how I asked for a change of medicine; she wrote down her own three questions.",
        "Went along to the first evening of the group; he introduced himself.",
    ),
    unsuitable=(
        "Picked up her groceries and her mail.",
        "Gave therapy for trauma.",
    ),
    provider_kinds=("peer_support", "program_agency", "individual"),
)


CATALOGUE = Catalogue(
    services=(LIVING, PEER_SUPPORT, SUPPORTED_EMPLOYMENT),
    about_places=(
        Limit(
            "Which kind of place somebody needs is written in their assessment.",
            page(
                TERMS,
                "The type of residential setting the participant needs is defined in their person-centered assessment.",
            ),
            ("SET-3",),
        ),
        Limit(
            "To be enrolled, somebody lives in the community.",
            page("Participant enrollment", "Reside in the community."),
            ("ELG-4",),
        ),
    ),
    places=(
        Place("own_home", "Own apartment or house", page(TERMS, "The participant’s own apartment or house.")),
        Place("supported_apartment", "Supported apartment program", page(TERMS, "Supported apartment programs.")),
        Place(
            "adult_family_home",
            "Adult family home",
            page(TERMS, "Adult family homes."),
            "One to four beds.",
            "One or two beds: certified by the county. Three or four: licensed by the state under DHS 88.",
            RESIDENTIAL_OPTIONS.at("Adult family home", "3-4 beds"),
            ("SET-2",),
        ),
        Place(
            "rcac",
            "Residential care apartment complex",
            page(TERMS, "Residential care apartment complexes."),
            "",
            "Certified or registered by the state under DHS 89.",
            RESIDENTIAL_OPTIONS.at("Licensing", "county-certified"),
            ("SET-2",),
        ),
        Place(
            "cbrf",
            "Community-based residential facility (CBRF)",
            page(TERMS, "Community-based residential facilities with 5–16 beds"),
            "5 to 16 beds, both included. A house of 17 beds is outside, and so is one of four. People whose health and "
            "safety are at risk without somebody there day and night are included.",
            "Licensed by the state under DHS 83.",
            page("Biennial monitoring process", "Current license(s) or certification(s) for all CRS providers"),
            ("ELG-4.beds", "SET-2"),
        ),
    ),
)
