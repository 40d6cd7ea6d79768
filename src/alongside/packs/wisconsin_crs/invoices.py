"""Notes match invoices, BIL-12 as it is looked at in monitoring: MON-3, one invoice line at a time."""

from dataclasses import replace
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.facts.tables import invoice_line, progress_note, service
from alongside.law import Rule, cannot, its, latest, must, tally

from .questions import question
from .readings import SINCE
from .sources import page

PLACE = "Biennial monitoring process"
BILLER = "biller"
UNIT_MINUTES = 15

_corresponding = page(PLACE, "Provider progress notes and the corresponding Medicaid invoices")
_overbilling = page("Corrective action plan", "There is indication of medical assistance fraud or overbilling.")


def _with_times(lines: Table) -> Table:
    """Lines with the times of their services."""
    given = service.stored.select("service_id", "started_at", "stopped_at")
    return lines.left_join(given, "service_id").drop("service_id_right")


timed_line = replace(invoice_line, derived=_with_times)
_same_time = (
    (_.invoice_line_id != its.invoice_line_id)
    & ((_.service_id == its.service_id) | ((_.started_at < its.stopped_at) & (its.started_at < _.stopped_at)))
).fill_null(False)
_too_many = _.units * UNIT_MINUTES - _.minutes

matched = Rule(
    id="MON-3",
    name="Invoice line and progress note match",
    about=invoice_line,
    cite=_corresponding,
    since=date(2018, 7, 1),
    dated_by=_.served_on,
    missing=("Give the day of the service, as the invoice gives it.", BILLER),
    readings=(SINCE,),
    unsettled=(question(23),),
    facts=(
        latest(
            service,
            "service_id",
            _.served_on,
            given_on=_.served_on,
            unit=_.unit,
            started_at=_.started_at,
            stopped_at=_.stopped_at,
        ),
        tally(
            progress_note,
            "service_id",
            signed_notes=(_.signed_on.notnull() & ~_.is_moved & ~_.is_replaced).sum(),
        ),
        tally(timed_line, "participant_id", _same_time, lines_of_same_time=_.count()),
        {"minutes": (_.stopped_at.epoch_seconds() - _.started_at.epoch_seconds()) // 60},
    ),
    criteria=(
        must(
            "MON-3.service",
            "be for a service given on {served_on} (found: {given_on})",
            ibis.ifelse(_.given_on.isnull(), False, _.given_on == _.served_on),
            _corresponding,
            fix="Tie the line to the service of that day. Where none was given, take the claim back.",
            who=BILLER,
        ),
        must(
            "MON-3.note",
            "have a signed progress note",
            _.signed_notes > 0,
            _corresponding,
            fix="Have the note written or signed by whoever gave the service. Where there is none, take the claim back.",
            who="whoever gave the service",
        ),
        cannot(
            "MON-3.once",
            "invoice time that another line invoices as well ({lines_of_same_time} other lines)",
            _.lines_of_same_time == 0,
            _corresponding,
            _overbilling,
            fix="Take back whichever line is wrong. An hour billed twice can lead straight to a corrective action plan.",
            who=BILLER,
        ),
        must(
            "MON-3.units",
            "be carried by the minutes of the note ({units} units, {minutes} minutes)",
            _too_many < UNIT_MINUTES,
            _corresponding,
            unless=(_.unit == "day").fill_null(False) | _.service_id.isnull(),
            decide=(_too_many > 0) & (_too_many < UNIT_MINUTES),
            question=question(23),
            fix="Correct the units or take the claim back. No source read here says how minutes are rounded: where it "
            "hangs on that, ask ForwardHealth.",
            who=BILLER,
        ),
    ),
)

RULES = (matched,)
