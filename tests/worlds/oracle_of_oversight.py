"""What the state's page asks of a documentation oversight, in the dullest Python, and invented ones."""

from datetime import date, datetime, timedelta

from .oracle import DECIDE, add_months, conclude

MEMO_2019, MEMO_OF_2023, ONE_SHARE = date(2020, 1, 1), date(2023, 1, 1), date(2024, 1, 1)


def nth_weekday(year, month, weekday, nth):
    day = date(year, month, 1)
    while day.weekday() != weekday:
        day += timedelta(days=1)
    return day + timedelta(weeks=nth - 1)


def last_monday_of_may(year):
    day = date(year, 5, 31)
    while day.weekday() != 0:
        day -= timedelta(days=1)
    return day


def offices_closed(year):
    """Wis. Stat. 230.35(4)(a)."""
    days = {date(year, 1, 1), date(year, 7, 4), date(year, 12, 24), date(year, 12, 25), date(year, 12, 31)}
    for moving in (date(year, 1, 1), date(year, 7, 4), date(year, 12, 25)):
        if moving.weekday() == 6:
            days.add(moving + timedelta(days=1))
    days |= {nth_weekday(year, 1, 0, 3), last_monday_of_may(year), nth_weekday(year, 9, 0, 1)}
    return days | {nth_weekday(year, 11, 3, 4)}


def legal_holidays(year):
    """Wis. Stat. 995.20."""
    fixed = {(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)}
    days = {date(year, *one) for one in fixed}
    days |= {day + timedelta(days=1) for day in days if day.weekday() == 6}
    days |= {nth_weekday(year, 1, 0, 3), nth_weekday(year, 2, 0, 3), last_monday_of_may(year)}
    return days | {nth_weekday(year, 9, 0, 1), nth_weekday(year, 10, 0, 2), nth_weekday(year, 11, 3, 4)}


def is_business_day(day, calendar):
    if day.weekday() >= 5:
        return False
    closed = {"state_offices": offices_closed, "legal_holidays": legal_holidays, "weekdays": lambda year: set()}
    return day not in closed[calendar](day.year)


def packet_due(named_on, calendar):
    """The fifteenth business day after, moved on where it is a legal holiday or a weekend."""
    day, left = named_on, 15
    while left:
        day += timedelta(days=1)
        left -= is_business_day(day, calendar)
    while not is_business_day(day, "legal_holidays"):
        day += timedelta(days=1)
    return day


def needed(count, per_cent, rounding):
    if count == 0:
        return 0
    whole, rest = divmod(count * per_cent, 100)
    more = rest > 0 if rounding == "up" else rest >= 50
    return max(1, whole + more)


def size(world, row, on, choices):
    named_on, count, drawn = row.get("sample_named_on"), row.get("participant_count"), row.get("sample_count")
    dated = named_on or on
    rounding = choices.get("rounding", "up")
    if count is None:
        wanted = None
    elif dated < MEMO_2019:
        wanted = count
    elif dated < ONE_SHARE:
        wanted = needed(count, 30 if count < 10 else 15, rounding)
    else:
        wanted = needed(count, 20, rounding)
    holds = None if wanted is None or drawn is None else drawn == wanted
    if MEMO_OF_2023 <= dated < ONE_SHARE:
        holds = DECIDE
    told = {"OVS-1": holds}
    is_sure = dated >= ONE_SHARE
    return conclude(told if is_sure else {}, {} if is_sure else told, on=on, dated=dated, applies=named_on is not None)


def listing(world, row, on, choices):
    asked_on, begins_on = row.get("announced_on"), row.get("period_starts_on")
    early = None if asked_on is None or begins_on is None else asked_on <= begins_on - timedelta(days=30)
    year = choices.get("served_year", "request")
    end = {"request": asked_on, "period": begins_on, "calendar": asked_on and date(asked_on.year, 1, 1)}[year]
    covered = None
    if end:
        pairs = ((row.get("served_from_on"), add_months(end, -12)), (row.get("served_to_on"), end - timedelta(days=1)))
        same = [None if found is None else found == wanted for found, wanted in pairs]
        covered = False if False in same else None if None in same else True
    sent = True if row.get("list_sent_at") else DECIDE
    applies = None if asked_on is None else True
    return conclude(
        {"OVS-2.sent": sent}, {"OVS-2.asked": early, "OVS-2.year": covered}, on=on, dated=asked_on, applies=applies
    )


