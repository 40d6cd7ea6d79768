"""A coordinator renews a plan at six months: what was agreed is there, what changes is seen, nothing typed is lost."""

import re

LATE = "/participants/?answer=not+met&rule=PLAN-3"


def test_she_renews_a_plan_at_six_months(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens(LATE)
    visitor.follows(re.compile(","))
    visitor.follows("Plans")
    visitor.sees("Plan cycle", "The plan in force", "missing")
    visitor.finds_the_page_in_order(picture="plans")
    visitor.follows("Write the six-month update")
    visitor.sees("Goals and services", "While you write")
    visitor.sees(re.compile("as before"))
    visitor.finds_the_page_in_order(picture="plan-write")
