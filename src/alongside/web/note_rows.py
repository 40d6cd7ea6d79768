"""Lists of notes: what was asked for, one page of it from the newest on, and how each note stands."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.dateparse import parse_date

from alongside.records.models import NoteStatus, ProgressNote, SignOff, SignOffDecision

from .note_checks import NOTE, answers_of
from .peer_programs import service_kinds
from .people import asked_for
from .shown import Line

ON_ONE_PAGE = 50
SPANS = (3, 15, 75, 400, None)  # days
RARE = ("draft", "returned", "amended", "moved")
MOST_RARE = 20_000
LAST_KEY = UUID(int=2**128 - 1)
FIRST_DAY = datetime.date(1900, 1, 1)
STATE = ("decision", "is_amended", "is_moved")
STATES = {
    "draft": "Draft",
    "signed": "Signed",
    "signed_off": "Signed off",
    "returned": "Returned",
    "amended": "Amended",
    "moved": "Moved",
}
ICONS = {
    "draft": "record", "signed": "met", "signed_off": "met", "returned": "not-met", "amended": "does-not-apply",
    "moved": "does-not-apply",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What the reader asked to see; empty where it does not matter."""

    kind: str = ""
    state: str = ""
    who: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    before: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the page was asked for."""
        return any((self.kind, self.state, self.who, self.since, self.until))


@dataclass(frozen=True)
class NoteRow:
    """One note of a list: how it stands, and what is open about it."""

    note: ProgressNote
    open: Sequence[Line] = ()

    @property
    def state(self) -> str:
        return state_of(self.note)

    @property
    def word(self) -> str:
        return STATES[self.state] if not (self.state == "draft" and self.note.amends_id) else "Amendment, not signed"

    @property
    def icon(self) -> str:
        return ICONS[self.state]

    @property
    def minutes(self) -> int | None:
        return minutes_of(self.note.service)


@dataclass(frozen=True)
class NotePage:
    """Up to fifty notes, the newest first; `older` asks for those that follow."""

    rows: list[NoteRow] = field(default_factory=list)
    older: str = ""


def asked_of(request: HttpRequest) -> Asked:
    """What the address asks for. What is no word or day of these is nothing."""
    kind, state, who, since, until, before = asked_for(request, "kind", "state", "who", "since", "until", "before")
    return Asked(
        kind=kind if kind in service_kinds(request.membership).values else "",
        state=state if state in STATES else "",
        who=str(key) if (key := _key(who)) else "",
        since=_day(since),
        until=_day(until),
        before=before,
    )


def page_of(
    notes: QuerySet[ProgressNote], asked: Asked, actor: Any, on: datetime.date, *, are_few: bool = False
) -> NotePage:
    """One page. Nobody counts them all: whoever wants older ones asks for the notes before the last one shown.

    `are_few` says that these are one participant's: a few hundred are looked through at once.
    """
    keys = newest(narrowed(notes, asked), asked, on, spans=(None,) if are_few else SPANS)
    found = with_state(ProgressNote.objects.filter(pk__in=keys[:ON_ONE_PAGE]))
    held = {note.pk: note for note in found.order_by().select_related("service__staff__person", "participant")}
    shown, more = [held[key] for key in keys[:ON_ONE_PAGE] if key in held], len(keys) > ON_ONE_PAGE
    last = shown[-1] if shown else None
    older = f"{last.service.served_on:%Y-%m-%d}.{last.pk}" if more and last and last.service.served_on else ""
    answers = answers_of(actor, shown, on=on, only=NOTE, only_open=True)
    return NotePage([NoteRow(note, _open(answers.get(str(note.pk)))) for note in shown], older)


def newest(
    notes: QuerySet[ProgressNote], asked: Asked, on: datetime.date, spans: Sequence[int | None] = SPANS
) -> list[UUID]:
    """The keys of one page and one more. Days are looked through in growing spans, so that years of notes are not."""
    day, key = _place(asked.before) or (min(on, asked.until or on), LAST_KEY)
    before = Q(service__served_on__lt=day) | Q(service__served_on=day, pk__lt=key)
    found: list[UUID] = []
    for days in spans if asked.state not in RARE else (None,):
        since = None if days is None or (day - FIRST_DAY).days <= days else day - datetime.timedelta(days=days)
        span = notes.filter(service__served_on__lte=day) if since is None else notes.filter(
            service__served_on__range=(since, day)
        )  # fmt: skip
        rows = span.filter(before).order_by("-service__served_on", "-pk")
        found = list(rows.values_list("pk", flat=True)[: ON_ONE_PAGE + 1])
        if len(found) > ON_ONE_PAGE or since is None or (asked.since and since <= asked.since):
            break
    return found


def narrowed(notes: QuerySet[ProgressNote], asked: Asked) -> QuerySet[ProgressNote]:
    """Those asked for."""
    if asked.kind:
        notes = notes.filter(service__kind=asked.kind)
    if asked.who:
        notes = notes.filter(service__staff_id=asked.who)
    if asked.since:
        notes = notes.filter(service__served_on__gte=asked.since)
    if asked.until:
        notes = notes.filter(service__served_on__lte=asked.until)
    return _in_state(notes, asked.state) if asked.state else notes


def with_state(notes: QuerySet[ProgressNote]) -> QuerySet[ProgressNote]:
    """With what `state_of` reads: what a supervisor said, whether it was amended, whether it was moved."""
    own = OuterRef("pk")
    return notes.annotate(
        decision=Subquery(SignOff.objects.filter(progress_note=own).values("decision")[:1]),
        is_amended=Exists(ProgressNote.objects.filter(amends=own, status=NoteStatus.SIGNED)),
        is_moved=Exists(ProgressNote.objects.filter(moved_from=own)),
    )


def state_of(note: Any) -> str:
    """One word of `STATES`, from a note of `with_state`."""
    if note.is_moved:
        return "moved"
    if note.status == NoteStatus.DRAFT:
        return "draft"
    if note.is_amended:
        return "amended"
    return {SignOffDecision.SIGNED_OFF: "signed_off", SignOffDecision.RETURNED: "returned"}.get(note.decision, "signed")


def minutes_of(service: Any) -> int | None:
    """How long a service lasted, where both times are known."""
    if not (service.started_at and service.stopped_at):
        return None
    return int((service.stopped_at - service.started_at).total_seconds() // 60)


def _in_state(notes: QuerySet[ProgressNote], state: str) -> QuerySet[ProgressNote]:
    own = OuterRef("pk")
    moved = Exists(ProgressNote.objects.filter(moved_from=own))
    amended = Exists(ProgressNote.objects.filter(amends=own, status=NoteStatus.SIGNED))
    # Few were moved or amended: begin with those.
    if state == "moved":
        copies = ProgressNote.objects.filter(moved_from__isnull=False)
        return notes.filter(pk__in=list(copies.values_list("moved_from", flat=True)[:MOST_RARE]))
    if state == "amended":
        mended = ProgressNote.objects.filter(amends__isnull=False, status=NoteStatus.SIGNED)
        return notes.filter(~moved, pk__in=list(mended.values_list("amends", flat=True)[:MOST_RARE]))
    if state == "draft":
        return notes.filter(~moved, status=NoteStatus.DRAFT)
    signed = notes.filter(~moved, status=NoteStatus.SIGNED)
    if state == "signed":
        return signed.filter(waiting__isnull=False)
    return signed.filter(~amended, Exists(SignOff.objects.filter(progress_note=own, decision=state)))


def _open(shown: Any) -> list[Line]:
    return [line for line in shown.lines if line.needs_someone] if shown and shown.is_open else []


def _place(text: str) -> tuple[datetime.date, UUID] | None:
    day, _, key = text.partition(".")
    found, known = _day(day), _key(key)
    return (found, known) if found and known else None


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _day(text: str) -> datetime.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
