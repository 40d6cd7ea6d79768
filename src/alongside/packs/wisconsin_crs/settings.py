"""Where participants live and what the assessment says of it: SET-2 and SET-3. SET-1, the beds of a CBRF, is ELG-4.beds."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import assessment, residence
from alongside.law import Rule, its, must, present, should, tally, written

from .readings import SINCE
from .sources import RESIDENTIAL_OPTIONS, page

TERMS = "Terms and definitions"
COORDINATOR = "program coordinator"
LICENSED = ("adult_family_home", "cbrf", "rcac")
MOST_CERTIFIED, MOST_IN_A_HOME = 2, 4

_license = page("Biennial monitoring process", "Current license(s) or certification(s) for all CRS providers")
_is_home = (_.setting == "adult_family_home").fill_null(False)
_fits = ibis.cases(
    (_.setting == "cbrf", _.license == "dhs_83"),
    (_.setting == "rcac", _.license == "dhs_89"),
    (_.beds.isnull(), ibis.ifelse(_.license.isin(["county_certified", "dhs_88"]), ibis.null("boolean"), False)),
    (_.beds <= MOST_CERTIFIED, _.license == "county_certified"),
    else_=_.license == "dhs_88",
)

licensed = Rule(
    id="SET-2",
    name="The license of a residential setting",
    about=residence,
    cite=page(TERMS, "Residential settings include"),
    since=date(2018, 7, 1),
    dated_by=_.asked_on,
    readings=(SINCE,),
    needs=("residence.setting",),
    # Asked of where the participant lives now, once its license is known, or a number of beds no such home has.
    applies=_.setting.isin(LICENSED).fill_null(False)
    & (_.starts_on.isnull() | (_.starts_on <= _.asked_on))
    & (_.ends_on.isnull() | (_.ends_on >= _.asked_on))
    & (_.license.notnull() | (_is_home & ~_.beds.between(1, MOST_IN_A_HOME).fill_null(True))),
    criteria=(
        should(
            "SET-2.beds",
            "have one to four beds, as an adult family home ({beds} beds)",
            _.beds.between(1, MOST_IN_A_HOME),
            RESIDENTIAL_OPTIONS.at("Adult family home", "3-4 beds"),
            page(TERMS, "Adult family homes."),
            unless=~_is_home,
            fix="Record the licensed number of beds, or the setting the license names.",
            who=COORDINATOR,
        ),
        should(
            "SET-2.license",
            "show the license or certificate its kind needs (found: {license})",
            _fits,
            RESIDENTIAL_OPTIONS.at("Licensing", "county-certified"),
            _license,
            unless=_.license.isnull(),
            fix="Record its license: DHS 83 for a CBRF, DHS 89 for an RCAC, DHS 88 for an adult family home of three or four "
            "beds, the county's certificate for one or two.",
            who=COORDINATOR,
        ),
    ),
)

_is_newer = (_.completed_on > its.completed_on) & (_.completed_on <= its.asked_on)

named = Rule(
    id="SET-3",
    name="The setting in the assessment",
    about=assessment,
    cite=page(
        TERMS, "The type of residential setting the participant needs is defined in their person-centered assessment."
    ),
    since=date(2018, 7, 1),
    dated_by=_.completed_on,
    missing=("Record the day the assessment was completed.", COORDINATOR),
    readings=(SINCE,),
    facts=(
        tally(
            assessment,
            "participant_id",
            (_is_newer | (_.amends_id == its.assessment_id)).fill_null(False),
            newer_assessments=_.count(),
        ),
    ),
    needs=("assessment.setting_needed or assessment.needs",),
    # Of an assessment kept elsewhere only the day is known: nothing can be said of what it contains.
    applies=(_.newer_assessments == 0) & (written(_.needs) | present(_.setting_needed)),
    criteria=(
        must(
            "SET-3",
            "name the type of residential setting the participant needs (found: {setting_needed})",
            present(_.setting_needed),
            page(
                TERMS,
                "The type of residential setting the participant needs is defined in their person-centered assessment.",
            ),
            fix="Name in the assessment the kind of place the participant needs to live in.",
            who=COORDINATOR,
        ),
        should(
            "SET-3.needs",
            "say what the participant needs",
            written(_.needs),
            page(TERMS, "A person-centered assessment defines what the participant needs."),
            fix="Write in the assessment what the participant needs.",
            who=COORDINATOR,
        ),
    ),
)

RULES = (licensed, named)
