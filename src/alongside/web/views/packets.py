"""Packets on the program's side: put together, corrected, built, sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.packet_policies import may_prepare_packet
from alongside.ledger.events import record_search
from alongside.records.problems import Conflict, Problems
from alongside.reviews.models import Packet, PacketState, Sample
from alongside.reviews.packets import assembling, correcting, sending
from alongside.reviews.packets.assembling import told_to_program
from alongside.reviews.packets.statement import sentences_of

from ..entry import enter
from ..fields import as_yes_or_no
from ..forms_packets import AboutPacketForm
from ..packet_shown import made, people_of, stage

MOST = 50


def packets(request: HttpRequest) -> HttpResponse:
    """Every packet, newest first, and the samples nobody has put one together for."""
    may_prepare_packet(request.membership, request.membership.program)
    page = {
        "packets": Packet.objects.select_related("oversight", "sample").order_by("-created_at")[:MOST],
        "waiting": Sample.objects.filter(told_to_program(), packet=None)
        .select_related("oversight")
        .order_by("-drawn_at")[:MOST],
    }
    return render(request, "packets/list.html", page)


def assemble_packet(request: HttpRequest, sample_id: UUID) -> HttpResponse:
    """Put a packet together for a sample."""
    if request.method != "POST":
        return HttpResponse(status=405)
    sample = get_object_or_404(Sample.objects.filter(told_to_program()).select_related("oversight"), pk=sample_id)
    may_prepare_packet(request.membership, sample)
    return redirect("packet", assembling.assemble(sample=sample, on=today(), by=request.user).pk)


def packet(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """One packet: how far it is, what is missing, and everybody in it."""
    found = _packet(request, packet_id)
    people = people_of(found)
    record_search("packet", found=len(people), listed=[one.member.participant_id for one in people])
    missing = [(person, one) for person in people for one in person.missing]
    page = {"packet": found, "people": people, "missing": missing, "stage": stage(found), "made": made(found)}
    return render(request, "packets/one.html", {**page, "statement": sentences_of(found)})


def packet_progress(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """How far building has come, asked again and again by the page; once it ended, the page is read anew."""
    found = _packet(request, packet_id)
    if found.state != PacketState.BUILDING and getattr(request, "htmx", False):
        return HttpResponse(headers={"HX-Redirect": reverse("packet", args=[found.pk])})
    return render(request, "packets/progress.html", {"packet": found, "made": made(found)})


def describe_packet(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """What the state refers to when it asks, and whether there are substance use disorder records in it."""
    found = _packet(request, packet_id)
    back = reverse("packet", args=[found.pk])

    def record(form: AboutPacketForm) -> str:
        correcting.describe(packet=found, version=form.read_version, **form.values, by=request.user)
        return back

    start = {
        "authority": found.authority,
        "has_substance_use_records": as_yes_or_no(found.has_substance_use_records),
        "version": found.version,
    }
    page = {"packet": found, "heading": "About this packet", "button": "Save", "back": back}
    done = "Saved. It stands on the packet’s first page once it is built."
    return enter(request, AboutPacketForm, record, template="packets/entry.html", page=page, initial=start, done=done)


def look_again_packet(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """Look whether what was missing has been recorded since."""

    def act(found: Packet) -> str:
        filled = assembling.look_again(packet=found, by=request.user)
        return (
            f"{filled} that were missing are there now."
            if filled
            else "Nothing that is missing has been recorded since."
        )

    return _done(request, packet_id, act)


def build_packet(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """Hand it over to be built in the background."""

    def act(found: Packet) -> str:
        said = {"at": timezone.now(), "asked_by": request.user.name, "by": request.user}
        correcting.ask_to_build(packet=found, **said)
        return "It is being built. You can leave this page meanwhile."

    return _done(request, packet_id, act)


def send_packet(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """What is about to be sent, and what keeps it from being sent; sent, it leads to its receipt."""
    found = _packet(request, packet_id)
    page: dict[str, Any] = {"packet": found, "people": people_of(found), "statement": sentences_of(found)}
    if request.method == "POST":
        said = {"at": timezone.now(), "sent_by": request.user.name, "by": request.user}
        try:
            sending.send(packet=found, version=_number(request.POST.get("version", "")), **said)
        except Conflict:
            page["changed"] = True
        except Problems:
            pass  # the page names each of them
        else:
            return redirect("packet_receipt", found.pk)
        found.refresh_from_db()
    page["problems"] = sending.problems_of_sending(found)
    return render(request, "packets/send.html", page, status=422 if request.method == "POST" else 200)


def _done(request: HttpRequest, packet_id: UUID, act: Any) -> HttpResponse:
    if request.method != "POST":
        return HttpResponse(status=405)
    found = _packet(request, packet_id)
    try:
        messages.success(request, act(found))
    except Problems as refused:
        messages.error(request, " ".join(f"{problem.fix}" for problem in refused.problems))
    return redirect("packet", found.pk)


def _packet(request: HttpRequest, packet_id: UUID) -> Packet:
    found = get_object_or_404(Packet.objects.select_related("oversight", "sample", "program"), pk=packet_id)
    may_prepare_packet(request.membership, found)
    return found


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
