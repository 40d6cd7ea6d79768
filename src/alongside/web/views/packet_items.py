"""One participant of a packet: each thing asked for, another document, a reason."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from alongside.access.packet_policies import may_prepare_packet
from alongside.ledger.events import record_read
from alongside.records.problems import Problem, Problems
from alongside.records.snapshots.wording import day
from alongside.reviews.models import ItemState, Packet, PacketItem
from alongside.reviews.packets import correcting
from alongside.reviews.packets.choosing import others
from alongside.reviews.requirements import BY_ID

from ..entry import enter
from ..forms_packets import ChooseForm, ReasonForm
from ..packet_shown import people_of, shown


def packet_person(request: HttpRequest, packet_id: UUID, member_id: UUID) -> HttpResponse:
    """What is asked for about one participant of the sample, and what there is."""
    packet = get_object_or_404(Packet.objects.select_related("oversight", "sample"), pk=packet_id)
    may_prepare_packet(request.membership, packet)
    person = next((one for one in people_of(packet) if one.member.pk == member_id), None)
    if person is None:
        raise Http404("Nobody of this number is in the packet.")
    record_read("packet", row=packet.pk, subject=person.member.participant_id)
    return render(request, "packets/person.html", {"packet": packet, "person": person})


def choose_for_packet(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Choose another record for an item."""
    item = _item(request, item_id)
    if item.requirement not in BY_ID:
        raise Http404("There is nothing to choose for this.")
    made = others(item.sample_member, BY_ID[item.requirement].table)
    choices = [(str(record.pk), f"Completed on {day(completed_on)}") for completed_on, record in made]
    back = _person(item)

    def choose(form: ChooseForm) -> str:
        record = form.values["record"]
        if record is None:
            raise Problems([Problem("record", "nothing", "one of these", "Choose one.")])
        correcting.choose(item=item, version=form.read_version, record=UUID(record), by=request.user)
        return back

    page = _page(item, "Choose another document", "Take this one") | {"choices": choices}
    start = {"record": str(item.record or ""), "version": item.version}
    form: Any = partial(ChooseForm, choices=choices)
    return enter(
        request, form, choose, template="packets/entry.html", page=page, initial=start, done="It is in the packet."
    )


def leave_out_of_packet(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Say why something is not in the packet."""
    item = _item(request, item_id)
    back = _person(item)

    def leave(form: ReasonForm) -> str:
        said = {"reason": form.values["reason"], "reason_by": request.user.name, "by": request.user}
        correcting.leave_out(item=item, version=form.read_version, **said)
        return back

    is_there = item.state == ItemState.THERE
    page = _page(item, "Leave it out" if is_there else "Say why it is missing", "Save the reason")
    start = {"reason": item.reason, "version": item.version}
    done = "The reason goes with the packet."
    return enter(request, ReasonForm, leave, template="packets/entry.html", page=page, initial=start, done=done)


def put_back_in_packet(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Put back what was left out."""
    if request.method != "POST":
        return HttpResponse(status=405)
    item = _item(request, item_id)
    correcting.put_back(item=item, version=item.version, by=request.user)
    return redirect(_person(item))


def _item(request: HttpRequest, item_id: UUID) -> PacketItem:
    about = ("packet", "packet__oversight", "sample_member__roster_entry")
    item = get_object_or_404(PacketItem.objects.select_related(*about).defer("file__content"), pk=item_id)
    may_prepare_packet(request.membership, item.packet)
    record_read("packet_item", row=item.pk, subject=item.participant_id)
    return item


def _page(item: PacketItem, heading: str, button: str) -> dict[str, Any]:
    said = {"packet": item.packet, "shown": shown(item), "member": item.sample_member}
    return {**said, "heading": heading, "button": button, "back": _person(item)}


def _person(item: PacketItem) -> str:
    return reverse("packet_person", args=[item.packet_id, item.sample_member_id])
