"""The people the agency serves, each with a treatment plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.records.models import (
    Coverage,
    CoveragePlan,
    Enrollment,
    IllinoisService,
    Participant,
    PlanLine,
    PlanReview,
    Role,
    ServicePlan,
    StaffMember,
    TreatmentEpisode,
)

from ..shelf import Shelf, before

_K = IllinoisService
CARE = (_K.COMMUNITY_SUPPORT, _K.THERAPY, _K.CASE_MANAGEMENT, _K.IATP)
RECOVERY = (_K.PEER_RECOVERY_SUPPORT, _K.RECOVERY_SUPPORT, _K.SUBSTANCE_USE_TREATMENT)
REVIEW_OVERDUE = 181
LONG_AGO = 3000  # before October 2024, for years to come


@dataclass(frozen=True)
class Treated:
    """One participant: what their plan lists, how many days ago it was completed and reviewed, who wrote it.

    `treatment` are the days ago substance-use treatment began and ended.
    """

    given: str
    family: str
    listed: tuple[IllinoisService, ...] = CARE
    planned: int = 60
    reviewed: int | None = None
    author: str = "quill"
    author_role: Role = Role.QMHP
    treatment: tuple[int, int | None] | None = None
    is_covered: bool = True

    @property
    def key(self) -> str:
        return self.given.lower()


TREATED = (
    Treated("Avens", "Prairiehen", planned=45),
    Treated("Beebalm", "Bittern", planned=100),
    Treated("Camas", "Godwit", planned=REVIEW_OVERDUE),
    Treated("Dock", "Upland", planned=300, reviewed=70),
    Treated("Elder", "Grasshawk", planned=75, author="posy", author_role=Role.CRSS),
    Treated("Gentian", "Swift", planned=20),
    Treated("Heath", "Bluebill", (_K.THERAPY, _K.IATP), planned=80),
    Treated("Iris", "Sparrowgrass", planned=55),
    Treated("Lupine", "Oriole", (_K.ACT, _K.CASE_MANAGEMENT), planned=120),
    Treated("Mallow", "Snipe", (_K.ACT, _K.CASE_MANAGEMENT), planned=30),
    Treated("Needle", "Rail", (_K.CST, _K.CASE_MANAGEMENT), planned=66),
    Treated("Oxeye", "Shrike", (_K.CST, _K.CASE_MANAGEMENT), planned=150),
    Treated("Phlox", "Nightjar", RECOVERY, planned=50, author="sage", treatment=(120, None)),
    Treated("Rush", "Cowbird", RECOVERY, planned=90, author="sage", treatment=(200, None)),
    Treated("Sumac", "Towhee", RECOVERY, planned=140, author="sage", treatment=(150, 7)),
    Treated("Thistle", "Dove", RECOVERY, planned=40, author="sage", treatment=(60, None), is_covered=False),
    Treated("Vervain", "Warbler", RECOVERY, planned=LONG_AGO, reviewed=100, author="sage", treatment=(LONG_AGO, None)),
    Treated("Willow", "Coot", (), planned=0),
)
AWAITED = 20
TOWARD: Mapping[IllinoisService, tuple[str, str, str]] = {
    _K.COMMUNITY_SUPPORT: ("Knows three places to turn to on a hard day.", "Going there together first.", "weekly"),
    _K.THERAPY: ("Has a plan for the evenings.", "Naming what helps, and trying it.", "every two weeks"),
    _K.CASE_MANAGEMENT: ("Papers for housing are in.", "Calls and forms, side by side.", "as needed"),
    _K.IATP: ("The plan stays true.", "Looking at it anew together.", "every 180 days"),
    _K.ACT: ("Stays at home through the month.", "Visits by the team.", "three times a week"),
    _K.CST: ("Gets around by bus.", "Riding along, then apart.", "weekly"),
    _K.PEER_RECOVERY_SUPPORT: ("Finds a meeting that fits.", "Shared experience, one to one.", "weekly"),
    _K.RECOVERY_SUPPORT: ("Applies for work.", "Filling in applications together.", "weekly"),
    _K.SUBSTANCE_USE_TREATMENT: ("Keeps the diary.", "Counseling.", "weekly"),
}
GOALS = (
    "I want my own kitchen again.", "I want to get through a week without the emergency room.",
    "I want to be there when my sister's boy starts school.", "I want to play in the band on Fridays.",
)  # fmt: skip


def add_participants(shelf: Shelf, staff: Mapping[str, StaffMember]) -> dict[str, Participant]:
    """Put everybody on the shelf, by their given name. One was met in a crisis and has no plan yet."""
    found = {}
    for nth, one in enumerate(TREATED):
        person = shelf.add(
            Participant, medicaid_id=f"77{nth:08d}", given_name=one.given, family_name=one.family,
            born_on=before(shelf.on, 9000 + 431 * nth),
        )  # fmt: skip
        found[one.key] = person
        since = before(shelf.on, max(one.planned + 20, 30))
        shelf.add(Enrollment, participant=person, enrolled_on=since)
        covered = {"plan": CoveragePlan.MEDICAID, "starts_on": since} if one.is_covered else {"plan": CoveragePlan.NONE}
        shelf.add(Coverage, participant=person, checked_on=since, **covered)
        if one.treatment:
            began, ended = one.treatment
            ends_on = None if ended is None else before(shelf.on, ended)
            shelf.add(TreatmentEpisode, participant=person, starts_on=before(shelf.on, began), ends_on=ends_on)
        if one.listed:
            _plan(shelf, one, person, staff, GOALS[nth % len(GOALS)])
    return found


def _plan(shelf: Shelf, one: Treated, person: Participant, staff: Mapping[str, StaffMember], goal: str) -> None:
    completed_on = before(shelf.on, one.planned)
    author = staff[one.author]
    # The medical director authorizes plans of the center a few days after they are complete; the newest waits.
    waits = author == staff["sage"] or one.planned <= AWAITED
    authorized = {} if waits else {"authorized_on": before(completed_on, -2), "authorized_by": staff["liatris"]}
    plan = shelf.add(
        ServicePlan, participant=person, completed_on=completed_on, met_on=completed_on,
        met_with=f"{person.given_name}, {author.person.given_name}", is_in_person=True, goals=goal, author=author,
        author_role=one.author_role, **authorized,
    )  # fmt: skip
    for nth, kind in enumerate(one.listed, start=1):
        outcome, interventions, frequency = TOWARD[kind]
        shelf.add(
            PlanLine, participant=person, service_plan=plan, kind=kind, goal_number=1, line_number=nth,
            outcome=outcome, interventions=interventions, frequency=frequency,
        )  # fmt: skip
    if one.reviewed:
        shelf.add(PlanReview, participant=person, reviewed_on=before(shelf.on, one.reviewed))
