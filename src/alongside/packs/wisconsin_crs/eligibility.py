"""Participant enrollment: the four conditions, ELG-1 to ELG-4, in the page's order."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import coverage, functional_screen, participant, residence
from alongside.law import Rule, birthday, chosen, its, latest, must, tally

from .enrolled import enrolled, on_that_day
from .questions import question
from .readings import LEAP_BIRTHDAY, SCREEN_BY_AGE, SINCE
from .sources import SCREEN_2025, page

PLACE = "Participant enrollment"
COORDINATOR = "program coordinator"


age = Rule(
    id="ELG-1",
    name="Age",
    about=participant,
    cite=page(PLACE, "Be 14 or older."),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    readings=(SINCE, LEAP_BIRTHDAY),
    needs=("participant.born_on",),
    facts=(*enrolled, {"turns_14_on": birthday(_.born_on, 14)}),
    changes_on=_.turns_14_on,
    criteria=(
        must(
            "ELG-1",
            "be 14 or older on the day of enrollment (enrolled {enrolled_on}, 14 on {turns_14_on})",
            _.turns_14_on <= _.entered_on,
            page(PLACE, "Be 14 or older."),
            fix="Check the date of birth ({born_on}) and the enrollment date; enrollment can begin on {turns_14_on} at the earliest.",
            who=COORDINATOR,
        ),
    ),
)

FULL_BENEFIT = ("medicaid", "badgercare_plus_standard")

coverage_rule = Rule(
    id="ELG-2",
    name="Coverage",
    about=participant,
    cite=page(PLACE, "Be eligible and enrolled in Medicaid or the BadgerCare Plus Standard Plan."),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    readings=(SINCE,),
    needs=("coverage.plan",),
    facts=(
        *enrolled,
        tally(coverage, "participant_id", coverage_checks=_.count()),
        tally(coverage, "participant_id", on_that_day, has_full_benefit=_.plan.isin(FULL_BENEFIT).any()),
        tally(coverage, "participant_id", on_that_day, has_unknown_plan=_.plan.isnull().any()),
        latest(coverage, "participant_id", _.starts_on, when=on_that_day, coverage_plan=_.plan),
    ),
    criteria=(
        must(
            "ELG-2",
            "be eligible and enrolled in Medicaid or the BadgerCare Plus Standard Plan (found: {coverage_plan})",
            ibis.cases(
                (_.has_full_benefit, True),
                (_.has_unknown_plan, ibis.null("boolean")),
                (_.coverage_checks > 0, False),
                else_=ibis.null("boolean"),
            ),
            page(PLACE, "Be eligible and enrolled in Medicaid or the BadgerCare Plus Standard Plan."),
            fix="Check coverage with ForwardHealth and record the plan and its dates.",
            who=COORDINATOR,
        ),
    ),
)

_eligible = _.screen_result == "eligible"
_by_age = chosen(SCREEN_BY_AGE, "by_age")
_fits = (_.kind == "mh_sud") == (its.turns_18_on <= ibis.greatest(_.completed_on, its.entered_on))
# GREATEST passes over what is not known: without the day of enrollment nobody knows which screen was the one for the age.
_fits_then = ibis.ifelse(its.turns_18_on.isnull() | its.entered_on.isnull(), ibis.null("boolean"), _fits)
_by_that_day = _.completed_on.isnull() | (_.completed_on <= its.judged_on)
_perhaps_eligible = (_.result != "not_eligible").fill_null(True)

functional_need = Rule(
    id="ELG-3",
    name="Functional need",
    about=participant,
    cite=page(
        PLACE,
        "Meet functional eligibility criteria according to Mental Health and Substance Use Disorder Functional Screen",
    ),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    readings=(SINCE, SCREEN_BY_AGE),
    unsettled=(question(2), question(4)),
    needs=("functional_screen.kind", "functional_screen.completed_on", "functional_screen.result"),
    facts=(
        *enrolled,
        {"turns_18_on": birthday(_.born_on, 18), "is_by_age": _by_age},
        latest(
            functional_screen,
            "participant_id",
            # A screen of the other kind is planning evidence only: it never displaces one that counts.
            (_fits_then & its.is_by_age).fill_null(False),
            _.completed_on,
            when=_by_that_day,
            screen_kind=_.kind,
            screen_completed_on=_.completed_on,
            screen_result=_.result,
            fits_age=_fits_then,
        ),
        tally(functional_screen, "participant_id", _by_that_day, has_perhaps_eligible=_perhaps_eligible.any()),
        {"is_age_unknown": _by_age & (_.turns_18_on.isnull() | _.entered_on.isnull())},
    ),
    changes_on=_.turns_18_on,
    criteria=(
        must(
            "ELG-3",
            "meet functional eligibility criteria on the screen for their age (found: {screen_kind}, {screen_result}, "
            "completed {screen_completed_on})",
            ibis.cases(
                (_.is_age_unknown & _.has_perhaps_eligible, ibis.null("boolean")),
                (_.screen_result == "not_eligible", False),
                (_.screen_completed_on.isnull() | _.screen_kind.isnull(), ibis.null("boolean")),
                (_by_age & _.fits_age.isnull(), ibis.null("boolean")),
                else_=_eligible,
            ),
            page(PLACE, "or the Children’s Long Term Care Functional Screen."),
            SCREEN_2025.at("module 1", "to allow for advanced planning"),
            decide=_by_age & _eligible & _.screen_completed_on.notnull() & ~_.fits_age,
            question=question(30),
            fix="Complete the functional screen for the person's age (adult screen from 18, children's screen before) and record "
            "its date and result, with the date of birth and the day of enrollment where they are missing.",
            who=COORDINATOR,
        ),
    ),
)

IN_THE_COMMUNITY = ("own_home", "supported_apartment", "adult_family_home", "rcac", "cbrf", "family_home")
INSTITUTIONS = ("nursing_home", "hospital", "institution_for_mental_disease", "jail", "prison")

residence_rule = Rule(
    id="ELG-4",
    name="Residence",
    about=participant,
    cite=page(PLACE, "Reside in the community."),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    readings=(SINCE,),
    unsettled=(question(1), question(35)),
    needs=("residence.setting",),
    facts=(
        *enrolled,
        latest(residence, "participant_id", _.starts_on, when=on_that_day, setting=_.setting, beds=_.beds),
    ),
    criteria=(
        must(
            "ELG-4.community",
            "reside in the community (found: {setting})",
            ibis.cases(
                (_.setting.isin(IN_THE_COMMUNITY), True),
                (_.setting.isin(INSTITUTIONS), False),
                else_=ibis.null("boolean"),
            ),
            page(PLACE, "Reside in the community."),
            decide=_.setting == "other_community",
            question=question(35),
            fix="Record where the person lives, with the kind of setting. While they live in an institution they are not eligible.",
            who=COORDINATOR,
        ),
        must(
            "ELG-4.beds",
            "live in a community-based residential facility of 5 to 16 beds ({beds} beds)",
            _.beds.between(5, 16),
            page("Terms and definitions", "Community-based residential facilities with 5–16 beds"),
            unless=(_.setting != "cbrf").fill_null(True),
            fix="Record the facility's licensed number of beds, or the setting the license names if it is not a "
            "community-based residential facility.",
            who=COORDINATOR,
        ),
    ),
)

RULES = (age, coverage_rule, functional_need, residence_rule)
