"""The sign-off queue: a supervisor reads notes, signs them off, or returns them with a comment."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.note_policies import may_sign_off
from alongside.ledger.events import record_search
from alongside.records import actions
from alongside.records.models import Capacity, DocumentKind, Method, ProgressNote, StaffMember, WaitingNote
from alongside.records.problems import Problems
from alongside.records.statements import statement_of

from ..confirmed import asked_of, wrong_in
from ..entry import sentence
from ..sign_off_queue import Waiting, notes_of, one_page, read, waiting_for
from ..sign_off_tiers import refused
from .note_writing import note_for

STATEMENT = statement_of(DocumentKind.PROGRESS_NOTE, Capacity.SUPERVISOR)


def sign_offs(request: HttpRequest) -> HttpResponse:
    """Notes that wait for the reader's word, the mended and the oldest first."""
    is_all = request.GET.get("all") == "1"
    return _queue(request, waiting_for(request.membership, today(), is_all=is_all), is_all=is_all)


def sign_off(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """One note of the queue."""
    note = note_for(request, note_id)
    may_sign_off(request.membership, note)
    one = waiting_for(request.membership, today(), only=note.pk)
    if request.method != "POST" and not one.exists():
        return redirect("note", note.pk)
    return _queue(request, one, is_all=True, only=note)


def _queue(
    request: HttpRequest, notes: QuerySet[WaitingNote], *, is_all: bool, only: ProgressNote | None = None
) -> HttpResponse:
    wrong: dict[str, str] = {}
    if request.method == "POST":
        wrong = _decide(request, notes)
        if not wrong:
            return redirect(request.get_full_path() if only is None else "sign_offs")
    paged, is_more = one_page(notes, request.GET.get("page"))
    held = notes_of(notes, list(paged))
    waiting = [_again(request, one, wrong) for one in read(request.membership, held, on=today())]
    record_search("progress_note", found=len(waiting), listed={one.note.participant_id for one in waiting})
    page = {
        "waiting": waiting,
        "paged": paged,
        "is_more": is_more,
        "is_all": is_all,
        "only": only,
        "wrong": wrong.get("", ""),
        "statement": STATEMENT,
        "confirmation": asked_of(request),
        "can_choose": sum(one.is_all_met for one in waiting) > 1,
    }
    return render(request, "sign_offs/queue.html", page, status=422 if wrong else 200)


def _decide(request: HttpRequest, notes: QuerySet[WaitingNote]) -> dict[str, str]:
    """Do what was pressed. What was wrong, by the note's key, or by nothing where it is about the whole page."""
    said = request.POST
    if key := said.get("return"):
        return _return(request, notes, key)
    chosen = [key for key in (said.get("sign_off"),) if key] or (said.getlist("chosen") if "several" in said else [])
    if wrong := wrong_in(request):
        return {"": wrong}
    if "confirm" in said:
        return {}
    if not chosen:
        return {"": "Nothing was chosen. Choose the notes to sign off together, or decide about one."}
    return _sign_off(request, notes, chosen, is_several="several" in said)


def _sign_off(
    request: HttpRequest, notes: QuerySet[WaitingNote], keys: list[str], *, is_several: bool
) -> dict[str, str]:
    held = {str(note.pk): note for note in notes_of(notes, _known(keys))}
    if is_several:
        met = {str(one.note.pk) for one in read(request.membership, list(held.values()), on=today()) if one.is_all_met}
        if open_ := {key: OPEN for key in held if key not in met}:
            return open_
    on = today()
    if refusals := {key: one for key, note in held.items() if (one := refused(request.membership, note, on))}:
        return refusals
    now = timezone.now()
    staff = _reader(request)
    try:
        with transaction.atomic():
            for key, note in held.items():
                may_sign_off(request.membership, note)
                actions.sign(
                    record=note, capacity=Capacity.SUPERVISOR, content_hash=request.POST.get(f"hash-{key}", ""),
                    hand=actions.Hand(Method.OWN_SIGN_IN), staff=staff, at=now, on=timezone.localtime(now).date(),
                    by=request.user,
                )  # fmt: skip
    except Problems as problems:
        return {key: " ".join(sentence(problem) for problem in problems.problems)}
    except actions.ChangedMeanwhile as changed:
        return {key: str(changed)}
    if not held:
        return {"": "This note no longer waits: somebody decided about it meanwhile."}
    count = len(held)
    messages.success(request, "1 note is signed off." if count == 1 else f"{count} notes are signed off.")
    return {}


def _reader(request: HttpRequest) -> StaffMember | None:
    """The staff member the reader is, where their sign-in is tied to one."""
    return StaffMember.objects.select_related("person").filter(pk=request.membership.staff_id).first()


OPEN = "Something is open about this note, so it is decided about by itself."


def _return(request: HttpRequest, notes: QuerySet[WaitingNote], key: str) -> dict[str, str]:
    note = next(iter(notes_of(notes, _known([key]))), None)
    if note is None:
        return {"": "This note no longer waits: somebody decided about it meanwhile."}
    may_sign_off(request.membership, note)
    comment = request.POST.get(f"comment-{key}", "").replace("\0", "")
    if not comment.strip():
        return {key: "Write what is to be put right, then return the note."}
    try:
        by = request.user
        actions.return_note(
            note=note, decided_by=by.name, supervisor=_reader(request), comment=comment, on=today(), by=by
        )
    except Problems as problems:
        return {key: " ".join(sentence(problem) for problem in problems.problems)}
    messages.success(
        request, f"The note goes back to {note.service.staff.name if note.service.staff else 'its writer'}."
    )
    return {}


def _again(request: HttpRequest, one: Waiting, wrong: dict[str, str]) -> Waiting:
    key = str(one.note.pk)
    return replace(one, comment=request.POST.get(f"comment-{key}", ""), wrong=wrong.get(key, ""))


def _known(keys: list[Any]) -> list[UUID]:
    found = []
    for key in keys:
        try:
            found.append(UUID(key))
        except ValueError:
            continue
    return found
