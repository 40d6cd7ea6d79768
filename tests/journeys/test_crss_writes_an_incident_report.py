"""A CRSS writes what she saw, meets what is closed to her and why; her supervisor completes the rest and reviews."""

import re

import pytest
from steps import PHONE

PREPARE = """
from datetime import timedelta
from alongside.access.actions import create_program, create_user, join
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import Enrollment, Participant
from django.db import transaction

on = today()
since = on - timedelta(days=400)
program = create_program(name="Prairie Clover Recovery", pack="illinois_peer", by=None)
said = {"on": on, "by": None}
people = {}
with acting(program=program), transaction.atomic():
    def hired(number, family_name, given_name, title, role, credential=""):
        member = actions.hire(program=program, staff_number=number, family_name=family_name, given_name=given_name,
                              title=title, started_on=since, **said)
        actions.assign_role(staff=member, role=role, starts_on=since, **said)
        if credential:
            actions.record_credential(staff=member, kind=credential, number="IL-" + number, issued_on=since,
                                      expires_on=on + timedelta(days=200), **said)
        return member
    people["pipit"] = hired("C01", "Pipit", "Dot", "Recovery support specialist", "crss", "crss")
    people["tern"] = hired("C02", "Tern", "Moss", "Clinical supervisor", "qmhp")
    actions.supervise(staff=people["pipit"], supervisor=people["tern"], starts_on=since, **said)
    sorrel = Participant.objects.create(program=program, medicaid_id="7711223344", given_name="Sorrel",
                                        family_name="Plover")
    Enrollment.objects.create(program=program, participant=sorrel, enrolled_on=since)
    actions.record_service(participant=sorrel, staff=people["pipit"], served_on=on - timedelta(days=2),
                           started_at=None, stopped_at=None, kind="community_support", **said)
for email, name, role, key in (
    ("peer@clover.example", "Dot Pipit", Role.DIRECT_STAFF, "pipit"),
    ("supervisor@clover.example", "Moss Tern", Role.SUPERVISOR, "tern"),
):
    user = create_user(email=email, name=name, password="juniper-berries-7", by=None)
    join(user=user, program=program, role=role, starts_on=since, staff_id=people[key].pk, by=None)
"""


@pytest.fixture(scope="module")
def agency(county):
    county.runs(PREPARE)
    return county


def writes(visitor, label, text):
    """Types into the field of exactly that label."""
    visitor.page.get_by_role("textbox", name=label, exact=True).fill(text)


def says(visitor, question, answer):
    """Answers a question with yes or no."""
    visitor.page.get_by_role("group", name=question).get_by_text(answer, exact=True).click()


