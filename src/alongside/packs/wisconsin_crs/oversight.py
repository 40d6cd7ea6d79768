"""Annual documentation oversight, in the page's order: OVS-1 sample, OVS-2 list, OVS-3 packet in time, OVS-5 review."""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.tables import documentation_oversight
from alongside.law import Rule, after, chosen, must, present, should

from .oversight_figures import (
    EVERYBODY,
    FEW,
    FEW_PERCENT,
    LIST_DAYS,
    MANY_PERCENT,
    ONE_SHARE,
    PACKET_DAYS,
    PERCENT,
    PLACE,
    REVIEW_DAYS,
    SERVED_MONTHS,
    TWO_SHARES,
)
from .packet_days import business_days, rolled
from .questions import question
from .readings import SINCE
from .readings_of_oversight import BUSINESS_DAYS, LIST_REMINDER, ROUNDING, SAMPLE_NAMED, SERVED_YEAR
from .sources import PAGE_2018, PAGE_2020, page

DIVISION = "Division of Care and Treatment Services"
COORDINATOR = "program coordinator"
MEMO_OF = date(2023, 1, 1)  # Action Memo 2023-10 is of that year; its day was not read

# The sample is judged by the law of the day it was named, and before that by the law of the day asked.
_judged = {"judged_on": _.sample_named_on.fill_null(_.asked_on)}
_unlisted = ("Record how many participants were served in the year.", COORDINATOR)


def _needed(per_cent: Any) -> Any:
    """The size by a share: up or to the nearest whole, at least one where anybody was served."""
    hundredths = _.participant_count * per_cent
    up = (hundredths + 99) // 100
    nearest = (hundredths + 50) // 100
    return ibis.cases(
        (_.participant_count.isnull(), ibis.null("int64")),
        (_.participant_count == 0, 0),
        else_=ibis.greatest(1, ibis.ifelse(chosen(ROUNDING, "up"), up, nearest)),
    ).cast("int32")


sampled_2018 = Rule(
    id="OVS-1",
    name="Size of the sample",
    about=documentation_oversight,
    cite=EVERYBODY.cite,
    since=EVERYBODY.since,
    dated_by=_.judged_on,
    missing=_unlisted,
    readings=(SINCE,),
    facts=(_judged, {"needed_count": _.participant_count}),
    applies=_.sample_named_on.notnull(),
    criteria=(
        should(
            "OVS-1",
            "be of everybody, every 12 months: {needed_count} of {participant_count} ({sample_count} named); nobody was "
            "drawn by lot",
            _.sample_count == _.needed_count,
            PAGE_2018.at("Annual documentation", "every 12 months"),
            fix="Send every participant’s documents, with the cover letter.",
            who=COORDINATOR,
        ),
    ),
)

sampled_2020 = Rule(
    id="OVS-1",
    name="Size of the sample",
    about=documentation_oversight,
    cite=TWO_SHARES.cite,
    since=TWO_SHARES.since,
    dated_by=_.judged_on,
    missing=_unlisted,
    readings=(SINCE, ROUNDING),
    unsettled=(question(18), question(28)),
    facts=(_judged, {"needed_count": _needed(ibis.ifelse(_.participant_count < FEW, FEW_PERCENT, MANY_PERCENT))}),
    applies=_.sample_named_on.notnull(),
    replaces=sampled_2018,
    criteria=(
        should(
            "OVS-1",
            "be {needed_count} of {participant_count} participants, 30 percent of 1 to 9 once a year or 15 percent of 10 "
            "and more twice a year ({sample_count} named)",
            _.sample_count == _.needed_count,
            PAGE_2020.at("Documentation oversight", "30%"),
            PAGE_2020.at("Documentation oversight", "15%"),
            decide=_.judged_on >= ibis.literal(MEMO_OF),
            question=question(28),
            fix="Draw {needed_count} participants from the list and name them.",
            who=DIVISION,
        ),
    ),
)

sampled = Rule(
    id="OVS-1",
    name="Size of the sample",
    about=documentation_oversight,
    cite=ONE_SHARE.cite,
    since=ONE_SHARE.since,
    dated_by=_.judged_on,
    missing=_unlisted,
    readings=(SINCE, ROUNDING),
    unsettled=(question(18), question(28)),
    facts=(_judged, {"needed_count": _needed(PERCENT)}),
    applies=_.sample_named_on.notnull(),
    replaces=sampled_2020,
    criteria=(
        must(
            "OVS-1",
            "be {needed_count} of {participant_count} participants, 20 percent ({sample_count} named)",
            _.sample_count == _.needed_count,
            page(PLACE, "20% of the participants served within the last year for each CRS program"),
            page(PLACE, "a random sample of 20% of the CRS program’s participants"),
            fix="Draw {needed_count} participants from the list and name them.",
            who=DIVISION,
        ),
    ),
)

