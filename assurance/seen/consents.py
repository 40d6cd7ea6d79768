"""A9: what may go out, decided by the product and by a plain table written apart, over every mix of circumstances."""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.records import releasing
from alongside.records.actions import disclose, record_consent, revoke_consent
from alongside.records.models import Disclosure, RecordClass, ReleasePurpose, WithoutConsent
from alongside.records.problems import Problems
from alongside.records.redisclosure import CONFIDENTIAL, RE_RELEASE, SUBSTANCE_USE
from alongside.records.releasing import Asked

from ..bed import Found, Tell
from .drills import drill
from .programs import planted
from .table_of_consents import may_go

NOON = datetime.datetime(2026, 11, 20, 18, tzinfo=datetime.UTC)
DAY = NOON.date()
CLASSES = [frozenset(some) for n in range(4) for some in itertools.combinations(RecordClass, n)]
DAYS = (None, *(DAY + datetime.timedelta(days=days) for days in (-400, -1, 0, 1)))
REVOKED = (None, *(NOON + datetime.timedelta(seconds=seconds) for seconds in (-86400, -1, 0, 1)))
WHOLE_NIGHT = 50_000  # from so many decisions on, the records are asked often too
NAMES = ("Alder Clinic", "alder  clinic ", "Larch Clinic", "", None)


@dataclass(frozen=True)
class Paper:
    """A consent as the decision reads it."""

    classes: frozenset[RecordClass]
    recipient: str | None
    purpose: ReleasePurpose | None
    signed_on: datetime.date | None
    starts_on: datetime.date | None
    expires_on: datetime.date | None
    revoked_at: datetime.datetime | None


def run(size: int, tell: Tell) -> Found:
    """So many decisions on drawn circumstances, near each border more often; then some through the records."""
    found, chance, allowed = Found(), random.Random(size), 0
    for nth in range(size):
        asked, papers = _asked(chance), [_paper(chance) for _ in range(chance.choice((0, 1, 1, 1, 2, 3)))]
        if chance.random() < 0.7:  # most often only a thing or two is wrong
            papers = [_nearly(chance, asked, paper) for paper in papers]
        decision = releasing.may_be_disclosed(asked, papers, on=DAY, at=NOON)
        wanted = may_go(asked, papers, DAY, NOON)
        allowed += wanted
        found.tried += 1
        if decision.is_allowed != wanted:
            found.failures.append(f"{asked} with {papers}: {decision.reasons or 'allowed'}")
        if nth and nth % 20_000 == 0:
            tell(f"{nth:,} of {size:,} decisions, {len(found.failures)} failures")
    kept = list(_kept(min(size // 100, 1000) if size >= WHOLE_NIGHT else 7))
    found.failures += [said for said in kept if said]
    drill(200 if size >= WHOLE_NIGHT else 3, found, tell)
    found.measured |= {"of them may go": f"{allowed:,}", "disclosures kept and read again": f"{len(kept):,}"}
    return found


def _asked(chance: random.Random) -> Asked:
    right = chance.choice((None, None, None, *WithoutConsent))
    purpose = chance.choice((*ReleasePurpose, None))
    seat = chance.choice(tuple(releasing.Seat))
    return Asked(chance.choice(CLASSES), chance.choice(NAMES) or "", purpose, right, seat)


def _paper(chance: random.Random) -> Paper:
    return Paper(
        chance.choice(CLASSES),
        chance.choice(NAMES),
        chance.choice((*ReleasePurpose, None)),
        *(chance.choice(DAYS) for _ in range(3)),
        chance.choice(REVOKED),
    )


def _nearly(chance: random.Random, asked: Asked, drawn: Paper) -> Paper:
    """A consent that is enough, but for what was drawn in one or two places, or in none."""
    enough: dict[str, Any] = {
        "classes": asked.classes,
        "recipient": asked.recipient,
        "purpose": asked.purpose,
        "signed_on": DAY,
        "starts_on": DAY,
        "expires_on": DAY,
        "revoked_at": None,
    }
    for name in chance.sample(sorted(enough), chance.randrange(3)):
        enough[name] = getattr(drawn, name)
    return Paper(**enough)


def _kept(times: int) -> Iterator[str]:
    """Through the records: refused, let out with its statement, and refused again right after the consent is taken
    back. Nothing is kept of a refusal."""
    county = planted()["county"]
    for nth in range(times):
        asked = Asked(CLASSES[1 + nth % 7], f"Clinic {nth}", ReleasePurpose.TREATMENT)
        with acting(program=county.program), transaction.atomic():
            yield from _one(county.person, asked)
            transaction.set_rollback(True)


def _one(person: Any, asked: Asked) -> Iterator[str]:
    on = today()
    at = datetime.datetime.now(datetime.UTC)
    said = {"participant": person, "asked": asked, "what": "A plan", "at": at, "on": on, "by": None}
    if _goes(said):
        yield f"{asked} went out without a consent"
    written = {"recipient": asked.recipient, "purpose": asked.purpose, "signed_on": on, "expires_on": on}
    consent = record_consent(participant=person, classes=sorted(asked.classes), said=written, on=on, by=None)
    if not (kept := _goes(said)):
        yield f"{asked} was refused with a consent"
        return
    wanted = [CONFIDENTIAL, RE_RELEASE, *([SUBSTANCE_USE] if RecordClass.SUBSTANCE_USE in asked.classes else [])]
    again = Disclosure.objects.get(pk=kept.pk)
    if any(one.text not in (again.statement or "") for one in wanted) or again.consent_id != consent.pk:
        yield f"{asked} went out without its statement or its consent"
    revoke_consent(consent=consent, how="by phone", at=at, on=on, by=None)
    yield f"{asked} went out after the consent was taken back" if _goes(said) else ""


def _goes(said: dict[str, Any]) -> Disclosure | None:
    try:
        with transaction.atomic():
            return disclose(**said)
    except Problems:
        return None
