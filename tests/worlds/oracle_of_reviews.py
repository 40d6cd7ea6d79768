"""What the sources ask of visits, invoice lines, plans of action and corrective action plans, in the dullest Python."""

from datetime import date, timedelta

from .oracle import DECIDE, add_months, conclude, rows_of
from .oracle_of_care import is_moved, is_replaced, of_participant

SATURDAY, SUNDAY = 5, 6


def nth(year, month, weekday, count):
    """The first, second … such day of the week of a month; the last for -1."""
    days = [date(year, month, 1) + timedelta(days=n) for n in range(31)]
    return [day for day in days if day.month == month and day.weekday() == weekday][count]


def with_mondays(days):
    return {*days, *(day + timedelta(days=1) for day in days if day.weekday() == SUNDAY)}


def legal_holidays(year):
    fixed = with_mondays(
        [date(year, 1, 1), date(year, 6, 19), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)]
    )
    floating = {nth(year, 1, 0, 2), nth(year, 2, 0, 2), nth(year, 5, 0, -1), nth(year, 9, 0, 0), nth(year, 10, 0, 1)}
    return fixed | floating | {nth(year, 11, 3, 3)}


def office_holidays(year):
    fixed = with_mondays([date(year, 1, 1), date(year, 7, 4), date(year, 12, 25)])
    return fixed | {
        date(year, 12, 24), date(year, 12, 31), nth(year, 1, 0, 2), nth(year, 5, 0, -1), nth(year, 9, 0, 0),
        nth(year, 11, 3, 3),
    }  # fmt: skip


def rolled(day):
    while day.weekday() in (SATURDAY, SUNDAY) or day in legal_holidays(day.year):
        day += timedelta(days=1)
    return day


def business_days_after(day, count, calendar):
    closed = {"state_offices": office_holidays, "legal_holidays": legal_holidays, "weekdays": lambda year: ()}[calendar]
    while count:
        day += timedelta(days=1)
        count -= day.weekday() not in (SATURDAY, SUNDAY) and day not in closed(day.year)
    return day


# -------------------------------------------------------------------------------------------------- monitoring


def visited(world, visit, on, choices):
    day = visit.get("visited_on")
    by = add_months(day, 24) if day else None
    others = [v.get("visited_on") for v in rows_of(world, "monitoring_visit", follows_id=visit["monitoring_visit_id"])]
    after = sorted(other for other in others if day and other and other > day)
    kept = bool(after) and after[0] <= by
    return conclude({"MON-1": kept}, on=on, dated=day or on, due=by, applies=day is not None and day <= on)


def shown(world, request, on, choices):
    (visit,) = rows_of(world, "monitoring_visit", monitoring_visit_id=request["monitoring_visit_id"])
    held_on = visit.get("visited_on") or visit.get("planned_on")
    kind, first, last = (request.get(name) for name in ("kind", "notes_from_on", "notes_to_on"))
    unmatched = 0
    for service in of_participant(world, "service", request) if request.get("participant_id") else []:
        day = service.get("served_on")
        is_among = None not in (day, first, last) and first <= day <= last
        notes = rows_of(world, "progress_note", service_id=service["service_id"])
        is_noted = any(n.get("signed_on") and not is_moved(world, n) and not is_replaced(world, n) for n in notes)
        is_billed = bool(rows_of(world, "invoice_line", service_id=service["service_id"]))
        unmatched += is_among and is_noted and not is_billed
    until = request.get("valid_until_on")
    is_notes, is_license, is_check = (kind == k for k in ("notes_and_invoices", "license", "background_check"))
    musts = {
        "MON-2": request.get("sent_on") is not None,
        "MON-2.notes": bool(request.get("has_notes")) if is_notes else True,
        "MON-2.invoices": bool(request.get("has_invoices")) if is_notes else True,
        "MON-2.matched": unmatched == 0 if is_notes else True,
        "MON-2.license": True if not is_license else None if None in (until, held_on) else until >= held_on,
        "MON-2.confirmation": request.get("has_confirmation") if is_check else True,
        "MON-2.check": request.get("has_complete_check") if is_check else True,
    }
    return conclude(musts, on=on, dated=on, due=request.get("needed_by_on"))


def times_of(world, line):
    for service in rows_of(world, "service", service_id=line["service_id"]) if line.get("service_id") else []:
        return service.get("started_at"), service.get("stopped_at")
    return None, None


