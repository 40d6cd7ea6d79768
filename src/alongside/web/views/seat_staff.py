"""Staff's side of a participant's seat: hand over a code, end the seat, hold a note back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from alongside.access.actions import ask_for_sign_off as choose
from alongside.access.clock import today
from alongside.access.invitations import VALID_FOR, spoken
from alongside.access.models import Membership
from alongside.access.policies import may_change_records
from alongside.access.roles import SEATS
from alongside.access.seat_policies import may_hold_note_back, may_invite, may_mark_minors_own
from alongside.ledger.events import Act, record, record_read
from alongside.records import actions
from alongside.records.models import HoldKind, Invitation, NoteHold, OwnWords, Participant, ProgressNote, Representative
from alongside.records.problems import Problems
from alongside.records.released import finished
from alongside.reviews.scope import participants_seen

from ..entry import EntryForm, enter
from ..fields import long_text

NOTES_SHOWN = 20
OWN_WORDS_SHOWN = 50


class HoldForm(EntryForm):
    """Why a note is kept from the seat."""

    reason = long_text("Why?", "The person is told that a note is held back and whom to ask, not the reason.", rows=3)


def participant_seat(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Who sits there, which codes are open, what the seat shows, and the words written there."""
    person = _person(request, participant_id)
    on = today()
    record_read("participant", row=person.pk, subject=person.pk, detail="seat")
    seats = Membership.objects.filter(participant_id=person.pk, role__in=SEATS).select_related("user")
    asked = request.membership.program.is_sign_off_asked
    notes = finished(person.pk, is_sign_off_asked=asked).prefetch_related("holds")[:NOTES_SHOWN]
    page = {
        "person": person, "on": on, "seats": seats.order_by("-starts_on"),
        "open": list(actions.open_invitations(person.pk, on)), "acting": Representative.objects.current(on).filter(
            participant=person
        ), "notes": [(note, _standing(note)) for note in notes],
        "words": OwnWords.objects.filter(participant=person).select_related("service_plan", "progress_note__service")
        .order_by("-written_at")[:OWN_WORDS_SHOWN],
        "may_hold": may_hold_note_back.allowed(request.membership, person), "is_sign_off_asked": asked,
        "may_choose": may_change_records.allowed(request.membership, person),
    }  # fmt: skip
    return render(request, "seat/staff.html", page)


