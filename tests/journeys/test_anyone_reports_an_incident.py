"""Somebody sees a fire and reports it from a phone; the program tells the state and proves it."""

import re

from steps import DESKTOP, PHONE


def writes(visitor, label, text):
    """Types into the field of exactly that label."""
    visitor.page.get_by_role("textbox", name=label, exact=True).fill(text)


def test_a_kitchen_fire_that_touched_three_people_is_reported_from_a_phone(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.page.set_viewport_size(PHONE)
    visitor.goes_to("Incidents")
    visitor.follows("Report an incident")
    people = visitor.page.locator("#people option").evaluate_all("all => all.slice(0, 3).map(one => one.value)")
    for nth, person in enumerate(people):
        if nth:
            visitor.presses("Add another participant")
            visitor.page.locator(f"#id_who_{nth}").wait_for()
        visitor.page.locator(f"#id_who_{nth}").fill(person)
        visitor.page.locator(f"#id_what_{nth}").fill("Coughed; was seen by a nurse." if nth == 0 else "Went outside.")
    writes(visitor, "What happened", "A pan of oil caught fire. Everybody went outside.")
    writes(visitor, "Where", "the kitchen of Cedar House")
    visitor.page.get_by_role("group", name="Did it touch anybody").get_by_text("Yes", exact=True).click()
    visitor.chooses("Category", "Fire or damage to the home")
    visitor.sees("Was the fire department there?")
    writes(visitor, "What was done at once", "The lid went on; a nurse came.")
    visitor.sees(re.compile("^Kept"))
    visitor.page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    visitor.finds_the_page_in_order(picture="incident-new")
    visitor.page.set_viewport_size(PHONE)
    visitor.presses("Send the report")
    visitor.sees("The incident is reported", "What has to be told, and to whom")
    assert visitor.text.count("Went outside.") == 2
    visitor.sees(re.compile("24 hours from learning of it, by an example your program loaded"))
    visitor.page.set_viewport_size(DESKTOP)


def test_what_is_missing_is_said_and_nothing_is_lost(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.opens("/incidents/new/")
    writes(visitor, "Where", "the stairs")
    visitor.presses("Send the report")
    visitor.sees(re.compile("thing(s?) to put right"), re.compile("Name at least one participant"), "What happened")
    assert visitor.page.get_by_role("textbox", name="Where", exact=True).input_value() == "the stairs"
    visitor.finds_the_page_in_order(picture="incident-new-wrong")


def test_the_program_tells_the_state_and_proves_it(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/incidents/?q=Cedar+House")
    visitor.page.locator("main tbody tr").filter(has_text="2 of 3").get_by_role("link").first.click()
    visitor.sees(re.compile("In the sent mail"))
    visitor.follows("Record that F-00390 was sent")
    visitor.sees("What the rule says")
    visitor.page.get_by_text("Is not needed", exact=True).click()
    visitor.presses("Record it")
    visitor.sees(re.compile("The page says: .CRS providers must report incidents pertaining to health and safety"))
    visitor.finds_the_page_in_order(picture="incident-not-needed")
    visitor.page.get_by_text("Was sent", exact=True).click()
    visitor.page.get_by_text("Fax", exact=True).click()
    writes(visitor, "Whom", "the Division, fax")
    writes(visitor, "Proof, in words", "Fax report 4711, three pages, OK")
    visitor.finds_the_page_in_order(picture="incident-tell")
    visitor.presses("Record it")
    visitor.sees("Recorded, with its proof.", re.compile("Fax report 4711"))
    visitor.finds_the_page_in_order(picture="incident")


def test_a_death_is_reported_twice_and_its_clock_runs_to_the_minute(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/incidents/?category=Death")
    visitor.follows("Death")
    visitor.sees(re.compile("24 hours from learning of it, by law"), re.compile("F-00390 goes to the Division"))
    visitor.follows("Record that F-62470 was sent")
    visitor.page.get_by_text("Portal", exact=True).click()
    writes(visitor, "Proof, in words", "Confirmation 88-2")
    visitor.presses("Record it")
    visitor.sees("Confirmation 88-2", "Record that F-00390 was sent")
    visitor.finds_the_page_in_order(picture="incident-death")


def test_a_restricted_report_is_not_seen_by_a_biller(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Incidents")
    visitor.sees("Few may read it")
    visitor.finds_the_page_in_order(picture="incidents")
    row = visitor.page.locator("main tbody tr").filter(has_text="Few may read it")
    row.get_by_role("link").first.click()
    visitor.sees(re.compile("Only those who run the program"))
    visitor.finds_the_page_in_order(picture="incident-few")
    address = visitor.address
    visitor.signs_out()
    visitor.is_signed_in_as("biller@juniper.example")
    visitor.goes_to("Incidents")
    visitor.does_not_see("Few may read it", "taking money")
    assert visitor.opens(address) == 404


def test_what_recurs_is_seen_at_a_glance(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Incidents")
    visitor.follows("See trends")
    visitor.sees("What recurs", "By time of day", "Evening, 6 to midnight")
    visitor.finds_the_page_in_order(picture="incident-trends")


def test_the_program_keeps_its_own_table_of_categories(visitor):
    visitor.is_signed_in_as("coordinator@heronbend.example")
    visitor.goes_to("Incidents")
    visitor.follows("Categories")
    visitor.sees("The program has not loaded categories")
    visitor.presses("Load the example set")
    visitor.sees("8 example categories are loaded and marked.")
    visitor.finds_the_page_in_order(picture="incident-categories")
    visitor.follows("Injury or fall")
    visitor.finds_the_page_in_order(picture="incident-category")


def test_a_participants_incidents_stand_on_a_page_of_their_own(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.goes_to("Incidents")
    visitor.follows("Injury or fall")
    visitor.page.locator(".way-head h3 a").first.click()
    visitor.sees("Incidents", "Slipped on the wet stairs")
    visitor.finds_the_page_in_order(picture="incidents-of")
