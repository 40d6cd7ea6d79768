"""Correcting one record of the network or of staff from a whole form, with its history beside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from alongside.access.clock import today
from alongside.records.actions import correct_as_read
from alongside.records.models import ProgramRecord
from alongside.records.problems import Conflict

from .correcting import as_entered, history, show_untouched
from .entry import EntryForm, enter

DONE = "It is corrected. What it was before stays in its history."


def put_right(
    request: HttpRequest, record: ProgramRecord, form: type[EntryForm], *, template: str, page: dict[str, Any]
) -> HttpResponse:
    """Show the record in its form, and correct what is changed there. `page` has the `back` to go to,
    and `led_to` where saving leads elsewhere."""

    def save(filled: EntryForm) -> str:
        entered = {
            name: "" if value is None and not record._meta.get_field(name).null else value
            for name, value in filled.values.items()
        }
        read = filled.read_version
        try:
            corrected = correct_as_read(record=record, version=read, entered=entered, on=today(), by=request.user)
        except Conflict as conflict:
            show_untouched(filled, conflict.record, [clash.field for clash in conflict.clashes])
            raise
        if corrected.version > read + 1:
            messages.info(request, "Somebody else corrected other fields of it meanwhile. Both corrections stand.")
        return str(page.get("led_to", page["back"]))

    shown = {"button": "Save", "told": history(record, form), "record": record, **page}
    return enter(request, form, save, template=template, page=shown, initial=as_entered(record, form), done=DONE)
