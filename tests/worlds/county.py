"""Invented counties by seed: small, unlikely, and close to every deadline.

A county is tables of rows as in a world file, with days as `datetime.date`. About one value in eight is not known. Days
fall on and around the day asked, the days the rules count from it, month ends, 29 February and the turn of the year.
"""

from datetime import date, timedelta
from random import Random
from uuid import UUID

from alongside.facts.roles import CREDENTIALS, PROVIDERS, SERVICES
from alongside.facts.tables import TABLES

from .county_of_care import add_care
from .county_of_network import add_network
from .county_of_reviews import add_reviews
from .oracle import TOPICS, add_months
from .oracle_of_oversight import add_oversights

ASKED = (
    date(2026, 11, 20), date(2024, 2, 29), date(2026, 2, 28), date(2026, 3, 1), date(2025, 8, 31), date(2025, 12, 31),
    date(2026, 1, 1), date(2024, 2, 28), date(2024, 3, 1), date(2025, 4, 30), date(2020, 1, 1), date(2018, 9, 30),
)  # fmt: skip
TURNS = (
    date(2018, 6, 30), date(2018, 7, 1), date(2019, 12, 31), date(2020, 1, 1), date(2024, 2, 29), date(2025, 12, 31),
)  # fmt: skip
# Words of another state's program: a county of Wisconsin never writes them.
ELSEWHERE = {*CREDENTIALS, *PROVIDERS, *SERVICES}
TEXTS = ("a few words", "x", "  ", "\t\n", "É ž")
CHOICES = {
    "screen_by_age": ("by_age", "either"),
    "exempt_hours": ("count", "topic only"),
    "before_employment": ("a person decides", "count", "do not count"),
    "left_early": ("judged", "does not apply"),
    "meeting_in_person": ("until 2020", "still"),
    "support_plan": ("yearly", "yearly", "not asked"),
    "business_days": ("state_offices", "legal_holidays", "weekdays"),
    "draft_days": ("calendar", "business"),
    "notified": ("writing", "meeting"),
    "older_discharge_page": ("in force", "in force", "not in force"),
    "served_year": ("request", "period", "calendar"),
    "rounding": ("up", "nearest"),
}


ROOTS = tuple(table.key for table in TABLES.values() if table.parent is None)
KEPT_IN = {table.key: name for name, table in TABLES.items()}

# So many counties in a row are asked on one day by one choice of readings, and can be asked in one world.
TOGETHER = 4


