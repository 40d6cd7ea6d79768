"""A supervisor sees that a chain is about to break, mends it, and sees it hold; a team's clock is read beside it."""

from datetime import timedelta

import pytest

from alongside.access.clock import today

PREPARE = """
from datetime import timedelta
from alongside.access.actions import create_program, create_user, join
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.records import actions
from django.db import transaction

on = today()
since = on - timedelta(days=400)
program = create_program(name="Prairie Aster Recovery", pack="illinois_peer", by=None)
for email, name, role in (
    ("coordinator@aster.example", "Nell Goldenrod", Role.COORDINATOR),
    ("supervisor@aster.example", "Bram Milkweed", Role.SUPERVISOR),
):
    user = create_user(email=email, name=name, password="juniper-berries-7", by=None)
    join(user=user, program=program, role=role, starts_on=since, by=None)
said = {"on": on, "by": user}
with acting(program=program, actor=user), transaction.atomic():
    def hired(number, family_name, given_name, title, role, credential="", days=500):
        member = actions.hire(program=program, staff_number=number, family_name=family_name, given_name=given_name,
                              title=title, started_on=since, **said)
        actions.assign_role(staff=member, role=role, starts_on=since, **said)
        if credential:
            actions.record_credential(staff=member, kind=credential, number="IL-" + number, issued_on=since,
                                      expires_on=on + timedelta(days=days), **said)
        return member
    plover = hired("A01", "Plover", "Ida", "Recovery support specialist", "crss", "crss", 47)
    sedge = hired("A02", "Sedge", "Tomas", "Team leader", "qmhp")
    rush = hired("A03", "Rush", "Mina", "Clinical supervisor", "qmhp")
    larch = hired("A04", "Larch", "Odile", "Clinical director", "lpha", "lpha")
    young = hired("A05", "Teasel", "Per", "Peer, in training", "engagement_specialist")
    actions.record_degree(staff=sedge, level="master", field="social_work", conferred_on=since, **said)
    for below, above in ((plover, sedge), (sedge, larch), (rush, larch)):
        actions.supervise(staff=below, supervisor=above, starts_on=since, **said)
    actions.log_supervision(staff=plover, supervisor=sedge, held_on=on - timedelta(days=6), hours=1, **said)
    actions.end_employment(staff=sedge, ended_on=on + timedelta(days=12), **said)
    for name, kind in (("Bluestem team", "act"), ("Coneflower team", "cst"), ("Switchgrass team", "crisis_590")):
        team = actions.start_team(program=program, name=name, kind=kind, starts_on=since, **said)
        lived = {"has_lived_experience": True, **said}
        actions.join_team(team=team, staff=plover, starts_on=since, ends_on=on - timedelta(days=9), **lived)
        actions.join_team(team=team, staff=young, **lived)
"""


@pytest.fixture(scope="module")
def agency(county):
    county.runs(PREPARE)
    return county


def test_a_chain_about_to_break_is_mended(agency, visitor):
    visitor.is_signed_in_as("supervisor@aster.example")
    visitor.goes_to("Staff")
    visitor.follows("Plover, Ida")
    visitor.sees("The chain holds", "Tomas Sedge leaves", "Medicaid tier")
    visitor.finds_the_page_in_order(picture="staff-ladder")

    visitor.follows("Record a supervisor")
    visitor.finds_the_page_in_order(picture="staff-supervisor")
    visitor.page.get_by_label("Supervisor").select_option(label="Mina Rush, A03, Clinical supervisor")
    visitor.page.get_by_label("First day").fill(str(today() + timedelta(days=13)))
    visitor.presses("Record it")

    visitor.sees("A supervisor is recorded.", "The chain holds for the next 90 days")


def test_the_only_crss_left_and_three_teams_are_told(agency, visitor):
    visitor.is_signed_in_as("coordinator@aster.example")
    visitor.goes_to("Teams")
    visitor.sees("Bluestem team", "Coneflower team", "Switchgrass team")
    visitor.finds_the_page_in_order(picture="teams")
    visitor.follows("Bluestem team")
    visitor.sees("18 months from the day of hire")
    visitor.finds_the_page_in_order(picture="team-act")
    visitor.goes_to("Teams")
    visitor.follows("Coneflower team")
    visitor.sees("No time is allowed", "Days without one so far")
    visitor.finds_the_page_in_order(picture="team-cst")
    visitor.follows("Add a member")
    visitor.finds_the_page_in_order()
