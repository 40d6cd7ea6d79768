"""What the Illinois sources and our readings ask of billing and of teams, in the dullest Python: one row at a time."""

from datetime import date, timedelta

from .oracle import DECIDE, Verdict, add_months, conclude, in_force, rows_of

SINCE = date(2018, 8, 1)
RANK = {"lpha": 4, "qmhp": 3, "mhp": 2, "crss": 2, "cfpp": 2, "rsa": 1}
NAME = {4: "lpha", 3: "qmhp", 2: "mhp", 1: "rsa"}
LPHA_LICENSES = ("lpha", "physician", "psychiatric_nurse")
CLINICAL_LICENSES = ("clinical_psychologist", "lcsw", "lcpc", "lmft")
SHOWS_MHP = ("crss", "cfpp", "lpn", "psychiatric_rehabilitation")
PEERS = ("crss", "cfpp", "cprs")
OUTSIDE = ("peer_support_worker", "engagement_specialist", "substance_use_professional")
TREATMENT = ("substance_use_treatment", "early_intervention")
TREATING = (
    "cadc", "lpc", "lcpc", "physician", "clinical_psychologist", "lsw", "lcsw", "lmft", "psychiatric_nurse",
    "psychiatric_physician_assistant",
)  # fmt: skip


def neither(*values):
    """No, unless one is yes or not known."""
    return False if True in values else None if None in values else True


def both(one, other):
    return False if False in (one, other) else None if None in (one, other) else True


def told(yes, untold):
    return True if yes else None if untold else False


def above(one, other):
    return one is not None and other is not None and one > other


def valid(row, day):
    return (not row.get("issued_on") or row["issued_on"] <= day) and (
        not row.get("expires_on") or day <= row["expires_on"]
    )


def two_years(world, who, day, *under):
    rows = rows_of(world, "experience", staff_id=who, setting="mental_health", is_documented=True)
    rows = [row for row in rows if not under or row.get("supervised_by") in under]
    last = max((row["ends_on"] for row in rows if row.get("ends_on")), default=None)
    return sum(row.get("months") or 0 for row in rows) >= 24 and (last is None or last <= day)


def routes(world, who, day):
    """By what somebody is qualified on a day: pairs of route and rank. A rank of None: nobody can tell."""
    job = rows_of(world, "staff", staff_id=who)[0]
    if job.get("ended_on") and job["ended_on"] < day:
        return []
    papers, degrees = rows_of(world, "credential", staff_id=who), rows_of(world, "degree", staff_id=who)
    roles = rows_of(world, "role_assignment", staff_id=who)
    if not papers and not degrees and not roles:
        return [("nothing", None)]
    kinds = {row.get("kind") for row in papers}
    found = []
    current = [row for row in roles if in_force(row, day)]
    for row in papers:
        kind = row.get("kind")
        if valid(row, day):
            found.append((kind, 4 if kind in LPHA_LICENSES else 2 if kind in ("crss", "cfpp", "lpn") else 0))
            if kind in CLINICAL_LICENSES and any(one.get("role") == "lpha" for one in current):
                found.append((kind, 4))
            if kind == "psychiatric_rehabilitation" and degrees and two_years(world, who, day):
                found.append((kind, 2))
    for row in current:
        role, rank = row.get("role"), 0
        if role in ("qmhp", "rsa"):
            rank = RANK[role]
        elif (role == "lpha" and not kinds & {*LPHA_LICENSES, *CLINICAL_LICENSES}) or (
            role == "mhp" and not kinds & set(SHOWS_MHP) and not degrees
        ):
            rank = None
        found.append((f"as_{role}" if role else None, rank))
    for row in degrees:
        if row.get("level") in ("bachelor", "master", "doctorate") and not (
            row.get("conferred_on") and row["conferred_on"] > day
        ):
            if row.get("field") is None:
                found.append(("degree", None))
            elif row["field"] != "other_field":
                found.append(("degree", 2))
            elif two_years(world, who, day, "qmhp", "lpha"):
                found.append(("degree_and_experience", 2))
    return found


