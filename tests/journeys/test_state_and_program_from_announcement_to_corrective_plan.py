"""Two people, two browsers: a documentation oversight from its announcement to its Debrief, and the corrective action
plan that followed from drafted to closed, every date shown with the calendar it is counted on."""

import re
from datetime import timedelta

from alongside.access.clock import today

REVIEWER, COORDINATOR = "reviewer@state.example", "coordinator@heronbend.example"
WORKS = "from alongside.config.worker import work; work()"
# What the reviewer does once by hand, for every requirement that is left: it was never made.
CONCLUDES = """
from django.db import transaction
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.reviews.debriefs import asked, check_requirement, members_of
from alongside.reviews.models import Oversight, ReviewCheck

by = User.objects.using("owner").get(email="{reviewer}")
program = Program.objects.using("owner").get(name="Heron Bend Nation")
with acting(program=program, actor=by), transaction.atomic():
    it = Oversight.objects.get(pk="{key}")
    for member in members_of(it):
        known = set(member.checks.values_list("requirement", flat=True))
        for one in asked(member):
            if one.requirement.id not in known:
                check_requirement(
                    member=member, requirement=one.requirement.id, conclusion="not_met", words="It was never made.",
                    document=None, on=today(), by=by,
                )
    print(ReviewCheck.objects.filter(oversight=it, conclusion="not_met").count())
"""


def is_announced_and_listed(state, program):
    state.is_signed_in_as(REVIEWER)
    state.follows("Announce one")
    state.page.get_by_label("The oversight period begins on").fill(str(today() + timedelta(days=430)))
    state.presses("Announce it and ask for the list")
    state.sees("Announced. The program was asked for its list", "Waiting for the program")

    program.is_signed_in_as(COORDINATOR)
    program.sees("asks for the list of enrollments and discharges")
    program.finds_the_page_in_order()
    program.opens(state.address)
    program.follows("Send the list")
    program.sees("participants served from", "as recorded now")
    program.finds_the_page_in_order(picture="oversight-list")
    program.presses("Send the list")
    program.sees("The list is sent.")
    return state.address


def is_drawn_and_named(state, program, address):
    state.opens(address)
    state.follows("The list as it was sent")
    state.sees("It stays as it was sent.")
    for side in (state, program):
        side.opens(address)
        side.follows("Give our part of the seed")
        if side is state:
            side.finds_the_page_in_order(picture="oversight-seed")
        side.presses("Give our part of the seed")
        side.sees("Your part is sealed.")
    state.opens(address)
    state.sees("State’s part", "Program’s part")
    state.follows("Draw the sample")
    state.presses("Draw the sample")
    state.sees("The sample is drawn.")
    state.follows("Name the sample to the program")
    state.presses("Name the sample to the program")
    state.sees("The sample is named.")

    program.opens(address)
    program.sees("15 business days", "counted on the state offices", re.compile("The sample: [0-9]+ of [0-9]+"))
    program.finds_the_page_in_order(picture="oversight")


def packet_is_sent(program, county):
    program.presses("Put the packet together")
    program.sees("Who is in it")
    packet = program.address
    while program.page.get_by_role("link", name=re.compile("Say why it is missing")).count():
        program.follows(re.compile("Say why it is missing"))
        program.page.get_by_label("Why it is not in the packet").fill("It was never made; the next one is in January.")
        program.presses("Save the reason")
        program.sees("The reason goes with the packet.")
        program.opens(packet)
    program.presses("Build the packet")
    program.sees("Setting the files")
    county.runs(WORKS)
    program.sees("Send it")
    program.follows("Send it")
    program.presses("Send it to the state")
    program.sees("Receipt", "Manifest (SHA-256)")


