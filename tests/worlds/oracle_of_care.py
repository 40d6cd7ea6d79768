"""What the sources ask of settings, plans, services, notes, work and incidents, in the dullest Python."""

from datetime import UTC, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from .oracle import (
    DECIDE,
    PPS_SINCE,
    add_months,
    birthday,
    conclude,
    days_that_count,
    enrollment_of,
    filled,
    rows_of,
    stands,
)

HERE = ZoneInfo("America/Chicago")
FULL_BENEFIT = ("medicaid", "badgercare_plus_standard")
LIVING = (
    "community_resources", "house_cleaning", "meals", "medicine_reminders", "side_effects", "money", "hygiene",
    "shopping", "social", "skills", "crisis_coping", "emotional_regulation", "interpersonal", "parenting",
    "recovery_management", "getting_around",
)  # fmt: skip
WORKING = (
    "employment_intake", "employment_assessment", "job_development", "job_placement", "symptoms_at_work",
    "employment_crisis", "follow_along", "team_time",
)  # fmt: skip
# What notes of invented counties say, and whether it says that the staff member did the task.
SAID = {
    "I cleaned her flat while she was out": True,
    "Coached him through the steps. I WASHED HIS DISHES.": True,
    "coached her while she cleaned the flat": False,
    "Practiced reading prices and writing a shopping list.": False,
    "x": False,
    "  ": False,
    "É ž": False,
}


def moment(clock):
    """What the program's clock shows, as a moment in UTC."""
    return clock.replace(tzinfo=HERE).astimezone(UTC)


def holds_that_day(row, day, first="starts_on", last="ends_on"):
    """In force on a day; an open end holds on a day nobody knows."""
    starts, ends = row.get(first), row.get(last)
    return (starts is None or (day is not None and starts <= day)) and (
        ends is None or (day is not None and day <= ends)
    )


def of_participant(world, table, row):
    return rows_of(world, table, participant_id=row["participant_id"])


def is_amended(world, table, row):
    return any(other.get("amends_id") == row[f"{table}_id"] for other in world.get(table, []))


def is_outdated(world, table, row, on):
    """Whether a newer one, or its own amendment, stands."""
    day = row.get("completed_on")
    others = [other.get("completed_on") for other in of_participant(world, table, row)]
    return is_amended(world, table, row) or any(day and other and day < other <= on for other in others)


# ----------------------------------------------------------------------------------------------------- settings


def licensed(world, home, on, choices):
    setting, beds, license = home.get("setting"), home.get("beds"), home.get("license")
    is_small = setting == "adult_family_home"
    oddly_many = is_small and beds is not None and not 1 <= beds <= 4
    asked = setting in ("adult_family_home", "cbrf", "rcac") and holds_that_day(home, on)
    enough = True if not is_small else None if beds is None else 1 <= beds <= 4
    if license is None:
        fits = True
    elif setting in ("cbrf", "rcac"):
        fits = license == {"cbrf": "dhs_83", "rcac": "dhs_89"}[setting]
    elif beds is None:
        fits = None if license in ("county_certified", "dhs_88") else False
    else:
        fits = license == ("county_certified" if beds <= 2 else "dhs_88")
    shoulds = {"SET-2.beds": enough, "SET-2.license": fits}
    return conclude({}, shoulds, on=on, dated=on, applies=asked and (license is not None or oddly_many))


