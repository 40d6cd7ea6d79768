"""A coordinator looks somebody up, reads how they stand, and sees the records it rests on."""

import re


def test_she_finds_a_participant_by_name_while_typing(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Participants")
    visitor.sees(re.compile(r"\d{3} participants"))
    everybody = re.search(r"\d+ participants", visitor.text)[0]
    visitor.finds_the_page_in_order(picture="participants")
    visitor.types("Name or Medicaid id", "wren")
    visitor.waits_for_the_address(re.compile("q=wren"))
    visitor.does_not_see(everybody)
    visitor.follows(re.compile("^Wren"))
    visitor.sees("Eligibility: four conditions, all required", "Plan cycle", "Timeline", "Records")


def test_she_finds_those_whose_update_is_missing(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Participants")
    visitor.chooses("With an answer", "not met")
    visitor.chooses("Under a rule", "Six-month update (PLAN-3)")
    visitor.waits_for_the_address(re.compile("rule=PLAN-3"))
    visitor.sees("Six-month update: not met")
    visitor.follows(re.compile(","))
    visitor.sees(re.compile("for the six-month update due"), "Next:")
    visitor.finds_the_page_in_order(picture="participant")


def test_a_discharge_without_the_participants_signature_says_what_is_missing(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/participants/?answer=not+met&rule=DSC-3")
    visitor.follows(re.compile(","))
    visitor.sees(re.compile("be signed by the participant"), "Discharge")
    visitor.finds_the_page_in_order(picture="participant-discharged")


def test_nobody_found_is_said(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/participants/?q=Zzyzx")
    visitor.sees("Nobody found")
    visitor.finds_the_page_in_order(picture="participants-none")
