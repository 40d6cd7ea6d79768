"""How we read the rules: every reading, what another choice would change, and choosing one with a reason."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies_of_readings import may_choose_reading
from alongside.law import Reading
from alongside.packs import PACKS
from alongside.records.problems import Problems, nothing
from alongside.reviews import actions
from alongside.reviews.readings import what_would_change

from .. import fields
from ..entry import EntryForm, enter
from ..readings import ShownReading, readings_of

WHO_SAID_SO = "For example who at the state said so, and when. Everyone who reads the answers can see it."


class ReadingForm(EntryForm):
    """Which choice of a reading, and why."""

    choice = fields.one_of("We read it so", [])
    reason = fields.long_text("Why?", WHO_SAID_SO, rows=3)

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(word, said) for word, said in reading.choices.items()]
        self.fields["choice"] = fields.one_of("We read it so", choices, widget=fields.radios())


def readings(request: HttpRequest) -> HttpResponse:
    """Every numbered reading of the program's pack."""
    pack = PACKS[request.membership.program.pack]
    page = {
        "pack": pack,
        "shown": readings_of(pack),
        "may_choose": may_choose_reading.allowed(request.membership, request.membership.program),
    }
    return render(request, "readings/list.html", page)


def choose_reading(request: HttpRequest, reading_id: str) -> HttpResponse:
    """What each choice would change today, and the form to choose by."""
    program = request.membership.program
    may_choose_reading(request.membership, program)
    shown = _shown(request, reading_id)
    looked_at = _choice(request, shown)

    def choose(form: Any) -> str:
        choice, reason = form.cleaned_data["choice"], form.cleaned_data["reason"]
        if not choice or not reason.strip():
            raise Problems([nothing(name) for name in ("choice", "reason") if not form.cleaned_data[name].strip()])
        actions.choose_reading(program=program, reading=reading_id, choice=choice, reason=reason, by=request.user)
        return f"{reverse('readings')}#{reading_id}"

    page = {"shown": shown, "back": f"{reverse('readings')}#{reading_id}", "button": "Read it so from now on"}
    page |= _would_change(shown, looked_at)
    done = f"“{shown.reading.title}” is read so from now on. Every answer that rests on it is made anew."
    make: Any = partial(ReadingForm, reading=shown.reading)
    start = {"choice": looked_at}
    return enter(request, make, choose, template="readings/choose.html", page=page, initial=start, done=done)


def reading_would_change(request: HttpRequest, reading_id: str) -> HttpResponse:
    """The fragment: what one choice would change today."""
    may_choose_reading(request.membership, request.membership.program)
    shown = _shown(request, reading_id)
    return render(request, "readings/choose.html#changes", _would_change(shown, _choice(request, shown)))


def _shown(request: HttpRequest, reading_id: str) -> ShownReading:
    pack = PACKS[request.membership.program.pack]
    found = next((one for one in readings_of(pack) if one.reading.id == reading_id and one.others), None)
    if found is None:
        raise Http404("There is no such reading, or nothing to choose.")
    return found


def _choice(request: HttpRequest, shown: ShownReading) -> str:
    asked = request.POST.get("choice") or request.GET.get("choice") or ""
    return asked if asked in shown.reading.choices else shown.others[0]


def _would_change(shown: ShownReading, choice: str) -> dict[str, Any]:
    found = [] if choice == shown.in_force else what_would_change(shown.reading.id, choice, on=today())
    return {
        "looked_at": shown.reading.choices[choice],
        "is_in_force": choice == shown.in_force,
        "found": found,
        "count": sum(one.count for one in found),
        "asked": sum(one.asked for one in found),
    }
