"""Between the request and the view: who is asking, in which program, and whether the page is open to them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from alongside.ledger.events import Act, record

from .authority import acts_today
from .clock import today
from .context import acting
from .models import Membership, User
from .page import Page
from .pages import PAGES
from .policies import NotAllowed
from .roles import SEATS, Role

View = Callable[[HttpRequest], HttpResponse]
IN_USE = "membership"
SINCE = "signed_in_at"
UNKNOWN_PAGE = "This page has not been opened to anyone yet: it is missing from the table of pages."

log = logging.getLogger(__name__)


def no_store(get_response: View) -> View:
    """Keep pages out of every cache, so that the Back button after sign-out shows nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return middleware


def end_old_sessions(get_response: View) -> View:
    """End a session SESSION_LONGEST after sign-in, however busy it is. The idle limit is the cookie's age."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = timezone.now()
            since = request.session.setdefault(SINCE, now.isoformat())
            longest: timedelta = settings.SESSION_LONGEST
            if now - datetime.fromisoformat(since) > longest:
                logout(request)
        return get_response(request)

    return middleware


class EnforcePages:
    """Open each URL to those `pages.py` names, and act in their program while the view runs.

    Views find `request.membership` (None without a role) and `request.memberships`, all those in force today.
    A policy's refusal and a page's refusal look the same: the sentence, with status 403.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        """Answer one request."""
        request.number = uuid4().hex
        request.memberships, request.membership = [], None
        user = request.user if request.user.is_authenticated else None
        with acting(program=None, actor=user, request=request.number, participant=None, is_reviewer=False):
            if user is not None:
                request.memberships = memberships_of(user)
                request.membership = _in_use(request)
            name = _name_of(request)
            return self.get_response(request) if name is None else self._open(request, name)

    def _open(self, request: Any, name: str) -> HttpResponse:
        page = PAGES.get(name)
        if page is None:
            log.error("The URL named %s is missing from alongside/access/pages.py", name)
            return refuse(request, UNKNOWN_PAGE)
        if page.needs_sign_in and not request.user.is_authenticated:
            return _to_sign_in(request)
        if not page.is_about_oneself and lacks_second_factor(request):
            return _to_second_factor(request)
        program = _program(page, request.membership)
        seat = program and request.membership.participant_id
        is_reviewer = bool(program) and request.membership.has_role(Role.STATE_REVIEWER)
        with acting(program=program, participant=seat, is_reviewer=is_reviewer):
            refusal = page.refusal(request.membership)
            return self.get_response(request) if refusal is None else refuse(request, refusal)

    def process_exception(self, request: Any, exception: Exception) -> HttpResponse | None:
        """Turn a policy's refusal into the page that says why. The view's transaction is rolled back by then."""
        return refuse(request, str(exception)) if isinstance(exception, NotAllowed) else None


def enforce_pages(get_response: View) -> EnforcePages:
    """The middleware, under the name the settings list."""
    return EnforcePages(get_response)


def refuse(request: Any, reason: str) -> HttpResponse:
    """Say why not, with status 403, and keep in the ledger that it was tried."""
    name = _name_of(request) or "unknown"
    with transaction.atomic():
        record(Act.REFUSED, "page", row=name, detail=request.method)
    return render(request, "refused.html", {"reason": reason}, status=403)


def _to_sign_in(request: Any) -> HttpResponse:
    """Sign in and come back: to the page a form was sent from, where it is kept, and not to a fragment of the page."""
    request.is_turned_away = True
    if getattr(request, "htmx", False):
        page = request.htmx.current_url_abs_path or "/"
        return HttpResponse(headers={"HX-Redirect": redirect_to_login(page).url})
    return redirect_to_login(request.get_full_path() if request.method in ("GET", "HEAD") else _page_of(request))


def _page_of(request: Any) -> str:
    """The page a form was sent from, where forms are kept: the address it was sent to, if that is where it came from
    (forms are shown again where they were refused). The first page for buttons, which keep nothing."""
    came_from = urlsplit(request.headers.get("Referer", "")).path
    return str(request.path) if came_from == request.path else "/"


def lacks_second_factor(request: Any) -> bool:
    """Whether somebody with a working role has to set up a second factor before anything else is shown."""
    if not settings.STAFF_NEEDS_SECOND_FACTOR or not request.user.is_authenticated:
        return False
    if all(membership.role in SEATS for membership in request.memberships):
        return False
    return not is_mfa_enabled(request.user)


def _to_second_factor(request: Any) -> HttpResponse:
    request.is_turned_away = True
    place = reverse("mfa_activate_totp")
    return HttpResponse(headers={"HX-Redirect": place}) if getattr(request, "htmx", False) else redirect(place)


def memberships_of(user: User) -> list[Membership]:
    """Own memberships in force today, programs loaded. Needs its own transaction: there is no program to act in yet."""
    with transaction.atomic():
        found = list(Membership.objects.current(today()).filter(user=user).select_related("program"))
    return [one for one in found if one.representative_id is None or acts_today(one, today())]


def _in_use(request: Any) -> Membership | None:
    """The membership chosen in the header, else the first. One that ended since is no longer among them."""
    chosen = request.session.get(IN_USE)
    return next((m for m in request.memberships if str(m.pk) == chosen), next(iter(request.memberships), None))


def _program(page: Page, membership: Membership | None) -> Any:
    return None if page.is_about_oneself or membership is None else membership.program_id


def _name_of(request: HttpRequest) -> str | None:
    """The name of the URL asked for, empty where it has none; None where there is no such URL."""
    try:
        return resolve(request.path_info).view_name or ""
    except Resolver404:
        return None
