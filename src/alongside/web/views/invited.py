"""Opening one's seat with a code from a slip: who one is, then a name and a passphrase."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.invitations import MINUTES, may_try, tried_in_vain
from alongside.access.models import User
from alongside.access.sign_in import address_of
from alongside.ledger.events import Act, record
from alongside.records import actions
from alongside.records.models import Invitation
from alongside.records.problems import Problems

IN_HAND = "invitation"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
TOO_OFTEN = f"Too many tries from here. Wait {MINUTES} minutes, then try again. Nothing is lost."
NAME_TAKEN = "Somebody has this name already. Add a number or another word."


class CodeForm(forms.Form):
    """The code on the slip, and a date of birth."""

    code = forms.CharField(
        label="Code from your slip",
        help_text="10 letters and numbers, like 3FK7A-WR9NC.",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": "Type the code from your slip."},
    )
    born_on = forms.DateField(
        label="Date of birth",
        help_text="Your own. If you are a parent or guardian: the one of the person you act for.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"required": "Give the date of birth.", "invalid": "Choose day, month and year."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)


class OpenForm(forms.Form):
    """A name to sign in by, where there is none yet, and a passphrase."""

    sign_in_name = forms.RegexField(
        regex=r"^[A-Za-z][A-Za-z0-9.-]{3,39}$",
        label="Choose a sign-in name",
        help_text="4 letters or more, no spaces. Letters, numbers, dots. Like juniper.h",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={
            "required": "Choose a name.",
            "invalid": "Use at least 4 letters, numbers, dots or hyphens. Begin with a letter.",
        },
    )
    passphrase = forms.CharField(
        label="Choose a passphrase",
        help_text="12 letters or more. Three or four words that only you would put together work well.",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Choose a passphrase."},
    )
    again = forms.CharField(
        label="Type it again",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Type the passphrase once more."},
    )

    def __init__(self, *args: Any, sits_already: bool, name: str, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.name = name
        if sits_already:
            del self.fields["sign_in_name"]

    def clean(self) -> dict[str, Any]:
        """The two passphrases are one, and it is not easily guessed."""
        given: dict[str, Any] = super().clean() or {}
        passphrase, name = given.get("passphrase"), given.get("sign_in_name")
        if passphrase and given.get("again") and passphrase != given["again"]:
            self.add_error("again", "The two are not the same. Type it once more.")
        if passphrase:
            try:
                validate_password(passphrase, User(sign_in_name=name or None, name=self.name))
            except ValidationError as weak:
                self.add_error("passphrase", weak)
        return given


def invited(request: HttpRequest) -> HttpResponse:
    """Type the code and the date of birth."""
    if request.user.is_authenticated:
        return render(request, "seat/signed_in_already.html")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "seat/invited.html", {"form": form}, status=422 if form.errors else 200)
    if not may_try(address_of(request)):
        form.add_error(None, TOO_OFTEN)
        return render(request, "seat/invited.html", {"form": form}, status=429)
    try:
        invitation = actions.code_tried(
            code=form.cleaned_data["code"], born_on=form.cleaned_data["born_on"], on=today()
        )
    except actions.CodeRefused as refused:
        tried_in_vain(address_of(request))
        record(Act.REFUSED, "invitation", detail=f"code tried from {address_of(request)}")
        form.add_error(None, str(refused))
        return render(request, "seat/invited.html", {"form": form}, status=422)
    request.session.cycle_key()
    request.session[IN_HAND] = [str(invitation.program_id), str(invitation.pk)]
    return redirect("open_seat")


def open_seat(request: HttpRequest) -> HttpResponse:
    """Choose a name and a passphrase, and sit down."""
    invitation = _in_hand(request)
    if invitation is None or request.user.is_authenticated:
        return redirect("invited")
    with acting(program=invitation.program_id):
        former = actions.former_seat(invitation)
        page = {"invitation": invitation, "former": former and former.user, "program": invitation.program.name}
        name = (invitation.representative or invitation.participant).name or ""
    form = OpenForm(request.POST if request.method == "POST" else None, sits_already=former is not None, name=name)
    if request.method == "POST" and form.is_valid():
        user = _opened(request, invitation, form)
        if user is not None:
            request.session.pop(IN_HAND, None)
            login(request, user, backend=BACKEND)
            return redirect("seat")
    return render(request, "seat/open.html", {**page, "form": form}, status=422 if form.errors else 200)


def _opened(request: HttpRequest, invitation: Invitation, form: OpenForm) -> User | None:
    given = form.cleaned_data
    name = given.get("sign_in_name", "").lower()
    try:
        return actions.open_seat(
            invitation=invitation, sign_in_name=name, passphrase=given["passphrase"], at=timezone.now(), on=today()
        )
    except Problems as refused:
        for problem in refused.problems:
            is_name = problem.field == "sign_in_name"
            form.add_error("sign_in_name" if is_name else None, NAME_TAKEN if is_name else problem.fix)
        return None


def _in_hand(request: HttpRequest) -> Invitation | None:
    held = request.session.get(IN_HAND)
    if not held:
        return None
    program, invitation = (UUID(key) for key in held)
    return actions.still_opens(program_id=program, invitation_id=invitation, on=today())
