"""The reviews' part of an invented county: visits and what is asked for, invoice lines, plans."""

from datetime import timedelta


def add_reviews(county):
    """Invoice lines for services, and what the state asks of the program. Draws after everything else."""
    for service in list(county.tables["service"]):
        for _ in county.some(0, 0, 1, 1, 2):
            _line(county, service)
    for number in county.some(0, 1, 2, 3):
        planned_on = county.day(0.1)
        visited_on = county.maybe(county.near(planned_on), 0.3) if planned_on else county.day()
        before = county.random.choice(county.tables["monitoring_visit"]) if number else None
        if before and before["visited_on"] and county.random.random() < 0.6:
            visited_on = county.months_from(before["visited_on"], 24, 24, 12, 25)
        visit = county.add(
            "monitoring_visit", visit_number=f"MON {number}", planned_on=planned_on, visited_on=visited_on,
            follows_id=before and before["monitoring_visit_id"],
        )  # fmt: skip
        for _ in county.some(0, 2, 4):
            _request(county, visit)
    for number in county.some(0, 2, 3, 5):
        _plan_of_action(county, number)
    for number in county.some(0, 2, 3, 5):
        _corrective(county, number)


def _line(county, service):
    served_on = county.random.choice((service["served_on"], service["served_on"], county.day()))
    county.add(
        "invoice_line", participant_id=service["participant_id"], service_id=county.maybe(service["service_id"]),
        served_on=served_on, units=county.maybe(county.random.choice((1, 2, 3, 4, 5))),
        amount=county.maybe("12.50"), claim_number=county.text(),
    )  # fmt: skip


def _request(county, visit):
    service = county.random.choice(county.tables["service"] or [{"participant_id": None, "served_on": None}])
    first = county.near(service["served_on"]) if service["served_on"] else county.day()
    last = first + timedelta(days=county.random.choice((0, 1, 30))) if first else county.day()
    held_on = visit["visited_on"] or visit["planned_on"] or county.on
    county.add(
        "monitoring_request", monitoring_visit_id=visit["monitoring_visit_id"],
        kind=county.word("monitoring_request", "kind"), participant_id=county.maybe(service["participant_id"]),
        notes_from_on=county.maybe(first), notes_to_on=county.maybe(last), needed_by_on=county.day(0.4),
        sent_on=county.day(0.3), has_notes=county.yes(), has_invoices=county.yes(),
        valid_until_on=county.maybe(county.near(held_on)), has_confirmation=county.yes(),
        has_complete_check=county.yes(),
    )  # fmt: skip


def _plan_of_action(county, number):
    issued_on = county.day()
    kind = county.random.choice(("by_a_date", "by_a_date", county.word("plan_of_action", "kind")))
    due_on = county.maybe(county.near(county.on), 0.2) if kind != "as_soon_as_possible" else None
    review_on = county.maybe(county.near(county.on), 0.3)
    done_on = county.maybe(county.near(due_on or review_on or county.on), 0.4)
    decision = county.word("plan_of_action", "decision", 0.6)
    county.add(
        "plan_of_action", plan_of_action_number=f"POA {number}", issued_on=issued_on, kind=kind, due_on=due_on,
        done_on=done_on, next_review_on=review_on, decision=decision, decided_on=county.on if decision else None,
    )  # fmt: skip


def _corrective(county, number):
    told = county.maybe(county.near(county.on - timedelta(days=county.random.choice((0, 10, 12, 14, 40)))), 0.2)
    meeting_on = county.maybe(told - timedelta(days=county.random.choice((0, 2, 5))), 0.4) if told else county.day(0.5)
    sent = told + timedelta(days=county.random.choice((8, 10, 11, 12, 13, 14, 15, 16))) if told else None
    copy = county.maybe(county.near(county.on), 0.4)
    actions = county.tables["plan_of_action"]
    county.add(
        "corrective_action_plan", corrective_action_plan_number=f"CAP {number}", opened_on=county.day(),
        reason=county.word("corrective_action_plan", "reason"),
        plan_of_action_id=county.maybe(county.random.choice(actions)["plan_of_action_id"], 0.4) if actions else None,
        meeting_on=meeting_on, notified_on=told, draft_sent_on=county.maybe(sent, 0.3), signed_copy_on=copy,
        implemented_on=county.maybe(county.near(copy or county.on), 0.4),
    )  # fmt: skip


def storable_reviews(tables):
    """The order the database holds: numbers once, days in their order, a date for what is asked by a date."""
    for table, column in NUMBERS.items():
        for row in tables[table]:
            row[column] = row[f"{table}_id"]
    for row in tables["plan_of_action"]:
        row["due_on"] = row.get("due_on") if row.get("kind") == "by_a_date" else None
        if row.get("issued_on") and row["due_on"]:
            row["issued_on"] = min(row["issued_on"], row["due_on"])
    for row in tables["corrective_action_plan"]:
        if row.get("notified_on") and row.get("draft_sent_on"):
            row["draft_sent_on"] = max(row["notified_on"], row["draft_sent_on"])
    for row in tables["monitoring_request"]:
        if row.get("notes_from_on") and row.get("notes_to_on"):
            row["notes_to_on"] = max(row["notes_from_on"], row["notes_to_on"])
    return tables


NUMBERS = {
    "monitoring_visit": "visit_number", "plan_of_action": "plan_of_action_number",
    "corrective_action_plan": "corrective_action_plan_number",
}  # fmt: skip
ALSO_STORED = {
    "plan_of_action": lambda row: {
        "done_by": "K. Moss" if row.get("done_on") else None,
        "decided_on": row.get("decided_on") or "2026-03-02" if row.get("decision") else None,
    },
    "monitoring_request": lambda row: {"sent_by": "K. Moss" if row.get("sent_on") else None},
}