def ways_up(world, who, day):
    """(rank of the direct supervisor, rank at the top) for every way up by higher and higher ranks."""
    found, ahead = [], [(who, 0, None, 0)]
    while ahead:
        person, rank, first, steps = ahead.pop()
        for link in rows_of(world, "supervision", staff_id=person):
            if not in_force(link, day) or not link.get("supervisor_id"):
                continue
            for _route, higher in routes(world, link["supervisor_id"], day):
                if higher is not None and higher <= rank:
                    continue
                found.append((higher if steps == 0 else first, higher))
                if higher is not None and steps < 3:
                    ahead.append((link["supervisor_id"], higher, higher if steps == 0 else first, steps + 1))
    return found


def signers(world, service, served, on):
    """The ranks of those who signed a service off, each on the day they did; None where a day or a rank is not told."""
    notes = {row["progress_note_id"] for row in rows_of(world, "progress_note", service_id=service)}
    found = []
    for row in world.get("sign_off", []):
        own = row.get("service_id")
        if own != service and (own or row.get("progress_note_id") not in notes):
            continue
        day = row.get("decided_on")
        if row.get("decision") != "signed_off":
            continue
        if not day:
            found.append(None)
            continue
        if not served <= day <= on:
            continue
        who = row.get("supervisor_id")
        ranks = [rank for _route, rank in routes(world, who, day) if rank is None or rank > 0] if who else [None]
        found += ranks or [0]
    return found


def role_of(row, mine, was):
    """The role of a service: as recorded, or what the person was that day if they were one thing only."""
    names = {route for route, _rank in mine}
    highest = max((rank for _route, rank in mine if rank is not None), default=0)
    if row.get("role"):
        return row["role"]
    if names & set(PEERS) and any(rank and route not in ("crss", "cfpp") for route, rank in mine):
        return None
    for peer in ("crss", "cfpp"):
        if peer in names:
            return peer
    if highest in NAME:
        return NAME[highest]
    if any(rank is None for _route, rank in mine):
        return None
    if "cprs" in names:
        return "cprs"
    if "as_peer_support_worker" in names:
        return "peer_support_worker"
    return next((peer for peer in PEERS if peer in was), None)


def qualified(billed, mine, was):
    names = {route for route, _rank in mine}
    highest = max((rank for _route, rank in mine if rank is not None), default=0)
    untold = any(rank is None for _route, rank in mine)
    if billed is None:
        return None
    if billed in OUTSIDE:
        return DECIDE
    if billed in ("crss", "cfpp"):
        return billed in names
    if billed == "cprs":
        return True
    if billed == "mhp":
        if highest >= 3 or names & {"crss", "cfpp"}:
            return True
        if highest == 2:
            return not was or "as_mhp" in names
        return None if untold else False
    return told(highest >= RANK[billed], untold)


def planned(world, row, choices):
    """The criteria on the plan."""
    person, day, kind = row["participant_id"], row["served_on"], row.get("kind")
    plans = rows_of(world, "service_plan", participant_id=person)
    undated = any(not plan.get("completed_on") for plan in plans)
    dated = [plan for plan in plans if plan.get("completed_on") and plan["completed_on"] <= day]
    planned_on = max((plan["completed_on"] for plan in dated), default=None)
    in_crisis = kind in ("crisis_intervention", "crisis_stabilization", "mobile_crisis") and planned_on is None
    listed = False
    newest = [plan for plan in dated if plan["completed_on"] == planned_on]
    for line in rows_of(world, "plan_line", participant_id=person, kind=kind) if kind else []:
        if planned_on and in_force(line, day):
            its = line.get("service_plan_id")
            listed |= its is None or its in {plan["service_plan_id"] for plan in newest}
    authors = {plan.get("author_role") for plan in newest} - {None}
    reviews = [r["reviewed_on"] for r in rows_of(world, "plan_review", participant_id=person) if r.get("reviewed_on")]
    looked_at = max([planned_on, *(r for r in reviews if r <= day)]) if planned_on else None
    overdue = looked_at is not None and day > looked_at + timedelta(days=180)
    certified = [
        paper["issued_on"] for paper in rows_of(world, "credential", staff_id=row.get("staff_id"), kind="im_cans")
        if row.get("staff_id") and paper.get("issued_on") and paper["issued_on"] <= day
    ]  # fmt: skip
    certificate = None
    if certified:
        certificate = DECIDE if max(certified) < add_months(day, -12) else True
    is_other = kind is not None and kind != "iatp"
    musts = {
        "IL-PLAN-1": DECIDE if in_crisis else told(planned_on, undated),
        "IL-PLAN-2": DECIDE if in_crisis else told(listed, planned_on is None and undated),
        "IL-PLAN-4.billing": DECIDE if overdue and choices.get("review_overdue") == "a person decides" else True,
        "IL-PLAN-5": True if is_other else row.get("has_im_cans"),
        "IL-PLAN-5.certificate": True if is_other else certificate,
    }
    by_peer = bool(authors & {*PEERS, "peer_support_worker"})
    return musts, {
        "IL-PLAN-3": True if not dated else None if not authors else not by_peer,
        "IL-PLAN-4": not overdue,
    }


