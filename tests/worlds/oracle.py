"""What the sources ask, in the dullest Python there is: loops, ifs and dates, one person at a time.

Written from the state's page and the readings chosen where it is silent, not from the rules. A verdict is the answer
word, the due day and, for each criterion, whether it holds (None: not known, or left to a person).
Facts are plain dictionaries, as in a world file; days are `datetime.date` or None.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

SINCE = date(2018, 7, 1)
PPS_SINCE = date(2020, 1, 1)
TOPICS = ("updates", "statutes", "civil_rights", "documentation", "confidentiality", "patient_rights", "recovery")
COMMUNITY = ("own_home", "supported_apartment", "adult_family_home", "rcac", "cbrf", "family_home")
INSTITUTION = ("nursing_home", "hospital", "institution_for_mental_disease", "jail", "prison")
DECIDE = "a person"


@dataclass(frozen=True)
class Verdict:
    answer: str
    due: date | None
    holds: dict[str, bool | None]


def add_months(day, months):
    """The same day number so many months on, or the last day of a shorter month."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def birthday(born_on, years):
    """29 February comes back on 1 March of a common year."""
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:
        return date(born_on.year + years, 3, 1)


def rows_of(world, table, **where):
    return [row for row in world.get(table, []) if all(row.get(name) == value for name, value in where.items())]


def latest(rows, column):
    """The rows with the latest day, undated ones last of all: more than one where several are of that day."""
    days = [row[column] for row in rows if row.get(column)]
    return [row for row in rows if row.get(column) == (max(days) if days else None)]


def agreed(rows, column):
    """What the rows say of a column where all that say anything say the same."""
    said = {row[column] for row in rows if row.get(column) is not None}
    return said.pop() if len(said) == 1 else None


def conclude(musts, shoulds=None, *, on, dated, applies=True, due=None, since=SINCE):
    """The six answers. Only a broken must is a breach; while its day has not passed it is not yet due."""
    shoulds = shoulds or {}
    everything = {**musts, **shoulds}
    asked = list((musts or shoulds).values())
    if applies is False or (dated is not None and dated < since):
        answer = "does not apply"
    elif applies is None or dated is None:
        answer = "facts missing"
    elif False in musts.values():
        answer = "not yet due" if due is not None and on <= due else "not met"
    elif None in asked:
        answer = "facts missing"
    elif DECIDE in asked:
        answer = "a person must decide"
    else:
        answer = "met"
    return Verdict(answer, due, {name: None if holds == DECIDE else holds for name, holds in everything.items()})


# ------------------------------------------------------------------------------------------------- enrollment


def enrollment_of(world, person, on):
    """(has one, enrolled on, discharged on): the last enrollment begun by that day, or the first one ahead."""
    enrollments = rows_of(world, "enrollment", participant_id=person)
    days = sorted(row["enrolled_on"] for row in enrollments if row.get("enrolled_on"))
    if not days:
        return bool(enrollments), None, None
    begun = [day for day in days if day <= on]
    enrolled_on = begun[-1] if begun else days[0]
    ends = [row.get("discharged_on") for row in rows_of(world, "discharge", participant_id=person)]
    after = sorted(day for day in ends if day and day >= enrolled_on)
    return True, enrolled_on, after[0] if after else None


def days_that_count(world, person, on):
    """(the day they entered, the day they are judged on)."""
    has_one, enrolled_on, discharged_on = enrollment_of(world, person, on)
    judged_on = on
    if discharged_on and discharged_on < on:
        judged_on = discharged_on
    elif enrolled_on and enrolled_on > on:
        judged_on = enrolled_on
    return (enrolled_on if has_one else on), judged_on


def in_force(row, day):
    starts, ends = row.get("starts_on"), row.get("ends_on")
    return (starts is None or starts <= day) and (ends is None or day <= ends)


# -------------------------------------------------------------------------------------------------- eligibility


def age(world, person, on, choices):
    entered_on, judged_on = days_that_count(world, person["participant_id"], on)
    old_enough = None
    if person.get("born_on") and entered_on:
        old_enough = birthday(person["born_on"], 14) <= entered_on
    return conclude({"ELG-1": old_enough}, on=on, dated=judged_on)


def covered(world, person, on, choices):
    checks = rows_of(world, "coverage", participant_id=person["participant_id"])
    judged_on = days_that_count(world, person["participant_id"], on)[1]
    plans = [row.get("plan") for row in checks if in_force(row, judged_on)]
    if "medicaid" in plans or "badgercare_plus_standard" in plans:
        enrolled = True
    elif not checks or None in plans:
        enrolled = None
    else:
        enrolled = False
    return conclude({"ELG-2": enrolled}, on=on, dated=judged_on)


