"""The participants of the demo county, each with a story."""

from __future__ import annotations

import datetime
import random

from alongside.records.models import Coverage, CoveragePlan, Enrollment, Participant, Residence, Setting

from .care import add_care
from .documents import add_documents
from .earlier import write_out_earlier_plans
from .endings import ENDINGS, add_ending
from .incidents import add_incidents
from .names import names
from .plans import add_plans
from .put_right import put_right
from .representatives import add_first_contacts, add_representative
from .seats import add_seats
from .shelf import Shelf, before, day_of_month_kept, months_after
from .stories import ORDERLY_PARTICIPANTS, TROUBLED_PARTICIPANTS, dealt
from .work import add_work

MANY = 100  # the county has seats; its small neighbor has none yet
YOUNG = {"enrolled at 13", "minor", "minor with the adult screen"}
HOMES = {
    Setting.OWN_HOME: 45,
    Setting.SUPPORTED_APARTMENT: 16,
    Setting.CBRF: 13,
    Setting.ADULT_FAMILY_HOME: 12,
    Setting.FAMILY_HOME: 9,
    Setting.RCAC: 5,
}
COMMENTS = (
    "Prefers a text message to a call.",
    "Needs large print.",
    "Best reached before noon.",
    "Sister drives to appointments.",
    "Works Tuesdays and Thursdays.",
    "Asked for meetings at the library.",
)


def add_participants(shelf: Shelf, *, people: int) -> None:
    """Put so many participants on the shelf, with everything recorded about them."""
    stories = dealt(TROUBLED_PARTICIPANTS, ORDERLY_PARTICIPANTS, people=people)
    shelf.chance.shuffle(stories)
    everybody = {}
    for (family, given), story in zip(names(shelf.chance), stories, strict=False):
        everybody[_add(shelf, family, given, story)] = story
    add_first_contacts(shelf, everybody)
    for participant in everybody:
        add_representative(shelf, participant)
    served = {who: story for who, story in everybody.items() if story not in ENDINGS and story != "enrolls soon"}
    add_care(shelf, served)
    add_work(shelf, served)
    if people > MANY:
        add_seats(shelf, served)
    add_incidents(shelf, served)
    add_plans(shelf, served)
    write_out_earlier_plans(shelf)
    if people > MANY:
        put_right(shelf)


def _add(shelf: Shelf, family: str, given: str, story: str) -> Participant:
    enrolled_on = _enrolled_on(shelf, story)
    participant = shelf.add(
        Participant,
        medicaid_id=f"{shelf.chance.randrange(10**10):010d}",
        family_name=family,
        given_name=given,
        born_on=_born_on(shelf.chance, story, enrolled_on),
        comments=shelf.chance.choice(COMMENTS) if shelf.yes(0.08) else "",
    )
    if story == "came back":
        _first_time(shelf, participant, enrolled_on)
    enrollment = shelf.add(Enrollment, participant=participant, enrolled_on=enrolled_on)
    ended_on = None
    if story in ENDINGS:
        ended_on = before(shelf.on, shelf.chance.randint(12, 200))
        add_ending(shelf, enrollment, story, ended_on)
    _add_coverage(shelf, participant, story, enrolled_on)
    _add_homes(shelf, participant, story, enrolled_on)
    add_documents(shelf, participant, story, enrolled_on, until=ended_on or shelf.on)
    return participant


def _enrolled_on(shelf: Shelf, story: str) -> datetime.date:
    chance, on = shelf.chance, shelf.on
    if story == "six-month update overdue":
        return months_after(day_of_month_kept(shelf.ago(5, 40)), -6 * chance.choice((1, 3, 5, 7)))
    if story == "annual recertification overdue":
        return months_after(day_of_month_kept(shelf.ago(5, 40)), -6 * chance.choice((2, 4, 6, 8)))
    if story == "assessment without a plan":
        return months_after(day_of_month_kept(shelf.ago(3, 20)), -6 * chance.choice((1, 2, 3, 5)))
    if story == "update due this week":
        week = [day for day in (before(on, -n) for n in range(1, 7)) if day.day <= 28]
        return months_after(chance.choice(week), -6 * chance.choice((1, 2, 3, 4, 5)))
    if story == "enrolls soon":
        return before(on, -chance.randint(5, 20))
    if story == "newly enrolled":
        return shelf.ago(10, 150)
    if story in YOUNG:
        return shelf.ago(20, 200)
    return shelf.ago(420, 1800) if story in ENDINGS or story == "found not eligible" else shelf.ago(160, 1800)


def _born_on(chance: random.Random, story: str, enrolled_on: datetime.date) -> datetime.date:
    if story == "enrolled at 13":
        days_old = months_after(enrolled_on, -12 * 14) - enrolled_on
        return enrolled_on + days_old + datetime.timedelta(days=chance.randint(20, 150))
    if story == "minor":
        return before(months_after(enrolled_on, -12 * 14), chance.randint(30, 1000))
    if story == "minor with the adult screen":
        return before(months_after(enrolled_on, -12 * 16), chance.randint(10, 480))
    return before(months_after(enrolled_on, -12 * chance.randint(18, 69)), chance.randint(1, 364))


def _first_time(shelf: Shelf, participant: Participant, came_back_on: datetime.date) -> None:
    began_on = before(came_back_on, shelf.chance.randint(700, 1000))
    ended_on = before(came_back_on, shelf.chance.randint(100, 300))
    enrollment = shelf.add(Enrollment, participant=participant, enrolled_on=began_on)
    add_ending(shelf, enrollment, "planned discharge", ended_on)
    add_documents(shelf, participant, "in order", began_on, until=ended_on)


def _add_coverage(shelf: Shelf, participant: Participant, story: str, enrolled_on: datetime.date) -> None:
    if story == "coverage not recorded":
        return
    plan = CoveragePlan.MEDICAID if shelf.yes(0.7) else CoveragePlan.BADGERCARE_PLUS_STANDARD
    plan = {"coverage pending": CoveragePlan.PENDING, "coverage limited": CoveragePlan.LIMITED}.get(story, plan)
    shelf.add(
        Coverage,
        participant=participant,
        plan=plan,
        starts_on=before(enrolled_on, shelf.chance.randint(25, 900)),
        checked_on=before(shelf.ago(1, 60), 60),  # before the services of the last two months
    )


def _add_homes(shelf: Shelf, participant: Participant, story: str, enrolled_on: datetime.date) -> None:
    moved_in = before(enrolled_on, shelf.chance.randint(30, 2500))
    away = {"nursing home": Setting.NURSING_HOME, "jail": Setting.JAIL}.get(story)
    (setting,) = shelf.chance.choices(list(HOMES), weights=list(HOMES.values()))
    if story in YOUNG:
        setting = Setting.FAMILY_HOME
    elif story.startswith("CBRF of"):
        setting = Setting.CBRF
    elif away is not None:
        setting = Setting.OWN_HOME
    left_on = shelf.ago(8, 50) if away is not None else None
    shelf.add(
        Residence,
        participant=participant,
        setting=setting,
        beds=_beds(shelf.chance, story) if setting == Setting.CBRF else None,
        starts_on=moved_in,
        ends_on=left_on,
    )
    if left_on is not None:
        shelf.add(Residence, participant=participant, setting=away, starts_on=before(left_on, -1))


def _beds(chance: random.Random, story: str) -> int:
    odd = {"CBRF of 4 beds": 4, "CBRF of 17 beds": 17}
    return odd.get(story) or chance.choice((6, 8, 8, 10, 12, 15, 16))
