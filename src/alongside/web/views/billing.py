"""May this service be billed: the held and the billable ones, and one service with every criterion."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.billing_policies import may_correct_billing
from alongside.access.clock import today
from alongside.law.rule import DOES_NOT_APPLY, MET
from alongside.ledger.events import record_read, record_search
from alongside.packs import PACKS
from alongside.packs.billing import Billing
from alongside.records.models import Service
from alongside.reviews.answers import fresh
from alongside.reviews.ask import ask
from alongside.reviews.scope import participants_seen

from ..billing import STANDS, billing_of, codes_in_force, fit_of, judged, narrowed, rows_of
from ..billing_fixes import fix_of, standing_note
from ..correcting import history
from ..forms_billing import HowBilledForm
from ..people import asked_for
from ..shown import live

ON_ONE_PAGE = 25


def billing(request: HttpRequest) -> HttpResponse:
    """Services, the held ones first asked for: by which criterion, what frees each, and who can."""
    told = _told(request)
    on = today()
    fresh(on)
    words, stands, who = asked_for(request, "q", "stands", "who")
    stands = stands if stands in STANDS else "held"
    everything = judged(request.membership, told)
    counts = dict(everything.order_by().values_list("answer").annotate(Count("pk")))
    waiting = narrowed(everything, "held", "", "").exclude(who="").order_by("who").values_list("who", flat=True)
    paged = Paginator(narrowed(everything, stands, words, who), ON_ONE_PAGE).get_page(request.GET.get("page"))
    rows = rows_of(request.membership, paged, told)
    record_search("service", found=len(rows), listed={row.service.participant_id for row in rows})
    page = {
        "rows": rows, "paged": paged, "q": words, "stands": stands, "who": who, "on": on, "not_should": told.not_should,
        "all_stands": {name: label for name, (label, _) in STANDS.items()}, "everyone": list(waiting.distinct()),
        "billable": counts.get(MET, 0), "held": sum(n for word, n in counts.items() if word != MET),
    }  # fmt: skip
    return render(request, f"billing/list.html{'#services' if request.htmx else ''}", page)


def billing_service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """One service: each rule that asks about it, criterion by criterion, computed now."""
    told = _told(request)
    services = Service.objects.select_related("participant", "staff__person").prefetch_related("notes__sign_offs")
    seen = participants_seen(request.membership)
    service = get_object_or_404(services.filter(participant__in=seen.values("pk")), pk=service_id)
    on, pack = today(), PACKS[request.membership.program.pack]
    record_read("service", row=service.pk, subject=service.participant_id, detail=" ".join(told.rules))
    found = {}
    for rule_id in (*told.rules, told.code):
        asked = ask(pack.rule(rule_id), on=on, roots=[service.participant_id])
        answer = next((one for one in asked if one.key == str(service.pk)), None)
        if answer is not None and answer.answer != DOES_NOT_APPLY:
            found[rule_id] = live(answer)
    code = found.pop(told.code, None)
    lines = [line for shown in found.values() for line in shown.lines]
    fits, misfit = fit_of(lines, told)
    needed = [
        line for shown in (*found.values(), *([code] if code else [])) for line in shown.lines if line.needs_someone
    ]
    page = {
        "fixes": [(line, fix) for line in needed if (fix := fix_of(request.membership, service, line))],
        "may_correct": may_correct_billing.allowed(request.membership, service), "note": standing_note(service),
        "is_held": any(shown.is_open for shown in found.values()), "told": history(service, HowBilledForm),
        "service": service, "on": on, "answers": found.values(), "code": code, "codes": codes_in_force(service),
        "fits": fits, "misfit": misfit, "not_should": told.not_should,
    }  # fmt: skip
    return render(request, "billing/service.html", page)


def _told(request: HttpRequest) -> Billing:
    told = billing_of(request.membership)
    if told is None:
        raise Http404("This program's pack does not tell billing apart.")
    return told