def fits_age(screen, person, entered_on):
    """From 18 the adult screen, before it the children's; 18 by the screen's day or by the day of enrollment."""
    if not person.get("born_on") or not entered_on or not screen.get("kind"):
        return None
    is_adult = birthday(person["born_on"], 18) <= max(entered_on, screen.get("completed_on") or entered_on)
    return screen["kind"] == ("mh_sud" if is_adult else "childrens_ltc")


def screened(world, person, on, choices):
    by_age = choices.get("screen_by_age", "by_age") == "by_age"
    entered_on, judged_on = days_that_count(world, person["participant_id"], on)
    screens = rows_of(world, "functional_screen", participant_id=person["participant_id"])
    known = [row for row in screens if not row.get("completed_on") or row["completed_on"] <= judged_on]
    fitting = [row for row in known if fits_age(row, person, entered_on)]
    counted = latest(fitting if by_age and fitting else known, "completed_on")
    screen = {column: agreed(counted, column) for column in ("kind", "completed_on", "result")}
    age_is_known = person.get("born_on") and entered_on
    if by_age and not age_is_known and any(row.get("result") != "not_eligible" for row in known):
        need = None
    elif screen["result"] == "not_eligible":
        need = False
    elif not screen["completed_on"] or not screen["kind"] or not screen["result"]:
        need = None
    elif by_age:
        fits = fits_age(screen, person, entered_on)
        need = DECIDE if fits is False else fits
    else:
        need = True
    return conclude({"ELG-3": need}, on=on, dated=judged_on)


def housed(world, person, on, choices):
    judged_on = days_that_count(world, person["participant_id"], on)[1]
    homes = rows_of(world, "residence", participant_id=person["participant_id"])
    last_home = latest([row for row in homes if in_force(row, judged_on)], "starts_on")
    setting, beds = agreed(last_home, "setting"), agreed(last_home, "beds")
    if setting in COMMUNITY:
        community = True
    elif setting in INSTITUTION:
        community = False
    else:
        community = DECIDE if setting == "other_community" else None
    fits = True
    if setting == "cbrf":
        fits = None if beds is None else 5 <= beds <= 16
    return conclude({"ELG-4.community": community, "ELG-4.beds": fits}, on=on, dated=judged_on)


# ----------------------------------------------------------------------------------------------------- training


def oriented(world, staff, on, choices):
    before = choices.get("before_employment", "a person decides")
    started_on, ended_on = staff.get("started_on"), staff.get("ended_on")
    due = add_months(started_on, 3) if started_on else None
    left_early = bool(due and ended_on and ended_on < due)
    applies = not (left_early and choices.get("left_early", "judged") == "does not apply")
    sessions = rows_of(world, "training", staff_id=staff["staff_id"])
    undated = [row for row in sessions if not row.get("held_on")]
    in_time = [row for row in sessions if due and row.get("held_on") and row["held_on"] <= min(due, on)]
    counted = [row for row in in_time if before == "count" or row["held_on"] >= started_on]
    perhaps = in_time if before == "a person decides" else counted
    granted = rows_of(world, "exemption", staff_id=staff["staff_id"], decision="granted")
    exemptions = [row for row in granted if row.get("decided_on") and row["decided_on"] <= on]
    spared = exemptions if choices.get("exempt_hours", "count") == "count" else []

    def enough(rows):
        return sum(row.get("hours") or 0 for row in [*rows, *spared]) >= 10

    def any_on(topic, rows):
        return any(row.get("topic") == topic for row in rows)

    hourless = [row for row in [*perhaps, *undated] if row.get("hours") is None]
    if enough(counted):
        ten = True
    elif enough(perhaps):
        ten = DECIDE
    else:
        ten = None if enough([*perhaps, *undated]) or hourless else False
    musts = {"TRN-1.hours": ten}
    for topic in TOPICS:
        if any_on(topic, [*counted, *exemptions]):
            musts[f"TRN-1.{topic}"] = True
        elif any_on(topic, perhaps):
            musts[f"TRN-1.{topic}"] = DECIDE
        else:
            musts[f"TRN-1.{topic}"] = None if any_on(topic, undated) else False
    return conclude(musts, on=on, dated=started_on, due=due, applies=applies)


