"""The catalogue: the services and settings of the program, in the words of its source."""

from __future__ import annotations

from collections import defaultdict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.packs import PACKS
from alongside.records.models import Provider

from ..rule_book import older_words


def catalogue(request: HttpRequest) -> HttpResponse:
    """What each service covers and does not, where it is given, and who gives it here."""
    pack = PACKS[request.membership.program.pack]
    found = pack.catalogue
    if found is None:
        raise Http404("This program's pack has no catalogue.")
    of_kind: dict[str | None, list[Provider]] = defaultdict(list)
    for provider in Provider.objects.all():
        of_kind[provider.kind].append(provider)
    services = [
        (entry, [provider for kind in entry.provider_kinds for provider in of_kind[kind]]) for entry in found.services
    ]
    page = {"catalogue": found, "services": services, "older_words": older_words(pack, found.cites)}
    return render(request, "catalogue/catalogue.html", page)