def packet_is_checked(state, address, county):
    state.opens(address)
    state.page.locator(".packet-of-oversight a").first.click()
    state.presses("Say that you received it")
    state.sees("The program sees that you have it.")
    state.opens(address)
    state.follows("Check the documents")
    state.page.locator("main tbody th a").first.click()
    state.page.wait_for_url("**/members/**")
    state.finds_the_page_in_order(picture="oversight-member")
    state.follows(re.compile("^Conclude ?:"))
    state.page.get_by_text("Not met", exact=True).click()
    state.page.get_by_label("What you saw").fill("The form has no day on it.")
    state.presses("Keep the conclusion")
    state.sees("Kept.", "The form has no day on it.")
    state.presses(re.compile("^Conclude met for the"))
    state.sees("concluded as met.")
    key = re.search("[0-9a-f-]{36}", address)[0]
    return int(county.runs(CONCLUDES.format(key=key, reviewer=REVIEWER)))


def debrief_is_sent(state, program, address, cited):
    state.opens(address)
    state.follows("Write the Debrief")
    state.page.get_by_label("Feedback on the program’s documentation").fill("Date every form on the day it is made.")
    state.page.get_by_text("Corrective action plan", exact=True).click()
    state.presses("Write the Debrief")
    state.sees(f"{cited} finding", "Date every form on the day it is made.")
    state.follows("Close the oversight")
    state.presses("Close the oversight")
    state.sees("Everything below stays as it was.")

    program.opens(address)
    program.sees(f"{cited} finding", "Corrective action plan")
    program.finds_the_page_in_order(picture="oversight-debrief")


def concerns_become_a_plan(state, program):
    state.opens("/reviews/")
    state.finds_the_page_in_order(picture="reviews-state")
    state.follows("Open a corrective action plan")
    state.page.get_by_text("There is indication of medical assistance fraud or overbilling").click()
    state.page.get_by_label("What was found").fill("Services were billed on plans without a day.")
    state.presses("Open it")
    state.sees("Opened. Arrange the meeting")
    at = state.address
    state.follows("Send the concerns in writing")
    state.page.get_by_label("The areas in need of correction").fill("Plans have no day, and services rest on them.")
    state.presses("Send the concerns in writing")
    state.sees("The concerns are sent.")

    program.opens(at)
    program.sees("Plans have no day, and services rest on them.")
    program.follows("Record the day the concerns came")
    program.presses("Record the day the concerns came")
    program.sees("The ten days for the draft", "Ten days, strictly")
    program.follows("Write the draft")
    program.page.get_by_label("How the program responds").fill("We date what we can prove and take back the rest.")
    program.page.get_by_label("Step 1", exact=True).fill("Take the claims back")
    program.page.get_by_label("Who does step 1").fill("Bea Sumac")
    program.finds_the_page_in_order(picture="corrective-draft")
    program.presses("Write the draft")
    program.sees("The draft is kept.")
    program.follows("Send the draft to the state")
    program.presses("Send the draft to the state")
    program.sees("The draft is sent.")
    return at


def plan_is_signed_carried_out_and_closed(state, program, at):
    state.opens(at)
    state.follows("Read and sign the plan")
    state.sees("Signed as Ray Sycamore")
    state.finds_the_page_in_order(picture="corrective-sign")
    state.presses("Read and sign the plan")
    state.sees("Signed. The program records")

    program.opens(at)
    program.follows("Record the day the signed copy came")
    program.presses("Record the day the signed copy came")
    program.sees("The plan is in force from that day.", "SHA-256")
    program.finds_the_page_in_order(picture="corrective-plan")
    program.follows("Record that it was done")
    program.page.get_by_label("What was done").fill("Taken back on the portal.")
    program.presses("Record that it was done")
    program.sees("The step is done.")
    program.follows("Say that it is carried out")
    program.presses("Say that it is carried out")
    program.sees("The state is told that the plan is carried out.")

    state.opens(at)
    state.follows("Close the plan")
    state.presses("Close the plan")
    state.sees("The plan is closed.", "Nothing is left to do.")


def test_from_the_announcement_to_the_closed_corrective_action_plan(visitor, another, county):
    address = is_announced_and_listed(another, visitor)
    is_drawn_and_named(another, visitor, address)
    packet_is_sent(visitor, county)
    cited = packet_is_checked(another, address, county)
    debrief_is_sent(another, visitor, address, cited)
    at = concerns_become_a_plan(another, visitor)
    plan_is_signed_carried_out_and_closed(another, visitor, at)
