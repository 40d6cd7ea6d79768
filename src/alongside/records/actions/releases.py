"""Recording what a participant agrees to let out, that they take it back, and what went out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from alongside.access.models import Program
from alongside.ledger.events import record_export

from ..models import Consent, Disclosure, Participant
from ..models.release_words import RecordClass, ReleasePurpose, WithoutConsent
from ..part_two import OF_EVERYBODY, guarded
from ..problems import Problem
from ..redisclosure import EDITION, statement_for
from ..releasing import Asked, Decision, may_be_disclosed
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def record_consent(
    *, participant: Participant, classes: list[RecordClass], said: dict[str, Any], on: datetime.date, by: User | None
) -> Consent:
    """Record a consent that was signed. `said` are its other columns. A consent has to say everything 42 CFR 2.31 asks
    for: which records, to whom, what for, until when, and when it was signed. Raises `Problems` with all that lacks."""
    refuse(_unsaid(classes, said))
    with recording(program_id=participant.program_id, by=by):
        consent = Consent(program_id=participant.program_id, participant=participant, **_covered(classes), **said)
        consent.starts_on = consent.starts_on or consent.signed_on
        return store(consent, on=on)


def revoke_consent(
    *, consent: Consent, how: str | None, at: datetime.datetime, on: datetime.date, by: User | None
) -> Consent:
    """The participant takes a consent back, from this moment on. Said again, the first time stays."""
    refuse([] if how else [Problem("revoked_how", "nothing", "how they said so", "Write it down.")])
    with recording(program_id=consent.program_id, by=by):
        consent = locked(consent)
        if consent.revoked_at is not None:
            return consent
        consent.revoked_at, consent.revoked_how = at, how
        return store_again(consent, fields=("revoked_at", "revoked_how"), on=on)


def disclose(
    *,
    participant: Participant,
    asked: Asked,
    what: str | None,
    at: datetime.datetime,
    on: datetime.date,
    by: User | None,
) -> Disclosure:
    """Let records out: under a consent in force, or a rule that needs none; kept with the statement that goes along.
    Raises `Problems` with every reason why they may not go. The consents are read anew, under a lock."""
    with recording(program_id=participant.program_id, by=by):
        pack = participant.program.pack
        asked = replace(asked, pack=pack)
        consents = list(Consent.objects.select_for_update(of=("self",)).filter(participant=participant))
        decision = may_be_disclosed(asked, consents, on=on, at=at)
        refuse(_refused(decision))
        disclosure = Disclosure(
            program_id=participant.program_id,
            participant=participant,
            consent=decision.consent,
            without_consent=decision.without_consent,
            recipient=asked.recipient,
            purpose=asked.purpose,
            what=what,
            disclosed_at=at,
            statement=statement_for(asked.classes, pack),
            statement_edition=EDITION,
            **_covered(asked.classes),
        )
        record_export("disclosure", rows=1, subject=participant.pk)
        return store(disclosure, on=on)


def disclose_for_audit(
    *,
    program_id: UUID,
    participants: Iterable[UUID | None],
    recipient: str,
    what: str,
    statement: str | None = None,
    may_hold_substance_use: bool = False,
    at: datetime.datetime,
    on: datetime.date,
    by: User | None,
) -> None:
    """Account for what goes to an audit or evaluation, which needs no consent: a row for each participant in it, with
    the statement that goes along. Substance use disorder records are among what goes where the participant has any,
    or where nobody knows. Raises `Problems`."""
    with recording(program_id=program_id, by=by):
        pack = Program.objects.get(pk=program_id).pack
        people = {key for key in participants if key is not None}
        marked = people if may_hold_substance_use else guarded(people)
        rows = []
        for key in sorted(people):
            classes = OF_EVERYBODY | {RecordClass.SUBSTANCE_USE} if key in marked else OF_EVERYBODY
            asked = Asked(classes, recipient, ReleasePurpose.AUDIT, WithoutConsent.AUDIT, pack=pack)
            refuse(_refused(may_be_disclosed(asked, (), on=on, at=at)))
            rows.append(
                Disclosure(
                    program_id=program_id, participant_id=key, without_consent=WithoutConsent.AUDIT, what=what,
                    recipient=recipient, purpose=ReleasePurpose.AUDIT, disclosed_at=at, statement_edition=EDITION,
                    statement=statement or statement_for(classes, pack), **_covered(classes),
                )
            )  # fmt: skip
        Disclosure.objects.bulk_create(rows)


def _refused(decision: Decision) -> list[Problem]:
    """A refusal whole: what was found, what the rule needs, the one next step and whose it is."""
    if (said := decision.refusal) is None:
        return []
    why = f"{' '.join(said.found)} {said.rule} ({said.source}). {said.next_step}: {said.who} can."
    return [Problem("recipient", "no right to let them out", said.needed.lower(), why)]


def _covered(classes: Any) -> dict[str, bool]:
    return {f"covers_{one.value}": one in classes for one in RecordClass}


def _unsaid(classes: list[RecordClass], said: dict[str, Any]) -> list[Problem]:
    asked = {
        "recipient": "who gets them",
        "purpose": "what for",
        "signed_on": "the day it was signed",
        "expires_on": "the day it ends",
    }
    in_writing = "A consent says so in writing."
    wanted = [Problem(name, "nothing", words, in_writing) for name, words in asked.items() if not said.get(name)]
    days = {name: said.get(name) for name in ("signed_on", "starts_on", "expires_on")}
    for first, last in (("signed_on", "starts_on"), ("signed_on", "expires_on"), ("starts_on", "expires_on")):
        if days[first] and days[last] and days[last] < days[first]:
            wanted.append(Problem(last, str(days[last]), f"{days[first]} or later", "Correct one of the two days."))
    if not classes:
        wanted.append(Problem("classes", "nothing", "which records are meant", "Choose at least one kind."))
    return wanted
