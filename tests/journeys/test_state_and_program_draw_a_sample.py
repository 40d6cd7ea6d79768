"""A state reviewer and a program, each at a browser: announcement, list, both parts of the seed, draw, named."""

import re
from datetime import timedelta

from steps import Visitor

from alongside.access.clock import today


def test_from_the_announcement_to_the_sample_named(visitor, browser, county):
    state = visitor
    context = browser.new_context(base_url=county, viewport={"width": 1280, "height": 900}, locale="en-US")
    context.set_default_timeout(60_000)
    program = Visitor(context.new_page())
    state.is_signed_in_as("reviewer@state.example")
    state.page.locator("details.account summary").click()
    state.presses(re.compile("Switch to Juniper County"))
    state.sees("Juniper County", re.compile("Your turn"))
    state.finds_the_page_in_order(picture="review")
    state.follows("Announce one")
    state.page.get_by_label("The oversight period begins on").fill(str(today() + timedelta(days=430)))
    state.presses("Announce it and ask for the list")
    state.sees("Announced. The program was asked for its list", "Waiting for the program")
    address = state.address

    program.is_signed_in_as("coordinator@juniper.example")
    program.sees("asks for the list of enrollments and discharges")
    program.finds_the_page_in_order()
    program.page.goto(address)
    program.follows("Send the list")
    program.sees("participants served from", "as recorded now")
    program.finds_the_page_in_order(picture="oversight-list")
    program.presses("Send the list")
    program.sees("The list is sent.")

    state.page.reload()
    state.follows("The list as it was sent")
    state.sees("It stays as it was sent.")
    state.finds_the_page_in_order()
    for side in (state, program):
        side.page.goto(address)
        side.follows("Give our part of the seed")
        if side is state:
            side.finds_the_page_in_order(picture="oversight-seed")
        side.presses("Give our part of the seed")
        side.sees("Your part is sealed.")
    state.page.goto(address)
    state.sees("State’s part", "Program’s part")
    state.follows("Draw the sample")
    state.presses("Draw the sample")
    state.sees("The sample is drawn.", re.compile("The sample: [0-9]+ of [0-9]+"))
    state.follows("Name the sample to the program")
    state.presses("Name the sample to the program")
    state.sees("The sample is named.")

    program.page.reload()
    program.sees("15 business days", "counted on the state offices", re.compile("The sample: [0-9]+ of [0-9]+"))
    program.finds_the_page_in_order(picture="oversight")
    assert program.complaints == []
    context.close()


def test_a_closed_oversight_with_its_debrief_and_a_practice_review(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example", and_goes_to="/oversights/")
    visitor.sees("Practice review")
    visitor.finds_the_page_in_order(picture="oversights")
    visitor.page.locator("main .need-who a").last.click()
    visitor.sees(re.compile("Debrief of"), "3 findings", "plan of action")
    visitor.finds_the_page_in_order(picture="oversight-debrief")
    visitor.opens("/oversights/")
    visitor.presses("Draw a practice sample")
    visitor.sees("What would be cited today", "The state does not see this")
    visitor.finds_the_page_in_order(picture="practice-review")
