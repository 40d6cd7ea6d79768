"""Announcing a documentation oversight, and the list of enrollments and discharges it asks for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.access.models import Program
from alongside.packs import PACKS
from alongside.packs.drawing import canonical
from alongside.packs.sampling import Oversight as Figures
from alongside.records.actions.recording import recording, refuse, store, store_again, unchanged_since
from alongside.records.models import Enrollment
from alongside.records.problems import Problem, is_nothing, nothing

from .ask import choices
from .models import Oversight, OversightState, Roster, RosterEntry
from .oversight_steps import RETURN_LIST, SEND_LIST, must_be_open
from .requirements import months_after

if TYPE_CHECKING:
    from alongside.access.models import User


class NoOversight(LookupError):
    """The program's pack says nothing of documentation oversight."""


@dataclass(frozen=True)
class Listed:
    """One enrollment on the list."""

    enrollment: Enrollment
    discharged_on: datetime.date | None


def figures_of(program: Program) -> Figures:
    """The pack's figures of documentation oversight. Raises NoOversight."""
    figures = PACKS[program.pack].oversight
    if figures is None:
        raise NoOversight(f"{PACKS[program.pack].name} has no documentation oversight.")
    return figures


def chosen_reading(program: Program, reading: str) -> str:
    """What the program in context chose for a reading of its pack; the default where it chose nothing."""
    default = next(one.default for one in PACKS[program.pack].readings if one.id == reading)
    return dict(choices()).get(reading, default)


def served_year(
    program: Program, *, period_starts_on: datetime.date, on: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """First and last day of "the last year", by the reading `served_year`, of a list asked for on a day."""
    choice, months = chosen_reading(program, "served_year"), figures_of(program).served_months
    if choice == "calendar":
        return datetime.date(on.year - 1, 1, 1), datetime.date(on.year - 1, 12, 31)
    end = period_starts_on if choice == "period" else on
    return months_after(end, -months), end - datetime.timedelta(days=1)


def announce_oversight(
    *,
    program: Program,
    period_starts_on: datetime.date | None,
    period_ends_on: datetime.date | None,
    on: datetime.date,
    by: User,
) -> Oversight:
    """Announce an oversight period and ask the program for its list. Raises `Problems`."""
    refuse(
        [nothing("period_starts_on")]
        if period_starts_on is None
        else list(_out_of_order(period_starts_on, period_ends_on))
    )
    assert period_starts_on is not None
    ask_by = period_starts_on - datetime.timedelta(days=figures_of(program).ask_list_days)
    with recording(program_id=program.pk, by=by):
        served_from_on, served_to_on = served_year(program, period_starts_on=period_starts_on, on=on)
        announced = Oversight(
            program=program, title=f"Documentation oversight {period_starts_on.year}", state=OversightState.ANNOUNCED,
            period_starts_on=period_starts_on, period_ends_on=period_ends_on,
            served_from_on=served_from_on, served_to_on=served_to_on,
            announced_on=on, announced_by=by.name, list_asked_by_on=ask_by,
        )  # fmt: skip
        return store(announced, on=on)


def listed(oversight: Oversight) -> list[Listed]:
    """Everybody enrolled on any day of the year looked at, discharged since or not, as the records say now."""
    rows = Enrollment.objects.filter(enrolled_on__lte=oversight.served_to_on)
    rows = rows.exclude(discharge__discharged_on__lt=oversight.served_from_on)
    rows = rows.select_related("participant", "discharge").order_by(
        "participant__family_name", "participant__given_name", "participant__medicaid_id", "enrolled_on"
    )
    return [Listed(row, _discharged(row, oversight.served_to_on)) for row in rows]


def _discharged(enrollment: Enrollment, until: datetime.date | None) -> datetime.date | None:
    """The day of a discharge within the year. A later one is not of this list."""
    ended = enrollment.discharge.discharged_on if hasattr(enrollment, "discharge") else None
    return ended if ended and until and ended <= until else None


def undated() -> list[Enrollment]:
    """Enrollments without their day: nobody knows whether they belong on the list."""
    return list(Enrollment.objects.filter(enrolled_on=None).select_related("participant"))


def send_list(*, oversight: Oversight, version: int, on: datetime.date, at: datetime.datetime, by: User) -> Oversight:
    """Send the list as it stands in the records, and freeze it with its hash. Raises `Problems`, `Conflict`."""
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, SEND_LIST)
        refuse(list(_undated()))
        roster = keep_roster(oversight, by=by)
        oversight.state = OversightState.LIST_SENT
        oversight.list_sent_at, oversight.list_sent_by, oversight.list_returned_because = at, by.name, None
        oversight.participant_count = len({entry.participant_id for entry in roster.entries.all()})
        fields = ("state", "list_sent_at", "list_sent_by", "list_returned_because", "participant_count")
        return store_again(oversight, fields=fields, on=on)


def return_list(*, oversight: Oversight, version: int, because: str, on: datetime.date, by: User) -> Oversight:
    """Ask for the list once more, saying why; both parts of the seed are void with it. Raises `Problems`."""
    refuse([nothing("because")] if is_nothing(because) else [])
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, RETURN_LIST)
        oversight.state, oversight.list_returned_because = OversightState.ANNOUNCED, because
        return store_again(oversight, fields=("state", "list_returned_because"), on=on)


def keep_roster(oversight: Oversight, *, by: User | None) -> Roster:
    """Keep the list as it stands, with the text samples are drawn from. Called inside `recording`."""
    rows = listed(oversight)
    people = [
        {
            "participant": str(row.enrollment.participant_id),
            "enrolled_on": row.enrollment.enrolled_on.isoformat(),
            "discharged_on": row.discharged_on.isoformat() if row.discharged_on else None,
        }
        for row in rows
    ]
    frame = {
        "oversight": str(oversight.pk),
        "program": oversight.program.name,
        "served_from_on": str(oversight.served_from_on),
        "served_to_on": str(oversight.served_to_on),
        "participants": sorted(people, key=lambda row: (row["participant"], row["enrolled_on"])),
    }
    told = {"program_id": oversight.program_id, "oversight": oversight}
    roster = Roster.objects.create(**told, edition=oversight.rosters.count() + 1, sent_by=by, frame=canonical(frame))
    RosterEntry.objects.bulk_create(
        RosterEntry(
            **told, roster=roster, participant_id=row.enrollment.participant_id, position=position,
            name=row.enrollment.participant.name, medicaid_id=row.enrollment.participant.medicaid_id,
            enrolled_on=row.enrollment.enrolled_on, discharged_on=row.discharged_on,
        )
        for position, row in enumerate(rows, 1)
    )  # fmt: skip
    return roster


def _undated() -> Iterator[Problem]:
    for enrollment in undated():
        expected = "the day of enrollment of everybody"
        fix = "Record it on the participant’s enrollment page, then send the list."
        yield Problem(
            "list", f"{enrollment.participant.name or enrollment.participant.medicaid_id} without one", expected, fix
        )


def _out_of_order(period_starts_on: datetime.date, period_ends_on: datetime.date | None) -> Iterator[Problem]:
    if period_ends_on is not None and period_ends_on < period_starts_on:
        yield Problem(
            "period_ends_on",
            str(period_ends_on),
            f"a day no earlier than {period_starts_on}",
            "Correct whichever is wrong.",
        )
