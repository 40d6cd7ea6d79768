"""A page where something is entered. What was typed is kept, taken once, and never lost to somebody else's change.

A view says which form, and what to do with it:

    return enter(request, ScreenForm, record, template="enrollment/screen.html", page={"person": person})

`record` gets the form's values and does one action of `records.actions`; it returns the address to go to. What the
action refuses (`Problems`) stands beside the fields; what somebody else changed meanwhile (`Conflict`) is shown with
both texts, and saving again decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from alongside.facts.contract import LABELS
from alongside.law import said
from alongside.records.problems import Conflict, Problem, Problems

from .giving_way import trying_again
from .kept import forget, kept_for
from .models import Submission

Values = dict[str, Any]
REDRAW = "redraw"
UNSENT = "Nothing was saved yet: look at what is marked below."


class EntryForm(forms.Form):
    """Fields of a record. `token` lets it be taken once; `version` is that of the record as it was read."""

    token = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    required_css_class = "required"
    column_labels: ClassVar[Mapping[str, str]] = {}  # what columns are called that are no field of the form

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    @property
    def values(self) -> Values:
        """What was entered, blank text as nothing, without the token and the version."""
        entered = self.cleaned_data.items()
        return {name: (None if value == "" else value) for name, value in entered if name not in ("token", "version")}

    @property
    def read_version(self) -> int:
        """The version of the record the reader saw; 0 where there was none."""
        return self.cleaned_data.get("version") or 0

    @property
    def wrong(self) -> list[tuple[str, str, str]]:
        """Every problem: the id of its field (empty where it has none), the field's label, the sentence."""
        found = [("", "", sentence) for sentence in self.non_field_errors()]
        for field in self.visible_fields():
            found += [(field.auto_id, field.label, sentence) for sentence in field.errors]
        return found

    def called(self, column: str) -> str:
        """The label a reader knows a column by."""
        field = self.fields.get(column)
        return str(field.label or column) if field else self.column_labels.get(column, column.replace("_", " "))

    def show_as_typed(self) -> None:
        """Show what was typed without judging it: a form that was kept and not sent."""
        self._errors = ErrorDict()

    def refuse(self, problems: Problems) -> None:
        """Put what an action refused beside the field it is about."""
        for problem in problems.problems:
            name = problem.field if problem.field in self.fields else None
            self.add_error(name, sentence(problem))

    is_reshaped = False  # only rows were added or taken away: shown again, nothing sent

    def meet(self, conflict: Conflict) -> list[dict[str, str]]:
        """Both texts of what somebody else changed meanwhile; the next save decides."""
        shown = clashes(self, conflict)
        self.take_version(conflict.record.version)
        return shown

    def take_version(self, version: int) -> None:
        """Save over this version next: the reader has now seen both texts."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(version)


def sentence(problem: Problem) -> str:
    """A problem as one or two sentences."""
    found = said(problem.found, LABELS)
    return f"Found {found}; expected {problem.expected}. {problem.fix}"


Act = Callable[[Any], str]


def enter(
    request: HttpRequest,
    form: type[EntryForm] | Callable[..., EntryForm],
    act: Act,
    *,
    template: str,
    page: Mapping[str, Any] | None = None,
    initial: Values | None = None,
    done: str = "",
) -> HttpResponse:
    """Show the form, or do the act with what was entered and go where it says. `done` is told on the next page.

    A button of the name `redraw` shows the form as typed and does nothing: one more row, the questions of a choice.
    `act` gets the valid form. The template finds `form`, `kept` (what was typed and not sent), and `clashes`.
    """
    if request.method != "POST":
        return render(request, template, {**(page or {}), **_opened(request, form, initial or {})})
    filled = form(request.POST, request.FILES or None, initial=initial or {})
    if REDRAW in request.POST:
        filled.show_as_typed()
        return render(request, template, {**(page or {}), "form": filled})
    context: dict[str, Any] = {**(page or {}), "form": filled}
    if filled.is_reshaped:
        return render(request, template, context)
    if filled.is_valid():
        token: UUID = filled.cleaned_data["token"] or uuid4()
        if (before := _taken(request, token)) is not None:
            return before
        try:
            led_to = trying_again(lambda: _done(act, filled, token), request)
        except Problems as problems:
            filled.refuse(problems)
        except Conflict as conflict:
            context["clashes"] = filled.meet(conflict)
        else:
            forget(request, request.path)
            if done:
                messages.success(request, done)
            return _go(request, led_to)
        Submission.objects.filter(pk=token).delete()
    return render(request, template, context, status=422)


def _done(act: Act, filled: EntryForm, token: UUID) -> str:
    with transaction.atomic():
        led_to = act(filled)
        Submission.objects.filter(pk=token).update(led_to=led_to)
    return led_to


def clashes(form: EntryForm, conflict: Conflict) -> list[dict[str, str]]:
    """The fields two people wrote at once, each with the field's label and both texts, in words."""
    return [
        {
            "label": form.called(clash.field),
            "theirs": said(clash.theirs, LABELS),
            "yours": said(clash.yours, LABELS),
        }
        for clash in conflict.clashes
        if not clash.is_same
    ]


def _opened(request: HttpRequest, form: Callable[..., EntryForm], initial: Values) -> dict[str, Any]:
    fresh = {**initial, "token": uuid4()}
    kept = kept_for(request)
    if kept is None:
        return {"form": form(initial=fresh)}
    kept.fields["token"] = str(fresh["token"])
    shown = form(kept.fields, initial=fresh)
    shown.show_as_typed()
    return {"form": shown, "kept": kept}


def _taken(request: HttpRequest, token: UUID) -> HttpResponse | None:
    """Claim the token; where it was claimed before, go where the form led then. Two at once wait for each other."""
    try:
        with transaction.atomic():
            whose = {"program": request.membership.program, "user": request.user}
            Submission.objects.create(token=token, **whose)
    except IntegrityError:
        before = Submission.objects.filter(pk=token).first()
        return _go(request, before.led_to if before and before.led_to else request.path)
    return None


def _go(request: HttpRequest, address: str) -> HttpResponse:
    if getattr(request, "htmx", False):
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address) if address else redirect("home")
