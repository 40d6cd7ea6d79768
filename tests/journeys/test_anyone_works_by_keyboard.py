"""Everything can be reached and done without a mouse, in the order it is read."""

import re


def test_the_day_is_worked_by_keyboard_alone(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/")
    visitor.tabs_to("Skip to the page")
    visitor.hits("Enter")
    visitor.tabs_to(re.compile("^Show: everyone"))
    visitor.hits("Enter")
    visitor.tabs_to("About")
    visitor.tabs_to(re.compile("Overdue or not met"))
    visitor.tabs_to(re.compile("^Why"))
    visitor.hits("Enter")
    visitor.sees(re.compile("Wisconsin DHS, Community Recovery Services"))
    visitor.tabs_to("The rule’s words and the facts")
    visitor.hits("Enter")
    visitor.sees("Why this answer")


def test_where_the_keyboard_stands_can_be_seen(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/participants/")
    visitor.tabs_to("Name or Medicaid id")

    assert visitor.sees_the_focus()
