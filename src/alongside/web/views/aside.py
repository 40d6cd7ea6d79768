"""Taking one answer off Today with a reason, and putting it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.access.clock import today
from alongside.access.policies import may_set_aside
from alongside.ledger.events import record_read
from alongside.reviews import actions
from alongside.reviews.answers import fresh
from alongside.reviews.models import Answer
from alongside.reviews.scope import answers_seen

from ..entry import EntryForm, enter
from ..fields import long_text
from ..needs_names import names_of
from ..shown import stored


class SetAsideForm(EntryForm):
    """Why the answer need not be looked at again."""

    reason = long_text("Why?", "Everyone who sees the answer can read it.", rows=3)


def set_aside(request: HttpRequest, rule_id: str, key: UUID) -> HttpResponse:
    """Say why an answer is set aside. It comes back by itself when its reasons change."""
    fresh(today())
    row = _answer(request, rule_id, key)
    record_read(row.about, row=row.key, subject=row.root, detail=rule_id)
    person, _ = names_of([row])[row.root]

    def act(form: Any) -> str:
        actions.set_aside(answer=row, reason=form.cleaned_data["reason"], by=request.user)
        return reverse("home")

    back = reverse("why", args=[rule_id, key])
    page = {"shown": stored(row), "person": person, "back": back, "button": "Set aside"}
    done = f"{row.name} for {person} is set aside. It stands folded at the end of this page."
    return enter(request, SetAsideForm, act, template="today/set_aside.html", page=page, done=done)


@require_POST
def bring_back(request: HttpRequest, rule_id: str, key: UUID) -> HttpResponse:
    """Put an answer back among what needs someone."""
    row = _answer(request, rule_id, key)
    actions.bring_back(answer=row, by=request.user)
    messages.success(request, f"{row.name} for {names_of([row])[row.root][0]} is back among what needs someone.")
    return redirect("home")


def _answer(request: HttpRequest, rule_id: str, key: UUID) -> Answer:
    row = get_object_or_404(answers_seen(request.membership), rule=rule_id, key=key)
    may_set_aside(request.membership, row)
    return row
