"""Amending what is signed: what was signed stands beside the fields, and stays."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.pages import PAGES
from alongside.access.policies import NotAllowed, may_open_record
from alongside.ledger.events import record_read

from ..amending import AMENDABLE, history
from ..entry import EntryForm, enter
from ..plan_sheet import begun_before
from ..shown_at import shown_at
from ..whose import subject_of


def amend_record(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Write the amendment of a signed assessment, support plan, discharge summary or incident report."""
    if kind not in AMENDABLE:
        raise Http404("Nothing of this kind is amended here.")
    how = AMENDABLE[kind]
    record: Any = get_object_or_404(how.model._default_manager.select_related("participant", "program"), pk=key)
    may_open_record(request.membership, record)
    if refusal := how.refusal(request.membership, record):
        raise NotAllowed(refusal)
    record_read(kind, row=record.pk, subject=subject_of(record), detail="to amend")
    texts = history(record)
    if request.method != "POST":
        if draft := begun_before(record):
            return redirect("plan_draft", record.participant_id, draft.pk)
        if texts[0].record != record:
            messages.info(request, "This was amended already. Here is what it says now.")
            return redirect(shown_at(texts[0].record))
        if not texts[0].is_signed:
            messages.info(request, "Nobody signed this yet: it is corrected where it stands.")
            return redirect(shown_at(record))
    form, start = how.begin(record, today())

    def save(filled: EntryForm) -> str:
        made = how.save(record, filled, on=today(), by=request.user)
        if PAGES["sign"].refusal(request.membership):
            return shown_at(made)
        return reverse("sign", args=[kind, made.pk])

    page = {
        "kind": kind, "word": how.word, "record": record, "texts": texts, "back": shown_at(record),
        "reason": "reason" if kind == "incident_report" else "amended_reason",
    }  # fmt: skip
    done = "The amendment is saved. Nobody has signed it yet: read it, and sign."
    return enter(request, form, save, template="amending/amend.html", page=page, initial=start, done=done)
