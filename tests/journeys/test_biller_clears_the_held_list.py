"""A biller clears the held list: the supervisor signs one service off, the biller corrects the role of another."""

import re

import pytest
from clinic import clinic

HELD = """
visited(peer, users["peer"], "community_support", 2, 9, role="crss", is_clinical=False)
other = visited(dual, users["dual"], "community_support", 3, 11, is_clinical=False)
with acting(program=program, actor=users["head"]), transaction.atomic():
    signed(other, "supervisor", head, users["head"])
"""


@pytest.fixture(scope="module")
def held(county):
    county.runs(clinic("Rattlesnake Master Clinic", "clearing.example", HELD))
    return county


def test_a_biller_clears_the_held_list(held, visitor, another):
    visitor.is_signed_in_as("biller@clearing.example")
    visitor.goes_to("Billing")
    visitor.sees("2 held, 0 billable", "be signed off by somebody of a higher tier", "Who can do this: supervisor")
    visitor.sees("Its note waits in the sign-off queue.")
    visitor.finds_the_page_in_order(picture="billing-held")

    another.is_signed_in_as("dual@clearing.example", and_goes_to="/sign-off/")
    another.sees("counts as MHP", "Your tier today: QMHP")
    another.page.get_by_label("Your password").fill("juniper-berries-7")
    another.finds_the_page_in_order(picture="sign-off-tiers")
    another.page.get_by_role("button", name=re.compile("^Sign off")).first.click()
    another.sees("1 note is signed off.")

    visitor.goes_to("Billing")
    visitor.sees("1 held, 1 billable")
    visitor.follows("First say in which role it was given")
    visitor.sees("Roles are offered as far as Sora Dock held them on that day")
    visitor.finds_the_page_in_order(picture="billing-correct")
    visitor.page.get_by_text("Certified Recovery Support Specialist (CRSS)").first.click()
    visitor.page.get_by_label("Why it is corrected").fill("Sora says it was a peer visit.")
    visitor.presses("Save")
    visitor.sees("It is corrected, and asked about anew.", "Sora says it was a peer visit.")
    visitor.finds_the_page_in_order(picture="billing-service")

    visitor.goes_to("Billing")
    visitor.sees("0 held, 2 billable", "Nothing is held")
