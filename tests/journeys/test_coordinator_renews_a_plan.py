"""A coordinator renews a plan at six months: what was agreed is there, what changes is seen, nothing typed is lost."""

import re

from playwright.sync_api import expect
from steps import Visitor

LATE = "/participants/?answer=not+met&rule=PLAN-3"
KEPT_HERE = re.compile("kept on this device")


def opens_the_plans_of_the(visitor, nth, listed=LATE):
    """The plans of one of those listed."""
    visitor.opens(listed)
    visitor.page.locator("main th a").nth(nth).click()
    visitor.page.get_by_role("navigation", name="About this participant").get_by_role("link", name="Plans").click()
    visitor.sees("Plan cycle", "The plan in force")


def line(visitor, nth):
    """One outcome with its service."""
    return visitor.page.locator(".write-line").nth(nth)


def test_she_renews_a_plan_at_six_months(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    opens_the_plans_of_the(visitor, 0)
    visitor.sees("missing")
    visitor.finds_the_page_in_order(picture="plans")
    visitor.follows("Write an assessment")
    visitor.sees("What matters to me", "The setting in the assessment")
    visitor.finds_the_page_in_order(picture="assessment-write")
    visitor.follows("Back")

    visitor.follows("Write the six-month update")
    visitor.sees("No line was added, changed or ended.")
    visitor.page.get_by_label("Day you met").fill("2026-11-02")
    visitor.page.get_by_text("Yes", exact=True).click()
    visitor.page.get_by_label("Who was there").fill("The participant and Cora Plover")
    line(visitor, 0).get_by_label("How often").fill("every Thursday, an hour")
    visitor.presses("Add an outcome and its service")
    added = line(visitor, 1)
    added.get_by_label("Outcome", exact=True).fill("Calls a friend before it gets bad")
    added.locator("label", has_text="Peer support").click()
    added.get_by_label("What is done").fill("Practice the call together")
    visitor.sees(re.compile("every Thursday, an hour"), "Added", "Changed")
    visitor.page.evaluate("window.scrollTo(0, 0)")
    visitor.finds_the_page_in_order(picture="plan-write")
    visitor.page.locator(".buttons").get_by_role("button", name="Save the draft").click()
    visitor.sees("The draft is saved. Nothing is complete yet.")
    visitor.presses("Complete the service plan")
    visitor.sees("The service plan is complete. What is left is to sign it.")
    visitor.sees("Still missing: the participant", "Still missing: the service coordinator")
    visitor.sees(re.compile("What changed since the plan of"), "Calls a friend before it gets bad")
    visitor.finds_the_page_in_order(picture="plan")


def test_two_people_edit_one_plan_and_the_second_sees_both_texts(visitor, county):
    visitor.is_signed_in_as("coordinator@juniper.example")
    opens_the_plans_of_the(visitor, 1)
    visitor.follows(re.compile("^Write the .*(update|plan)$"))
    visitor.page.get_by_label("Who was there").fill("The participant and Cora Plover")
    visitor.page.locator(".buttons").get_by_role("button", name="Save the draft").click()
    visitor.sees("The draft is saved.")

    context = visitor.page.context.browser.new_context(base_url=county, locale="en-US")
    context.set_default_timeout(15_000)
    abe = Visitor(context.new_page())
    abe.is_signed_in_as("administrator@juniper.example")
    abe.opens(visitor.address)
    abe.page.get_by_label("Who was there").fill("The participant, Cora Plover and a sister")
    line(abe, 0).get_by_label("How often").fill("every Monday")
    abe.page.locator(".buttons").get_by_role("button", name="Save the draft").click()
    abe.sees("The draft is saved.")
    context.close()

    visitor.page.get_by_label("Who was there").fill("The participant, Cora Plover and a friend")
    visitor.page.locator(".buttons").get_by_role("button", name="Save the draft").click()
    visitor.sees("Somebody else saved this while you were typing")
    visitor.sees("The participant, Cora Plover and a sister", "Taken over: you had not changed it.")
    visitor.finds_the_page_in_order(picture="plan-two-texts")
    assert visitor.reads("Who was there") == "The participant, Cora Plover and a friend"
    assert line(visitor, 0).get_by_label("How often").input_value() == "every Monday"
    visitor.page.locator(".buttons").get_by_role("button", name="Save the draft").click()
    visitor.sees("The draft is saved.")
    assert visitor.reads("Who was there") == "The participant, Cora Plover and a friend"


def test_what_she_typed_survives_a_closed_tab_and_an_expired_sign_in(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    opens_the_plans_of_the(visitor, 2)
    visitor.follows(re.compile("^Write the .*(update|plan)$"))
    visitor.presses("Add a goal")
    goal = visitor.page.locator(".write-goal").last.get_by_label("Goal")
    goal.fill("I want a garden, and a bench to sit on.")
    visitor.sees(re.compile("Kept \\d"))
    goal.press_sequentially(" With a view.")
    address, context = visitor.address, visitor.page.context
    visitor.page.close()

    visitor.page = context.new_page()
    visitor.opens(address)
    visitor.sees(re.compile("This is what you typed here"))
    goal = visitor.page.locator(".write-goal").last.get_by_label("Goal")
    assert goal.input_value() == "I want a garden, and a bench to sit on. With a view."

    visitor.page.wait_for_load_state("networkidle")
    context.clear_cookies()
    goal.fill("I want a garden, a bench, and nobody in a hurry.")
    visitor.sees(KEPT_HERE)
    assert visitor.address == address
    visitor.is_signed_in_as("coordinator@juniper.example", anew=True)
    visitor.opens(address)
    visitor.sees(re.compile("This is what you typed here"))
    last = visitor.page.locator(".write-goal").last.get_by_label("Goal")
    expect(last).to_have_value("I want a garden, a bench, and nobody in a hurry.")


def test_without_scripts_rows_are_added_all_the_same(visitor, county):
    context = visitor.page.context.browser.new_context(base_url=county, java_script_enabled=False)
    context.set_default_timeout(15_000)
    plain = Visitor(context.new_page())
    plain.is_signed_in_as("coordinator@juniper.example")
    opens_the_plans_of_the(plain, 2)
    plain.follows(re.compile("^Write the .*(update|plan)$"))
    plain.page.get_by_label("Who was there").fill("Nobody else")
    lines = plain.page.locator(".write-line")
    before = lines.count()
    plain.presses("Add an outcome and its service")
    lines.nth(before).wait_for()
    assert lines.count() == before + 1
    assert plain.reads("Who was there") == "Nobody else"
    context.close()
