"""Which services stand exposed because whoever gave them was not trained; and the training record on paper."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.exchange.forms.training_record import training_record
from alongside.ledger.events import record_export, record_search
from alongside.records.models import Service
from alongside.reviews.answers import fresh
from alongside.reviews.ask import ask_all
from alongside.reviews.models import Answer
from alongside.reviews.scope import answers_seen, participants_seen, staff_seen

from ..downloads import download
from ..people import ON_ONE_PAGE
from ..shown import Shown, live, stored
from ..training import ledger_of
from .paper import PDF

RULE, CRITERION = "BIL-TRN", "BIL-TRN.then"
NOT_KNOWN = ("facts missing", "a person must decide")


@dataclass(frozen=True)
class Exposed:
    """One service, with the answer that names it."""

    service: Service
    shown: Shown

    @property
    def hours(self) -> float | None:
        """How long it was, in hours."""
        start, stop = self.service.started_at, self.service.stopped_at
        return round((stop - start).total_seconds() / 3600, 2) if start and stop else None


def exposed_services(request: HttpRequest) -> HttpResponse:
    """Services given after the three months by somebody whose training was open then, the newest first."""
    on = today()
    fresh(on)
    seen = answers_seen(request.membership)
    of_staff = _key(request.GET.get("staff", ""))
    member = staff_seen(request.membership).filter(pk=of_staff).select_related("person").first() if of_staff else None
    paged = Paginator(exposed(seen, of_staff), ON_ONE_PAGE).get_page(request.GET.get("page"))
    answers = {row.key: row for row in seen.filter(rule=RULE, key__in=[one.pk for one in paged])}
    listed = [Exposed(one, stored(answers[one.pk])) for one in paged]
    people = [one.service.participant_id for one in listed]
    record_search("service", found=len(listed), listed=people)
    page = {
        "on": on, "paged": paged, "listed": listed, "member": member,
        "open_to": set(participants_seen(request.membership).filter(pk__in=people).values_list("pk", flat=True)),
        "staff_open": set(
            staff_seen(request.membership)
            .filter(pk__in={one.service.staff_id for one in listed})
            .values_list("pk", flat=True)
        ),
        "unknown": seen.filter(rule=RULE, answer__in=NOT_KNOWN).count(),
    }  # fmt: skip
    return render(request, "training/exposed.html", page)


def exposed(answers: QuerySet[Answer], staff: UUID | None = None) -> QuerySet[Service]:
    """The services the stored answers name, of one staff member or of all."""
    named = answers.filter(rule=RULE, criteria__contains=[{"id": CRITERION, "holds": False}])
    services = Service.objects.filter(pk__in=named.exclude(answer="does not apply").values("key"))
    if staff is not None:
        services = services.filter(staff_id=staff)
    return services.select_related("participant", "staff__person").order_by("-served_on", "pk")


def training_pdf(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """The whole training record of one staff member on paper, as a monitoring visit asks for it."""
    on = today()
    seen = staff_seen(request.membership).select_related("person", "provider", "program")
    member = get_object_or_404(seen.prefetch_related("trainings", "exemptions"), pk=staff_id)
    record_export("training", rows=member.trainings.count(), subject=member.pk)
    ledger = ledger_of(member, [live(answer) for answer in ask_all("staff", member.pk, on=on)])
    return download(training_record(member, ledger.standing, on=on), PDF, f"training {member.staff_number}.pdf")


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
