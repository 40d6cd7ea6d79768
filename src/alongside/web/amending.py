"""The four kinds that are amended on one page: which form, who may, and what is saved."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from alongside.access.incident_policies import may_work_on_incident
from alongside.access.models import Membership
from alongside.access.policies import Policy, may_change_records
from alongside.access.policies_of_plans import may_write_plan, may_write_support_plan
from alongside.records.actions import amend, change_report
from alongside.records.actions.amendments import is_signed
from alongside.records.models import Assessment, DischargeSummary, Document, DocumentKind, IncidentReport, SupportPlan
from alongside.records.snapshots import content_of

from .discharging import outcomes_of
from .entry import EntryForm, Values
from .forms_amending import AmendmentForm
from .forms_discharge import SummaryForm, as_written
from .forms_incidents import ChangeReportForm
from .plan_kinds import KINDS, names_of
from .questions import PACK
from .report_as_held import as_held, categories

# What counts is the last one signed; an assessment or a support plan counts from the day it is completed.
ONCE_SIGNED = ("incident_report", "discharge_summary")

Form = Callable[..., EntryForm]


@dataclass(frozen=True)
class Amendable:
    """How one kind is amended. `begin` gives the form and what it starts from; `save` records the amendment."""

    word: str
    model: type[Any]
    may: Policy
    is_about_participant: bool
    begin: Callable[[Any, datetime.date], tuple[Form, Values]]
    save: Callable[..., Any]

    def refusal(self, actor: Membership, record: Any) -> str | None:
        """Why this reader may not amend it; None where they may."""
        return self.may.reason(actor, record.participant if self.is_about_participant else record)


@dataclass(frozen=True)
class Text:
    """One of the records that follow each other by amendment, what was signed of it, and whether it is the one that
    counts."""

    record: Any
    document: Document | None
    is_signed: bool
    counts: bool

    @property
    def content(self) -> dict[str, Any]:
        """What was signed; what would be, where it was signed on paper or not yet."""
        return self.document.shown if self.document else content_of(self.record)


def history(record: Any) -> list[Text]:
    """Everything a record amends and everything that amends it, newest first."""
    found = [record]
    while (before := found[-1].amends) is not None:
        found.append(before)
    while (after := found[0].amendments.first()) is not None:
        found.insert(0, after)
    kept = Document.objects.filter(kind=record._meta.db_table, record__in=[one.pk for one in found])
    documents = {document.record: document for document in kept}
    signed = [is_signed(one) for one in found]
    standing = signed.index(True) if record._meta.db_table in ONCE_SIGNED and any(signed) else 0
    return [Text(one, documents.get(one.pk), signed[nth], nth == standing) for nth, one in enumerate(found)]


def _begin_plan(kind: str, record: Any, on: datetime.date) -> tuple[Form, Values]:
    names = names_of(kind)
    asked = {name: KINDS[kind].form.base_fields[name] for name in names}
    start: Values = {name: _as_chosen(getattr(record, name)) for name in names}
    return partial(AmendmentForm, asked=asked), start | {"completed_on": on}


def _as_chosen(value: Any) -> Any:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def _begin_summary(record: Any, on: datetime.date) -> tuple[Form, Values]:
    outcomes = outcomes_of(record.participant, record.discharge, record)
    start = as_written(record.reason, record.progress, record.resume_when, outcomes)
    return partial(SummaryForm, outcomes=outcomes, is_amendment=True), start


def _begin_report(record: Any, on: datetime.date) -> tuple[Form, Values]:
    form = partial(ChangeReportForm, categories=categories(on), is_signed=True, of_peers=record.program.pack == PACK)
    return form, as_held(record)


def _save_plan(record: Any, form: EntryForm, **said: Any) -> Any:
    changes = form.values
    reason = changes.pop("amended_reason")
    return amend(record=record, reason=reason or "", changes=changes, **said)


def _save_summary(record: Any, form: Any, **said: Any) -> Any:
    return amend(record=record, reason=form.values["amended_reason"] or "", changes=form.texts, **said)


def _save_report(record: Any, form: Any, **said: Any) -> Any:
    values = form.values
    changes = form.report | {"happened_to_them": values.get("happened_to_them")}
    changes.pop("reason", None)
    return change_report(
        report=record, version=record.version, changes=changes, reason=values.get("reason"), **said
    )  # fmt: skip


AMENDABLE: dict[str, Amendable] = {
    DocumentKind.ASSESSMENT: Amendable(
        "assessment", Assessment, may_write_plan, True, partial(_begin_plan, "assessment"), _save_plan
    ),
    DocumentKind.SUPPORT_PLAN: Amendable(
        "support plan", SupportPlan, may_write_support_plan, True, partial(_begin_plan, "support_plan"), _save_plan
    ),
    DocumentKind.DISCHARGE_SUMMARY: Amendable(
        "discharge summary", DischargeSummary, may_change_records, False, _begin_summary, _save_summary
    ),
    DocumentKind.INCIDENT_REPORT: Amendable(
        "incident report", IncidentReport, may_work_on_incident, False, _begin_report, _save_report
    ),
}  # fmt: skip
