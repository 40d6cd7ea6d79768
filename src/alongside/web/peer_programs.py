"""Pages that only programs of peer workers in Illinois have. Another program has none of them: not found."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from alongside.access.models import Membership
from alongside.records.models import IllinoisService, ServiceKind

from .questions import PACK, PROGRAM


def is_of_peers(membership: Membership) -> bool:
    """Whether the program acted in works under the Illinois pack."""
    return bool(membership.program.pack == PACK)


def service_kinds(membership: Membership) -> type[ServiceKind] | type[IllinoisService]:
    """The services a program gives: those its pack speaks of."""
    return IllinoisService if is_of_peers(membership) else ServiceKind


def of_peers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of such programs alone."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_of_peers(request.membership):
            raise Http404(f"This page belongs to programs under: {PROGRAM}.")
        return view(request, *args, **kwargs)

    return shown
