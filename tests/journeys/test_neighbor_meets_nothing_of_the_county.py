"""Somebody of another program guesses addresses of the county's people, and meets nothing."""

import re


def test_an_address_of_another_program_and_an_invented_one_look_alike(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Participants")
    visitor.follows(re.compile(","))
    foreign, name = visitor.address, visitor.heading
    visitor.signs_out()
    visitor.is_signed_in_as("coordinator@heronbend.example")
    answers = []
    for address in (foreign, "/participants/00000000-0000-4000-8000-000000000000/"):
        assert visitor.opens(address) == 404
        visitor.does_not_see(name)
        answers.append(visitor.text)

    assert answers[0] == answers[1]
