"""Teams with a roster by date, and more time that a program manager of the state allowed them."""

from __future__ import annotations

from .contract import day, key, number_known, of, perhaps, table, text, word, yes
from .roles import TEAMS

team = table(
    "team",
    "One row for each team whose make-up a program's text sets.",
    known_as="name",
    team_id=key("What tells one team from another."),
    name=number_known("The name the agency knows the team by."),
    kind=word("Which sort of team.", **TEAMS),
    starts_on=day("The team's first day. Empty: it has always been there."),
    ends_on=day("The team's last day. Empty while it goes on."),
)


team_member = table(
    "team_member",
    "One row for each stretch of days somebody is on a team.",
    parent=team,
    team_member_id=key("What tells one stretch from another."),
    team_id=of("The team."),
    staff_id=perhaps("The staff member on it."),
    starts_on=day("First day on the team. Empty: from the team's beginning."),
    ends_on=day("Last day on the team. Empty while it goes on."),
    has_lived_experience=yes("Whether they are on the team as a person with lived experience."),
)


extension = table(
    "extension",
    "One row for each extension of a time limit that a program manager of DBHR approved for a team.",
    parent=team,
    extension_id=key("What tells one extension from another."),
    team_id=of("The team."),
    staff_id=perhaps("The one staff member it is for. Empty: everybody on the team."),
    approved_on=day("The day it was approved."),
    approved_by=text("The program manager who approved it."),
    ends_on=day("Last day of the time allowed."),
)
