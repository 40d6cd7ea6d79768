"""The care part of an invented county: settings, plans, services with their notes, employment and incidents."""

from datetime import datetime, time, timedelta

from .oracle_of_care import SAID

# Clocks change on these days.
CLOCKS = ("2026-03-08", "2026-11-01", "2025-03-09")


def add_care(county):
    """Give everybody in the county what the rules of care look at. Draws after everything else."""
    for member in county.tables["staff"]:
        for _ in county.some(0, 1, 1, 2):
            period = _period(county, "issued_on", "expires_on")
            kind = county.random.choice(("certified_peer_specialist", county.word("credential", "kind")))
            county.add("credential", staff_id=member["staff_id"], kind=kind, **period)
    for person in county.tables["participant"]:
        of = {"participant_id": person["participant_id"]}
        _write_out(county, of)
        for _ in county.some(0, 1, 2):
            county.add("representative", **of, kind=county.word("representative", "kind"), **_period(county))
        for _ in county.some(0, 1, 2):
            _line(county, of, county.word("plan_line", "kind"), **_period(county))
        for _ in county.some(0, 1):
            questions = ("when_well", "what_helps", "early_signs", "how_to_step_in")
            answers = {name: county.random.choice(("a few words", county.text())) for name in questions}
            county.add("support_plan", **of, completed_on=county.day(), **answers)
        for _ in county.some(0, 1, 2, 3):
            _visit(county, of)
        for _ in county.some(0, 0, 1):
            _employment(county, of)
        for _ in county.some(0, 0, 1, 2):
            _report(county, of)


def _write_out(county, of):
    for row in county.tables["residence"]:
        if row["participant_id"] == of["participant_id"]:
            row["license"] = county.word("residence", "license", 0.4)
            if county.random.random() < 0.3:
                row["setting"] = "adult_family_home"
    for row in county.tables["coverage"]:
        if row["participant_id"] == of["participant_id"]:
            row["checked_on"] = county.day(0.4)
    for table in ("assessment", "service_plan"):
        rows = [row for row in county.tables[table] if row["participant_id"] == of["participant_id"]]
        for row in rows if county.random.random() < 0.8 else ():
            row.update(_assessment(county) if table == "assessment" else _plan(county, row))
        if len(rows) > 1 and county.random.random() < 0.3:
            rows[1]["amends_id"] = rows[0][f"{table}_id"]


def _assessment(county):
    return {"needs": county.text(), "setting_needed": county.word("assessment", "setting_needed", 0.3)}


def _plan(county, row):
    parts = {f"has_{part}": county.yes() for part in ("demographics", "financials", "outcomes")}
    signed = row["completed_on"] or county.on
    return {
        **parts,
        **{f"{who}_signed_on": county.maybe(signed, 0.4) for who in ("participant", "representative", "coordinator")},
    }


def _period(county, first="starts_on", last="ends_on"):
    starts = county.day(0.4)
    return {first: starts, last: county.end(starts)}


def moment(county, day, unknown=0.12):
    """A moment of a day, or of one on which clocks change."""
    if day is None:
        return None
    hour, minute = county.random.randrange(24), county.random.choice((0, 0, 15, 30, 59))
    return county.maybe(datetime.combine(day, time(hour, minute)), unknown)


def _served_on(county):
    if county.random.random() < 0.5:
        return county.day(0.05)
    days = county.random.choice((0, 7, 30, 179, 180, 181, 364, 365, 366))
    return county.on - timedelta(days=days)


def _visit(county, of):
    served_on = _served_on(county)
    start = moment(county, served_on)
    minutes = county.random.choice((0, 15, 30, 37, 60, 60, 60, 24 * 60))
    stop = county.maybe(start + timedelta(minutes=minutes)) if start else None
    staff = [row["staff_id"] for row in county.tables["staff"]]
    service = county.add(
        "service", **of, staff_id=county.maybe(county.random.choice(staff)) if staff else None,
        kind=county.word("service", "kind"), served_on=served_on, started_at=start, stopped_at=stop,
        unit=county.random.choice(("fifteen_minutes", "fifteen_minutes", county.word("service", "unit"))),
        place=county.random.choice(("her home", county.text())), activity=county.word("service", "activity", 0.4),
        is_room_and_board=county.random.choice((False, None, None, county.yes())),
        repeats=county.random.choice((None, "nothing", county.word("service", "repeats"))),
        charged_amount=county.random.choice((None, "0.00", "0.00", "20.00")),
    )  # fmt: skip
    if county.random.random() < 0.5:
        _line(county, of, service["kind"])
        county.add("coverage", **of, plan="medicaid", checked_on=county.day(0.4))
    for _ in county.some(0, 0, 1, 2):
        claimed_on = county.near(served_on + timedelta(days=365)) if served_on else county.day()
        county.add("claim", **of, service_id=service["service_id"], claimed_on=county.maybe(claimed_on))
    last = None
    for _ in county.some(0, 1, 1, 1, 2, 3):
        last = _note(county, of, service, last)


