"""What the sources and our readings ask of the network, in the dullest Python."""

from datetime import timedelta
from decimal import Decimal

from .oracle import add_months, agreed, conclude, in_force, latest, rows_of

AHEAD = timedelta(days=90)


def covered(rows, on, first="starts_on", last="ends_on"):
    """(how many cover the day, the last day they and what follows without a gap cover, or None)."""
    now = [r for r in rows if (not r.get(first) or r[first] <= on) and (not r.get(last) or r[last] >= on)]
    if not now or any(not row.get(last) for row in now):
        return len(now), None
    end = max(row[last] for row in now)
    joined = [row for row in rows if not row.get(first) or row[first] <= end + timedelta(days=1)]
    if any(not row.get(last) for row in joined):
        return len(now), None
    return len(now), max(row[last] for row in joined)


def renewed(covered_to, on):
    return covered_to is None or covered_to > on + AHEAD


def by(day, on):
    return day is not None and day <= on


def gone(row, on):
    return row.get("ended_on") is not None and row["ended_on"] < on


def applied(world, row, on, choices):
    sent = [r for r in rows_of(world, "agency_application", provider_id=row["provider_id"]) if by(r.get("sent_on"), on)]
    approved = any(by(r.get("approved_on"), on) for r in sent)
    return conclude(
        {"PRV-1": bool(sent)},
        {"PRV-1.approved": approved if sent else True},
        on=on, dated=on, applies=row.get("kind") == "program_agency" and not gone(row, on),
    )  # fmt: skip


def agreement_held(world, row, on, choices):
    signed = [r for r in rows_of(world, "agreement", provider_id=row["provider_id"]) if by(r.get("signed_on"), on)]
    held, covered_to = covered(signed, on)
    forms = [r.get("form") for r in signed if in_force(r, on)]
    needed = "f_00312a" if row.get("kind") in ("individual", "non_specified") else "f_00312"
    if row.get("kind") is None:
        fits = None
    elif needed in forms:
        fits = True
    else:
        fits = None if None in forms else False
    musts = {
        "PRV-2": held > 0,
        "PRV-2.form": fits if held else True,
        "PRV-2.renewal": renewed(covered_to, on) if held else True,
    }
    applies = row.get("kind") != "program_agency" and not gone(row, on)
    return conclude(musts, on=on, dated=on, applies=applies, due=covered_to if fits else None)


def location_licensed(world, row, on, choices):
    licenses = rows_of(world, "provider_license", provider_location_id=row["provider_location_id"])
    held, covered_to = covered(licenses, on)
    setting, beds = row.get("setting"), row.get("beds")
    bears = setting in ("cbrf", "rcac", "adult_family_home")
    needed = {"cbrf": "dhs_83", "rcac": "dhs_89"}.get(setting)
    if setting == "adult_family_home" and beds is not None:
        needed = "county_certified" if beds <= 2 else "dhs_88"
    fits = None if needed is None else any(in_force(r, on) and r.get("kind") == needed for r in licenses)
    return conclude(
        {"PRV-3": held > 0, "PRV-3.renewal": renewed(covered_to, on) if held else True},
        {"PRV-3.kind": fits if held and bears else True},
        on=on, dated=on, applies=(bears or bool(licenses)) and in_force(row, on), due=covered_to,
    )  # fmt: skip


def working(row, on):
    return not gone(row, on) and not (row.get("started_on") and row["started_on"] > on)


def background(world, row, on, choices):
    checks = rows_of(world, "background_check", staff_id=row["staff_id"])
    checks = [r for r in checks if by(r.get("completed_on"), on)]
    last = latest(checks, "completed_on")
    checked_on = last[0]["completed_on"] if last else None
    paper = {name: agreed(last, name) for name in ("confirmed_on", "disclosure_on", "justice_on", "letter_on")}
    known = [r["known_on"] for r in rows_of(world, "changed_circumstance", staff_id=row["staff_id"])]
    changed_on = max((day for day in known if by(day, on)), default=None)
    due = add_months(checked_on, 48) if checked_on else None
    musts = {"PRV-4": by(paper["confirmed_on"], on)}
    for item in ("disclosure", "justice", "letter"):
        musts[f"PRV-4.{item}"] = by(paper[f"{item}_on"], on) if checked_on else True
    in_order = all(by(day, on) for day in paper.values())
    musts["PRV-4.change"] = checked_on >= changed_on if checked_on and changed_on else True
    musts["PRV-4.four_years"] = renewed(due, on) if checked_on else True
    in_order = in_order and musts["PRV-4.change"]
    return conclude(musts, on=on, dated=on, applies=working(row, on), due=due if in_order else None)


def peer_certified(world, row, on, choices):
    own = rows_of(world, "credential", staff_id=row["staff_id"], kind="certified_peer_specialist")
    held, covered_to = covered(own, on, "issued_on", "expires_on")
    begun = latest([r for r in own if by(r.get("issued_on"), on)], "issued_on")
    hours = agreed(begun, "education_hours")
    return conclude(
        {"CPS-1": held > 0, "CPS-1.renewal": renewed(covered_to, on) if held else True},
        {"CPS-2": True if hours is None else Decimal(hours) >= 20},
        on=on, dated=on, applies=bool(own) and working(row, on), due=covered_to,
    )  # fmt: skip


RULES = {
    "PRV-1": ("provider", applied),
    "PRV-2": ("provider", agreement_held),
    "PRV-3": ("provider_location", location_licensed),
    "PRV-4": ("staff", background),
    "CPS": ("staff", peer_certified),
}
