"""Somebody's way to a certificate: what is asked, what is logged, what is left by each source, and until when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from alongside.packs.illinois_peer import credential_path as way
from alongside.packs.illinois_peer.credential_asks import ASKS, RENEWAL, SUPERVISION
from alongside.packs.illinois_peer.credential_path import Step
from alongside.records.models import Credential, CredentialApplication, CredentialDomain, StaffMember

from .forms_certificates import BY_WORDS

OF_UNITS = (("specific_hours", "CRSS-specific"), ("specific_hours", "CPRS-specific"), ("core_hours", "Core"))


@dataclass(frozen=True)
class Part:
    """One part of the way with its steps."""

    id: str
    title: str
    steps: list[Step]


@dataclass(frozen=True)
class Way:
    """The way of one staff member to one credential, on a day."""

    kind: str
    parts: list[Part]
    application: CredentialApplication | None
    open_until: datetime.date | None
    held: Credential | None
    units_until: datetime.date | None
    duty_percent: int | None
    duties_count: bool | None
    has_past: bool

    @property
    def is_begun(self) -> bool:
        """Whether anything is on record about it."""
        return bool(self.application or self.held or any(step.logged for part in self.parts for step in part.steps))


def kind_for(member: StaffMember, asked: str, on: datetime.date) -> str:
    """The credential asked about; else the one applied for, or held, or the first."""
    if asked in way.CREDENTIALS:
        return asked
    application = member.credential_applications.filter(completed_on=None).order_by("-opened_on").first()
    if application and application.kind in way.CREDENTIALS:
        return str(application.kind)
    held = member.credentials.filter(kind__in=way.CREDENTIALS).current(on).first()
    return str(held.kind) if held else way.CREDENTIALS[0]


def way_of(member: StaffMember, kind: str, on: datetime.date) -> Way:
    """Everything about the way. A part whose source gives no number shows what is logged all the same."""
    application = member.credential_applications.filter(kind=kind).order_by("completed_on", "-opened_on").first()
    held = member.credentials.filter(kind=kind).current(on).order_by("-expires_on").first()
    parts = [
        Part(part, title, way.path(kind, part, _logged(member, kind, part, held)))
        for part, title in way.PARTS.items()
        if part != RENEWAL or held
    ]
    opened_on = application.opened_on if application else None
    job = member.personnel_records.filter(kind="job_description").order_by("-dated_on").first()
    percent = job.recovery_support_percent if job else None
    open_until = way.application_open_until(opened_on) if opened_on else None
    return Way(
        kind, parts, application, open_until, held, _units_until(held), percent, way.counts_as_work(percent),
        has_past=bool(open_until and open_until < on and application and application.completed_on is None),
    )  # fmt: skip


def _units_until(held: Credential | None) -> datetime.date | None:
    if held is None or held.expires_on is None:
        return None
    return way.extended_until(held.expires_on) if held.has_extension else held.expires_on


def _logged(member: StaffMember, kind: str, part: str, held: Credential | None) -> Mapping[str, float]:
    """Hours by the sources' word for the domain. Sessions of the supervision log count in no domain of their own."""
    asked = {ask.domain for ask in ASKS if (ask.credential, ask.part) == (kind, part)}
    if part == RENEWAL:
        return _units(held, asked)
    rows = member.credential_hours.filter(kind=kind, part=part).values("domain").annotate(hours=Sum("hours"))
    found = {_word(row["domain"], asked): float(row["hours"] or 0) for row in rows}
    if part == SUPERVISION:
        log = member.supervision_sessions.aggregate(hours=Sum("hours"))["hours"] or Decimal(0)
        found[way.ALL] = found.get(way.ALL, 0) + float(log)
    return {domain: hours for domain, hours in found.items() if domain in asked}


def _units(held: Any, asked: set[str]) -> Mapping[str, float]:
    """The units on the certificate itself: those the rule on renewal counts. Ethics lie within a CPRS's own."""
    ethics = float(held.ethics_hours or 0) if "Ethics" in asked else 0.0
    found = {domain: float(getattr(held, name) or 0) for name, domain in OF_UNITS if domain in asked}
    if ethics:
        found |= {"Ethics": ethics, "CPRS-specific": max(found.get("CPRS-specific", 0) - ethics, 0)}
    told = sum(found.values())
    return {**found, way.ALL: max(float(held.education_hours or 0) - told, 0)}


def _word(domain: str | None, asked: set[str]) -> str:
    named = {BY_WORDS[one.lower()].value: one for one in asked}
    return named.get(domain or CredentialDomain.IN_ALL.value, way.ALL)