def may_bill(world, row, on, choices):
    applies = None if row.get("funding") is None else row["funding"] == "mental_health_medicaid"
    day, who, kind = row.get("served_on"), row.get("staff_id"), row.get("kind")
    if day is None or applies is not True:
        return Verdict(conclude({}, on=on, dated=day, applies=applies, since=SINCE).answer, None, {})
    mine = routes(world, who, day) if who else []
    names = {route for route, _rank in mine}
    was = {p.get("kind") for p in rows_of(world, "credential", staff_id=who)} & set(PEERS) if who else set()
    given = role_of(row, mine, was)
    billed = row.get("billed_as") or given
    rank = None if billed is None else RANK.get(billed, 0)
    ways = ways_up(world, who, day) if who else []
    first = max((one for one, _top in ways if one is not None), default=None)
    led = max((one for one, top in ways if top == 4 and one is not None), default=None)
    signed = signers(world, row["service_id"], day, on)
    signed_rank = max((one for one in signed if one is not None), default=None)
    is_lpha = billed == "lpha" and choices.get("lpha_top", "nobody") == "nobody"
    job = rows_of(world, "staff", staff_id=who)[0] if who else {}
    agencies = rows_of(world, "provider", provider_id=job["provider_id"]) if job.get("provider_id") else []
    is_practice = any(one.get("kind") == "independent_practitioner" for one in agencies)
    employed = None if job.get("engagement") is None else job["engagement"] == "employee"
    if job.get("engagement") == "contractor" and choices.get("contractors") == "a person decides":
        employed = DECIDE
    peer_now = bool(names & {"crss", "cfpp"})
    another = any(r and route not in ("crss", "cfpp") for route, r in mine)
    clinical = row.get("is_clinical")
    performed = bool(clinical) if given in PEERS else clinical
    as_peer = (billed in ("crss", "cfpp") or (billed == "mhp" and peer_now)) and not another
    group = {"iatp": True, "act": False, None: None}.get(kind, DECIDE)
    musts, shoulds = planned(world, row, choices)
    musts |= {
        "IL-CHAIN-1": True if is_lpha else None if rank is None and ways else told(
            above(first, rank), any(one is None for one, _top in ways)
        ),
        "IL-CHAIN-2": True if is_lpha else None if rank is None and ways else told(
            above(led, rank) or (led is not None and not above(first, rank)), any(top is None for _one, top in ways)
        ),
        "IL-CHAIN-3": True if is_lpha else None if rank is None and signed else told(
            above(signed_rank, rank), None in signed
        ),
        "IL-TIER-1": qualified(billed, mine, was),
        "IL-TIER-2": None if billed is None else billed != "cprs",
        "IL-ROLE-2": True if billed != "qmhp" or not names & set(PEERS) else both(
            row.get("has_clinical_requirements"), performed
        ),
        "IL-EMP-1": True if is_practice or billed == "peer_support_worker" else employed,
        "IL-EMP-1.group": group if is_practice else True,
    }  # fmt: skip
    matches = billed == given or (billed == "mhp" and given in ("crss", "cfpp"))
    shoulds |= {
        "IL-TIER-2.other": not ("cprs" in names and billed != "cprs"),
        "IL-ROLE-1": None if given is None else matches,
        "IL-ROLE-3": neither(kind in ("iatp", "therapy"), clinical) if as_peer else True,
    }
    return conclude(musts, shoulds, on=on, dated=day, applies=applies, since=SINCE)


