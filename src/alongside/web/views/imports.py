"""Import: a tracker is looked over, what is not known is asked, and it is taken whole or not at all."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from alongside.access.clock import today
from alongside.exchange.importing import Stale, apply
from alongside.exchange.mapping_out import as_toml
from alongside.exchange.rejected import rejected_workbook
from alongside.ledger.events import Act, record, record_export

from ..asked import answered, answers_in
from ..downloads import download
from ..forms import ImportForm
from ..imported import Overview
from .import_steps import answer, look, step

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STALE = "Records changed since this was looked over. This is what the import would do now."


@step
def import_tracker(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """Choose a file and look over what importing it would do. Changes nothing."""
    looked = look(request, form, today())
    return answer(request, form, {"overview": Overview(looked.plan), "questions": looked.questions})


@step
def import_take(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """Take the file as it was looked over: every record or none."""
    looked = look(request, form, today())
    try:
        if looked.plan.digest != request.POST.get("digest"):
            raise Stale(looked.plan)
        done = apply(looked.plan, request.membership.program, by=request.user)
    except Stale as stale:
        page = {"overview": Overview(stale.plan), "questions": looked.questions, "warning": STALE}
        return answer(request, form, page)
    overview = Overview(done)
    record(Act.IMPORTED, "tracker", detail=f"{overview.to_do} records, {overview.rejected_count} rows rejected")
    return answer(request, form, {"overview": overview, "is_done": True})


@step
def import_rejected(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """The rows that would not be taken, as a workbook to correct and give back."""
    plan = look(request, form, today()).plan
    record_export("tracker", rows=len(plan.rejected_rows))
    return download(rejected_workbook(plan.rejected_rows), XLSX, "rejected-rows.xlsx")


@step
def import_mapping(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """How the file is read, with the answers given, to keep for the next import."""
    mapping = answered(form.cleaned_data["mapping"], answers_in(request.POST))
    return download(as_toml(mapping).encode(), "application/toml", "mapping.toml")