def _line(county, of, kind, **period):
    """A plan line in one of the participant's plans, mostly; some of those are overtaken on the day they are made."""
    plans = [row for row in county.tables["service_plan"] if row["participant_id"] == of["participant_id"]]
    plan = county.maybe(county.random.choice(plans), 0.2) if plans else None
    if plan and plan.get("amends_id") and county.random.random() < 0.4:
        amended = next(row for row in plans if row["service_plan_id"] == plan["amends_id"])
        plan["completed_on"] = county.near(amended["completed_on"]) if amended["completed_on"] else None
    county.add("plan_line", **of, service_plan_id=plan and plan["service_plan_id"], kind=kind, **period)


def _note(county, of, service, before):
    moved_from = None
    if before is None and county.random.random() < 0.15 and county.tables["progress_note"]:
        moved_from = county.random.choice(county.tables["progress_note"])["progress_note_id"]
        if any(row["moved_from_id"] == moved_from for row in county.tables["progress_note"]):
            moved_from = None
    is_whole = county.random.random() < 0.5
    text = county.text if not is_whole else lambda: "a few words"
    signed_on = county.day(0.3)
    return county.add(
        "progress_note", **of, service_id=service["service_id"], what_was_done=county.random.choice((None, *SAID)),
        manner=county.word("progress_note", "manner"), response=text(), purpose=text(), outcome=text(),
        signed_on=signed_on, signed_by="K. Moss" if signed_on else None,
        is_signed_by_giver=county.random.choice((True, county.yes())),
        amends_id=before["progress_note_id"] if before else None, moved_from_id=moved_from,
    )  # fmt: skip


def _employment(county, of):
    wanted_on = county.day()
    ended_on = county.day(0.6)
    ended_on = None if wanted_on and ended_on and ended_on < wanted_on else ended_on
    wages = ("7.24", "7.25", "15.00")
    county.add(
        "employment", **of, wanted_on=wanted_on, job_goal=county.text(), ended_on=ended_on,
        ended_for=county.word("employment", "ended_for", 0.5),
        asked_first=county.word("employment", "asked_first", 0.5),
        search_started_on=county.day(0.3), job=county.text(), job_started_on=county.day(0.4),
        is_open_to_anyone=county.yes(), is_preferred=county.yes(),
        hourly_wage=county.maybe(county.random.choice(wages)), minimum_wage=county.maybe("7.25"),
    )  # fmt: skip


def _report(county, of):
    reports = county.tables["incident_report"]
    learned = moment(county, county.random.choice((county.on, county.day(), county.near(county.on))))
    if learned and county.random.random() < 0.3:
        learned = datetime.fromisoformat(county.random.choice(CLOCKS)) + timedelta(
            hours=county.random.randrange(-24, 24)
        )
    told = [None, None, None]
    if learned:
        told = [county.maybe(learned + timedelta(minutes=county.random.choice((0, 30, 600, 1440))), 0.3) for _ in told]
        told[2] = county.maybe(
            learned + timedelta(hours=24, minutes=county.random.choice((-61, -60, 0, 1, 60, 61))), 0.3
        )
    own = [row for row in reports if row["participant_id"] == of["participant_id"]]
    amended = {row["amends_id"] for row in reports}
    amends = own[-1]["incident_report_id"] if own and county.random.random() < 0.4 else None
    incident = f"{county.random.getrandbits(64):x}"
    if reports and county.random.random() < 0.4:
        incident = county.random.choice(reports)["incident"]
    county.add(
        "incident_report", **of, incident=county.maybe(incident),
        affected_count=county.maybe(county.random.choice((1, 2, 3)), 0.3),
        happened_on=county.maybe(learned.date() if learned else county.on), learned_at=learned,
        reported_by=county.text(),
        is_health_or_safety=county.yes(), program_told_at=told[0], state_told_at=told[1], response=county.text(),
        program_told_by="K. Moss" if told[0] else None, state_told_by="K. Moss" if told[1] else None,
        is_reportable_death=county.yes(), death_reported_at=told[2], signed_on=county.day(0.5),
        amends_id=None if amends in amended else amends,
    )  # fmt: skip
