"""What a peer may write in an incident report: question 6, in its order."""

from __future__ import annotations

from ibis import _

from alongside.facts.writing import PEERS, report_section
from alongside.law import Citation, Rule, cannot, must, tally

from .judging import Judging
from .judging_conduct import COMPLYING, FAULT, RECOMMENDING
from .judging_persons import DIAGNOSIS, INTENT, JUDGES, RISK
from .sources_of_writing import answered, not_in_reports
from .writing_readings import HEARSAY, READINGS
from .writing_rules import ROLE_UNSAID, SINCE, is_advice, is_peer, limit, written_on

SUPERVISOR = "supervisor"
LEAVE = "Leave this section empty and send the report on: a supervisor completes it. Say at once what must be reported at once."


def _limit(
    id: str, name: str, cite: Citation, closed: tuple[str, ...], section: str, *judgings: Judging, words: str = ""
) -> Rule:
    return limit(
        id, name, report_section, cite, closed=closed, section=section, fix=LEAVE, who=SUPERVISOR, judgings=judgings, words=words
    )  # fmt: skip


seen = Rule(
    id="IL-IR-SEEN",
    name="A peer reports what they saw or were part of",
    about=report_section,
    cite=answered(6, "when they have witnessed or were involved in an incident"),
    since=SINCE,
    dated_by=written_on,
    applies=is_peer,
    missing=ROLE_UNSAID,
    readings=READINGS,
    unsettled=(HEARSAY,),
    needs=("report_section.written_as", "report_section.is_seen"),
    criteria=(
        must(
            "IL-IR-SEEN",
            "be written by somebody who saw it or was part of it, as agency policy provides (found: {is_seen})",
            _.is_seen,
            answered(6, "when they have witnessed or were involved in an incident"),
            answered(6, "per agency policy"),
            fix="Ask the supervisor whether agency policy has you write it. What must be reported at once is reported first.",
            who=SUPERVISOR,
            decide=~_.is_seen,
            question=HEARSAY,
        ),
    ),
)
judging = _limit(
    "IL-IR-1", "No clinical judgment in a peer’s incident report", JUDGES, ("risk_assessment", "intent", "diagnosis"),
    "have its part on risk, intent or diagnosis filled in by a peer ({section}, as {written_as})",
    RISK, INTENT, DIAGNOSIS, words="judge risk, intent or diagnosis in a peer’s words",
)  # fmt: skip
fault = _limit(
    "IL-IR-2", "No finding of fault in a peer’s incident report", FAULT.cite, ("cause",),
    "have its part on fault, cause or responsibility filled in by a peer ({section}, as {written_as})",
    FAULT, words="determine fault, cause or responsibility in a peer’s words",
)  # fmt: skip
recommending = _limit(
    "IL-IR-3", "No recommended action in a peer’s incident report", RECOMMENDING.cite, ("recommendation",),
    "have its part on action filled in by a peer ({section}, as {written_as})",
    RECOMMENDING, words="recommend disciplinary or clinical action in a peer’s words",
)  # fmt: skip
assessment = _limit(
    "IL-IR-4", "A peer’s report is no clinical assessment", not_in_reports("Complete reports used as clinical assessments"), ("clinical_assessment",),
    "be completed by a peer where it is used as a clinical assessment ({section}, as {written_as})",
)  # fmt: skip
complying = _limit(
    "IL-IR-5", "No conclusion about compliance or readiness in a peer’s report", COMPLYING.cite, ("compliance",),
    "have its part on compliance or readiness filled in by a peer ({section}, as {written_as})",
    COMPLYING, words="conclude about treatment compliance or readiness in a peer’s words",
)  # fmt: skip

ALONE = not_in_reports("Act as the sole or final reporter in situations requiring clinical authority")
alone = Rule(
    id="IL-IR-6",
    name="A peer is not the only or the last to report",
    about=report_section,
    cite=ALONE,
    since=SINCE,
    dated_by=written_on,
    facts=(tally(report_section, "incident_report_id", ~_.written_as.isin(PEERS), others=_.count()),),
    applies=is_peer,
    missing=ROLE_UNSAID,
    readings=READINGS,
    needs=("report_section.written_as", "report_section.is_authority_needed"),
    criteria=(
        cannot(
            "IL-IR-6.sole",
            "be a peer’s alone where clinical authority is needed (needed: {is_authority_needed}; sections by others: {others})",
            ~_.is_authority_needed | (_.others > 0),
            ALONE,
            answered(6, "A supervisor should always review incident reports completed by a CRSS and complete any clinical sections that may be included."),
            fix="Have a supervisor complete the clinical sections. This delays no report to the hotline.",
            who=SUPERVISOR,
            unless=is_advice,
        ),
        cannot(
            "IL-IR-6.final",
            "be finished by a peer where clinical authority is needed ({section}, as {written_as})",
            (_.section != "final_sign_off") | ~_.is_authority_needed,
            ALONE,
            fix="Have somebody with clinical authority finish it.",
            who=SUPERVISOR,
            unless=is_advice,
        ),
    ),
)  # fmt: skip

RULES = (seen, judging, fault, recommending, assessment, complying, alone)