class County:
    """Draws one county. `on` is the day to ask on, `tables` the facts, `choices` the readings chosen."""

    def __init__(self, seed, people=24, staff=16):
        self.random = Random(f"when and how {seed // TOGETHER}")
        self.on = self.random.choice((*ASKED, self.any_day()))
        self.choices = {}
        for name, options in CHOICES.items():
            if self.random.random() < 0.4:
                self.choices[name] = self.random.choice(options)
        self.random = Random(seed)
        self.tables = {name: [] for name in TABLES}
        for number in range(people):
            self.participant(f"{number + 1:010d}")
        for number in range(staff):
            self.staff(f"S{number + 1:03d}")
        add_care(self)
        add_reviews(self)
        add_network(self, providers=staff // 2)
        add_oversights(self)

    # ------------------------------------------------------------------------------------------------- values

    def any_day(self):
        return date(2018, 1, 1) + timedelta(days=self.random.randrange(3300))

    def near(self, day):
        return day + timedelta(days=self.random.choice((-1, 0, 0, 0, 1)))

    def months_from(self, day, *months):
        """A day so many months from another, on the dot or next to it, or at the month's end."""
        moved = add_months(day, self.random.choice(months))
        if self.random.random() < 0.2:
            moved = add_months(moved.replace(day=1), 1) - timedelta(days=1)
        return self.near(moved)

    def maybe(self, value, unknown=0.12):
        return None if self.random.random() < unknown else value

    def day(self, unknown=0.12):
        kind = self.random.random()
        if kind < 0.2:
            found = self.near(self.on)
        elif kind < 0.6:
            found = self.months_from(self.on, -36, -24, -18, -12, -12, -6, -6, -3, -3, -1, 1, 3, 6, 12)
        elif kind < 0.75:
            found = self.near(self.random.choice(TURNS))
        else:
            found = self.any_day()
        return self.maybe(found, unknown)

    def word(self, table, column, unknown=0.12):
        return self.maybe(
            self.random.choice([word for word in TABLES[table].columns[column].words if word not in ELSEWHERE]), unknown
        )

    def yes(self):
        return self.random.choice((True, True, False, None))

    def text(self):
        return self.maybe(self.random.choice(TEXTS), 0.3)

    def some(self, *counts):
        return range(self.random.choice(counts))

    def add(self, table, **row):
        key = {TABLES[table].key: str(UUID(int=self.random.getrandbits(128), version=4))}
        self.tables[table].append({**key, **row})
        return self.tables[table][-1]

    # ------------------------------------------------------------------------------------------------- people

    def participant(self, medicaid_id):
        enrolled = sorted((self.enrolled_on() for _ in self.some(0, 1, 1, 1, 1, 2, 3)), key=lambda day: day or self.on)
        person = self.add("participant", medicaid_id=medicaid_id, born_on=self.born_on(enrolled))
        of = {"participant_id": person["participant_id"]}
        for enrolled_on in enrolled:
            self.add("enrollment", **of, enrolled_on=enrolled_on)
        for _ in self.some(0, 1, 1, 2, 3):
            starts_on = self.day(0.3)
            self.add("coverage", **of, plan=self.plan(), starts_on=starts_on, ends_on=self.end(starts_on))
        for _ in self.some(0, 1, 1, 2, 3):
            starts_on = self.day(0.3)
            beds = self.maybe(self.random.choice((1, 4, 5, 6, 15, 16, 17)), 0.2)
            setting = self.random.choice((self.word("residence", "setting"), "cbrf", "own_home"))
            self.add(
                "residence", **of, setting=setting, beds=beds, starts_on=starts_on, ends_on=self.end(starts_on)
            )  # fmt: skip
        anchor = next((day for day in reversed(enrolled) if day), self.on)
        for _ in self.some(0, 1, 1, 2, 3):
            self.add(
                "functional_screen", **of, kind=self.word("functional_screen", "kind"),
                completed_on=self.document_on(anchor),
                result=self.random.choice(("eligible", "eligible", "not_eligible", None)),
            )  # fmt: skip
        for table in ("assessment", "service_plan"):
            days = (
                self.habit(anchor)
                if self.random.random() < 0.3
                else [self.document_on(anchor) for _ in self.some(0, 1, 2, 3, 4, 5)]
            )
            for completed_on in days:
                more = {"is_in_person": self.yes()} if table == "service_plan" else {}
                self.add(table, **of, completed_on=completed_on, **more)
        for enrolled_on in enrolled[: self.random.choice((0, 0, 1, 1, 2))]:
            self.discharge(of, enrolled_on)

    def enrolled_on(self):
        return self.months_from(self.on, *range(-30, 1, 6), -3, -13, 1, 6) if self.random.random() < 0.7 else self.day()

    def born_on(self, enrolled):
        if self.random.random() < 0.2:
            return self.maybe(date(self.random.choice((1996, 2004, 2008, 2012)), 2, 29))
        turned = next((day for day in reversed(enrolled) if day), self.on)
        turned = self.random.choice((turned, self.on, self.months_from(self.on, -12, -6, 6)))
        years = self.random.choice((14, 14, 16, 18, 18, 18, 17, 30))
        return self.maybe(self.near(add_months(turned, -12 * years)))

    def plan(self):
        return self.random.choice(("medicaid", "badgercare_plus_standard", self.word("coverage", "plan")))

    def end(self, starts_on):
        ends_on = self.day(0.5)
        return None if starts_on and ends_on and ends_on < starts_on else ends_on

    def document_on(self, enrolled_on):
        """On or near one of the marks, or somewhere in the half-year."""
        kind = self.random.random()
        if kind < 0.35:
            return self.months_from(enrolled_on, -6, 0, 0, 6, 6, 12, 12, 18, 24)
        if kind < 0.7:
            mark = add_months(enrolled_on, self.random.choice((0, 6, 12, 18)))
            return mark + timedelta(days=self.random.randrange(-90, 90))
        return self.day(0.2)

    def habit(self, enrolled_on):
        """Every update as early or as late as the last one, from some update on, with one left out now and then."""
        late = timedelta(days=self.random.choice((-100, -80, -5, 0, 1, 10, 80, 100)))
        marks = range(self.random.choice((0, 0, 1, 2)), 8)
        return [add_months(enrolled_on, 6 * mark) + late for mark in marks if self.random.random() < 0.9]

    def discharge(self, of, enrolled_on):
        after = self.random.choice((0, 1, 30, 180, 400))
        discharged_on = enrolled_on + timedelta(days=after) if enrolled_on else self.day()
        if self.random.random() < 0.3:
            discharged_on = self.near(self.on)
        discharged_on = self.maybe(discharged_on)
        last_contact_on = self.near(discharged_on - timedelta(days=90)) if discharged_on else None
        found = self.add(
            "discharge", **of, discharged_on=discharged_on, is_planned=self.yes(), planned_reason=self.text(),
            cause=self.word("discharge", "cause"), last_contact_on=self.random.choice((last_contact_on, self.day())),
            is_involuntary=self.yes(), has_summary=self.yes(), pps_recorded_on=self.day(0.4),
            has_notice_summary=self.yes(), has_notice_reapply=self.yes(), has_notice_hearing=self.yes(),
        )  # fmt: skip
        last = None
        for _ in self.some(0, 1, 1, 2, 2):
            is_amendment = last is not None and self.random.random() < 0.6
            last = self.add(
                "discharge_summary", discharge_id=found["discharge_id"], **of, reason=self.text(),
                progress=self.text(), resume_when=self.text(), participant_signed_on=self.day(0.4),
                coordinator_signed_on=self.day(0.4), amends_id=last["discharge_summary_id"] if is_amendment else None,
            )  # fmt: skip

    # -------------------------------------------------------------------------------------------------- staff

    def staff(self, staff_number):
        started_on = (
            self.months_from(self.on, -3, -3, -3, -2, -4, -12, 0, 1) if self.random.random() < 0.8 else self.day()
        )
        started_on = self.maybe(started_on)
        ended_on = self.day(0.6)
        ended_on = None if started_on and ended_on and ended_on < started_on else ended_on
        person = self.add("staff", staff_number=staff_number, started_on=started_on, ended_on=ended_on)
        of, first = {"staff_id": person["staff_id"]}, started_on or self.on
        # Either nearly everything is there, so that one thing decides, or anything goes.
        is_nearly_done = self.random.random() < 0.7
        topics = list(TOPICS) if is_nearly_done else [self.word("training", "topic") for _ in self.some(0, 2, 5)]
        for topic in topics:
            self.training(of, topic, first, ("1.25", "1.5", "1.43", "1.42", "2"))
        for _ in self.some(0, 1, 1, 2):
            self.training(of, self.word("training", "topic"), first, ("0.25", "1", "1.25", "0.01", "3", "24"))
        for _ in self.some(0, 0, 1, 2):
            self.exemption(of)
        if is_nearly_done and self.random.random() < 0.4:
            self.tables["training"].remove(
                next(row for row in self.tables["training"] if row["staff_id"] == of["staff_id"])
            )

    def training(self, of, topic, first, hours):
        kind = self.random.random()
        if kind < 0.5:
            held_on = first + timedelta(days=self.random.randrange(85))
        elif kind < 0.9:
            held_on = self.months_from(first, 0, 0, 3, 3, 3)
        else:
            held_on = self.day()
        self.add(
            "training", **of, topic=topic, hours=self.maybe(self.random.choice(hours), 0.05),
            held_on=self.maybe(held_on, 0.05), employee_name=self.text(), employer_name=self.text(),
            method=self.text(), content=self.text(), county_signed_by=self.text(),
        )  # fmt: skip

    def exemption(self, of):
        asked_on = self.day()
        ended_on = self.months_from(asked_on or self.on, -12, -12, -12, -6, 0, 1)
        decided_on = self.day()
        decision = self.word("exemption", "decision", 0.3)
        self.add(
            "exemption", **of, topic=self.word("exemption", "topic"),
            hours=self.maybe(self.random.choice(("0.5", "1.25", "8", "10"))), requested_on=asked_on,
            completed_on=self.maybe(ended_on), is_duplicative=self.yes(), rule_citation=self.text(),
            is_documented=self.yes(), decision=decision, decided_on=decided_on,
        )  # fmt: skip


def counties(first):
    """Several counties asked on one day, as one: the day, the choices and the tables."""
    found = [County(seed) for seed in range(first, first + TOGETHER)]
    together = {name: [row for county in found for row in county.tables[name]] for name in TABLES}
    return found[0].on, found[0].choices, together


def of_rule(rule, choices):
    """The choices that differ from what a rule does anyway: its SQL is made once for each set of them."""
    return {r.id: choices[r.id] for r in rule.readings if choices.get(r.id, r.default) != r.default}


def of_person(tables, key):
    """The rows of one participant or staff member only."""
    return {name: [row for row in rows if key in (row.get(root) for root in ROOTS)] for name, rows in tables.items()}


def with_parents(tables):
    """Without the rows that belong to a row which is not there, and without pointers to such rows."""
    while True:
        here = {key: {row[key] for row in tables[name]} for key, name in KEPT_IN.items()}
        found = {name: list(_standing(TABLES[name], rows, here)) for name, rows in tables.items()}
        if found == tables:
            return found
        tables = found


def _standing(table, rows, here):
    pointing = [name for name in table.columns if name in here and name != table.key]
    for row in rows:
        gone = [name for name in pointing if row.get(name) is not None and row[name] not in here[name]]
        if not any(table.columns[name].is_required for name in gone):
            yield {**row, **dict.fromkeys(gone)} if gone else row


def smallest(tables, still_wrong):
    """The least of a world that still shows a fault: rows and values left out one by one while it does."""
    tables = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    is_smaller = True
    while is_smaller:
        is_smaller = False
        for name in list(tables):
            for number in reversed(range(len(tables[name]))):
                fewer = {**tables, name: tables[name][:number] + tables[name][number + 1 :]}
                if TABLES[name].parent is not None and still_wrong(with_parents(fewer)):
                    tables, is_smaller = with_parents(fewer), True
                    continue
                for column, value in tables[name][number].items():
                    if value is None or column.endswith(("_id", "_number")) or (name, column) == ("provider", "name"):
                        continue
                    rows = [dict(row) for row in tables[name]]
                    rows[number][column] = None
                    if still_wrong({**tables, name: rows}):
                        tables, is_smaller = {**tables, name: rows}, True
    return {
        name: [{c: v for c, v in row.items() if v is not None} for row in rows] for name, rows in tables.items() if rows
    }
