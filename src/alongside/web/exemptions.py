"""A request for an exemption: what the rule says of it while it is written, and the e-mail that is sent."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from alongside.facts.world import World
from alongside.packs.asking import ask
from alongside.records.models import Exemption, StaffMember, Topic
from alongside.records.snapshots.wording import day
from alongside.reviews.ask import choices, pack_in_context

from .forms_exemptions import AskForm
from .shown import Shown, live
from .training import EXEMPTION

MAILBOX = "DHSDCTSCRS@dhs.wisconsin.gov"
GRANTED = "TRN-3.granted"


@dataclass(frozen=True)
class Letter:
    """The e-mail to the Division, to copy or to open in the program's own mail."""

    to: str
    subject: str
    body: str

    @property
    def address(self) -> str:
        """What opens it in the reader's mail program."""
        return f"mailto:{self.to}?subject={quote(self.subject)}&body={quote(self.body)}"


def tests_of(form: AskForm, member: StaffMember, *, on: datetime.date) -> Shown | None:
    """What the rule's tests say of what is typed, were it sent today. Without a topic, as if it were for any."""
    form.full_clean()
    said = form.cleaned_data
    row: dict[str, Any] = {
        "exemption_id": "typed",
        "staff_id": str(member.pk),
        "topic": next(iter(form.asked), Topic.UPDATES.value),
        "requested_on": on,
        "completed_on": said.get("completed_on"),
        "is_duplicative": said.get("is_duplicative"),
        "rule_citation": said.get("rule_citation") or None,
        "is_documented": True if said.get("file") else None,
    }
    world = World({"staff": [{"staff_id": str(member.pk), "staff_number": member.staff_number}], "exemption": [row]})
    rule = pack_in_context().rule(EXEMPTION)
    answers = [live(answer) for answer in ask(rule, world, on=on, choices=dict(choices()))]
    return answers[0] if answers else None


def letter_of(member: StaffMember, requests: Sequence[Exemption], program: str) -> Letter:
    """The e-mail that asks for these requests together."""
    hours = sum((one.hours for one in requests if one.hours), Decimal(0))
    lines = [
        f"- {one.get_topic_display()}: {one.hours.normalize():f} hours" if one.hours else f"- {one.get_topic_display()}"
        for one in requests
    ]
    rules = ", ".join(dict.fromkeys(one.rule_citation for one in requests if one.rule_citation)) or "[name the rule]"
    ends = sorted({one.completed_on for one in requests if one.completed_on})
    ended = " and ".join(day(one) for one in ends) or "[name the day]"
    provider = member.provider.name if member.provider else "[name the employer]"
    started = day(member.started_on) if member.started_on else "[name the day]"
    body = (
        f"To the Division of Care and Treatment Services\n\n{program} asks for an exemption from part of the "
        f"orientation training for Community Recovery Services.\n\nStaff member: {member.name}\nEmployer: {provider}\n"
        f"First day of employment: {started}\n\nThe same training was completed under {rules}, ended {ended}:\n"
        + "\n".join(lines)
        + f"\nIn all: {hours.normalize():f} hours.\n\nThe documentation is attached. Please tell us what you decide.\n"
    )
    return Letter(MAILBOX, f"CRS orientation training: exemption asked for {member.name}", body)
