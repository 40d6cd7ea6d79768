"""Entering and correcting who supervises a staff member of peer work, and the log of it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.people_policies import may_record_supervision
from alongside.ledger.events import record_read
from alongside.records.actions import log_supervision, supervise
from alongside.records.models import StaffMember, Supervision, SupervisionSession
from alongside.reviews.scope import staff_seen

from ..entry import EntryForm, Values, enter
from ..forms_qualifications import LinkForm, NewLinkForm, NewSessionForm, SessionForm
from ..paper_kinds import PaperKind
from ..peer_programs import of_peers
from ..put_right import put_right

TEMPLATE = "staff/paper.html"


KEPT = {
    "link": PaperKind(
        Supervision,
        NewLinkForm,
        LinkForm,
        supervise,
        "a supervisor",
        "A supervisor is of a higher tier. From supervisor to supervisor the way leads up to an LPHA.",
    ),
    "session": PaperKind(
        SupervisionSession,
        NewSessionForm,
        SessionForm,
        log_supervision,
        "a supervision session",
        "One session in the supervision log.",
    ),
}


@of_peers
def add_supervision(request: HttpRequest, staff_id: UUID, kind: str) -> HttpResponse:
    """Record a supervisor from a day, or one session. `kind` is a word of `KEPT`."""
    member, kept = _member(request, staff_id), _kept(kind)
    back = f"{reverse('staff_member', args=[member.pk])}#supervision"
    on = today()
    others = StaffMember.objects.current(on).exclude(person=member.person_id).select_related("person")
    form: Any = partial(kept.new, people=others.order_by("person__family_name", "person__given_name", "staff_number"))
    now = member.supervisions.current(on).first() if kind == "session" else None
    initial: Values = {"supervisor": str(now.supervisor_id)} if now else {}

    def record(filled: EntryForm) -> str:
        kept.act(staff=member, **filled.values, on=on, by=request.user)
        return back

    page = {"member": member, "heading": f"Record {kept.word}", "button": "Record it", "back": back, "lead": kept.lead}
    done = f"{kept.word.capitalize()} is recorded."
    return enter(request, form, record, template=TEMPLATE, page=page, initial=initial, done=done)


@of_peers
def correct_supervision(request: HttpRequest, staff_id: UUID, kind: str, key: UUID) -> HttpResponse:
    """Correct the days of one of them, or say when it ends."""
    member, kept = _member(request, staff_id), _kept(kind)
    record: Any = get_object_or_404(kept.model._default_manager, pk=key, staff=member)
    back = f"{reverse('staff_member', args=[member.pk])}#supervision"
    by = record.supervisor.name if record.supervisor else "nobody recorded"
    word = "the supervision" if kind == "link" else "the session"
    page = {"member": member, "heading": f"Correct {word}", "back": back, "lead": f"Supervisor: {by}."}
    return put_right(request, record, kept.form, template=TEMPLATE, page=page)


def _kept(kind: str) -> PaperKind:
    if kind not in KEPT:
        raise Http404("There is no such record of supervision.")
    return KEPT[kind]


def _member(request: HttpRequest, staff_id: UUID) -> StaffMember:
    member: StaffMember = get_object_or_404(staff_seen(request.membership).select_related("person"), pk=staff_id)
    may_record_supervision(request.membership, member)
    record_read("staff", row=member.pk, subject=member.pk, detail="supervision")
    return member
