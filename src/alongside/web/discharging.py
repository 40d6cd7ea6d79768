"""One discharge as its page shows it: what the rules ask of it, who has to sign, and the plan's outcomes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.law.rule import DOES_NOT_APPLY
from alongside.records.models import CoveragePlan, Discharge, DischargeSummary, Participant
from alongside.reviews.ask import ask_all, choices

from .forms_discharge import outcomes_in, told_in_parts
from .shown import Shown, live, most_urgent_first

SIGNATURES = ("DSC-3", "DSC-4")
NOTICE = "DSC-9"
SIGNED_BY = "be signed by "
OLDER_PAGE, IN_FORCE = "older_discharge_page", "in force"
FULL_BENEFIT = (CoveragePlan.MEDICAID, CoveragePlan.BADGERCARE_PLUS_STANDARD)


@dataclass(frozen=True)
class Signer:
    """Somebody whose signature the rule asks for. `stands` is yes, no or unknown, as in an answer's line."""

    who: str
    stands: str


def owed(person: Participant, discharge: Discharge, on: datetime.date) -> list[Shown]:
    """What the rules ask of this discharge, what is open first; of one that lies ahead, on its day."""
    day = max(on, discharge.discharged_on or on)
    answers = (live(answer) for answer in ask_all("participant", person.pk, on=day, topics=("DSC",)))
    return applying(shown for shown in answers if shown.key == str(discharge.pk))


def applying(answers: Iterable[Shown]) -> list[Shown]:
    """Those that apply, what is open first."""
    return most_urgent_first(shown for shown in answers if shown.answer != DOES_NOT_APPLY)


def signers(answers: Sequence[Shown], summary: DischargeSummary | None = None) -> list[Signer]:
    """Who signs the summary, by the rule on planned or on unplanned discharges. One that waits was signed by nobody."""
    is_waiting = summary is not None and summary.is_waiting
    return [
        Signer(line.sentence.removeprefix(SIGNED_BY), "no" if is_waiting else line.stands)
        for shown in answers
        if shown.rule in SIGNATURES
        for line in shown.lines
        if line.sentence.startswith(SIGNED_BY)
    ]


def outcomes_of(person: Participant, ending: Discharge, summary: DischargeSummary | None) -> list[str]:
    """The outcomes progress is told of: those already written about, and those of the last plan before the end."""
    plans = [plan for plan in person.service_plans.prefetch_related("lines") if plan.completed_on]
    by_then = [plan for plan in plans if ending.discharged_on is None or plan.completed_on <= ending.discharged_on]
    lines = by_then[0].lines.all() if by_then else ()
    planned = [" ".join(line.outcome.split()) for line in lines if line.outcome]
    return list(dict.fromkeys([*outcomes_in(summary.progress if summary else None), *planned]))


def summary_told(summary: DischargeSummary) -> list[tuple[str, list[tuple[str, str]]]]:
    """The texts of a summary to read: a heading, and its parts with theirs."""
    return [
        ("Reason for the discharge", told_in_parts(summary.reason)),
        ("Status, condition and progress", told_in_parts(summary.progress)),
        ("What would bring them back", told_in_parts(summary.resume_when)),
    ]


def older_page_binds() -> bool:
    """Whether this program reads the older discharge page, with its written notice, as still in force."""
    return dict(choices()).get(OLDER_PAGE) == IN_FORCE


def is_on_medical_assistance(person: Participant, on: datetime.date) -> bool:
    """Whether a coverage check on record says so for that day."""
    return person.coverages.current(on).filter(plan__in=FULL_BENEFIT).exists()
