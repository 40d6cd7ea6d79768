"""Who works at the agency: what qualifies them, who supervises them, and on which team they are."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from alongside.records.models import (
    Credential,
    Degree,
    DegreeField,
    DegreeLevel,
    Engagement,
    IllinoisCredential,
    Person,
    Provider,
    Role,
    RoleAssignment,
    StaffMember,
    Supervision,
    SupervisionSession,
    Team,
    TeamKind,
    TeamMember,
)

from ..shelf import Shelf, before, months_after

STATE, BOARD = "State of Illinois", "Illinois Certification Board"
PEER = {IllinoisCredential.CRSS, IllinoisCredential.CFPP, IllinoisCredential.CPRS}


@dataclass(frozen=True)
class Worker:
    """One staff member. `above` is the key of who supervises them; `held` are credentials with the days they began
    and ran out, counted from today; `hired` is how many days ago."""

    given: str
    family: str
    title: str
    role: Role | None = None
    above: str = ""
    held: tuple[tuple[IllinoisCredential, int, int], ...] = ()
    degree: tuple[DegreeLevel, DegreeField] | None = None
    at: str = "center"
    hired: int = 900
    engagement: Engagement = Engagement.EMPLOYEE

    @property
    def key(self) -> str:
        return self.given.lower()


_CRSS, _CFPP, _CPRS = IllinoisCredential.CRSS, IllinoisCredential.CFPP, IllinoisCredential.CPRS
_MASTER = (DegreeLevel.MASTER, DegreeField.COUNSELING)
WORKERS = (
    Worker("Liatris", "Harrier", "Medical director", Role.LPHA, held=((IllinoisCredential.PHYSICIAN, 1400, 500),)),
    Worker(
        "Quill", "Sedge", "Clinical supervisor", Role.QMHP, "liatris", ((IllinoisCredential.IM_CANS, 90, 275),), _MASTER
    ),
    Worker(
        "Sora", "Milkweed", "Team leader", Role.QMHP, "liatris",
        ((_CRSS, 500, 230), (IllinoisCredential.IM_CANS, 430, -65)), _MASTER,
    ),
    Worker("Posy", "Kestrel", "Peer specialist", None, "quill", ((_CRSS, 400, 330),)),
    Worker("Wick", "Bobolink", "Peer specialist", None, "quill", ((_CRSS, 730, -1),)),
    Worker("Marsh", "Indigo", "Peer specialist", None, "quill", ((_CRSS, 1030, -301), (_CRSS, 300, 430))),
    Worker("Fern", "Meadowlark", "Family specialist", None, "sora", ((_CFPP, 350, 380),)),
    Worker("Tansy", "Longspur", "Case worker", Role.MHP, "quill", (), (DegreeLevel.BACHELOR, DegreeField.SOCIAL_WORK)),
    Worker("Aster", "Killdeer", "Peer on the ACT team", Role.PEER_SUPPORT_WORKER, "sora", hired=0),
    Worker("Clover", "Dickcissel", "ACT case worker", Role.RSA, "sora"),
    Worker("Yarrow", "Wren", "Engagement specialist", Role.ENGAGEMENT_SPECIALIST, "quill", hired=400),
    Worker("Ivy", "Flicker", "Engagement specialist", Role.ENGAGEMENT_SPECIALIST, "quill", ((_CPRS, 200, 530),)),
    Worker(
        "Indy", "Veery", "Peer specialist, by contract", None, "quill", ((_CRSS, 250, 480),),
        engagement=Engagement.CONTRACTOR,
    ),
    Worker(
        "Sage", "Nighthawk", "Counselor", None, "", ((IllinoisCredential.CADC, 1700, 290),), at="program", hired=1700
    ),
    Worker(
        "Reed", "Catbird", "Recovery specialist", None, "sage", ((_CPRS, 1150, -421), (_CPRS, 420, 310)), at="program",
        hired=1600,
    ),
    Worker("Dale", "Bunting", "Recovery specialist", None, "sage", ((_CRSS, 420, 310),), at="program"),
)  # fmt: skip
ACT_MONTHS, WINDOW_LEFT = 18, 20
GAP_DAYS = 9


def add_staff(shelf: Shelf, providers: Mapping[str, Provider]) -> dict[str, StaffMember]:
    """Put everybody on the shelf, by their given name. The link of one team leader to the LPHA ends with this month."""
    found: dict[str, StaffMember] = {}
    for nth, worker in enumerate(WORKERS, start=1):
        email = f"{worker.given}.{worker.family}@staff.example".lower()
        person = shelf.add(Person, family_name=worker.family, given_name=worker.given, email=email)
        hired_on = before(shelf.on, worker.hired) if worker.hired else window_began_on(shelf.on)
        staff = shelf.add(
            StaffMember, person=person, provider=providers[worker.at], staff_number=f"B{nth:03d}", title=worker.title,
            started_on=hired_on, engagement=worker.engagement, is_full_time=True,
        )  # fmt: skip
        found[worker.key] = staff
        _papers(shelf, worker, staff)
        if worker.above:
            ends_on = _month_end(shelf.on) if worker.key == "sora" else None
            boss = found[worker.above]
            shelf.add(Supervision, staff=staff, supervisor=boss, starts_on=hired_on, ends_on=ends_on)
            for days in (9, 37):
                shelf.add(SupervisionSession, staff=staff, supervisor=boss, held_on=before(shelf.on, days), hours=1)
    return found


def add_teams(shelf: Shelf, staff: Mapping[str, StaffMember]) -> None:
    """Three teams: one whose time to certify runs out soon, one nine days without a certified peer, and the grant's."""
    since = before(shelf.on, 700)
    act = shelf.add(Team, name="Switchgrass ACT team", kind=TeamKind.ACT, starts_on=since)
    cst = shelf.add(Team, name="Prairie Dock CST team", kind=TeamKind.CST, starts_on=since)
    crisis = shelf.add(Team, name="Dropseed 590 team", kind=TeamKind.CRISIS_590, starts_on=since)
    aster, left_on = staff["aster"], before(shelf.on, GAP_DAYS)
    for team, who, starts_on, ends_on, is_lived in (
        (act, "quill", since, None, False),
        (act, "aster", aster.started_on, None, True),
        (act, "clover", since, None, False),
        (cst, "marsh", since, left_on, True),
        (cst, "tansy", since, None, False),
        (crisis, "yarrow", staff["yarrow"].started_on, None, True),
        (crisis, "ivy", since, None, True),
    ):
        shelf.add(
            TeamMember, team=team, staff=staff[who], starts_on=starts_on, ends_on=ends_on, has_lived_experience=is_lived
        )


def window_began_on(on: datetime.date) -> datetime.date:
    """The day of hire after which the 18 months end in about three weeks, whatever the month."""
    ends_on = before(on, -WINDOW_LEFT)
    return months_after(ends_on.replace(day=min(ends_on.day, 28)), -ACT_MONTHS)


def _papers(shelf: Shelf, worker: Worker, staff: StaffMember) -> None:
    for kind, ago, ahead in worker.held:
        shelf.add(
            Credential, staff=staff, kind=kind, number=f"IL-{shelf.chance.randint(1000, 9999)}",
            issuer=BOARD if kind in PEER else STATE, issued_on=before(shelf.on, ago),
            expires_on=before(shelf.on, -ahead),
        )  # fmt: skip
    if worker.degree:
        level, field = worker.degree
        shelf.add(Degree, staff=staff, level=level, field=field, conferred_on=before(shelf.on, 3000))
    if worker.role:
        shelf.add(RoleAssignment, staff=staff, role=worker.role, starts_on=staff.started_on)


def _month_end(day: datetime.date) -> datetime.date:
    return before(months_after(day.replace(day=1), 1), 1)
