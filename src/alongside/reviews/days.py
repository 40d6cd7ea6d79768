"""The days of a program's calendar: what falls due, what runs out, the state's meetings, and days its offices close."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access.models import Membership
from alongside.access.roles import SEES_STAFF, Role
from alongside.packs.wisconsin_crs.legal_holidays import legal_holidays, offices_closed, rolled
from alongside.packs.wisconsin_crs.quarterly_meetings import CITE, ENDS_AT, STARTS_AT, quarterly_meetings
from alongside.packs.wisconsin_crs.readings_of_days import LAST_DAY
from alongside.records.models import Credential, CredentialApplication, JoiningDetails

from .ask import choices, pack_in_context
from .days_of_oversight import PLACE, oversight_days
from .initials import names_by_key
from .models import Answer
from .scope import answers_seen, of_people_here, open_duties, staff_seen

DUE, RUNS_OUT, OVERSIGHT, SESSION = "due", "runs out", "oversight", "session"
MEETING, CLOSED, HOLIDAY = "meeting", "offices closed", "legal holiday"


@dataclass(frozen=True)
class CalendarDay:
    """One entry of a calendar. `on` is the strict day and `rolled_on` the one it moves to, where it does. `reason` and
    `source` say why it is there; `whose` is a participant's or staff member's key, with `root_table` its table."""

    on: datetime.date
    kind: str
    title: str
    reason: str
    source: str
    next_step: str = ""
    who: str = ""
    rule: str = ""
    key: UUID | None = None
    root_table: str = ""
    whose: UUID | None = None
    rolled_on: datetime.date | None = None
    answer: str = ""
    more_like_it: int = 0
    times: tuple[datetime.time, datetime.time] | None = None

    @property
    def uid(self) -> str:
        """What a calendar program knows the entry by: the same entry keeps it when its day moves."""
        what = self.rule or self.kind.replace(" ", "-")
        if self.kind in (RUNS_OUT, DUE):
            return f"{what}-{self.key}"
        return "-".join((what, self.on.isoformat(), *([str(self.key)] if self.key else [])))


def days_seen(
    actor: Membership, first: datetime.date, last: datetime.date, on: datetime.date, *, is_own: bool = False
) -> list[CalendarDay]:
    """Every entry between two days that this actor may see, by day; of their own only what their role does next, and
    what is about themselves. Answers have to be fresh."""
    answers = of_people_here(answers_seen(actor), on)
    if is_own:
        answers = answers.filter(done_by(actor))
    found = [*_due(answers, first, last), *_running_out(actor, first, last, on), *state_days(first, last)]
    if actor.role in SEES_STAFF:
        found += _of_oversights(first, last)
    found += _sessions(actor, first, last)
    return sorted(found, key=lambda day: (day.on, ORDER.index(day.kind), day.rule, str(day.whose)))


SAFETY_TOPICS = ("INC",)
# The words by which the next step of an answer names a role.
DOES = {
    Role.ADMINISTRATOR: ("coordinator",),
    Role.COORDINATOR: ("coordinator", "clinician"),
    Role.SUPERVISOR: ("supervisor", "clinician"),
    Role.BILLER: ("biller",),
    Role.DIRECT_STAFF: ("whoever", "specialist", "staff member"),
}
ORDER = (HOLIDAY, CLOSED, MEETING, SESSION, OVERSIGHT, DUE, RUNS_OUT)


def done_by(actor: Membership) -> Q:
    """Answers whose next step is this actor's, and those about themselves."""
    done = Q(root=actor.staff_id) if actor.staff_id else Q(pk__in=[])
    for word in DOES.get(Role(actor.role), ()):
        done |= Q(who__contains=word)
    return done


def state_days(first: datetime.date, last: datetime.date) -> Iterator[CalendarDay]:
    """Wisconsin's, for programs whose documentation it oversees: the quarterly meetings, the days its offices are
    closed, and legal holidays on which they are open."""
    if pack_in_context().oversight is None:
        return iter(())
    joined = how_to_join(JoiningDetails.objects.first())
    years = range(first.year, last.year + 1)
    return (day for year in years for day in _of_year(year, joined) if first <= day.on <= last)


