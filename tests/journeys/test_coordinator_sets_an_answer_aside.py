"""What can no longer be put right is taken off the list with a reason, and put back with one press."""

import re

REASON = "The state agreed by letter; nothing is left to do."


def test_she_sets_an_old_lateness_aside_and_brings_it_back(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/?rule=ELG-1")
    visitor.unfolds("Why")
    visitor.follows("The rule’s words and the facts")
    visitor.sees("Why this answer")

    visitor.follows("Set aside on Today")
    visitor.sees(re.compile("comes back by itself"))
    visitor.presses("Set aside")
    visitor.sees("Not saved: 1 thing to put right")
    visitor.types("Why?", REASON)
    visitor.finds_the_page_in_order(picture="set-aside")
    visitor.presses("Set aside")

    visitor.sees(re.compile("is set aside. It stands folded at the end of this page."))
    visitor.unfolds("Set aside")
    visitor.sees(REASON)
    visitor.opens("/?rule=ELG-1")
    visitor.unfolds("Set aside")
    visitor.finds_the_page_in_order(picture="today-set-aside")
    visitor.presses(re.compile("^Bring back"))
    visitor.sees(re.compile("is back among what needs someone"))
    visitor.does_not_see(REASON)
