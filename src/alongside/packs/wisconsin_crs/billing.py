"""May this service be billed? The tests the sources support, BIL-1 to BIL-13; codes and rates are no part of them.

PLAN-7, that services are authorized in the plan to be claimed, is BIL-1. BIL-8, BIL-10 and BIL-11 ask nothing of a service.
"""

from datetime import date

import ibis
from ibis import _

from alongside.facts.delivered import EMPLOYMENT_ACTIVITIES, LIVING_ACTIVITIES
from alongside.facts.plans import plan_by_day
from alongside.facts.tables import claim, coverage, credential, participant, plan_line, progress_note, service
from alongside.law import Rule, after, birthday, cannot, its, latest, must, should, tally

from .questions import question
from .readings import AMENDMENT, PLAN_IN_FORCE, SINCE
from .sources import AGREEMENT, CLAIM_FORM, OLD_FAQ, PAGE_2018, RECORD_RULE, TIMELY_FILING, page

TERMS = "Terms and definitions"
ENROLLMENT = "Participant enrollment"
BILLER = "biller"
COORDINATOR = "program coordinator"

# Where the older text is one the current page names among those that bind.
_standards = page(
    "Guiding documents", "CRS providers must meet the standards identified in DHS publications and forms."
)
_agreement = page("Guiding documents", "Acknowledgement of Terms of Participation, F-00312 (Word)")
_handbook = page("Guiding documents", "ForwardHealth Online Handbook (requires login)")
_covers_the_day = (_.starts_on.isnull() | (_.starts_on <= its.served_on)) & (
    _.ends_on.isnull() | (_.ends_on >= its.served_on)
)
# A line that names no plan was authorized by itself, in a file that keeps no plans: its own days are all there is to go by.
_is_in_its_plan = _.service_plan_id.isnull() | ((_.planned_on == its.in_force_since) & ~_.is_overtaken).fill_null(False)
_has_no_plan_day = _.service_plan_id.notnull() & _.planned_on.isnull()
_in_force_that_day = (_.issued_on.isnull() | (_.issued_on <= its.served_on)) & (
    _.expires_on.isnull() | (_.expires_on >= its.served_on)
)
FULL_BENEFIT = ("medicaid", "badgercare_plus_standard")
UNIT_MINUTES = 15
CLAIM_DAYS = 365

