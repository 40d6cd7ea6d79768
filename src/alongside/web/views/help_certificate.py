"""The way to a certificate: what each credential asks, as each source says it, and the days an application leaves."""

from __future__ import annotations

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.facts.roles import ROLES
from alongside.packs.illinois_peer import credential_path as way

from .. import questions

FIRST_YEAR, LAST_YEAR = 1990, 2190


def help_certificate(request: HttpRequest) -> HttpResponse:
    """Every ask of one credential, part by part; where sources differ, each number with its source."""
    kind = request.GET.get("credential", "")
    kind = kind if kind in way.CREDENTIALS else way.CREDENTIALS[0]
    opened_on = _day(request.GET.get("opened_on", ""))
    page = {
        "credential": kind,
        "credentials": {one: ROLES[one] for one in way.CREDENTIALS},
        "parts": [(title, way.path(kind, part)) for part, title in way.PARTS.items()],
        "opened_on": opened_on,
        "is_not_a_day": bool(request.GET.get("opened_on")) and opened_on is None,
        "open_until": opened_on and way.application_open_until(opened_on),
        "is_past": opened_on is not None and way.application_open_until(opened_on) < today(),
        "a_year": way.OPEN_A_YEAR,
        "one_month": way.ONE_MONTH,
        "least_duties": way.LEAST_DUTIES,
        "orientation": way.ORIENTATION,
        "is_over": way.ORIENTATION.held_on < today(),
        "program": questions.PROGRAM,
        "is_own": request.membership.program.pack == questions.PACK,
    }
    return render(request, "questions/certificate.html", page)


def _day(text: str) -> datetime.date | None:
    """The day that was typed, if it is one an application can have."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
