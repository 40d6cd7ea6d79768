"""What a packet holds, OVS-4: everything asked for, nobody else's records, and the redisclosure statement."""

from datetime import date

from ibis import _

from alongside.facts.moments import ZONE
from alongside.facts.tables import packet
from alongside.law import Rule, cannot, day_in, must

from .oversight_figures import PLACE
from .questions import question
from .readings import SINCE
from .sources import CONFIDENTIALITY, page

COORDINATOR = "program coordinator"

held = Rule(
    id="OVS-4",
    name="What a packet holds",
    about=packet,
    cite=page(
        PLACE, "The materials submitted must include the following information for each participant being reviewed:"
    ),
    since=date(2018, 7, 1),
    dated_by=day_in(ZONE, _.sent_at).fill_null(_.asked_on),
    missing=("Put the packet together.", COORDINATOR),
    readings=(SINCE,),
    unsettled=(question(70),),
    needs=("packet.missing_count",),
    applies=_.number.notnull(),
    criteria=(
        must(
            "OVS-4.complete",
            "hold what is asked about each sampled participant, or say why it does not (missing: {missing_count})",
            _.missing_count == 0,
            page(
                PLACE,
                "The materials submitted must include the following information for each participant being reviewed:",
            ),
            page(PLACE, "Discharge summary, if applicable"),
            fix="Record what is missing and look again, or say why there is none.",
            who=COORDINATOR,
        ),
        cannot(
            "OVS-4.sample",
            "hold records of anybody outside the sample (found: {outside_count})",
            _.outside_count == 0,
            CONFIDENTIALITY.at("DHS 92.03 (1) (n)", "only the information necessary to fulfill the request"),
            fix="Take them out.",
            who=COORDINATOR,
        ),
        must(
            "OVS-4.statement",
            "go with the statement that it is confidential and may not be passed on",
            _.has_statement,
            CONFIDENTIALITY.at(
                "DHS 92.03 (1) (i)",
                "disclosure without patient consent or statutory authorization is prohibited by law",
            ),
            fix="Build the packet: the statement is its first page.",
            who=COORDINATOR,
        ),
    ),
)

RULES = (held,)