may_bill = Rule(
    id="BIL",
    name="May this service be billed?",
    about=service,
    cite=AGREEMENT.at("items 1 to 3", "covered services"),
    since=date(2018, 7, 1),
    dated_by=_.served_on,
    missing=("Record the day of the service.", "whoever gave the service"),
    readings=(SINCE, PLAN_IN_FORCE, AMENDMENT),
    unsettled=(question(23),),
    facts=(
        latest(participant, "participant_id", _.born_on, born_on=_.born_on),
        {"turns_14_on": birthday(_.born_on, 14)},
        tally(coverage, "participant_id", coverage_checks=_.count()),
        tally(coverage, "participant_id", _covers_the_day, is_covered=_.plan.isin(FULL_BENEFIT).any()),
        tally(
            plan_by_day,
            "participant_id",
            (_.completed_on <= its.served_on) & ~_.is_overtaken,
            in_force_since=_.completed_on.max(),
        ),
        tally(
            plan_line,
            "participant_id",
            _covers_the_day & (_.kind == its.kind),
            is_authorized=_is_in_its_plan.any(),
            lines_of_undated_plans=_has_no_plan_day.sum(),
        ),
        tally(
            credential,
            "staff_id",
            (_.kind == "certified_peer_specialist") & _in_force_that_day,
            certificates=_.count(),
        ),
        tally(
            progress_note,
            "service_id",
            signed_notes=(_.signed_on.notnull() & ~_.is_moved & ~_.is_replaced).sum(),
            moved_notes=_.is_moved.sum(),
        ),
        tally(coverage, "participant_id", _.checked_on.notnull(), dated_checks=_.count()),
        tally(
            coverage,
            "participant_id",
            _covers_the_day & (_.checked_on <= its.served_on),
            checks_before=_.count(),
        ),
        {"minutes": (_.stopped_at.epoch_seconds() - _.started_at.epoch_seconds()) // 60},
        {"is_timed": _.minutes > 0},
        tally(claim, "service_id", claimed_on=_.claimed_on.min()),
        {"claim_by": after(_.served_on, days=CLAIM_DAYS)},
    ),
    # A service whose note was moved was another participant's, and is billed there.
    applies=_.moved_notes == 0,
    changes_on=after(_.claim_by, days=1),
    criteria=(
        must(
            "BIL-1",
            "be authorized in the service plan in force on {served_on} ({kind}; plan of {in_force_since})",
            ibis.ifelse(_.is_authorized | (_.lines_of_undated_plans == 0), _.is_authorized, ibis.null("boolean")),
            AGREEMENT.at("item 2", "individual service plan"),
            _agreement,
            fix="If the plan of that day authorized the service, record its plan line and the day the plan was completed.",
            who=COORDINATOR,
        ),
        must(
            "BIL-1.activity",
            "be an activity the page lists for that service (found: {activity})",
            ((_.kind == "clss") & _.activity.isin(list(LIVING_ACTIVITIES)))
            | ((_.kind == "supported_employment") & _.activity.isin(list(EMPLOYMENT_ACTIVITIES))),
            page(TERMS, "Examples of community living supporting services include"),
            page(TERMS, "This service covers help from an employment specialist."),
            unless=_.activity.isnull() | (_.kind == "peer_support").fill_null(False),
            decide=_.activity == "other_activity",
            question=question(37),
            fix="Choose what was done from the page's list for this service, or another service.",
            who="whoever gave the service",
        ),
        must(
            "BIL-2.age",
            "be for a participant of 14 or older",
            _.turns_14_on <= _.served_on,
            page(ENROLLMENT, "Be 14 or older."),
            fix="Check the date of birth ({born_on}).",
            who=COORDINATOR,
        ),
        must(
            "BIL-2",
            "be for a participant covered on {served_on}",
            ibis.cases((_.is_covered, True), (_.coverage_checks > 0, False), else_=ibis.null("boolean")),
            RECORD_RULE.at("DHS 106.02", "eligible"),
            page(ENROLLMENT, "Be eligible and enrolled in Medicaid or the BadgerCare Plus Standard Plan."),
            fix="Check coverage for {served_on} with ForwardHealth and record it.",
            who=COORDINATOR,
        ),
        must(
            "BIL-3",
            "be counted in 15-minute units (found: {unit})",
            ibis.ifelse(_.unit.isnull(), ibis.null("boolean"), _.unit == "fifteen_minutes"),
            PAGE_2018.at("Services", "15-minute"),
            _standards,
            unless=(_.kind != "clss").fill_null(False),
            fix="Count the service in 15-minute units; a whole day is not billed for services since 1 July 2018.",
            who=BILLER,
        ),
        must(
            "BIL-3.units",
            "come to whole 15-minute units, or to a rounding the program has loaded ({minutes} minutes)",
            _.is_timed & (_.minutes % UNIT_MINUTES == 0),
            PAGE_2018.at("Services", "15-minute"),
            _standards,
            unless=(_.unit == "day").fill_null(False),
            decide=_.is_timed & (_.minutes % UNIT_MINUTES != 0),
            question=question(23),
            fix="No source read here says how minutes are rounded. Ask ForwardHealth, and load its rule.",
            who=BILLER,
        ),
        cannot(
            "BIL-4",
            "be room and board or building maintenance",
            ~_.is_room_and_board.fill_null(False),
            page(TERMS, "The cost of room and board and building maintenance is not included."),
            fix="Take the line off the claim.",
            who=BILLER,
        ),
        cannot(
            "BIL-5",
            "repeat another state plan service (found: {repeats})",
            _.repeats.isnull() | (_.repeats == "nothing"),
            page(TERMS, "Services also shouldn’t repeat other state plan services"),
            fix="Take the time that the other service covered off this one.",
            who=BILLER,
        ),
        cannot(
            "BIL-6",
            "be charged to the participant ({charged_amount})",
            _.charged_amount.isnull() | (_.charged_amount == 0),
            OLD_FAQ.at("Cost", "payment in full"),
            _standards,
            fix="Give the money back; Medicaid's payment is payment in full.",
            who=COORDINATOR,
        ),
        must(
            "BIL-7",
            "be claimed within 365 days (by {claim_by}; claimed {claimed_on})",
            _.claimed_on.fill_null(_.asked_on) <= _.claim_by,
            TIMELY_FILING.at("Timely filing", "365 days"),
            _handbook,
            fix="Ask ForwardHealth for one of its exceptions, with F-13047 or F-13046.",
            who=BILLER,
        ),
        should(
            "BIL-9",
            "be given after coverage was checked for {served_on}",
            ibis.cases((_.checks_before > 0, True), (_.dated_checks > 0, False), else_=ibis.null("boolean")),
            CLAIM_FORM.at("Member enrollment", "before each service"),
            fix="Check coverage before the next service, and record the day of the check.",
            who=COORDINATOR,
        ),
        must(
            "BIL-12",
            "have a signed progress note",
            _.signed_notes > 0,
            page("Biennial monitoring process", "Provider progress notes and the corresponding Medicaid invoices"),
            fix="Write the note, or sign the one that is waiting.",
            who="whoever gave the service",
        ),
        must(
            "BIL-13",
            "be given by a certified peer specialist whose certificate is in force on {served_on}",
            ibis.ifelse(_.staff_id.isnull(), ibis.null("boolean"), _.certificates > 0),
            page(TERMS, "Providers trained and certified as peer specialists serve as advocates."),
            unless=(_.kind != "peer_support").fill_null(False),
            fix="Record the certificate in force that day. Services after it lapsed are held.",
            who="supervisor",
        ),
    ),
)

RULES = (may_bill,)
