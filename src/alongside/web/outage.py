"""When the database is away: one plain page, and whatever was being sent goes along on it, to be sent again.

What was sent may have been taken before the answer got lost. The form's token settles it: sent again, a form that was
taken leads to where it led, and one that was not is taken now.
"""

from __future__ import annotations

import sys
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

from .giving_way import GIVE_WAY

RETRY_AFTER_SECONDS = 10
SIGN_IN = "/account/"  # what is sent there is secret
AWAY = ("08", "57", "53", "58")  # by class: the line, the operator, no room on the disk, the system beneath it
QUERY_CANCELED = "57014"


def went_wrong(request: HttpRequest) -> HttpResponse:
    """The page for a fault: an outage of the database is told apart from everything else. Reads no database."""
    fault = sys.exc_info()[1]
    return unavailable(request) if is_outage(fault) else server_error(request)


def is_outage(fault: BaseException | None) -> bool:
    """Whether the database is away, went away, or has no room, as opposed to a statement it refused or that ran too
    long. One that gave way to others again and again may be sent again too."""
    if not isinstance(fault, OperationalError | InterfaceError):
        return False
    state = getattr(fault.__cause__, "sqlstate", None)
    return state is None or ((state[:2] in AWAY or state in GIVE_WAY) and state != QUERY_CANCELED)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Status 503: what happened, what it means for what was typed, and how to go on."""
    fields, was_whole = _typed(request)
    said = {
        "is_sent": request.method == "POST", "fields": fields, "may_be_sent_again": was_whole and bool(fields),
        "address": request.get_full_path(),
    }  # fmt: skip
    page = render_to_string("503.html", said)
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})


def _typed(request: HttpRequest) -> tuple[list[tuple[str, str]], bool]:
    """Every field that was sent, in order, and whether that was all: neither a file nor a secret goes along."""
    if request.method != "POST" or request.path.startswith(SIGN_IN):
        return [], False
    try:
        posted: Any = request.POST
        has_files = any(request.FILES.values())
    except Exception:  # cut short on its way: what did arrive cannot be told from what did not
        return [], False
    fields = [(name, value) for name, values in posted.lists() for value in values]
    return fields, not has_files
