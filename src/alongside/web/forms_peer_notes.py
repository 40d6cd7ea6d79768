"""The form of a note where peers work: in which role the service was given, to how many, and what is to pay for it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from alongside.facts.roles import PEER_CREDENTIALS
from alongside.records.models import Funding, IllinoisService, Modality, PlanLine, Role, Service
from alongside.reviews.roles_held import is_dual

from .fields import as_yes_or_no, long_text, one_of, radios, whole_number, within, word, yes_or_no
from .forms_notes import AmendForm, NoteForm, NoteTexts

RolesOn = Callable[[datetime.date], list[str]]
GIVEN = ("role", "funding", "modality", "attendee_count", "is_clinical", "has_clinical_requirements", "has_im_cans")
NO_LINE = "A service no line of the plan is for"
ANY_DAY = "No role of yours is recorded for that day. Leave it open; the note is kept."


def done() -> Any:
    """What was done, asked in words of peer work."""
    return long_text("What was done", "What you did together, and what you saw and heard.", rows=5)


class PeerTexts(NoteTexts):
    """What is written about a service of peers: without the manner of support, which another program's law asks."""

    manner = None
    what_was_done = done()

    @property
    def texts(self) -> dict[str, Any]:
        """The texts of the note."""
        return {name: said for name, said in super().texts.items() if name != "manner"}


class PeerAmendForm(AmendForm):
    """A signed note of peers, written anew."""

    manner = None
    what_was_done = done()

    @property
    def texts(self) -> dict[str, Any]:
        """The texts of the note."""
        return {name: said for name, said in super().texts.items() if name != "manner"}


class PeerNoteForm(NoteForm):
    """A service and the note about it. `roles_on` tells which roles its giver held on a day."""

    manner = activity = repeats = None
    what_was_done = done()
    kind = word("Service", IllinoisService, "Only where no plan line fits. A service the plan does not list is held.")
    role = one_of("In which role did you give it?", [], widget=radios())
    funding = word("Who pays", Funding)
    modality = word("To one person or a group", Modality)
    attendee_count = whole_number("How many took part", "Of a group, all of them.")
    is_clinical = yes_or_no("Did you perform clinical functions?", "You say so; peer work is none.")
    has_clinical_requirements = yes_or_no("Did it meet all clinical requirements of the service?")
    has_im_cans = yes_or_no("Was the IM+CANS used?", "Only for an IATP.")
    field_order = (
        "plan_line", "kind", "role", "served_on", "started_at", "stopped_at", "place", "funding", "modality",
        "attendee_count", "is_clinical", "has_clinical_requirements", "has_im_cans", "what_was_done", "response",
        "purpose", "outcome",
    )  # fmt: skip

    def __init__(self, *args: Any, lines: list[PlanLine], roles_on: RolesOn, **kwargs: Any) -> None:
        super().__init__(*args, lines=lines, **kwargs)
        self.roles_on = roles_on
        self.fields["plan_line"].choices = [
            *((key, line_in_words(line)) for key, line in self.lines.items()), ("", NO_LINE)
        ]  # fmt: skip
        roles = self._offered()
        self.fields["role"].choices = [(role.value, role.label) for role in Role if role in roles]
        if not is_dual(roles):
            del self.fields["has_clinical_requirements"]
        if not set(roles) & set(PEER_CREDENTIALS):
            del self.fields["is_clinical"]
        if not roles:
            del self.fields["role"]
        elif len(roles) == 1:
            self.initial.setdefault("role", roles[0])

    def clean(self) -> dict[str, Any] | None:
        """A role its giver held on the day of the service, and a number that fits one person or a group."""
        cleaned = super().clean()
        found = self.cleaned_data
        role, on = found.get("role"), found.get("served_on")
        if role and on and role not in (held := self.roles_on(on)):
            said = ", ".join(str(Role(one).label) for one in held)
            self.add_error("role", f"That day you were: {said}. Choose one of these." if held else ANY_DAY)
        if found.get("modality") == Modality.INDIVIDUAL and (found.get("attendee_count") or 1) > 1:
            self.add_error("attendee_count", "More than one took part: choose a group, or correct the number.")
        return cleaned

    @property
    def given(self) -> dict[str, Any]:
        """The fields of the service; one person where it was individual. What was not asked is left as it is."""
        given = {name: value for name, value in super().given.items() if name not in ("activity", "repeats")}
        own = {name: self.cleaned_data.get(name) for name in GIVEN if name in self.fields}
        said = {name: None if value == "" else value for name, value in own.items()}
        if said["modality"] == Modality.INDIVIDUAL:
            said["attendee_count"] = 1
        if given["kind"] != IllinoisService.IATP:
            said["has_im_cans"] = None
        return given | said

    @property
    def texts(self) -> dict[str, Any]:
        """The texts of the note, without the manner of support."""
        return {name: said for name, said in super().texts.items() if name != "manner"}

    def _offered(self) -> list[str]:
        """The roles of the day that is typed, where one is; the check says what was wrong with another day."""
        typed = self.data.get("served_on") if self.is_bound else self.initial.get("served_on")
        try:
            on = typed if isinstance(typed, datetime.date) else datetime.date.fromisoformat(str(typed))
            within(on)
        except (ValueError, ValidationError):
            return []
        named = self.data.get("role") if self.is_bound else self.initial.get("role")
        return [*self.roles_on(on), *([named] if named in Role.values else [])]


def line_in_words(line: PlanLine) -> str:
    """A plan line by its service first: that is what is billed."""
    kind = str(line.get_kind_display() if line.kind else "A service")
    return f"{kind}: {line.outcome}" if line.outcome else kind


def given_as_typed(service: Service) -> dict[str, Any]:
    """What the form of a draft starts from, beside what every note has."""
    yes = ("is_clinical", "has_clinical_requirements", "has_im_cans")
    said = {name: getattr(service, name) for name in ("role", "funding", "modality", "attendee_count")}
    return said | {name: as_yes_or_no(getattr(service, name)) for name in yes}
