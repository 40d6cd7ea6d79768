"""A coordinator chooses how a rule is read, seeing first what changes."""

import re

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
