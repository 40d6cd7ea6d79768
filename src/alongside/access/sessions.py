"""Sessions, let alone while the database is away."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

UNAVAILABLE = 503


class Sessions(SessionMiddleware):
    """As Django's; after an outage it does not ask the database once more, for which somebody would wait twice."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Save the session, unless the answer is that nothing can be saved."""
        if response.status_code == UNAVAILABLE:
            return response
        saved: Any = super().process_response(request, response)
        return saved
