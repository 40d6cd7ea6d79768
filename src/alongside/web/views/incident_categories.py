"""The program's own table of incident categories, with its clocks and questions. Empty until the program loads it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.access.clock import today
from alongside.access.incident_policies import may_set_categories
from alongside.packs.wisconsin_crs.incident_examples import EXAMPLES
from alongside.records import actions
from alongside.records.models import IncidentCategory

from ..entry import enter
from ..forms_incident_category import CategoryForm

FIELDS = (
    "name", "source", "program_clock_count", "program_clock_unit", "state_clock_count", "state_clock_unit", "ends_on",
)  # fmt: skip


def incident_categories(request: HttpRequest) -> HttpResponse:
    """The table, and what is unsettled about it."""
    may_set_categories(request.membership, request.membership.program)
    rows = list(IncidentCategory.objects.all())
    page = {"on": today(), "rows": rows, "has_examples": next((row for row in rows if row.is_example), None)}
    return render(request, "incidents/categories.html", page)


@require_POST
def load_example_categories(request: HttpRequest) -> HttpResponse:
    """Load the example set, each row marked."""
    may_set_categories(request.membership, request.membership.program)
    added = actions.load_examples(program=request.membership.program, rows=EXAMPLES, on=today(), by=request.user)
    told = f"{len(added)} example categories are loaded and marked." if added else "The examples are there already."
    messages.success(request, told)
    return redirect("incident_categories")


def new_incident_category(request: HttpRequest) -> HttpResponse:
    """Add a row."""
    may_set_categories(request.membership, request.membership.program)

    def record(form: CategoryForm) -> str:
        actions.add_category(program=request.membership.program, **form.category, on=today(), by=request.user)
        return reverse("incident_categories")

    page = {"heading": "Add a category", "button": "Add it"}
    return enter(request, CategoryForm, record, template="incidents/category.html", page=page, done="Added.")


def incident_category(request: HttpRequest, incident_category_id: UUID) -> HttpResponse:
    """Change a row."""
    may_set_categories(request.membership, request.membership.program)
    row = get_object_or_404(IncidentCategory, pk=incident_category_id)

    def record(form: CategoryForm) -> str:
        actions.change_category(
            category=row, version=form.read_version, changes=form.category, on=today(), by=request.user
        )
        return reverse("incident_categories")

    asked = {f"question_{nth}": words for nth, (words, _) in enumerate(row.questions)}
    kinds = {f"kind_{nth}": kind for nth, (_, kind) in enumerate(row.questions)}
    start = {name: getattr(row, name) for name in FIELDS} | asked | kinds | {"version": row.version}
    page = {"heading": "Change a category", "button": "Save", "row": row}
    return enter(
        request, CategoryForm, record, template="incidents/category.html", page=page, initial=start, done="Saved."
    )