def trained_by_then(world, service, on, choices):
    """Whether whoever gave a service after their three months was trained by the day of the service."""
    before = choices.get("before_employment", "a person decides")
    served_on = service.get("served_on")
    givers = [] if service.get("staff_id") is None else rows_of(world, "staff", staff_id=service["staff_id"])
    started_on = givers[0].get("started_on") if givers else None
    due = add_months(started_on, 3) if started_on else None
    applies = None
    if started_on and started_on < SINCE:
        applies = False
    elif due and served_on:
        applies = served_on > due
    until = due if choices.get("trained_late") == "always" else served_on
    sessions = rows_of(world, "training", staff_id=service["staff_id"]) if givers else []
    undated = [row for row in sessions if not row.get("held_on")]
    by_then = [row for row in sessions if until and row.get("held_on") and row["held_on"] <= until]
    counted = [row for row in by_then if before == "count" or (started_on and row["held_on"] >= started_on)]
    perhaps = by_then if before == "a person decides" else counted
    granted = rows_of(world, "exemption", staff_id=service["staff_id"], decision="granted") if givers else []
    exemptions = [row for row in granted if row.get("decided_on") and row["decided_on"] <= on]
    spared = exemptions if choices.get("exempt_hours", "count") == "count" else []

    def enough(rows):
        return sum(row.get("hours") or 0 for row in [*rows, *spared]) >= 10

    def covered(rows):
        return set(TOPICS) <= {row.get("topic") for row in [*rows, *exemptions]}

    at_most = [*perhaps, *undated]
    hourless = any(row.get("hours") is None for row in at_most)
    if enough(counted) and covered(counted):
        then = True
    elif enough(perhaps) and covered(perhaps):
        then = DECIDE
    elif not started_on or not served_on or (covered(at_most) and (enough(at_most) or hourless)):
        then = None
    else:
        then = False
    return conclude({}, {"BIL-TRN.then": then}, on=on, dated=served_on, applies=applies)


def filled(text):
    return bool(text and text.strip())


def documented(world, session, on, choices):
    musts = {
        "TRN-2.employee": filled(session.get("employee_name")),
        "TRN-2.employer": filled(session.get("employer_name")),
        "TRN-2.date": session.get("held_on") is not None,
        "TRN-2.method": filled(session.get("method")),
        "TRN-2.content": filled(session.get("content")),
        "TRN-2.hours": session.get("hours") is not None and session.get("topic") is not None,
        "TRN-2.signature": filled(session.get("county_signed_by")),
    }
    return conclude(musts, on=on, dated=session.get("held_on") or on)


def exempted(world, request, on, choices):
    asked_on, ended_on = request.get("requested_on"), request.get("completed_on")
    recent = None
    if asked_on and ended_on:
        recent = add_months(asked_on, -12) <= ended_on <= asked_on
    tests = {
        "TRN-3.duplicative": request.get("is_duplicative"),
        "TRN-3.required": filled(request.get("rule_citation")),
        "TRN-3.recent": recent,
        "TRN-3.documented": request.get("is_documented"),
    }
    decision, decided_on = request.get("decision"), request.get("decided_on")
    if decision is None or (decided_on and decided_on > on):
        granted = DECIDE
    elif decision == "granted":
        granted = True if decided_on else None
    else:
        return conclude({}, tests, on=on, dated=asked_on, applies=False)
    return conclude({"TRN-3.granted": granted}, tests, on=on, dated=asked_on)


# -------------------------------------------------------------------------------------------------------- plans

TABLE = {"screen": "functional_screen", "assessment": "assessment", "plan": "service_plan"}


def half_years_since(enrolled_on, on):
    """How many six-month marks have come."""
    marks = 0
    while add_months(enrolled_on, 6 * (marks + 1)) <= on:
        marks += 1
    return marks


def document_days(world, person, kind, on):
    rows = rows_of(world, TABLE[kind], participant_id=person["participant_id"])
    return sorted(row["completed_on"] for row in rows if row.get("completed_on") and row["completed_on"] <= on)


def in_program(world, person, on):
    has_one, enrolled_on, discharged_on = enrollment_of(world, person["participant_id"], on)
    return has_one and (discharged_on is None or discharged_on > on), enrolled_on


