"""Participant discharge documentation: DSC-1 to DSC-6, and the older page's words, switched off by default."""

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.tables import discharge, discharge_summary
from alongside.law import Criterion, Rule, after, chosen, latest, must, present, should, written

from .questions import question
from .readings import AMENDMENT, OLDER_DISCHARGE_PAGE, PLANNED, SINCE
from .sources import DISCHARGE_PAGE, PAGE_2020, page

PLACE = "Participant discharge documentation"
# Who writes and signs the summary is the page's service coordinator; what the program's office does is the program coordinator's.
COORDINATOR = "service coordinator"
OFFICE = "program coordinator"

_summary = latest(
    discharge_summary, "discharge_id", _.coordinator_signed_on, when=_.is_standing,
    found_summary=ibis.literal(True),
    reason=written(_.reason), progress=written(_.progress), resume_when=written(_.resume_when),
    is_participant_signed=present(_.participant_signed_on), is_coordinator_signed=present(_.coordinator_signed_on),
)  # fmt: skip
_happened = _.discharged_on.fill_null(_.asked_on) <= _.asked_on
_UNDATED = ("Record the day of the discharge.", OFFICE)
# Columns of the summary, which a file must keep before anyone can ask what a summary says.
_TOLD = ("discharge_summary.reason", "discharge_summary.progress", "discharge_summary.resume_when")
_SIGNED = ("discharge.is_planned", "discharge_summary.coordinator_signed_on")
_has_summary = {"has_written_summary": _.found_summary.fill_null(False) | _.has_summary}


def _says(holds: Any) -> Any:
    """What a summary says: unknown while nobody recorded whether there is one."""
    return ibis.cases(
        (_.found_summary, holds), (_.has_summary == ibis.literal(False), False), else_=ibis.null("boolean")
    )


def _should_contain(name: str, words: str, column: str, quote: str) -> Criterion:
    return should(
        f"DSC-2.{name}",
        words,
        _says(_[column]),
        page(PLACE, quote),
        page(PLACE, "The written discharge summary should include"),
        fix=f"In the summary, {words}; where it is on paper, record here what it says.",
        who=COORDINATOR,
    )


summary = Rule(
    id="DSC-1",
    name="Written discharge summary",
    about=discharge,
    cite=page(
        PLACE, "CRS providers must develop a written discharge summary for each participant discharged from CRS."
    ),
    since=date(2018, 7, 1),
    dated_by=_.discharged_on,
    missing=_UNDATED,
    applies=_happened,
    readings=(SINCE, AMENDMENT),
    unsettled=(question(13),),
    facts=(_summary, _has_summary),
    needs=("discharge.has_summary or discharge_summary.discharge_summary_id",),
    criteria=(
        must(
            "DSC-1",
            "have a written discharge summary",
            _.has_written_summary,
            page(
                PLACE,
                "CRS providers must develop a written discharge summary for each participant discharged from CRS.",
            ),
            fix="Write the discharge summary, or record that it is on paper.",
            who=COORDINATOR,
        ),
    ),
)

contents = Rule(
    id="DSC-2",
    name="Contents of the discharge summary",
    about=discharge,
    cite=page(PLACE, "The written discharge summary should include"),
    since=date(2018, 7, 1),
    dated_by=_.discharged_on,
    missing=("Record the day of the discharge, and whether there is a written summary.", OFFICE),
    # Where there is no summary DSC-1 says so, and there is nothing to look into.
    applies=_happened & _.has_written_summary,
    readings=(SINCE, AMENDMENT),
    facts=(_summary, _has_summary),
    needs=_TOLD,
    criteria=(
        _should_contain("reason", "give the reason for discharge", "reason", "The reason for discharge."),
        _should_contain(
            "progress",
            "describe status and condition, with progress toward the outcomes of the service plan",
            "progress",
            "including the participant’s progress towards the outcomes specified in the service plan",
        ),
        _should_contain(
            "resume_when",
            "say which circumstances would suggest that services resume",
            "resume_when",
            "Identification of the circumstances, as determined by the participant and providers",
        ),
    ),
)


def _signed(id: str, words: str, column: str, quote: str) -> Criterion:
    return must(
        id,
        f"be signed by {words}",
        _says(_[column]),
        page(PLACE, quote),
        fix=f"Get the signature of {words} on the discharge summary.",
        who=COORDINATOR,
    )


_PLANNED = "the signature of the participant and their Tribal nation/county agency or contracted CRS service coordinator is required"
_UNPLANNED = "the signature of the Tribal nation/county agency or the contracted CRS service coordinator is sufficient"

