"""A practice review, any day: a sample drawn by the state's rule, and what would be cited."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from alongside.access.clock import today
from alongside.ledger.events import record_search
from alongside.packs import PACKS
from alongside.reviews import practice as practicing
from alongside.reviews.debriefs import asked, members_of
from alongside.reviews.seen import seen_of

from .oversights import oversight_for


@require_POST
def start_practice(request: HttpRequest) -> HttpResponse:
    """Draw a practice sample and go to what would be cited."""
    program = request.membership.program
    made = practicing.start_practice(program=program, on=today(), at=timezone.now(), by=request.user)
    messages.success(request, "A practice sample is drawn by the state’s rule. The state does not see it.")
    return redirect("practice_review", made.pk)


def practice_review(request: HttpRequest, oversight_id: UUID) -> HttpResponse:
    """What the sample would be cited for, oldest and dearest first, and each participant's packet."""
    it = oversight_for(request, oversight_id)
    if not it.is_practice:
        raise Http404("This is no practice review.")
    on = today()
    cited = practicing.would_be_cited(it, on=on)
    members = members_of(it)
    record_search("sample_member", found=len(members), listed=[member.participant_id for member in members])
    packets = []
    for member in members:
        seen = seen_of(it, member)
        rows = [(one, seen.get(one.requirement.id)) for one in asked(member)]
        packets.append({"member": member, "rows": rows, "missing": sum(found is None for _, found in rows)})
    page = {"it": it, "on": on, "cited": cited, "packets": packets, "sample": it.drawn_sample}
    page["complete"] = sum(not packet["missing"] for packet in packets)
    page["clean"] = len(members) - len({one.member.pk for one in cited})
    page["rules"] = {rule.id: rule for rule in PACKS[it.program.pack].rules}
    return render(request, "oversights/practice.html", page)
