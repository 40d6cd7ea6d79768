"""Somebody who works directly with participants sees her own hours, topics and what is still to come."""

import re


def test_a_peer_specialist_sees_her_hours_against_the_three_months(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.follows("Pia Wren")
    visitor.sees("The seven topics", re.compile("of 10 hours"), "Training ledger")
    visitor.finds_the_page_in_order(picture="staff-own")


def test_her_other_pages_are_refused_with_the_reason(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    assert visitor.opens("/staff/") == 403
    visitor.sees("You cannot open this page", re.compile("open to those who run the program or supervise"))
    visitor.finds_the_page_in_order(picture="refused")


def test_a_supervisor_of_one_provider_sees_its_staff_only(visitor):
    visitor.is_signed_in_as("supervisor@opendoor.example")
    visitor.goes_to("Staff")
    visitor.sees("Open Door Peer Support")
    visitor.does_not_see("WorkWell Supported Employment", "Juniper County Human Services")
    visitor.finds_the_page_in_order(picture="staff")


def test_a_session_with_a_missing_field_is_marked(visitor):
    visitor.is_signed_in_as("supervisor@juniper.example")
    visitor.opens("/staff/?answer=not+met&rule=TRN-2")
    visitor.follows(re.compile(","))
    visitor.sees("Training ledger", "Missing")
    visitor.finds_the_page_in_order(picture="staff-member")
