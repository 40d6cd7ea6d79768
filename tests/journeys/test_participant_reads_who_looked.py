"""A participant opens a seat with a code, reads what is theirs and who looked, and writes words of their own."""

import re
import time

import pytest
from steps import PASSWORD

COORDINATOR = "coordinator@juniper.example"
PASSPHRASE = "blue kettle on the porch"


@pytest.fixture
def in_the_office(visitor):
    """The coordinator signs in, does something, and signs out."""

    visitor.page.context.set_default_timeout(60_000)  # her first page works out a whole county

    def office(do):
        visitor.is_signed_in_as(COORDINATOR)
        done = do()
        visitor.signs_out()
        return done

    return office


def signs_in_by_name(visitor, name):
    visitor.opens("/account/login/")
    visitor.page.get_by_label("Email or sign-in name").fill(name)
    visitor.page.get_by_label("Password").fill(PASSWORD)
    visitor.page.get_by_role("button", name="Sign in", exact=True).click()
    visitor.page.wait_for_url("**/seat/")


def test_the_participant_reads_who_looked(visitor, in_the_office):
    def look():
        visitor.opens("/participants/?q=Hazel")
        visitor.follows("Hazel, Juniper")
        visitor.page.wait_for_url(re.compile(r"/participants/[0-9a-f-]{36}/"))
        visitor.opens(f"{visitor.address}seat/")
        visitor.sees("Who has it", "Their own words")
        visitor.finds_the_page_in_order(picture="seat-staff")

    in_the_office(look)
    signs_in_by_name(visitor, "juniper.hazel")
    visitor.sees("Hello, Juniper", "Who works with you")
    visitor.finds_the_page_in_order(picture="seat")

    visitor.goes_to("Who looked")
    visitor.sees("Cora Plover", "program coordinator", "Looked at your page", re.compile("Saw .*your name on"))
    visitor.finds_the_page_in_order(picture="seat-looked")


def test_a_person_opens_their_seat_with_a_code(visitor, in_the_office):
    def hand_over():
        visitor.opens("/participants/?answer=met")
        visitor.page.locator("main table a").nth(3).click()
        visitor.page.wait_for_url(re.compile(r"/participants/[0-9a-f-]{36}/"))
        born_on = re.search(r"Born\s+(\d{1,2} \w+ \d{4})", visitor.text)[1]
        visitor.opens(f"{visitor.address}seat/")
        visitor.presses(re.compile("Make a code for"))
        visitor.sees("This code is shown once.")
        visitor.finds_the_page_in_order(picture="seat-slip")
        slip = visitor.page.locator(".seat-slip").inner_text()
        return visitor.page.locator(".seat-code").inner_text(), slip, time.strptime(born_on, "%d %B %Y")

    code, slip, born = in_the_office(hand_over)
    assert "You need no email." in slip

    visitor.opens("/invited/")
    visitor.finds_the_page_in_order(picture="seat-invited")
    visitor.page.get_by_label("Code from your slip").fill(code.lower())
    visitor.page.get_by_label("Date of birth").fill("1900-01-02")
    visitor.presses("Go on")
    visitor.sees("The code and the date of birth do not go together. You can try 4 more times.")
    visitor.finds_the_page_in_order()
    visitor.page.get_by_label("Date of birth").fill(time.strftime("%Y-%m-%d", born))
    visitor.presses("Go on")
    visitor.sees("Choose how you sign in")
    visitor.finds_the_page_in_order(picture="seat-open")
    visitor.types("Choose a sign-in name", "heron.by.the.pond")
    visitor.types("Choose a passphrase", PASSPHRASE)
    visitor.types("Type it again", PASSPHRASE)
    visitor.presses("Open my page")
    visitor.sees(re.compile("Hello, "), "Waiting for you")


def test_the_plan_the_notes_and_the_signed_papers_are_ones_own(visitor):
    signs_in_by_name(visitor, "juniper.hazel")
    visitor.goes_to("My plan")
    visitor.sees("What I want", "The help in this plan")
    visitor.finds_the_page_in_order(picture="seat-plan")
    visitor.goes_to("My notes")
    visitor.sees(re.compile("Signed by"))
    visitor.finds_the_page_in_order(picture="seat-notes")
    visitor.goes_to("Home")
    visitor.follows(re.compile("What I signed"))
    visitor.finds_the_page_in_order(picture="seat-signed")
    assert visitor.opens("/participants/") == 403


def test_words_of_ones_own_are_written_and_taken_back(visitor):
    signs_in_by_name(visitor, "rowan.teal")
    visitor.goes_to("My words")
    visitor.types("Your words", "The new time is good for me.")
    visitor.presses("Keep these words")
    visitor.sees("Your words are kept.", "The new time is good for me.")
    visitor.finds_the_page_in_order(picture="seat-words")
    visitor.presses("Take this back")
    visitor.sees("You took these words back.")


def test_a_parent_sees_the_same_for_the_child(visitor):
    signs_in_by_name(visitor, "robins.parent")
    visitor.sees("Robin’s page", "You act for Robin")
    visitor.finds_the_page_in_order(picture="seat-parent")
    visitor.goes_to("Plan")
    visitor.sees("What Robin wants")
    visitor.finds_the_page_in_order()


def test_a_supervisor_holds_a_note_back_and_the_participant_is_told(visitor):
    visitor.is_signed_in_as("supervisor@juniper.example")
    visitor.opens("/participants/?q=Teal")
    visitor.follows("Teal, Rowan")
    visitor.page.wait_for_url(re.compile(r"/participants/[0-9a-f-]{36}/"))
    visitor.opens(f"{visitor.address}seat/")
    visitor.follows(re.compile("Hold back"))
    visitor.types("Why?", "We talk about it first.")
    visitor.finds_the_page_in_order(picture="seat-hold")
    visitor.presses("Hold it back")
    visitor.sees("The note is held back.", "We talk about it first.")
    visitor.signs_out()

    signs_in_by_name(visitor, "rowan.teal")
    visitor.goes_to("My notes")
    visitor.sees("One note is held back. Ask Sue Tamarack about it.")
    visitor.does_not_see("We talk about it first.")
    visitor.finds_the_page_in_order(picture="seat-notes-held")
