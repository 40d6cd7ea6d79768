"""Which records a page corrects, with the form of each, and what was corrected before."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count

from alongside.facts.contract import LABELS
from alongside.law import said
from alongside.records.history import as_stored, changes_of
from alongside.records.models import (
    Change,
    Coverage,
    Discharge,
    Enrollment,
    FirstContact,
    FunctionalScreen,
    Participant,
    ProgramRecord,
    Representative,
    Residence,
)

from . import forms_discharge, forms_enrollment
from .entry import EntryForm, Values


@dataclass(frozen=True)
class Correctable:
    """One kind of correction: of which records, by which form, and what the page is called."""

    model: type[ProgramRecord]
    form: type[EntryForm]
    heading: str


CORRECTABLE: Mapping[str, Correctable] = {
    "coverage": Correctable(Coverage, forms_enrollment.CoverageForm, "Correct a coverage check"),
    "screen": Correctable(FunctionalScreen, forms_enrollment.ScreenCorrectionForm, "Correct a functional screen"),
    "residence": Correctable(Residence, forms_enrollment.ResidenceForm, "Correct where they live"),
    "representative": Correctable(Representative, forms_enrollment.RepresentativeForm, "Correct who acts for them"),
    "contact": Correctable(FirstContact, forms_enrollment.ReturnForm, "Correct a first contact"),
    "refusal": Correctable(FirstContact, forms_enrollment.RefusalForm, "Correct a refusal"),
    "enrollment": Correctable(Enrollment, forms_enrollment.EnrollmentForm, "Correct the day of enrollment"),
    "discharge": Correctable(Discharge, forms_discharge.DischargeForm, "Correct the discharge"),
    "pps": Correctable(Discharge, forms_discharge.StateRecordForm, "Record the entry in PPS"),
    "notice": Correctable(Discharge, forms_discharge.NoticeForm, "Record the written notice"),
}
PERSON = Correctable(Participant, forms_enrollment.PersonForm, "Correct name, id or date of birth")


def as_entered(record: ProgramRecord, form: type[EntryForm]) -> Values:
    """What a form starts from to show a record as it stands."""
    values: Values = {"version": record.version}
    for name, field in form.base_fields.items():
        if name not in ("token", "version"):
            values[name] = _choice(field, getattr(record, name))
    return values


def show_untouched(form: EntryForm, record: ProgramRecord, mine: Iterable[str]) -> None:
    """Where two people corrected one record: take over what only the other one changed, so that it is not undone."""
    form.data = form.data.copy()
    for name, value in as_entered(record, type(form)).items():
        if name != "version" and name not in mine:
            form.data[form.add_prefix(name)] = form.fields[name].prepare_value(value) if value is not None else ""


@dataclass(frozen=True)
class Told:
    """One correction to read: who, when, and each field with the value before and after."""

    by: str
    at: datetime.datetime
    changes: list[tuple[str, str, str]]
    reason: str = ""


def history(record: ProgramRecord, form: type[EntryForm]) -> list[Told]:
    """Every correction of a record, the newest first."""
    return [
        Told(
            change.changed_by.name if change.changed_by else "An import",
            change.created_at,
            [
                (
                    _label(form, name),
                    _said(record, name, change.before[name]),
                    _said(record, name, change.after[name]),
                )
                for name in change.after
            ],
            change.reason or "",
        )
        for change in changes_of(record)
    ]


def _choice(field: forms.Field, value: Any) -> Any:
    if isinstance(field, forms.TypedChoiceField) and isinstance(value, bool):
        return next(word for word, _ in field.choices if word and field.coerce(word) is value)
    return value


def _label(form: type[EntryForm], name: str) -> str:
    known = form.base_fields.get(name)
    return str(known.label) if known and known.label else name.replace("_", " ").capitalize()


def _said(record: ProgramRecord, name: str, value: Any) -> str:
    words = dict(record._meta.get_field(name).flatchoices)
    return str(words.get(value) or said(as_stored(record, name, value), LABELS))


def corrected_times(person: Participant) -> dict[Any, int]:
    """How often each record of a participant was corrected, by its key."""
    rows = Change.objects.filter(participant=person).values_list("record").annotate(times=Count("pk")).order_by()
    return dict(rows)
