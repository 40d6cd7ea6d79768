"""What those who serve show: background checks (PRV-4) and the certificates of peer specialists (CPS)."""

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.tables import background_check, changed_circumstance, credential, staff
from alongside.law import Rule, after, its, latest, must, should, tally

from .covered import IS_RENEWED, RENEWAL_ASKED_FROM, covered
from .questions import question
from .readings import MONTHS, SINCE
from .readings_network import CHECK_ITEMS, CHECKED_AGAIN, RENEWAL_AHEAD
from .sources import CAREGIVER_CHECKS, PEER_CERTIFICATES, page

COORDINATOR = "program coordinator"
PEER = "staff member and supervisor"
CHECKED_FOR_MONTHS = 48
EDUCATION_HOURS = 20

_confirmation = page(
    "Biennial monitoring process", "Community Recovery Services Staff Background Check Confirmation, F-02565 (Word)."
)
_peers = page("Terms and definitions", "Providers trained and certified as peer specialists serve as advocates.")
_items = CAREGIVER_CHECKS.at("Complete check", "three items kept on file")


def _on_file(day: Any) -> Any:
    return (day <= _.asked_on).fill_null(False)


_is_in_order = (
    _on_file(_.confirmed_on) & _on_file(_.disclosure_on) & _on_file(_.justice_on) & _on_file(_.letter_on)
) & (_.changed_on.isnull() | (_.checked_on >= _.changed_on))

checked = Rule(
    id="PRV-4",
    name="Background check",
    about=staff,
    cite=_confirmation,
    since=date(2018, 7, 1),
    dated_by=_.asked_on,
    readings=(SINCE, MONTHS, CHECK_ITEMS, CHECKED_AGAIN, RENEWAL_AHEAD),
    unsettled=(question(6),),
    needs=("background_check.completed_on", "background_check.confirmed_on", "background_check.letter_on"),
    facts=(
        latest(
            background_check,
            "staff_id",
            _.completed_on,
            when=(_.completed_on <= its.asked_on).fill_null(False),
            checked_on=_.completed_on,
            confirmed_on=_.confirmed_on,
            disclosure_on=_.disclosure_on,
            justice_on=_.justice_on,
            letter_on=_.letter_on,
        ),
        tally(
            changed_circumstance,
            "staff_id",
            (_.known_on <= its.asked_on).fill_null(False),
            changed_on=_.known_on.max(),
        ),
        {"covered_to": after(_.checked_on, months=CHECKED_FOR_MONTHS)},
    ),
    applies=~(_.ended_on < _.asked_on).fill_null(False) & ~(_.started_on > _.asked_on).fill_null(False),
    # A new check is asked for in time only where the last one is otherwise in order.
    due=ibis.ifelse(_is_in_order, _.covered_to, ibis.null("date")),
    due_in_words="done again by four years after the last one",
    changes_on=RENEWAL_ASKED_FROM,
    criteria=(
        must(
            "PRV-4",
            "have a background check confirmed on F-02565 (check: {checked_on}, F-02565: {confirmed_on})",
            _on_file(_.confirmed_on),
            _confirmation,
            fix="Have the check done, fill in F-02565, and record both on the staff member's page.",
            who=COORDINATOR,
        ),
        *(
            must(
                f"PRV-4.{item}",
                f"have {words} on file ({{{column}}})",
                _on_file(_[column]),
                _items,
                _confirmation,
                unless=_.checked_on.isnull(),
                fix=f"Get {words} and record its day with the check of {{checked_on}}.",
                who=COORDINATOR,
            )
            for item, column, words in (
                ("disclosure", "disclosure_on", "the disclosure form F-82064"),
                ("justice", "justice_on", "the answer of the Department of Justice"),
                ("letter", "letter_on", "the response letter of the Department of Health Services"),
            )
        ),
        must(
            "PRV-4.change",
            "be checked again after a change of circumstances (known {changed_on}, checked {checked_on})",
            _.checked_on >= _.changed_on,
            CAREGIVER_CHECKS.at("When a check is done", "when circumstances change"),
            _confirmation,
            unless=_.changed_on.isnull() | _.checked_on.isnull(),
            fix="Have the check done anew: what became known on {changed_on} is not in the check of {checked_on}.",
            who=COORDINATOR,
        ),
        must(
            "PRV-4.four_years",
            "be checked again within four years of the last check (by {covered_to})",
            IS_RENEWED,
            CAREGIVER_CHECKS.at("When a check is done", "at least every four years"),
            _confirmation,
            unless=_.checked_on.isnull(),
            fix="Have the check done again by {covered_to}, with its three items, and confirm it on F-02565.",
            who=COORDINATOR,
        ),
    ),
)

_is_peer = _.kind == "certified_peer_specialist"

certified = Rule(
    id="CPS",
    name="Peer specialist certificate",
    about=staff,
    cite=_peers,
    since=date(2018, 7, 1),
    dated_by=_.asked_on,
    readings=(SINCE, RENEWAL_AHEAD),
    needs=("credential.kind", "credential.expires_on"),
    facts=(
        tally(credential, "staff_id", _is_peer, known=_.count(), last_to=_.expires_on.max()),
        *covered(credential, "staff_id", "issued_on", "expires_on", _is_peer),
        latest(
            credential,
            "staff_id",
            _.issued_on,
            when=(_is_peer & (_.issued_on <= its.asked_on)).fill_null(False),
            education_hours=_.education_hours,
        ),
    ),
    applies=(_.known > 0) & ~(_.ended_on < _.asked_on).fill_null(False) & ~(_.started_on > _.asked_on).fill_null(False),
    due=_.covered_to,
    due_in_words="renewed by its last day",
    changes_on=RENEWAL_ASKED_FROM,
    criteria=(
        must(
            "CPS-1",
            "hold a certified peer specialist certificate in force (last day: {last_to})",
            _.held > 0,
            _peers,
            fix="Renew the certificate and record it. Peer support given without one is held from billing (BIL-13).",
            who=PEER,
        ),
        must(
            "CPS-1.renewal",
            "hold one beyond the last day of the current certificate ({covered_to})",
            IS_RENEWED,
            _peers,
            PEER_CERTIFICATES.at("Recertification", "every two years"),
            unless=_.held == 0,
            fix="Renew the certificate by {covered_to} and record it.",
            who=PEER,
        ),
        should(
            "CPS-2",
            "have 20 hours of continuing education for the renewal ({education_hours} so far)",
            _.education_hours >= EDUCATION_HOURS,
            PEER_CERTIFICATES.at("Recertification", "20 hours of continuing education"),
            unless=_.education_hours.isnull(),
            fix="Complete the hours before the renewal and record them with the certificate.",
            who=PEER,
        ),
    ),
)

RULES = (checked, certified)
