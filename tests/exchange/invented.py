"""Invented trackers of the sample's shape: other people, other trouble, and what each should say, in dull Python.

The oracle knows what it put into the sheet; it shares no code with the reader, the rules or their dates.
"""

from __future__ import annotations

import calendar
import datetime
import random
from dataclasses import dataclass, field
from typing import Any

import openpyxl

from .tracker import ON, PARTICIPANTS, STAFF, TRAINING, member, person, rows_of, session

TOPICS = {
    "updates": ["ForwardHealth Updates 2010-94 & 2018-17", "FH updates"],
    "statutes": ["Wis Stats 48, 51, 55", "Ch. 48/51/55"],
    "civil_rights": ["Civil rights / ADA", "ADA + Civil Rights Act"],
    "documentation": ["Documentation & HIPAA", "HIPAA/documentation standards"],
    "confidentiality": ["51.30 / DHS 92", "Confidentiality (51.30, DHS 92, 42 CFR Part 2)"],
    "patient_rights": ["51.61 / DHS 94", "Patient rights"],
    "recovery": ["Trauma-informed care", "Motivational interviewing", "Recovery models", "De-escalation"],
}
COVERAGE = {
    "MA": "met", "Medicaid": "met", "BC+ Standard": "met", "BadgerCare Plus Standard": "met", "none": "not met",
    "pending": "not met", "Family Planning Only": "not met", "": "facts missing",
}  # fmt: skip
LIVES_IN = {
    "House": "met", "Own apartment": "met", "Supported apt": "met", "AFH": "met", "RCAC": "met", "Jail": "not met",
    "Nursing home": "not met", "": "facts missing",
}  # fmt: skip
BEDS = {4: "not met", 5: "met", 8: "met", 16: "met", 17: "not met", None: "facts missing"}
GIVEN = ("Ava", "Bo", "Cora", "Dale", "Zoë", "Kao", "Mai", "Tou", "Uma", "Wes")
FAMILY = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fern", "O’Hazel", "Ironwood", "Larch", "Maple")