def setting_named(world, assessment, on, choices):
    is_named, says_needs = assessment.get("setting_needed") is not None, filled(assessment.get("needs"))
    applies = not is_outdated(world, "assessment", assessment, on) and (is_named or says_needs)
    return conclude(
        {"SET-3": is_named}, {"SET-3.needs": says_needs}, on=on, dated=assessment.get("completed_on"), applies=applies
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------------- plans


def plan_parts(world, plan, on, choices):
    parts = ("demographics", "financials", "outcomes")
    signers = ("participant", "representative", "coordinator")
    has = {part: plan.get(f"has_{part}") for part in parts}
    signed = {who: plan.get(f"{who}_signed_on") is not None for who in signers}
    acting = [r for r in of_participant(world, "representative", plan) if holds_that_day(r, plan.get("completed_on"))]
    for_participant = signed["participant"] or (signed["representative"] and bool(acting))
    shoulds = {f"PLAN-5.{part}": has[part] for part in parts}
    shoulds["PLAN-5.signatures"] = signed["coordinator"] and for_participant
    is_known = any(signed.values()) or any(value is not None for value in has.values())
    applies = is_known and not is_outdated(world, "service_plan", plan, on)
    return conclude({}, shoulds, on=on, dated=plan.get("completed_on"), applies=applies)


def support_planned(world, person, on, choices):
    has_one, _enrolled_on, discharged_on = enrollment_of(world, person["participant_id"], on)
    questions = ("when_well", "what_helps", "early_signs", "how_to_step_in")
    whole = any(
        all(filled(plan.get(name)) for name in questions)
        for plan in of_participant(world, "support_plan", person)
        if plan.get("completed_on") and add_months(on, -12) < plan["completed_on"] <= on
    )
    applies = choices.get("support_plan") == "yearly" and has_one and (discharged_on is None or discharged_on > on)
    judged_on = days_that_count(world, person["participant_id"], on)[1]
    return conclude({"PLAN-6": whole}, on=on, dated=judged_on, applies=applies)


# ------------------------------------------------------------------------------------------ services and notes


def is_moved(world, note):
    return any(other.get("moved_from_id") == note["progress_note_id"] for other in world.get("progress_note", []))


def is_replaced(world, note):
    amendments = rows_of(world, "progress_note", amends_id=note["progress_note_id"])
    return any(amendment.get("signed_on") for amendment in amendments)


def noted(world, note, on, choices):
    (service,) = rows_of(world, "service", service_id=note["service_id"])
    is_other = service.get("kind") not in (None, "clss")
    manner = note.get("manner")
    musts = {
        "NOTE-1": note.get("is_signed_by_giver") if note.get("signed_on") else False,
        "NOTE-2": filled(note.get("what_was_done")),
        "NOTE-3.giver": service.get("staff_id") is not None,
        "NOTE-3.purpose": filled(note.get("purpose")),
        "NOTE-3.place": filled(service.get("place")),
        "NOTE-6": is_other or (None if manner is None else manner != "doing_for"),
        "NOTE-8": is_other or bool(service.get("started_at") and service.get("stopped_at")),
    }
    shoulds = {
        "NOTE-4": filled(note.get("response")),
        "NOTE-6.words": is_other or not SAID.get(note.get("what_was_done"), False),
        "NOTE-7": filled(note.get("outcome")),
    }
    applies = not is_moved(world, note) and not is_replaced(world, note)
    return conclude(musts, shoulds, on=on, dated=service.get("served_on"), applies=applies)


def billed(world, service, on, choices):
    served_on, kind, unit = service.get("served_on"), service.get("kind"), service.get("unit")
    (person,) = of_participant(world, "participant", service)
    notes = rows_of(world, "progress_note", service_id=service["service_id"])
    coverage = of_participant(world, "coverage", service)
    that_day = [row for row in coverage if holds_that_day(row, served_on)]
    checked = [row for row in that_day if served_on and row.get("checked_on") and row["checked_on"] <= served_on]
    claims = [row["claimed_on"] for row in rows_of(world, "claim", service_id=service["service_id"])]
    claimed_on = min((day for day in claims if day), default=on)
    is_covered = any(row.get("plan") in FULL_BENEFIT for row in that_day)
    old_enough = None
    if person.get("born_on") and served_on:
        old_enough = birthday(person["born_on"], 14) <= served_on
    musts = {
        "BIL-1": authorized(world, service),
        "BIL-1.activity": listed(kind, service.get("activity")),
        "BIL-2.age": old_enough,
        "BIL-2": True if is_covered else False if coverage else None,
        "BIL-3": kind not in (None, "clss") or (None if unit is None else unit == "fifteen_minutes"),
        "BIL-3.units": unit == "day" or whole_units(service),
        "BIL-4": service.get("is_room_and_board") is not True,
        "BIL-5": service.get("repeats") in (None, "nothing"),
        "BIL-6": Decimal(service.get("charged_amount") or 0) == 0,
        "BIL-7": claimed_on <= served_on + timedelta(days=365) if served_on else None,
        "BIL-12": any(note.get("signed_on") and not is_moved(world, note) and not is_replaced(world, note)
                      for note in notes),
        "BIL-13": kind not in (None, "peer_support") or certified(world, service),
    }  # fmt: skip
    was_dated = any(row.get("checked_on") for row in coverage)
    shoulds = {"BIL-9": True if checked else False if was_dated else None}
    applies = not any(is_moved(world, note) for note in notes)
    return conclude(musts, shoulds, on=on, dated=served_on, applies=applies)


def authorized(world, service):
    """Whether a line that covers the day stands in a plan in force then, or by itself; unknown by an undated plan."""
    kind, served_on = service.get("kind"), service.get("served_on")
    days = {row["service_plan_id"]: row.get("completed_on") for row in of_participant(world, "service_plan", service)}
    overtaken = set()  # amended on the very day it was completed, or before: never in force
    for row in of_participant(world, "service_plan", service):
        first, then = days.get(row.get("amends_id")), row.get("completed_on")
        if first and then and then <= first:
            overtaken.add(row["amends_id"])
    made = [day for plan, day in days.items() if plan not in overtaken and day and served_on and day <= served_on]
    lines = [row for row in of_participant(world, "plan_line", service) if holds_that_day(row, served_on)]
    lines = [row for row in lines if kind is not None and row.get("kind") == kind]
    plans = [row.get("service_plan_id") for row in lines]
    if any(plan is None or (made and plan not in overtaken and days[plan] == max(made)) for plan in plans):
        return True
    return None if any(days[plan] is None for plan in plans) else False


def listed(kind, activity):
    if activity is None or kind == "peer_support":
        return True
    if activity == "other_activity":
        return DECIDE
    if kind is None:
        return None
    return activity in (LIVING if kind == "clss" else WORKING)


def whole_units(service):
    if not service.get("started_at") or not service.get("stopped_at"):
        return None
    minutes = (moment(service["stopped_at"]) - moment(service["started_at"])) // timedelta(minutes=1)
    return False if minutes <= 0 else True if minutes % 15 == 0 else DECIDE


def certified(world, service):
    if service.get("staff_id") is None:
        return None
    held = rows_of(world, "credential", staff_id=service["staff_id"], kind="certified_peer_specialist")
    return any(holds_that_day(row, service.get("served_on"), "issued_on", "expires_on") for row in held)


def served_lately(world, person, on, choices):
    _has_one, enrolled_on, discharged_on = enrollment_of(world, person["participant_id"], on)
    days = [row["served_on"] for row in of_participant(world, "service", person) if row.get("served_on")]
    last = max((day for day in days if enrolled_on and enrolled_on <= day <= on), default=None)
    applies = last is not None and (discharged_on is None or discharged_on > on)
    lately = {"PPS-1": on <= last + timedelta(days=180) if last else None}
    judged_on = days_that_count(world, person["participant_id"], on)[1]
    return conclude({}, lately, on=on, dated=judged_on, since=PPS_SINCE, applies=applies)


# ------------------------------------------------------------------------------------------------- employment


def employed(world, work, on, choices):
    why, has_job = work.get("ended_for"), work.get("job_started_on") is not None
    wage, least = work.get("hourly_wage"), work.get("minimum_wage")
    enough = None if wage is None or least is None else Decimal(wage) >= Decimal(least)
    nobodys_reason = why in (
        "work_history", "hospitalization_history", "substance_use", "symptoms", "other_characteristics",
    )  # fmt: skip
    musts = {
        "IPS-1": None if work.get("ended_on") and why is None else not nobodys_reason,
        "IPS-2.open": work.get("is_open_to_anyone") if has_job else True,
        "IPS-2.wage": enough if has_job else True,
        "IPS-4": work.get("asked_first") in (None, "nothing"),
        "IPS-5": why != "time_limit",
    }
    shoulds = {
        "IPS-3": work.get("ended_on") is not None or work.get("search_started_on") is not None,
        "IPS-6.goal": filled(work.get("job_goal")),
        "IPS-6": work.get("is_preferred") if has_job else True,
    }
    return conclude(musts, shoulds, on=on, dated=work.get("wanted_on"))


# --------------------------------------------------------------------------------------------------- incidents


def is_report_signed(report):
    return report.get("signed_on") is not None


def is_standing(world, report):
    return stands(world, "incident_report", report, is_report_signed)


def with_its_way(world, report):
    """The report, with whom it was told to where only an amendment that waits for its signature says so."""
    key = report["incident_report_id"]
    waiting = [r for r in world["incident_report"] if r.get("amends_id") == key and not is_report_signed(r)]
    told = dict(report)
    for name in ("program_told_at", "state_told_at", "death_reported_at"):
        said = [moment(r[name]) for r in waiting if r.get(name)]
        told[name] = moment(report[name]) if report.get(name) else min(said, default=None)
    if report.get("is_reportable_death") is None:
        said = {r.get("is_reportable_death") for r in waiting}
        told["is_reportable_death"] = True if True in said else False if False in said else None
    return told


def is_asked_about(world, report):
    if not is_standing(world, report):
        return False
    is_death = with_its_way(world, report)["is_reportable_death"]
    return True if is_death else report.get("is_health_or_safety")


def reported(world, report, on, choices):
    sent = {"INC-1": with_its_way(world, report)["state_told_at"] is not None}
    return conclude(sent, on=on, dated=report.get("happened_on") or on, applies=is_asked_about(world, report))


def routed(world, report, on, choices):
    told = with_its_way(world, report)
    program, state, affected = told["program_told_at"], told["state_told_at"], report.get("affected_count")
    same = rows_of(world, "incident_report", incident=report.get("incident")) if report.get("incident") else []
    standing = {row["participant_id"] for row in same if is_standing(world, row)}
    shoulds = {
        "INC-2": affected is None or len(standing) >= affected,
        "INC-3.learned": filled(report.get("reported_by")) and report.get("learned_at") is not None,
        "INC-3.program": program is not None,
        "INC-3.order": program is None or state is None or program <= state,
        "INC-4": filled(report.get("response")),
    }
    dated = report.get("happened_on") or on
    return conclude({}, shoulds, on=on, dated=dated, applies=is_asked_about(world, report))


def death_reported(world, report, on, choices):
    told = with_its_way(world, report)
    learned, sent = report.get("learned_at"), told["death_reported_at"]
    due, in_time = None, None
    if learned:
        until = moment(learned) + timedelta(hours=24)
        due = until.astimezone(HERE).date()
        in_time = sent is not None and sent <= until
    applies = bool(told["is_reportable_death"]) and is_standing(world, report)
    return conclude({"INC-6": in_time}, on=on, dated=report.get("happened_on") or on, applies=applies, due=due)


RULES = {
    "SET-2": ("residence", licensed),
    "SET-3": ("assessment", setting_named),
    "IPS": ("employment", employed),
    "PLAN-5": ("service_plan", plan_parts),
    "PLAN-6": ("participant", support_planned),
    "NOTE": ("progress_note", noted),
    "BIL": ("service", billed),
    "PPS-1": ("participant", served_lately),
    "INC-1": ("incident_report", reported),
    "INC": ("incident_report", routed),
    "INC-6": ("incident_report", death_reported),
}
