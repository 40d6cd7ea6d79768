"""Pages about what a program's law does not know: an Illinois agency has no biennial monitoring. They are not found."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.views.defaults import page_not_found

from alongside.access.middleware import View
from alongside.packs.pack import NoRule
from alongside.reviews.oversights import NoOversight

log = logging.getLogger(__name__)


class NotOfThisLaw:
    """Answer 404 where a view asks for a rule or a review that the program's pack does not have."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Not found; nothing of what the view wrote stays."""
        if not isinstance(exception, NoRule | NoOversight):
            return None
        log.warning("Not of this law: %s", exception)
        return page_not_found(request, exception)