def may_bill_substance_use(world, row, on, choices):
    funding, kind, day, who = (row.get(name) for name in ("funding", "kind", "served_on", "staff_id"))
    applies = None if funding is None else funding == "substance_use_medicaid"
    if funding == "grant":
        applies = None if kind is None else kind in ("recovery_support", "peer_recovery_support")
    if day is None or applies is not True:
        return Verdict(conclude({}, on=on, dated=day, applies=applies, since=date(2020, 3, 1)).answer, None, {})
    person = row["participant_id"]
    names = {route for route, _rank in routes(world, who, day)} if who else set()
    paid = kind == "peer_recovery_support" and funding == "substance_use_medicaid"
    granted = kind == "recovery_support" and funding == "grant"
    treated = [e for e in rows_of(world, "treatment_episode", participant_id=person) if in_force(e, day)]
    agency = rows_of(world, "staff", staff_id=who)[0].get("provider_id") if who else None
    given = rows_of(world, "provider_approval", provider_id=agency, kind="supr_license") if agency else []
    checks = rows_of(world, "coverage", participant_id=person)
    alone, count = None, row.get("attendee_count")
    if row.get("modality") == "group" or (count or 0) > 1:
        alone = False
    elif row.get("modality") == "individual" or count == 1:
        alone = True
    peer = None if who is None else "cprs" in names
    if "crss" in names and "cprs" not in names and choices.get("sud_crss", "a person decides") == "a person decides":
        peer = DECIDE
    covered = told(any(c.get("plan") == "medicaid" and in_force(c, day) for c in checks), not checks)
    same = [s for s in rows_of(world, "service", participant_id=person, staff_id=who) if s.get("kind") in TREATMENT]
    separate = granted or (paid and choices.get("same_staff") == "both")
    pay_by = add_months(day, 12)
    paid_days = [c["paid_on"] for c in rows_of(world, "claim", service_id=row["service_id"]) if c.get("paid_on")]
    asks_grant = kind == "peer_recovery_support" and funding == "grant" and day >= date(2024, 10, 1)
    musts = {
        "IL-SUD-1": day >= date(2024, 10, 1) if paid else True,
        "IL-SUD-2": bool(treated) if paid else True,
        "IL-SUD-2.provider": (any(in_force(g, day) for g in given) if agency else None) if paid else True,
        "IL-SUD-3": alone if paid else True,
        "IL-SUD-3.who": peer if paid else True,
        "IL-SUD-4": (None if covered is None else not covered) if asks_grant else True,
        "IL-SUD-5": (None if who is None else bool(names & set(TREATING))) if kind in TREATMENT else True,
        "IL-SUD-6": (None if who is None else bool(names & {"cprs", "crss", "supr_exception"})) if granted else True,
        "IL-SUD-8": True if funding == "grant" else min(paid_days, default=on) <= pay_by,
    }
    shoulds = {"IL-SUD-7": not (who and same) if separate else True}
    return conclude(musts, shoulds, on=on, dated=day, applies=applies, since=date(2020, 3, 1))


# ------------------------------------------------------------------------------------------------------------ teams


def members(world, team, day):
    found = []
    for row in rows_of(world, "team_member", team_id=team):
        job = rows_of(world, "staff", staff_id=row["staff_id"])[0] if row.get("staff_id") else {}
        if in_force(row, day) and not (job.get("ended_on") and job["ended_on"] < day):
            found.append((row, job))
    return found


def holds_one(world, who, day, *kinds):
    return any(row.get("kind") in kinds and valid(row, day) for row in rows_of(world, "credential", staff_id=who))


def lacking(world, team, day, *kinds):
    """(staff with lived experience without such a credential, how many nobody told, their first day of hire)."""
    without = [(row, job) for row, job in members(world, team, day) if row.get("staff_id")]
    without = [(row, job) for row, job in without if not holds_one(world, row["staff_id"], day, *kinds)]
    lived = {row["staff_id"]: job for row, job in without if row.get("has_lived_experience")}
    untold = {row["staff_id"] for row, _job in without if row.get("has_lived_experience") is None}
    hired = min((job["started_on"] for job in lived.values() if job.get("started_on")), default=None)
    return lived, untold, hired


def certified(world, team, day, *kinds):
    return {
        r["staff_id"]
        for r, _job in members(world, team, day)
        if r.get("staff_id") and holds_one(world, r["staff_id"], day, *kinds)
    }


def going_on(row, on):
    return not (row.get("ends_on") and row["ends_on"] < on) and not (row.get("starts_on") and row["starts_on"] > on)


def of_kind(row, kind, on):
    if not going_on(row, on):
        return False
    return None if row.get("kind") is None else row["kind"] == kind


