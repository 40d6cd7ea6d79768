"""The room and board rate worksheet: editions as the program's own copies have them, and each place's sheet."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies_of_readings import may_keep_copy
from alongside.records.actions.rate_sheets import add_edition, change_sheet, fill_in_sheet, total_of
from alongside.records.models import FieldKind, RateEdition, RateSheet

from ..entry import enter
from ..forms_library import ROWS, EditionForm, SheetForm


def rate_sheets(request: HttpRequest) -> HttpResponse:
    """Every worksheet with its total, and the editions they are filled in by."""
    may_keep_copy(request.membership, request.membership.program)
    sheets = RateSheet.objects.select_related("edition", "provider")
    page = {"on": today(), "sheets": [(one, total_of(one)) for one in sheets], "editions": RateEdition.objects.all()}
    return render(request, "library/sheets.html", page)


def new_rate_edition(request: HttpRequest) -> HttpResponse:
    """Copy the lines of an edition."""
    program = request.membership.program
    may_keep_copy(request.membership, program)

    def add(form: EditionForm) -> str:
        given = form.values
        add_edition(
            program=program, name=given["name"], source=given["source"], lines=form.lines, on=today(), by=request.user
        )
        return reverse("rate_sheets")

    page = {"back": reverse("rate_sheets"), "button": "Keep this edition"}
    start = {"rows": ROWS}
    done = "The edition is kept. Fill in a worksheet by it."
    return enter(request, EditionForm, add, template="library/edition.html", page=page, initial=start, done=done)


def new_rate_sheet(request: HttpRequest, edition_id: UUID) -> HttpResponse:
    """Fill in an edition for one place."""
    may_keep_copy(request.membership, request.membership.program)
    edition = get_object_or_404(RateEdition, pk=edition_id)

    def fill_in(form: SheetForm) -> str:
        fill_in_sheet(edition=edition, said=form.said, on=today(), by=request.user)
        return reverse("rate_sheets")

    page = {"edition": edition, "back": reverse("rate_sheets"), "heading": "Fill in a worksheet"}
    form: Any = partial(SheetForm, edition=edition)
    return enter(request, form, fill_in, template="library/sheet.html", page=page, done="The worksheet is kept.")


def rate_sheet(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Change a worksheet."""
    may_keep_copy(request.membership, request.membership.program)
    sheet = get_object_or_404(RateSheet.objects.select_related("edition"), pk=sheet_id)

    def change(form: SheetForm) -> str:
        change_sheet(sheet=sheet, version=form.read_version, said=form.said, on=today(), by=request.user)
        return reverse("rate_sheets")

    start = {name: getattr(sheet, name) for name in ("place", "starts_on", "ends_on", "version")}
    start |= {"provider": str(sheet.provider_id or "")}
    start |= {f"line_{nth}": sheet.entries.get(label) for nth, (label, _, _) in enumerate(sheet.edition.lines)}
    page = {
        "edition": sheet.edition, "back": reverse("rate_sheets"), "heading": f"Worksheet: {sheet.place}",
        "total": total_of(sheet), "amounts": FieldKind.AMOUNT,
    }  # fmt: skip
    form: Any = partial(SheetForm, edition=sheet.edition)
    return enter(request, form, change, template="library/sheet.html", page=page, initial=start, done="Saved.")
