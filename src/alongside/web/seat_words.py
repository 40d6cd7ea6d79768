"""The form in which participants write words of their own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from alongside.records.models import ProgressNote, Representative, ServicePlan

from .entry import EntryForm
from .fields import long_text, one_of
from .seat import Seat

IN_GENERAL = "In general"
NOTES_OFFERED = 20


class OwnWordsForm(EntryForm):
    """What it is about, the words, and whether whoever acts for the participant may read them too."""

    about = one_of("What is it about?", [])
    words = long_text("Your words", "Write as you speak. Staff can read it. Nobody can change it.", rows=5)
    is_shown_to_representative = forms.BooleanField(label="", required=False)

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", IN_GENERAL)]
        if seat.plan is not None:
            choices.append((f"plan:{seat.plan.pk}", f"{seat.my} plan and goals"))
        for note in seat.notes[:NOTES_OFFERED]:
            choices.append((f"note:{note.pk}", f"The note of {note.service.served_on:%B} {note.service.served_on.day}"))
        self.fields["about"].choices = choices  # type: ignore[attr-defined]
        acting = Representative.objects.current(seat.on).filter(participant=seat.participant) if seat.is_own else []
        names = ", ".join(str(one.name) for one in acting)
        if names:
            self.fields["is_shown_to_representative"].label = f"{names} may read this too"
        else:
            del self.fields["is_shown_to_representative"]


def about(chosen: str) -> dict[str, Any]:
    """What the words are about, as the action takes it. The form has made sure that it is one of those offered."""
    kind, _, key = chosen.partition(":")
    if kind == "plan":
        return {"service_plan": ServicePlan.objects.get(pk=UUID(key))}
    if kind == "note":
        return {"progress_note": ProgressNote.objects.get(pk=UUID(key))}
    return {}
