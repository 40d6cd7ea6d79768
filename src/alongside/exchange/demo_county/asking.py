"""Those who ask for services and are not enrolled: on the way, waiting for a decision, refused, and coming back."""

from __future__ import annotations

import datetime

from alongside.records.models import (
    Coverage,
    CoveragePlan,
    Discharge,
    DischargeCause,
    FirstContact,
    FunctionalScreen,
    Participant,
    Representative,
    RepresentativeKind,
    Residence,
    ScreenKind,
    ScreenResult,
    ScreenType,
    Setting,
)

from .shelf import Shelf, before, months_after

REFUSED = (
    "Juniper County could not enroll you in Community Recovery Services, because this was not met:\n\n"
    "Coverage: you must be eligible and enrolled in Medicaid or the BadgerCare Plus Standard Plan "
    "(found: a limited plan).\n\nYou can ask again at any time, above all when something of this changes."
)


def add_those_who_ask(shelf: Shelf) -> None:
    """Put five people on the shelf who asked lately, and one discharged participant who asks to come back."""
    ari = _asked(shelf, "2040770151", "Bittern", "Ari", years=15, days_ago=12, wants="Peer support, and help at home")
    _covered(shelf, ari, CoveragePlan.MEDICAID)
    _screened(shelf, ari, ScreenKind.CHILDRENS_LTC)
    _lives(shelf, ari, Setting.FAMILY_HOME)
    _parent(shelf, ari, "Ola Bittern")
    tad = _asked(shelf, "5816302247", "Linnet", "Tad", years=16, days_ago=20, wants="Help to find a job after school")
    _covered(shelf, tad, CoveragePlan.BADGERCARE_PLUS_STANDARD)
    _screened(shelf, tad, ScreenKind.MH_SUD)
    _lives(shelf, tad, Setting.FAMILY_HOME)
    _parent(shelf, tad, "Gia Linnet")
    wes = _asked(shelf, "7361094425", "Hornbeam", "Wes", years=44, days_ago=9, wants="Help with keeping an apartment")
    _covered(shelf, wes, CoveragePlan.PENDING)
    _lives(shelf, wes, Setting.OWN_HOME)
    _asked(shelf, "3907715862", "Sedge", "Kip", years=28, days_ago=1, wants="Somebody to talk to who has been there")
    ivy = _asked(shelf, "8142267390", "Marten", "Ivy", years=31, days_ago=40, wants="Peer support", refused_ago=25)
    _covered(shelf, ivy, CoveragePlan.LIMITED)
    _screened(shelf, ivy, ScreenKind.MH_SUD)
    _lives(shelf, ivy, Setting.OWN_HOME)
    _comes_back(shelf)


def _asked(
    shelf: Shelf,
    medicaid_id: str,
    family: str,
    given: str,
    *,
    years: int,
    days_ago: int,
    wants: str,
    refused_ago: int = 0,
) -> Participant:
    born_on = before(months_after(shelf.on, -12 * years), 100)
    person = shelf.add(Participant, medicaid_id=medicaid_id, family_name=family, given_name=given, born_on=born_on)
    refused_on = before(shelf.on, refused_ago) if refused_ago else None
    shelf.add(
        FirstContact,
        participant=person,
        contacted_on=before(shelf.on, days_ago),
        requested_services=wants,
        refused_on=refused_on,
        refused_reasons=REFUSED if refused_on else None,
    )
    return person


def _covered(shelf: Shelf, person: Participant, plan: CoveragePlan) -> None:
    days = {"starts_on": before(shelf.on, 300), "checked_on": before(shelf.on, 3)}
    shelf.add(Coverage, participant=person, plan=plan, reference=f"271-{person.medicaid_id[-4:]}", **days)


def _screened(shelf: Shelf, person: Participant, kind: ScreenKind) -> None:
    shelf.add(
        FunctionalScreen,
        participant=person,
        kind=kind,
        type=ScreenType.INITIAL,
        completed_on=before(shelf.on, 5),
        result=ScreenResult.ELIGIBLE,
        screener="Nia Waxwing",
    )


def _lives(shelf: Shelf, person: Participant, setting: Setting) -> None:
    address = f"{person.medicaid_id[-2:]} Alder Lane, Juniper"
    shelf.add(Residence, participant=person, setting=setting, address=address, starts_on=before(shelf.on, 900))


def _parent(shelf: Shelf, person: Participant, name: str) -> None:
    born_on: datetime.date = person.born_on or shelf.on
    ends_on = before(months_after(born_on, 12 * 18), 1)
    period = {"starts_on": born_on, "ends_on": ends_on}
    shelf.add(Representative, participant=person, kind=RepresentativeKind.PARENT, name=name, **period)


def _comes_back(shelf: Shelf) -> None:
    endings = [one for one in shelf.of(Discharge) if one.cause == DischargeCause.AGREED and one.has_summary]
    last = max(endings, key=lambda one: (one.discharged_on, one.participant.medicaid_id))
    wants = "Lost the apartment; wants help again"
    contacted_on = max(before(shelf.on, 4), last.discharged_on)
    shelf.add(FirstContact, participant=last.participant, contacted_on=contacted_on, requested_services=wants)
