"""What pages of a program of peer workers show besides; in another program each of these is nothing."""

from __future__ import annotations

from typing import Any

from django import template

from alongside.access.clock import today
from alongside.access.models import Membership
from alongside.access.note_policies import may_write_in_note
from alongside.access.section_policies import may_write_discharge_section
from alongside.facts.writing import PEERS
from alongside.packs.illinois_peer.practice_values import VALUES
from alongside.packs.illinois_peer.sections_of_discharge import DISCHARGE
from alongside.packs.illinois_peer.writing import HOPE, RELEVANT
from alongside.records.models import Discharge, ProgressNote, SharedExperience
from alongside.reviews.roles_held import are_peers, roles_held

from ..peer_programs import is_of_peers
from ..sections import answers_about

register = template.Library()
GUIDANCE = {"sharing_cites": (RELEVANT, HOPE), "practice_values": VALUES}


@register.filter
def of_peers(membership: Membership | None) -> bool:
    """Whether the reader acts in a program of peer workers."""
    return membership is not None and is_of_peers(membership)


@register.inclusion_tag("sections/sharing.html")
def sharing() -> dict[str, Any]:
    """When lived experience is shared, with the twelve values."""
    return dict(GUIDANCE)


@register.inclusion_tag("sections/note_aid.html", takes_context=True)
def note_aid(context: dict[str, Any]) -> dict[str, Any]:
    """Below the texts of a note: words that judge, and guidance on sharing, where a peer writes."""
    actor = _actor(context)
    return {"is_shown": actor is not None and _is_peer(actor), **GUIDANCE}


@register.inclusion_tag("sections/summary_aid.html", takes_context=True)
def summary_aid(context: dict[str, Any]) -> dict[str, Any]:
    """Below the texts of a discharge summary, where whoever writes serves in a peer's role alone."""
    actor = _actor(context)
    is_peer = actor is not None and are_peers(roles_held(actor.staff_id, today()))
    return {"is_shown": is_peer, "aid_paper": "discharge"}


@register.inclusion_tag("sections/lived.html", takes_context=True)
def lived_experience(context: dict[str, Any], note: ProgressNote) -> dict[str, Any]:
    """What was shared in the service of a note, what the rule says of it, and where more is recorded."""
    actor = _actor(context)
    if actor is None:
        return {"is_shown": False}
    rows = list(SharedExperience.objects.filter(service=note.service_id).order_by("created_at"))
    answers = (
        answers_about(("IL-LIVED-1",), note.participant_id, {str(row.pk) for row in rows}, today()) if rows else {}
    )
    may_add = may_write_in_note.allowed(actor, note) and _is_peer(actor)
    shared = [(row, answers.get(str(row.pk), [])) for row in rows]
    return {"is_shown": bool(rows) or may_add, "shared": shared, "may_add": may_add, "note": note, **GUIDANCE}


@register.inclusion_tag("sections/in_discharge.html", takes_context=True)
def discharge_papers(context: dict[str, Any], ending: Discharge) -> dict[str, Any]:
    """The sections written of discharge papers, each with its role, and the way to them."""
    actor = _actor(context)
    if actor is None:
        return {"is_shown": False}
    order = [section.id for section in DISCHARGE]
    held = ending.sections.select_related("staff__person").order_by("created_at", "pk")
    rows = sorted(held, key=lambda row: order.index(str(row.section)))
    may_write = may_write_discharge_section.allowed(actor, ending)
    return {"is_shown": True, "rows": rows, "ending": ending, "may_write": may_write, "peers": PEERS}


@register.inclusion_tag("sections/discharge_rules.html")
def discharge_rules(ending: Discharge) -> dict[str, Any]:
    """What the rules say of the papers of a discharge: of the summary, and of each section somebody has to settle."""
    summary = ending.summary
    keys = {str(key) for key in ending.sections.values_list("pk", flat=True)} | (
        {str(summary.pk)} if summary else set()
    )
    found = answers_about(("IL-DC-",), ending.participant_id, keys, today()) if keys else {}
    of_summary = found.pop(str(summary.pk), []) if summary else []
    return {"answers": [*of_summary, *(shown for held in found.values() for shown in held if shown.is_open)]}


def _actor(context: dict[str, Any]) -> Membership | None:
    """The reader, in a program of peer workers."""
    actor: Membership | None = getattr(context.get("request"), "membership", None)
    return actor if of_peers(actor) else None


def _is_peer(actor: Membership) -> bool:
    return any(role in PEERS for role in roles_held(actor.staff_id, today()))