def packet(world, row, on, choices):
    named_on, sent_on = row.get("sample_named_on"), row.get("packet_received_on")
    due = packet_due(named_on, choices.get("business_days", "state_offices")) if named_on else None
    holds = bool(due and sent_on and sent_on <= due)
    return conclude({"OVS-3": holds}, on=on, dated=named_on, applies=named_on is not None, due=due, since=MEMO_2019)


def review(world, row, on, choices):
    came_on, told_on = row.get("packet_received_on"), row.get("debriefed_on")
    if came_on is None:
        return conclude({}, {"OVS-5": None}, on=on, dated=None, applies=False)
    holds = (told_on or on) <= came_on + timedelta(days=90)
    return conclude({}, {"OVS-5": holds}, on=on, dated=came_on)


def held(world, row, on, choices):
    sent_at = row.get("sent_at")
    none = {name: row.get(name) for name in ("missing_count", "outside_count")}
    told = {
        "OVS-4.complete": None if none["missing_count"] is None else none["missing_count"] == 0,
        "OVS-4.sample": None if none["outside_count"] is None else none["outside_count"] == 0,
        "OVS-4.statement": row.get("has_statement"),
    }
    return conclude(told, {}, on=on, dated=sent_at.date() if sent_at else on)


TABLE = "documentation_oversight"
RULES = {"OVS-1": (TABLE, size), "OVS-2": (TABLE, listing), "OVS-3": (TABLE, packet), "OVS-5": (TABLE, review)}
RULES["OVS-4"] = ("packet", held)


def add_oversights(county, count=12):
    """Oversights of a program, close to every edge: sizes, the years of the memos, Christmas, Veterans Day."""
    edges = (
        date(2019, 12, 31), date(2020, 1, 1), date(2022, 12, 31), date(2023, 1, 1), date(2023, 12, 31),
        date(2024, 1, 1), date(2025, 12, 8), date(2025, 11, 3), date(2026, 10, 21), date(2020, 12, 10),
    )  # fmt: skip
    random = county.random
    for number in range(count):
        named_on = county.maybe(random.choice((county.near(random.choice(edges)), county.any_day())), 0.2)
        served = county.maybe(random.choice((0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 12, 13, 23, 25, 40, 41)))
        calendar = random.choice(("state_offices", "legal_holidays", "weekdays"))
        first = named_on or county.on
        sent_on = random.choice((county.near(packet_due(first, calendar)), county.near(first + timedelta(days=21))))
        sent_on = county.maybe(sent_on, 0.3)
        told_on = county.maybe(county.near((sent_on or first) + timedelta(days=90)), 0.4)
        begins_on = county.day(0.2)
        asked_on = county.maybe(county.near((begins_on or first) - timedelta(days=30)), 0.15)
        year_end = random.choice((asked_on, begins_on, date(first.year, 1, 1))) or first
        drawn = [needed(served or 0, part, way) for part in (15, 20, 30) for way in ("up", "nearest")]
        made = county.add(
            TABLE, title=f"Oversight {number}", announced_on=asked_on, period_starts_on=begins_on,
            served_from_on=county.maybe(add_months(year_end, -12)),
            served_to_on=county.maybe(year_end - timedelta(days=1)), participant_count=served,
            list_sent_at=county.maybe(datetime.fromisoformat("2026-03-02 10:00"), 0.4),
            sample_count=county.maybe(random.choice((*drawn, served or 0))), sample_named_on=named_on,
            packet_received_on=sent_on, debriefed_on=told_on,
        )  # fmt: skip
        left_on = county.near(random.choice((date(2018, 7, 1), sent_on or first)))
        county.add(
            "packet", oversight_id=made["oversight_id"], number=f"{first.year}-{number}",
            missing_count=county.maybe(random.choice((0, 0, 0, 1)), 0.1), outside_count=random.choice((0, 0, 0, 1)),
            has_statement=county.maybe(random.choice((True, True, False)), 0.1),
            sent_at=county.maybe(datetime.fromisoformat(f"{left_on} 10:00"), 0.3),
        )  # fmt: skip