listed = Rule(
    id="OVS-2",
    name="List of enrollments and discharges",
    about=documentation_oversight,
    cite=page(PLACE, "will request a list of CRS participant enrollments and discharges within the last year"),
    since=date(2018, 7, 1),
    dated_by=_.announced_on,
    missing=("Record the day the list was asked for.", DIVISION),
    readings=(SINCE, SERVED_YEAR, LIST_REMINDER),
    unsettled=(question(17), question(27)),
    facts=(
        {"ask_by": after(_.period_starts_on, days=-LIST_DAYS)},
        {
            "year_ends_before": ibis.cases(
                (chosen(SERVED_YEAR, "request"), _.announced_on),
                (chosen(SERVED_YEAR, "period"), _.period_starts_on),
                else_=_.announced_on.truncate("Y").cast("date"),
            )
        },
        {"year_from": after(_.year_ends_before, months=-SERVED_MONTHS), "year_to": after(_.year_ends_before, days=-1)},
    ),
    applies=_.announced_on.notnull().nullif(False),
    criteria=(
        should(
            "OVS-2.asked",
            "be asked for 30 days before the oversight period, by {ask_by} (asked {announced_on})",
            _.announced_on <= _.ask_by,
            page(PLACE, "Thirty days prior to the documentation oversight period for the CRS program"),
            fix="Let the period begin at least 30 days after the list is asked for.",
            who=DIVISION,
        ),
        should(
            "OVS-2.year",
            "name everybody served within the last year, {year_from} to {year_to} (asked: {served_from_on} to {served_to_on})",
            (_.served_from_on == _.year_from) & (_.served_to_on == _.year_to),
            page(PLACE, "20% of the participants served within the last year for each CRS program"),
            fix="Announce it anew with the year from {year_from} to {year_to}.",
            who=DIVISION,
        ),
        must(
            "OVS-2.sent",
            "be sent (sent {list_sent_at}); no day is named for it",
            present(_.list_sent_at),
            page(PLACE, "will request a list of CRS participant enrollments and discharges within the last year"),
            decide=_.list_sent_at.isnull(),
            question=question(17),
            fix="Send the list of everybody enrolled or discharged from {served_from_on} to {served_to_on}.",
            who=COORDINATOR,
        ),
    ),
)

sent = Rule(
    id="OVS-3",
    name="Packet within 15 business days",
    about=documentation_oversight,
    cite=page(PLACE, "CRS programs will have 15 business days to electronically send materials"),
    since=date(2020, 1, 1),
    dated_by=_.sample_named_on,
    missing=("Record the day the sample was named.", DIVISION),
    readings=(SINCE, BUSINESS_DAYS, SAMPLE_NAMED),
    unsettled=(question(25),),
    facts=(business_days("strict_by", "sample_named_on", PACKET_DAYS), rolled("packet_by", "strict_by")),
    applies=_.sample_named_on.notnull(),
    due=_.packet_by,
    due_in_words="15 business days after the sample is named",
    criteria=(
        must(
            "OVS-3",
            "be sent by {packet_by} (15 business days end on {strict_by}; sent {packet_received_on})",
            (_.packet_received_on <= _.packet_by).fill_null(False),
            page(PLACE, "CRS programs will have 15 business days to electronically send materials"),
            fix="Complete the packet and send it by {packet_by}.",
            late="Send the packet if it was not sent, and tell the Division why it is late. The page names no consequence.",
            who=COORDINATOR,
        ),
    ),
)

reviewed = Rule(
    id="OVS-5",
    name="Review of up to 90 days",
    about=documentation_oversight,
    cite=page(PLACE, "This review may take up to 90 days."),
    since=date(2018, 7, 1),
    dated_by=_.packet_received_on,
    missing=("Record the day the packet was sent.", COORDINATOR),
    readings=(SINCE,),
    facts=({"review_by": after(_.packet_received_on, days=REVIEW_DAYS)},),
    applies=_.packet_received_on.notnull(),
    changes_on=after(_.packet_received_on, days=REVIEW_DAYS + 1),
    criteria=(
        should(
            "OVS-5",
            "be complete by {review_by}, 90 days after the packet (report of {debriefed_on}); nothing follows for the "
            "program where it is not",
            ibis.ifelse(_.debriefed_on.isnull(), _.asked_on <= _.review_by, _.debriefed_on <= _.review_by),
            page(PLACE, "This review may take up to 90 days."),
            fix="Ask the Division when its report can be expected.",
            who=COORDINATOR,
        ),
    ),
)

RULES = (sampled, listed, sent, reviewed)
