"""Taking one step of a documentation oversight. Each has its page, with what it does in one sentence."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.oversight_policies import may_take_step, side_of
from alongside.ledger.events import record_search
from alongside.reviews import debriefs, samples
from alongside.reviews import oversights as acts
from alongside.reviews.models import Oversight, Side
from alongside.reviews.oversight_steps import BY_NAME, next_steps, taking

from ..entry import EntryForm, enter
from ..forms_oversight import DebriefForm, ReceiveForm, ReturnForm, SealForm, ShowForm
from .oversights import oversight_for

Told = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """The form of a step, what it does with it, what is said before and after."""

    form: type[EntryForm]
    act: Callable[[Any, Told, Side], object]
    lead: str
    done: str


def _now(told: Told) -> Told:
    return {**told, "at": timezone.now()}


PAGES: dict[str, Page] = {
    "send_list": Page(
        EntryForm, lambda form, told, side: acts.send_list(**_now(told)),
        "This is the list as your records say it now. Correct a record where it is wrong; then send it. What is sent "
        "stays as it was sent.",
        "The list is sent. Next, both sides give a part of the seed.",
    ),
    "return_list": Page(
        ReturnForm, lambda form, told, side: acts.return_list(**told, because=form.values["because"] or ""),
        "The program corrects its records and sends the list anew. Parts of the seed given for the old list are void.",
        "The program was asked for a corrected list.",
    ),
    "seal": Page(
        SealForm, lambda form, told, side: samples.seal_part(**_now(told), side=side, **form.given),
        "Both sides give a part; the sample follows from the two and from the list. The other side sees only the seal "
        "of yours until both are sealed, so that neither can choose who is drawn.",
        "Your part is sealed.",
    ),
    "show": Page(
        ShowForm, lambda form, told, side: samples.show_part(**_now(told), side=side, part=form.values["part"] or ""),
        "You gave the seal and kept the part. Both sides are sealed: it can be shown now.",
        "Your part is shown, and fits its seal.",
    ),
    "draw": Page(
        EntryForm, lambda form, told, side: samples.draw_sample(**_now(told)),
        "The sample follows from the list as sent and both parts of the seed. Drawing again gives the same.",
        "The sample is drawn. Anyone can draw it again from its file.",
    ),
    "name": Page(
        EntryForm, lambda form, told, side: samples.name_sample(**told),
        "The program sees who was drawn, and its 15 business days begin tomorrow.",
        "The sample is named. The day the packet is due is computed and shown to both sides.",
    ),
    "receive": Page(
        ReceiveForm, lambda form, told, side: debriefs.receive_packet(**told, received_on=form.values["received_on"]),
        "The review may take up to 90 days from this day.",
        "Received. The checklist is open.",
    ),
    "debrief": Page(
        DebriefForm, lambda form, told, side: debriefs.send_debrief(**told, **form.values),
        "The program reads the feedback, and each requirement you concluded was not met becomes a finding.",
        "The Debrief is sent.",
    ),
    "close": Page(
        EntryForm, lambda form, told, side: debriefs.close_oversight(**told),
        "Nothing is changed afterwards. What follows on findings goes on by itself.",
        "Closed.",
    ),
}  # fmt: skip


def oversight_step(request: HttpRequest, oversight_id: UUID, step: str) -> HttpResponse:
    """Take a step, if it is the reader's and open now."""
    if step not in PAGES:
        raise Http404(step)
    it, found, shown = oversight_for(request, oversight_id), BY_NAME[step], PAGES[step]
    may_take_step(request.membership, taking(it, found))
    if request.method != "POST" and found not in next_steps(it):
        messages.info(request, f"“{found.label}” is not open now: somebody went on, or something comes before it.")
        return redirect("oversight", it.pk)
    side = Side(side_of(request.membership))

    def record(form: EntryForm) -> str:
        told: Told = {"oversight": it, "version": form.read_version, "on": today(), "by": request.user}
        shown.act(form, told, side)
        return reverse("oversight", args=[it.pk])

    back = reverse("oversight", args=[it.pk])
    page = {"it": it, "heading": found.label, "button": found.label, "back": back, "lead": shown.lead, "step": step}
    initial: dict[str, Any] = {"version": it.version}
    if step == "seal":
        initial["part"] = secrets.token_hex(16)
    if step == "send_list":
        page |= _list(it)
    return enter(
        request, shown.form, record, template="oversights/entry.html", page=page, initial=initial, done=shown.done
    )


def _list(it: Oversight) -> dict[str, Any]:
    """The list as the records say it now, and whose enrollment has no day."""
    rows = acts.listed(it)
    record_search("enrollment", found=len(rows), listed=[row.enrollment.participant_id for row in rows])
    count = len({row.enrollment.participant_id for row in rows})
    return {"rows": rows, "participant_count": count, "undated": acts.undated()}
