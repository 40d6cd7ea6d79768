"""Sessions, let alone while the database is away."""

from __future__ import annotations

from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

UNAVAILABLE = 503


class Sessions(SessionMiddleware):
    """As Django's; after an outage it does not ask the database once more, for which somebody would wait twice."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Save the session, unless the answer is that nothing can be saved. Raises OperationalError where the
        database went away just now: Django would take that for a session that was ended, and answer 400."""
        if response.status_code == UNAVAILABLE:
            return response
        try:
            saved: HttpResponse = super().process_response(request, response)
        except SessionInterrupted as interrupted:
            if (fault := _outage_behind(interrupted)) is not None:
                raise fault from fault.__cause__
            raise
        return saved


def _outage_behind(fault: BaseException | None) -> OperationalError | None:
    while fault is not None and not isinstance(fault, OperationalError):
        fault = fault.__context__
    return fault
