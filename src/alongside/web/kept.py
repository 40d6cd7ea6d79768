"""What a reader typed on a page and has not sent: kept every few seconds, shown again when the page is opened."""

from __future__ import annotations

import base64
import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.crypto import salted_hmac

from alongside.access.models import Membership
from alongside.access.pages import PAGES

from .models import Draft

LONGEST = 400_000  # characters, as a browser sends them
NOT_KEPT = ("csrfmiddlewaretoken", "page", "token", "password", "press")


@dataclass(frozen=True)
class Kept:
    """The fields as typed, and when they were last kept."""

    fields: QueryDict
    saved_at: datetime.datetime


def kept_for(request: HttpRequest) -> Kept | None:
    """What this reader typed on this page and has not sent."""
    draft = _drafts(request).filter(page=request.path).first()
    return Kept(QueryDict(draft.typed, mutable=True), draft.saved_at) if draft else None


def keep(request: HttpRequest, page: str, fields: QueryDict) -> datetime.datetime:
    """Keep what this reader typed on a page in place of what was kept before; returns when. Raises ValueError with a
    sentence."""
    return keep_for(request.membership, page, fields)


def keep_for(membership: Membership | None, page: str, fields: QueryDict) -> datetime.datetime:
    """The same for whoever acts in this role. Raises ValueError with a sentence."""
    if membership is None or not is_open(membership, page):
        raise ValueError("There is no such page to type on, or it is not open to you.")
    fields = fields.copy()
    for name in NOT_KEPT:
        fields.pop(name, None)
    typed = fields.urlencode()
    if len(typed) > LONGEST:
        raise ValueError(f"This is too long to keep: {len(typed)} characters. Up to {LONGEST} are kept.")
    whose = {"program": membership.program, "user": membership.user}
    draft, _ = Draft.objects.update_or_create(**whose, page=page, defaults={"typed": typed, "saved_at": Now()})
    draft.refresh_from_db(fields=["saved_at"])
    return draft.saved_at


def forget(request: HttpRequest, page: str) -> None:
    """Let go of what was kept for a page: it was sent, or is not wanted."""
    _drafts(request).filter(page=page).delete()


def unsent(request: HttpRequest) -> list[Draft]:
    """Every page of this reader with something typed and not sent, the newest first."""
    return list(_drafts(request).order_by("-saved_at"))


def own_key(request: HttpRequest) -> str:
    """What this user's browser locks its own copies with: 32 bytes that only a signed-in page of theirs carries."""
    key = salted_hmac("alongside.typing", str(request.user.pk), secret=settings.SECRET_KEY, algorithm="sha256")
    return base64.b64encode(key.digest()).decode()


def _drafts(request: HttpRequest) -> QuerySet[Draft]:
    return Draft.objects.filter(program=request.membership.program_id, user=request.user)


def is_open(membership: Membership | None, page: str) -> bool:
    """Whether there is such a page, and it is open to whoever acts in this role."""
    try:
        name = resolve(page).view_name
    except Resolver404:
        return False
    if "\0" in page:
        return False
    return name in PAGES and PAGES[name].refusal(membership) is None