def overlaps(one, other):
    return None not in (*one, *other) and one[0] < other[1] and other[0] < one[1]


def line_matched(world, line, on, choices):
    service, notes, key = {}, [], line.get("service_id")
    if key:
        (service,) = rows_of(world, "service", service_id=key)
        notes = rows_of(world, "progress_note", service_id=key)
    started, stopped = times_of(world, line)
    minutes = int((stopped - started).total_seconds() // 60) if started and stopped else None
    units = line.get("units")
    twice = [
        other
        for other in of_participant(world, "invoice_line", line)
        if other is not line
        and ((key and other.get("service_id") == key) or overlaps(times_of(world, other), (started, stopped)))
    ]
    given, day = service.get("served_on"), line.get("served_on")
    carried = None
    if service.get("unit") == "day" or not key:
        carried = True
    elif None not in (units, minutes):
        over = units * 15 - minutes
        carried = True if over <= 0 else DECIDE if over < 15 else False
    musts = {
        "MON-3.service": False if given is None else None if day is None else given == day,
        "MON-3.note": any(n.get("signed_on") and not is_moved(world, n) and not is_replaced(world, n) for n in notes),
        "MON-3.once": not twice,
        "MON-3.units": carried,
    }
    return conclude(musts, on=on, dated=line.get("served_on"))


# ------------------------------------------------------------------------------------------------- improvement


def by_its_date(world, plan, on, choices):
    due, done = plan.get("due_on"), plan.get("done_on")
    holds = None if due is None else done is not None and done <= due
    applies = None if plan.get("kind") is None else plan["kind"] == "by_a_date"
    return conclude({"POA-1": holds}, on=on, dated=plan.get("issued_on"), due=due, applies=applies)


def improved_soon(world, plan, on, choices):
    review, done = plan.get("next_review_on"), plan.get("done_on")
    holds = done is not None and (review is None or done <= review)
    holds = None if review is None and not done else holds
    applies = None if plan.get("kind") is None else plan["kind"] == "as_soon_as_possible"
    return conclude({"POA-2": holds}, on=on, dated=plan.get("issued_on"), due=review, applies=applies)


def follows(world, plan, on, choices):
    due = plan.get("due_on")
    missed = plan.get("kind") == "by_a_date" and due is not None and (plan.get("done_on") or on) > due
    decided = True if plan.get("decision") else DECIDE
    return conclude({"CAP-1": decided}, on=on, dated=plan.get("issued_on"), applies=missed)


def drafted(world, plan, on, choices):
    told = plan.get("notified_on")
    if choices.get("notified") == "meeting" and plan.get("meeting_on"):
        told = plan["meeting_on"]
    due = None
    if told:
        due = rolled(told + timedelta(days=10))
        if choices.get("draft_days") == "business":
            due = business_days_after(told, 10, choices.get("business_days", "state_offices"))
    sent = plan.get("draft_sent_on")
    kept = sent is not None and due is not None and sent <= due
    return conclude(
        {"CAP-2": kept}, on=on, dated=plan.get("opened_on"), due=due, applies=told is not None and told <= on
    )


def carried_out(world, plan, on, choices):
    copy, done = plan.get("signed_copy_on"), plan.get("implemented_on")
    held = copy is not None and done is not None and done >= copy
    return conclude({}, {"CAP-3": held}, on=on, dated=plan.get("opened_on"), applies=copy is not None and copy <= on)


def reasoned(world, plan, on, choices):
    named = plan.get("plan_of_action_id") is not None or plan.get("reason") != "plan_of_action_missed"
    musts = {"CAP-4": plan.get("reason") is not None, "CAP-4.plan_of_action": named}
    return conclude(musts, on=on, dated=plan.get("opened_on"))


RULES = {
    "MON-1": ("monitoring_visit", visited),
    "MON-2": ("monitoring_request", shown),
    "MON-3": ("invoice_line", line_matched),
    "POA-1": ("plan_of_action", by_its_date),
    "POA-2": ("plan_of_action", improved_soon),
    "CAP-1": ("plan_of_action", follows),
    "CAP-2": ("corrective_action_plan", drafted),
    "CAP-3": ("corrective_action_plan", carried_out),
    "CAP-4": ("corrective_action_plan", reasoned),
}
