"""What is known of somebody who comes back: an enrollment starts from it instead of from nothing."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from alongside.access.models import Membership
from alongside.access.pages import PAGES
from alongside.records.models import Participant

from .templatetags.components import day


@dataclass(frozen=True)
class Known:
    """One thing on record, with where it is opened; the address is empty where it has no page of its own."""

    heading: str
    text: str
    address: str = ""
    words: str = ""


def known_before(person: Participant, actor: Membership) -> list[Known]:
    """The last plan, support plan, home and discharge summary, where there are any."""
    found = []
    plan = person.service_plans.prefetch_related("lines").first()
    if plan is not None:
        lines = "\n".join(line.outcome or line.get_kind_display() or "" for line in plan.lines.all())
        text = "\n".join(filter(None, (plan.goals, lines))) or "Recorded without its text."
        address, words = _page("plans", person, actor)
        found.append(
            Known(f"Service plan of {day(plan.completed_on)}", text, address, words and "Begin from this plan")
        )
    support = person.support_plans.first()
    if support is not None:
        text = "\n".join(filter(None, (support.what_helps, support.how_to_step_in))) or "Recorded without its text."
        address, words = _page("plans", person, actor)
        found.append(Known(f"Support plan of {day(support.completed_on)}", text, address, words and "Open the plans"))
    home = person.residences.first()
    if home is not None:
        until = f"until {day(home.ends_on)}" if home.ends_on else "with no end on record: it counts as where they live"
        text = ", ".join(filter(None, (home.get_setting_display(), home.address, until)))
        address, words = _page("add_residence", person, actor)
        found.append(Known("Where they lived", text, address, words and "They live somewhere else now"))
    ending = person.discharges.first()
    summary = ending.standing_summary if ending else None
    if summary is not None and summary.resume_when:
        found.append(Known("What would bring them back", summary.resume_when))
    return found


def _page(name: str, person: Participant, actor: Membership) -> tuple[str, str]:
    if name in PAGES and PAGES[name].refusal(actor) is None:
        return reverse(name, args=[person.pk]), name
    return "", ""