def made_for(days, enrolled_on, months, nth, due):
    """(whether there is a document for update `nth`, one every `months` from enrollment on; whether it was in time).

    A document belongs to the update it precedes. In the first half of that time it is the former update's, late, where
    the former one had none; so it is taken two updates back, where nothing else tells.
    """

    def mark(n, more=0):
        return add_months(enrolled_on, months * n + more) if n >= 0 else date.min

    def between(start, end):
        return [day for day in days if start < day <= end]

    def first_half(n):
        return between(mark(n - 1), mark(n - 1, months // 2)) if n > 0 else []

    def second_half(n):
        return between(mark(n - 1, months // 2), mark(n)) if n > 0 else between(date.min, mark(n))

    former = [*first_half(nth - 1)[0 if second_half(nth - 2) else 1 :], *second_half(nth - 1)]
    own = [*first_half(nth)[0 if former else 1 :], *second_half(nth)]
    # A tracker keeps the last document only: what came before the first one on record is not known.
    otherwise = None if days and days[0] > due else False
    if own:
        return True, True
    return (True if first_half(nth + 1) else otherwise), otherwise


def update(world, person, on, rule, nth, documents, punctual=False, applies=None):
    """One update, `nth(marks come)` half-years after enrollment. `documents` gives each one's cycle in months."""
    is_in, enrolled_on = in_program(world, person, on)
    if not is_in or enrolled_on is None:
        return conclude({}, on=on, dated=on, applies=None if is_in else False)
    marks = half_years_since(enrolled_on, on)
    nth = nth(marks)
    due = add_months(enrolled_on, 6 * nth)
    musts, in_time = {}, []
    for kind, months in documents.items():
        days = document_days(world, person, kind, on)
        if months == 12 and nth % 2:
            musts[f"{rule}.{kind}"] = True  # no screen is asked half-way through the year
            continue
        made, was_in_time = made_for(days, enrolled_on, months, 6 * nth // months, due)
        musts[f"{rule}.{kind}"] = made
        in_time.append(was_in_time)
    if punctual:
        is_ahead = nth > marks
        known = False if False in in_time else None if None in in_time else True
        musts[f"{rule}.on_time"] = True if is_ahead else known
    asked = applies is None or applies(marks, due)
    judged_on = days_that_count(world, person["participant_id"], on)[1]
    return conclude(musts, on=on, dated=judged_on, due=due, applies=asked)


def initial_set(world, person, on, choices):
    everything = {"screen": 6, "assessment": 6, "plan": 6}
    return update(
        world, person, on, "PLAN-1", lambda marks: 0, everything, applies=lambda marks, due: marks == 0
    )  # fmt: skip


def annual_set(world, person, on, choices):
    def nth(marks):
        return 2 if marks == 0 else marks + marks % 2

    return update(world, person, on, "PLAN-2", nth, {"screen": 12, "assessment": 6, "plan": 6}, punctual=True)


def six_month_set(world, person, on, choices):
    def nth(marks):
        return marks if marks % 2 else marks + 1

    return update(world, person, on, "PLAN-3", nth, {"assessment": 6, "plan": 6}, punctual=True)


def update_before_the_last(world, person, on, choices):
    def reaches_back(marks, due):
        kept = [*document_days(world, person, "assessment", on), *document_days(world, person, "plan", on)]
        return marks > 0 and any(day <= due for day in kept)

    return update(
        world, person, on, "PLAN-8", lambda marks: marks - 1, {"screen": 12, "assessment": 6, "plan": 6},
        applies=reaches_back,
    )  # fmt: skip


# ---------------------------------------------------------------------------------------------------- discharge


def summary_of(world, discharge):
    """(its last summaries, whether there is one: None where nobody recorded it)."""
    summaries = rows_of(world, "discharge_summary", discharge_id=discharge["discharge_id"])
    found = latest(
        [row for row in summaries if stands(world, "discharge_summary", row, is_summary_signed)],
        "coordinator_signed_on",
    )
    return found, True if found else discharge.get("has_summary")


def is_summary_signed(row):
    return any(row.get(f"{who}_signed_on") for who in ("participant", "representative", "coordinator"))


def stands(world, table, row, is_signed):
    """No signed row amends it, and it is no amendment that nobody signed."""
    if row.get("amends_id") and not is_signed(row):
        return False
    return not any(other.get("amends_id") == row[f"{table}_id"] and is_signed(other) for other in world.get(table, []))


def says(world, discharge, test):
    found, exists = summary_of(world, discharge)
    if found:
        said = {test(summary) for summary in found}
        return said.pop() if len(said) == 1 else None
    return False if exists is False else None


def happened(discharge, on):
    return discharge.get("discharged_on") is None or discharge["discharged_on"] <= on


def signed(column):
    return lambda summary: summary.get(column) is not None


def summarized(world, discharge, on, choices):
    _found, exists = summary_of(world, discharge)
    return conclude(
        {"DSC-1": exists}, on=on, dated=discharge.get("discharged_on"), applies=happened(discharge, on)
    )  # fmt: skip


def contents(world, discharge, on, choices):
    shoulds = {
        f"DSC-2.{part}": says(world, discharge, lambda summary, part=part: filled(summary.get(part)))
        for part in ("reason", "progress", "resume_when")
    }
    _found, exists = summary_of(world, discharge)
    applies = exists if happened(discharge, on) else False
    return conclude({}, shoulds, on=on, dated=discharge.get("discharged_on"), applies=applies)


def planned(world, discharge, on, choices):
    musts = {
        "DSC-3.participant": says(world, discharge, signed("participant_signed_on")),
        "DSC-3.coordinator": says(world, discharge, signed("coordinator_signed_on")),
    }
    reason = {"DSC-3.reason": filled(discharge.get("planned_reason"))}
    applies = discharge.get("is_planned") if happened(discharge, on) else False
    return conclude(musts, reason, on=on, dated=discharge.get("discharged_on"), applies=applies)


def unplanned(world, discharge, on, choices):
    applies = None if discharge.get("is_planned") is None else not discharge["is_planned"]
    applies = applies if happened(discharge, on) else False
    musts = {"DSC-4": says(world, discharge, signed("coordinator_signed_on"))}
    return conclude(musts, on=on, dated=discharge.get("discharged_on"), applies=applies)


def in_pps(world, discharge, on, choices):
    entered = {"DSC-6": discharge.get("pps_recorded_on") is not None}
    return conclude(
        {}, entered, on=on, dated=discharge.get("discharged_on"), since=PPS_SINCE, applies=happened(discharge, on)
    )  # fmt: skip


# -------------------------------------------------------------------- older pages, where a reading puts them in force


def met_in_person(world, plan, on, choices):
    completed_on = plan.get("completed_on")
    always = choices.get("meeting_in_person", "until 2020") == "still"
    applies = True if always else None if completed_on is None else completed_on <= date(2019, 12, 31)
    return conclude({}, {"PLAN-4": plan.get("is_in_person")}, on=on, dated=completed_on, applies=applies)


def older_page(discharge, on, choices, asked):
    in_force = choices.get("older_discharge_page", "not in force") == "in force"
    return asked if in_force and happened(discharge, on) else False


def lost(world, discharge, on, choices):
    discharged_on, last_contact_on = discharge.get("discharged_on"), discharge.get("last_contact_on")
    long_enough = None
    if discharged_on and last_contact_on:
        long_enough = (discharged_on - last_contact_on).days >= 90
    cause = discharge.get("cause")
    asked = None if cause is None else cause in ("whereabouts_unknown", "refused_services")
    return conclude(
        {"DSC-8": long_enough}, on=on, dated=discharged_on, applies=older_page(discharge, on, choices, asked)
    )  # fmt: skip


def notified(world, discharge, on, choices):
    musts = {f"DSC-9.{part}": discharge.get(f"has_notice_{part}") for part in ("summary", "reapply", "hearing")}
    applies = older_page(discharge, on, choices, discharge.get("is_involuntary"))
    return conclude(musts, on=on, dated=discharge.get("discharged_on"), applies=applies)


# What each rule is asked of, and the function that answers it.
RULES = {
    "ELG-1": ("participant", age),
    "ELG-2": ("participant", covered),
    "ELG-3": ("participant", screened),
    "ELG-4": ("participant", housed),
    "TRN-1": ("staff", oriented),
    "BIL-TRN": ("service", trained_by_then),
    "TRN-2": ("training", documented),
    "TRN-3": ("exemption", exempted),
    "PLAN-1": ("participant", initial_set),
    "PLAN-2": ("participant", annual_set),
    "PLAN-3": ("participant", six_month_set),
    "PLAN-8": ("participant", update_before_the_last),
    "DSC-1": ("discharge", summarized),
    "DSC-2": ("discharge", contents),
    "DSC-3": ("discharge", planned),
    "DSC-4": ("discharge", unplanned),
    "DSC-6": ("discharge", in_pps),
    "PLAN-4": ("service_plan", met_in_person),
    "DSC-8": ("discharge", lost),
    "DSC-9": ("discharge", notified),
}