def invite(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Make a code and show it, once, on a slip to print."""
    if request.method != "POST":
        return HttpResponse(status=405)
    person = _person(request, participant_id)
    representative = _representative(person, request.POST.get("representative", ""))
    said = {"made_by": request.user.name, "at": timezone.now(), "on": today(), "by": request.user}
    try:
        invitation, code = actions.invite(participant=person, representative=representative, **said)
    except Problems as refused:
        messages.error(request, " ".join(_plain(problem) for problem in refused.problems))
        return redirect("participant_seat", person.pk)
    record(Act.PRINTED, "invitation", row=invitation.pk, subject=person.pk, detail="slip shown once")
    page = {"person": person, "invitation": invitation, "code": spoken(code), "days": VALID_FOR.days}
    return render(request, "seat/slip.html", page)


def ask_for_sign_off(request: HttpRequest) -> HttpResponse:
    """Choose for the whole program when notes are shown: once signed, or once signed off."""
    if request.method != "POST":
        return HttpResponse(status=405)
    program = request.membership.program
    may_change_records(request.membership, program)
    choose(program=program, is_asked=request.POST.get("is_asked") == "yes", by=request.user)
    messages.success(
        request, "Participants now see a note once it is signed" + (" off." if program.is_sign_off_asked else ".")
    )
    person = Participant.objects.filter(pk=_key(request.POST.get("participant", ""))).first()
    return redirect("participant_seat", person.pk) if person else redirect("participants")


def revoke_invitation(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """Take a code out of use."""
    if request.method != "POST":
        return HttpResponse(status=405)
    invitation = get_object_or_404(Invitation.objects.select_related("participant"), pk=invitation_id)
    may_invite(request.membership, invitation.participant)
    said = {"revoked_by": request.user.name, "at": timezone.now(), "on": today(), "by": request.user}
    try:
        actions.revoke_invitation(invitation=invitation, **said)
        messages.success(request, "The code no longer works.")
    except Problems as refused:
        messages.error(request, " ".join(_plain(problem) for problem in refused.problems))
    return redirect("participant_seat", invitation.participant_id)


def end_seat(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """End a seat, at once."""
    if request.method != "POST":
        return HttpResponse(status=405)
    seat = get_object_or_404(Membership.objects.select_related("user"), pk=membership_id, role__in=SEATS)
    person = _person(request, seat.participant_id)
    said = {"ended_by": request.user.name, "at": timezone.now(), "on": today(), "by": request.user}
    if seat.ended_at is None:
        actions.end_seat(seat=seat, **said)
    messages.success(request, f"The seat of {seat.user.name} has ended. Nothing written there is lost.")
    return redirect("participant_seat", person.pk)


def hold_note_back(request: HttpRequest, progress_note_id: UUID) -> HttpResponse:
    """Hold a note back from the seat, with a reason."""
    note = _note(request, progress_note_id)
    may_hold_note_back(request.membership, note)
    return _hold(request, note, HoldKind.HELD_BACK)


def minors_own_note(request: HttpRequest, progress_note_id: UUID) -> HttpResponse:
    """Mark a note as the minor's own: whoever acts for the minor does not see it."""
    note = _note(request, progress_note_id)
    may_mark_minors_own(request.membership, note)
    return _hold(request, note, HoldKind.MINORS_OWN)


def release_note(request: HttpRequest, note_hold_id: UUID) -> HttpResponse:
    """Show a note again that was held back, or was marked as the minor's own."""
    if request.method != "POST":
        return HttpResponse(status=405)
    hold = get_object_or_404(NoteHold.objects.select_related("progress_note"), pk=note_hold_id)
    may = may_hold_note_back if hold.kind == HoldKind.HELD_BACK else may_mark_minors_own
    may(request.membership, hold.progress_note)
    actions.end_hold(hold=hold, ended_by=request.user.name, on=today(), by=request.user)
    messages.success(request, "The note is shown again.")
    return redirect("participant_seat", hold.participant_id)


def _hold(request: HttpRequest, note: ProgressNote, kind: HoldKind) -> HttpResponse:
    record_read("progress_note", row=note.pk, subject=note.participant_id, detail="seat")
    back = f"{_address_of(note)}#notes"

    def act(form: Any) -> str:
        said = {"held_by": request.user.name, "on": today(), "by": request.user}
        actions.hold_note(note=note, kind=kind, reason=form.cleaned_data["reason"], **said)
        return back

    page = {"note": note, "person": note.participant, "kind": kind, "back": back}
    done = "The note is held back." if kind == HoldKind.HELD_BACK else "The note is the minor’s own now."
    return enter(request, HoldForm, act, template="seat/hold.html", page=page, done=done)


def _person(request: HttpRequest, participant_id: UUID) -> Participant:
    person: Participant = get_object_or_404(participants_seen(request.membership), pk=participant_id)
    may_invite(request.membership, person)
    return person


def _note(request: HttpRequest, progress_note_id: UUID) -> ProgressNote:
    notes = ProgressNote.objects.select_related("participant", "service__staff__person")
    note: ProgressNote = get_object_or_404(notes, pk=progress_note_id, status="signed")
    return note


def _representative(person: Participant, key: str) -> Representative | None:
    return next((one for one in person.representatives.all() if str(one.pk) == key), None)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _standing(note: ProgressNote) -> dict[str, NoteHold]:
    return {str(hold.kind): hold for hold in note.holds.all() if hold.ended_on is None}


def _address_of(note: ProgressNote) -> str:
    return reverse("participant_seat", args=[note.participant_id])


def _plain(problem: Any) -> str:
    if problem.field == "born_on":
        return "Record the date of birth first: it is asked for together with the code."
    return f"{problem.found.capitalize()}. {problem.fix}"