planned = Rule(
    id="DSC-3",
    name="Signatures on a planned discharge",
    about=discharge,
    cite=page(PLACE, _PLANNED),
    since=date(2018, 7, 1),
    dated_by=_.discharged_on,
    missing=("Record the day of the discharge, and whether it was planned.", OFFICE),
    readings=(SINCE, PLANNED, AMENDMENT),
    unsettled=(question(14),),
    facts=(_summary, _has_summary),
    applies=_.is_planned & _happened,
    needs=(*_SIGNED, "discharge_summary.participant_signed_on"),
    criteria=(
        _signed("DSC-3.participant", "the participant", "is_participant_signed", _PLANNED),
        _signed(
            "DSC-3.coordinator", "the agency's or the contracted service coordinator", "is_coordinator_signed", _PLANNED
        ),
        should(
            "DSC-3.reason",
            "say why the discharge is called planned",
            written(_.planned_reason),
            page(PLACE, "If the discharged was planned"),
            fix="Add a sentence on why the discharge was planned; the choice stands.",
            who=COORDINATOR,
        ),
    ),
)

unplanned = Rule(
    id="DSC-4",
    name="Signature on an unplanned discharge",
    about=discharge,
    cite=page(PLACE, _UNPLANNED),
    since=date(2018, 7, 1),
    dated_by=_.discharged_on,
    missing=("Record the day of the discharge, and whether it was planned.", OFFICE),
    readings=(SINCE, PLANNED, AMENDMENT),
    unsettled=(question(14),),
    facts=(_summary, _has_summary),
    applies=~_.is_planned & _happened,
    needs=_SIGNED,
    criteria=(
        _signed("DSC-4", "the agency's or the contracted service coordinator", "is_coordinator_signed", _UNPLANNED),
    ),
)

state_record = Rule(
    id="DSC-6",
    name="Discharge entered in PPS",
    about=discharge,
    cite=PAGE_2020.at("PPS", "discharge"),
    since=date(2020, 1, 1),
    dated_by=_.discharged_on,
    missing=_UNDATED,
    applies=_happened,
    unsettled=(question(26),),
    needs=("discharge.pps_recorded_on",),
    criteria=(
        should(
            "DSC-6",
            "be entered in the Program Participation System",
            present(_.pps_recorded_on),
            PAGE_2020.at("PPS", "discharge"),
            fix="Enter the discharge in the Program Participation System and record the day.",
            who=OFFICE,
        ),
    ),
)

_older_page = chosen(OLDER_DISCHARGE_PAGE, "in force")
ABSENCE_DAYS = 90

lost_contact = Rule(
    id="DSC-8",
    name="Discharge for lost contact (older page)",
    about=discharge,
    cite=DISCHARGE_PAGE.at("Discharge criteria", "at least 90 calendar days"),
    since=date(2018, 7, 1),
    dated_by=_.discharged_on,
    missing=_UNDATED,
    readings=(OLDER_DISCHARGE_PAGE,),
    unsettled=(question(31),),
    facts=({"earliest_on": after(_.last_contact_on, days=ABSENCE_DAYS)},),
    applies=_happened & _older_page & _.cause.isin(["whereabouts_unknown", "refused_services"]),
    criteria=(
        must(
            "DSC-8",
            "come at least 90 calendar days after the last contact ({last_contact_on}; from {earliest_on})",
            _.discharged_on >= _.earliest_on,
            DISCHARGE_PAGE.at("Discharge criteria", "at least 90 calendar days"),
            fix="Keep looking for the participant until {earliest_on}, and record each attempt.",
            who=OFFICE,
        ),
    ),
)


def _notice(name: str, words: str, column: str, quote: str) -> Criterion:
    return must(
        f"DSC-9.{name}", f"come with {words}", _[column], DISCHARGE_PAGE.at("Notice", quote),
        fix=f"Send the participant {words}.", who=OFFICE,
    )  # fmt: skip


notice = Rule(
    id="DSC-9",
    name="Written notice of an involuntary discharge (older page)",
    about=discharge,
    cite=DISCHARGE_PAGE.at("Notice", "written notice"),
    since=date(2018, 7, 1),
    dated_by=_.discharged_on,
    missing=_UNDATED,
    readings=(OLDER_DISCHARGE_PAGE,),
    unsettled=(question(31),),
    applies=_happened & _older_page & _.is_involuntary,
    criteria=(
        _notice("summary", "a copy of the discharge summary", "has_notice_summary", "copy of the summary"),
        _notice("reapply", "how to apply again", "has_notice_reapply", "how to reapply"),
        _notice("hearing", "the fair-hearing procedure", "has_notice_hearing", "fair-hearing"),
    ),
)

RULES = (summary, contents, planned, unplanned, state_record, lost_contact, notice)