def test_a_crss_writes_and_her_supervisor_completes_and_reviews(agency, visitor, another):
    visitor.is_signed_in_as("peer@clover.example")
    visitor.page.set_viewport_size(PHONE)
    visitor.opens("/incidents/")
    visitor.follows("Report an incident")
    visitor.page.locator("#id_who_0").fill("7711223344")
    writes(visitor, "What happened", "Slipped on the wet steps of the library.")
    visitor.presses("Send the report")
    visitor.sees("The OIG hotline is told", re.compile("4 hours from first learning of it"))
    visitor.finds_the_page_in_order(picture="sections-incident")
    visitor.follows(re.compile("^Sections"))
    visitor.sees(
        "First: is abuse, neglect, exploitation or a death suspected?", re.compile("No limit on writing delays")
    )
    visitor.finds_the_page_in_order(picture="sections-report")
    visitor.follows("Say whether it is suspected")
    says(visitor, "Is abuse, neglect", "No")
    visitor.finds_the_page_in_order(picture="sections-suspected")
    visitor.presses("Save")
    visitor.sees("It is recorded.")

    visitor.follows(re.compile("^Write.*What was seen"))
    writes(visitor, "What was seen and heard", "She is at high risk. He said: “I caused it.” The aide caused the fall.")
    visitor.sees("2 places that judge.", re.compile("Make clinical judgments"), re.compile("Determine fault, cause"))
    visitor.sees("“caused”")
    visitor.finds_the_page_in_order(picture="sections-write")
    writes(visitor, "What was seen and heard", "At noon she slipped on the second step and held her wrist.")
    visitor.sees(re.compile("No words that judge were found"))
    says(visitor, "Did you see it", "Yes")
    says(visitor, "Does what happened call for", "Yes")
    visitor.presses("Keep the section")
    visitor.sees("The section is kept.", re.compile("^Peer support section: What was seen and heard"))
    visitor.follows(re.compile("^Write.*The person"))
    writes(visitor, "The person’s own words", "“It hurts when I turn it.”")
    visitor.presses("Keep the section")
    visitor.sees("Closed to you as Certified Recovery Support Specialist (CRSS)", "Clinical assessment of risk")
    visitor.sees(
        re.compile("What somebody meant is a clinical judgment"), "A supervisor reviews every report a peer wrote"
    )
    closed = visitor.address.split("?")[0].split("#")[0] + "risk_assessment/"
    assert visitor.opens(closed) == 403
    visitor.sees("Clinical assessment of risk is closed to you", "It needs", re.compile("Who can do this: supervisor"))
    visitor.finds_the_page_in_order(picture="sections-closed")

    another.is_signed_in_as("supervisor@clover.example", and_goes_to="/incidents/")
    another.sees("Report not yet reviewed")
    another.page.locator("main tbody tr").first.get_by_role("link").first.click()
    another.follows(re.compile("^Sections"))
    another.sees("You write as", "Qualified Mental Health Professional (QMHP)")
    another.follows(re.compile("^Write.*Clinical assessment of risk"))
    writes(another, "Clinical assessment of risk", "Seen the same day by the nurse; wrist wrapped.")
    another.presses("Keep the section")
    another.follows("Review the report")
    another.sees(re.compile("Nothing is written in these clinical sections"))
    another.finds_the_page_in_order(picture="sections-review")
    another.presses("I reviewed this report")
    another.sees("The review is recorded", re.compile("by Moss Tern, Clinical supervisor"))
    another.finds_the_page_in_order(picture="sections-reviewed")

    visitor.follows("Back to the sections")
    visitor.sees(re.compile("by Moss Tern, Clinical supervisor"))
    card = visitor.page.locator(".why").filter(has_text="A supervisor reviews every report a peer wrote")
    card.get_by_text("Met", exact=True).wait_for()


def test_a_peers_section_of_discharge_papers_is_labeled_and_the_clinical_ones_are_closed(visitor):
    visitor.is_signed_in_as("peer@bluestem.example", and_goes_to="/participants/?q=Yucca")
    visitor.follows(re.compile("Yucca"))
    visitor.follows("Enrollment")
    visitor.follows(re.compile("ischarge"))
    visitor.sees("Sections of the papers", "Peer support section")
    visitor.finds_the_page_in_order(picture="sections-discharge-page")
    visitor.follows("Write or read the sections")
    visitor.sees(re.compile("it makes no clinical judgment"), "A peer never signs off a discharge.")
    visitor.finds_the_page_in_order(picture="sections-discharge")


def test_what_a_peer_shared_of_her_own_is_recorded_with_the_note(visitor):
    visitor.is_signed_in_as("peer@bluestem.example", and_goes_to="/notes/")
    visitor.page.locator("main tbody tr").filter(has_text="Avens").first.get_by_role("link").first.click()
    visitor.sees("Lived experience shared")
    visitor.follows("I shared something of my own")
    visitor.sees(re.compile("only share lived experience that is relevant"))
    writes(visitor, "What the person had said or asked", "“Nobody at home knows what it is like.”")
    says(visitor, "Was it relevant", "Yes")
    says(visitor, "May it have given", "Yes")
    visitor.finds_the_page_in_order(picture="lived-experience-share")
    visitor.presses("Record it")
    visitor.sees("What you shared is recorded with the note.", "Nobody at home knows")
    visitor.finds_the_page_in_order(picture="lived-experience")
    visitor.page.get_by_role("navigation", name="About").get_by_role("link", name="Notes").click()
    visitor.follows("Write a note")
    writes(visitor, "What was done", "He was at high risk. He said: “I am ready to go home.”")
    visitor.sees("1 place that judges.", "Sharing something of your own")
    visitor.unfolds("Sharing something of your own")
    visitor.sees("The twelve values")
    visitor.finds_the_page_in_order(picture="note-aid")
