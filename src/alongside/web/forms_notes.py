"""The forms of notes: writing one, amending it, moving it, saying something to it."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from alongside.law import said
from alongside.records.models import Activity, Manner, PlanLine, ProgressNote, Repeats, ServiceKind

from .entry import EntryForm
from .fields import day, long_text, one_of, radios, short_text, time_of_day, word

NO_LINE = "Another service, or none of these"
TEXTS = ("what_was_done", "manner", "response", "purpose", "outcome")


class NoteTexts(EntryForm):
    """What is written about a service."""

    manner = word(
        "How you supported", Manner, "Training: you taught it. Cueing: you reminded. Supervision: you watched."
    )
    what_was_done = long_text(
        "What was done", "What was taught, cued or supervised, and what the participant did.", rows=5
    )
    response = long_text("How the participant responded", "What you saw and heard.", rows=3)
    purpose = long_text("Why it was done", "Its purpose, in a sentence.", rows=2)
    outcome = short_text("Outcome of the plan it works toward", "Taken from the plan line where you choose one.")

    @property
    def texts(self) -> dict[str, Any]:
        """The texts of the note."""
        return {name: self.cleaned_data.get(name) or None for name in TEXTS}


class NoteForm(NoteTexts):
    """A service and the note about it. `lines` are the plan lines to choose from."""

    plan_line = one_of("Plan line", [], "What the plan authorizes, and the outcome it works toward.", widget=radios())
    kind = word("Service", ServiceKind, "Only where no plan line fits: which of the three services it was.")
    served_on = day("Day")
    started_at = time_of_day("Began")
    stopped_at = time_of_day("Ended")
    place = short_text("Place", "For example home, library, or by telephone.")
    activity = word("Which activity", Activity, "From the state page’s lists. You may leave it open.")
    repeats = word(
        "Did another service cover the same time?", Repeats, "Personal care or a ride that something else pays for."
    )
    field_order = ("plan_line", "kind", "served_on", "started_at", "stopped_at", "place", "activity", *TEXTS, "repeats")

    def __init__(self, *args: Any, lines: list[PlanLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {str(line.pk): line for line in lines}
        self.fields["plan_line"].choices = [
            *((key, label_of(line)) for key, line in self.lines.items()), ("", NO_LINE)
        ]  # fmt: skip

    @property
    def line(self) -> PlanLine | None:
        """The plan line chosen."""
        return self.lines.get(self.cleaned_data.get("plan_line", ""))

    @property
    def given(self) -> dict[str, Any]:
        """The fields of the service. The chosen plan line says which service it is."""
        found = self.cleaned_data
        on, line = found.get("served_on"), self.line
        began, ended = (_moment(on, found.get(name)) for name in ("started_at", "stopped_at"))
        if began and ended and ended < began:
            ended += datetime.timedelta(days=1)  # past midnight
        return {
            "plan_line": line,
            "kind": line.kind if line else found.get("kind") or None,
            "served_on": on,
            "started_at": began,
            "stopped_at": ended,
            **{name: found.get(name) or None for name in ("place", "activity", "repeats")},
        }

    @property
    def texts(self) -> dict[str, Any]:
        """The texts of the note; the outcome is the plan line's where one was chosen."""
        return super().texts | ({"outcome": self.line.outcome} if self.line and self.line.outcome else {})


class AmendForm(NoteTexts):
    """A signed note, written anew, with the reason."""

    amended_reason = short_text("Why you amend it", "It is kept with both texts.")
    field_order = ("amended_reason", *TEXTS)


class MoveForm(EntryForm):
    """Whose note it is."""

    to = one_of("Whose note it is", [], widget=radios())
    moved_reason = short_text("Why it is moved", "It is kept on both sides.")

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = people


def label_of(line: PlanLine) -> str:
    """A plan line in a few words: its outcome, which service it is, and from when to when."""
    kind = line.get_kind_display() if line.kind else "A service"
    until = f", until {said(line.ends_on)}" if line.ends_on else ""
    return f"{line.outcome or 'No outcome written'} ({kind}{until})"


def as_typed(note: ProgressNote) -> dict[str, Any]:
    """What the form of a draft starts from."""
    service = note.service
    local = {
        name: timezone.localtime(at).time() if (at := getattr(service, name)) else None
        for name in ("started_at", "stopped_at")
    }
    held = {name: getattr(service, name) for name in ("kind", "served_on", "place", "activity", "repeats")}
    texts = {name: getattr(note, name) for name in TEXTS}
    return {"version": note.version, "plan_line": str(service.plan_line_id or ""), **held, **local, **texts}


def _moment(on: datetime.date | None, at: datetime.time | None) -> datetime.datetime | None:
    if on is None or at is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(on, at))
