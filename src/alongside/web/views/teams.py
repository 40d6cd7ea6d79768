"""Teams: the list, and one team with its members by date and the clock of its kind."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.access.people_policies import may_change_team, may_see_teams
from alongside.ledger.events import record_read, record_search
from alongside.records.models import Team

from ..correcting import history
from ..forms_teams import TeamForm
from ..peer_programs import of_peers
from ..people import asked_for
from ..qualified import day_asked
from ..team_clock import CLOCKS, clock_of, names, on_team


@of_peers
def teams(request: HttpRequest) -> HttpResponse:
    """Every team with how its clock stands and who is on it today; teams that ended come last."""
    program, on = request.membership.program, today()
    may_see_teams(request.membership, program)
    found = sorted(Team.objects.all(), key=lambda team: (bool(team.ends_on and team.ends_on < on), team.name))
    rows = [(team, clock_of(team, on), names(on_team(team, on))) for team in found]
    record_search("team", found=len(rows))
    page = {"on": on, "teams": rows, "may_change": may_change_team.allowed(request.membership, program)}
    return render(request, "teams/list.html", page)


@of_peers
def team(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """One team on a day: the rule of its kind with what it rests on, the roster by date, and more time allowed."""
    found = get_object_or_404(Team, pk=team_id)
    may_see_teams(request.membership, found)
    record_read("team", row=found.pk)
    (asked,) = asked_for(request, "on")
    day, is_day = day_asked(asked, today())
    shown = clock_of(found, day)
    page = {
        "on": today(), "day": day, "is_day": is_day, "team": found, "shown": shown,
        "clock": CLOCKS.get(found.kind or ""),
        "facts": shown.facts if shown else {}, "members": on_team(found, day),
        "extensions": found.extensions.select_related("staff__person"),
        "may_change": may_change_team.allowed(request.membership, found), "told": history(found, TeamForm),
        "record": found,
    }  # fmt: skip
    return render(request, "teams/one.html", page)
