"""Services as a biller sees them: billable or held, and beside it whether they fit the role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from alongside.access.models import Membership
from alongside.law.rule import DOES_NOT_APPLY, FACTS_MISSING, MET, NOT_MET, PERSON
from alongside.packs import PACKS
from alongside.packs.billing import Billing
from alongside.packs.illinois_peer.who_gave_it import AS_MHP
from alongside.records.models import Service, ServiceCode
from alongside.reviews.models import Answer
from alongside.reviews.scope import answers_seen

from .billing_fixes import Fix, fix_of
from .shown import Line, Shown, stored

# The choices of the list, with the answers each shows.
STANDS = {
    "held": ("Held", (NOT_MET, FACTS_MISSING, PERSON)),
    "not": ("Held: may not be billed as it is", (NOT_MET,)),
    "missing": ("Held: facts are missing", (FACTS_MISSING,)),
    "decide": ("Held: a person must decide", (PERSON,)),
    "billable": ("Billable", (MET,)),
    "all": ("All", (NOT_MET, FACTS_MISSING, PERSON, MET)),
}
MENTAL_HEALTH = "IL"
FITS, DOES_NOT_FIT, UNTOLD = "fits", "does not fit", "not known"


@dataclass(frozen=True)
class Row:
    """One service with its answer. `code` is what was answered about code and unit, empty where nothing was; `fix` is
    where the first open criterion is mended.
    """

    service: Service
    shown: Shown
    fits: str
    misfit: Line | None
    code: str
    fix: Fix | None = None

    @property
    def is_as_mhp(self) -> bool:
        """Whether it is billed under the peer credential it was given on: as an MHP's service."""
        return (self.service.billed_as or self.service.role) in AS_MHP and self.shown.rule == MENTAL_HEALTH


def billing_of(actor: Membership) -> Billing | None:
    """How the actor's program tells what may be billed; None where its pack does not."""
    return PACKS[actor.program.pack].billing


def judged(actor: Membership, billing: Billing) -> QuerySet[Answer]:
    """Stored answers about the services the actor may see, the newest service first."""
    served_on = Service.objects.filter(pk=OuterRef("key")).values("served_on")
    rows = answers_seen(actor).filter(rule__in=billing.rules).exclude(answer=DOES_NOT_APPLY)
    return rows.annotate(served_on=Subquery(served_on)).order_by("-served_on", "key", "rule")


def narrowed(rows: QuerySet[Answer], stands: str, words: str, who: str) -> QuerySet[Answer]:
    """Those that stand so, about somebody of this name, that this one can free."""
    rows = rows.filter(answer__in=STANDS[stands][1])
    for word in words.split()[:6]:
        of_person = Q(participant__family_name__icontains=word) | Q(participant__given_name__icontains=word)
        of_giver = Q(staff__person__family_name__icontains=word) | Q(staff__person__given_name__icontains=word)
        rows = rows.filter(key__in=Service.objects.filter(of_person | of_giver).values("pk"))
    return rows.filter(who=who) if who else rows


def rows_of(actor: Membership, answers: Iterable[Answer], billing: Billing) -> list[Row]:
    """The services of these answers, with what else is said of them."""
    answers = list(answers)
    keys = [answer.key for answer in answers]
    found = Service.objects.filter(pk__in=keys).select_related("participant", "staff__person")
    found = found.prefetch_related("notes__sign_offs")
    services: Mapping[UUID, Service] = {service.pk: service for service in found}
    codes = dict(Answer.objects.filter(rule=billing.code, key__in=keys).values_list("key", "answer"))
    rows = []
    for answer in answers:
        shown = stored(answer)
        fits, misfit = fit_of(shown.lines, billing)
        code = codes.get(answer.key, "")
        service, code = services[answer.key], "" if code == DOES_NOT_APPLY else code
        fix = fix_of(actor, service, shown.first[0]) if shown.is_open else None
        rows.append(Row(service, shown, fits, misfit, code, fix))
    return rows


def fit_of(lines: Sequence[Line], billing: Billing) -> tuple[str, Line | None]:
    """Whether a service fits the role it was given in, and the criterion that says it does not, or that is not told."""
    asked = [line for line in lines if line.id in billing.fits_role]
    for stands, word in (("advice", DOES_NOT_FIT), ("unknown", UNTOLD)):
        if found := [line for line in asked if line.stands == stands]:
            return word, found[0]
    return FITS, None


def codes_in_force(service: Service) -> QuerySet[Any]:
    """The lines of loaded schedules for this service on its day."""
    if service.served_on is None:
        return ServiceCode.objects.none()
    lasts = Q(ends_on=None) | Q(ends_on__gte=service.served_on)
    return ServiceCode.objects.filter(lasts, kind=service.kind, starts_on__lte=service.served_on)
