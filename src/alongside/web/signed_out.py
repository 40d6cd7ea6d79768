"""A form sent after its session ended is not lost: it is kept for whoever typed it, who signs in and finds it there.

Nobody else ever sees it: it is kept as their own typing, and who signs in as somebody else finds the page without it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse

from alongside.access.context import acting
from alongside.access.ended import before_it_ends, ran_out, role_of

from .kept import keep_for

View = Callable[[HttpRequest], HttpResponse]
SIGN_IN = "/account/"  # what is sent there is secret
KEPT = "You were signed out before this was taken. Sign in again: what you typed is kept, and shown to you only."


def keep_what_was_sent(get_response: View) -> View:
    """Keep the fields of a form whose sender was turned away to sign in, or to set up a second factor first."""

    def middleware(request: Any) -> HttpResponse:
        if request.method != "POST" or request.path.startswith(SIGN_IN):
            return get_response(request)
        who = before_it_ends(request)
        response = get_response(request)
        if getattr(request, "is_turned_away", False):
            _keep(request, who or ran_out(request))
        return response

    return middleware


def _keep(request: Any, who: Any) -> None:
    if who is None or not _comes_from_here(request):
        return
    role = role_of(*who)
    if role is None:
        return
    is_typing = request.path == reverse("keep_typed")
    page = request.POST.get("page", "") if is_typing else request.path
    with acting(program=role.program_id, actor=role.user, participant=role.participant_id), transaction.atomic():
        try:
            keep_for(role, page, request.POST)
        except ValueError:  # a page that is not theirs, or more than is kept: then there is nothing to promise
            return
    if not is_typing:
        messages.info(request, KEPT)


def _comes_from_here(request: Any) -> bool:
    """Whether a page of ours sent it: the check every form passes before it is taken."""
    request.csrf_processing_done = False
    return CsrfViewMiddleware(lambda _: HttpResponse()).process_view(request, None, (), {}) is None