@dataclass
class County:
    """A tracker's rows and what they should say: answers by Medicaid id and staff number, and the rows refused."""

    people: list[Any] = field(default_factory=list)
    staff: list[Any] = field(default_factory=list)
    sessions: list[Any] = field(default_factory=list)
    titles: int = 0
    participants: dict[str, dict[str, Any]] = field(default_factory=dict)
    members: dict[str, dict[str, Any]] = field(default_factory=dict)
    rejected: set[tuple[str, int]] = field(default_factory=set)

    def save(self, path: Any) -> None:
        """Write the workbook."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        titles = [["Larch County CRS"], ["", "", "updated by zz"], []][: self.titles]
        for name, headings, rows in (
            ("CRS Participants", PARTICIPANTS, self.people), ("Staff", STAFF, self.staff),
            ("Training Log", TRAINING, self.sessions),
        ):  # fmt: skip
            sheet = book.create_sheet(name)
            for row in rows_of(headings, rows, titles if name == "CRS Participants" else ()):
                sheet.append(row)
        book.save(path)


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months on, or the last one there is."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def county(seed: int) -> County:
    """An invented county."""
    chance = random.Random(seed)
    made = County(titles=chance.randint(0, 3))
    ids = [f"{chance.randint(0, 9_999_999_999):010}" for _ in range(45)]
    for medicaid_id in dict.fromkeys(ids):
        if chance.random() < 0.1:
            made.people.append({})
        made.people.append(_participant(made, medicaid_id, chance))
    for n in range(1, 22):
        _staff(made, f"S{n:03}", chance)
    _trouble(made, chance)
    return made


def _written(day: datetime.date | None, chance: random.Random) -> Any:
    if day is None:
        return chance.choice(["", None, " "])
    shapes = [
        day, day, datetime.datetime(day.year, day.month, day.day), day.isoformat(),  # noqa: DTZ001
        f"{day.month}/{day.day}/{day.year}",
        f"{day:%m/%d/%Y}", f" {day:%m/%d/%Y} ", f"{day:%b} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}",
        (day - datetime.date(1899, 12, 30)).days,
    ]  # fmt: skip
    return chance.choice(shapes)


def _participant(made: County, medicaid_id: str, chance: random.Random) -> dict[str, Any]:
    age = chance.choice([13, 14, 15, 17, 18, 19, 25, 40, 70])
    enrolled = ON - datetime.timedelta(days=chance.randint(1, 2000))
    if chance.random() < 0.2:
        enrolled = datetime.date(chance.choice([2023, 2024, 2025]), 8, 31)
    born = months_later(enrolled, -12 * age) - datetime.timedelta(days=chance.choice([-1, 0, 1, 100]))
    born = born.replace(day=28) if (born.month, born.day) == (2, 29) else born
    screened = enrolled - datetime.timedelta(days=chance.randint(0, 60))
    kind, result = (
        chance.choice(["MH/SUD", "CLTS"]),
        chance.choice(["Eligible", "Functionally eligible", "Not eligible"]),
    )
    if has_no_screen := chance.random() < 0.1:
        screened, result = None, ""
    coverage = chance.choice(list(COVERAGE))
    lives_in, beds = chance.choice(list(LIVES_IN)), None
    if chance.random() < 0.3:
        lives_in, beds = "CBRF", chance.choice(list(BEDS))
    discharged = None
    if chance.random() < 0.15 and (ON - enrolled).days > 40:
        discharged = enrolled + datetime.timedelta(days=chance.randint(1, (ON - enrolled).days - 1))
    adult = (enrolled.year - born.year - ((enrolled.month, enrolled.day) < (born.month, born.day))) >= 18
    made.participants[medicaid_id] = {
        "age": "met" if months_later(born, 14 * 12) <= enrolled else "not met",
        "coverage": COVERAGE[coverage],
        "screen": _screen(has_no_screen, result, kind, adult),
        "residence": BEDS[beds] if lives_in == "CBRF" else LIVES_IN[lives_in],
        "next": None if discharged else _next_update(enrolled),
    }
    is_number = medicaid_id[0] != "0" and chance.random() < 0.3
    return person(
        ma_id=int(medicaid_id) if is_number else chance.choice([medicaid_id, f" {medicaid_id}", f"{medicaid_id} "]),
        last_name=chance.choice(FAMILY), first_name=chance.choice(GIVEN), dob=_written(born, chance),
        enrolled=_written(enrolled, chance),
        coverage=chance.choice([coverage, coverage.upper(), f"{coverage} "]),
        screen_type=kind, screen_date=_written(screened, chance), screen_result=result,
        lives_in=lives_in, cbrf_beds=beds,
        last_assessment=_written(None, chance), last_service_plan=_written(None, chance),
        discharged=_written(discharged, chance),
        d_c_type=chance.choice(["planned", "Unplanned "]) if discharged else "",
    )  # fmt: skip


def _screen(has_none: bool, result: str, kind: str, adult: bool) -> str:
    if has_none:
        return "facts missing"
    if result == "Not eligible":
        return "not met"
    return "met" if (kind == "MH/SUD") == adult else "a person must decide"


def _next_update(enrolled: datetime.date) -> tuple[str, str]:
    n = 1
    while months_later(enrolled, 6 * n) <= ON:
        n += 1
    return months_later(enrolled, 6 * n).isoformat(), "six-month update" if n % 2 else "annual recertification"


def _staff(made: County, number: str, chance: random.Random) -> None:
    started = ON - datetime.timedelta(days=chance.randint(0, 700))
    if chance.random() < 0.2:
        started = datetime.date(2025, chance.choice([1, 3, 8]), 31)
    due = months_later(started, 3)
    made.staff.append(member(staff=chance.choice([number, number.lower() + " "]), start_date=_written(started, chance)))
    quarters, topics = 0, set()
    for topic, names in TOPICS.items():
        if chance.random() < 0.1:
            continue
        for _ in range(chance.choice([1, 1, 1, 2])):
            held = min(started + datetime.timedelta(days=chance.randint(0, 110)), ON)
            worth = chance.choice([2, 4, 5, 6, 7, 8])
            hours = worth / 4
            said = [hours, hours, f"{hours:g}", f"{hours:g} hrs", f"{hours:g}h", f"{worth * 15} min"]
            made.sessions.append(
                session(
                    staff=chance.choice([number, number.lower()]), date=_written(held, chance),
                    topic=chance.choice([str.upper, str.lower, str])(chance.choice(names)) + chance.choice(["", " "]),
                    hours=chance.choice(said),
                )
            )  # fmt: skip
            if held <= due:
                quarters += worth
                topics.add(topic)
    missing = sorted(set(TOPICS) - topics)
    done = quarters >= 40 and not missing
    made.members[number] = {
        "due": due.isoformat(), "hours": quarters / 4, "missing": missing,
        "answer": "met" if done else "not yet due" if due >= ON else "not met",
    }  # fmt: skip


def _trouble(made: County, chance: random.Random) -> None:
    first = next(row for row in made.people if row)
    fresh = iter(f"{n:010}" for n in range(8_000_000_000, 8_000_000_100))
    people = [
        person(ma_id=next(fresh), dob="13/45/1988"), person(ma_id=next(fresh), dob=datetime.date(2031, 5, 2)),
        person(ma_id=next(fresh), discharged="1/2/2019"), person(ma_id=""), person(ma_id="12345"),
        person(ma_id=761839216), person(ma_id=next(fresh), coverage="gold"),
        person(ma_id=next(fresh), cbrf_beds="many"),
        person(ma_id=next(fresh), enrolled="soon"), person(ma_id=next(fresh), screen_result="maybe"),
        {**first, "Last name": "Somebodyelse", "DOB": "1/14/1993"}, dict(first),
    ]  # fmt: skip
    sessions = [
        session(staff="S999"), session(topic="Basket weaving"), session(hours="two-ish"), session(hours=-1),
        session(date="2027-03-03"), session(date=""), session(hours=25), session(hours=""), session(staff=None),
    ]  # fmt: skip
    staff = [member(staff="s001"), member(staff="S500", end_date="1/1/2001"), member(staff="")]
    for sheet, rows, bad, below in (
        ("CRS Participants", made.people, people, made.titles), ("Staff", made.staff, staff, 0),
        ("Training Log", made.sessions, sessions, 0),
    ):  # fmt: skip
        for row in chance.sample(bad, len(bad)):
            rows.append(row)
            made.rejected.add((sheet, below + 1 + len(rows)))
