"""The frame of a page: whose program it is, and where the reader may go."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.urls import reverse

from alongside.access.models import Membership
from alongside.access.pages import PAGES
from alongside.access.roles import Role
from alongside.packs import PACKS

from ..kept import own_key as key_of
from ..memberships_named import named
from ..notices import unread
from ..peer_programs import is_of_peers

register = template.Library()


class Tab(NamedTuple):
    """One way to go: the URL's name, the word, and the names of the pages that lie below it."""

    name: str
    word: str
    below: tuple[str, ...] = ()


TRAINING_PAGES = (
    "training", "new_class", "training_class", "exposed_services", "record_training", "sign_training", "ask_exemption",
)  # fmt: skip
NOTE_PAGES = ("write_note", "write_note_for", "sign_offs", "sign_off")
PACKET_PAGES = ("packets", "packet", "packet_person", "send_packet", "packet_receipt")
REVIEW_PAGES = (
    *PACKET_PAGES, "oversights", "oversight", "practice_review",
    "plan_of_action", "move_action", "new_plan_of_action", "corrective_plan", "move_plan", "new_corrective_plan",
    "do_step", "monitoring_visit", "monitoring_request", "new_visit", "pick_participants", "hold_visit",
    "add_interview", "close_visit", "say_about_plan", "add_evidence",
)  # fmt: skip
NETWORK_PAGES = (
    "provider", "new_provider", "add_to_provider", "correct_in_network", "prove", "who_may_serve", "agency_application",
)  # fmt: skip
QUALIFICATION_PAGES = (
    "add_qualification", "correct_qualification", "correct_employment", "add_supervision", "correct_supervision",
    "role_drift", "role_drift_of", "certificate_of", "log_hours", "open_application", "correct_application",
)  # fmt: skip
TEAM_PAGES = ("team", "new_team", "correct_team", "add_to_team", "correct_in_team")
INCIDENT_PAGES = (
    "incident", "report_sections", "write_report_section", "review_incident_report", "say_suspected", "new_incident",
    "incident_trends", "incident_categories",
)  # fmt: skip
TABS = (
    Tab("home", "Today"),
    Tab("participants", "Participants", ("participant", "emergencies", "emergency", "open_emergency")),
    Tab("all_notes", "Notes", NOTE_PAGES),
    Tab("incidents", "Incidents", INCIDENT_PAGES),
    Tab("staff", "Staff", ("staff_member", *TRAINING_PAGES, *QUALIFICATION_PAGES)),
    Tab("teams", "Teams", TEAM_PAGES),
    Tab("network", "Network", NETWORK_PAGES),
    Tab("reviews", "Reviews", REVIEW_PAGES),
    Tab("calendar", "Calendar", ("joining_details", "calendar_feeds")),
    Tab("catalogue", "Services"),
    Tab("billing", "Billing", ("billing_service", "service_codes", "load_service_codes", "end_service_code")),
    Tab("invoices", "Invoices", ("new_invoice_line", "import_invoices", "tie_invoice_line")),
    Tab("import", "Import", ("import_take",)),
    Tab("rules", "Rule book", ("rule", "readings", "choose_reading")),
)
# Who runs the program goes to these from Reviews and from the foot of each page: the row has room for eleven.
RUNNING_TABS = tuple(tab for tab in TABS if tab.name not in ("catalogue", "invoices"))
REVIEWER_TABS = (
    Tab("review", "For review"),
    Tab("received_packets", "Packets", ("received_packet", "received_person")),
    Tab("reviews", "Reviews", REVIEW_PAGES),
    Tab("rules", "Rule book", ("rule",)),
)
SEAT_TABS = (
    Tab("seat", "Home", ("seat_signed", "sign", "document")),
    Tab("seat_plan", "My plan"),
    Tab("seat_notes", "My notes"),
    Tab("seat_words", "My words"),
    Tab("seat_looked", "Who looked", ("seat_releases",)),
)
NOTES_BESIDE_INVOICES = "MON-3"
ON_A_PHONE = 4  # the others open under "More", where there are more than one beyond
ACTING_TABS = tuple(tab._replace(word=tab.word.removeprefix("My ").capitalize()) for tab in SEAT_TABS)
ICONS = {
    "home": "today", "seat": "today", "seat_plan": "plan", "seat_notes": "rules", "seat_words": "words",
    "seat_looked": "looked", "reviews": "review", "invoices": "plan", "review": "today",
    "received_packets": "plan",
}  # fmt: skip
OFFERED = {
    Role.ADMINISTRATOR: RUNNING_TABS, Role.COORDINATOR: RUNNING_TABS, Role.STATE_REVIEWER: REVIEWER_TABS,
    Role.PARTICIPANT: SEAT_TABS, Role.REPRESENTATIVE: ACTING_TABS,
}  # fmt: skip


