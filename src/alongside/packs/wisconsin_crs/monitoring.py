"""Biennial monitoring: the two-year clock, MON-1, and what is shown before a visit, MON-2."""

from dataclasses import replace
from datetime import date
from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.facts.tables import invoice_line, monitoring_request, monitoring_visit, progress_note, service
from alongside.law import Rule, after, its, latest, must, present, tally

from .questions import question
from .readings import SINCE
from .readings_of_monitoring import VISIT_ANCHOR
from .sources import BACKGROUND_CHECKS, page

PLACE = "Biennial monitoring process"
COORDINATOR = "program coordinator"
BILLER = "biller"
DIVISION = "Division of Care and Treatment Services"
MONTHS = 24


def _by_the_one_before(visits: Table) -> Table:
    return visits.select(monitoring_visit_id=visits.follows_id, next_on=visits.visited_on)


next_visit = replace(monitoring_visit, derived=_by_the_one_before)

visits = Rule(
    id="MON-1",
    name="Visited at least every two years",
    about=monitoring_visit,
    cite=page(PLACE, "Each CRS program is visited at minimum once every two years."),
    since=date(2018, 7, 1),
    dated_by=_.visited_on.fill_null(_.asked_on),
    readings=(SINCE, VISIT_ANCHOR),
    unsettled=(question(19),),
    facts=(
        tally(next_visit, "monitoring_visit_id", _.next_on > its.visited_on, next_visited_on=_.next_on.min()),
        {"next_by": after(_.visited_on, months=MONTHS)},
    ),
    applies=_.visited_on.notnull() & (_.visited_on <= _.asked_on),
    due=_.next_by,
    due_in_words="two years after the last visit",
    changes_on=_.visited_on,
    criteria=(
        must(
            "MON-1",
            "be followed by another visit by {next_by} (visited {visited_on}; next visited {next_visited_on})",
            (_.next_visited_on <= _.next_by).fill_null(False),
            page(PLACE, "Each CRS program is visited at minimum once every two years."),
            fix="Plan the next visit for {next_by} or before. More often is allowed.",
            who=DIVISION,
        ),
    ),
)


def _other_than(kind: str) -> Any:
    return (_.kind != kind).fill_null(True)


_NOTES, _LICENSE, _CHECK = "notes_and_invoices", "license", "background_check"
_among_the_dates = _.served_on.between(its.notes_from_on, its.notes_to_on)
_notes_and_invoices = page(
    PLACE,
    "Provider progress notes and the corresponding Medicaid invoices for the dates specified by the Division of Care and "
    "Treatment Services.",
)
_license = page(PLACE, "Current license(s) or certification(s) for all CRS providers")
_check = page(PLACE, "Community Recovery Services Staff Background Check Confirmation, F-02565 (Word).")

shown = Rule(
    id="MON-2",
    name="Shown for the monitoring visit",
    about=monitoring_request,
    cite=page(PLACE, "The following documentation should be shared"),
    since=date(2018, 7, 1),
    dated_by=_.asked_on,
    readings=(SINCE,),
    unsettled=(question(20),),
    facts=(
        latest(
            monitoring_visit, "monitoring_visit_id", _.planned_on, held_on=ibis.coalesce(_.visited_on, _.planned_on)
        ),
        tally(
            service,
            "participant_id",
            _among_the_dates
            & _.service_id.isin(
                progress_note.rows().filter(lambda n: n.signed_on.notnull() & ~n.is_moved & ~n.is_replaced).service_id
            ),
            noted_services=_.count(),
            services_without_line=(
                ~_.service_id.isin(invoice_line.stored.filter(_.service_id.notnull()).service_id)
            ).sum(),
        ),
    ),
    due=_.needed_by_on,
    due_in_words="by the day the Division names; the page names none",
    criteria=(
        must(
            "MON-2",
            "be sent before the visit (asked for by {needed_by_on}; sent {sent_on})",
            present(_.sent_on),
            page(PLACE, "will request documentation be sent electronically for one participant per provider."),
            fix="Put it together and send it to the Division.",
            who=COORDINATOR,
        ),
        must(
            "MON-2.notes",
            "have the progress notes of the dates named",
            _.has_notes.fill_null(False),
            _notes_and_invoices,
            unless=_other_than(_NOTES),
            fix="Send the progress notes of {notes_from_on} to {notes_to_on}.",
            who=COORDINATOR,
        ),
        must(
            "MON-2.invoices",
            "have the Medicaid invoices of the same dates",
            _.has_invoices.fill_null(False),
            _notes_and_invoices,
            unless=_other_than(_NOTES),
            fix="Enter or import the invoice lines of {notes_from_on} to {notes_to_on}, and send them with the notes.",
            who=BILLER,
        ),
        must(
            "MON-2.matched",
            "have an invoice line for each of its {noted_services} notes ({services_without_line} without one)",
            _.services_without_line == 0,
            _notes_and_invoices,
            unless=_other_than(_NOTES),
            fix="Tie each note to its invoice line, or say why it was not invoiced.",
            who=BILLER,
        ),
        must(
            "MON-2.license",
            "be in force on the day of the visit, {held_on} (valid until {valid_until_on}); a renewal that is pending "
            "is not",
            _.valid_until_on >= _.held_on,
            _license,
            unless=_other_than(_LICENSE),
            fix="Get the license renewed before {held_on}, and show the new one.",
            who=COORDINATOR,
        ),
        must(
            "MON-2.confirmation",
            "have the background check confirmation, F-02565",
            _.has_confirmation,
            _check,
            unless=_other_than(_CHECK),
            fix="Send the confirmation, F-02565.",
            who=COORDINATOR,
        ),
        must(
            "MON-2.check",
            "have all three parts of the check behind it: disclosure form, Department of Justice and Department response",
            _.has_complete_check,
            _check,
            BACKGROUND_CHECKS.at("Caregiver background checks", "three items"),
            unless=_other_than(_CHECK),
            fix="Get the part that is missing from the file: F-82064, or one of the two responses.",
            who=COORDINATOR,
        ),
    ),
)

RULES = (visits, shown)
