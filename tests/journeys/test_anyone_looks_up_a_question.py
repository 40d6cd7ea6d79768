"""Somebody wants to know what a peer may write, finds the question it was asked by, and tries words."""

import re


def test_a_question_is_found_by_a_word_and_leads_to_its_documents(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.page.get_by_role("link", name="Help and about").click()
    visitor.follows("questions and answers")
    visitor.sees("Questions and answers", re.compile("These belong to another program"))
    visitor.finds_the_page_in_order(picture="questions_and_answers")
    visitor.types("Look for words", "hotline")
    visitor.sees(re.compile("1 of 8 questions"), re.compile("May a CRSS fill in incident reports"))
    visitor.page.wait_for_url("**/help/questions/?q=hotline")
    visitor.finds_the_page_in_order(picture="question_found")
    visitor.follows("What a peer may write")
    visitor.sees("Clinical assessment of risk", re.compile("It delays no report"))
    visitor.types("What you would write", "She said “I fell”. The aide caused it.")
    visitor.presses("Look for words that judge")
    visitor.sees(re.compile("judges fault or cause"), re.compile("Say what you saw"))
    visitor.finds_the_page_in_order(picture="what_a_peer_may_write")
    visitor.chooses("Written as", "Qualified Mental Health Professional (QMHP)")
    visitor.presses("Show")
    visitor.sees(re.compile("Written as Qualified Mental Health Professional"))
    visitor.follows("Questions and answers")
    visitor.follows("The way to a certificate")
    visitor.page.get_by_label("Application opened on, if it is").fill("2025-01-05")
    visitor.presses("Show")
    visitor.sees(re.compile("It stayed open until 5 January 2026"), "sources differ")
    visitor.finds_the_page_in_order(picture="way_to_a_certificate")
    visitor.follows("Questions and answers")
    visitor.follows("Rule 140")
    visitor.sees(re.compile("Who is qualified for which mental-health service"))
