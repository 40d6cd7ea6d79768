"""A peer specialist meets somebody she does not serve; a supervisor looks at it afterwards."""

import re

# Somebody with no plan line of the peer specialist's provider, nor opened in the demo.
STRANGER = """
from alongside.access.context import acting
from alongside.access.models import Program
from alongside.records.models import Participant, PlanLine
from django.db import transaction

with transaction.atomic():
    program = Program.objects.using("owner").get(name="Juniper County")
with acting(program=program), transaction.atomic():
    planned = PlanLine.objects.filter(provider__name="Open Door Peer Support").values("participant")
    served = Participant.objects.filter(services__staff__provider__name="Open Door Peer Support").values("pk")
    strangers = Participant.objects.exclude(pk__in=planned).exclude(pk__in=served)
    print(strangers.filter(emergency_accesses=None).latest("medicaid_id").medicaid_id)
"""


def test_a_record_is_opened_for_an_emergency_and_reviewed(visitor, county):
    medicaid_id = county.runs(STRANGER).strip()

    visitor.is_signed_in_as("peer@opendoor.example", and_goes_to=f"/participants/?q={medicaid_id}")
    visitor.sees("Nobody found")
    visitor.opens("/")
    visitor.follows("An emergency with somebody you do not serve")
    visitor.follows("Open a record")
    visitor.finds_the_page_in_order(picture="emergency-open")
    visitor.types("Medicaid id", medicaid_id)
    visitor.types("What happened, and why you need the record now", "urgent")
    visitor.presses("Open the record")
    visitor.sees("Not saved: 1 thing to put right")
    visitor.page.get_by_label("What happened").fill("He does not answer, and left the stove on.")
    visitor.presses("Open the record")
    visitor.sees("The record is open to you for four hours.", "You opened this record for an emergency.")
    visitor.finds_the_page_in_order(picture="emergency-opened")
    visitor.follows("somebody reviews it")
    visitor.sees("Waits for a review.", "reviewed by those who supervise or run the program")
    visitor.signs_out()

    visitor.is_signed_in_as("supervisor@juniper.example")
    visitor.sees(re.compile("left the stove on|Emergency access to"))
    visitor.page.locator("main").get_by_role("link", name=re.compile("^Emergency access to")).last.click()
    visitor.sees("left the stove on", "Looked at the page")
    visitor.finds_the_page_in_order(picture="emergency-review")
    visitor.page.locator("label", has_text="It was needed").click()
    visitor.types("What you found, and what follows", "She called the landlord and closed the record.")
    visitor.presses("Record the review")
    visitor.sees("The review is recorded.", "She called the landlord and closed the record.")
    visitor.opens("/emergency/")
    visitor.finds_the_page_in_order(picture="emergency-list")
