"""Import: a tracker is looked over, what is not known is asked, and it is taken whole or not at all."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.exchange.importing import ImportPlan, Stale, apply, plan_import, read_for_import
from alongside.exchange.mapping_out import as_toml
from alongside.exchange.problems import Refused
from alongside.exchange.rejected import rejected_workbook
from alongside.ledger.events import Act, record, record_export

from ..asked import Asked, answered, answers_in, asked
from ..forms import ImportForm
from ..imported import Overview

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STALE = "Records changed since this was looked over. This is what the import would do now."


@dataclass(frozen=True)
class Looked:
    """What one look at a file gave: its plan, and what is asked about it."""

    plan: ImportPlan
    questions: list[Asked]


def _step(view: Callable[[HttpRequest, ImportForm], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A step of the import: it needs the file, and a file that cannot be read is answered with why."""

    @wraps(view)
    def step(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return render(request, "imports/page.html", {"form": ImportForm()})
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return _answer(request, form, {})
        try:
            return view(request, form)
        except Refused as refused:
            return _answer(request, form, {"refused": refused})

    return step


@_step
def import_tracker(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """Choose a file and look over what importing it would do. Changes nothing."""
    looked = _look(request, form, today())
    return _answer(request, form, {"overview": Overview(looked.plan), "questions": looked.questions})


@_step
def import_take(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """Take the file as it was looked over: every record or none."""
    looked = _look(request, form, today())
    try:
        if looked.plan.digest != request.POST.get("digest"):
            raise Stale(looked.plan)
        done = apply(looked.plan, request.membership.program, by=request.user)
    except Stale as stale:
        page = {"overview": Overview(stale.plan), "questions": looked.questions, "warning": STALE}
        return _answer(request, form, page)
    overview = Overview(done)
    record(Act.IMPORTED, "tracker", detail=f"{overview.to_do} records, {overview.rejected_count} rows rejected")
    return _answer(request, form, {"overview": overview, "is_done": True})


@_step
def import_rejected(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """The rows that would not be taken, as a workbook to correct and give back."""
    plan = _look(request, form, today()).plan
    record_export("tracker", rows=len(plan.rejected_rows))
    return _download(rejected_workbook(plan.rejected_rows), XLSX, "rejected-rows.xlsx")


@_step
def import_mapping(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """How the file is read, with the answers given, to keep for the next import."""
    mapping = answered(form.cleaned_data["mapping"], answers_in(request.POST))
    return _download(as_toml(mapping).encode(), "application/toml", "mapping.toml")


def _look(request: HttpRequest, form: ImportForm, on: datetime.date) -> Looked:
    file, given = form.cleaned_data["file"], answers_in(request.POST)
    mapping = answered(form.cleaned_data["mapping"], given)
    program = request.membership.program
    reading = read_for_import(file, file.name, program=program, on=on, mapping=mapping)
    return Looked(plan_import(reading, program, on=on), asked(reading, mapping, given))


def _answer(request: HttpRequest, form: ImportForm, page: dict[str, object]) -> HttpResponse:
    return render(request, f"imports/page.html{'#looked' if request.htmx else ''}", {"form": form, **page})


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