@register.inclusion_tag("layout/masthead.html", takes_context=True)
def masthead(context: dict[str, Any]) -> dict[str, Any]:
    """The program, the role, and the way to another program."""
    request = context.get("request")
    membership = getattr(request, "membership", None)
    every = getattr(request, "memberships", ())
    others = [(one, words) for one, words in named(every) if one != membership] if len(every) > 1 else []
    user = getattr(request, "user", None)
    page = {"user": user, "membership": membership, "others": others, "csrf_token": context.get("csrf_token")}
    if membership is not None and _is_open(membership, "notices"):
        page |= {"has_notices": True, "unread": unread(membership)}
    return page


@register.inclusion_tag("layout/tabs.html", takes_context=True)
def tabs(context: dict[str, Any]) -> dict[str, Any]:
    """The pages open to the reader's role; none without one."""
    request = context.get("request")
    membership = getattr(request, "membership", None)
    if membership is None:
        return {"tabs": []}
    here = request.resolver_match.view_name if request.resolver_match else ""
    offered = OFFERED.get(Role(membership.role), TABS)
    shown = [_shown(tab, here) for tab in offered if _is_open(membership, tab.name) and _has(membership, tab.name)]
    if membership.has_role(Role.DIRECT_STAFF):
        shown[0]["word"] = "My day"
    if membership.staff_id and not _is_open(membership, "staff"):
        own = reverse("staff_member", args=[membership.staff_id])
        word = "My page" if is_of_peers(membership) else "My training"
        shown.insert(1, {"address": own, "word": word, "icon": "staff", "is_here": request.path == own})
    is_many = len(shown) > ON_A_PHONE + 1
    return {"tabs": shown, "further": shown[ON_A_PHONE:] if is_many else [], "on_a_phone": ON_A_PHONE}


@register.inclusion_tag("layout/idle.html", takes_context=True)
def idle_warning(context: dict[str, Any]) -> dict[str, Any]:
    """Two minutes before the session ends the page asks whether to stay. Seconds, or nothing for who is signed out."""
    user = getattr(context.get("request"), "user", None)
    return {"seconds": settings.SESSION_COOKIE_AGE if user and user.is_authenticated else 0}


@register.simple_tag(takes_context=True)
def own_key(context: dict[str, Any]) -> str:
    """What the reader's browser locks its copies of unsent typing with; nothing for who has no role."""
    request = context.get("request")
    return key_of(request) if getattr(request, "membership", None) else ""


@register.filter
def may_open(request: Any, name: str) -> bool:
    """Whether the reader's role opens the page of that name, and the program has it."""
    membership = getattr(request, "membership", None)
    return membership is not None and _is_open(membership, name) and _has(membership, name)


@register.filter
def has_catalogue(request: Any) -> bool:
    """Whether the reader's program has a catalogue of services and settings to open."""
    return may_open(request, "catalogue") and _has(request.membership, "catalogue")


def _has(membership: Membership, name: str) -> bool:
    """Some pages are of programs whose law speaks of them; teams are of programs of peer workers alone."""
    pack = PACKS[membership.program.pack]
    has = {
        "catalogue": pack.catalogue is not None,
        "billing": pack.billing is not None,
        "reviews": pack.oversight is not None,
        "invoices": pack.asks(NOTES_BESIDE_INVOICES),
        "teams": is_of_peers(membership),
    }
    return has.get(name, True)


def _is_open(membership: Membership, name: str) -> bool:
    return PAGES[name].refusal(membership) is None


def _shown(tab: Tab, here: str) -> dict[str, Any]:
    return {
        "address": reverse(tab.name),
        "word": tab.word,
        "icon": ICONS.get(tab.name, tab.name),
        "is_here": here == tab.name or here in tab.below,
    }