def act(world, row, on, choices):
    has = certified(world, row["team_id"], on, "crss", "cfpp")
    lived, untold, hired = lacking(world, row["team_id"], on, "crss", "cfpp")
    due = add_months(hired, 18) if hired else None
    if due and choices.get("weekend") == "rolled" and due.weekday() > 4:
        due += timedelta(days=7 - due.weekday())
    clock = False if lived and due else None if lived or untold else True
    person = True if has or lived or untold else DECIDE
    musts = {"IL-CRED-ACT": True if has else clock, "IL-CRED-ACT.person": person}
    applies = of_kind(row, "act", on)
    return conclude(musts, on=on, dated=on, applies=applies, due=None if has else due, since=SINCE)


def cst(world, row, on, choices):
    has = certified(world, row["team_id"], on, "crss", "cfpp")
    first = row.get("starts_on")
    if first is None:  # without its first day a gap begins only where a certified stretch ended
        ends = [
            day for day in (on - timedelta(days=n) for n in range(1, 1200))
            if certified(world, row["team_id"], day, "crss", "cfpp")
        ]  # fmt: skip
        first = min(ends) if ends else on + timedelta(days=1)
    gaps = False
    day = first
    while day <= on and not gaps:
        gaps = not certified(world, row["team_id"], day, "crss", "cfpp")
        day += timedelta(days=1)
    applies = of_kind(row, "cst", on)
    return conclude(
        {"IL-CRED-CST": bool(has)}, {"IL-CRED-CST.gaps": not gaps}, on=on, dated=on, applies=applies, since=SINCE
    )


def engagement(world, row, on, choices):
    team = row["team_id"]
    lived, untold, hired = lacking(world, team, on, "crss", "cprs")
    peers = certified(world, team, on, "crss", "cprs")
    anybody = any(one.get("has_lived_experience") and one.get("staff_id") for one, _job in members(world, team, on))
    allowed = add_months(hired, 12) if hired else None
    last = max((rows_of(world, "staff", staff_id=who)[0]["staff_number"] for who in lived), default=None)
    for more in rows_of(world, "extension", team_id=team):
        who = more.get("staff_id")
        is_theirs = not who or rows_of(world, "staff", staff_id=who)[0]["staff_number"] == last
        if more.get("approved_on") and more["approved_on"] <= on and is_theirs and more.get("ends_on") and allowed:
            allowed = max(allowed, more["ends_on"])
    in_time = True if not lived else None if allowed is None else on <= allowed
    musts = {"IL-CRED-590": told(anybody or peers, untold)}
    if on >= date(2026, 7, 1):
        musts["IL-CRED-590.certified"] = DECIDE if lived else True
    applies = of_kind(row, "crisis_590", on)
    return conclude(musts, {"IL-CRED-590.year": in_time}, on=on, dated=on, applies=applies, since=date(2021, 7, 1))


def plan_reviewed(world, row, on, choices):
    person = row["participant_id"]
    plans = rows_of(world, "service_plan", participant_id=person)
    days = [plan["completed_on"] for plan in plans if plan.get("completed_on") and plan["completed_on"] <= on]
    left = [one["discharged_on"] for one in rows_of(world, "discharge", participant_id=person)]
    left_on = max((day for day in left if day and day <= on), default=None)
    if not days:
        applies = None if any(not plan.get("completed_on") for plan in plans) else False
        return conclude({"IL-PLAN.review": None}, on=on, dated=on, applies=applies, since=date(2018, 8, 1))
    planned_on = max(days)
    reviews = [r["reviewed_on"] for r in rows_of(world, "plan_review", participant_id=person) if r.get("reviewed_on")]
    looked_at = max([planned_on, *(day for day in reviews if day <= on)])
    due = looked_at + timedelta(days=180)
    authors = {plan.get("author_role") for plan in plans if plan.get("completed_on") == planned_on} - {None}
    by_other = None if not authors else not authors & {*PEERS, "peer_support_worker"}
    applies = left_on is None or left_on < planned_on
    return conclude(
        {"IL-PLAN.review": looked_at == on}, {"IL-PLAN.author": by_other}, on=on, dated=on, applies=applies, due=due,
        since=date(2018, 8, 1),
    )  # fmt: skip


RULES = {
    "IL": ("service", may_bill),
    "IL-PLAN": ("participant", plan_reviewed),
    "IL-SUD": ("service", may_bill_substance_use),
    "IL-CRED-ACT": ("team", act),
    "IL-CRED-CST": ("team", cst),
    "IL-CRED-590": ("team", engagement),
}
