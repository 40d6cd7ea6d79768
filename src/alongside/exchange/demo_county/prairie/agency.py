"""The agency and its substance-use program, with what the state gave them and an invented fee schedule."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping

from alongside.access.actions import create_program
from alongside.access.context import acting
from alongside.access.models import Program, ProgramKind, User
from alongside.records.models import (
    ApprovalKind,
    IllinoisProvider,
    IllinoisService,
    Provider,
    ProviderApproval,
    ServiceCode,
)

from ..shelf import Shelf, before
from .files import add_files
from .given import add_services
from .in_sections import add_papers
from .on_the_way import add_way
from .released import add_releases
from .staff import add_staff, add_teams
from .treated import add_participants

AGENCY = "Bluestem Recovery Center"
SUBSTANCE_USE = "Coneflower Recovery Program"
SCHEDULE = "https://schedules.example/invented-for-the-demo"


def add_agency(*, by: User, on: datetime.date) -> tuple[Program, dict[str, int]]:
    """Make the program and everything in it; how many rows of each table."""
    program = create_program(name=AGENCY, kind=ProgramKind.AGENCY, pack="illinois_peer", by=None)
    shelf = Shelf(program_id=program.pk, on=on, chance=random.Random(AGENCY))
    with acting(program=program, actor=by):
        fill(shelf)
        return program, shelf.store()


def fill(shelf: Shelf) -> None:
    """Put everything on the shelf."""
    staff = add_staff(shelf, _providers(shelf))
    add_teams(shelf, staff)
    add_files(shelf, staff)
    add_way(shelf, staff)
    people = add_participants(shelf, staff)
    add_services(shelf, staff, people)
    add_papers(shelf, staff, people)
    _schedule(shelf)
    add_releases(shelf, people)


def _providers(shelf: Shelf) -> Mapping[str, Provider]:
    center = shelf.add(Provider, name=AGENCY, kind=IllinoisProvider.CMHC, is_nonprofit_or_government=True)
    program = shelf.add(Provider, name=SUBSTANCE_USE, kind=IllinoisProvider.SUBSTANCE_USE_PROVIDER)
    began_on = before(shelf.on, 1500)
    for kind in (ApprovalKind.SUPR_LICENSE, ApprovalKind.SUPR_GRANT):
        shelf.add(ProviderApproval, provider=program, kind=kind, starts_on=began_on, decided_on=began_on)
    shelf.add(
        ProviderApproval, provider=center, kind=ApprovalKind.PROGRAM_APPROVAL, asked_for_on=began_on,
        decided_on=before(shelf.on, 1440), attested_on=before(shelf.on, 350), starts_on=before(shelf.on, 1440),
    )  # fmt: skip
    return {"center": center, "program": program}


def _schedule(shelf: Shelf) -> None:
    """Lines of no real schedule, for some of the services: of the others a person decides."""
    for code, kind, minutes in (
        ("DEMO-CS", IllinoisService.COMMUNITY_SUPPORT, 15),
        ("DEMO-CST", IllinoisService.CST, 15),
        ("DEMO-ACT", IllinoisService.ACT, 15),
    ):
        shelf.add(
            ServiceCode, code=code, kind=kind, unit=f"{minutes} minutes", unit_minutes=minutes, source_url=SCHEDULE,
            starts_on=before(shelf.on, 700), read_on=before(shelf.on, 40),
        )  # fmt: skip
