"""A step of the import: the file is read, what it would do is looked over, and the page answers."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.exchange.importing import ImportPlan, plan_import, read_for_import
from alongside.exchange.problems import Refused

from ..asked import Asked, answered, answers_in, asked
from ..forms import ImportForm


@dataclass(frozen=True)
class Looked:
    """What one look at a file gave: its plan, and what is asked about it."""

    plan: ImportPlan
    questions: list[Asked]


def step(view: Callable[[HttpRequest, ImportForm], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A step of the import: it needs the file, and a file that cannot be read is answered with why."""

    @wraps(view)
    def answered_step(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return render(request, "imports/page.html", {"form": ImportForm()})
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return answer(request, form, {})
        try:
            return view(request, form)
        except Refused as refused:
            return answer(request, form, {"refused": refused})

    return answered_step


def look(request: HttpRequest, form: ImportForm, on: datetime.date) -> Looked:
    """Read the file with the answers given so far; changes nothing. Raises `Refused`."""
    file, given = form.cleaned_data["file"], answers_in(request.POST)
    mapping = answered(form.cleaned_data["mapping"], given)
    program = request.membership.program
    reading = read_for_import(file, file.name, program=program, on=on, mapping=mapping)
    return Looked(plan_import(reading, program, on=on), asked(reading, mapping, given))


def answer(request: HttpRequest, form: ImportForm, page: dict[str, object]) -> HttpResponse:
    """The import's page, or for htmx the part of it below the form."""
    return render(request, f"imports/page.html{'#looked' if request.htmx else ''}", {"form": form, **page})
