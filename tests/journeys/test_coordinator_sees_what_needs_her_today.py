"""A program coordinator opens the day: what is overdue, what comes due, what waits for a decision."""

import re


def test_what_needs_her_stands_on_the_first_page_with_reason_and_next_step(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.sees("Today", "Juniper County", "Program coordinator")
    visitor.sees("Overdue or not met", "Due soon", "For a person to decide", "Facts missing")
    visitor.sees(re.compile("Must|must"), "Next:", re.compile("Who can do this: program coordinator"))
    visitor.finds_the_page_in_order(picture="today")


def test_she_narrows_the_day_to_staff_and_one_rule_without_leaving_it(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens_the_filters()
    visitor.chooses("About", "Staff")
    visitor.chooses("Rule", "Orientation training (TRN-1)")
    visitor.waits_for_the_address(re.compile(r"who=staff&rule=TRN-1"))
    visitor.sees(re.compile("complete 10 hours by"))
    visitor.does_not_see("Six-month update · PLAN-3")
    visitor.finds_the_page_in_order()


def test_she_opens_the_reasons_in_place_and_then_everything(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.unfolds("Why")
    visitor.sees(re.compile("Wisconsin DHS, Community Recovery Services"))
    visitor.follows("The rule’s words and the facts")
    visitor.sees("Why this answer", "The facts this rests on", "Our readings")
    visitor.finds_the_page_in_order(picture="why")


def test_a_long_group_opens_whole_and_pages(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.follows(re.compile("^Show all"))
    visitor.sees("All of today")
    visitor.finds_the_page_in_order(picture="today-all")


def test_when_nothing_is_open_the_page_says_so_calmly(visitor):
    visitor.is_signed_in_as("biller@juniper.example")
    visitor.opens("/?rule=DSC-9")
    visitor.sees("Nothing needs you")
    visitor.finds_the_page_in_order(picture="today-calm")


def test_when_the_connection_is_lost_the_page_says_that_it_shows_the_old_state(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens_the_filters()
    visitor.loses_the_connection()
    visitor.chooses("About", "Staff")
    visitor.sees(re.compile("This did not go through"))
    visitor.complaints.clear()
