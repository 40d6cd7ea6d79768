"""A coordinator chooses how a rule is read, seeing first what changes; subscribes to the calendar; opens a guiding
document; and is told."""

import re
import urllib.request

ANOTHER = re.compile(r"Choose another\s*: Which functional screen counts")


def test_a_reading_is_chosen_seeing_what_changes_and_taken_back(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Rule book")
    visitor.follows("how we read the rules")
    visitor.sees(
        "Whether the training duty binds someone who left within three months", re.compile("Chosen by Cora Plover")
    )
    visitor.finds_the_page_in_order(picture="readings")
    visitor.follows(ANOTHER)
    visitor.sees("What would change today", re.compile(r"[1-9]\d* of \d+ answers"))
    visitor.page.locator("label").filter(has_text="From 18 the adult screen").click()
    visitor.sees("Nothing: the program reads it so already.")
    visitor.page.locator("label").filter(has_text="Either screen at any age").click()
    visitor.sees(re.compile(r"[1-9]\d* of \d+ answers"))
    visitor.finds_the_page_in_order(picture="reading-choose")
    visitor.types("Why?", "The Division said so on the phone on 3 November.")
    visitor.presses("Read it so from now on")
    visitor.sees(re.compile("is read so from now on"), re.compile("The Division said so on the phone"))

    visitor.follows(ANOTHER)
    visitor.types("Why?", "It was a misunderstanding: their letter says otherwise.")
    visitor.presses("Read it so from now on")
    visitor.sees(re.compile("It was a misunderstanding"))
    visitor.unfolds("Earlier choices: 1")
    visitor.sees(re.compile("The Division said so on the phone"))


def test_the_calendar_is_read_and_subscribed_to(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/calendar/")
    visitor.sees("Calendar", re.compile("Six-month update"), re.compile("meetings.example"))
    visitor.finds_the_page_in_order(picture="calendar")
    visitor.follows("Subscribe")
    visitor.presses("Make the address")
    visitor.sees("Your new address")
    address = visitor.reads("Private address")
    visitor.finds_the_page_in_order()
    with urllib.request.urlopen(address, timeout=30) as calendar:
        text = calendar.read().decode()
    assert "BEGIN:VCALENDAR" in text
    assert "a participant" in text
    visitor.opens("/calendar/addresses/")
    visitor.does_not_see(address)
    visitor.finds_the_page_in_order(picture="calendar-subscribe")
    visitor.presses(re.compile("End this address"))
    visitor.sees("The address gives nothing any more.")


def test_a_guiding_document_is_opened(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/library/")
    visitor.sees("Guiding documents", "F-00312A")
    visitor.finds_the_page_in_order(picture="library")
    visitor.follows("F-00312")
    visitor.sees(re.compile("Each provider that is an agency"), "F-00312 provider agreement.pdf")
    visitor.finds_the_page_in_order(picture="guiding-document")
    visitor.opens("/rate-sheets/")
    visitor.sees("Heron House, Juniper", re.compile(r"\$1025\.50"))
    visitor.finds_the_page_in_order(picture="rate-sheets")


def test_what_somebody_is_told_stands_with_its_reason(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.page.get_by_role("link", name=re.compile("Notices")).click()
    visitor.sees("Your week", re.compile("Safety"), re.compile("Next"))
    visitor.finds_the_page_in_order(picture="notices")
    visitor.follows("How I am told")
    visitor.page.wait_for_url("**/notices/settings/")
    visitor.finds_the_page_in_order(picture="notice-settings")
    visitor.opens("/notices/")
    visitor.presses("Mark all as read")
    visitor.sees(re.compile("marked as read"))
