"""The rule book: the rules by topic, and each rule as a page."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.facts.tables import TABLES
from alongside.law import Rule
from alongside.ledger.events import record_search
from alongside.packs import PACKS, pack_of
from alongside.packs.book import asked
from alongside.packs.library import documents_of
from alongside.reviews.answers import fresh
from alongside.reviews.scope import answers_seen

from ..questions import asked_in
from ..rule_book import each, older_words, readings, topics
from ..touched import ON_ONE_PAGE, by_answer, people, rows_with
from ..worked import worked


def rules(request: HttpRequest) -> HttpResponse:
    """Every rule of the program's pack, by topic; without a program, of every pack."""
    membership = request.membership
    packs = [PACKS[membership.program.pack]] if membership else list(PACKS.values())
    return render(request, "rules/list.html", {"books": [(pack, topics(pack)) for pack in packs]})


def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """One rule: its words, readings, open questions and worked cases, and who it touches now."""
    try:
        pack = pack_of(rule_id)
    except KeyError:
        raise Http404(f"No rule {rule_id}") from None
    found = pack.rule(rule_id)
    if request.htmx:
        return render(request, "rules/rule.html#touched", {"rule": found, **_touched(request, found)})
    page = {
        "pack": pack,
        "rule": found,
        "source": found.cite.source,
        "asks": [(criterion, asked(criterion)) for criterion in found.criteria],
        "readings": readings(found, request.membership),
        "documents": documents_of(pack, found),
        "asked_in": asked_in(found),
        "earlier": list(found.versions())[1:],
        "cases": worked(pack, found.id),
        "older_words": older_words(pack, [found.cite, *(cite for c in found.criteria for cite in c.cites)]),
        "about": each(TABLES[found.about.name].sentence),
    }
    return render(request, "rules/rule.html", page | _touched(request, found))


def _touched(request: HttpRequest, rule: Rule) -> dict[str, Any]:
    """Whom the rule touches among the people the reader may see; nothing for a reader who sees none."""
    if (
        request.membership is None
        or request.membership.is_seat
        or PACKS[request.membership.program.pack].rules.count(rule) == 0
    ):
        return {}
    fresh(today())
    answers = answers_seen(request.membership)
    counts = by_answer(answers, rule.id)
    chosen = request.GET.get("answer", "")
    if chosen not in dict(counts):
        return {"counts": counts}
    paged = Paginator(rows_with(answers, rule.id, chosen), ON_ONE_PAGE).get_page(request.GET.get("page"))
    record_search(rule.about.name, found=len(paged), listed=[row.root for row in paged])
    return {"counts": counts, "chosen": chosen, "paged": paged, "people": people(paged)}
