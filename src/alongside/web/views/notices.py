"""What somebody was told: unread first, each with its reason and the one next step; and how they want to be told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, F, When
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.access.clock import today
from alongside.ledger.events import record_search
from alongside.reviews.answers import fresh
from alongside.reviews.models import Notice, Told
from alongside.reviews.notice_mail import ORDER
from alongside.reviews.notices import Wished, choose_notices, wished_by

from .. import fields
from ..entry import EntryForm, enter
from ..notices import shown_notices

ON_ONE_PAGE = 20
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AT_ONCE = [pair for pair in Told.choices if pair[0] != Told.NOT]
MAIL_SAYS = "An e-mail says how many and whose initials, and leads here. It never says what about."


class NoticeWishForm(EntryForm):
    """How to be told."""

    digest = fields.word("The week: what is open, once a week", Told, MAIL_SAYS)
    digest_weekday = fields.one_of("On which day", [(str(nth), word) for nth, word in enumerate(WEEKDAYS)])
    at_once = fields.one_of(
        "At once: safety, and a clock that runs out today or tomorrow", AT_ONCE, widget=fields.radios()
    )


def notices(request: HttpRequest) -> HttpResponse:
    """The reader's own notices."""
    fresh(today())
    urgency = Case(*(When(kind=kind, then=nth) for nth, kind in enumerate(ORDER)))
    own = _own(request).order_by(F("read_at").desc(nulls_first=True), "-told_on", urgency, "-made_at", "pk")
    paged = Paginator(own, ON_ONE_PAGE).get_page(request.GET.get("page"))
    shown = shown_notices(list(paged), request.membership)
    record_search("notice", found=len(shown), listed=[root for one in shown for root in one.roots])
    page = {"shown": shown, "paged": paged, "unread": own.filter(read_at=None).count()}
    return render(request, "notices/list.html", page)


@require_POST
def read_notice(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Mark one as read."""
    notice = get_object_or_404(_own(request), pk=notice_id)
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=Now())
    return redirect("notices")


@require_POST
def read_all_notices(request: HttpRequest) -> HttpResponse:
    """Mark every one as read."""
    count = _own(request).filter(read_at=None).update(read_at=Now())
    messages.success(request, f"{count} notice{'' if count == 1 else 's'} marked as read.")
    return redirect("notices")


def notice_settings(request: HttpRequest) -> HttpResponse:
    """How the reader wants to be told."""
    actor = request.membership

    def choose(form: Any) -> str:
        given = form.cleaned_data
        now = wished_by([actor.user_id]).get(actor.user_id, Wished())
        wish = Wished(
            given["digest"] or now.digest,
            int(given["digest_weekday"] or now.digest_weekday),
            given["at_once"] or now.at_once,
        )
        choose_notices(actor=actor, wish=wish)
        return reverse("notices")

    wish = wished_by([actor.user_id]).get(actor.user_id, Wished())
    start = {"digest": wish.digest, "digest_weekday": str(wish.digest_weekday), "at_once": wish.at_once}
    page = {"back": reverse("notices"), "email": actor.user.email}
    done = "You are told so from now on."
    return enter(request, NoticeWishForm, choose, template="notices/settings.html", page=page, initial=start, done=done)


def _own(request: HttpRequest) -> Any:
    return Notice.objects.filter(reader=request.user)
