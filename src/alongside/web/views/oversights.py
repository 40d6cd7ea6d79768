"""Documentation oversight, both sides: the list of them, one with its way, and announcing one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.oversight_policies import may_see_oversight, may_take_step, side_of
from alongside.ledger.events import record_search
from alongside.reviews.ask import ask, pack_in_context
from alongside.reviews.debriefs import members_of
from alongside.reviews.models import Oversight, OversightState, Side
from alongside.reviews.oversight_steps import ANNOUNCE, Taking
from alongside.reviews.oversights import announce_oversight, figures_of

from ..entry import enter
from ..forms_oversight import AnnounceForm
from ..oversight_way import steps_for, way
from ..shown import live

RULES = ("OVS-1", "OVS-2", "OVS-3", "OVS-5")
TO_THE_STATE = (OversightState.ANNOUNCED, OversightState.LIST_SENT, OversightState.SEALED, OversightState.DRAWN)


def oversights(request: HttpRequest) -> HttpResponse:
    """Every documentation oversight the reader may see, open ones first, with whose turn it is."""
    return render(request, "oversights/list.html", listing(request))


def listing(request: HttpRequest) -> dict[str, Any]:
    """What the list shows: oversights with whose turn it is, and what a program practiced."""
    side = Side(side_of(request.membership))
    rows = list(Oversight.objects.filter(may_see_oversight.rows(request.membership)))
    asked = [{"it": row, "steps": steps_for(row, side)} for row in rows if not row.is_practice]
    asked.sort(key=lambda row: row["it"].state == OversightState.CLOSED)
    return {"asked": asked, "practiced": [row for row in rows if row.is_practice], "side": side}


def oversight_for(request: HttpRequest, oversight_id: UUID) -> Oversight:
    """The oversight, if the reader may see it."""
    found: Oversight = get_object_or_404(Oversight.objects.select_related("program"), pk=oversight_id)
    may_see_oversight(request.membership, found)
    return found


def oversight(request: HttpRequest, oversight_id: UUID) -> HttpResponse:
    """One documentation oversight: what is next and whose turn it is, what happened, and the days with their rules."""
    it = oversight_for(request, oversight_id)
    on, side = today(), Side(side_of(request.membership))
    own, theirs = steps_for(it, side)
    may_act = [
        step
        for step in own
        if may_take_step.allowed(request.membership, Taking(it.program_id, tuple(step.by), step.label))
    ]
    page: dict[str, Any] = {"it": it, "on": on, "side": side, "own": may_act, "theirs": theirs, "way": way(it, on)}
    page["owes_packet"] = side == Side.PROGRAM and it.state == OversightState.NAMED
    page["address"] = figures_of(it.program).address
    page["members"] = members = _members_shown(it, side)
    page["answers"] = [live(answer) for id in RULES for answer in ask(pack_in_context().rule(id), on=on, roots=[it.pk])]
    page["roster"], page["sample"] = it.current_roster, it.drawn_sample
    page["findings"] = it.findings.select_related("review_check__sample_member__roster_entry")
    page["debrief"] = getattr(it, "debrief", None)
    if members:
        record_search("sample_member", found=len(members), listed=[member.participant_id for member in members])
    return render(request, "oversights/one.html", page)


def announce(request: HttpRequest) -> HttpResponse:
    """Announce an oversight period, and ask for the list with it."""
    program = request.membership.program
    may_take_step(request.membership, Taking(program.pk, tuple(ANNOUNCE.by), ANNOUNCE.label))

    def record(form: AnnounceForm) -> str:
        made = announce_oversight(program=program, **form.values, on=today(), by=request.user)
        return reverse("oversight", args=[made.pk])

    page = {
        "heading": "Announce a documentation oversight", "button": "Announce it and ask for the list",
        "back": reverse("review"),
        "lead": f"{program.name} sees it at once on its first page, with the list ready to be sent.",
    }  # fmt: skip
    done = "Announced. The program was asked for its list of enrollments and discharges."
    return enter(request, AnnounceForm, record, template="oversights/entry.html", page=page, done=done)


def _members_shown(it: Oversight, side: Side) -> list[Any]:
    """The sample, which the program sees once it is named."""
    if it.state in TO_THE_STATE and not (side == Side.STATE and it.state == OversightState.DRAWN):
        return []
    return members_of(it)
