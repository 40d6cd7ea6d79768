"""What is done with a note once it is written: checked before signing, amended, moved."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.note_policies import may_move_note, may_write_in_note
from alongside.ledger.events import record_search
from alongside.records import actions
from alongside.records.models import StaffMember
from alongside.records.problems import Problem, Problems
from alongside.reviews.scope import participants_seen

from ..entry import Values, enter
from ..forms_notes import TEXTS, AmendForm, MoveForm
from ..note_checks import checks_of
from ..note_forms import amend_form
from ..note_lines import at_the_same_time, likely_line, lines_lately
from ..people import asked_for, searched
from ..people_lately import lately_first
from ..person import framed
from .note_writing import note_for


def check_before_signing(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """The last look before signing: stopped by a must that is not met; asked once more where advice is not followed."""
    note = note_for(request, note_id)
    may_write_in_note(request.membership, note)
    to_sign = f"{reverse('sign', args=['progress_note', note.pk])}?as=giver"
    if note.is_signed:
        return redirect("note", note.pk)
    checks = checks_of(request.membership, note, on=today(), overlaps=at_the_same_time(note.service, note))
    if not checks.stops and not checks.advice and not checks.overlaps:
        return redirect(to_sign)
    page = {"note": note, "checks": checks, "to_sign": to_sign, "is_writing": False}
    status = 422 if checks.stops else 200
    return render(request, "notes/before_signing.html", framed(request, note.participant, **page), status=status)


def amend_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Amend a signed note: a new one that names it and says why. Both stay."""
    note = note_for(request, note_id)
    may_write_in_note(request.membership, note)
    if not note.is_signed:
        return redirect("rewrite_note", note.pk)
    author = StaffMember.objects.filter(pk=request.membership.staff_id).first()

    def begin(form: AmendForm) -> str:
        reason = form.cleaned_data["amended_reason"]
        said = {"author": author, "on": today(), "by": request.user}
        amendment = actions.amend_note(note=note, reason=reason, texts=form.texts, **said)
        name = "check_before_signing" if form.data.get("then") == "sign" else "note"
        return reverse(name, args=[amendment.pk])

    initial: Values = {name: getattr(note, name) for name in TEXTS}
    page = framed(
        request, note.participant, note=note, heading="Amend a note", back=reverse("note", args=[note.pk]),
        returned=note.sign_offs.filter(decision="returned").first(),
    )  # fmt: skip
    done = "The amendment is kept as a draft. It counts once it is signed."
    return enter(
        request,
        amend_form(request.membership),
        begin,
        template="notes/amend.html",
        page=page,
        initial=initial,
        done=done,
    )


def move_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Move a note filed on the wrong participant. It stays where it is, closed; the copy is signed anew."""
    note = note_for(request, note_id)
    may_move_note(request.membership, note)
    (words,) = asked_for(request, "q")
    people = participants_seen(request.membership).exclude(pk=note.participant_id)
    offered = searched(people, words, "family_name", "given_name", "medicaid_id")

    def move(form: MoveForm) -> str:
        to, on = people.filter(pk=form.cleaned_data["to"] or None).first(), today()
        if to is None:
            raise Problems([Problem("to", "nobody", "a participant", "Choose whose note it is; search by name or id.")])
        lines = [one for one in lines_lately(to, on) if one.kind == note.service.kind]
        line = likely_line(lines, note.service.staff) if note.service.staff else None
        reason = form.cleaned_data["moved_reason"]
        copy = actions.move_note(note=note, to=to, reason=reason, plan_line=line, on=on, by=request.user)
        return reverse("note", args=[copy.pk])

    page = framed(
        request, note.participant, note=note, heading="Move a note", q=words, back=reverse("note", args=[note.pk])
    )
    choices = [
        (str(one.pk), f"{one.family_name}, {one.given_name} ({one.medicaid_id})")
        for one in lately_first(offered, note.service.staff_id, today())[:OFFERED]
    ]
    record_search("participant", found=len(choices), listed=[UUID(key) for key, _ in choices])
    form = partial(MoveForm, people=choices)
    return enter(request, form, move, template="notes/move.html", page=page, done=MOVED)


OFFERED = 12
MOVED = "The note was moved. Where it was it stays, closed; here it is a draft until whoever gave the service signs it."