def _of_year(year: int, joined: str) -> Iterator[CalendarDay]:
    for day in quarterly_meetings(year):
        yield CalendarDay(
            day, MEETING, "Quarterly meeting of CRS programs with the state", f"{CITE.words} {joined}".strip(),
            str(CITE), times=(STARTS_AT, ENDS_AT),
        )  # fmt: skip
    for day, name in offices_closed(year).items():
        why = "State offices are closed: no business day."
        yield CalendarDay(day, CLOSED, name, why, "Wis. Stat. 230.35(4)(a)")
    for day, name in legal_holidays(year).items():
        if day not in offices_closed(year):
            why = "A legal holiday on which state offices are open: a business day, and a last day rolls over it."
            yield CalendarDay(day, HOLIDAY, name, why, "Wis. Stat. 995.20")


def how_to_join(details: JoiningDetails | None) -> str:
    """How the meetings are joined, in one sentence; nothing where the program keeps nothing."""
    if details is None:
        return ""
    parts = (
        details.address and f"Join at {details.address}",
        details.phone and f"by phone {details.phone}",
        details.conference_id and f"conference ID {details.conference_id}",
    )
    told = ", ".join(filter(None, parts))
    return " ".join(filter(None, (told and f"{told}.", details.remark)))


def _due(answers: QuerySet[Answer], first: datetime.date, last: datetime.date) -> Iterator[CalendarDay]:
    is_wisconsins = pack_in_context().oversight is not None
    rolls = is_wisconsins and dict(choices()).get(LAST_DAY.id, LAST_DAY.default) == "rolled"
    together: dict[tuple[str, UUID, datetime.date], list[Answer]] = {}
    for row in open_duties(answers).filter(due_on__range=(first, last)).order_by("due_on", "rule", "subject", "key"):
        together.setdefault((row.rule, row.root, row.due_on), []).append(row)
    for (_, _, due_on), rows in together.items():
        row = rows[0]
        # What is due within hours keeps its plain clock: nobody waits for Monday with a death or an incident.
        moved = rolled(due_on) if rolls and row.rule.partition("-")[0] not in SAFETY_TOPICS else due_on
        reason, source = _reason(row)
        yield CalendarDay(
            due_on, DUE, row.name, reason, source, row.next_step, row.who, row.rule, row.key, row.root_table, row.root,
            moved if moved != due_on else None, row.answer, len(rows) - 1,
        )  # fmt: skip


def _of_oversights(first: datetime.date, last: datetime.date) -> Iterator[CalendarDay]:
    for day in oversight_days(first, last):
        yield CalendarDay(
            day.on, OVERSIGHT, f"Documentation oversight: {day.title.lower()}", "A documentation oversight goes on.",
            PLACE, day.next_step, day.who, key=day.oversight, root_table="oversight", rolled_on=day.rolled_on,
        )  # fmt: skip


def _sessions(actor: Membership, first: datetime.date, last: datetime.date) -> Iterator[CalendarDay]:
    """Sessions on the way to a certificate, for those on it and those who look after staff."""
    mine = CredentialApplication.objects.filter(staff=actor.staff_id, completed_on=None)
    if actor.role not in SEES_STAFF and not (actor.staff_id and mine.exists()):
        return
    for one in pack_in_context().sessions:
        if first <= one.held_on <= last:
            why = f"How a certificate is earned. Register: {one.address}"
            yield CalendarDay(
                one.held_on, SESSION, one.name, why, str(one.cite), "Register, and come.", "staff member",
                times=(one.starts_at, one.ends_at),
            )  # fmt: skip


def _reason(row: Answer) -> tuple[str, str]:
    open_ = [c for c in row.criteria if not c["holds"] and not c["note"]] or row.criteria
    first = open_[0]
    cite = first["cites"][0]
    return f"{first['kind'].capitalize()} {first['sentence']}.", ", ".join(
        filter(None, (cite["source"], cite["place"]))
    )


def _running_out(
    actor: Membership, first: datetime.date, last: datetime.date, on: datetime.date
) -> Iterator[CalendarDay]:
    """The last days of certificates of those who still work here."""
    serving = staff_seen(actor).exclude(ended_on__lt=on).values("pk")
    held = Credential.objects.filter(staff__in=serving, expires_on__range=(first, last))
    for one in held.select_related("staff"):
        title = f"{one.get_kind_display() or 'A certificate'}: last day"
        why = "A service of a kind that needs the certificate cannot be billed from the next day on."
        source = f"Certificate {one.number}" if one.number else "The certificate"
        yield CalendarDay(
            one.expires_on, RUNS_OUT, title, why, source, "Record its renewal.", "program coordinator",
            key=one.pk, root_table="staff", whose=one.staff_id,
        )  # fmt: skip


def names_of_people(days: Iterable[CalendarDay]) -> Mapping[UUID, str]:
    """The names of everyone a calendar speaks of."""
    return names_by_key((day.root_table, day.whose) for day in days if day.whose)
