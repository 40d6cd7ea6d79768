"""Entering and correcting teams, who is on them, and more time allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.people_policies import may_change_team
from alongside.ledger.events import record_read
from alongside.records.actions import allow_extension, join_team, start_team
from alongside.records.models import Extension, ProgramRecord, StaffMember, Team, TeamMember

from ..entry import EntryForm, enter
from ..forms_teams import ExtensionForm, MemberForm, NewExtensionForm, NewMemberForm, TeamForm
from ..peer_programs import of_peers
from ..put_right import put_right

TEMPLATE = "teams/entry.html"
FLEXIBLE = "It counts for a grant only. Where Medicaid is billed nobody can add to the time of the Rules."


@dataclass(frozen=True)
class Kept:
    """One kind of record of a team: its forms, how it is recorded, and what its pages are called."""

    model: type[ProgramRecord]
    new: type[EntryForm]
    form: type[EntryForm]
    act: Callable[..., Any]
    word: str
    done: str
    lead: str = ""


KEPT = {
    "member": Kept(TeamMember, NewMemberForm, MemberForm, join_team, "a member", "The member is on the team."),
    "extension": Kept(
        Extension, NewExtensionForm, ExtensionForm, allow_extension, "an extension", "The extension is kept.", FLEXIBLE
    ),
}


@of_peers
def new_team(request: HttpRequest) -> HttpResponse:
    """Record a team."""
    program = request.membership.program
    may_change_team(request.membership, program)

    def record(form: EntryForm) -> str:
        entered = {**form.values, "name": form.values["name"] or ""}
        made = start_team(program=program, **entered, on=today(), by=request.user)
        return reverse("team", args=[made.pk])

    page = {"heading": "Add a team", "button": "Add the team", "back": reverse("teams")}
    return enter(request, TeamForm, record, template=TEMPLATE, page=page, done="The team is there. Next: who is on it.")


@of_peers
def correct_team(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """Correct a team, or say when it ends."""
    team = _team(request, team_id)
    page = {"team": team, "heading": "Correct or end the team", "back": reverse("team", args=[team.pk])}
    return put_right(request, team, TeamForm, template=TEMPLATE, page=page)


@of_peers
def add_to_team(request: HttpRequest, team_id: UUID, kind: str) -> HttpResponse:
    """Record a member or an extension. `kind` is a word of `KEPT`."""
    team, kept, on = _team(request, team_id), _kept(kind), today()
    people = StaffMember.objects.select_related("person")
    people = people.current(on) if kind == "member" else people.filter(teams__team=team).distinct()
    form: Any = partial(kept.new, people=people.order_by("person__family_name", "person__given_name", "staff_number"))
    back = reverse("team", args=[team.pk])

    def record(filled: EntryForm) -> str:
        kept.act(team=team, **filled.values, on=on, by=request.user)
        return back

    page = {"team": team, "heading": f"Record {kept.word}", "button": "Record it", "back": back, "lead": kept.lead}
    return enter(request, form, record, template=TEMPLATE, page=page, done=kept.done)


@of_peers
def correct_in_team(request: HttpRequest, team_id: UUID, kind: str, key: UUID) -> HttpResponse:
    """Correct the days of a member or an extension, or say when somebody leaves."""
    team, kept = _team(request, team_id), _kept(kind)
    record: Any = get_object_or_404(kept.model._default_manager, pk=key, team=team)
    whose = record.staff.name if record.staff else "Everybody on the team"
    back = reverse("team", args=[team.pk])
    page = {"team": team, "heading": f"Correct {kept.word}", "back": back, "lead": f"{whose}. {kept.lead}"}
    return put_right(request, record, kept.form, template=TEMPLATE, page=page)


def _kept(kind: str) -> Kept:
    if kind not in KEPT:
        raise Http404("There is no such record of a team.")
    return KEPT[kind]


def _team(request: HttpRequest, team_id: UUID) -> Team:
    team: Team = get_object_or_404(Team, pk=team_id)
    may_change_team(request.membership, team)
    record_read("team", row=team.pk)
    return team
