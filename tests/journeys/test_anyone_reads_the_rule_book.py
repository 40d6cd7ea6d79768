"""Whoever works under a rule can read it: its words, how it was read, what is open, whom it touches."""

import re


def test_a_rule_is_a_page_with_its_words_readings_and_cases(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Rule book")
    visitor.finds_the_page_in_order(picture="rules")
    visitor.follows("Orientation training")
    visitor.sees("10 hours of orientation training within three months of beginning employment")
    visitor.sees("Our readings", "Not settled", "Worked cases", "Who it touches now")
    visitor.finds_the_page_in_order(picture="rule")


def test_she_sees_whom_a_rule_touches_and_goes_to_one_of_them(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/rules/TRN-1/")
    visitor.follows(re.compile("^Not met: "))
    visitor.waits_for_the_address(re.compile("answer=not%20met"))
    visitor.follows(re.compile("^Why for "))
    visitor.sees("Why this answer")


def test_a_state_reviewer_reads_the_book_and_sees_nobodys_records(visitor):
    visitor.is_signed_in_as("reviewer@state.example")
    visitor.sees("For review", "Documentation oversight")
    visitor.finds_the_page_in_order(picture="review")
    visitor.goes_to("Rule book")
    visitor.follows("Orientation training")
    visitor.does_not_see("Who it touches now")
    assert visitor.opens("/participants/") == 403


def test_a_rule_that_is_not_there_is_not_found(visitor):
    visitor.is_signed_in_as("reviewer@state.example")
    assert visitor.opens("/rules/NO-1/") == 404
    visitor.sees("There is nothing here for you to open")
    visitor.finds_the_page_in_order(picture="not-found")


def test_help_says_what_the_six_answers_mean(visitor):
    visitor.is_signed_in_as("biller@juniper.example")
    visitor.opens("/help/")
    visitor.sees("The six answers", "A person must decide", "Must and should")
    visitor.finds_the_page_in_order(picture="help")
